#include "http/target.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "http/percent.h"

namespace prima::http {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

bool may_stand_in_target(char c) { return c > 0x20 && c < 0x7f && !is_one_of(c, "#\"<>\\"); }

Failure<Refusal> refused(std::string indonesian, std::string english) {
  return failure(Refusal{400, {std::move(indonesian), std::move(english)}});
}

Failure<Refusal> bad_encoding() {
  return refused("Alamat memuat % yang tidak diikuti dua angka heksadesimal, atau teks yang bukan UTF-8.",
                 "The address has a % without two hexadecimal digits after it, or text that is not UTF-8.");
}

bool is_dots(std::string_view segment) { return segment == "." || segment == ".."; }

bool has_dot_segment(std::string_view path) {
  for (std::size_t begin = 1; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (is_dots(path.substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return false;
}

bool may_stand_in_path(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f && c != '\\'; }

// The two rules that hold for the decoded path but not for the text of the target.
bool is_plain_path(std::string_view path) {
  return path.starts_with('/') && std::all_of(path.begin(), path.end(), may_stand_in_path) && !has_dot_segment(path);
}

Result<std::string, Refusal> read_path(std::string_view text) {
  if (text.find('%') == std::string_view::npos && is_plain_path(text)) return std::string(text);
  auto path = percent_decoded(text, Plus::is_plus);
  if (!path || first_invalid_utf8(*path)) return bad_encoding();
  if (!is_plain_path(*path)) {
    return refused("Alamat memuat bagian \".\" atau \"..\", garis miring terbalik, atau karakter kendali.",
                   "The address has a part \".\" or \"..\", a backslash, or a control character.");
  }
  return *std::move(path);
}

std::optional<std::string> read_text(std::string_view text) {
  auto decoded = percent_decoded(text, Plus::is_space);
  if (!decoded || first_invalid_utf8(*decoded) || decoded->find('\0') != std::string::npos) return std::nullopt;
  return decoded;
}

// Takes "http://host" off the front of the text.
Result<std::string_view, Refusal> take_host(std::string_view& text) {
  const std::size_t colon = text.find("://");
  if (colon == std::string_view::npos ||
      !(same_token(text.substr(0, colon), "http") || same_token(text.substr(0, colon), "https"))) {
    return refused("Alamat harus diawali / atau http://.", "The address must begin with / or http://.");
  }
  text.remove_prefix(colon + 3);
  const std::string_view host = text.substr(0, text.find_first_of("/?"));
  if (!is_host(host))
    return refused("Nama server dalam alamat tidak sah.", "The name of the server in the address is not valid.");
  text.remove_prefix(host.size());
  return host;
}

Result<Target, Refusal> read_origin(std::string_view text, std::string_view host) {
  const std::size_t question = text.find('?');
  const std::string_view path_text = text.substr(0, question);
  auto path = read_path(path_text.empty() ? "/" : path_text);
  if (!path) return failure(path.error());
  Target target{*std::move(path), {}, host};
  if (question == std::string_view::npos) return target;
  auto parameters = read_query(text.substr(question + 1));
  if (!parameters) return failure(parameters.error());
  target.parameters = *std::move(parameters);
  return target;
}

bool is_port(std::string_view text) { return text.size() <= 5 && std::all_of(text.begin(), text.end(), is_digit); }

bool is_ipv6(std::string_view text) {
  return text.size() >= 2 && std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':' || c == '.';
         });
}

bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= 255 && std::all_of(text.begin(), text.end(), [](char c) {
    return is_letter(c) || is_digit(c) || is_one_of(c, "-._~");
  });
}

}  // namespace

bool is_host(std::string_view text) {
  if (text.starts_with('[')) {
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos || !is_ipv6(text.substr(1, end - 1))) return false;
    const std::string_view rest = text.substr(end + 1);
    return rest.empty() || (rest.starts_with(':') && is_port(rest.substr(1)));
  }
  const std::size_t colon = text.find(':');
  return is_name(text.substr(0, colon)) && (colon == std::string_view::npos || is_port(text.substr(colon + 1)));
}

Result<std::vector<Parameter>, Refusal> read_query(std::string_view text) {
  std::vector<Parameter> parameters;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const std::string_view pair = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto name = read_text(pair.substr(0, equals));
    auto value = read_text(pair.substr(std::min(equals + 1, pair.size())));
    if (!name || !value) return bad_encoding();
    if (parameters.size() == max_parameters) {
      return refused("Alamat memuat terlalu banyak parameter.", "The address has too many parameters.");
    }
    parameters.push_back({*std::move(name), *std::move(value)});
  }
  return parameters;
}

Result<Target, Refusal> read_target(std::string_view text, Method method) {
  if (text == "*" && method == Method::options) return Target{"*", {}, {}};
  if (!std::all_of(text.begin(), text.end(), may_stand_in_target)) {
    return refused("Alamat memuat karakter yang harus dikodekan dengan %.",
                   "The address has a character that must be encoded with %.");
  }
  if (text.starts_with('/')) return read_origin(text, {});
  const auto host = take_host(text);
  if (!host) return failure(host.error());
  return read_origin(text, *host);
}

}  // namespace prima::http
