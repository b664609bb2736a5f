#include "directory/unit_hours_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

#include "base/text.h"
#include "directory/directory_text_rules.h"

namespace prima::directory {

namespace {

constexpr int day_minutes = 1440;
constexpr std::size_t most_spans = 6;
constexpr std::size_t most_special_days = 100;
constexpr std::size_t longest_note = 100;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<int> small_number(std::string_view text) {
  if (text.empty() || text.size() > 2 || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

// "8:00", "08.00" or "24:00" in minutes.
std::optional<int> parse_clock(std::string_view text) {
  const std::size_t point = text.find_first_of(":.");
  if (point == std::string_view::npos || text.size() - point != 3) return std::nullopt;
  const auto hour = small_number(text.substr(0, point));
  const auto minute = small_number(text.substr(point + 1));
  if (!hour || !minute || *minute > 59) return std::nullopt;
  const int value = *hour * 60 + *minute;
  return value <= day_minutes ? std::optional(value) : std::nullopt;
}

// The text between two times, whatever people put there.
std::optional<std::pair<std::string_view, std::string_view>> split_span(std::string_view text) {
  for (const std::string_view between : {"s.d.", "s/d", "sd", "sampai", "hingga", "to", "–", "—", "-"}) {
    const std::size_t at = text.find(between);
    if (at != std::string_view::npos)
      return std::pair(trimmed(text.substr(0, at)), trimmed(text.substr(at + between.size())));
  }
  return std::nullopt;
}

std::optional<MinuteSpan> parse_span(std::string_view text) {
  const auto sides = split_span(text);
  if (!sides) return std::nullopt;
  const auto from = parse_clock(sides->first);
  const auto to = parse_clock(sides->second);
  return from && to && *from < *to ? std::optional(MinuteSpan{*from, *to}) : std::nullopt;
}

Words not_hours(std::string_view text) {
  const std::string shown = shown_to_people(text);
  return {fmt::format("\"{}\" bukan jam layanan; tulis misalnya 08:00-12:00, 13:00-16:00 atau tutup", shown),
          fmt::format("\"{}\" is no opening time; write for example 08:00-12:00, 13:00-16:00 or tutup", shown)};
}

Words not_special_day(std::string_view text) {
  const std::string shown = shown_to_people(text);
  return {
      fmt::format("\"{}\" bukan hari khusus; tulis misalnya 2026-12-24 08:00-12:00 (malam Natal); 2026-12-25 tutup",
                  shown),
      fmt::format("\"{}\" is no special day; write for example 2026-12-24 08:00-12:00 (malam Natal); 2026-12-25 tutup",
                  shown)};
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find_first_of(separators);
    parts.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// Takes "(note)" off the end.
std::optional<std::string> take_note(std::string_view& text) {
  if (!text.ends_with(')')) return std::string();
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos) return std::nullopt;
  std::string note(trimmed(text.substr(open + 1, text.size() - open - 2)));
  text = trimmed(text.substr(0, open));
  const bool fits = characters_of(note) <= longest_note && !has_hidden_characters(note) &&
                    note.find_first_of("();") == std::string::npos;
  return fits ? std::optional(std::move(note)) : std::nullopt;
}

Result<SpecialDay, Words> parse_special_day(std::string_view text) {
  std::string_view rest = text;
  auto note = take_note(rest);
  const std::size_t gap = rest.find_first_of(" :", 10);
  const auto date = parse_date(rest.substr(0, std::min<std::size_t>(10, rest.size())));
  if (!note || !date || gap != 10) return failure(not_special_day(text));
  rest = trimmed(rest.substr(gap));
  if (rest.starts_with(':')) rest = trimmed(rest.substr(1));
  if (rest.empty()) return failure(not_special_day(text));
  auto hours = parse_day_hours(rest);
  if (!hours) return failure(hours.error());
  return SpecialDay{*date, *std::move(hours), *std::move(note)};
}

}  // namespace

std::optional<DayHours> hours_on(const OpeningHours& hours, Date date) {
  const auto special = std::find_if(hours.special_days.begin(), hours.special_days.end(),
                                    [&](const SpecialDay& day) { return day.date == date; });
  if (special != hours.special_days.end()) return special->hours;
  const std::chrono::weekday weekday{std::chrono::sys_days(date)};
  return hours.week[weekday.iso_encoding() - 1];
}

std::string clock_text(int minute) { return fmt::format("{:02}:{:02}", minute / 60, minute % 60); }

std::string to_text(const DayHours& hours) {
  if (hours.empty()) return "tutup";
  std::string text;
  for (const MinuteSpan& span : hours) {
    if (!text.empty()) text += ", ";
    text += clock_text(span.from) + "-" + clock_text(span.to);
  }
  return text;
}

Result<DayHours, Words> parse_day_hours(std::string_view text) {
  const std::string clean = lowered(trimmed(text));
  for (const std::string_view closed : {"tutup", "libur", "closed"}) {
    if (clean == closed) return DayHours{};
  }
  for (const std::string_view always : {"24 jam", "24 hours"}) {
    if (clean == always) return DayHours{{0, day_minutes}};
  }
  DayHours hours;
  for (const std::string_view part : split(clean, ",;")) {
    const auto span = parse_span(part);
    if (!span || hours.size() == most_spans) return failure(not_hours(text));
    if (!hours.empty() && hours.back().to >= span->from) {
      return failure(
          Words{"jam layanan harus urut dan tidak bertumpang tindih; tulis misalnya 08:00-12:00, 13:00-16:00",
                "opening times must be in order and must not overlap; write for example 08:00-12:00, 13:00-16:00"});
    }
    hours.push_back(*span);
  }
  return hours;
}

std::string to_text(const std::vector<SpecialDay>& days) {
  std::string text;
  for (const SpecialDay& day : days) {
    if (!text.empty()) text += "; ";
    text += iso(day.date) + " " + to_text(day.hours);
    if (!day.note.empty()) text += " (" + day.note + ")";
  }
  return text;
}

Result<std::vector<SpecialDay>, Words> parse_special_days(std::string_view text) {
  std::vector<SpecialDay> days;
  if (trimmed(text).empty()) return days;
  for (const std::string_view part : split(text, ";\n")) {
    if (part.empty()) continue;
    auto day = parse_special_day(part);
    if (!day) return failure(day.error());
    days.push_back(*std::move(day));
  }
  std::sort(days.begin(), days.end(), [](const SpecialDay& a, const SpecialDay& b) { return a.date < b.date; });
  const auto twice = std::adjacent_find(days.begin(), days.end(),
                                        [](const SpecialDay& a, const SpecialDay& b) { return a.date == b.date; });
  if (twice != days.end()) {
    return failure(Words{fmt::format("hari {} ada dua kali; hapus salah satunya", iso(twice->date)),
                         fmt::format("the day {} stands twice; remove one of them", iso(twice->date))});
  }
  if (days.size() > most_special_days)
    return failure(Words{"lebih dari 100 hari khusus; hapus yang sudah lewat",
                         "more than 100 special days; remove those that are over"});
  return days;
}

}  // namespace prima::directory
