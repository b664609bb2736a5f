#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/refusal.h"
#include "http/request.h"

// What Boost.Beast parses for us. message_parser.cpp is the only file that includes it.
namespace prima::http {

// A head whose syntax is right; the views point into its bytes.
struct Head {
  std::string_view method;
  std::string_view target;
  int minor_version = 1;  // of HTTP/1
  std::vector<HeaderField> fields;
};

// `bytes` is a whole head with the empty line that ends it, and nothing else.
Result<Head, Refusal> parse_head(std::string_view bytes, std::size_t max_fields);

// 413 and 400 with their sentences.
Refusal too_large_body();
Refusal bad_chunk();

// Takes the chunks of a body apart (RFC 9112, section 7.1). Extensions of chunks and the fields after the last chunk
// are checked and dropped.
class ChunkParser {
 public:
  ChunkParser();
  ~ChunkParser();
  ChunkParser(ChunkParser&&) noexcept;
  ChunkParser& operator=(ChunkParser&&) noexcept;

  // How many bytes from the front were used; the others must come again, with more behind them. Content is added to
  // `body`, never more than `limit` bytes of it; a longer one is refused with 413.
  Result<std::size_t, Refusal> take(std::string_view bytes, std::string& body, std::size_t limit);
  bool complete() const;

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace prima::http
