#include "base/rational.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <limits>
#include <utility>

#include "base/assert.h"

namespace prima {

namespace {

using boost::multiprecision::cpp_int;

constexpr int128 lowest128 = static_cast<int128>(uint128{1} << 127U);

uint128 magnitude(int128 value) {
  return value < 0 ? uint128{0} - static_cast<uint128>(value) : static_cast<uint128>(value);
}

std::uint64_t gcd64(std::uint64_t a, std::uint64_t b) {
  while (b != 0) a = std::exchange(b, a % b);
  return a;
}

uint128 gcd128(uint128 a, uint128 b) {
  constexpr uint128 word = std::numeric_limits<std::uint64_t>::max();
  while (b != 0) {
    if (a <= word && b <= word) return gcd64(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
    a = std::exchange(b, a % b);
  }
  return a;
}

cpp_int widen(int128 value) {
  const uint128 bits = magnitude(value);
  cpp_int big = (cpp_int(static_cast<std::uint64_t>(bits >> 64U)) << 64U) + cpp_int(static_cast<std::uint64_t>(bits));
  if (value < 0) big = -big;
  return big;
}

// The lowest 128-bit value is left out, so that every small number can be negated.
bool fits(const cpp_int& value) { return boost::multiprecision::abs(value) < (cpp_int(1) << 127U); }

int128 narrow(const cpp_int& value) {
  const cpp_int size = boost::multiprecision::abs(value);
  const auto high = static_cast<std::uint64_t>(size >> 64U);
  const auto low = static_cast<std::uint64_t>(size & std::numeric_limits<std::uint64_t>::max());
  const auto bits = static_cast<int128>((static_cast<uint128>(high) << 64U) | low);
  return value < 0 ? -bits : bits;
}

std::string digits_of(int128 value) {
  uint128 rest = magnitude(value);
  std::string text;
  do {
    text.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
    rest /= 10;
  } while (rest != 0);
  if (value < 0) text.push_back('-');
  std::reverse(text.begin(), text.end());
  return text;
}

bool multiply(int128 a, int128 b, int128& product) {
  return !__builtin_mul_overflow(a, b, &product) && product != lowest128;
}
bool add(int128 a, int128 b, int128& sum) { return !__builtin_add_overflow(a, b, &sum) && sum != lowest128; }
bool subtract(int128 a, int128 b, int128& rest) { return !__builtin_sub_overflow(a, b, &rest) && rest != lowest128; }

}  // namespace

struct Rational::Big {
  cpp_int numerator;
  cpp_int denominator;
};

Rational Rational::ratio(int128 numerator, int128 denominator) {
  PRIMA_ASSERT(denominator != 0);
  if (numerator == lowest128 || denominator == lowest128) return from_big(Big{widen(numerator), widen(denominator)});
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const auto divisor = static_cast<int128>(gcd128(magnitude(numerator), magnitude(denominator)));
  Rational result;
  result.numerator_ = numerator / divisor;
  result.denominator_ = denominator / divisor;
  return result;
}

Rational Rational::whole(const std::string& digits) {
  PRIMA_ASSERT(!digits.empty() && digits.find_first_not_of("0123456789") == std::string::npos);
  const std::size_t start =
      std::min(digits.find_first_not_of('0'), digits.size() - 1);  // a leading zero would mean octal
  return from_big(Big{cpp_int(digits.substr(start)), cpp_int(1)});
}

Rational Rational::power_of_ten(int exponent) {
  Rational power(1);
  for (int step = std::abs(exponent); step > 0; --step) power *= Rational(10);
  return exponent < 0 ? Rational(1) / power : power;
}

Rational Rational::from_big(Big big) {
  PRIMA_ASSERT(big.denominator != 0);
  if (big.denominator < 0) {
    big.numerator = -big.numerator;
    big.denominator = -big.denominator;
  }
  const cpp_int divisor = boost::multiprecision::gcd(big.numerator, big.denominator);
  if (divisor > 1) {
    big.numerator /= divisor;
    big.denominator /= divisor;
  }
  Rational result;
  if (fits(big.numerator) && fits(big.denominator)) {
    result.numerator_ = narrow(big.numerator);
    result.denominator_ = narrow(big.denominator);
  } else {
    result.big_ = std::make_shared<const Big>(std::move(big));
  }
  return result;
}

Rational::Big Rational::to_big() const { return big_ ? *big_ : Big{widen(numerator_), widen(denominator_)}; }

Rational Rational::operator+(const Rational& other) const {
  if (!big_ && !other.big_) {
    int128 left = 0;
    int128 right = 0;
    int128 sum = 0;
    if (denominator_ == other.denominator_) {
      if (add(numerator_, other.numerator_, sum)) return ratio(sum, denominator_);
    } else {
      int128 bottom = 0;
      if (multiply(numerator_, other.denominator_, left) && multiply(other.numerator_, denominator_, right) &&
          add(left, right, sum) && multiply(denominator_, other.denominator_, bottom)) {
        return ratio(sum, bottom);
      }
    }
  }
  const Big a = to_big();
  const Big b = other.to_big();
  return from_big(Big{a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator});
}

Rational Rational::operator-(const Rational& other) const {
  if (!big_ && !other.big_ && denominator_ == other.denominator_) {
    int128 rest = 0;
    if (subtract(numerator_, other.numerator_, rest)) return ratio(rest, denominator_);
  }
  return *this + other * Rational(-1);
}

Rational Rational::operator*(const Rational& other) const {
  if (!big_ && !other.big_) {
    int128 top = 0;
    int128 bottom = 0;
    if (multiply(numerator_, other.numerator_, top) && multiply(denominator_, other.denominator_, bottom)) {
      return ratio(top, bottom);
    }
  }
  const Big a = to_big();
  const Big b = other.to_big();
  return from_big(Big{a.numerator * b.numerator, a.denominator * b.denominator});
}

Rational Rational::operator/(const Rational& other) const {
  PRIMA_ASSERT(!other.is_zero());
  if (!big_ && !other.big_) {
    int128 top = 0;
    int128 bottom = 0;
    if (multiply(numerator_, other.denominator_, top) && multiply(denominator_, other.numerator_, bottom)) {
      return ratio(top, bottom);
    }
  }
  const Big a = to_big();
  const Big b = other.to_big();
  return from_big(Big{a.numerator * b.denominator, a.denominator * b.numerator});
}

bool Rational::operator==(const Rational& other) const {
  if (big_ && other.big_)
    return big_->numerator == other.big_->numerator && big_->denominator == other.big_->denominator;
  return !big_ && !other.big_ && numerator_ == other.numerator_ && denominator_ == other.denominator_;
}

std::strong_ordering Rational::operator<=>(const Rational& other) const {
  if (!big_ && !other.big_) {
    int128 left = 0;
    int128 right = 0;
    if (multiply(numerator_, other.denominator_, left) && multiply(other.numerator_, denominator_, right)) {
      return left <=> right;
    }
  }
  const Big a = to_big();
  const Big b = other.to_big();
  const int order = cpp_int(a.numerator * b.denominator).compare(cpp_int(b.numerator * a.denominator));
  return order <=> 0;
}

int Rational::sign() const {
  if (big_) return big_->numerator.sign();
  return numerator_ < 0 ? -1 : (numerator_ > 0 ? 1 : 0);
}

bool Rational::is_whole() const { return big_ ? big_->denominator == 1 : denominator_ == 1; }

Rational Rational::floor() const {
  if (!big_) {
    const int128 quotient = numerator_ / denominator_;
    const bool below = numerator_ % denominator_ < 0;
    return ratio(below ? quotient - 1 : quotient, 1);
  }
  cpp_int quotient;
  cpp_int rest;
  boost::multiprecision::divide_qr(big_->numerator, big_->denominator, quotient, rest);
  if (rest < 0) quotient -= 1;
  return from_big(Big{quotient, cpp_int(1)});
}

std::string Rational::fraction() const {
  if (!big_) return denominator_ == 1 ? digits_of(numerator_) : digits_of(numerator_) + "/" + digits_of(denominator_);
  return big_->denominator == 1 ? big_->numerator.str() : big_->numerator.str() + "/" + big_->denominator.str();
}

}  // namespace prima
