#include "publication/registry_query.h"

#include <array>
#include <optional>

#include "base/text.h"
#include "html/province.h"
#include "http/percent.h"
#include "publication/search_words.h"

namespace prima::publication {

using instrument::Zone;

namespace {

constexpr std::size_t longest_search = 200;

std::string_view value_of(const std::vector<http::Parameter>& parameters, std::string_view name) {
  for (const http::Parameter& one : parameters) {
    if (one.name == name) return trimmed(one.value);
  }
  return {};
}

// A whole number from 1 to 999999.
std::optional<int> number_of(std::string_view text) {
  if (text.empty() || text.size() > 6) return std::nullopt;
  int number = 0;
  for (const char byte : text) {
    if (byte < '0' || byte > '9') return std::nullopt;
    number = number * 10 + (byte - '0');
  }
  return number == 0 ? std::nullopt : std::optional<int>(number);
}

std::optional<Level> level_from_key(std::string_view key) {
  if (key.empty() || key == key_of(Level::other)) return std::nullopt;
  const Level level = level_of(key);
  return level == Level::other ? std::nullopt : std::optional<Level>(level);
}

// Cut where a character begins, so that the text stays valid.
std::string_view at_most(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  return text.substr(0, bytes);
}

void add(std::string& address, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  address += address.find('?') == std::string::npos ? '?' : '&';
  address.append(name).append("=").append(http::percent_encoded(value));
}

}  // namespace

std::string key_of(Level level) { return slug(official_name(level)); }

std::string key_of(Zone zone) { return slug(official_name(zone)); }

RegistryQuery registry_query(const std::vector<http::Parameter>& parameters) {
  RegistryQuery query;
  query.filter.words = at_most(value_of(parameters, "q"), longest_search);
  query.filter.year = number_of(value_of(parameters, "tahun"));
  query.filter.level = level_from_key(value_of(parameters, "tingkat"));
  query.filter.zone = read_zone(value_of(parameters, "zona"));
  const std::string_view province = value_of(parameters, "provinsi");
  if (html::find_province(province) != nullptr) query.filter.province = province;
  query.filter.contradictions_only = value_of(parameters, "bertentangan") == "1";
  query.page = number_of(value_of(parameters, "halaman")).value_or(1);
  return query;
}

std::string address_of(std::string_view path, const RegistryQuery& query) {
  std::string address(path);
  const Filter& filter = query.filter;
  add(address, "q", filter.words);
  if (filter.year) add(address, "tahun", std::to_string(*filter.year));
  if (filter.level) add(address, "tingkat", key_of(*filter.level));
  if (filter.zone) add(address, "zona", key_of(*filter.zone));
  add(address, "provinsi", filter.province);
  if (filter.contradictions_only) add(address, "bertentangan", "1");
  if (query.page > 1) add(address, "halaman", std::to_string(query.page));
  return address;
}

std::string government_path(const Government& government) { return "/pemerintah/" + government.slug; }

}  // namespace prima::publication
