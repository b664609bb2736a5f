#include "directory/calendar_page.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/assert.h"
#include "base/working_calendar_words.h"
#include "directory/calendar_page_months.h"
#include "html/alert.h"
#include "html/badge.h"
#include "html/breadcrumb.h"
#include "html/card.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/table.h"
#include "html/text.h"

namespace prima::directory {

using html::Text;
using html::Writer;

namespace {

// A year is no number to be grouped: "2026", never "2.026".
std::string shown(int year) { return std::to_string(year); }

std::string path_of(int year) { return "/kalender/" + shown(year); }

html::Standing look(DecreeStanding standing) {
  switch (standing) {
    case DecreeStanding::official:
      return html::Standing::official;
    case DecreeStanding::inferred:
      return html::Standing::inferred;
    case DecreeStanding::ours:
      return html::Standing::ours;
  }
  PRIMA_UNREACHABLE("standing of a decree");
}

std::int64_t count_of(const std::vector<DayStatus>& days, DayOffKind kind) {
  return std::count_if(days.begin(), days.end(), [&](const DayStatus& one) { return one.day_off->kind == kind; });
}

void write_figures(Writer& w, const WorkingCalendar& calendar, int year, const std::vector<DayStatus>& days) {
  const Date first{std::chrono::year(year), std::chrono::January, std::chrono::day(1)};
  const Date last{std::chrono::year(year), std::chrono::December, std::chrono::day(31)};
  const std::int64_t at_weekends = std::count_if(days.begin(), days.end(), [](const DayStatus& one) {
    return one.weekly_rest && one.day_off->kind == DayOffKind::national_holiday;
  });
  const std::string working = w.count(calendar.count_working_days(first, last).value());
  const std::string holidays = w.count(count_of(days, DayOffKind::national_holiday));
  const std::string leave = w.count(count_of(days, DayOffKind::collective_leave));
  const std::string weekends = w.count(at_weekends);
  html::stats(
      w, {{.label = Text::calendar_working_days, .value = working, .note = Text::calendar_working_days_note},
          {.label = Text::calendar_holidays, .value = holidays, .note = say(Text::calendar_holidays_note, weekends)},
          {.label = Text::calendar_leave, .value = leave, .note = Text::calendar_leave_note}});
}

void write_list(Writer& w, const std::vector<DayStatus>& days) {
  html::table(w,
              {.caption = Text::calendar_list_caption,
               .caption_hidden = true,
               .columns = {{Text::calendar_day},
                           {Text::calendar_name},
                           {Text::calendar_kind},
                           {Text::calendar_decree},
                           {Text::calendar_standing}}},
              [&](html::TableRows& rows) {
                for (const DayStatus& one : days) {
                  rows.row("d-" + iso(one.day), [&](html::TableRow& row) {
                    row.header(day_words(one.day));
                    row.cell(one.day_off->name);
                    row.cell(kind_words(one.day_off->kind));
                    row.cell(one.decree->number);
                    row.cell([&] { html::standing_badge(w, look(one.decree->standing)); });
                  });
                }
              });
}

bool is_about(const Decree& decree, int year) {
  const auto in_year = [&](Date day) { return static_cast<int>(day.year()) == year; };
  return decree.sets_year == year || std::any_of(decree.revokes.begin(), decree.revokes.end(), in_year) ||
         std::any_of(decree.adds.begin(), decree.adds.end(), [&](const DayOff& off) { return in_year(off.day); });
}

void write_changes(Writer& w, const Decree& decree) {
  const std::string added = w.count(static_cast<std::int64_t>(decree.adds.size()));
  const std::string revoked = w.count(static_cast<std::int64_t>(decree.revokes.size()));
  if (decree.revokes.empty()) {
    w.text(say(Text::calendar_adds, added));
  } else {
    w.text(say(Text::calendar_adds_and_revokes, added, revoked));
  }
}

void write_decree(Writer& w, const Decree& decree) {
  html::card(
      w, {.title = decree.number, .heading_level = 3, .aside = [&] { html::standing_badge(w, look(decree.standing)); }},
      [&] {
        w.p(decree.title);
        if (!decree.region.empty()) w.p(say(Text::calendar_only_region, decree.region));
        html::facts(w, {{Text::calendar_issued, w.date(decree.issued)},
                        {Text::calendar_known_from, w.date(decree.known_from)},
                        {Text::calendar_changes, [&] { write_changes(w, decree); }},
                        {Text::calendar_source, [&] { html::external_link(w, decree.source, decree.source); }}});
        if (!decree.note.empty()) w.p(decree.note);
      });
}

void write_decrees(Writer& w, const Calendars& calendars, int year, Date today) {
  std::vector<const Decree*> about;
  for (std::size_t i = 0; i < calendars.known_on(today); ++i)
    if (is_about(calendars.decrees()[i], year)) about.push_back(&calendars.decrees()[i]);
  if (about.empty()) return;
  html::section(w, {.title = Text::calendar_decrees, .lead = Text::calendar_decrees_lead}, [&] {
    html::stack(w, [&] {
      for (const Decree* decree : about) write_decree(w, *decree);
      html::standing_legend(w);
    });
  });
}

void write_years(Writer& w, const WorkingCalendar& calendar, int year) {
  std::vector<std::string> labels;
  for (const int set : calendar.set_years()) labels.push_back(shown(set));
  std::vector<html::TabLink> tabs;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const int set = calendar.set_years()[i];
    tabs.push_back({.label = labels[i], .path = path_of(set), .current = set == year});
  }
  if (!tabs.empty()) html::link_tabs(w, Text::calendar_years, tabs);
}

void write_year(Writer& w, const WorkingCalendar& calendar, int year) {
  const auto found = calendar.days_off(year);
  if (!found) {
    const std::string missing = shown(found.error().year);
    html::alert(w, {.kind = html::AlertKind::warning, .title = say(Text::calendar_not_set_title, missing)},
                [&] { w.p(say(Text::calendar_not_set_body, missing)); });
    return;
  }
  const std::vector<DayStatus>& days = *found;
  write_figures(w, calendar, year, days);
  html::section(w,
                {.title = Text::calendar_months,
                 .lead = say(Text::calendar_legend, Text::calendar_mark_holiday, Text::calendar_mark_leave)},
                [&] { write_months(w, calendar, year); });
  html::section(w, {.title = Text::calendar_list, .lead = Text::calendar_list_lead}, [&] { write_list(w, days); });
}

}  // namespace

std::optional<int> calendar_year(std::string_view text) {
  constexpr int first = 1945;
  constexpr int last = 2999;
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (text.size() != 4 || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return year >= first && year <= last ? std::optional(year) : std::nullopt;
}

std::string calendar_page(Language language, const Calendars& calendars, int year, Date today) {
  const WorkingCalendar calendar = calendars.as_known_on(today);
  const std::string name = shown(year);
  const Writer words(language);
  const std::string known_until = words.date(today);
  const std::string lead = words.plain(say(Text::calendar_lead, name, known_until));
  return html::document({.language = language,
                         .path = path_of(year),
                         .title = words.plain(say(Text::calendar_title, name)),
                         .description = calendar.is_set(year) ? lead : ""},
                        [&](Writer& w) {
                          html::breadcrumb(w, {}, say(Text::calendar_title, name));
                          // A year that is not set has no days to introduce.
                          html::page_header(w, {.title = say(Text::calendar_title, name),
                                                .lead = calendar.is_set(year) ? html::Content(lead) : html::Content()});
                          html::stack(w, [&] {
                            write_years(w, calendar, year);
                            write_year(w, calendar, year);
                            write_decrees(w, calendars, year, today);
                          });
                        });
}

}  // namespace prima::directory
