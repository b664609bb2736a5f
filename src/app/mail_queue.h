#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "identity/mail_sender.h"

namespace prima::app {

// Sends mail one after the other in a thread of its own, so that whoever causes a mail does not wait for the server,
// and the time of an answer does not tell whether there was one. A server that cannot be reached is tried again twice.
// What could not be sent is logged without address and text, and is lost: links can be asked for again. Safe from any
// thread.
class MailQueue {
 public:
  struct Options {
    std::size_t most_waiting = 1000;  // further ones are refused
    int tries = 3;
    std::chrono::milliseconds between_tries{15'000};
    std::function<void(const std::string&)> log = {};  // empty: the program's log
  };

  // `from`: a checked address; its domain is that of the message ids.
  MailQueue(std::shared_ptr<identity::MailSender> sender, identity::Mailbox from, Options options);
  MailQueue(std::shared_ptr<identity::MailSender> sender, identity::Mailbox from)
      : MailQueue(std::move(sender), std::move(from), Options{}) {}
  // Waits for the mail that is being sent; those that wait are dropped.
  ~MailQueue();
  MailQueue(const MailQueue&) = delete;
  MailQueue& operator=(const MailQueue&) = delete;

  // Takes the mail over and sets `from`, `message_id` and `date`. False when too many wait.
  bool put(identity::Mail mail);

 private:
  void run();
  void send(const identity::Mail& mail);
  void say(const std::string& line) const;

  std::shared_ptr<identity::MailSender> sender_;
  identity::Mailbox from_;
  Options options_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<identity::Mail> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace prima::app
