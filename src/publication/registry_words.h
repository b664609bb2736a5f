#pragma once

#include <string>

#include "base/words.h"
#include "publication/registry_check.h"

// The sentences about published rows. Kept apart from the rules, so that a reviewer of the wording reads one file.
namespace prima::publication {

// A category by its official names: "A (Kualitas Tertinggi)", "Kepatuhan Tinggi", "Baik / Kualitas Tinggi".
std::string official_category(const instrument::Band& band);

// "Kota Pangkalpinang 2023", with the unit where the row speaks of one: "Kota Batu (DPMPTSP) 2024".
Words subject_words(const PublishedRow& row);

// Of a contradicted row, in the official Indonesian names: what its source prints and what the rule gives; only the
// zone, only the category, or both, as they contradict. "A (Kualitas Tinggi)" and "A (Kualitas Tertinggi)".
std::string printed_of(const PublishedRow& row, const Verdict& verdict);
std::string expected_of(const Verdict& verdict);

// One sentence: the rule, then each part that contradicts it and to which band that part belongs.
Words reason(const PublishedRow& row, const Verdict& verdict);

// "huruf", "letter", and so on.
Words words(PartKind kind);

}  // namespace prima::publication
