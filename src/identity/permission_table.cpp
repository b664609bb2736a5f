#include "identity/permission_table.h"

namespace prima::identity {

PermissionTable permission_table() {
  const auto roles = all_roles();
  PermissionTable table{{roles.begin(), roles.end()}, {}};
  for (const Action action : all_actions()) {
    PermissionTable::Row row{action, name(action), {}};
    for (const Role role : roles) row.cells.push_back(scope_of(role, action));
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string permission_table_text(Language language) {
  const PermissionTable table = permission_table();
  std::string text = language == Language::id ? "| Tindakan |" : "| Action |";
  std::string rule = "\n|---|";
  for (const Role role : table.roles) {
    text += " " + name(role).in(language) + " |";
    rule += "---|";
  }
  text += rule + "\n";
  for (const auto& row : table.rows) {
    text += "| " + row.name.in(language) + " |";
    for (const Scope cell : row.cells) {
      text += " " + (cell == Scope::nowhere ? std::string("-") : name(cell).in(language)) + " |";
    }
    text += "\n";
  }
  return text;
}

}  // namespace prima::identity
