#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>

#include "base/finding.h"
#include "base/words.h"
#include "directory/import_rules.h"
#include "directory/institution.h"

namespace prima::directory {

// Pairs that the form sends along: the CSRF token, which upload is meant.
using HiddenFields = std::span<const std::pair<std::string, std::string>>;

// Paths without language.
std::string import_path(const Institution& institution);  // /kelola/unit/33.74/impor
std::string unit_table_path(
    const Institution& institution);  // /kelola/unit/33.74/unit, to be followed by .xlsx or .csv

// The form for a table of units: what it must look like, the files to start from, and why the last one was not read.
std::string import_page(Language language, const Institution& institution, HiddenFields hidden,
                        const std::optional<Finding>& refused = std::nullopt);

// What importing `file` would do, before anything is done: figures, problems with row and column, new units, changes.
// Only a plan that can be applied gets the button that applies it, which posts to the same path with `apply` set; any
// other gets the form again. At most 200 rows of each kind are shown.
std::string import_preview_page(Language language, const Institution& institution, const ImportPlan& plan,
                                const std::string& file, HiddenFields hidden);

}  // namespace prima::directory
