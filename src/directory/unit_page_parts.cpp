#include "directory/unit_page_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/assert.h"
#include "directory/regions.h"
#include "directory/unit_hours_rules.h"
#include "directory/unit_value_rules.h"
#include "directory/unit_words.h"
#include "html/lists.h"
#include "html/table.h"
#include "html/text.h"

namespace prima::directory {

using html::say;
using html::Text;
using html::Writer;

namespace {

void write_week(Writer& w, const OpeningHours& hours) {
  html::table(w, {.caption = Text::directory_week, .columns = {{Text::directory_day}, {Text::directory_hours_of_day}}},
              [&](html::TableRows& rows) {
                for (int day = 0; day < 7; ++day) {
                  const auto& of_day = hours.week[static_cast<std::size_t>(day)];
                  rows.row([&](html::TableRow& row) {
                    row.header(weekday_words(day));
                    of_day ? row.cell([&] { write_hours(w, *of_day); }) : row.none();
                  });
                }
              });
}

void write_special_days(Writer& w, const OpeningHours& hours, Date today) {
  const auto first = std::find_if(hours.special_days.begin(), hours.special_days.end(),
                                  [&](const SpecialDay& day) { return day.date >= today; });
  if (first == hours.special_days.end()) return;
  html::table(w,
              {.caption = Text::directory_special_days,
               .columns = {{Text::directory_day}, {Text::directory_hours_of_day}, {Text::directory_note}}},
              [&](html::TableRows& rows) {
                for (auto day = first; day != hours.special_days.end(); ++day) {
                  rows.row([&](html::TableRow& row) {
                    row.header(w.date(day->date));
                    row.cell([&] { write_hours(w, day->hours); });
                    day->note.empty() ? row.none() : row.cell(day->note);
                  });
                }
              });
}

void write_address_of(Writer& w, const Channel& channel) {
  switch (channel.kind) {
    case ChannelKind::web:
      return html::external_link(w, channel.address, channel.address);
    case ChannelKind::email:
      return w.a({{"href", "mailto:" + channel.address}}, channel.address);
    default:
      return w.text(channel.address);
  }
}

}  // namespace

void write_hours(Writer& w, const DayHours& hours) {
  if (hours.empty()) return w.text(Text::directory_closed_day);
  if (hours == DayHours{{0, 1440}}) return w.text(Text::directory_all_day);
  w.text(to_text(hours));
}

void write_opening(Writer& w, const OpeningHours& hours, TimeZone zone, Date today) {
  const bool any = !hours.special_days.empty() ||
                   std::any_of(hours.week.begin(), hours.week.end(), [](const auto& day) { return day.has_value(); });
  if (!any) return w.p(Text::directory_hours_unknown);
  if (const auto now = hours_on(hours, today)) {
    w.p([&] {
      w.strong(say(Text::directory_today_is, w.date(today)));
      w.text(" ");
      write_hours(w, *now);
    });
  }
  write_week(w, hours);
  write_special_days(w, hours, today);
  w.p({{"class", "small"}}, say(Text::directory_zone_note, to_text(zone)));
}

void write_place(Writer& w, const Unit& unit) {
  const Region* region = regions().find(unit.region_code);
  const auto place = unit.coordinates();
  if (unit.address.empty() && region == nullptr && !place) return w.p(Text::directory_place_unknown);
  if (!unit.address.empty()) w.p(unit.postcode.empty() ? unit.address : unit.address + ", " + unit.postcode);
  if (region != nullptr) w.p(regions().full_name(*region));
  if (place) w.p([&] { html::external_link(w, map_url(*place), Text::directory_map); });
}

void write_contacts(Writer& w, const Contacts& contacts) {
  if (contacts == Contacts{}) return w.p(Text::directory_contacts_unknown);
  w.ul([&] {
    if (!contacts.phone.empty()) w.li(say(Text::directory_phone_is, contacts.phone));
    if (!contacts.whatsapp.empty()) w.li(say(Text::directory_whatsapp_is, contacts.whatsapp));
    if (!contacts.email.empty()) w.li([&] { w.a({{"href", "mailto:" + contacts.email}}, contacts.email); });
    if (!contacts.website.empty()) w.li([&] { html::external_link(w, contacts.website, contacts.website); });
  });
}

void write_channels(Writer& w, const Unit& unit) {
  if (unit.channels.empty()) return w.p(Text::directory_channels_unknown);
  w.ul([&] {
    for (const Channel& channel : unit.channels) {
      w.li([&] {
        w.text(word_of(channel.kind).words());
        if (channel.address.empty()) return;
        w.text(": ");
        write_address_of(w, channel);
      });
    }
  });
}

void write_access(Writer& w, const Unit& unit) {
  if (unit.access.empty()) return w.p(Text::directory_access_unknown);
  w.ul([&] {
    for (const AccessFeature feature : unit.access) w.li(word_of(feature).words());
  });
}

Words event_words(Event event) {
  switch (event) {
    case Event::create:
      return {"Tercatat", "Entered"};
    case Event::change:
      return {"Diubah", "Changed"};
    case Event::rename:
      return {"Berganti nama", "Renamed"};
    case Event::merge:
      return {"Digabung", "Merged"};
    case Event::close:
      return {"Ditutup", "Closed"};
    case Event::reopen:
      return {"Dibuka kembali", "Reopened"};
  }
  PRIMA_UNREACHABLE("event of the directory");
}

std::string map_url(const Coordinates& place) {
  const std::string latitude = degrees_text(place.latitude);
  const std::string longitude = degrees_text(place.longitude);
  return fmt::format("https://www.openstreetmap.org/?mlat={0}&mlon={1}#map=17/{0}/{1}", latitude, longitude);
}

}  // namespace prima::directory
