#include "identity/mail_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/assert.h"
#include "base/date.h"
#include "base/text.h"
#include "identity/encoding.h"

namespace prima::identity {

namespace {

constexpr std::string_view letters_and_digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

bool consists_of(std::string_view text, std::string_view more) {
  return std::all_of(text.begin(), text.end(), [&](char byte) {
    return letters_and_digits.find(byte) != std::string_view::npos || more.find(byte) != std::string_view::npos;
  });
}

// Calls `visit` with each part between the dots; false when a part is refused.
template <typename Visit>
bool all_parts(std::string_view text, const Visit& visit) {
  for (;;) {
    const std::size_t dot = text.find('.');
    if (!visit(text.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    text.remove_prefix(dot + 1);
  }
}

bool is_local_part(std::string_view text) {
  constexpr std::size_t longest = 64;
  return text.size() <= longest && all_parts(text, [](std::string_view atom) {
           return !atom.empty() && consists_of(atom, "!#$%&'*+/=?^_`{|}~-");
         });
}

bool is_domain(std::string_view text) {
  constexpr std::size_t longest_label = 63;
  const bool well_formed = all_parts(text, [](std::string_view label) {
    return !label.empty() && label.size() <= longest_label && consists_of(label, "-") && label.front() != '-' &&
           label.back() != '-';
  });
  return well_formed && (text.find('.') != std::string_view::npos || lowered(text) == "localhost");
}

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) { return byte >= ' ' && byte <= '~'; });
}

// Control characters and broken UTF-8 would let a text make lines or be read as another one.
std::string in_one_line(std::string_view text) {
  std::string line;
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    line += value < 0x20 || value == 0x7F ? ' ' : byte;
  }
  if (const auto bad = first_invalid_utf8(line)) line.resize(*bad);
  return line;
}

std::size_t character_size(char first) {
  const auto value = static_cast<unsigned char>(first);
  return value < 0x80 ? 1 : value < 0xE0 ? 2 : value < 0xF0 ? 3 : 4;
}

// RFC 2047: an encoded word has at most 75 characters; with 42 bytes the first line has room for "Subject: ".
// No character is split.
std::string encoded_words(std::string_view text) {
  constexpr std::size_t most_bytes = 42;
  std::string result;
  std::string piece;
  const auto write = [&] {
    if (piece.empty()) return;
    if (!result.empty()) result += "\r\n ";
    result += "=?utf-8?B?" + base64(piece) + "?=";
    piece.clear();
  };
  while (!text.empty()) {
    const std::size_t size = std::min(character_size(text.front()), text.size());
    if (piece.size() + size > most_bytes) write();
    piece += text.substr(0, size);
    text.remove_prefix(size);
  }
  write();
  return result;
}

// ASCII text, broken at spaces so that no line passes 78 characters where it can be helped.
std::string folded(std::string_view text) {
  constexpr std::size_t most = 60;  // room for the name of the field on the first line
  std::string result;
  std::size_t line = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' ', 1), text.size());
    if (line > 0 && line + end > most && text.front() == ' ') {
      result += "\r\n";
      line = 0;
    }
    result += text.substr(0, end);
    line += end;
    text.remove_prefix(end);
  }
  return result;
}

std::string quoted(std::string_view name) {
  std::string text = "\"";
  for (const char byte : name) {
    if (byte == '"' || byte == '\\') text += '\\';
    text += byte;
  }
  return text + "\"";
}

std::string header_of(const Mailbox& box) {
  PRIMA_ASSERT(mail_address(box.address).has_value());
  const std::string name = in_one_line(box.name);
  if (name.empty()) return box.address;
  const std::string shown = is_plain(name) && name.size() <= 60 ? quoted(name) : encoded_words(name);
  return shown + "\r\n <" + box.address + ">";
}

std::string subject_of(const Mail& mail) {
  if (mail.language) return mail.subject.in(*mail.language);
  return mail.subject.id + " / " + mail.subject.en;
}

