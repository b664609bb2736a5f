#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/words.h"

namespace prima::identity {

// Mail as bytes (RFC 5322, 2045, 2047). Pure. Whatever texts come in, no line of the head is made by them: control
// characters become spaces, and what is not ASCII is encoded.

struct Mailbox {
  std::string address;    // checked by mail_address()
  std::string name = {};  // any text, may be empty
};

struct Mail {
  Mailbox from;
  Mailbox to;
  Words subject;
  Words text;              // lines end in LF; links stand on lines of their own
  std::string message_id;  // unique, without brackets: "uuid@host"
  Instant date{};
  // The language of the one who gets it; without one the mail says everything in both, Indonesian first.
  std::optional<Language> language = {};
};

// An address that we send to: one "@", a local part of RFC 5321 atoms, a domain name of two or more labels or
// "localhost"; ASCII, at most 254 characters. Gives it with the domain in lower case. Quoted local parts and addresses
// in brackets are refused: nobody has them, and they are where tricks hide.
std::optional<std::string> mail_address(std::string_view text);

// The message with CR LF line ends, ready to be sent as the data of SMTP (not yet dot-stuffed). All lines are 7-bit and
// at most 78 characters. The addresses must be checked; the message id must be printable ASCII without spaces.
std::string mail_message(const Mail& mail);

// The parts, for tests and for other documents.
std::string encoded_header_text(std::string_view text);  // ASCII as it is, else encoded words, folded
std::string quoted_printable(std::string_view text);     // LF becomes CR LF
std::string mail_date(Instant date);                     // "Tue, 24 Nov 2026 04:00:00 +0000"

}  // namespace prima::identity
