#pragma once

#include <cstddef>
#include <cstdint>

namespace prima::catalogue {

// Where a word of a service stands; the first is worth most.
enum class SearchField : std::uint8_t { title, other_title, keyword, life_event, description };
constexpr std::size_t search_field_count = 5;

// How a word of the query was found, from the surest to the least sure.
enum class MatchKind : std::uint8_t {
  exact,       // the same word
  root,        // another form of it: "pembuatan" for "membuat"
  expression,  // an everyday expression of several words, for official ones
  everyday,    // an everyday word, for official ones
  beginning,   // the query's last word begins it
  one_error,   // one typing error away
  two_errors,
  none,
};

// The order of results. With
//
//   points(word)   field x kind, of the best place where the word was found
//                  field: title 8, other title 7, keyword 5, life event 2, description 1
//                  kind: exact 16, root 12, expression 11, everyday 9, beginning 6, one error 4, two errors 2
//   weight(word)   1 for a weak word ("surat", "pembuatan"), 4 for any other
//
//   rank = 2^20, if each word that is not weak was found (each word at all, if all are weak)
//        + 16 x sum of weight x points
//        + 15 - words of the title, but at least 0
//
// Equal ranks stand in the order of their folded Indonesian titles, then of their ids. Only whole numbers, so that
// every machine gives the same order. An everyday expression stands where the worst placed of its official words
// stands.
struct SearchRank {
  static constexpr std::uint32_t all_words = 1U << 20U;
  static constexpr std::uint32_t per_point = 16;
  static constexpr std::uint32_t title_words = 15;
};

constexpr std::uint8_t field_points(SearchField field) {
  constexpr std::uint8_t points[search_field_count] = {8, 7, 5, 2, 1};
  return points[static_cast<std::size_t>(field)];
}

constexpr std::uint8_t kind_points(MatchKind kind) {
  constexpr std::uint8_t points[] = {16, 12, 11, 9, 6, 4, 2, 0};
  return points[static_cast<std::size_t>(kind)];
}

constexpr std::uint32_t word_weight(bool weak) { return weak ? 1 : 4; }

constexpr std::uint32_t title_length_points(std::size_t words) {
  return words < SearchRank::title_words ? SearchRank::title_words - static_cast<std::uint32_t>(words) : 0;
}

// The fields of one word in one service, as bits; bit n is the SearchField n.
using FieldSet = std::uint8_t;

constexpr FieldSet field_bit(SearchField field) { return static_cast<FieldSet>(1U << static_cast<unsigned>(field)); }

// The points of the best field; 0 for none.
constexpr std::uint8_t best_field_points(FieldSet fields) {
  for (std::size_t i = 0; i < search_field_count; ++i) {
    if ((fields >> i & 1U) != 0) return field_points(static_cast<SearchField>(i));
  }
  return 0;
}

// The field that is worth `points`; description when there is none.
constexpr SearchField field_worth(std::uint8_t points) {
  for (std::size_t i = 0; i < search_field_count; ++i) {
    if (field_points(static_cast<SearchField>(i)) == points) return static_cast<SearchField>(i);
  }
  return SearchField::description;
}

constexpr MatchKind kind_of_errors(std::size_t errors) {
  return errors == 1 ? MatchKind::one_error : MatchKind::two_errors;
}

// Of an everyday expression of so many words, recognised in spite of so many typing errors.
constexpr MatchKind kind_of_reading(std::size_t words, std::size_t errors) {
  if (errors > 0) return kind_of_errors(errors);
  return words > 1 ? MatchKind::expression : MatchKind::everyday;
}

// A word shorter than this is not taken for the beginning of another.
constexpr std::size_t shortest_beginning = 3;

}  // namespace prima::catalogue
