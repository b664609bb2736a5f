#include "http/message_parser.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <limits>

#include "base/assert.h"

namespace prima::http {
namespace {

namespace beast = boost::beast;
using Error = beast::http::error;

// A chunk's size line and the fields at the end are short in any honest request.
constexpr std::size_t longest_chunk_line = 4096;
// "0 CR LF CR LF": no body ends with less, and Beast asserts that it does not see less of it.
constexpr std::size_t shortest_end = 5;

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

// Beast calls these while it parses; what a reader does not need stays empty.
class QuietParser : public beast::http::basic_parser<true> {
 public:
  QuietParser() {
    header_limit(std::numeric_limits<std::uint32_t>::max() / 2);
    body_limit(boost::none);
  }

 protected:
  void on_request_impl(beast::http::verb, beast::string_view, beast::string_view, int, beast::error_code&) override {}
  void on_response_impl(int, beast::string_view, int, beast::error_code&) override {}
  void on_field_impl(beast::http::field, beast::string_view, beast::string_view, beast::error_code&) override {}
  void on_header_impl(beast::error_code&) override {}
  void on_body_init_impl(const boost::optional<std::uint64_t>&, beast::error_code&) override {}
  std::size_t on_body_impl(beast::string_view body, beast::error_code&) override { return body.size(); }
  void on_chunk_header_impl(std::uint64_t, beast::string_view, beast::error_code&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view body, beast::error_code&) override {
    return body.size();
  }
  void on_finish_impl(beast::error_code&) override {}
};

class HeadParser : public QuietParser {
 public:
  explicit HeadParser(std::size_t max_fields) : max_fields_(max_fields) { head_.fields.reserve(16); }
  Head take() { return std::move(head_); }

 private:
  void on_request_impl(beast::http::verb, beast::string_view method, beast::string_view target, int version,
                       beast::error_code&) override {
    head_.method = view(method);
    head_.target = view(target);
    head_.minor_version = version % 10;
  }
  void on_field_impl(beast::http::field, beast::string_view name, beast::string_view value,
                     beast::error_code& ec) override {
    if (head_.fields.size() == max_fields_) ec = Error::header_limit;
    head_.fields.push_back({view(name), view(value)});
  }

  std::size_t max_fields_;
  Head head_;
};

bool digit_at(std::string_view text, std::size_t at) { return text[at] >= '0' && text[at] <= '9'; }

// Whether the first line has three parts, and the last one is a version in the right form, so that only its number is
// wrong.
bool names_other_version(std::string_view bytes) {
  const std::string_view line = bytes.substr(0, bytes.find("\r\n"));
  if (line.size() < 9 || std::count(line.begin(), line.end(), ' ') != 2) return false;
  const std::string_view version = line.substr(line.size() - 8);
  return line[line.size() - 9] == ' ' && version.starts_with("HTTP/") && digit_at(version, 5) && version[6] == '.' &&
         digit_at(version, 7);
}

Refusal refusal_of_version(std::string_view bytes) {
  if (!names_other_version(bytes)) {
    return {400, {"Baris pertama permintaan tidak sah.", "The first line of the request is not valid."}};
  }
  return {505, {"Gunakan HTTP/1.1.", "Use HTTP/1.1."}};
}

Refusal refusal_of(const beast::error_code& ec, std::string_view bytes) {
  if (ec == Error::bad_version) return refusal_of_version(bytes);
  if (ec == Error::header_limit) {
    return {431, {"Kepala permintaan memuat terlalu banyak baris.", "The head of the request has too many lines."}};
  }
  if (ec == Error::bad_method || ec == Error::bad_target) {
    return {400, {"Baris pertama permintaan tidak sah.", "The first line of the request is not valid."}};
  }
  if (ec == Error::bad_content_length || ec == Error::multiple_content_length || ec == Error::bad_transfer_encoding) {
    return {400,
            {"Panjang isi permintaan disebut tidak sah atau berlainan.",
             "The length of the body is not valid or stated in conflicting ways."}};
  }
  return {400, {"Baris kepala permintaan tidak sah.", "A line of the head is not valid."}};
}

// Of bytes that are not content: a line end that Beast would not see, so that it would wait for another one.
bool has_bare_line_feed(std::string_view bytes) {
  for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
    if (at == 0 || bytes[at - 1] != '\r') return true;
  }
  return false;
}

bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; }

