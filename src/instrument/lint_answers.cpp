#include <fmt/format.h>

#include <set>

#include "base/decimal.h"
#include "instrument/lint_parts.h"

namespace prima::instrument {

namespace {

// A list of choices with the name it has in messages.
struct ChoiceList {
  const std::vector<Choice>& choices;
  bool monotone;
  std::int64_t line;
  Words name;
};

void lint_points(LintRun& run, const Rational& points, std::int64_t line, const Words& of_what) {
  if (points.sign() >= 0) return;
  run.add("negative_points", line,
          {fmt::format("{}: poin tidak boleh negatif", of_what.id),
           fmt::format("{}: points cannot be negative", of_what.en)});
}

void lint_choice_ids(LintRun& run, const ChoiceList& list) {
  std::set<std::string> seen;
  for (const Choice& choice : list.choices) {
    if (!seen.insert(choice.id).second) {
      run.add("duplicate_choice", choice.line,
              {fmt::format("{}: pilihan \"{}\" ada dua kali; beri id lain", list.name.id, choice.id),
               fmt::format("{}: the choice \"{}\" is there twice; give one another id", list.name.en, choice.id)});
    }
    const auto as_number = parse_decimal(choice.id);
    if (as_number && *as_number != choice.points) {
      run.add("unreachable_choice", choice.line,
              {fmt::format("{}: id pilihan \"{}\" adalah angka tetapi poinnya {}; jawaban {} menjadi bermakna ganda, "
                           "samakan keduanya",
                           list.name.id, choice.id, plain(choice.points), choice.id),
               fmt::format("{}: the id of choice \"{}\" is a number but its points are {}; the answer {} would have "
                           "two meanings, make both the same",
                           list.name.en, choice.id, plain(choice.points), choice.id)});
    }
  }
}

void lint_monotone(LintRun& run, const ChoiceList& list) {
  for (std::size_t i = 1; list.monotone && i < list.choices.size(); ++i) {
    if (list.choices[i].points > list.choices[i - 1].points) continue;
    run.add("ladder_not_monotone", list.choices[i].line,
            {fmt::format("{}: poin pilihan \"{}\" ({}) tidak lebih tinggi dari pilihan sebelumnya ({}); urutkan atau "
                         "hapus \"monotone\"",
                         list.name.id, list.choices[i].id, plain(list.choices[i].points),
                         plain(list.choices[i - 1].points)),
             fmt::format("{}: the points of choice \"{}\" ({}) are not above those of the choice before ({}); reorder "
                         "or remove \"monotone\"",
                         list.name.en, list.choices[i].id, plain(list.choices[i].points),
                         plain(list.choices[i - 1].points))});
  }
}

void lint_choices(LintRun& run, const ChoiceList& list) {
  if (list.choices.size() < 2) {
    run.add("unreachable_choice", list.line,
            {fmt::format("{}: perlu sedikitnya dua pilihan", list.name.id),
             fmt::format("{}: at least two choices are needed", list.name.en)});
  }
  for (const Choice& choice : list.choices) lint_points(run, choice.points, choice.line, list.name);
  lint_choice_ids(run, list);
  lint_monotone(run, list);
}

bool rises(const Threshold& before, const Threshold& after) {
  if (!before.limit) return true;
  return *after.limit > *before.limit || (*after.limit == *before.limit && after.above && !before.above);
}

void lint_thresholds(LintRun& run, const Indicator& indicator, const Words& what) {
  for (std::size_t i = 0; i < indicator.thresholds.size(); ++i) {
    const Threshold& rung = indicator.thresholds[i];
    lint_points(run, rung.points, rung.line, what);
    const bool first = i == 0;
    if (first == rung.limit.has_value() || (!first && !rises(indicator.thresholds[i - 1], rung))) {
      run.add("threshold_order", rung.line,
              {fmt::format("{}: anak tangga pertama tanpa batas, berikutnya dengan batas yang makin tinggi", what.id),
               fmt::format("{}: the first rung has no limit, each later one a higher limit", what.en)});
      continue;
    }
    const bool beyond =
        !first && (*rung.limit > *indicator.greatest || (rung.above && *rung.limit == *indicator.greatest));
    const bool lowest_hidden =
        i == 1 && (*rung.limit < *indicator.least || (!rung.above && *rung.limit == *indicator.least));
    if (!beyond && !lowest_hidden) continue;
    run.add("unreachable_choice", rung.line,
            {fmt::format("{}: ada anak tangga yang tidak mungkin tercapai dalam rentang {} sampai {}", what.id,
                         plain(*indicator.least), plain(*indicator.greatest)),
             fmt::format("{}: a rung cannot be reached within the range {} to {}", what.en, plain(*indicator.least),
                         plain(*indicator.greatest))});
  }
}

void lint_measure(LintRun& run, const Indicator& indicator, const Words& what) {
  if (*indicator.least >= *indicator.greatest || (indicator.thresholds.empty() && indicator.least->sign() < 0)) {
    run.add("bad_range", indicator.line,
            {fmt::format("{}: rentang harus naik, dan tanpa \"thresholds\" tidak boleh negatif", what.id),
             fmt::format("{}: the range must rise, and without \"thresholds\" it cannot be negative", what.en)});
    return;
  }
  lint_thresholds(run, indicator, what);
}

void lint_indicator(LintRun& run, const Indicator& indicator) {
  const Words what{fmt::format("indikator \"{}\"", indicator.id), fmt::format("indicator \"{}\"", indicator.id)};
  if (indicator.is_measured()) {
    lint_measure(run, indicator, what);
  } else if (indicator.ladder.empty()) {
    lint_choices(run, ChoiceList{indicator.choices, indicator.monotone, indicator.line, what});
  }
  if (indicator.maximum().sign() <= 0) {
    run.add("zero_maximum", indicator.line,
            {fmt::format("{}: tidak ada jawaban yang memberi poin; beri poin lebih dari 0 pada salah satu", what.id),
             fmt::format("{}: no answer brings points; give one more than 0", what.en)});
  }
  const bool column_missing = (indicator.answered_by == Answerer::product && !run.instrument.samples_products) ||
                              (indicator.answered_by == Answerer::respondent && !run.instrument.samples_respondents);
  if (column_missing) {
    run.add("answerer_not_sampled", indicator.line,
            {fmt::format("{} dijawab per {}, tetapi \"samples\" tidak memuatnya; tambahkan di sana", what.id,
                         name(indicator.answered_by)),
             fmt::format("{} is answered by {}, but \"samples\" does not include it; add it there", what.en,
                         name(indicator.answered_by))});
  }
}

}  // namespace

void lint_answers(LintRun& run) {
  for (const Ladder& ladder : run.instrument.ladders) {
    lint_choices(run, ChoiceList{ladder.choices,
                                 ladder.monotone,
                                 ladder.line,
                                 {fmt::format("tangga \"{}\"", ladder.id), fmt::format("ladder \"{}\"", ladder.id)}});
  }
  for (const Indicator& indicator : run.instrument.indicators) lint_indicator(run, indicator);
}

}  // namespace prima::instrument
