#include "app/mail_queue.h"

#include <spdlog/spdlog.h>

#include "app/data_place.h"
#include "identity/system_random.h"

namespace prima::app {

MailQueue::MailQueue(std::shared_ptr<identity::MailSender> sender, identity::Mailbox from, Options options)
    : sender_(std::move(sender)), from_(std::move(from)), options_(std::move(options)), thread_([this] { run(); }) {}

MailQueue::~MailQueue() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

bool MailQueue::put(identity::Mail mail) {
  mail.from = from_;
  mail.date = now();
  const std::string domain = from_.address.substr(from_.address.find('@') + 1);
  mail.message_id = to_text(identity::random_uuid(mail.date)) + "@" + domain;
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= options_.most_waiting) return false;
    waiting_.push_back(std::move(mail));
  }
  changed_.notify_all();
  return true;
}

void MailQueue::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (stopping_) return;
    const identity::Mail mail = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    send(mail);
    lock.lock();
  }
}

void MailQueue::send(const identity::Mail& mail) {
  for (int tried = 1;; ++tried) {
    const auto sent = sender_->send(mail);
    if (sent) return;
    const bool is_last = sent.error().problem != identity::MailProblem::unreachable || tried >= options_.tries;
    say((is_last ? "mail was not sent: " : "mail will be tried again: ") + identity::describe(sent.error().problem).en +
        " (" + sent.error().detail + ")");
    if (is_last) return;
    std::unique_lock lock(mutex_);
    if (changed_.wait_for(lock, options_.between_tries, [this] { return stopping_; })) return;
  }
}

void MailQueue::say(const std::string& line) const {
  if (options_.log) return options_.log(line);
  spdlog::warn("{}", line);
}

}  // namespace prima::app
