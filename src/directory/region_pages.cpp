#include "directory/region_pages.h"

#include <algorithm>
#include <span>
#include <vector>

#include "base/assert.h"
#include "base/text.h"
#include "html/alert.h"
#include "html/breadcrumb.h"
#include "html/form.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/table.h"
#include "html/text.h"
#include "http/percent.h"

namespace prima::directory {

using html::say;
using html::Text;
using html::Writer;

namespace {

Words level_words(RegionLevel level) {
  switch (level) {
    case RegionLevel::province:
      return {"Provinsi", "Province"};
    case RegionLevel::regency:
      return {"Kabupaten", "Regency"};
    case RegionLevel::city:
      return {"Kota", "City"};
    case RegionLevel::district:
      return {"Kecamatan", "District"};
    case RegionLevel::village:
      return {"Kelurahan atau desa", "Village"};
  }
  PRIMA_UNREACHABLE("level of a region");
}

std::vector<const Region*> found_regions(const Regions& regions, std::string_view query) {
  if (const Region* region = regions.find(trimmed(query))) return {region};
  return regions.named(query);
}

void write_regions(Writer& w, const Regions& regions, std::span<const Region* const> list) {
  html::table(w,
              {.caption = Text::directory_regions_caption,
               .caption_hidden = true,
               .columns = {{Text::directory_region},
                           {Text::directory_code},
                           {Text::directory_region_level},
                           {Text::directory_time_zone},
                           {Text::directory_region_parts, true}}},
              [&](html::TableRows& rows) {
                for (const Region* region : list) {
                  const auto parts = static_cast<std::int64_t>(regions.children(*region).size());
                  rows.row([&](html::TableRow& row) {
                    row.header([&] { w.a({{"href", w.url(region_path(*region))}}, region->name); });
                    row.cell(region->code);
                    row.cell(level_words(region->level));
                    row.cell(to_text(region->zone));
                    parts == 0 ? row.none() : row.count(parts);
                  });
                }
              });
}

void write_source(Writer& w) {
  html::section(w, {.title = Text::directory_regions_source}, [&] {
    html::prose(w, [&] { w.p(region_notice()); });
    html::external_link(w, "https://opendatacommons.org/licenses/odbl/1-0/", "Open Database License 1.0");
    const std::vector<html::Download> files = {
        {.label = Text::directory_regions_file, .path = "/wilayah.csv", .format = "CSV", .localized = false}};
    html::downloads(w, files);
  });
}

void write_not_found(Writer& w, const Regions& regions, std::string_view query) {
  html::empty_state(w, {.title = Text::directory_region_none}, [&] {
    const auto meant = regions.closest_name(trimmed(query));
    if (!meant) return w.p(Text::directory_region_none_body);
    const std::string path = regions_path() + "?q=" + http::percent_encoded(*meant);
    w.p([&] { w.a({{"href", w.url(path)}}, say(Text::directory_region_meant, *meant)); });
  });
}

}  // namespace

std::string regions_path() { return "/wilayah"; }

std::string region_path(const Region& region) { return regions_path() + "/" + region.code; }

std::string regions_page(Language language, const Regions& regions, std::string_view query) {
  const bool asked = !trimmed(query).empty();
  const auto list = asked ? found_regions(regions, query) : regions.provinces();
  return html::document({.language = language,
                         .path = asked ? regions_path() + "?q=" + http::percent_encoded(query) : regions_path(),
                         .title = Words{"Wilayah", "Regions"}.in(language)},
                        [&](Writer& w) {
                          html::breadcrumb(w, {}, Text::directory_regions);
                          html::page_header(w,
                                            {.title = Text::directory_regions, .lead = Text::directory_regions_lead});
                          html::search_box(w, {.path = regions_path(),
                                               .label = Text::directory_region_search,
                                               .value = query,
                                               .placeholder = Text::directory_region_search_hint});
                          list.empty() ? write_not_found(w, regions, query) : write_regions(w, regions, list);
                          write_source(w);
                        });
}

std::string region_page(Language language, const Regions& regions, const Region& region) {
  const auto parts = regions.children(region);
  return html::document(
      {.language = language, .path = region_path(region), .title = regions.full_name(region)}, [&](Writer& w) {
        html::breadcrumb(w, {{Text::directory_regions, regions_path()}}, region.name);
        html::page_header(w, {.eyebrow = level_words(region.level), .title = region.name});
        html::facts(w, {{Text::directory_code, region.code},
                        {Text::directory_time_zone, to_text(region.zone)},
                        {Text::directory_region_in, [&] {
                           const Region* above = regions.parent(region);
                           if (above == nullptr) return w.text("Indonesia");
                           w.a({{"href", w.url(region_path(*above))}}, regions.full_name(*above));
                         }}});
        if (!parts.empty())
          html::section(w, {.title = Text::directory_region_parts}, [&] { write_regions(w, regions, parts); });
        write_source(w);
      });
}

}  // namespace prima::directory
