#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "instrument/model.h"
#include "publication/search_words.h"

namespace prima::publication {

// The parts that a printed category can have. `suffix` is what the opinion adds for the second axis ("Tanpa
// Maladministrasi"), which no score can confirm.
enum class PartKind { letter, label, zone, suffix };

// What a phrase means in one method.
struct Meaning {
  PartKind kind = PartKind::label;
  const instrument::Band* band = nullptr;     // of a letter or label
  std::optional<instrument::Zone> zone = {};  // of a zone
};

// The words in which the results of one method are printed: letters, labels of quality and opinion (also in English,
// and in short: "Tertinggi"), colours of zones, suffixes.
class Vocabulary {
 public:
  // Points into `instrument`, which must outlive it.
  explicit Vocabulary(const instrument::Instrument& instrument);

  struct Match {
    const Meaning* meaning = nullptr;
    std::size_t words = 0;
  };
  // The longest phrase that begins at word `from`; words = 0 when there is none.
  Match longest(const std::vector<Token>& text, std::size_t from) const;

 private:
  void add(std::string_view phrase, const Meaning& meaning);
  void add_label(std::string_view label, const instrument::Band& band);

  std::map<std::string, Meaning, std::less<>> phrases_;  // words joined by one space
  std::size_t longest_ = 0;                              // in words
};

// One part of a printed category.
struct PrintedPart {
  std::string text;  // as printed
  PartKind kind = PartKind::label;
  // Nothing when the method does not know the part.
  std::optional<Meaning> meaning;
  // Of a part that the method does not know: which of the other methods does (index), if any.
  std::optional<std::size_t> known_to = {};
};

struct PrintedCategory {
  std::vector<PrintedPart> parts;
  std::vector<std::string> not_read;  // words that are neither part nor filler ("kategori", "predikat")
};

// Takes a printed category apart: "kategori A (Kualitas Tinggi)" is the letter A and the label Kualitas Tinggi. `own`
// is the method by which it is judged, `others` those whose words are recognised as foreign. A text of which nothing is
// recognised is one unknown label; a text without any word has no parts.
PrintedCategory read_category(std::string_view text, const Vocabulary& own,
                              const std::vector<const Vocabulary*>& others);

// A zone as its column prints it: "Hijau", "Zona Hijau"; nothing when it is no zone.
std::optional<instrument::Zone> read_zone(std::string_view text);

}  // namespace prima::publication
