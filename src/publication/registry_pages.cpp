#include "publication/registry_pages.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <vector>

#include "html/alert.h"
#include "html/card.h"
#include "html/form.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/pagination.h"
#include "html/province.h"
#include "publication/registry_api.h"
#include "publication/result_parts.h"

namespace prima::publication {

using html::Option;
using html::say;
using html::Text;
using html::Writer;
using instrument::Zone;

namespace {

constexpr std::size_t rows_a_page = 25;

std::size_t sources(const Registry& registry) {
  std::set<std::string_view> found;
  for (const PublishedRow& row : registry.rows()) found.insert(row.source);
  found.erase("");
  return found.size();
}

void year_filter(Writer& w, const Registry& registry, const Filter& filter) {
  std::vector<Option> options = {{"", Text::registry_all_years}};
  std::vector<std::string> years;
  for (const int year : registry.years()) years.push_back(std::to_string(year));
  for (const std::string& year : years) options.push_back({year, year});
  html::select_field(w, {.id = "tahun", .name = "tahun", .label = Text::registry_year}, options,
                     filter.year ? std::to_string(*filter.year) : "");
}

void level_filter(Writer& w, const Registry& registry, const Filter& filter) {
  std::vector<std::string> names;
  std::vector<std::string> keys;
  for (const Level level : registry.levels()) {
    if (level == Level::other) continue;
    keys.push_back(key_of(level));
    names.push_back(level_heading(level, w.language()));
  }
  std::vector<Option> options = {{"", Text::registry_all_levels}};
  for (std::size_t i = 0; i < keys.size(); ++i) options.push_back({keys[i], names[i]});
  html::select_field(w, {.id = "tingkat", .name = "tingkat", .label = Text::registry_level}, options,
                     filter.level ? key_of(*filter.level) : "");
}

void zone_filter(Writer& w, const Filter& filter) {
  const std::array<Option, 4> options = {{{"", Text::registry_all_zones},
                                          {key_of(Zone::green), Text::badge_zone_green},
                                          {key_of(Zone::yellow), Text::badge_zone_yellow},
                                          {key_of(Zone::red), Text::badge_zone_red}}};
  html::select_field(w, {.id = "zona", .name = "zona", .label = Text::registry_zone}, options,
                     filter.zone ? key_of(*filter.zone) : "");
}

// Only provinces that have a row, in the order of their codes, from west to east.
void province_filter(Writer& w, const Registry& registry, const Filter& filter) {
  std::set<std::string_view> used;
  for (const Government& one : registry.governments()) used.insert(one.province);
  std::vector<Option> options = {{"", Text::registry_all_provinces}};
  for (const html::Province& province : html::provinces()) {
    if (!used.contains(province.code) && filter.province != province.code) continue;
    options.push_back({std::string(province.code), province.in(w.language())});
  }
  html::select_field(w, {.id = "provinsi", .name = "provinsi", .label = Text::registry_province}, options,
                     filter.province);
}

void filters(Writer& w, const Registry& registry, const Filter& filter) {
  w.form({{"class", "stack"}, {"role", "search"}, {"method", "get"}, {"action", w.url(registry_path)}}, [&] {
    html::text_field(
        w, {.field = {.id = "q", .name = "q", .label = Text::registry_search, .hint = Text::registry_search_hint},
            .value = filter.words,
            .type = "search",
            .autocomplete = "off"});
    html::field_row(w, [&] {
      year_filter(w, registry, filter);
      level_filter(w, registry, filter);
      zone_filter(w, filter);
      province_filter(w, registry, filter);
    });
    html::checkbox_field(w, {.id = "bertentangan", .name = "bertentangan", .label = Text::registry_only_contradictions},
                         filter.contradictions_only);
    html::button_row(w, [&] {
      html::submit_button(w, {.label = Text::registry_apply}, html::Icon::search);
      if (filter != Filter{}) {
        html::button_link(w, Text::registry_reset, registry_path, html::ButtonKind::tertiary);
      }
    });
  });
}

void contradictions_alert(Writer& w, const Registry& registry, const Filter& filter) {
  const std::size_t count = registry.check().contradictions();
  if (count == 0 || filter != Filter{}) return;
  RegistryQuery only;
  only.filter.contradictions_only = true;
  html::alert(w,
              {.kind = html::AlertKind::warning,
               .title = say(Text::registry_contradictions_title, w.count(static_cast<std::int64_t>(count)))},
              [&] {
                w.p([&] {
                  w.text(Text::registry_contradictions_body);
                  w.text(" ");
                  w.a({{"href", w.url(address_of(registry_path, only))}}, Text::registry_contradictions_link);
                });
              });
}

void download_links(Writer& w, RegistryQuery query) {
  query.page = 1;
  const std::array<html::Download, 2> files = {
      {{.label = Text::registry_download, .path = address_of(registry_csv_path, query), .format = "CSV"},
       {.label = Text::registry_download, .path = address_of(registry_json_path, query), .format = "JSON"}}};
  html::downloads(w, files);
}

void empty_list(Writer& w) {
  html::empty_state(w, {.title = Text::registry_none_title}, [&] {
    w.p(Text::registry_none_body);
    html::button_link(w, Text::registry_reset, registry_path);
  });
}

void list(Writer& w, const Registry& registry, const std::vector<RowIndex>& found, const RegistryQuery& query) {
  const std::size_t pages = (found.size() + rows_a_page - 1) / rows_a_page;
  const std::size_t page = std::min(static_cast<std::size_t>(query.page), pages);
  const std::size_t begin = (page - 1) * rows_a_page;
  const std::span<const RowIndex> shown = std::span(found).subspan(begin, std::min(rows_a_page, found.size() - begin));
  html::card(w, {.flush = true}, [&] { results_table(w, registry, shown, Scope::all, Text::registry_caption); });
  html::pagination(w, {.page = static_cast<std::int64_t>(page),
                       .pages = static_cast<std::int64_t>(pages),
                       .link = [&](std::int64_t other) {
                         RegistryQuery next = query;
                         next.page = other;
                         return address_of(registry_path, next);
                       }});
}

void main_part(Writer& w, const Registry& registry, const RegistryQuery& query) {
  const std::vector<RowIndex> found = registry.search(query.filter);
  html::page_header(w, {.title = Text::registry_title,
                        .lead = say(Text::registry_lead, w.count(static_cast<std::int64_t>(registry.rows().size())),
                                    w.count(static_cast<std::int64_t>(sources(registry))))});
  html::stack(w, [&] {
    contradictions_alert(w, registry, query.filter);
    html::card(w, {}, [&] { filters(w, registry, query.filter); });
    w.p({{"role", "status"}}, say(Text::registry_found, w.count(static_cast<std::int64_t>(found.size())),
                                  w.count(static_cast<std::int64_t>(registry.rows().size()))));
    if (found.empty()) return empty_list(w);
    list(w, registry, found, query);
    download_links(w, query);
    w.p({{"class", "small"}}, Text::registry_sample_note);
  });
}

}  // namespace

std::string registry_page(const Registry& registry, Language language, const RegistryQuery& query) {
  return html::document({.language = language,
                         .path = address_of(registry_path, query),
                         .title = std::string(text(language, Text::registry_title)),
                         .description = std::string(text(language, Text::registry_description)),
                         .section = html::Section::results},
                        [&](Writer& w) { main_part(w, registry, query); });
}

std::string registry_csv(const Registry& registry, Language language, const RegistryQuery& query) {
  return rows_to_csv(registry.check(), registry.search(query.filter), language);
}

std::string registry_json(const Registry& registry, Language language, const RegistryQuery& query) {
  return rows_to_json(registry.check(), registry.search(query.filter), language);
}

}  // namespace prima::publication
