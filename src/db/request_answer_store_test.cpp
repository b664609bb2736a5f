#include "db/request_answer_store.h"

#include <gtest/gtest.h>

#include "db/db_test_support.h"

namespace prima::db {
namespace {

class RequestAnswerStore : public ContractTest {
 protected:
  Earlier earlier(const RequestKey& key) {
    return database().write([&](Transaction& transaction) { return earlier_answer(transaction, key); });
  }
  void keep(const RequestKey& key, const KeptAnswer& answer, std::int64_t ms = 10) {
    database().write([&](Transaction& transaction) { keep_answer(transaction, key, answer, from_unix_ms(ms)); });
  }

  const RequestKey key_{InstitutionId{1}, "account", "key", "POST /layanan a=b"};
  const KeptAnswer answer_{201, "application/json", "/layanan/ktp", "{\"é\":1}"};
};
PRIMA_ON_BOTH_DATABASES(RequestAnswerStore);

TEST_P(RequestAnswerStore, KnowsTheSameRequestAndItsAnswer) {
  EXPECT_EQ(earlier(key_).kind, Earlier::Kind::unknown);
  keep(key_, answer_);
  EXPECT_EQ(earlier(key_).kind, Earlier::Kind::same);
  EXPECT_EQ(earlier(key_).answer, answer_);
}

TEST_P(RequestAnswerStore, TellsAnotherRequestWithTheSameKey) {
  keep(key_, answer_);
  RequestKey other = key_;
  other.request += "c";
  EXPECT_EQ(earlier(other).kind, Earlier::Kind::other);
}

TEST_P(RequestAnswerStore, LetsTwoClientsAndTwoInstitutionsChooseTheSameKey) {
  keep(key_, answer_);
  RequestKey client = key_;
  client.client = "another";
  RequestKey institution = key_;
  institution.institution = InstitutionId{2};
  EXPECT_EQ(earlier(client).kind, Earlier::Kind::unknown);
  EXPECT_EQ(earlier(institution).kind, Earlier::Kind::unknown);
}

TEST_P(RequestAnswerStore, TheSecondOfTwoAtTheSameMomentIsToldToLookAgain) {
  keep(key_, answer_);
  try {
    keep(key_, answer_);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.trouble(), Trouble::busy);
  }
}

TEST_P(RequestAnswerStore, ForgetsWhatIsOld) {
  keep(key_, answer_, 10);
  const auto forget = [&](std::int64_t before) {
    return database().write(
        [&](Transaction& transaction) { return forget_answers(transaction, InstitutionId{1}, from_unix_ms(before)); });
  };
  EXPECT_EQ(forget(10), 0);
  EXPECT_EQ(forget(11), 1);
  EXPECT_EQ(earlier(key_).kind, Earlier::Kind::unknown);
}

}  // namespace
}  // namespace prima::db
