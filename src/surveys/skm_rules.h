#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/rational.h"
#include "base/words.h"

namespace prima::surveys {

// The nine elements U1..U9 of the community satisfaction survey (SKM, PermenPANRB 14/2017). An element is known by its
// id, never by its position: many offices print U8 and U9 the other way round.
inline constexpr std::size_t element_count = 9;
inline constexpr std::array<std::string_view, element_count> element_ids = {"U1", "U2", "U3", "U4", "U5",
                                                                            "U6", "U7", "U8", "U9"};

// What an element asks about, in our own words; `element` counts from 0.
Words element_name(std::size_t element);

// All that an index needs to know of a survey: the sum of the answers (1-4) to each element, over `n` complete
// questionnaires.
struct Tally {
  std::array<std::uint64_t, element_count> sums{};
  std::uint64_t n = 0;

  Tally& operator+=(const Tally& other);
  std::uint64_t total() const;
  bool operator==(const Tally&) const = default;
};

// The ways in which offices turn nine means into one index; the regulation prints the weight 1/9 as 0.111. All are
// 25 x the sum of (mean x weight):
//   exact_1_9     weight 1/9, nothing is rounded before the end (the default)
//   w_0_111, w_0_11, w_0_1111     the weight that the name says, so at most 99.9, 99 and 99.99
//   each_round3   each mean, and each mean x 0.111, is rounded to three decimals first
//   total_round3  weight 1/9; the sum is rounded to three decimals before it is multiplied by 25
// Where a convention rounds on the way, it rounds half up.
enum class Convention { exact_1_9, w_0_111, w_0_11, w_0_1111, each_round3, total_round3 };

inline constexpr std::array<Convention, 6> all_conventions = {Convention::exact_1_9,   Convention::w_0_111,
                                                              Convention::w_0_11,      Convention::w_0_1111,
                                                              Convention::each_round3, Convention::total_round3};

// "exact_1_9", "w_0.111", "w_0.11", "w_0.1111", "each_round3", "total_round3"; stored with every result.
std::string_view id(Convention convention);
std::optional<Convention> convention(std::string_view id);
Words description(Convention convention);

// The grade of an index that is already rounded to two decimals: A 88.31-100, B 76.61-88.30, C 65.00-76.60,
// D 25.00-64.99. An index below 25.00, which only a convention with a weight under 1/9 can give, is a D as well.
enum class Grade { a, b, c, d };

Grade grade(const Rational& rounded_index);
Grade grade_of_hundredths(std::uint32_t index);  // 8831 is 88.31
// "A" to "D".
std::string_view letter(Grade grade);
// The official Indonesian name, "Sangat Baik" to "Tidak Baik".
std::string_view quality(Grade grade);
Words quality_words(Grade grade);

struct Index {
  Convention convention = Convention::exact_1_9;
  Rational exact;    // before the last rounding
  Rational rounded;  // half up to two decimals; the grade is that of this figure
  Grade grade = Grade::d;

  bool operator==(const Index&) const = default;
};

// The index of a unit, from all of its respondents together. `tally.n` must not be zero.
Index skm_index(const Tally& tally, Convention convention);

// The same tally by each convention, in the order of all_conventions.
std::vector<Index> by_every_convention(const Tally& tally);

// Whether the choice of a convention decides the grade.
bool grade_depends_on_convention(const std::vector<Index>& indices);

// The mean answer (NRR) of each element. `tally.n` must not be zero.
std::array<Rational, element_count> element_means(const Tally& tally);

// The rounded exact_1_9 index in hundredths, 2500 to 10000: the same figure as skm_index gives, by machine integers
// alone, for millions of units. `total` is the sum of all answers of `n` questionnaires; n must not be zero.
std::uint32_t index_hundredths(std::uint64_t total, std::uint64_t n);

}  // namespace prima::surveys
