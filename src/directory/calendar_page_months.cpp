#include "directory/calendar_page_months.h"

#include <array>
#include <string>

#include "base/working_calendar_words.h"
#include "html/layout.h"
#include "html/text.h"

namespace prima::directory {

using html::Text;
using html::Writer;
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;

namespace {

constexpr std::array week = {std::chrono::Monday, std::chrono::Tuesday,  std::chrono::Wednesday, std::chrono::Thursday,
                             std::chrono::Friday, std::chrono::Saturday, std::chrono::Sunday};

void write_head(Writer& w) {
  constexpr std::size_t short_name = 3;  // "Sen", "Mon"
  w.thead([&] {
    w.tr([&] {
      for (const weekday day : week) {
        const std::string& name = weekday_words(day).in(w.language());
        w.th({{"scope", "col"}}, [&] { w.abbr({{"title", name}}, name.substr(0, short_name)); });
      }
    });
  });
}

void write_day_off(Writer& w, const DayStatus& status) {
  const bool leave = status.day_off->kind == DayOffKind::collective_leave;
  w.td({{"class", "off"}}, [&] {
    w.strong(std::to_string(static_cast<unsigned>(status.day.day())));
    w.sup({{"aria-hidden", "true"}}, leave ? Text::calendar_mark_leave : Text::calendar_mark_holiday);
    w.span({{"class", "hidden-text"}}, [&] {
      w.text(" ");
      w.text(kind_words(status.day_off->kind));
      w.text(" ");
      w.text(status.day_off->name);
    });
  });
}

void write_day(Writer& w, const DayStatus& status) {
  if (status.day_off != nullptr) return write_day_off(w, status);
  const std::string number = std::to_string(static_cast<unsigned>(status.day.day()));
  if (status.weekly_rest) {
    w.td({{"class", "rest"}}, number);
  } else {
    w.td(number);
  }
}

void write_month(Writer& w, const WorkingCalendar& calendar, std::chrono::year_month month) {
  const sys_days first(month / 1);
  const sys_days last(month / std::chrono::last);
  const std::string working = w.count(calendar.count_working_days(Date(first), Date(last)).value());
  w.table({{"class", "month"}}, [&] {
    w.caption(say(Text::calendar_month_caption, month_words(month.month()).in(w.language()), working));
    write_head(w);
    w.tbody([&] {
      // From the Monday before the first day to the Sunday after the last one.
      for (sys_days monday = first - (weekday(first) - std::chrono::Monday); monday <= last; monday += days(7)) {
        w.tr([&] {
          for (sys_days day = monday; day < monday + days(7); day += days(1)) {
            if (day < first || day > last) {
              w.td("");
            } else {
              write_day(w, *calendar.look_up(Date(day)));
            }
          }
        });
      }
    });
  });
}

}  // namespace

void write_months(Writer& w, const WorkingCalendar& calendar, int year) {
  html::columns(w, html::Columns::cards, [&] {
    for (unsigned month = 1; month <= 12; ++month)
      write_month(w, calendar, std::chrono::year(year) / std::chrono::month(month));
  });
}

}  // namespace prima::directory
