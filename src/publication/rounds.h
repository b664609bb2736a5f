#pragma once

#include <string>
#include <vector>

#include "instrument/model.h"
#include "publication/category_words.h"

namespace prima::publication {

// One assessment method with the words in which its results are printed.
struct Round {
  const instrument::Instrument* instrument = nullptr;
  Vocabulary vocabulary;
};

// The Ombudsman's methods, by the years in which each was in force.
class Rounds {
 public:
  // Takes those of the authority "ombudsman" from `instruments`, which must be free of lint findings and outlive this.
  explicit Rounds(const std::vector<const instrument::Instrument*>& instruments);

  // The method in force in that year, or nullptr (there was no assessment in 2020). Where several are, the latest.
  const Round* of_year(int year) const;
  // The method that came before, or nullptr.
  const Round* before(const Round& round) const;

  // From the oldest to the newest.
  const std::vector<Round>& all() const { return rounds_; }

  // "2013-2019, 2021, 2025 dan sesudahnya": the years that have a method.
  Words years() const;

 private:
  std::vector<Round> rounds_;
};

}  // namespace prima::publication
