#pragma once

#include <string>
#include <string_view>

// Where figures lie on a drawing. The only place of a page where a figure becomes a floating-point number: a coordinate
// needs no exactness, and nothing is computed from it.
namespace prima::html {

// From a figure (exact decimal) to a coordinate: `min` lies at `from`, `max` at `to`; what lies outside is moved to the
// nearest end.
class ChartScale {
 public:
  ChartScale(std::string_view min, std::string_view max, double from, double to);
  double at(std::string_view exact) const;

 private:
  double min_;
  double max_;
  double from_;
  double to_;
};

// A coordinate as SVG takes it, with at most two decimals: "12.5".
std::string coordinate(double value);

}  // namespace prima::html
