#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/assert.h"
#include "base/id.h"
#include "base/instant.h"

namespace prima::db {

// One value of an answer, the same whichever database gave it. Flags come as 0 and 1, ids as their 16 bytes.
using Cell = std::variant<std::monostate, std::int64_t, std::string>;

// One row of an answer. Asking for a column that is not there, or as a type that it does not have, is a bug; so is
// asking for a NULL without `optional_`.
class Row {
 public:
  explicit Row(std::span<const Cell> cells) : cells_(cells) {}

  bool is_null(std::size_t column) const { return std::holds_alternative<std::monostate>(cell(column)); }
  std::int64_t integer(std::size_t column) const { return held<std::int64_t>(column); }
  bool flag(std::size_t column) const { return integer(column) != 0; }
  const std::string& text(std::size_t column) const { return held<std::string>(column); }
  const std::string& bytes(std::size_t column) const { return held<std::string>(column); }
  Instant instant(std::size_t column) const { return from_unix_ms(integer(column)); }
  InstitutionId institution(std::size_t column) const { return static_cast<InstitutionId>(integer(column)); }
  Date day(std::size_t column) const {
    const auto read = parse_date(text(column));
    PRIMA_ASSERT(read);
    return *read;
  }
  Uuid uuid(std::size_t column) const {
    const std::string& raw = bytes(column);
    Uuid uuid;
    PRIMA_ASSERT(raw.size() == uuid.bytes.size());
    std::copy(raw.begin(), raw.end(), uuid.bytes.begin());
    return uuid;
  }
  template <typename Tag>
  Id<Tag> id(std::size_t column) const {
    return Id<Tag>(uuid(column));
  }

  std::optional<std::int64_t> optional_integer(std::size_t column) const { return unless_null(column, &Row::integer); }
  std::optional<std::string> optional_text(std::size_t column) const {
    return is_null(column) ? std::nullopt : std::optional(text(column));
  }
  std::optional<Instant> optional_instant(std::size_t column) const { return unless_null(column, &Row::instant); }
  std::optional<Date> optional_day(std::size_t column) const { return unless_null(column, &Row::day); }
  std::optional<Uuid> optional_uuid(std::size_t column) const { return unless_null(column, &Row::uuid); }

  std::size_t size() const { return cells_.size(); }
  const Cell& cell(std::size_t column) const {
    PRIMA_ASSERT(column < cells_.size());
    return cells_[column];
  }

 private:
  template <typename T>
  const T& held(std::size_t column) const {
    const T* value = std::get_if<T>(&cell(column));
    PRIMA_ASSERT(value != nullptr);
    return *value;
  }
  template <typename T>
  std::optional<T> unless_null(std::size_t column, T (Row::*get)(std::size_t) const) const {
    return is_null(column) ? std::nullopt : std::optional((this->*get)(column));
  }

  std::span<const Cell> cells_;
};

// A whole answer, held in memory.
class Rows {
 public:
  explicit Rows(std::size_t columns = 0) : columns_(columns) {}

  std::size_t size() const { return columns_ == 0 ? 0 : cells_.size() / columns_; }
  bool empty() const { return cells_.empty(); }
  Row operator[](std::size_t row) const {
    PRIMA_ASSERT(row < size());
    return Row(std::span(cells_).subspan(row * columns_, columns_));
  }
  // The only row; more or fewer are a bug.
  Row only() const {
    PRIMA_ASSERT(size() == 1);
    return (*this)[0];
  }

  class Iterator {
   public:
    Iterator(const Rows& rows, std::size_t place) : rows_(&rows), place_(place) {}
    Row operator*() const { return (*rows_)[place_]; }
    Iterator& operator++() {
      ++place_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return place_ != other.place_; }

   private:
    const Rows* rows_;
    std::size_t place_;
  };
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, size()}; }

  // For the databases, which fill it cell by cell.
  void add(Cell cell) { cells_.push_back(std::move(cell)); }

 private:
  std::size_t columns_;
  std::vector<Cell> cells_;
};

}  // namespace prima::db
