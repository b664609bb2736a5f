#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "base/result.h"
#include "base/words.h"
#include "identity/mail_rules.h"

namespace prima::identity {

struct MailServer {
  std::string host;
  std::uint16_t port = 587;
  // starttls: begins in plain and refuses to go on without TLS. tls: from the first byte (port 465). none: only to the
  // loopback address.
  enum class Security : std::uint8_t { starttls, tls, none } security = Security::starttls;
  std::string user;  // empty: the server asks for none
  std::string password;
  std::string ca_file;  // of certificates to trust instead of the system's; empty: the system's
  std::chrono::milliseconds timeout = std::chrono::seconds(20);
};

enum class MailProblem : std::uint8_t {
  not_allowed,  // plain text to another machine
  unreachable,  // no such server, or nobody answers in time
  no_tls,       // the server offers no TLS, or its certificate is not good for its name
  refused,      // the server says no: to the sign-in, to an address, or to the message
};

struct MailFailure {
  MailProblem problem = MailProblem::unreachable;
  std::string detail;  // in English, for the log; holds no password and no text of the mail
};

Words describe(MailProblem problem);

// Sends mail. A real one talks SMTP; a test may keep what was sent. Safe from any thread; waits for the server.
class MailSender {
 public:
  virtual ~MailSender() = default;
  // When this returns without a failure, the server has taken the mail over.
  virtual Result<void, MailFailure> send(const Mail& mail) = 0;
};

class SmtpSender : public MailSender {
 public:
  explicit SmtpSender(MailServer server) : server_(std::move(server)) {}
  Result<void, MailFailure> send(const Mail& mail) override;

 private:
  MailServer server_;
};

}  // namespace prima::identity
