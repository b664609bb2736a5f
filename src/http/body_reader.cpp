#include "http/body_reader.h"

#include <algorithm>
#include <cstring>

#include "base/assert.h"

namespace prima::http {
namespace {

constexpr std::size_t usual_room = 16 * 1024;

// How many bytes chunks may need for their content. One-byte chunks need six for each; long extensions have no honest
// use.
constexpr std::size_t most_for_a_byte = 16;
constexpr std::size_t most_for_nothing = 16 * 1024;

}  // namespace

BodyReader::BodyReader(const Framing& framing, std::size_t limit) : framing_(framing), limit_(limit) {
  if (framing.kind == Framing::Kind::chunked) chunks_.emplace();
}

std::optional<Refusal> BodyReader::refused_at_once() const {
  if (framing_.kind != Framing::Kind::length || framing_.length <= limit_) return std::nullopt;
  return too_large_body();
}

bool BodyReader::complete() const {
  switch (framing_.kind) {
    case Framing::Kind::none:
      return true;
    case Framing::Kind::length:
      return received_ == framing_.length;
    case Framing::Kind::chunked:
      return chunks_->complete();
  }
  PRIMA_UNREACHABLE("a framing that no head has");
}

Result<std::size_t, Refusal> BodyReader::take(std::string_view bytes) {
  switch (framing_.kind) {
    case Framing::Kind::none:
      return 0;
    case Framing::Kind::length: {
      received_ = static_cast<std::size_t>(std::min<std::uint64_t>(framing_.length, bytes.size()));
      body_ = bytes.substr(0, received_);
      return received_;
    }
    case Framing::Kind::chunked: {
      received_ = bytes.size();
      auto used = chunks_->take(bytes, body_, limit_);
      if (!used || complete()) return used;
      chunk_bytes_.append(bytes.substr(*used));
      return bytes.size();
    }
  }
  PRIMA_UNREACHABLE("a framing that no head has");
}

std::span<char> BodyReader::room() {
  PRIMA_ASSERT(!complete());
  if (chunks_) return chunk_bytes_.room();
  // Twice as much as before, so that a long body is moved seldom.
  const std::size_t missing = static_cast<std::size_t>(framing_.length) - received_;
  if (body_.size() == received_) body_.resize(received_ + std::min(missing, std::max(usual_room, received_)));
  return {body_.data() + received_, body_.size() - received_};
}

std::optional<Refusal> BodyReader::received(std::size_t size) {
  received_ += size;
  if (!chunks_) return std::nullopt;
  chunk_bytes_.filled(size);
  const auto used = chunks_->take(chunk_bytes_.bytes(), body_, limit_);
  if (!used) return used.error();
  chunk_bytes_.drop(*used);
  if (received_ > most_for_nothing + most_for_a_byte * body_.size() + chunk_bytes_.bytes().size()) return bad_chunk();
  return std::nullopt;
}

}  // namespace prima::http
