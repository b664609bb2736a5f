#include "assessment/instrument_page_parts.h"

#include "base/assert.h"
#include "base/rounding.h"
#include "html/lists.h"
#include "html/text.h"

namespace prima::assessment {

using html::Text;
using html::Writer;
using instrument::Band;
using instrument::Instrument;
using instrument::Mark;

std::string path_of(const Instrument& instrument) { return "/instrumen/" + instrument.id(); }

html::Standing standing_of(instrument::Standing standing) {
  switch (standing) {
    case instrument::Standing::official:
      return html::Standing::official;
    case instrument::Standing::inferred:
      return html::Standing::inferred;
    case instrument::Standing::ours:
      return html::Standing::ours;
  }
  PRIMA_UNREACHABLE("every standing has a badge");
}

void sources(Writer& w, const Instrument& instrument, const Mark& mark) {
  bool first = true;
  for (const std::string& id : mark.references) {
    const instrument::Reference* reference = instrument.reference(id);
    if (reference == nullptr) continue;
    if (!first) w.text("; ");
    first = false;
    html::external_link(w, reference->url, reference->cite);
  }
}

void standing_and_sources(Writer& w, const Instrument& instrument, const Mark& mark) {
  w.p({{"class", "small"}}, [&] {
    html::standing_badge(w, standing_of(mark.standing));
    w.text(" ");
    sources(w, instrument, mark);
  });
  if (!mark.note.empty()) w.p({{"class", "small"}}, mark.note);
}

std::string weight_text(const Writer& w, const Rational& weight) {
  const Rational percent = weight * Rational(100);
  const Rational in_parts = percent * Rational(10000);
  return in_parts.is_whole() ? w.percent(plain(percent)) : weight.fraction();
}

std::string short_figure(const Writer& w, const Rational& value, int places) {
  const Rational rounded = round(value, {places, RoundingMode::half_up});
  return w.decimal(plain(rounded));
}

html::Tone tone_of(const Instrument& instrument, const Band& band) {
  for (std::size_t i = 0; i < instrument.bands.size(); ++i) {
    if (instrument.bands[i].key == band.key) return html::tone_of_band(i, instrument.bands.size());
  }
  return html::Tone::neutral;
}

void band_badge(Writer& w, const Instrument& instrument, const Band& band) {
  html::category_badge(w, {.key = band.key, .quality = band.quality, .tone = tone_of(instrument, band)});
}

void band_zone(Writer& w, const Band& band) {
  if (band.zone) html::zone_badge(w, instrument::official_name(*band.zone));
}

void findings_list(Writer& w, const Findings& findings) {
  w.ul([&] {
    for (const Finding& finding : findings) {
      w.li([&] {
        if (!finding.file.empty()) {
          w.strong(finding.file);
          w.text(" ");
        }
        if (finding.line > 0) w.strong(say(Text::score_line, w.count(finding.line)));
        if (!finding.file.empty() || finding.line > 0) w.text(": ");
        w.text(finding.message);
      });
    }
  });
}

}  // namespace prima::assessment
