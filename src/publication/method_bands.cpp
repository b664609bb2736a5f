#include "publication/method_bands.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/rounding.h"
#include "html/badge.h"
#include "html/table.h"
#include "publication/search_words.h"

namespace prima::publication {

using html::Text;
using html::Tone;
using html::Writer;
using instrument::Band;
using instrument::Instrument;

namespace {

bool has_letter(const Band& band) { return band.key.size() == 1; }

// The part of the badge that stands in colour.
std::string badge_key(const Band& band, Language language) {
  return has_letter(band) ? band.key : band.quality.in(language);
}

// The words beside it; empty where there is nothing more to say.
std::string badge_words(const Band& band, Language language) {
  return has_letter(band) ? band.quality.in(language) : band.opinion.in(language);
}

}  // namespace

Tone tone_of(const Instrument& instrument, const Band& band) {
  return html::tone_of_band(static_cast<std::size_t>(&band - instrument.bands.data()), instrument.bands.size());
}

Tone tone_of(const Verdict& verdict) {
  return verdict.classification ? tone_of(*verdict.instrument, *verdict.classification->band) : Tone::neutral;
}

std::string short_key(const Band& band, Language language) {
  if (has_letter(band)) return band.key;
  constexpr std::array<std::string_view, 4> common = {"kepatuhan", "kualitas", "compliance", "quality"};
  std::string initials;
  for (const Token& one : tokens(band.quality.in(language))) {
    if (std::find(common.begin(), common.end(), one.word) != common.end() || initials.size() == 2) continue;
    initials += one.word[0] >= 'a' && one.word[0] <= 'z' ? static_cast<char>(one.word[0] - 'a' + 'A') : one.word[0];
  }
  return initials;
}

std::string category_text(const Band& band, Language language, Official official) {
  const Language shown = official == Official::yes ? Language::id : language;
  if (has_letter(band)) return fmt::format("{} ({})", band.key, band.quality.in(shown));
  if (band.opinion.empty()) return band.quality.in(shown);
  return fmt::format("{} / {}", band.quality.in(shown), band.opinion.in(shown));
}

std::string limit_text(const Rational& limit, const Instrument& instrument) {
  return fixed(limit, instrument.institution.rounding);
}

std::vector<html::ChartBand> chart_bands(const Instrument& instrument, Language language) {
  std::vector<html::ChartBand> bands;
  for (const Band& band : instrument.bands) {
    bands.push_back({.key = short_key(band, language),
                     .min = limit_text(band.min, instrument),
                     .max = limit_text(band.max, instrument),
                     .tone = tone_of(instrument, band)});
  }
  return bands;
}

void band_badges(Writer& w, const Instrument& instrument, const Band& band) {
  const std::string key = badge_key(band, w.language());
  const std::string words = badge_words(band, w.language());
  html::category_badge(w, {.key = key, .quality = words, .tone = tone_of(instrument, band)});
  if (!band.zone) return;
  w.text(" ");
  html::zone_badge(w, official_name(*band.zone));
}

void bands_table(Writer& w, const Instrument& instrument) {
  html::table(w,
              {.caption = instrument.title,
               .narrow = html::Table::Narrow::scroll,
               .columns = {{Text::registry_category},
                           {Text::registry_chart_key},
                           {Text::registry_from, true},
                           {Text::registry_to, true}}},
              [&](html::TableRows& rows) {
                for (const Band& band : instrument.bands) {
                  rows.row([&](html::TableRow& row) {
                    row.header([&] { band_badges(w, instrument, band); });
                    row.cell(short_key(band, w.language()));
                    row.decimal(limit_text(band.min, instrument));
                    row.decimal(limit_text(band.max, instrument));
                  });
                }
              });
}

}  // namespace prima::publication
