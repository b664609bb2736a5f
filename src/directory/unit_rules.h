#pragma once

#include <string>
#include <vector>

#include "base/words.h"
#include "directory/regions.h"
#include "directory/unit.h"
#include "directory/unit_field_rules.h"

namespace prima::directory {

// Something that is wrong with one field of a unit.
struct UnitProblem {
  UnitField field = UnitField::code;
  std::string code;  // stable: "name_missing"
  Words message;     // what is wrong and what to do

  bool operator==(const UnitProblem&) const = default;
};

// Everything that is wrong between the fields of a unit whose values were each set by set_text(): what is missing, and
// what does not fit together. None when it may be kept.
std::vector<UnitProblem> check(const Unit& unit, const Regions& regions);

}  // namespace prima::directory
