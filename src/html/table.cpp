#include "html/table.h"

#include "base/assert.h"
#include "html/text.h"

namespace prima::html {
namespace {

std::string_view css(const Table& table) {
  return table.narrow == Table::Narrow::stack ? "table table-stack" : "table";
}

// A table that is laid out as blocks on a narrow screen loses its roles in some browsers; so they are named.
std::optional<std::string_view> role(const Table& table, std::string_view name) {
  return when(table.narrow == Table::Narrow::stack, name);
}

void write_head(Writer& w, const Table& table) {
  w.thead({{"role", role(table, "rowgroup")}}, [&] {
    w.tr({{"role", role(table, "row")}}, [&] {
      for (const Column& column : table.columns) {
        w.th({{"scope", "col"}, {"role", role(table, "columnheader")}, {"class", when(column.numeric, "number")}},
             column.heading);
      }
    });
  });
}

}  // namespace

void TableRow::write(bool is_header, const Content& content) {
  PRIMA_ASSERT(at_ < table_.columns.size());
  const auto css = when(table_.columns[at_].numeric, "number");
  if (is_header) {
    w_.th({{"scope", "row"}, {"role", role(table_, "rowheader")}, {"class", css}}, content);
  } else {
    w_.td({{"role", role(table_, "cell")}, {"class", css}, {"data-label", labels_[at_]}}, [&] { w_.div(content); });
  }
  ++at_;
}

void TableRow::header(const Content& content) { write(true, content); }
void TableRow::cell(const Content& content) { write(false, content); }
void TableRow::count(std::int64_t number) { write(false, w_.count(number)); }

void TableRow::decimal(std::string_view exact) {
  if (exact.empty()) return none();
  write(false, w_.decimal(exact));
}

void TableRow::none() {
  write(false, [&] {
    w_.span({{"aria-hidden", "true"}}, "–");
    w_.span({{"class", "hidden-text"}}, Text::common_no_data);
  });
}

std::optional<std::string_view> TableRows::role() const { return html::role(table_, "row"); }

void write_table(Writer& w, const Table& table, void (*rows)(const void*, TableRows&), const void* function) {
  std::vector<std::string> labels;
  for (const Column& column : table.columns) labels.push_back(w.plain(column.heading));
  const std::string caption = w.unique_id();
  // A group, not a region: the section around it is the landmark, and often has the same name.
  w.div({{"class", "table-region"}, {"role", "group"}, {"aria-labelledby", caption}, {"tabindex", 0}}, [&] {
    w.table({{"class", css(table)}, {"role", role(table, "table")}}, [&] {
      w.caption({{"id", caption}}, [&] {
        w.span({{"class", when(table.caption_hidden, "hidden-text")}}, table.caption);
      });
      write_head(w, table);
      w.tbody({{"role", role(table, "rowgroup")}}, [&] {
        TableRows all(w, table, labels);
        rows(function, all);
      });
    });
  });
}

}  // namespace prima::html