bool has_folded_line(std::string_view bytes) {
  return bytes.find("\r\n ") != std::string_view::npos || bytes.find("\r\n\t") != std::string_view::npos;
}

}  // namespace

Refusal bad_chunk() { return {400, {"Potongan isi permintaan tidak sah.", "A chunk of the body is not valid."}}; }

Refusal too_large_body() {
  return {413,
          {"Isi permintaan lebih besar daripada yang diterima alamat ini.",
           "The body is larger than this address accepts."}};
}

Result<Head, Refusal> parse_head(std::string_view bytes, std::size_t max_fields) {
  HeadParser parser(max_fields);
  beast::error_code ec;
  const std::size_t used = parser.put({bytes.data(), bytes.size()}, ec);
  if (ec) return failure(refusal_of(ec, bytes));
  PRIMA_ASSERT(parser.is_header_done() && used == bytes.size());
  return parser.take();
}

// Beast parses chunks only behind a head; this one gets a head of ours.
struct ChunkParser::Parser : QuietParser {
  Parser() {
    constexpr std::string_view head = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
    beast::error_code ec;
    put({head.data(), head.size()}, ec);
    PRIMA_ASSERT(!ec && is_header_done() && !is_done());
  }

  void on_chunk_header_impl(std::uint64_t size, beast::string_view extension, beast::error_code& ec) override {
    if (size > limit - body->size()) ec = Error::body_limit;
    // Beast lets a line feed stand in quotes, where another reader may see the end of the line.
    if (std::any_of(extension.begin(), extension.end(), is_control)) ec = Error::bad_chunk_extension;
    missing = size;
  }
  std::size_t on_chunk_body_impl(std::uint64_t remaining, beast::string_view bytes, beast::error_code&) override {
    body->append(bytes.data(), bytes.size());
    missing = remaining - bytes.size();
    return bytes.size();
  }

  std::string* body = nullptr;
  std::size_t limit = 0;
  std::uint64_t missing = 0;  // of the chunk whose size was read
};

ChunkParser::ChunkParser() : parser_(std::make_unique<Parser>()) {}
ChunkParser::~ChunkParser() = default;
ChunkParser::ChunkParser(ChunkParser&&) noexcept = default;
ChunkParser& ChunkParser::operator=(ChunkParser&&) noexcept = default;

bool ChunkParser::complete() const { return parser_->is_done(); }

namespace {

Result<std::size_t, Refusal> unless(bool bad, std::size_t used) {
  if (bad) return failure(bad_chunk());
  return used;
}

}  // namespace

Result<std::size_t, Refusal> ChunkParser::take(std::string_view bytes, std::string& body, std::size_t limit) {
  PRIMA_ASSERT(body.size() <= limit);
  parser_->body = &body;
  parser_->limit = limit;
  std::size_t used = 0;
  while (!complete() && used < bytes.size()) {
    beast::error_code ec;
    const std::string_view rest = bytes.substr(used);
    const bool in_content = parser_->missing > 0;
    if (!in_content && rest.size() < shortest_end) return unless(has_bare_line_feed(rest), used);
    const std::size_t taken = parser_->put({rest.data(), rest.size()}, ec);
    used += taken;
    if (ec == Error::need_more) {
      const bool hopeless = !in_content && (rest.size() > longest_chunk_line || has_bare_line_feed(rest));
      return unless(hopeless, used);
    }
    if (ec == Error::body_limit) return failure(too_large_body());
    if (ec || (complete() && has_folded_line(rest.substr(0, taken)))) return failure(bad_chunk());
  }
  return used;
}

}  // namespace prima::http
