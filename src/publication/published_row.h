#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/rational.h"
#include "base/words.h"
#include "instrument/model.h"

namespace prima::publication {

// What kind of body a result belongs to, by the word of the column `level`.
enum class Level { province, city, regency, ministry, agency, vertical_unit, national, other };

// The official Indonesian word ("provinsi", "unit vertikal"); `other` gives "lainnya".
std::string_view official_name(Level level);
Words words(Level level);
Level level_of(std::string_view word);

// What a score speaks of: the whole institution, one of its units, one dimension, or a mean over many institutions.
struct Subject {
  enum class Kind { total, unit, dimension, average };
  Kind kind = Kind::total;
  std::string name;  // of the unit or dimension
  Words remark;      // what stood in brackets; may be empty
};

// One published result, as its source prints it.
struct PublishedRow {
  std::int64_t line = 0;
  std::string institution;
  Level level = Level::other;
  std::string level_text;  // as written
  int year = 0;
  Words year_note;        // "pra-evaluasi"; empty for a plain year
  std::string year_text;  // as written
  std::optional<Rational> score;
  std::string score_text;  // as printed; empty where the source prints none
  std::optional<instrument::Zone> zone;
  std::string zone_text;
  std::string category_text;
  Subject subject;
  std::string subject_text;  // as written
  std::string source;        // a URL, or the name of a printed source
};

}  // namespace prima::publication
