#include <algorithm>
#include <vector>

#include "catalogue/portal_parts.h"
#include "catalogue/portal_paths.h"
#include "catalogue/search_page_parts.h"
#include "html/disclosure.h"
#include "html/form.h"
#include "html/text.h"

namespace prima::catalogue {

using html::Option;
using html::Text;
using html::Writer;

namespace {

// A list longer than this helps nobody on a telephone; the region narrows it down first.
constexpr std::size_t longest_list = 40;

std::string_view province_of(const PortalSearch& search) {
  return search.region == nullptr ? std::string_view() : std::string_view(search.region->code).substr(0, 2);
}

// The provinces that have services, and below the chosen one its regencies and cities.
void write_region(Writer& w, const PortalSearch& search) {
  std::vector<Option> options = {{"", Text::portal_all_regions}};
  std::vector<std::string> names;
  names.reserve(600);  // more than there are, since options hold views of them
  for (const directory::Region* province : directory::regions().provinces()) {
    const bool is_open = province->code == province_of(search);
    if (!is_open && search.catalogue.count_in_region(province->code) == 0) continue;
    options.push_back({province->code, province->name});
    if (!is_open) continue;
    for (const directory::Region* city : directory::regions().children(*province)) {
      if (search.catalogue.count_in_region(city->code) == 0 && city != search.region) continue;
      names.push_back("– " + city->name);
      options.push_back({city->code, names.back()});
    }
  }
  html::select_field(w, {.id = "wilayah", .name = "wilayah", .label = Text::portal_region}, options,
                     search.query.region);
}

void write_institution(Writer& w, const PortalSearch& search) {
  std::vector<Option> options = {{"", Text::portal_all_institutions}};
  for (const directory::Institution& one : search.catalogue.institutions()) {
    const bool is_near = one.region_code.starts_with(search.query.region);
    if (&one != search.institution && (!is_near || search.catalogue.of_institution(one).empty())) continue;
    options.push_back({one.code, one.name});
  }
  if (options.size() > longest_list) {
    options.resize(1);
    if (search.institution != nullptr) options.push_back({search.institution->code, search.institution->name});
  }
  if (options.size() < 3 && search.institution == nullptr) return;
  html::select_field(w, {.id = "instansi", .name = "instansi", .label = Text::portal_institution}, options,
                     search.query.institution);
}

void write_unit(Writer& w, const PortalSearch& search) {
  if (search.institution == nullptr) return;
  std::vector<Option> options = {{"", Text::portal_all_units}};
  for (const directory::Unit* unit : search.catalogue.units_of(*search.institution)) {
    if (unit != search.unit && search.catalogue.of_unit(*unit).empty()) continue;
    if (unit != search.unit && options.size() > longest_list) continue;
    options.push_back({unit->code, unit->name});
  }
  html::select_field(w, {.id = "unit", .name = "unit", .label = Text::portal_unit}, options, search.query.unit);
}

void write_life_event(Writer& w, const PortalSearch& search) {
  std::vector<Option> options = {{"", Text::portal_all_events}};
  for (const LifeEvent& event : search.catalogue.life_events().all()) {
    if (&event == search.life_event || !search.catalogue.of_life_event(event.id).empty())
      options.push_back({event.id, event.name});
  }
  html::select_field(w, {.id = "peristiwa", .name = "peristiwa", .label = Text::portal_event}, options,
                     search.query.life_event);
}

}  // namespace

void write_filters(Writer& w, const PortalSearch& search) {
  html::disclosure(w, {.summary = Text::portal_filters, .open = search.query.has_filter()}, [&] {
    w.form({{"class", "stack"}, {"method", "get"}, {"action", w.url(portal_path)}}, [&] {
      if (!search.query.words.empty()) html::hidden_field(w, "q", search.query.words);
      html::field_row(w, [&] {
        write_region(w, search);
        write_institution(w, search);
        write_unit(w, search);
        write_life_event(w, search);
      });
      html::button_row(w, [&] {
        html::submit_button(w, {.label = Text::portal_apply, .kind = html::ButtonKind::secondary});
        if (search.query.has_filter())
          html::button_link(w, Text::portal_reset, address_of(PortalQuery{.words = search.query.words}),
                            html::ButtonKind::tertiary);
      });
    });
  });
}

}  // namespace prima::catalogue
