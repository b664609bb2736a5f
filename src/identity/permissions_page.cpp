#include "identity/permissions_page.h"

#include <vector>

#include "html/breadcrumb.h"
#include "html/layout.h"
#include "html/table.h"
#include "html/text.h"
#include "identity/permission_table.h"

namespace prima::identity {

using html::Text;
using html::Writer;

namespace {

void write_table(Writer& w) {
  const PermissionTable permissions = permission_table();
  std::vector<Words> roles;
  for (const Role role : permissions.roles) roles.push_back(name(role));
  html::Table shape{.caption = Text::people_permissions_caption,
                    .caption_hidden = true,
                    .narrow = html::Table::Narrow::scroll,
                    .columns = {{Text::people_action}}};
  for (const Words& role : roles) shape.columns.push_back({role});
  html::table(w, shape, [&](html::TableRows& rows) {
    for (const PermissionTable::Row& one : permissions.rows) {
      rows.row([&](html::TableRow& row) {
        row.header(one.name);
        for (const Scope scope : one.cells) {
          const Words words = name(scope);
          if (scope != Scope::nowhere) {
            row.cell(words);
            continue;
          }
          row.cell([&] {
            w.span({{"aria-hidden", "true"}}, "–");
            w.span({{"class", "hidden-text"}}, words);
          });
        }
      });
    }
  });
}

void write_second_factor(Writer& w) {
  w.ul([&] {
    for (const Role role : all_roles()) {
      if (!needs_second_factor(role)) continue;
      const Words words = name(role);
      w.li(words);
    }
  });
}

}  // namespace

std::string permissions_page(Language language) {
  return html::document(
      {.language = language, .path = "/kelola/izin", .title = std::string(text(language, Text::people_permissions))},
      [&](Writer& w) {
        html::breadcrumb(w, {{Text::people_title, "/kelola/orang"}}, Text::people_permissions);
        html::page_header(w, {.title = Text::people_permissions, .lead = Text::people_permissions_lead});
        write_table(w);
        html::section(w, {.title = Text::account_second_factor, .lead = Text::people_factor_roles},
                      [&] { write_second_factor(w); });
      });
}

}  // namespace prima::identity
