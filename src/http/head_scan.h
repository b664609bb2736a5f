#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.h"
#include "http/refusal.h"

namespace prima::http {

struct HeadLimits {
  std::size_t head_bytes = 16 * 1024;   // all lines together
  std::size_t target_bytes = 8 * 1024;  // the first line
  std::size_t fields = 100;
};

// The size of the empty lines that the bytes begin with; they are tolerated before a request (RFC 9112, section 2.2).
std::size_t size_of_leading_empty_lines(std::string_view bytes);

// Finds where a head ends, as bytes come in, and refuses at once what can no longer become a good head: a line that
// does not end with CR LF, a folded line, a head or first line that is too long. Looks at each byte once.
class HeadScan {
 public:
  explicit HeadScan(const HeadLimits& limits) : limits_(limits) {}

  // `bytes` are all that came so far, from the first byte of the head; they only grow from call to call. The size of
  // the head with the empty line that ends it, or 0 when more must come.
  Result<std::size_t, Refusal> scan(std::string_view bytes);

 private:
  Result<std::size_t, Refusal> end_line(std::string_view bytes, std::size_t line_feed);

  HeadLimits limits_;
  std::size_t scanned_ = 0;     // bytes before this hold no line end that was not seen
  std::size_t line_begin_ = 0;  // of the line that is not complete
};

}  // namespace prima::http
