#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/finding.h"
#include "directory/import_page.h"
#include "directory/institution.h"
#include "directory/unit.h"
#include "directory/unit_field_rules.h"
#include "http/form.h"

namespace prima::directory {

inline constexpr std::size_t unit_field_count = 22;

// A unit as somebody types it, with what is wrong with it. Finding::file holds the key of the field, or nothing.
struct UnitForm {
  std::array<std::string, unit_field_count> texts = {};  // by UnitField
  Findings problems = {};
  std::int64_t version = 0;  // of the unit that is changed; 0: a new one
};

UnitForm form_of(const Unit& unit, std::int64_t version);
// What a form sent; a field that is missing is blank.
UnitForm read_unit_form(const http::Form& form);
// The unit that the form makes of `base`; what cannot be read goes into form.problems and stays as it was.
Unit unit_from(UnitForm& form, const Unit& base);

// A rename, merge, closing or reopening as somebody types it.
struct HappeningForm {
  std::string event = {};  // key of an Event
  std::string from = {};   // YYYY-MM-DD
  std::string name = {};
  std::string into = {};
  Findings problems = {};
};
HappeningForm read_happening_form(const http::Form& form);

// Paths without language.
std::string new_unit_path(const Institution& institution);                     // /kelola/unit/33.74/baru
std::string edit_unit_path(const Institution& institution, const Unit& unit);  // /kelola/unit/33.74/unit/CODE
std::string happening_path(const Institution& institution, const Unit& unit);  // .../peristiwa

// The form for a new unit, each problem at its field.
std::string new_unit_page(Language language, const Institution& institution, const UnitForm& form, HiddenFields hidden);
// The form for a unit that is there, and below it the one for what happened to it. `today` is offered as the day.
std::string edit_unit_page(Language language, const Institution& institution, const Unit& unit, const UnitForm& form,
                           const HappeningForm& happening, HiddenFields hidden, Date today);

}  // namespace prima::directory
