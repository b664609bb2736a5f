#include "scoring/trace_words.h"

#include <fmt/format.h>

#include "base/assert.h"

namespace prima::scoring {

using instrument::LevelAggregate;

namespace {

Words in_both(const std::string& decimal) {
  return {with_decimal_mark(decimal, Language::id), with_decimal_mark(decimal, Language::en)};
}

}  // namespace

Words words_of(const Rounding& rounding) {
  const int places = rounding.places;
  switch (rounding.mode) {
    case RoundingMode::half_up:
      return {fmt::format("dibulatkan ke {} angka desimal, tepat setengah ke atas", places),
              fmt::format("rounded to {} decimals, exact halves up", places)};
    case RoundingMode::half_even:
      return {fmt::format("dibulatkan ke {} angka desimal, tepat setengah ke angka genap", places),
              fmt::format("rounded to {} decimals, exact halves to the even digit", places)};
    case RoundingMode::down:
      return {fmt::format("dipotong pada {} angka desimal", places), fmt::format("cut off at {} decimals", places)};
  }
  PRIMA_UNREACHABLE("every rounding mode has words");
}

Words rule_of_institution(const instrument::Level& level, std::size_t members, std::int64_t products) {
  switch (level.aggregate) {
    case LevelAggregate::mean_of_products:
      return {fmt::format("rata-rata {} produk layanan dari {} unit yang dinilai", products, members),
              fmt::format("mean over the {} service products of {} assessed units", products, members)};
    case LevelAggregate::mean_of_institutions:
      return {fmt::format("rata-rata {} instansi yang dinilai", members),
              fmt::format("mean of {} assessed institutions", members)};
    case LevelAggregate::weighted_dimensions:
    case LevelAggregate::mean_of_units:
      break;
  }
  return {fmt::format("rata-rata {} unit yang dinilai", members), fmt::format("mean of {} assessed units", members)};
}

Words rule_of_unit(bool all_dimensions_count) {
  if (all_dimensions_count)
    return {"jumlah nilai dimensi dikali bobotnya", "sum of the dimension scores times their weights"};
  return {"jumlah nilai dimensi dikali bobotnya, dibagi jumlah bobot dimensi yang berlaku",
          "sum of the dimension scores times their weights, divided by the weights of the dimensions that count"};
}

Words rule_of_dimension(const instrument::Dimension& dimension, bool all_indicators_count) {
  if (dimension.aggregate == instrument::DimensionAggregate::mean) {
    return {"rata-rata indikator yang berlaku, masing-masing dibagi nilai tertingginya",
            "mean of the indicators that count, each divided by its maximum"};
  }
  if (all_indicators_count) {
    return {"jumlah indikator (rata-rata dibagi nilai tertinggi) dikali bobotnya",
            "sum of the indicators (mean divided by maximum) times their weights"};
  }
  return {
      "jumlah indikator (rata-rata dibagi nilai tertinggi) dikali bobotnya, dibagi jumlah bobot indikator yang berlaku",
      "sum of the indicators (mean divided by maximum) times their weights, divided by the weights of the indicators "
      "that count"};
}

Words rule_of_indicator(PartState state, const instrument::Indicator& indicator, std::int64_t answers) {
  switch (state) {
    case PartState::counted:
      if (answers == 1) return {"satu jawaban", "one answer"};
      if (indicator.answered_by == instrument::Answerer::product) {
        return {fmt::format("rata-rata {} produk layanan", answers),
                fmt::format("mean over {} service products", answers)};
      }
      return {fmt::format("rata-rata {} jawaban", answers), fmt::format("mean of {} answers", answers)};
    case PartState::missing:
      return {"wajib tetapi belum dijawab, dihitung nol", "mandatory but not answered, counts as zero"};
    case PartState::left_out:
      return {"tidak wajib dan tidak dijawab, tidak dihitung", "optional and not answered, does not count"};
    case PartState::not_applicable:
      return {"tidak berlaku bagi unit ini (NA), tidak dihitung", "not applicable to this unit (NA), does not count"};
    case PartState::informational:
      return {"hanya informasi, tidak dinilai", "information only, not scored"};
  }
  PRIMA_UNREACHABLE("every state of an indicator has words");
}

std::vector<Words> notes_of(const Classification& classification, const instrument::Level& level) {
  std::vector<Words> notes;
  const Words rounding = words_of(level.rounding);
  const Words score = in_both(classification.score);
  notes.push_back({fmt::format("{} {} menjadi {}", classification.exact.fraction(), rounding.id, score.id),
                   fmt::format("{} {} gives {}", classification.exact.fraction(), rounding.en, score.en)});
  const instrument::Band& band = *classification.earned;
  const Words min = in_both(plain(band.min));
  const Words max = in_both(plain(band.max));
  Words category{
      fmt::format("{} terletak antara {} dan {}: kategori {}, {}", score.id, min.id, max.id, band.key, band.quality.id),
      fmt::format("{} lies between {} and {}: category {}, {}", score.en, min.en, max.en, band.key, band.quality.en)};
  if (band.zone) {
    const Words zone = instrument::words(*band.zone);
    category = {category.id + ", zona " + zone.id, category.en + ", " + zone.en + " zone"};
  }
  notes.push_back(std::move(category));
  for (const instrument::Gate* gate : classification.gates) notes.push_back(gate->text);
  if (classification.band != classification.earned) {
    notes.push_back(
        {fmt::format("kategori turun menjadi {}, {}", classification.band->key, classification.band->quality.id),
         fmt::format("the category falls to {}, {}", classification.band->key, classification.band->quality.en)});
  }
  if (!classification.opinion.empty())
    notes.push_back({"opini: " + classification.opinion.id, "opinion: " + classification.opinion.en});
  if (classification.certificate_withheld) notes.push_back({"sertifikat ditahan", "the certificate is withheld"});
  return notes;
}

}  // namespace prima::scoring
