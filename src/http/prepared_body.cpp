#include "http/prepared_body.h"

#include "http/compression.h"
#include "http/entity_tag.h"

namespace prima::http {
namespace {

std::string kept_if_smaller(std::string_view bytes, std::string compressed) {
  if (!saves_enough(bytes, compressed)) return {};
  compressed.shrink_to_fit();
  return compressed;
}

}  // namespace

PreparedBody::PreparedBody(std::string bytes) : bytes_(std::move(bytes)), tag_(tag_of(bytes_)) {}

std::string_view PreparedBody::gzip() const {
  std::call_once(gzip_made_, [this] { gzip_ = kept_if_smaller(bytes_, http::gzip(bytes_, Effort::kept)); });
  return gzip_;
}

std::string_view PreparedBody::brotli() const {
  std::call_once(brotli_made_, [this] { brotli_ = kept_if_smaller(bytes_, http::brotli(bytes_, Effort::kept)); });
  return brotli_;
}

SharedBody prepare(std::string bytes) { return std::make_shared<const PreparedBody>(std::move(bytes)); }

}  // namespace prima::http
