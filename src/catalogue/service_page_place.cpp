#include <string>

#include "catalogue/portal_parts.h"
#include "catalogue/portal_paths.h"
#include "catalogue/service_page_parts.h"
#include "catalogue/service_promise.h"
#include "catalogue/standard_words.h"
#include "directory/promise_rules_words.h"
#include "directory/unit_words.h"
#include "html/badge.h"
#include "html/card.h"
#include "html/disclosure.h"
#include "html/form.h"
#include "html/lists.h"
#include "html/qr_code.h"
#include "html/text.h"

// Where the service is given, whom to complain to, and how to pass the page on.
namespace prima::catalogue {

using html::say;
using html::Text;
using html::Writer;

namespace {

void write_today(Writer& w, const ServicePage& page) {
  const TodayHours today = hours_today(*page.service.institution, *page.service.unit, page.calendars, page.now);
  switch (today.state) {
    case TodayHours::State::open:
      return html::tag(w, html::Tone::good, html::Icon::circle_check, today.words);
    case TodayHours::State::closed:
      return html::tag(w, html::Tone::low, html::Icon::circle_x, today.words);
    case TodayHours::State::unknown:
      return html::tag(w, html::Tone::neutral, html::Icon::circle_help, today.words);
  }
}

void write_week(Writer& w, const directory::OpeningHours& hours) {
  w.ul({{"class", "plain-list"}}, [&] {
    for (int day = 0; day < 7; ++day) {
      const auto& stated = hours.week.at(static_cast<std::size_t>(day));
      w.li([&] {
        w.text(directory::weekday_words(day));
        w.text(": ");
        if (!stated) return w.text(Text::service_hours_unknown);
        if (stated->empty()) return w.text(Text::service_hours_closed);
        std::string clocks;
        for (const directory::MinuteSpan& span : *stated)
          clocks.append(clocks.empty() ? "" : ", ")
              .append(directory::clock_words(span.from).in(w.language()))
              .append("–")
              .append(directory::clock_words(span.to).in(w.language()));
        w.text(clocks);
      });
    }
  });
}

void write_hours(Writer& w, const ServicePage& page) {
  write_today(w, page);
  html::disclosure(w, {.summary = Text::service_hours_all}, [&] {
    const std::vector<OpeningHours>& own = standard_of(page).opening_hours;
    if (!own.empty()) {
      w.p(Text::service_hours_own);
      w.ul({{"class", "plain-list"}}, [&] {
        for (const OpeningHours& one : own) {
          w.li([&] {
            w.text(words(one));
            if (!one.note.empty()) w.small([&] { write_local(w, one.note); });
          });
        }
      });
    }
    write_week(w, page.service.unit->hours);
    for (const directory::SpecialDay& special : page.service.unit->hours.special_days) {
      if (special.date < day_in(page.service.zone, page.now)) continue;
      w.p({{"class", "small"}}, [&] {
        w.text(w.date(special.date) + ": ");
        if (special.hours.empty()) w.text(Text::service_hours_closed);
        for (const directory::MinuteSpan& span : special.hours)
          w.text(directory::clock_words(span.from).in(w.language()) + "–" +
                 directory::clock_words(span.to).in(w.language()) + " ");
        if (!special.note.empty()) w.text(" (" + special.note + ")");
      });
    }
  });
}

void write_access(Writer& w, const directory::Unit& unit) {
  w.h3(Text::service_access);
  if (unit.access.empty()) return w.p({{"class", "small"}}, Text::service_access_unknown);
  w.ul({{"class", "chips"}}, [&] {
    for (const directory::AccessFeature feature : unit.access) w.li(directory::word_of(feature).words());
  });
}

// https://wa.me takes a number without anything but digits, with the country's own.
std::string whatsapp_link(std::string_view number) {
  std::string digits;
  for (const char c : number)
    if (c >= '0' && c <= '9') digits += c;
  if (digits.starts_with("0")) digits.replace(0, 1, "62");
  return digits.size() < 9 ? std::string() : "https://wa.me/" + digits;
}

void write_channel(Writer& w, const Channel& one) {
  w.strong(words(one.kind));
  if (!one.name.empty()) {
    w.text(" · ");
    write_local(w, one.name);
  }
  if (one.address.empty()) return;
  w.text(" · ");
  switch (one.kind) {
    case ChannelKind::online:
    case ChannelKind::app:
      return html::external_link(w, one.address, one.address);
    case ChannelKind::email:
      return w.a({{"href", "mailto:" + one.address}}, one.address);
    case ChannelKind::whatsapp:
      return html::external_link(w, whatsapp_link(one.address), one.address);
    case ChannelKind::counter:
    case ChannelKind::phone:
    case ChannelKind::post:
    case ChannelKind::mobile_unit:
    case ChannelKind::home_visit:
    case ChannelKind::kiosk:
      return w.text(one.address);
  }
}

void write_contact(Writer& w, const Contact& one) {
  w.strong(words(one.kind));
  if (!one.value.empty() || one.kind == ContactKind::national_system) w.text(" · ");
  switch (one.kind) {
    case ContactKind::national_system:
      html::external_link(w, one.value.starts_with("https://") ? one.value : "https://www.lapor.go.id",
                          one.value.empty() ? "lapor.go.id" : one.value);
      break;
    case ContactKind::email:
      w.a({{"href", "mailto:" + one.value}}, one.value);
      break;
    case ContactKind::website:
    case ContactKind::app:
    case ContactKind::social_media:
      html::external_link(w, one.value, one.value);
      break;
    case ContactKind::whatsapp:
      html::external_link(w, whatsapp_link(one.value), one.value);
      break;
    case ContactKind::counter:
    case ContactKind::phone:
    case ContactKind::sms:
    case ContactKind::post:
      w.text(one.value);
      break;
  }
  if (!one.note.empty()) w.small([&] { write_local(w, one.note); });
}

}  // namespace

void write_place(Writer& w, const ServicePage& page) {
  const directory::Unit& unit = *page.service.unit;
  html::card(w, {.title = Text::service_where}, [&] {
    w.p([&] { w.a({{"href", w.url(unit_path(*page.service.institution, unit))}}, unit.name); });
    if (!unit.address.empty())
      w.p([&] {
        w.text(unit.address);
        if (!unit.postcode.empty()) w.text(" " + unit.postcode);
        w.br();
        w.text(region_name(page.service.region));
      });
    write_hours(w, page);
    if (!unit.contacts.phone.empty()) w.p(say(Text::service_phone, unit.contacts.phone));
    if (!unit.contacts.website.empty())
      w.p([&] { html::external_link(w, unit.contacts.website, unit.contacts.website); });
    if (!standard_of(page).channels.empty()) {
      w.h3(Text::service_channels);
      w.ul({{"class", "plain-list"}}, [&] {
        for (const Channel& one : standard_of(page).channels) w.li([&] { write_channel(w, one); });
      });
    }
    write_access(w, unit);
  });
}

void write_complaints(Writer& w, const ServicePage& page) {
  const ComplaintHandling& complaints = standard_of(page).complaints;
  html::card(w, {.title = Text::service_complaints}, [&] {
    if (complaints.contacts.empty()) w.p(Text::service_complaints_none);
    w.ul({{"class", "plain-list"}}, [&] {
      for (const Contact& one : complaints.contacts) w.li([&] { write_contact(w, one); });
    });
    if (!complaints.how.empty()) w.p([&] { write_local(w, complaints.how); });
    if (complaints.answer_time) w.p(say(Text::service_answered_within, words(*complaints.answer_time)));
    if (!complaints.answered_by.empty())
      w.p({{"class", "small"}}, [&] {
        w.text(Text::service_answered_by);
        w.text(" ");
        write_local(w, complaints.answered_by);
      });
  });
}

void write_sharing(Writer& w, const ServicePage& page) {
  html::card(w, {.title = Text::service_share}, [&] {
    html::button_row(w, [&] { html::copy_link_button(w); });
    if (!page.service.service.template_key.empty() &&
        page.catalogue.made_from(page.service.service.template_key).size() > 1) {
      w.p([&] { w.a({{"href", w.url(compare_path(page.service.service.template_key))}}, Text::service_compare); });
    }
    if (page.origin.empty()) return;
    const std::string address = std::string(page.origin) + w.url(service_path(page.service));
    w.div({{"class", "service-qr"}}, [&] {
      html::qr_code(w, address, Text::service_qr_label);
      w.p({{"class", "small"}}, address);
    });
  });
}

}  // namespace prima::catalogue
