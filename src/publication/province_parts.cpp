#include "publication/province_parts.h"

#include <algorithm>
#include <array>
#include <list>
#include <set>
#include <string>
#include <vector>

#include "base/rounding.h"
#include "html/province.h"
#include "html/table.h"
#include "html/tile_map.h"
#include "publication/method_bands.h"
#include "publication/registry_query.h"

namespace prima::publication {

using html::say;
using html::Text;
using html::TileKey;
using html::Tone;
using html::Writer;

namespace {

constexpr Rounding one_decimal{1, RoundingMode::half_up};  // for our means, which must fit a tile with their mark

// What a tile shows: the published score of the province, or our mean.
const scoring::Classification& shown(const Registry& registry, const ProvinceSummary& summary) {
  return summary.own ? *registry.verdict(*summary.own).classification : *summary.mean;
}

const instrument::Instrument& method_of(const Registry& registry, const ProvinceSummary& summary) {
  return *registry.verdict(summary.governments.front()).instrument;
}

std::size_t members(const ProvinceSummary& summary) { return summary.governments.size() - (summary.own ? 1 : 0); }

std::string path_of(const ProvinceSummary& summary) {
  RegistryQuery query;
  query.filter.province = summary.code;
  query.filter.year = summary.year;
  return address_of(registry_path, query);
}

std::string detail_of(const Writer& w, const Registry& registry, const ProvinceSummary& summary) {
  const std::string year = std::to_string(summary.year);
  const std::string category = category_text(*shown(registry, summary).band, w.language());
  if (summary.own) return w.plain(say(Text::home_tile_own, year, category));
  return w.plain(say(Text::home_tile_mean, year, w.count(static_cast<std::int64_t>(members(summary))), category));
}

bool share_one_method(const Registry& registry, std::span<const ProvinceSummary> summaries) {
  std::set<const instrument::Instrument*> methods;
  for (const ProvinceSummary& one : summaries) methods.insert(&method_of(registry, one));
  return methods.size() == 1;
}

// The key of one method names its categories with their limits; that of several only says which colours are better.
void write_map(Writer& w, const Registry& registry, std::span<const ProvinceSummary> summaries,
               std::span<const html::TileValue> values) {
  if (!share_one_method(registry, summaries)) {
    const std::array<TileKey, 5> key = {{{Tone::top, Text::home_key_top},
                                         {Tone::good, Text::home_key_good},
                                         {Tone::middle, Text::home_key_middle},
                                         {Tone::low, Text::home_key_low},
                                         {Tone::bottom, Text::home_key_bottom}}};
    return html::tile_map(w, {.label = Text::home_map_label, .values = values, .key = key});
  }
  const instrument::Instrument& method = method_of(registry, summaries.front());
  std::list<std::string> labels;
  std::vector<TileKey> key;
  for (const instrument::Band& band : method.bands) {
    labels.push_back(category_text(band, w.language()) + " · " + w.decimal(limit_text(band.min, method)) + "–" +
                     w.decimal(limit_text(band.max, method)));
    key.push_back({tone_of(method, band), labels.back()});
  }
  html::tile_map(w, {.label = Text::home_map_label, .values = values, .key = key});
}

void table_row(Writer& w, html::TableRow& row, const Registry& registry, const ProvinceSummary& summary) {
  const html::Province* province = html::find_province(summary.code);
  const Government& best = registry.government_of(summary.governments.front());
  row.header([&] { w.a({{"href", w.url(path_of(summary))}}, province->in(w.language())); });
  row.cell(std::to_string(summary.year));
  row.decimal(summary.own ? registry.verdict(*summary.own).classification->score : "");
  row.decimal(summary.mean ? summary.mean->score : "");
  row.count(static_cast<std::int64_t>(members(summary)));
  row.cell([&] { w.a({{"href", w.url(government_path(best))}}, best.name); });
}

}  // namespace

void province_map(Writer& w, const Registry& registry, std::span<const ProvinceSummary> summaries) {
  std::list<std::string> details;
  std::vector<html::TileValue> values;
  bool has_mean = false;
  for (const ProvinceSummary& one : summaries) {
    const scoring::Classification& result = shown(registry, one);
    details.push_back(detail_of(w, registry, one));
    values.push_back({.code = one.code,
                      .shown = one.own ? w.decimal(result.score) : "≈" + w.decimal(fixed(result.exact, one_decimal)),
                      .path = path_of(one),
                      .tone = tone_of(method_of(registry, one), *result.band),
                      .detail = details.back()});
    has_mean = has_mean || !one.own;
  }
  write_map(w, registry, summaries, values);
  if (has_mean) w.p({{"class", "small"}}, Text::home_mean_note);
}

void province_table(Writer& w, const Registry& registry, std::span<const ProvinceSummary> summaries) {
  html::table(w,
              {.caption = Text::home_map_label,
               .caption_hidden = true,
               .columns = {{Text::registry_province},
                           {Text::registry_year},
                           {Text::home_own, true},
                           {Text::home_mean, true},
                           {Text::home_members, true},
                           {Text::home_best}}},
              [&](html::TableRows& rows) {
                for (const ProvinceSummary& one : summaries) {
                  rows.row([&](html::TableRow& row) { table_row(w, row, registry, one); });
                }
              });
}

}  // namespace prima::publication
