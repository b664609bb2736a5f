#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "http/input_buffer.h"
#include "http/message_parser.h"
#include "http/refusal.h"
#include "http/request_rules.h"

namespace prima::http {

// Collects one body, of a known length or in chunks, up to a limit. Memory grows with what has come, not with what was
// announced.
class BodyReader {
 public:
  BodyReader(const Framing& framing, std::size_t limit);

  // 413 when the announced length alone is too much; ask before reading.
  std::optional<Refusal> refused_at_once() const;

  // Bytes that came together with the head. How many of them belong to this body: all, when it is not complete then.
  Result<std::size_t, Refusal> take(std::string_view bytes);

  // The rest comes through room, filled from the front; not when the body is complete.
  std::span<char> room();
  std::optional<Refusal> received(std::size_t size);

  bool complete() const;
  // What came through room behind the end of the body.
  std::string_view rest() const { return chunk_bytes_.bytes(); }

  std::size_t received_bytes() const { return received_; }
  std::size_t memory() const { return body_.capacity(); }
  // The body, once it is complete.
  std::string take_body() { return std::move(body_); }

 private:
  Framing framing_;
  std::size_t limit_;
  std::size_t received_ = 0;  // of the body's bytes, or of those of its chunks
  std::string body_;          // with a known length, longer than what was received
  std::optional<ChunkParser> chunks_;
  InputBuffer chunk_bytes_;  // came, but are not used yet
};

}  // namespace prima::http
