#include "app/mail_queue.h"

#include <gtest/gtest.h>

#include <future>
#include <set>
#include <vector>

namespace prima::app {
namespace {

// Fails the first `failures` times; tells when it has been asked `expected` times.
class TestSender : public identity::MailSender {
 public:
  TestSender(std::size_t expected, std::size_t failures, identity::MailProblem problem)
      : expected_(expected), failures_(failures), problem_(problem) {}

  Result<void, identity::MailFailure> send(const identity::Mail& mail) override {
    asked.push_back(mail);
    const bool fails = asked.size() <= failures_;
    if (asked.size() == expected_) done.set_value();
    if (fails) return failure(identity::MailFailure{problem_, "as the test wants"});
    return {};
  }

  bool wait() { return done.get_future().wait_for(std::chrono::seconds(20)) == std::future_status::ready; }

  std::vector<identity::Mail> asked;
  std::promise<void> done;

 private:
  std::size_t expected_;
  std::size_t failures_;
  identity::MailProblem problem_;
};

identity::Mail mail_to(const std::string& address) {
  identity::Mail mail;
  mail.to = {address};
  return mail;
}

const identity::Mailbox from{"prima@contoh.go.id", "Prima"};

TEST(MailQueue, SendsInOrderUnderIdsOfTheirOwn) {
  const auto sender = std::make_shared<TestSender>(3, 0, identity::MailProblem::refused);
  {
    MailQueue queue(sender, from);
    for (const std::string address : {"a@contoh.go.id", "b@contoh.go.id", "c@contoh.go.id"})
      EXPECT_TRUE(queue.put(mail_to(address)));
    ASSERT_TRUE(sender->wait());
  }
  std::set<std::string> ids;
  for (const identity::Mail& mail : sender->asked) {
    EXPECT_EQ(mail.from.address, from.address);
    EXPECT_TRUE(mail.message_id.ends_with("@contoh.go.id"));
    ids.insert(mail.message_id);
  }
  EXPECT_EQ(ids.size(), 3U);
  EXPECT_EQ(sender->asked[0].to.address, "a@contoh.go.id");
  EXPECT_EQ(sender->asked[2].to.address, "c@contoh.go.id");
}

TEST(MailQueue, TriesAgainOnlyWhatCouldNotBeReached) {
  const MailQueue::Options options{.between_tries = std::chrono::milliseconds(1), .log = [](const std::string&) {}};
  const auto away = std::make_shared<TestSender>(3, 2, identity::MailProblem::unreachable);
  const auto refusing = std::make_shared<TestSender>(2, 1, identity::MailProblem::refused);
  MailQueue patient(away, from, options);
  MailQueue strict(refusing, from, options);
  patient.put(mail_to("a@contoh.go.id"));
  strict.put(mail_to("a@contoh.go.id"));
  strict.put(mail_to("b@contoh.go.id"));
  ASSERT_TRUE(away->wait());
  ASSERT_TRUE(refusing->wait());
  EXPECT_EQ(refusing->asked[1].to.address, "b@contoh.go.id");
}

TEST(MailQueue, RefusesWhenTooManyWait) {
  const auto sender = std::make_shared<TestSender>(1, 0, identity::MailProblem::refused);
  MailQueue queue(sender, from, {.most_waiting = 0});
  EXPECT_FALSE(queue.put(mail_to("a@contoh.go.id")));
}

}  // namespace
}  // namespace prima::app
