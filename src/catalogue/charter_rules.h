#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "base/result.h"
#include "base/words.h"
#include "catalogue/standard.h"
#include "instrument/model.h"

// The service charter (maklumat pelayanan, Law 25/2009 article 22): what it must say and who signs it.
namespace prima::catalogue {

// One thing a charter says (reference/charter/charter.yaml).
struct CharterPart {
  std::string id;  // "promise"
  bool required = false;
  instrument::Standing standing = instrument::Standing::ours;  // of the duty to say it; the wording is always ours
  Words about;
  std::string needs;  // the name without which the part is left out; empty: none
  Words text;         // with {unit}, {institution}, {compensation}, {complaints}
};

struct CharterReference {
  std::string cite;
  Words title;
};

struct CharterRules {
  Words title;
  std::vector<CharterReference> references;
  std::vector<CharterPart> parts;
};

// Reads the rules, or gives every finding: unknown keys, a placeholder nobody fills, a missing language, no required
// part.
Result<CharterRules, Findings> read_charter_rules(std::string_view yaml, const std::string& file);

// The rules that are part of the program.
const CharterRules& charter_rules();

// A sentence of the unit's own in the place of ours.
struct CharterOwnText {
  std::string part;  // the id of the part: "promise"
  LocalText text;    // may use the placeholders
  bool operator==(const CharterOwnText&) const = default;
};

// What a unit fills in.
struct CharterNames {
  LocalText unit;
  LocalText institution;
  std::string place;  // "Bogor"
  std::optional<Date> date;
  LocalText signer_post;    // "Kepala Dinas ..."
  std::string signer_name;  // with titles, as the person writes it
  LocalText compensation;   // may be empty: then the charter promises none
  std::string complaints;   // where to complain; may be empty
  std::vector<CharterOwnText> own_texts;
  bool operator==(const CharterNames&) const = default;
};

struct CharterParagraph {
  std::string id;
  Words text;
  bool own_words = false;
};

// A charter ready to be shown or printed.
struct Charter {
  Words title;
  std::vector<CharterParagraph> paragraphs;
  Words place_and_date;  // "Bogor, 2 Januari 2026"
  Words signer_post;
  std::string signer_name;
};

// Makes the charter of one unit, or gives every reason against it: a missing name, a required part emptied, own words
// for a part that does not exist, a placeholder nobody fills, a text over 600 characters. Finding::file is the JSON
// pointer of the field ("/signer_name", "/own_texts/promise").
Result<Charter, Findings> compose_charter(const CharterRules& rules, const CharterNames& names);

}  // namespace prima::catalogue
