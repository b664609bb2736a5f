#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/assert.h"
#include "html/writer.h"

namespace prima::html {

struct Column {
  Content heading = {};
  bool numeric = false;  // right-aligned, figures of equal width
};

struct Table {
  Content caption = {};
  bool caption_hidden = false;  // read by screen readers only, when a heading right above says the same
  // On a narrow screen: each row becomes a small list with the column headings as labels, or the table scrolls sideways
  // in a region that the keyboard reaches.
  enum class Narrow { stack, scroll };
  Narrow narrow = Narrow::stack;
  // At most one cell of a row is its header (row.header).
  std::vector<Column> columns = {};
};

// Writes the cells of one row, from the first column to the last; a row must have exactly as many cells as columns.
class TableRow {
 public:
  void header(const Content& content);  // names the row: <th scope="row">
  void cell(const Content& content);
  void decimal(std::string_view exact);  // "91.70" in the writer's language; empty gives a dash
  void count(std::int64_t number);
  void none();  // a dash that reads "no data"

 private:
  friend class TableRows;
  TableRow(Writer& w, const Table& table, const std::vector<std::string>& labels)
      : w_(w), table_(table), labels_(labels) {}
  void write(bool is_header, const Content& content);

  Writer& w_;
  const Table& table_;
  const std::vector<std::string>& labels_;
  std::size_t at_ = 0;
};

class TableRows {
 public:
  template <typename Function>
  void row(const Function& write) {
    row({}, write);
  }
  // `id` makes the row a target of links.
  template <typename Function>
  void row(std::string_view id, const Function& write) {
    w_.tr({{"id", unless_empty(id)}, {"role", role()}}, [&] {
      TableRow one(w_, table_, labels_);
      write(one);
      PRIMA_ASSERT(one.at_ == table_.columns.size());
    });
  }

 private:
  friend void write_table(Writer&, const Table&, void (*)(const void*, TableRows&), const void*);
  TableRows(Writer& w, const Table& table, const std::vector<std::string>& labels)
      : w_(w), table_(table), labels_(labels) {}
  std::optional<std::string_view> role() const;

  Writer& w_;
  const Table& table_;
  const std::vector<std::string>& labels_;
};

void write_table(Writer& w, const Table& table, void (*rows)(const void*, TableRows&), const void* function);

// A table of data.
//
//   table(w, {.caption = Text::registry_caption, .columns = {{Text::registry_government}, {Text::registry_score,
//   true}}},
//         [&](TableRows& rows) {
//           for (const auto& result : results) {
//             rows.row([&](TableRow& row) { row.header(result.name); row.decimal(result.score); });
//           }
//         });
template <typename Function>
void table(Writer& w, const Table& table, const Function& rows) {
  write_table(
      w, table, [](const void* function, TableRows& all) { (*static_cast<const Function*>(function))(all); }, &rows);
}

}  // namespace prima::html
