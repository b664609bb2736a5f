#include "directory/unit_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "directory/regions.h"
#include "directory/unit_hours_rules.h"
#include "directory/unit_page_parts.h"
#include "directory/unit_search_rules.h"
#include "directory/unit_words.h"
#include "html/alert.h"
#include "html/breadcrumb.h"
#include "html/card.h"
#include "html/form.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/pagination.h"
#include "html/table.h"
#include "html/text.h"
#include "http/percent.h"

namespace prima::directory {

using html::say;
using html::Text;
using html::Writer;

namespace {

constexpr std::int64_t rows_a_page = 25;

// The unit with its services, a page of the catalogue.
std::string services_path(const Institution& institution, const Unit& unit) {
  return units_path(institution) + "/" + unit.code;
}

std::string list_link(const Institution& institution, const std::string& query, std::int64_t page) {
  std::string link = units_path(institution);
  char mark = '?';
  if (!query.empty()) {
    link += mark + ("q=" + http::percent_encoded(query));
    mark = '&';
  }
  if (page > 1) link += mark + fmt::format("halaman={}", page);
  return link;
}

void write_rows(Writer& w, const Institution& institution, std::span<const Unit* const> units, Date today) {
  html::table(
      w,
      {.caption = Text::directory_units_caption,
       .caption_hidden = true,
       .columns = {{Text::directory_unit}, {Text::directory_kind}, {Text::directory_region}, {Text::directory_today}}},
      [&](html::TableRows& rows) {
        for (const Unit* unit : units) {
          rows.row([&](html::TableRow& row) {
            row.header([&] { w.a({{"href", w.url(about_unit_path(institution, *unit))}}, unit->name); });
            row.cell(word_of(unit->kind).words());
            const Region* region = regions().find(unit->region_code);
            region == nullptr ? row.none() : row.cell(region->name);
            const auto hours = hours_on(unit->hours, today);
            hours ? row.cell([&] { write_hours(w, *hours); }) : row.none();
          });
        }
      });
}

void write_nothing_found(Writer& w, const Institution& institution, bool any_units) {
  html::empty_state(w, {.title = any_units ? Text::directory_none_title : Text::directory_empty_title}, [&] {
    w.p(any_units ? Text::directory_none_body : Text::directory_empty_body);
    if (any_units) html::button_link(w, Text::directory_show_all, units_path(institution));
  });
}

void write_history(Writer& w, std::span<const HistoryEntry> history) {
  html::table(
      w,
      {.caption = Text::directory_history,
       .caption_hidden = true,
       .columns = {{Text::directory_since}, {Text::directory_event}, {Text::directory_name}}},
      [&](html::TableRows& rows) {
        for (const HistoryEntry& entry : history) {
          if (entry.event == Event::change) continue;
          rows.row([&](html::TableRow& row) {
            row.header(w.date(entry.valid_from));
            row.cell(event_words(entry.event));
            row.cell(entry.merged_into.empty() ? entry.name : fmt::format("{} → {}", entry.name, entry.merged_into));
          });
        }
      });
}

bool is_worth_showing(std::span<const HistoryEntry> history) {
  return std::any_of(history.begin(), history.end(), [](const HistoryEntry& entry) {
    return entry.event != Event::create && entry.event != Event::change;
  });
}

void write_standing(Writer& w, const Institution& institution, const Unit& unit) {
  const Standing& standing = unit.standing;
  if (standing.status == Status::active) return;
  const std::string since = standing.since ? w.date(*standing.since) : std::string();
  html::alert(
      w,
      {.kind = html::AlertKind::warning,
       .title = standing.status == Status::closed ? Text::directory_closed_title : Text::directory_merged_title},
      [&] {
        if (!since.empty()) w.p(say(Text::directory_since_day, since));
        if (standing.merged_into.empty()) return;
        const std::string path = units_path(institution) + "/" + standing.merged_into + "/tentang";
        w.p([&] { w.a({{"href", w.url(path)}}, say(Text::directory_merged_into, standing.merged_into)); });
      });
}

}  // namespace

std::string units_path(const Institution& institution) { return "/unit/" + institution.code; }

std::string about_unit_path(const Institution& institution, const Unit& unit) {
  return services_path(institution, unit) + "/tentang";
}

std::string units_page(Language language, const Institution& institution, std::span<const KnownUnit> units,
                       const UnitsView& view, Date today) {
  const auto found = matching_units(units, view.query, regions());
  const auto count = static_cast<std::int64_t>(found.size());
  const std::int64_t pages = std::max<std::int64_t>(1, (count + rows_a_page - 1) / rows_a_page);
  const std::int64_t page = std::clamp<std::int64_t>(view.page, 1, pages);
  const auto first = static_cast<std::size_t>((page - 1) * rows_a_page);
  const auto shown = std::span(found).subspan(first, std::min<std::size_t>(rows_a_page, found.size() - first));
  return html::document(
      {.language = language,
       .path = list_link(institution, view.query, page),
       .title = Words{"Unit layanan " + institution.name, "Service units of " + institution.name}.in(language)},
      [&](Writer& w) {
        html::breadcrumb(w, {}, Text::directory_units);
        html::page_header(
            w, {.eyebrow = institution.name, .title = Text::directory_units, .lead = Text::directory_units_lead});
        html::search_box(w, {.path = units_path(institution),
                             .label = Text::directory_search,
                             .value = view.query,
                             .placeholder = Text::directory_search_hint});
        w.p({{"role", "status"}}, say(Text::directory_found, w.count(count)));
        if (found.empty()) return write_nothing_found(w, institution, !units.empty());
        write_rows(w, institution, shown, today);
        html::pagination(w, {.page = page, .pages = pages, .link = [&](std::int64_t to) {
                               return list_link(institution, view.query, to);
                             }});
      });
}

std::string about_unit_page(Language language, const Institution& institution, const Unit& unit,
                            std::span<const HistoryEntry> history, Date today) {
  return html::document(
      {.language = language,
       .path = about_unit_path(institution, unit),
       .title = unit.name,
       .description =
           Words{fmt::format("Jam layanan, alamat, saluran, dan aksesibilitas {}, {}.", unit.name, institution.name),
                 fmt::format("Opening hours, address, channels and accessibility of {}, {}.", unit.name,
                             institution.name)}
               .in(language)},
      [&](Writer& w) {
        html::breadcrumb(
            w, {{Text::directory_units, units_path(institution)}, {unit.name, services_path(institution, unit)}},
            Text::directory_about);
        html::page_header(w, {.eyebrow = institution.name, .title = unit.name, .lead = word_of(unit.kind).words()});
        write_standing(w, institution, unit);
        html::columns(w, html::Columns::halves, [&] {
          html::card(w, {.title = Text::directory_hours},
                     [&] { write_opening(w, unit.hours, institution.zone, today); });
          html::stack(w, [&] {
            html::card(w, {.title = Text::directory_place}, [&] { write_place(w, unit); });
            html::card(w, {.title = Text::directory_contacts}, [&] { write_contacts(w, unit.contacts); });
          });
        });
        html::section(w, {.title = Text::directory_channels, .lead = Text::directory_channels_lead},
                      [&] { write_channels(w, unit); });
        html::section(w, {.title = Text::directory_access}, [&] { write_access(w, unit); });
        if (is_worth_showing(history))
          html::section(w, {.title = Text::directory_history}, [&] { write_history(w, history); });
      });
}

}  // namespace prima::directory
