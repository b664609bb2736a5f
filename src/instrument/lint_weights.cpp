#include <fmt/format.h>

#include "instrument/lint_parts.h"

namespace prima::instrument {

namespace {

void expect_sum_of_one(LintRun& run, const Rational& sum, std::int64_t line, const Words& of_what) {
  if (sum == Rational(1)) return;
  const std::string shown = plain(sum);
  run.add("weights_do_not_add_up", line,
          {fmt::format("bobot {} berjumlah {}, padahal harus tepat 1; ubah sebuah bobot atau tambahkan yang kurang",
                       of_what.id, shown),
           fmt::format(
               "the weights of {} add up to {}, but must add up to exactly 1; change a weight or add what is missing",
               of_what.en, shown)});
}

void lint_positive(LintRun& run, const Rational& weight, std::int64_t line, const Words& of_what) {
  if (weight.sign() < 0) {
    run.add("negative_weight", line,
            {fmt::format("bobot {} negatif; bobot harus lebih dari 0", of_what.id),
             fmt::format("the weight of {} is negative; a weight must be above 0", of_what.en)});
  } else if (weight.is_zero()) {
    run.add(
        "weight_never_used", line,
        {fmt::format(
             "bobot {} adalah 0, sehingga tidak pernah dihitung; beri bobot atau tandai \"informational: true\"",
             of_what.id),
         fmt::format("the weight of {} is 0, so it never counts; give it a weight or mark it \"informational: true\"",
                     of_what.en)});
  }
}

void lint_indicator_weight(LintRun& run, const Dimension& dimension, const Indicator& indicator) {
  const Words what{fmt::format("indikator \"{}\"", indicator.id), fmt::format("indicator \"{}\"", indicator.id)};
  if (indicator.informational) {
    if (!indicator.weight) return;
    run.add(
        "informational_with_weight", indicator.line,
        {fmt::format("{} hanya informasi tetapi punya bobot; hapus bobotnya atau hapus \"informational\"", what.id),
         fmt::format("{} is informational but has a weight; remove the weight or remove \"informational\"", what.en)});
  } else if (dimension.aggregate == DimensionAggregate::mean) {
    if (!indicator.weight) return;
    run.add("weight_never_used", indicator.line,
            {fmt::format("{} punya bobot yang tidak pernah dipakai, karena dimensi \"{}\" memakai rata-rata; hapus "
                         "bobotnya atau pakai \"aggregate: weighted\"",
                         what.id, dimension.id),
             fmt::format("{} has a weight that is never used, because dimension \"{}\" takes the mean; remove the "
                         "weight or use \"aggregate: weighted\"",
                         what.en, dimension.id)});
  } else if (!indicator.weight) {
    run.add("missing_key", indicator.line,
            {fmt::format("{} belum punya bobot; tambahkan \"weight\"", what.id),
             fmt::format("{} has no weight; add \"weight\"", what.en)});
  } else {
    lint_positive(run, *indicator.weight, indicator.line, what);
  }
}

void lint_dimension(LintRun& run, const Dimension& dimension) {
  const Words what{fmt::format("dimensi \"{}\"", dimension.id), fmt::format("dimension \"{}\"", dimension.id)};
  lint_positive(run, dimension.weight, dimension.line, what);
  Rational sum;
  std::size_t scored = 0;
  for (std::size_t i = 0; i < dimension.indicator_count; ++i) {
    const Indicator& indicator = run.instrument.indicators[dimension.first_indicator + i];
    lint_indicator_weight(run, dimension, indicator);
    if (indicator.informational) continue;
    ++scored;
    if (indicator.weight) sum += *indicator.weight;
  }
  if (scored == 0) {
    run.add("empty_dimension", dimension.line,
            {fmt::format("{} tidak punya indikator yang dinilai; tambahkan indikator atau hapus dimensinya", what.id),
             fmt::format("{} has no scored indicator; add one or remove the dimension", what.en)});
  } else if (dimension.aggregate == DimensionAggregate::weighted) {
    expect_sum_of_one(run, sum, dimension.line, what);
  }
}

}  // namespace

void lint_weights(LintRun& run) {
  if (run.instrument.dimensions.empty()) {
    run.add("empty_instrument", run.instrument.dimensions_line,
            {"instrumen tidak punya dimensi; tambahkan sedikitnya satu",
             "the instrument has no dimension; add at least one"});
    return;
  }
  Rational sum;
  for (const Dimension& dimension : run.instrument.dimensions) {
    lint_dimension(run, dimension);
    sum += dimension.weight;
  }
  expect_sum_of_one(run, sum, run.instrument.dimensions_line, {"semua dimensi", "all dimensions"});
}

}  // namespace prima::instrument
