#pragma once

#include <cstdint>

#include "base/rational.h"

namespace prima::app {

// Numbers that only look random: the same seed gives the same numbers on every machine, in every version. Whole numbers
// throughout, because what the standard library's distributions give is not the same everywhere.
// Source: SplitMix64, Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
class SampleRandom {
 public:
  explicit SampleRandom(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31);
  }

  // 0 to count - 1; `count` is at least 1.
  std::int64_t below(std::int64_t count) {
    return static_cast<std::int64_t>((static_cast<uint128>(next()) * static_cast<uint128>(count)) >> 64);
  }

  // `least` to `greatest`, both included.
  std::int64_t between(std::int64_t least, std::int64_t greatest) { return least + below(greatest - least + 1); }

  // -3 * spread to 3 * spread, most often near 0.
  std::int64_t around_zero(std::int64_t spread) {
    return between(-spread, spread) + between(-spread, spread) + between(-spread, spread);
  }

  bool chance(std::int64_t percent) { return below(100) < percent; }

 private:
  std::uint64_t state_;
};

}  // namespace prima::app
