#include "http/conditions.h"

#include <algorithm>

#include "base/text.h"
#include "http/request.h"

namespace prima::http {
namespace {

bool same_tag(std::string_view element, std::string_view tag, Comparison comparison) {
  if (comparison == Comparison::weak && element.starts_with("W/")) element.remove_prefix(2);
  return element == tag;
}

std::optional<std::uint64_t> read_number(std::string_view text) {
  if (text.empty() || text.size() > 18 ||
      !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    return std::nullopt;
  }
  std::uint64_t value = 0;
  for (const char c : text) value = value * 10 + static_cast<std::uint64_t>(c - '0');
  return value;
}

RangeAnswer last_bytes(std::uint64_t size, std::uint64_t body_size) {
  if (size == 0 || body_size == 0) return {RangeAnswer::Kind::none};
  const std::uint64_t part = std::min(size, body_size);
  return {RangeAnswer::Kind::part, {body_size - part, part}};
}

}  // namespace

bool matches_tag(std::string_view list, std::string_view tag, Comparison comparison) {
  if (trimmed(list) == "*") return true;
  for (;;) {
    const std::size_t comma = list.find(',');  // our own tags hold no comma, so cutting another one in two does no harm
    if (same_tag(trimmed(list.substr(0, comma)), tag, comparison)) return true;
    if (comma == std::string_view::npos) return false;
    list.remove_prefix(comma + 1);
  }
}

RangeAnswer read_range(std::string_view range, std::uint64_t body_size) {
  constexpr std::size_t unit_size = 6;
  if (!same_token(range.substr(0, unit_size), "bytes=")) return {};
  const std::string_view spec = trimmed(range.substr(unit_size));
  const std::size_t dash = spec.find('-');
  if (dash == std::string_view::npos) return {};
  const auto last = read_number(spec.substr(dash + 1));
  if (dash == 0) return last ? last_bytes(*last, body_size) : RangeAnswer{};
  const auto first = read_number(spec.substr(0, dash));
  const bool open = dash + 1 == spec.size();
  if (!first || (!last && !open) || (last && *last < *first)) return {};
  if (*first >= body_size) return {RangeAnswer::Kind::none};
  const std::uint64_t end = open ? body_size : std::min(*last + 1, body_size);
  return {RangeAnswer::Kind::part, {*first, end - *first}};
}

}  // namespace prima::http
