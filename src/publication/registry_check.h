#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "publication/category_words.h"
#include "publication/published_row.h"
#include "publication/rounds.h"
#include "scoring/classify.h"

namespace prima::publication {

// One printed part that the rule of the year does not confirm.
struct Mismatch {
  PartKind kind = PartKind::label;
  std::string printed;  // "Kualitas Tinggi"
  std::string
      expected;  // what the rule gives for this part: "Kualitas Tertinggi"; empty where the year has no such part
  // The scores that the part stands for in the same year: those of the band that the printed letter or label belongs
  // to, or of all bands of the printed zone. Nothing when the year does not know the part.
  const instrument::Band* owner = nullptr;  // of a letter or label
  std::optional<Rational> from = {};
  std::optional<Rational> to = {};
  // Of a part that the year does not know: a method that does, the nearest one; nullptr when none does.
  const instrument::Instrument* known_to = nullptr;
};

// What the rule of its year says about one published row.
struct Verdict {
  const instrument::Instrument* instrument = nullptr;
  // The row was judged by the method before that of its year: it speaks of an evaluation ahead of the round, in the
  // words of that method.
  bool by_earlier_method = false;
  // Nothing when the source prints no score, or the score of a dimension, which has no category.
  std::optional<scoring::Classification> classification;
  bool compared = false;  // the source prints a zone or category, and there is a score to judge it by
  std::vector<Mismatch> mismatches;
  std::vector<std::string> not_read;  // words of the category that were not compared

  bool is_checked() const { return classification.has_value(); }
};

// Recomputes the category of one row by the method of its year and compares each printed part with it, letter, label
// and zone on its own. The rounding is that of the institution for totals, of the unit for units, of the nation for
// national averages. `row` must come from read_registry() with the same `rounds`. Pure, and does not depend on other
// rows.
Verdict judge(const PublishedRow& row, const Rounds& rounds);

// The level of the method that rounds the row's score.
const instrument::Level& level_of(const PublishedRow& row, const instrument::Instrument& instrument);

// All rows with their verdicts, in the order of the rows.
struct RegistryCheck {
  std::vector<PublishedRow> rows;
  std::vector<Verdict> verdicts;

  std::size_t checked() const;         // rows with a score whose category the rule gives
  std::size_t compared() const;        // of these, rows with something printed to compare
  std::size_t contradictions() const;  // of these, rows with a mismatch
};
RegistryCheck check_registry(std::vector<PublishedRow> rows, const Rounds& rounds);

}  // namespace prima::publication
