#include "catalogue/standard_summary.h"

#include <algorithm>

#include "catalogue/standard_words.h"

namespace prima::catalogue {

namespace {

const Words not_stated = {"belum dinyatakan", "not stated"};

Words from_to(const Words& from, const Words& to) {
  if (from == to) return from;
  return {from.id + " sampai " + to.id, from.en + " to " + to.en};
}

}  // namespace

// In quarters of minutes, so that a working day can be a little longer.
std::int64_t comparable(const Duration& duration) {
  constexpr std::int64_t minutes_a_day = 24 * 60;
  switch (duration.unit) {
    case TimeUnit::minutes:
      return std::int64_t{4} * duration.amount;
    case TimeUnit::hours:
      return std::int64_t{4} * 60 * duration.amount;
    case TimeUnit::calendar_days:
      return 4 * minutes_a_day * duration.amount;
    case TimeUnit::working_days:
      return 4 * minutes_a_day * duration.amount + 1;
  }
  return 0;
}

std::optional<DurationRange> durations_of(const Standard& standard) {
  if (standard.time.empty()) return std::nullopt;
  const auto [shortest, longest] = std::minmax_element(
      standard.time.begin(), standard.time.end(),
      [](const TimeRow& a, const TimeRow& b) { return comparable(a.duration) < comparable(b.duration); });
  return DurationRange{shortest->duration, longest->duration};
}

std::optional<RupiahRange> rupiah_of(const Standard& standard) {
  if (standard.fees.state == FeeState::free) return RupiahRange{};
  const std::vector<FeeRow>& rows = standard.fees.rows;
  if (standard.fees.state == FeeState::not_stated || rows.empty()) return std::nullopt;
  const auto [least, most] = std::minmax_element(rows.begin(), rows.end(),
                                                 [](const FeeRow& a, const FeeRow& b) { return a.rupiah < b.rupiah; });
  return RupiahRange{least->rupiah, most->rupiah};
}

Words time_summary(const Standard& standard) {
  const auto range = durations_of(standard);
  return range ? from_to(words(range->shortest), words(range->longest)) : not_stated;
}

Words fee_summary(const Standard& standard) {
  const auto range = rupiah_of(standard);
  return range ? from_to(rupiah_words(range->least), rupiah_words(range->most)) : not_stated;
}

bool is_for(const std::vector<std::string>& cases, std::string_view case_key) {
  return cases.empty() || case_key.empty() || std::find(cases.begin(), cases.end(), case_key) != cases.end();
}

std::size_t requirement_count(const Standard& standard, std::string_view case_key) {
  return static_cast<std::size_t>(std::count_if(standard.requirements.begin(), standard.requirements.end(),
                                                [&](const Requirement& one) { return is_for(one.cases, case_key); }));
}

}  // namespace prima::catalogue
