#include "http/body_reader.h"

#include <algorithm>

#include "base/assert.h"

namespace prima::http {

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
      return body_.size() == framing_.length;
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
      const std::size_t used =
          static_cast<std::size_t>(std::min<std::uint64_t>(framing_.length - body_.size(), bytes.size()));
      body_.append(bytes.substr(0, used));
      return used;
    }
    case Framing::Kind::chunked:
      return chunks_->take(bytes, body_, limit_);
  }
  PRIMA_UNREACHABLE("a framing that no head has");
}

}  // namespace prima::http
