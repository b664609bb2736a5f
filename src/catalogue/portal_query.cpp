#include "catalogue/portal_query.h"

#include "base/text.h"
#include "catalogue/portal_paths.h"
#include "http/percent.h"

namespace prima::catalogue {

namespace {

constexpr std::size_t longest_search = 200;
constexpr std::size_t longest_code = 64;

// Valid UTF-8 of at most `bytes` bytes, cut where a character begins.
std::string text_of(std::string_view text, std::size_t bytes) {
  if (text.size() > bytes) {
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
    text = text.substr(0, bytes);
  }
  return std::string(text.substr(0, first_invalid_utf8(text).value_or(text.size())));
}

// A whole number from 1 to 999999; 1 for anything else.
std::int64_t page_of(std::string_view text) {
  if (text.empty() || text.size() > 6) return 1;
  std::int64_t number = 0;
  for (const char byte : text) {
    if (byte < '0' || byte > '9') return 1;
    number = number * 10 + (byte - '0');
  }
  return number == 0 ? 1 : number;
}

void add(std::string& address, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  address += address.find('?') == std::string::npos ? '?' : '&';
  address.append(name).append("=").append(http::percent_encoded(value));
}

}  // namespace

std::string_view parameter_of(const std::vector<http::Parameter>& parameters, std::string_view name) {
  for (const http::Parameter& one : parameters) {
    if (one.name == name) return trimmed(one.value);
  }
  return {};
}

PortalQuery portal_query(const std::vector<http::Parameter>& parameters) {
  const auto code = [&](std::string_view name) { return text_of(parameter_of(parameters, name), longest_code); };
  PortalQuery query{.words = text_of(parameter_of(parameters, "q"), longest_search),
                    .institution = code("instansi"),
                    .unit = code("unit"),
                    .region = code("wilayah"),
                    .life_event = code("peristiwa"),
                    .page = page_of(parameter_of(parameters, "halaman"))};
  if (query.institution.empty()) query.unit.clear();
  return query;
}

std::string address_of(const PortalQuery& query) {
  std::string address(portal_path);
  add(address, "q", query.words);
  add(address, "instansi", query.institution);
  add(address, "unit", query.unit);
  add(address, "wilayah", query.region);
  add(address, "peristiwa", query.life_event);
  if (query.page > 1) add(address, "halaman", std::to_string(query.page));
  return address;
}

}  // namespace prima::catalogue
