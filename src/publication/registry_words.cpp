#include "publication/registry_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/assert.h"
#include "base/rounding.h"
#include "base/text.h"

namespace prima::publication {

using instrument::Band;

namespace {

bool contradicts(const Verdict& verdict, bool in_zone) {
  return std::any_of(verdict.mismatches.begin(), verdict.mismatches.end(),
                     [&](const Mismatch& one) { return (one.kind == PartKind::zone) == in_zone; });
}

std::string zone_of(const Band& band) { return band.zone ? std::string(official_name(*band.zone)) : ""; }

std::string both(const std::string& zone, const std::string& category) {
  return zone.empty() || category.empty() ? zone + category : zone + ", " + category;
}

std::string limits(const Mismatch& mismatch, int places) {
  const Rounding rounding{places, RoundingMode::half_up};
  return fmt::format("{}-{}", fixed(*mismatch.from, rounding), fixed(*mismatch.to, rounding));
}

// "91.70 menurut aturan 2023 adalah A (Kualitas Tertinggi), zona Hijau".
Words rule_words(const Verdict& verdict) {
  const scoring::Classification& result = *verdict.classification;
  const std::string category = official_category(*result.band);
  const std::string zone = zone_of(*result.band);
  return {fmt::format("{} menurut aturan {} adalah {}{}", result.score, verdict.instrument->version, category,
                      zone.empty() ? "" : ", zona " + zone),
          fmt::format("{} by the rule of {} is {}{}", result.score, verdict.instrument->version, category,
                      zone.empty() ? "" : ", zone " + zone)};
}

// "huruf "B"", with the zone's name bare: zona Kuning.
Words part_words(const Mismatch& mismatch) {
  const Words kind = words(mismatch.kind);
  const std::string printed = shown_to_people(mismatch.printed);
  if (mismatch.kind == PartKind::zone) return {kind.id + " " + printed, kind.en + " " + printed};
  return {fmt::format("{} \"{}\"", kind.id, printed), fmt::format("{} \"{}\"", kind.en, printed)};
}

// To whom the printed part belongs, or that the year does not know it.
Words owner_words(const Mismatch& mismatch, const Verdict& verdict, int places) {
  const Words kind = words(mismatch.kind);
  const std::string& year = verdict.instrument->version;
  if (mismatch.from) {
    const std::string range = limits(mismatch, places);
    const bool has_letter = mismatch.owner != nullptr && mismatch.owner->key.size() == 1;
    if (has_letter && mismatch.kind == PartKind::label) {
      return {fmt::format("{} itu milik {} ({})", kind.id, mismatch.owner->key, range),
              fmt::format("that {} belongs to {} ({})", kind.en, mismatch.owner->key, range)};
    }
    return {fmt::format("{} itu milik nilai {}", kind.id, range),
            fmt::format("that {} belongs to scores {}", kind.en, range)};
  }
  if (mismatch.known_to != nullptr) {
    return {fmt::format("{} itu tidak dipakai pada {}, melainkan pada {}", kind.id, year, mismatch.known_to->version),
            fmt::format("that {} is not in use in {}, but in {}", kind.en, year, mismatch.known_to->version)};
  }
  return {fmt::format("{} itu tidak dikenal pada {}", kind.id, year),
          fmt::format("that {} is not known in {}", kind.en, year)};
}

}  // namespace

Words words(PartKind kind) {
  switch (kind) {
    case PartKind::letter:
      return {"huruf", "letter"};
    case PartKind::label:
      return {"label", "label"};
    case PartKind::zone:
      return {"zona", "zone"};
    case PartKind::suffix:
      return {"imbuhan", "suffix"};
  }
  PRIMA_UNREACHABLE("every kind of part has words");
}

std::string official_category(const Band& band) {
  if (!band.opinion.empty()) return fmt::format("{} / {}", band.quality.id, band.opinion.id);
  return band.key.size() == 1 ? fmt::format("{} ({})", band.key, band.quality.id) : band.quality.id;
}

Words subject_words(const PublishedRow& row) {
  const std::string part = row.subject.name.empty() ? "" : fmt::format(" ({})", row.subject.name);
  const auto year = [&](const std::string& note) {
    return note.empty() ? fmt::format("{}", row.year) : fmt::format("{} ({})", row.year, note);
  };
  return {fmt::format("{}{} {}", row.institution, part, year(row.year_note.id)),
          fmt::format("{}{} {}", row.institution, part, year(row.year_note.en))};
}

std::string printed_of(const PublishedRow& row, const Verdict& verdict) {
  // A zone inside the category is part of what the category's cell prints.
  const bool in_category = contradicts(verdict, false) || row.zone_text.empty();
  return both(contradicts(verdict, true) ? row.zone_text : "", in_category ? row.category_text : "");
}

std::string expected_of(const Verdict& verdict) {
  const Band& band = *verdict.classification->band;
  return both(contradicts(verdict, true) ? zone_of(band) : "",
              contradicts(verdict, false) || !band.zone ? official_category(band) : "");
}

Words reason(const PublishedRow& row, const Verdict& verdict) {
  const int places = level_of(row, *verdict.instrument).rounding.places;
  const Words rule = rule_words(verdict);
  Words sentence{rule.id + "; tercetak ", rule.en + "; printed is "};
  bool first = true;
  for (const Mismatch& mismatch : verdict.mismatches) {
    const Words part = part_words(mismatch);
    const Words owner = owner_words(mismatch, verdict, places);
    sentence.id += fmt::format("{}{}: {}", first ? "" : "; ", part.id, owner.id);
    sentence.en += fmt::format("{}{}: {}", first ? "" : "; ", part.en, owner.en);
    first = false;
  }
  return sentence;
}

}  // namespace prima::publication
