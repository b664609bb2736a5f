#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace prima::surveys {

// How many respondents a survey needs (Krejcie and Morgan: chi-square 3.841, P 0.5, d 0.05), rounded to the nearest
// whole person, which gives all 90 published values. Without a known population it is what the formula tends to: 384.
std::uint64_t required_sample(std::optional<std::uint64_t> population);

// The margin of error of a share, 0 to 1, with four decimals rounded half up: "0.1400" is 14 points either way. For the
// worst case P = 0.5 at 95 %, with the same chi-square 3.841 as the sample size, so that a sample of the required size
// has a margin of about 0.05. With a known population it is corrected for it, and is "0.0000" when everybody answered.
// Computed in whole numbers only. Nothing when `n` is zero, since then nothing is known.
std::optional<std::string> margin_of_error(std::uint64_t n, std::optional<std::uint64_t> population);

}  // namespace prima::surveys
