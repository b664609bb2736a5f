#include "surveys/sample_rules.h"

#include "base/rational.h"
#include "base/rounding.h"

namespace prima::surveys {

namespace {

constexpr std::uint64_t chi_square_thousandths = 3841;

// The greatest whole number whose square is not above `value`, bit by bit from above.
uint128 square_root(uint128 value) {
  uint128 root = 0;
  for (uint128 bit = uint128{1} << 63U; bit != 0; bit >>= 1U) {
    const uint128 candidate = root | bit;
    if (candidate * candidate <= value) root = candidate;
  }
  return root;
}

}  // namespace

// S = X2 N P(1-P) / (d2 (N-1) + X2 P(1-P)) = 3841 N / (10 (N-1) + 3841)
std::uint64_t required_sample(std::optional<std::uint64_t> population) {
  if (!population) return 384;
  if (*population == 0) return 0;
  const uint128 top = chi_square_thousandths * static_cast<uint128>(*population);
  const uint128 bottom = 10 * static_cast<uint128>(*population - 1) + chi_square_thousandths;
  return static_cast<std::uint64_t>((2 * top + bottom) / (2 * bottom));
}

// margin = sqrt(X2 P(1-P) / n x (N-n) / (N-1)). In units of 0.0001 the rounded margin is floor(10^4 margin + 1/2) =
// floor((floor(2 x 10^4 margin) + 1) / 2), and (2 x 10^4 margin)^2 = 384 100 000 / n x (N-n) / (N-1).
std::optional<std::string> margin_of_error(std::uint64_t n, std::optional<std::uint64_t> population) {
  if (n == 0) return std::nullopt;
  if (population && *population <= n) return "0.0000";
  uint128 square = chi_square_thousandths * uint128{100'000};
  if (population) {
    square = square * (*population - n) / (static_cast<uint128>(n) * (*population - 1));
  } else {
    square /= n;
  }
  const auto ten_thousandths = static_cast<int128>((square_root(square) + 1) / 2);
  return fixed(Rational::ratio(ten_thousandths, 10'000), {.places = 4, .mode = RoundingMode::half_up});
}

}  // namespace prima::surveys
