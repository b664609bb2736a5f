#include "http/head_scan.h"

#include <algorithm>

namespace prima::http {
namespace {

Failure<Refusal> too_long(bool in_first_line) {
  if (in_first_line) {
    return failure(Refusal{414, {"Alamat terlalu panjang; persingkat.", "The address is too long; shorten it."}});
  }
  return failure(Refusal{431,
                         {"Kepala permintaan terlalu besar; hapus kuki atau baris yang tidak perlu.",
                          "The head of the request is too large; remove cookies or lines that are not needed."}});
}

Failure<Refusal> bad_line_end() {
  return failure(Refusal{
      400, {"Setiap baris kepala permintaan harus diakhiri CR LF.", "Each line of the head must end with CR LF."}});
}

Failure<Refusal> no_request() {
  return failure(Refusal{400,
                         {"Ini bukan permintaan HTTP; mungkin alamatnya harus diawali https://.",
                          "This is no HTTP request; the address may have to begin with https://."}});
}

Failure<Refusal> folded_line() {
  return failure(Refusal{400,
                         {"Baris kepala permintaan tidak boleh bersambung ke baris berikutnya.",
                          "A line of the head must not go on in the next line."}});
}

}  // namespace

std::size_t size_of_leading_empty_lines(std::string_view bytes) {
  std::size_t size = 0;
  while (bytes.substr(size).starts_with("\r\n")) size += 2;
  return size;
}

Result<std::size_t, Refusal> HeadScan::scan(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, limits_.head_bytes);
  if (!head.empty() && (head[0] < 0x20 || head[0] == 0x7f) && head[0] != '\r') return no_request();
  for (;;) {
    const std::size_t line_feed = head.find('\n', scanned_);
    if (line_feed == std::string_view::npos) break;
    const auto size = end_line(head, line_feed);
    if (!size || *size > 0) return size;
  }
  scanned_ = head.size();
  const bool in_first_line = line_begin_ == 0;
  if (in_first_line && head.size() > limits_.target_bytes) return too_long(true);
  if (bytes.size() >= limits_.head_bytes) return too_long(in_first_line);
  return 0;
}

Result<std::size_t, Refusal> HeadScan::end_line(std::string_view bytes, std::size_t line_feed) {
  if (line_begin_ == 0 && line_feed > limits_.target_bytes) return too_long(true);
  if (line_feed == line_begin_ || bytes[line_feed - 1] != '\r') return bad_line_end();
  const bool empty = line_feed == line_begin_ + 1;
  if (line_begin_ > 0 && (bytes[line_begin_] == ' ' || bytes[line_begin_] == '\t')) return folded_line();
  scanned_ = line_begin_ = line_feed + 1;
  return empty ? scanned_ : 0;
}

}  // namespace prima::http
