#include "http/request_rules.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "http/target.h"

namespace prima::http {
namespace {

using Lines = std::vector<std::string_view>;

Refusal refusal(int status, std::string indonesian, std::string english) {
  return {status, {std::move(indonesian), std::move(english)}};
}

// The lines that decide how a request is read, found in one pass.
struct Deciding {
  Lines host, length, coding, expect, connection, content_coding;
};

Lines* lines_named(Deciding& deciding, std::string_view name) {
  switch (name.size()) {
    case 4:
      return same_token(name, "host") ? &deciding.host : nullptr;
    case 6:
      return same_token(name, "expect") ? &deciding.expect : nullptr;
    case 10:
      return same_token(name, "connection") ? &deciding.connection : nullptr;
    case 14:
      return same_token(name, "content-length") ? &deciding.length : nullptr;
    case 16:
      return same_token(name, "content-encoding") ? &deciding.content_coding : nullptr;
    case 17:
      return same_token(name, "transfer-encoding") ? &deciding.coding : nullptr;
    default:
      return nullptr;
  }
}

Deciding deciding_lines(const std::vector<HeaderField>& fields) {
  Deciding deciding;
  for (const HeaderField& field : fields) {
    if (Lines* lines = lines_named(deciding, field.name)) lines->push_back(field.value);
  }
  return deciding;
}

// The elements of a comma-separated list over several lines; empty elements count, so that none goes unseen.
Lines elements_of(const Lines& lines) {
  Lines elements;
  for (std::string_view line : lines) {
    for (;;) {
      const std::size_t comma = line.find(',');
      elements.push_back(trimmed(line.substr(0, comma)));
      if (comma == std::string_view::npos) break;
      line.remove_prefix(comma + 1);
    }
  }
  return elements;
}

bool has_token(const Lines& lines, std::string_view token) {
  const Lines elements = elements_of(lines);
  return std::any_of(elements.begin(), elements.end(), [&](std::string_view e) { return same_token(e, token); });
}

std::optional<Refusal> check_host(const Lines& host, int minor_version) {
  if (host.empty() && minor_version == 0) return std::nullopt;
  if (host.size() == 1 && is_host(host[0])) return std::nullopt;
  return refusal(400, "Permintaan harus memuat tepat satu baris Host yang sah.",
                 "The request must have exactly one valid Host line.");
}

std::optional<Refusal> check_codings(const Deciding& deciding, int minor_version) {
  if (minor_version == 0 || !deciding.length.empty()) {
    return refusal(400, "Transfer-Encoding tidak boleh ada dalam HTTP/1.0 atau bersama Content-Length.",
                   "There must be no Transfer-Encoding in HTTP/1.0 or beside a Content-Length.");
  }
  const Lines codings = elements_of(deciding.coding);
  const auto is_chunked = [](std::string_view coding) { return same_token(coding, "chunked"); };
  const auto first = std::find_if(codings.begin(), codings.end(), is_chunked);
  if (codings.size() == 1 && first == codings.begin()) return std::nullopt;
  const bool chunked_misplaced = first != codings.end() && first + 1 != codings.end();
  if (chunked_misplaced || std::any_of(codings.begin(), codings.end(), [](auto c) { return c.empty(); })) {
    return refusal(400, "Dalam Transfer-Encoding, chunked harus satu kali dan terakhir.",
                   "In Transfer-Encoding, chunked must come once and last.");
  }
  return refusal(501, "Transfer-Encoding hanya boleh berisi chunked.", "Only chunked is known in Transfer-Encoding.");
}

// The value of 1 to 18 digits; nothing else is a length.
std::optional<std::uint64_t> read_length(std::string_view text) {
  if (text.empty() || text.size() > 18) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

Result<Framing, Refusal> framing_of(const Deciding& deciding, int minor_version) {
  if (!deciding.coding.empty()) {
    if (auto bad = check_codings(deciding, minor_version)) return failure(*std::move(bad));
    return Framing{Framing::Kind::chunked, 0};
  }
  if (deciding.length.empty()) return Framing{};
  const auto length = deciding.length.size() == 1 ? read_length(deciding.length[0]) : std::nullopt;
  if (!length) {
    return failure(refusal(400, "Content-Length harus satu bilangan saja.", "Content-Length must be one number only."));
  }
  return *length == 0 ? Framing{} : Framing{Framing::Kind::length, *length};
}

std::optional<Refusal> check_expectation(const Lines& expect) {
  if (expect.empty() || (expect.size() == 1 && same_token(expect[0], "100-continue"))) return std::nullopt;
  return refusal(417, "Expect hanya boleh berisi 100-continue.", "Only 100-continue is known in Expect.");
}

std::optional<Refusal> check_content_coding(const Lines& codings) {
  if (codings.empty() || (codings.size() == 1 && same_token(codings[0], "identity"))) return std::nullopt;
  return refusal(415, "Kirim isi permintaan tanpa pemampatan.", "Send the body without compression.");
}

std::optional<Refusal> check_method(std::string_view method) {
  if (method != "CONNECT" && method != "TRACE") return std::nullopt;
  return refusal(501, "Server ini tidak melayani CONNECT dan TRACE.", "This server does not serve CONNECT and TRACE.");
}

bool keeps_alive(const Lines& connection, int minor_version) {
  if (has_token(connection, "close")) return false;
  return minor_version >= 1 || has_token(connection, "keep-alive");
}

std::optional<Refusal> first_refusal(const Head& head, const Deciding& deciding) {
  if (auto bad = check_method(head.method)) return bad;
  if (auto bad = check_host(deciding.host, head.minor_version)) return bad;
  if (auto bad = check_expectation(deciding.expect)) return bad;
  return check_content_coding(deciding.content_coding);
}

}  // namespace

Result<Message, Refusal> check_request(const Head& head) {
  const Deciding deciding = deciding_lines(head.fields);
  const auto framing = framing_of(deciding, head.minor_version);
  if (!framing) return failure(framing.error());
  if (auto bad = first_refusal(head, deciding)) return failure(*std::move(bad));
  const Method method = method_of(head.method);
  auto target = read_target(head.target, method);
  if (!target) return failure(target.error());

  Message message;
  message.framing = *framing;
  message.expects_continue = !deciding.expect.empty() && head.minor_version >= 1;
  message.keep_alive = keeps_alive(deciding.connection, head.minor_version);
  message.minor_version = head.minor_version;
  message.request.method = method;
  message.request.path = std::move(target->path);
  message.request.parameters = std::move(target->parameters);
  message.request.headers = head.fields;
  // The address names the host before the Host line does (RFC 9112, section 3.2.2).
  message.request.host = !target->host.empty() ? target->host : deciding.host.empty() ? "" : deciding.host[0];
  return message;
}

}  // namespace prima::http
