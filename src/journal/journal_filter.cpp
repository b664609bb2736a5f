#include "journal/journal_filter.h"

#include <charconv>

#include "base/text.h"

namespace prima::journal {

namespace {

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
  Number number{};
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  return problem == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::optional<Instant> first_moment(std::string_view text, TimeZone zone) {
  if (const auto day = parse_date(text)) return instant_in(zone, *day, 0);
  return parse_instant(text);
}

std::optional<Instant> end_of(std::string_view text, TimeZone zone) {
  if (const auto day = parse_date(text)) return instant_in(zone, *day, 24 * 60);
  return parse_instant(text);
}

class FilterReader {
 public:
  explicit FilterReader(const Parameter& parameter) : parameter_(parameter) {}

  // Reads one parameter with `read`, which answers nothing for what it does not understand.
  template <typename Read>
  auto get(const std::string& name, Read read, const Words& expected) -> decltype(read(std::string_view())) {
    const std::string_view text = trimmed(parameter_(name).value_or(""));
    if (text.empty()) return std::nullopt;
    auto value = read(text);
    if (!value) refuse(name, text, expected);
    return value;
  }
  void refuse(const std::string& name, std::string_view text, const Words& expected) {
    const std::string shown = shown_to_people(text);
    findings.push_back({"journal_filter_" + name,
                        "",
                        0,
                        {"Parameter \"" + name + "\" berisi \"" + shown + "\"; seharusnya " + expected.id + ".",
                         "The parameter \"" + name + "\" is \"" + shown + "\"; it must be " + expected.en + "."}});
  }

  Findings findings;

 private:
  const Parameter& parameter_;
};

std::optional<std::string> as_word(std::string_view text) {
  return is_journal_word(text) ? std::optional<std::string>(text) : std::nullopt;
}

std::optional<std::string> as_id(std::string_view text) {
  return is_subject_id(text) ? std::optional<std::string>(text) : std::nullopt;
}

}  // namespace

Result<JournalFilter, Findings> read_filter(const Parameter& parameter, TimeZone zone) {
  const Words word{"kata seperti service.create", "a word such as service.create"};
  const Words id{"nomor pengenal tanpa spasi", "an id without spaces"};
  const Words moment{"tanggal seperti 2026-11-24, atau saat seperti 2026-11-24T04:00:00Z",
                     "a day such as 2026-11-24, or a moment such as 2026-11-24T04:00:00Z"};
  FilterReader reader(parameter);
  JournalFilter filter;
  filter.actor = reader.get("actor", parse_uuid, {"nomor pengenal akun (UUID)", "the id of an account (a UUID)"});
  filter.action = reader.get("action", as_word, word).value_or("");
  filter.subject_kind = reader.get("kind", as_word, word).value_or("");
  filter.subject_id = reader.get("id", as_id, id).value_or("");
  filter.from = reader.get(
      "from", [zone](std::string_view text) { return first_moment(text, zone); }, moment);
  filter.until = reader.get(
      "until", [zone](std::string_view text) { return end_of(text, zone); }, moment);
  filter.after =
      reader.get("after", parse_cursor, {"nilai \"next\" dari halaman sebelumnya", "\"next\" of the page before"});
  if (!filter.subject_id.empty() && filter.subject_kind.empty() && reader.findings.empty())
    reader.refuse("id", filter.subject_id, {"disertai parameter \"kind\"", "together with the parameter \"kind\""});
  if (!reader.findings.empty()) return failure(reader.findings);
  return filter;
}

std::vector<std::pair<std::string, std::string>> parameters_of(const JournalFilter& filter) {
  std::vector<std::pair<std::string, std::string>> list;
  const auto add = [&list](const char* name, std::string value) {
    if (!value.empty()) list.emplace_back(name, std::move(value));
  };
  if (filter.actor) add("actor", to_text(*filter.actor));
  add("action", filter.action);
  add("kind", filter.subject_kind);
  add("id", filter.subject_id);
  if (filter.from) add("from", iso(*filter.from));
  if (filter.until) add("until", iso(*filter.until));
  if (filter.after) add("after", to_text(*filter.after));
  return list;
}

std::string to_text(const JournalCursor& cursor) {
  return std::to_string(unix_ms(cursor.at)) + '.' + std::to_string(cursor.sequence);
}

std::optional<JournalCursor> parse_cursor(std::string_view text) {
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto at = parse_number<std::int64_t>(text.substr(0, dot));
  const auto sequence = parse_number<std::uint64_t>(text.substr(dot + 1));
  if (!at || !sequence || *sequence >> 63 != 0) return std::nullopt;
  return JournalCursor{from_unix_ms(*at), *sequence};
}

}  // namespace prima::journal