std::string text_of(const Mail& mail) {
  if (mail.language) return mail.text.in(*mail.language);
  return mail.text.id + "\n\n-- \nEnglish\n\n" + mail.text.en;
}

std::string escaped(char byte) { return fmt::format("={:02X}", static_cast<unsigned char>(byte)); }

std::string_view language_tag(const Mail& mail) {
  if (!mail.language) return "id, en";
  return *mail.language == Language::id ? "id" : "en";
}

}  // namespace

std::optional<std::string> mail_address(std::string_view text) {
  constexpr std::size_t longest = 254;
  const std::size_t at = text.find('@');
  if (text.size() > longest || at == std::string_view::npos) return std::nullopt;
  const std::string_view local = text.substr(0, at);
  const std::string_view domain = text.substr(at + 1);
  if (!is_local_part(local) || !is_domain(domain)) return std::nullopt;
  return std::string(local) + "@" + lowered(domain);
}

std::string encoded_header_text(std::string_view text) {
  constexpr std::size_t longest_word = 60;
  const std::string line = in_one_line(text);
  std::size_t word = 0;
  std::size_t widest = 0;
  for (const char byte : line) {
    word = byte == ' ' ? 0 : word + 1;
    widest = std::max(widest, word);
  }
  const bool looks_encoded = line.find("=?") != std::string::npos;
  return is_plain(line) && widest <= longest_word && !looks_encoded ? folded(line) : encoded_words(line);
}

std::string quoted_printable(std::string_view text) {
  constexpr std::size_t longest_line = 75;  // and one for the "=" of a soft line end
  std::string result;
  std::size_t line = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char byte = text[at];
    if (byte == '\r') continue;
    if (byte == '\n') {
      result += "\r\n";
      line = 0;
      continue;
    }
    const bool ends_line = at + 1 == text.size() || text[at + 1] == '\n' || text[at + 1] == '\r';
    const bool is_blank = byte == ' ' || byte == '\t';
    const bool stands = (byte > ' ' && byte <= '~' && byte != '=') || (is_blank && !ends_line);
    const std::string piece = stands ? std::string(1, byte) : escaped(byte);
    if (line + piece.size() > longest_line) {
      result += "=\r\n";
      line = 0;
    }
    result += piece;
    line += piece.size();
  }
  return result;
}

std::string mail_date(Instant date) {
  constexpr std::array<std::string_view, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(date);
  const Date calendar(day);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(date - day));
  return fmt::format("{}, {} {} {:04} {:02}:{:02}:{:02} +0000", days[std::chrono::weekday(day).c_encoding()],
                     static_cast<unsigned>(calendar.day()), months[static_cast<unsigned>(calendar.month()) - 1],
                     static_cast<int>(calendar.year()), time.hours().count(), time.minutes().count(),
                     time.seconds().count());
}

std::string mail_message(const Mail& mail) {
  PRIMA_ASSERT(!mail.message_id.empty() && is_plain(mail.message_id) &&
               mail.message_id.find_first_of(" <>") == std::string::npos);
  std::string message;
  message += "Date: " + mail_date(mail.date) + "\r\n";
  message += "From: " + header_of(mail.from) + "\r\n";
  message += "To: " + header_of(mail.to) + "\r\n";
  message += "Subject: " + encoded_header_text(subject_of(mail)) + "\r\n";
  message += "Message-ID: <" + mail.message_id + ">\r\n";
  message += "Auto-Submitted: auto-generated\r\n";
  message += "MIME-Version: 1.0\r\n";
  message += "Content-Type: text/plain; charset=utf-8\r\n";
  message += fmt::format("Content-Language: {}\r\n", language_tag(mail));
  message += "Content-Transfer-Encoding: quoted-printable\r\n\r\n";
  message += quoted_printable(text_of(mail));
  if (!message.ends_with("\r\n")) message += "\r\n";
  return message;
}

}  // namespace prima::identity
