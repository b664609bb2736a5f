#include "publication/registry_check.h"

#include <algorithm>
#include <utility>

#include "publication/search_words.h"

namespace prima::publication {

using instrument::Band;
using instrument::Instrument;
using instrument::Zone;
using scoring::Classification;

namespace {

// The other methods, the nearest in time first, the earlier one first of two as near.
std::vector<const Round*> others_of(const Round& own, const Rounds& rounds) {
  std::vector<const Round*> before;
  std::vector<const Round*> after;
  bool passed = false;
  for (const Round& round : rounds.all()) {
    if (round.instrument == own.instrument) {
      passed = true;
    } else {
      (passed ? after : before).push_back(&round);
    }
  }
  std::reverse(before.begin(), before.end());
  std::vector<const Round*> others;
  for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
    if (i < before.size()) others.push_back(before[i]);
    if (i < after.size()) others.push_back(after[i]);
  }
  return others;
}

// A printed category as one method reads it.
struct Read {
  PrintedCategory category;
  std::vector<const Round*> others;  // what PrintedPart::known_to counts
};

Read read_as(const Round& round, std::string_view text, const Rounds& rounds) {
  Read read;
  read.others = others_of(round, rounds);
  std::vector<const Vocabulary*> vocabularies;
  vocabularies.reserve(read.others.size());
  for (const Round* other : read.others) vocabularies.push_back(&other->vocabulary);
  read.category = read_category(text, round.vocabulary, vocabularies);
  return read;
}

bool knows_all(const PrintedCategory& category) {
  return !category.parts.empty() && std::all_of(category.parts.begin(), category.parts.end(),
                                                [](const PrintedPart& part) { return part.meaning.has_value(); });
}

std::string_view zone_name(const Classification& result) {
  return result.band->zone ? official_name(*result.band->zone) : std::string_view();
}

// The label that the rule gives, of the kind that was printed: quality where a quality is printed, otherwise opinion.
std::string expected_label(const Classification& result, const PrintedPart& part) {
  const Band& band = *result.band;
  if (band.opinion.empty()) return band.quality.id;
  const bool is_quality =
      part.meaning && part.meaning->band != nullptr && folded(part.meaning->band->quality.id) == folded(part.text);
  return is_quality ? band.quality.id : band.opinion.id;
}

std::string expected_letter(const Classification& result) {
  return result.band->key.size() == 1 ? result.band->key : std::string();
}

// The scores that a zone stands for.
void set_limits(Mismatch& mismatch, const Instrument& instrument, Zone zone) {
  for (const Band& band : instrument.bands) {
    if (band.zone != zone) continue;
    mismatch.from = mismatch.from ? std::min(*mismatch.from, band.min) : band.min;
    mismatch.to = mismatch.to ? std::max(*mismatch.to, band.max) : band.max;
  }
}

void set_owner(Mismatch& mismatch, const Band& band) {
  mismatch.owner = &band;
  mismatch.from = band.min;
  mismatch.to = band.max;
}

// The mismatch of a part with the rule, or nothing when they agree.
std::optional<Mismatch> compare(const PrintedPart& part, const Read& read, const Instrument& instrument,
                                const Classification& result) {
  Mismatch mismatch;
  mismatch.kind = part.kind;
  mismatch.printed = part.text;
  if (part.known_to) mismatch.known_to = read.others[*part.known_to]->instrument;
  switch (part.kind) {
    case PartKind::letter:
      mismatch.expected = expected_letter(result);
      break;
    case PartKind::label:
      mismatch.expected = expected_label(result, part);
      break;
    case PartKind::zone:
      mismatch.expected = zone_name(result);
      break;
    case PartKind::suffix:
      break;
  }
  if (!part.meaning) return mismatch;
  if (part.kind == PartKind::suffix) return std::nullopt;  // no score can confirm or refute it
  if (part.kind == PartKind::zone) {
    if (part.meaning->zone == result.band->zone) return std::nullopt;
    set_limits(mismatch, instrument, *part.meaning->zone);
    return mismatch;
  }
  if (part.meaning->band == result.band) return std::nullopt;
  set_owner(mismatch, *part.meaning->band);
  return mismatch;
}

bool has_zone(const Instrument& instrument, Zone zone) {
  return std::any_of(instrument.bands.begin(), instrument.bands.end(),
                     [&](const Band& band) { return band.zone == zone; });
}

// The zone of its own column as a part, so that one comparison serves both.
PrintedPart zone_part(Zone zone, const Instrument& instrument, const std::vector<const Round*>& others) {
  PrintedPart part{std::string(official_name(zone)), PartKind::zone, std::nullopt};
  if (has_zone(instrument, zone)) {
    part.meaning = Meaning{PartKind::zone, nullptr, zone};
    return part;
  }
  const auto other = std::find_if(others.begin(), others.end(),
                                  [&](const Round* round) { return has_zone(*round->instrument, zone); });
  if (other != others.end()) part.known_to = static_cast<std::size_t>(other - others.begin());
  return part;
}

// Whether the category repeats what the column of the zone says.
bool is_same_zone(const PrintedPart& part, const PublishedRow& row) {
  if (part.kind != PartKind::zone || !row.zone) return false;
  return part.meaning ? part.meaning->zone == row.zone : folded(part.text) == folded(official_name(*row.zone));
}

// Which method a row is judged by, and its category as that method reads it.
struct Judged {
  const Round* round;
  Read read;
  bool by_earlier_method = false;
};

Judged choose_method(const PublishedRow& row, const Rounds& rounds) {
  const Round* own = rounds.of_year(row.year);
  Judged judged{own, read_as(*own, row.category_text, rounds)};
  const Round* earlier = row.year_note.empty() ? nullptr : rounds.before(*own);
  if (earlier == nullptr || judged.read.category.parts.empty() || knows_all(judged.read.category)) return judged;
  Read by_earlier = read_as(*earlier, row.category_text, rounds);
  if (!knows_all(by_earlier.category)) return judged;
  return {earlier, std::move(by_earlier), true};
}

void compare_parts(const PublishedRow& row, const Read& read, Verdict& verdict) {
  const Classification& result = *verdict.classification;
  const auto add = [&](const PrintedPart& part) {
    auto mismatch = compare(part, read, *verdict.instrument, result);
    if (mismatch) verdict.mismatches.push_back(*std::move(mismatch));
  };
  if (row.zone) add(zone_part(*row.zone, *verdict.instrument, read.others));
  for (const PrintedPart& part : read.category.parts) {
    if (!is_same_zone(part, row)) add(part);
  }
  verdict.compared = row.zone.has_value() || !read.category.parts.empty();
}

}  // namespace

