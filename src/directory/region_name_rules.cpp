#include "directory/region_name_rules.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace prima::directory {

namespace {

struct KindWord {
  std::string_view word;
  std::optional<RegionLevel> level;  // nothing: the word says nothing about the level
};

constexpr std::array<KindWord, 19> kind_words = {{
    {"pemerintah", std::nullopt},
    {"pemda", std::nullopt},
    {"daerah", std::nullopt},
    {"administrasi", std::nullopt},
    {"adm", std::nullopt},
    {"provinsi", RegionLevel::province},
    {"propinsi", RegionLevel::province},
    {"prov", RegionLevel::province},
    {"pemprov", RegionLevel::province},
    {"kabupaten", RegionLevel::regency},
    {"kab", RegionLevel::regency},
    {"pemkab", RegionLevel::regency},
    {"kota", RegionLevel::city},
    {"kotamadya", RegionLevel::city},
    {"kodya", RegionLevel::city},
    {"pemkot", RegionLevel::city},
    {"kecamatan", RegionLevel::district},
    {"kec", RegionLevel::district},
    {"distrik", RegionLevel::district},
}};

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool open = false;
  for (const char c : lowered(text)) {
    if (c == '\'' || c == '"') continue;  // Ma'rang and Marang are one name
    if (!is_letter_or_digit(c)) {
      open = false;
      continue;
    }
    if (!open) words.emplace_back();
    open = true;
    words.back() += c;
  }
  return words;
}

const KindWord* kind_of(std::string_view word) {
  const auto* const found =
      std::find_if(kind_words.begin(), kind_words.end(), [&](const KindWord& one) { return one.word == word; });
  return found == kind_words.end() ? nullptr : found;
}

// "Daerah Istimewa Yogyakarta" and "Daerah Khusus Jakarta" keep their first word, for it belongs to the name.
bool begins_a_name(const std::vector<std::string>& words, std::size_t at) {
  return words[at] == "daerah" && at + 1 < words.size() && (words[at + 1] == "istimewa" || words[at + 1] == "khusus");
}

}  // namespace

RegionName parse_region_name(std::string_view text) {
  const auto words = words_of(text);
  RegionName name;
  std::size_t at = 0;
  // The last word always belongs to the name: there are districts that are called Kota.
  for (; at + 1 < words.size() && !begins_a_name(words, at); ++at) {
    const KindWord* kind = kind_of(words[at]);
    if (kind == nullptr || (kind->level && name.level)) break;
    if (kind->level) name.level = kind->level;
  }
  for (; at < words.size(); ++at) name.key += words[at];
  return name;
}

}  // namespace prima::directory
