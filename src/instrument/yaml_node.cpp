#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/decimal.h"
#include "base/text.h"
#include "instrument/yaml.h"

namespace prima::instrument {

namespace {

constexpr std::array<std::string_view, 6> secret_words = {"password", "passwd", "secret", "token", "api_key", "sandi"};
constexpr std::array<std::string_view, 5> storage_words = {"database", "storage", "mode", "chmod", "connection"};

template <std::size_t N>
bool mentions(std::string_view key, const std::array<std::string_view, N>& words) {
  const std::string lower = lowered(key);
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

Words unknown_key_words(const std::string& path, std::string_view key, const std::vector<std::string>& known) {
  const auto near = closest(key, known);
  const std::string shown = shown_to_people(key);
  Words words{fmt::format("kunci \"{}\" tidak dikenal di {}", shown, path),
              fmt::format("the key \"{}\" is not known in {}", shown, path)};
  words.id += near ? fmt::format("; mungkin maksudnya \"{}\"?", *near) : "; hapus atau perbaiki";
  words.en += near ? fmt::format("; did you mean \"{}\"?", *near) : "; remove or correct it";
  return words;
}

bool is_id(std::string_view text) {
  constexpr std::size_t longest = 64;
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !text.empty() && text.size() <= longest && plain(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return plain(c) || c == '-' || c == '_' || c == '.'; });
}

}  // namespace

void YamlNode::allow_keys(std::initializer_list<std::string_view> known) const {
  if (!is_map()) return;
  for (const auto& [key, value] : value_->entries) {
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    const std::string shown = shown_to_people(key);
    if (mentions(key, secret_words)) {
      problems_->add(
          "secret_in_instrument", value.line,
          {fmt::format("kunci \"{}\" tampak seperti rahasia; instrumen dibaca umum, hapus dan ganti rahasianya", shown),
           fmt::format("the key \"{}\" looks like a secret; instruments are public, remove it and change the secret",
                       shown)});
    } else if (mentions(key, storage_words)) {
      problems_->add(
          "unknown_key", value.line,
          {fmt::format("kunci \"{}\" mengatur penyimpanan; instrumen hanya memuat metode, hapus dari sini", shown),
           fmt::format("the key \"{}\" is about storage; an instrument holds the method only, remove it from here",
                       shown)});
    } else {
      problems_->add("unknown_key", value.line, unknown_key_words(path_, key, {known.begin(), known.end()}));
    }
  }
}

YamlNode YamlNode::optional(std::string_view key) const {
  const std::string path = path_.empty() ? std::string(key) : path_ + "." + std::string(key);
  if (is_map()) {
    for (const auto& [name, value] : value_->entries) {
      if (name == key) return {&value, path, value.line, problems_};
    }
  }
  return {nullptr, path, line_, problems_};
}

YamlNode YamlNode::required(std::string_view key) const {
  YamlNode node = optional(key);
  if (!node.exists()) {
    node.report("missing_key", {fmt::format("{} belum diisi; tambahkan \"{}\"", node.path(), key),
                                fmt::format("{} is missing; add \"{}\"", node.path(), key)});
  }
  return node;
}

std::vector<YamlNode> YamlNode::items() const {
  std::vector<YamlNode> nodes;
  if (!exists()) return nodes;
  if (!is_list()) {
    report("not_a_list", {fmt::format("{} harus berupa daftar", path_), fmt::format("{} must be a list", path_)});
    return nodes;
  }
  for (const YamlValue& item : value_->items) {
    nodes.emplace_back(&item, fmt::format("{}[{}]", path_, nodes.size()), item.line, problems_);
  }
  return nodes;
}

std::vector<std::pair<std::string, YamlNode>> YamlNode::entries() const {
  std::vector<std::pair<std::string, YamlNode>> nodes;
  if (!exists()) return nodes;
  if (!is_map()) {
    report("not_a_map", {fmt::format("{} harus berupa pasangan kunci dan nilai", path_),
                         fmt::format("{} must be made of keys and values", path_)});
    return nodes;
  }
  for (const auto& [key, value] : value_->entries) {
    nodes.emplace_back(key, YamlNode(&value, path_ + "." + key, value.line, problems_));
  }
  return nodes;
}

bool YamlNode::expect_scalar() const {
  if (!exists()) return false;
  if (value_->kind == YamlValue::Kind::scalar) return true;
  report("not_a_text", {fmt::format("{} harus berupa satu teks", path_), fmt::format("{} must be one text", path_)});
  return false;
}

std::string YamlNode::text() const { return expect_scalar() ? value_->scalar : std::string(); }

std::string YamlNode::id() const {
  std::string value = text();
  if (exists() && !is_id(value)) {
    const std::string shown = shown_to_people(value);
    report("bad_id",
           {fmt::format(
                "{}: \"{}\" bukan id; pakai huruf kecil, angka, \"-\", \"_\" atau \".\", paling banyak 64 karakter",
                path_, shown),
            fmt::format(
                "{}: \"{}\" is not an id; use lower-case letters, digits, \"-\", \"_\" or \".\", at most 64 characters",
                path_, shown)});
  }
  return value;
}

Words YamlNode::words() const {
  if (!exists()) return {};
  if (!is_map()) {
    report("missing_language",
           {fmt::format("{} harus ditulis dalam dua bahasa: {{id: \"...\", en: \"...\"}}", path_),
            fmt::format("{} must be written in two languages: {{id: \"...\", en: \"...\"}}", path_)});
    return {};
  }
  allow_keys({"id", "en"});
  const Words words{optional("id").text(), optional("en").text()};
  for (const auto& [language, text] : {std::pair{"id", &words.id}, std::pair{"en", &words.en}}) {
    if (!trimmed(*text).empty()) continue;
    report("missing_language",
           {fmt::format("{}.{} kosong; setiap teks harus ada dalam bahasa Indonesia dan Inggris", path_, language),
            fmt::format("{}.{} is empty; every text must be there in Indonesian and in English", path_, language)});
  }
  return words;
}

bool YamlNode::flag() const {
  const std::string value = text();
  if (value == "true" || value == "false" || !exists()) return value == "true";
  report("not_a_flag",
         {fmt::format("{} harus true atau false", path_), fmt::format("{} must be true or false", path_)});
  return false;
}

Rational YamlNode::number() const {
  if (!expect_scalar()) return {};
  if (!value_->quoted) {
    report("number_not_text", {fmt::format("{}: tulis angka dalam tanda kutip, misalnya \"{}\", agar dibaca persis",
                                           path_, shown_to_people(value_->scalar)),
                               fmt::format("{}: write the number in quotes, such as \"{}\", so that it is read exactly",
                                           path_, shown_to_people(value_->scalar))});
  }
  const auto number = parse_number(value_->scalar);
  if (number) return *number;
  const Words why = describe(number.error(), value_->scalar);
  report(number.error() == NumberProblem::decimal_comma ? "decimal_comma" : "not_a_number",
         {fmt::format("{}: {}", path_, why.id), fmt::format("{}: {}", path_, why.en)});
  return {};
}

int YamlNode::whole() const {
  const std::string value = text();
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool good = error == std::errc() && end == value.data() + value.size();
  if (exists() && !good) {
    report("not_a_number",
           {fmt::format("{} harus berupa bilangan bulat", path_), fmt::format("{} must be a whole number", path_)});
  }
  return good ? number : 0;
}

std::optional<Date> YamlNode::date() const {
  const std::string value = text();
  const auto date = parse_date(value);
  if (exists() && !date) {
    const std::string shown = shown_to_people(value);
    report("bad_date", {fmt::format("{}: \"{}\" bukan tanggal; tulis TTTT-BB-HH", path_, shown),
                        fmt::format("{}: \"{}\" is not a date; write YYYY-MM-DD", path_, shown)});
  }
  return date;
}

std::vector<std::string> YamlNode::ids() const {
  std::vector<std::string> all;
  for (const YamlNode& item : items()) all.push_back(item.id());
  return all;
}

}  // namespace prima::instrument