const instrument::Level& level_of(const PublishedRow& row, const Instrument& instrument) {
  switch (row.subject.kind) {
    case Subject::Kind::total:
      return instrument.institution;
    case Subject::Kind::unit:
    case Subject::Kind::dimension:
      return instrument.unit;
    case Subject::Kind::average:
      return instrument.national ? *instrument.national : instrument.institution;
  }
  return instrument.institution;
}

Verdict judge(const PublishedRow& row, const Rounds& rounds) {
  Judged judged = choose_method(row, rounds);
  Verdict verdict;
  verdict.instrument = judged.round->instrument;
  verdict.by_earlier_method = judged.by_earlier_method;
  verdict.not_read = std::move(judged.read.category.not_read);
  if (!row.score || row.subject.kind == Subject::Kind::dimension) return verdict;
  verdict.classification = scoring::classify(*verdict.instrument, level_of(row, *verdict.instrument), *row.score);
  compare_parts(row, judged.read, verdict);
  return verdict;
}

std::size_t RegistryCheck::checked() const {
  return static_cast<std::size_t>(
      std::count_if(verdicts.begin(), verdicts.end(), [](const Verdict& one) { return one.is_checked(); }));
}

std::size_t RegistryCheck::compared() const {
  return static_cast<std::size_t>(
      std::count_if(verdicts.begin(), verdicts.end(), [](const Verdict& one) { return one.compared; }));
}

std::size_t RegistryCheck::contradictions() const {
  return static_cast<std::size_t>(
      std::count_if(verdicts.begin(), verdicts.end(), [](const Verdict& one) { return !one.mismatches.empty(); }));
}

RegistryCheck check_registry(std::vector<PublishedRow> rows, const Rounds& rounds) {
  RegistryCheck check;
  check.verdicts.reserve(rows.size());
  for (const PublishedRow& row : rows) check.verdicts.push_back(judge(row, rounds));
  check.rows = std::move(rows);
  return check;
}

}  // namespace prima::publication
