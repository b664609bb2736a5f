#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace prima {

__extension__ typedef __int128 int128;
__extension__ typedef unsigned __int128 uint128;

// An exact fraction of any size.
//
// Always reduced, with a positive denominator, so two equal values have one representation. Works in 128-bit integers
// and checks every operation; what does not fit continues in big integers (Boost.Multiprecision), so no digit is ever
// lost and nothing overflows unseen. A value type, safe from any thread.
class Rational {
 public:
  Rational() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a whole number is a fraction
  Rational(std::int64_t whole) : numerator_(whole) {}

  // `denominator` must not be zero.
  static Rational ratio(int128 numerator, int128 denominator);
  // The whole number written in `digits` (only 0-9, at least one), of any length.
  static Rational whole(const std::string& digits);
  // 10^exponent, also for a negative exponent.
  static Rational power_of_ten(int exponent);

  Rational operator+(const Rational& other) const;
  Rational operator-(const Rational& other) const;
  Rational operator*(const Rational& other) const;
  // `other` must not be zero.
  Rational operator/(const Rational& other) const;
  Rational operator-() const { return Rational() - *this; }
  Rational& operator+=(const Rational& other) { return *this = *this + other; }
  Rational& operator-=(const Rational& other) { return *this = *this - other; }
  Rational& operator*=(const Rational& other) { return *this = *this * other; }
  Rational& operator/=(const Rational& other) { return *this = *this / other; }

  bool operator==(const Rational& other) const;
  std::strong_ordering operator<=>(const Rational& other) const;

  bool is_zero() const { return sign() == 0; }
  // -1, 0 or 1.
  int sign() const;
  bool is_whole() const;
  // The greatest whole number that is not above this value.
  Rational floor() const;

  // Numerator and denominator, when both fit in 128 bits.
  struct Parts {
    int128 numerator;
    int128 denominator;
  };
  std::optional<Parts> parts() const {
    return big_ ? std::nullopt : std::optional<Parts>(Parts{numerator_, denominator_});
  }

  // "2753/40", or "5" for a whole number.
  std::string fraction() const;

 private:
  struct Big;
  static Rational from_big(Big big);
  Big to_big() const;

  int128 numerator_ = 0;
  int128 denominator_ = 1;
  std::shared_ptr<const Big> big_;  // set exactly when the value does not fit the two fields above
};

}  // namespace prima
