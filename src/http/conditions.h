#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace prima::http {

// What a client asks for on a condition (RFC 9110, sections 13 and 14). A tag is written with its quotes.

// Whether one of a list of ETags, or "*", is that tag. If-None-Match compares weakly, so W/"x" is "x"; If-Match does
// not.
enum class Comparison { weak, strong };
bool matches_tag(std::string_view list, std::string_view tag, Comparison comparison);

// A part of a body: bytes from `first` on.
struct ByteRange {
  std::uint64_t first;
  std::uint64_t size;

  bool operator==(const ByteRange&) const = default;
};

struct RangeAnswer {
  enum class Kind { whole, part, none };  // 200, 206, 416
  Kind kind = Kind::whole;
  ByteRange part = {0, 0};

  bool operator==(const RangeAnswer&) const = default;
};

// One range of bytes: "bytes=0-99", "bytes=100-", "bytes=-100". Several ranges, another unit and bad syntax are
// answered with the whole.
RangeAnswer read_range(std::string_view range, std::uint64_t body_size);

}  // namespace prima::http
