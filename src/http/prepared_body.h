#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace prima::http {

// Bytes that are answered many times, such as a page that changes only with its data. Their ETag is made at once, their
// compressed forms when first asked for; after that an answer copies nothing. Safe from any thread.
class PreparedBody {
 public:
  explicit PreparedBody(std::string bytes);

  std::string_view bytes() const { return bytes_; }
  std::string_view tag() const { return tag_; }  // the heart of the ETag: 32 hexadecimal digits
  // Empty when compressing saves less than a tenth.
  std::string_view gzip() const;
  std::string_view brotli() const;

 private:
  std::string bytes_;
  std::string tag_;
  mutable std::once_flag gzip_made_;
  mutable std::once_flag brotli_made_;
  mutable std::string gzip_;
  mutable std::string brotli_;
};

using SharedBody = std::shared_ptr<const PreparedBody>;

// Keep the result, and give it to every answer: `return html(page);`
SharedBody prepare(std::string bytes);

}  // namespace prima::http
