#include "html/chart_scale.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/assert.h"

namespace prima::html {
namespace {

double number(std::string_view exact) {
  double value = 0;
  const auto [end, error] = std::from_chars(exact.data(), exact.data() + exact.size(), value);
  PRIMA_ASSERT(error == std::errc() && end == exact.data() + exact.size());
  return value;
}

}  // namespace

ChartScale::ChartScale(std::string_view min, std::string_view max, double from, double to)
    : min_(number(min)), max_(number(max)), from_(from), to_(to) {
  PRIMA_ASSERT(min_ < max_);
}

double ChartScale::at(std::string_view exact) const {
  const double part = std::clamp((number(exact) - min_) / (max_ - min_), 0.0, 1.0);
  return from_ + part * (to_ - from_);
}

std::string coordinate(double value) {
  std::string text = fmt::format("{:.2f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

}  // namespace prima::html
