#include <algorithm>
#include <charconv>
#include <set>

#include "base/text.h"
#include "catalogue/standard_api.h"
#include "catalogue/typed_edition.h"
#include "catalogue/typed_edition_walk.h"

namespace prima::catalogue {

namespace {

// "1.250.000", "1,250,000", "Rp 5 000": points, commas and spaces may part groups of three digits.
std::optional<std::int64_t> whole_number(std::string_view typed) {
  std::string_view text = trimmed(typed);
  if (text.starts_with("Rp")) text = trimmed(text.substr(2));
  std::string digits;
  std::size_t since_mark = 0;
  bool grouped = false;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digits.push_back(c);
      ++since_mark;
    } else if ((c == '.' || c == ',' || c == ' ') && !digits.empty() && (grouped ? since_mark == 3 : since_mark <= 3)) {
      grouped = true;
      since_mark = 0;
    } else {
      return std::nullopt;
    }
  }
  if (digits.empty() || (grouped && since_mark != 3)) return std::nullopt;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() ? std::optional(number) : std::nullopt;
}

// Fills an edition with what was typed. What cannot be read keeps a harmless value, so that it is reported once.
class Reader {
 public:
  Reader(const TypedEdition& typed, Findings* findings) : typed_(typed), findings_(findings) {}

  void operator()(const std::string& at, std::string& text, const Limit&) { text = line(at); }
  void operator()(const std::string& at, LocalText& text, const Limit&) { text = {line(at + "/id"), line(at + "/en")}; }
  void operator()(const std::string& at, std::int64_t& number, const Limit& limit) {
    const std::string typed = line(at);
    number = limit.least;
    if (typed.empty() && !limit.required) {
      number = 0;
    } else if (typed.empty()) {
      missing(at);
    } else if (const auto read = whole_number(typed); !read) {
      add("not_a_number", at,
          {"Tulis bilangan bulat, misalnya 25.000, tanpa kata.",
           "Write a whole number, such as 25,000, without words."});
    } else if (*read < limit.least || *read > limit.greatest) {
      add("out_of_range", at,
          {"Tulis bilangan dari " + std::to_string(limit.least) + " sampai " + std::to_string(limit.greatest) + ".",
           "Write a number from " + std::to_string(limit.least) + " to " + std::to_string(limit.greatest) + "."});
    } else {
      number = *read;
    }
  }
  void operator()(const std::string& at, int& number, const Limit& limit) {
    std::int64_t wide = 0;
    operator()(at, wide, limit);
    number = static_cast<int>(wide);
  }
  void operator()(const std::string& at, std::optional<Date>& date, const Limit&) {
    const std::string typed = line(at);
    date = parse_date(typed);
    if (!date && !typed.empty())
      add("not_a_date", at,
          {"Tulis tanggal yang ada sebagai TAHUN-BULAN-HARI, misalnya 2026-01-31.",
           "Write a day that exists as YEAR-MONTH-DAY, such as 2026-01-31."});
  }
  void operator()(const std::string& at, Duration& duration, const Limit&) {
    operator()(at + "/amount", duration.amount, amount_of_time);
    operator()(at + "/unit", duration.unit, Limit{});
  }
  void operator()(const std::string& at, std::optional<Duration>& duration, const Limit& limit) {
    duration.reset();
    if (!line(at + "/amount").empty()) operator()(at, duration.emplace(), limit);
  }
  template <typename E>
  requires std::is_enum_v<E>
  void operator()(const std::string& at, E& one, const Limit& limit) {
    const std::string typed = line(at);
    if (typed.empty() && !limit.required) return;
    if (typed.empty()) return missing(at);
    if (const auto known = value_of<E>(typed)) {
      one = *known;
    } else {
      unknown(at);
    }
  }
  template <BoxList List>
  void operator()(const std::string& at, List& list, const Limit&) {
    using E = typename IsList<List>::Item;
    list.clear();
    const auto& typed = typed_.values(at);
    for (const Named<E>& named : names<E>())
      if (std::find(typed.begin(), typed.end(), named.key) != typed.end()) list.push_back(named.value);
    for (const std::string& value : typed)
      if (!value.empty() && !value_of<E>(value)) return unknown(at);
  }
  template <Lines List>
  void operator()(const std::string& at, List& list, const Limit&) {
    list.clear();
    for (const std::string& value : typed_.values(at)) {
      std::string_view rest = value;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (const std::string_view one = trimmed(rest.substr(0, end)); !one.empty()) list.emplace_back(one);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
  }
  template <RowList List>
  void operator()(const std::string& at, List& list, const Limit&) {
    list.clear();
    list.resize(typed_.rows(at));
    for (std::size_t i = 0; i < list.size(); ++i) row(at + "/" + std::to_string(i), list[i]);
  }

 private:
  void row(const std::string& at, LocalText& text) { operator()(at, text, Limit{}); }
  template <typename T>
  void row(const std::string& at, T& one) {
    walk_fields(*this, at, one);
  }

  std::string line(const std::string& at) const { return std::string(trimmed(typed_.value(at))); }
  void add(std::string code, const std::string& at, Words words) {
    findings_->push_back({std::move(code), at, 0, std::move(words)});
  }
  void missing(const std::string& at) { add("missing", at, {"Isi bagian ini.", "Fill this in."}); }
  void unknown(const std::string& at) {
    add("unknown_name", at, {"Pilih salah satu dari daftar.", "Choose one of the list."});
  }

  const TypedEdition& typed_;
  Findings* findings_;
};

}  // namespace

Result<Edition, Findings> edition_of(const TypedEdition& typed, const Edition& base) {
  Findings findings;
  Edition edition;
  edition.number = base.number;
  edition.state = base.state;
  Reader reader(typed, &findings);
  walk_fields(reader, "", edition);
  std::set<std::string> places;
  for (const Finding& finding : findings) places.insert(finding.file);
  auto read = read_edition(edition_json(edition));
  if (!read) {
    for (Finding& finding : read.error())
      if (places.insert(finding.file).second) findings.push_back(std::move(finding));
  }
  if (!findings.empty()) return failure(std::move(findings));
  return std::move(*read);
}

}  // namespace prima::catalogue
