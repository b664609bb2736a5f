#pragma once

#include <string>
#include <vector>

#include "base/words.h"
#include "identity/permission_rules.h"

namespace prima::identity {

// The table of permissions for people: on the page of the administrator, and in the manual.
struct PermissionTable {
  struct Row {
    Action action;
    Words name;
    std::vector<Scope> cells;  // one a role, in the order of `roles`
  };
  std::vector<Role> roles;
  std::vector<Row> rows;
};

PermissionTable permission_table();

// As a Markdown table: one row an action, one column a role; a dash where the role may not. Ends with a line break.
std::string permission_table_text(Language language);

}  // namespace prima::identity
