#include "surveys/skm_rules.h"

#include <algorithm>
#include <numeric>

#include "base/assert.h"
#include "base/rounding.h"

namespace prima::surveys {

namespace {

constexpr Rounding two_decimals{2, RoundingMode::half_up};
constexpr Rounding three_decimals{3, RoundingMode::half_up};

struct Limit {
  std::uint32_t hundredths;  // the lowest index of the grade
  Grade grade;
};
constexpr std::array<Limit, 3> limits = {{{8831, Grade::a}, {7661, Grade::b}, {6500, Grade::c}}};

Rational mean(const Tally& tally, std::size_t element) {
  return Rational::ratio(static_cast<int128>(tally.sums[element]), static_cast<int128>(tally.n));
}

// The sum of the nine means, each times the same weight.
Rational weighted(const Tally& tally, const Rational& weight) {
  return Rational::ratio(static_cast<int128>(tally.total()), static_cast<int128>(tally.n)) * weight;
}

Rational each_rounded(const Tally& tally) {
  const Rational weight = Rational::ratio(111, 1000);
  Rational sum;
  for (std::size_t element = 0; element < element_count; ++element) {
    sum += round(round(mean(tally, element), three_decimals) * weight, three_decimals);
  }
  return sum;
}

Rational sum_by(const Tally& tally, Convention convention) {
  switch (convention) {
    case Convention::exact_1_9:
      return weighted(tally, Rational::ratio(1, 9));
    case Convention::w_0_111:
      return weighted(tally, Rational::ratio(111, 1000));
    case Convention::w_0_11:
      return weighted(tally, Rational::ratio(11, 100));
    case Convention::w_0_1111:
      return weighted(tally, Rational::ratio(1111, 10000));
    case Convention::each_round3:
      return each_rounded(tally);
    case Convention::total_round3:
      return round(weighted(tally, Rational::ratio(1, 9)), three_decimals);
  }
  PRIMA_UNREACHABLE("every convention has a sum");
}

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
  for (std::size_t element = 0; element < element_count; ++element) sums[element] += other.sums[element];
  n += other.n;
  return *this;
}

std::uint64_t Tally::total() const { return std::accumulate(sums.begin(), sums.end(), std::uint64_t{0}); }

Words element_name(std::size_t element) {
  switch (element) {
    case 0:
      return {"Persyaratan", "Requirements"};
    case 1:
      return {"Sistem, mekanisme, dan prosedur", "System, mechanism and procedure"};
    case 2:
      return {"Waktu penyelesaian", "Time to completion"};
    case 3:
      return {"Biaya atau tarif", "Cost or fee"};
    case 4:
      return {"Produk layanan", "What the service delivers"};
    case 5:
      return {"Kompetensi pelaksana", "Competence of staff"};
    case 6:
      return {"Perilaku pelaksana", "Conduct of staff"};
    case 7:
      return {"Penanganan pengaduan dan saran", "Handling of complaints and suggestions"};
    case 8:
      return {"Sarana dan prasarana", "Facilities"};
    default:
      PRIMA_UNREACHABLE("there are nine elements");
  }
}

std::string_view id(Convention convention) {
  switch (convention) {
    case Convention::exact_1_9:
      return "exact_1_9";
    case Convention::w_0_111:
      return "w_0.111";
    case Convention::w_0_11:
      return "w_0.11";
    case Convention::w_0_1111:
      return "w_0.1111";
    case Convention::each_round3:
      return "each_round3";
    case Convention::total_round3:
      return "total_round3";
  }
  PRIMA_UNREACHABLE("every convention has an id");
}

std::optional<Convention> convention(std::string_view text) {
  const auto* const found =
      std::find_if(all_conventions.begin(), all_conventions.end(), [&](Convention known) { return id(known) == text; });
  return found == all_conventions.end() ? std::nullopt : std::optional(*found);
}

Words description(Convention convention) {
  switch (convention) {
    case Convention::exact_1_9:
      return {"bobot tepat 1/9, dibulatkan sekali di akhir", "weight exactly 1/9, rounded once at the end"};
    case Convention::w_0_111:
      return {"bobot 0.111", "weight 0.111"};
    case Convention::w_0_11:
      return {"bobot 0.11", "weight 0.11"};
    case Convention::w_0_1111:
      return {"bobot 0.1111", "weight 0.1111"};
    case Convention::each_round3:
      return {"bobot 0.111, setiap nilai dibulatkan tiga desimal",
              "weight 0.111, every value rounded to three decimals"};
    case Convention::total_round3:
      return {"bobot 1/9, jumlahnya dibulatkan tiga desimal", "weight 1/9, the sum rounded to three decimals"};
  }
  PRIMA_UNREACHABLE("every convention has a description");
}

Grade grade_of_hundredths(std::uint32_t index) {
  const auto reached = [&](const Limit& limit) { return index >= limit.hundredths; };
  const auto* const found = std::find_if(limits.begin(), limits.end(), reached);
  return found == limits.end() ? Grade::d : found->grade;
}

Grade grade(const Rational& rounded_index) {
  const auto reached = [&](const Limit& limit) { return rounded_index >= Rational::ratio(limit.hundredths, 100); };
  const auto* const found = std::find_if(limits.begin(), limits.end(), reached);
  return found == limits.end() ? Grade::d : found->grade;
}

std::string_view letter(Grade grade) {
  constexpr std::array<std::string_view, 4> letters = {"A", "B", "C", "D"};
  return letters[static_cast<std::size_t>(grade)];
}

std::string_view quality(Grade grade) {
  constexpr std::array<std::string_view, 4> names = {"Sangat Baik", "Baik", "Kurang Baik", "Tidak Baik"};
  return names[static_cast<std::size_t>(grade)];
}

Words quality_words(Grade grade) {
  constexpr std::array<std::string_view, 4> names = {"Very good", "Good", "Poor", "Bad"};
  return {std::string(quality(grade)), std::string(names[static_cast<std::size_t>(grade)])};
}

Index skm_index(const Tally& tally, Convention convention) {
  PRIMA_ASSERT(tally.n > 0);
  const Rational exact = sum_by(tally, convention) * Rational(25);
  const Rational rounded = round(exact, two_decimals);
  return Index{.convention = convention, .exact = exact, .rounded = rounded, .grade = grade(rounded)};
}

std::vector<Index> by_every_convention(const Tally& tally) {
  std::vector<Index> indices;
  for (const Convention convention : all_conventions) indices.push_back(skm_index(tally, convention));
  return indices;
}

bool grade_depends_on_convention(const std::vector<Index>& indices) {
  return std::any_of(indices.begin(), indices.end(),
                     [&](const Index& index) { return index.grade != indices.front().grade; });
}

std::array<Rational, element_count> element_means(const Tally& tally) {
  PRIMA_ASSERT(tally.n > 0);
  std::array<Rational, element_count> means;
  for (std::size_t element = 0; element < element_count; ++element) means[element] = mean(tally, element);
  return means;
}

// round_half_up(100 x 25 x total / 9n) = floor((2 x 2500 x total + 9n) / (2 x 9n))
std::uint32_t index_hundredths(std::uint64_t total, std::uint64_t n) {
  PRIMA_ASSERT(n > 0);
  constexpr std::uint64_t small = 1ULL << 48U;  // below it 5000 x total + 9n fits 64 bits, which divides faster
  if (total < small && n < small) return static_cast<std::uint32_t>((5000 * total + 9 * n) / (18 * n));
  const uint128 wide = 9 * static_cast<uint128>(n);
  return static_cast<std::uint32_t>((5000 * static_cast<uint128>(total) + wide) / (2 * wide));
}

}  // namespace prima::surveys
