#include <fmt/format.h>

#include <algorithm>

#include "instrument/lint_parts.h"

namespace prima::instrument {

namespace {

std::vector<const Level*> levels_of(const Instrument& instrument) {
  std::vector<const Level*> levels = {&instrument.unit, &instrument.institution};
  if (instrument.province) levels.push_back(&*instrument.province);
  if (instrument.national) levels.push_back(&*instrument.national);
  return levels;
}

// The finest place at which any level publishes a figure that a band must catch.
int finest_places(const Instrument& instrument) {
  int places = 0;
  for (const Level* level : levels_of(instrument)) places = std::max(places, level->rounding.places);
  return places;
}

std::string shown(const Rational& value, int places) { return fixed(value, Rounding{places, RoundingMode::half_even}); }

void lint_limits(LintRun& run, const Band& band, const Rational& step, int places) {
  if (band.min > band.max) {
    run.add("band_reversed", band.line,
            {fmt::format("kategori \"{}\": batas bawah {} di atas batas atas {}; tukar keduanya", band.key,
                         plain(band.min), plain(band.max)),
             fmt::format("category \"{}\": its lower limit {} is above its upper limit {}; swap them", band.key,
                         plain(band.min), plain(band.max))});
  }
  for (const Rational& limit : {band.min, band.max}) {
    if ((limit / step).is_whole()) continue;
    run.add(
        "band_limit_too_fine", band.line,
        {fmt::format("kategori \"{}\": batas {} lebih halus dari {} angka desimal hasil pembulatan; bulatkan batasnya",
                     band.key, plain(limit), places),
         fmt::format(
             "category \"{}\": the limit {} is finer than the {} decimals that scores are rounded to; round the limit",
             band.key, plain(limit), places)});
  }
}

// `better` stands directly above `worse`.
void lint_border(LintRun& run, const Band& better, const Band& worse, const Rational& step, int places) {
  const Rational distance = better.min - worse.max;
  if (distance == step) return;
  if (distance > step) {
    const std::string lost = shown(worse.max + step, places);
    run.add("band_gap", worse.line,
            {fmt::format("antara \"{}\" (sampai {}) dan \"{}\" (mulai {}) ada celah: nilai {} tidak masuk kategori apa "
                         "pun pada {} angka desimal; sambungkan batasnya",
                         worse.key, plain(worse.max), better.key, plain(better.min), lost, places),
             fmt::format("between \"{}\" (up to {}) and \"{}\" (from {}) there is a gap: the score {} falls in no "
                         "category at {} decimals; join the limits",
                         worse.key, plain(worse.max), better.key, plain(better.min), lost, places)});
  } else {
    run.add("band_overlap", worse.line,
            {fmt::format("\"{}\" (sampai {}) dan \"{}\" (mulai {}) tumpang tindih; batas bawah yang satu harus tepat "
                         "{} di atas batas atas yang lain",
                         worse.key, plain(worse.max), better.key, plain(better.min), plain(step)),
             fmt::format("\"{}\" (up to {}) and \"{}\" (from {}) overlap; the lower limit of one must be exactly {} "
                         "above the upper limit of the other",
                         worse.key, plain(worse.max), better.key, plain(better.min), plain(step))});
  }
}

void lint_cover(LintRun& run) {
  const Instrument& instrument = run.instrument;
  const bool top = instrument.bands.front().max == instrument.scale_max;
  const bool bottom = instrument.bands.back().min == instrument.scale_min;
  if (top && bottom) return;
  run.add("bands_do_not_cover_scale", instrument.bands_line,
          {fmt::format("kategori mencakup {} sampai {}, padahal skalanya {} sampai {}; perbaiki batas paling atas dan "
                       "paling bawah (urutkan dari yang terbaik)",
                       plain(instrument.bands.back().min), plain(instrument.bands.front().max),
                       plain(instrument.scale_min), plain(instrument.scale_max)),
           fmt::format("the categories cover {} to {}, but the scale goes from {} to {}; correct the highest and the "
                       "lowest limit (list the best first)",
                       plain(instrument.bands.back().min), plain(instrument.bands.front().max),
                       plain(instrument.scale_min), plain(instrument.scale_max))});
}

}  // namespace

void lint_bands(LintRun& run) {
  const Instrument& instrument = run.instrument;
  if (instrument.scale_min >= instrument.scale_max) {
    run.add("scale_reversed", instrument.scale_line,
            {"batas bawah skala harus lebih kecil dari batas atasnya",
             "the lower end of the scale must be below its upper end"});
    return;
  }
  if (instrument.bands.empty()) {
    run.add("bands_do_not_cover_scale", instrument.bands_line,
            {"belum ada kategori; tambahkan sedikitnya satu", "there are no categories; add at least one"});
    return;
  }
  const int places = finest_places(instrument);
  const Rational step = Rational::power_of_ten(-places);
  for (const Band& band : instrument.bands) lint_limits(run, band, step, places);
  for (std::size_t i = 0; i + 1 < instrument.bands.size(); ++i) {
    lint_border(run, instrument.bands[i], instrument.bands[i + 1], step, places);
  }
  lint_cover(run);
}

}  // namespace prima::instrument
