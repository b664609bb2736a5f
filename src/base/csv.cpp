#include "base/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "base/text.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace prima {

namespace {

constexpr std::size_t block_bytes = 64;
constexpr std::size_t encoding_step = 256U << 10U;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// One bit for each byte of the 64-byte block that ends a field or needs a closer look.
std::uint64_t special_bytes(const char* block, char separator) {
  std::uint64_t marks = 0;
#if defined(__SSE2__)
  const __m128i comma = _mm_set1_epi8(separator);
  const __m128i line_feed = _mm_set1_epi8('\n');
  const __m128i carriage_return = _mm_set1_epi8('\r');
  const __m128i quote = _mm_set1_epi8('"');
  for (unsigned part = 0; part < 4; ++part) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + part * 16U));
    const __m128i found =
        _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, comma), _mm_cmpeq_epi8(bytes, line_feed)),
                     _mm_or_si128(_mm_cmpeq_epi8(bytes, carriage_return), _mm_cmpeq_epi8(bytes, quote)));
    marks |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(found))) << (part * 16U);
  }
#else
  for (unsigned i = 0; i < block_bytes; ++i) {
    const char byte = block[i];
    const bool special = byte == separator || byte == '\n' || byte == '\r' || byte == '"';
    marks |= static_cast<std::uint64_t>(special) << i;
  }
#endif
  return marks;
}

// The separator that the first line with text uses more often, outside of quotes.
char guess_separator(std::string_view bytes) {
  bytes.remove_prefix(std::min(bytes.size(), bytes.find_first_not_of("\r\n")));
  bool quoted = false;
  std::ptrdiff_t more_semicolons = 0;
  for (const char byte : bytes) {
    if (byte == '"') quoted = !quoted;
    if (quoted) continue;
    if (byte == '\n' || byte == '\r') break;
    more_semicolons += (byte == ';' ? 1 : 0) - (byte == ',' ? 1 : 0);
  }
  return more_semicolons > 0 ? ';' : ',';
}

bool is_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

}  // namespace

CsvReader::CsvReader(std::string_view bytes, std::string file_name, CsvLimits limits)
    : bytes_(bytes), file_(std::move(file_name)), limits_(limits) {
  if (bytes_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
}

void CsvReader::jump(std::size_t byte, std::int64_t line) {
  at_ = byte;
  checked_ = std::max(checked_, byte);
  line_ = line;
  scanned_ = false;
}

bool CsvReader::next() {
  if (problem_) return false;
  if (is_utf16(bytes_)) {
    return fail(
        "wrong_encoding", 1,
        {"berkas ini berkode UTF-16; simpan sebagai \"CSV UTF-8\"", "this file is UTF-16; save it as \"CSV UTF-8\""});
  }
  if (separator_ == 0) separator_ = guess_separator(bytes_.substr(at_, limits_.line_bytes));
  while (at_ < bytes_.size()) {
    record_begin_ = at_;
    record_line_ = line_;
    fields_.clear();
    if (!read_record()) return false;
    const bool empty_line = fields_.size() == 1 && fields_[0].empty();
    if (!empty_line) return true;
  }
  return false;
}

inline bool CsvReader::is_too_long(std::size_t end) {
  return end - record_begin_ > limits_.line_bytes && fail_as_too_long();
}

// Text is checked far ahead, so that for most records there is nothing to do.
inline bool CsvReader::check_encoding_up_to(std::size_t end) { return end <= checked_ || check_more_encoding(end); }

bool CsvReader::check_more_encoding(std::size_t end) {
  while (checked_ < end) {
    std::size_t stop = std::min(bytes_.size(), checked_ + encoding_step);
    // A step never ends inside a character.
    while (stop < bytes_.size() && stop > checked_ + encoding_step - 4 &&
           (static_cast<unsigned char>(bytes_[stop]) & 0xC0U) == 0x80U)
      --stop;
    const std::string_view step = bytes_.substr(checked_, stop - checked_);
    const auto invalid = first_invalid_utf8(step);
    const std::size_t nul = step.find('\0');
    const std::size_t bad = std::min(invalid.value_or(step.size()), nul == std::string_view::npos ? step.size() : nul);
    if (bad < step.size()) {
      const std::size_t position = checked_ + bad;
      // Counted from the record's begin, for inside of quotes line_ is ahead of it already.
      const std::string_view before = bytes_.substr(record_begin_, position - record_begin_);
      const std::int64_t bad_line = record_line_ + std::count(before.begin(), before.end(), '\n');
      if (bad == nul) {
        return fail("nul_byte", bad_line,
                    {"ada bita NUL; berkas ini bukan teks CSV atau rusak, simpan ulang sebagai \"CSV UTF-8\"",
                     "there is a NUL byte; this is not CSV text or it is damaged, save it again as \"CSV UTF-8\""});
      }
      return fail("wrong_encoding", bad_line,
                  {"teksnya bukan UTF-8 (mungkin Windows-1252); simpan sebagai \"CSV UTF-8\"",
                   "the text is not UTF-8 (perhaps Windows-1252); save it as \"CSV UTF-8\""});
    }
    checked_ = stop;
  }
  return true;
}

// Most fields end in the block that was scanned last.
inline std::size_t CsvReader::next_special(std::size_t from) {
  if (scanned_ && from >= block_ && from < block_ + block_bytes) {
    const std::uint64_t ahead = marks_ >> (from - block_) << (from - block_);
    if (ahead != 0) return block_ + static_cast<std::size_t>(std::countr_zero(ahead));
  }
  return scan_for_special(from);
}

std::size_t CsvReader::scan_for_special(std::size_t from) {
  if (!scanned_ || from < block_ || from >= block_ + block_bytes) {
    block_ = from;
    scanned_ = false;
  }
  for (;;) {
    if (!scanned_) {
      if (block_ >= bytes_.size()) return bytes_.size();
      if (block_ > record_begin_ + limits_.line_bytes)
        return block_;  // the line is too long; do not read on for its end
      if (bytes_.size() - block_ >= block_bytes) {
        marks_ = special_bytes(bytes_.data() + block_, separator_);
      } else {
        std::array<char, block_bytes> last{};
        std::memcpy(last.data(), bytes_.data() + block_, bytes_.size() - block_);
        marks_ = special_bytes(last.data(), separator_);
      }
      scanned_ = true;
    }
    const std::uint64_t ahead = from > block_ ? marks_ >> (from - block_) << (from - block_) : marks_;
    if (ahead != 0) return block_ + static_cast<std::size_t>(std::countr_zero(ahead));
    block_ += block_bytes;
    scanned_ = false;
  }
}

bool CsvReader::read_record() {
  std::size_t field = at_;
  if (!check_encoding_up_to(std::min(bytes_.size(), at_ + 1))) return false;
  for (;;) {
    const std::size_t found = next_special(field);
    if (is_too_long(found)) return false;
    const char byte = found < bytes_.size() ? bytes_[found] : '\n';
    if (byte == '"') return read_record_with_quotes();
    fields_.push_back(bytes_.substr(field, found - field));
    if (byte != separator_) return end_record(found);
    if (fields_.size() >= limits_.columns) return end_record(found);
    field = found + 1;
  }
}

// `line_end` is where the record's last field ends: at CR, LF, the end of the file, or at one field too many.
bool CsvReader::end_record(std::size_t line_end) {
  if (line_end < bytes_.size() && bytes_[line_end] == separator_) {
    return fail("too_many_columns", record_line_,
                {fmt::format("baris ini punya lebih dari {} kolom; periksa pemisah kolom", limits_.columns),
                 fmt::format("this line has more than {} columns; check the separator", limits_.columns)});
  }
  std::size_t after = line_end;
  if (after < bytes_.size() && bytes_[after] == '\r') {
    if (after + 1 < bytes_.size() && bytes_[after + 1] != '\n') {
      return fail("stray_carriage_return", record_line_,
                  {"ada tanda CR di tengah baris; simpan berkas dengan akhir baris LF atau CRLF",
                   "there is a CR inside the line; save the file with LF or CRLF line ends"});
    }
    ++after;
  }
  if (after < bytes_.size() && bytes_[after] == '\n') ++after;
  if (!check_encoding_up_to(after)) return false;
  at_ = after;
  ++line_;
  return true;
}

bool CsvReader::read_record_with_quotes() {
  met_quotes_ = true;
  fields_.clear();
  unquoted_.clear();
  unquoted_.reserve(limits_.columns);  // the views into it must not move
  std::size_t at = record_begin_;
  for (;;) {
    const bool quoted = at < bytes_.size() && bytes_[at] == '"';
    const auto field_end = quoted ? read_quoted_field(at) : read_plain_field(at);
    if (!field_end) return false;
    const bool more = *field_end < bytes_.size() && bytes_[*field_end] == separator_;
    if (!more || fields_.size() >= limits_.columns) return end_record(*field_end);
    at = *field_end + 1;
  }
}

std::optional<std::size_t> CsvReader::read_plain_field(std::size_t from) {
  const std::size_t end = next_special(from);
  if (is_too_long(end)) return std::nullopt;
  if (end < bytes_.size() && bytes_[end] == '"') {
    fail("stray_quote", line_,
         {"ada tanda kutip di tengah isian; beri tanda kutip pada seluruh isian dan gandakan yang di dalam",
          "there is a quote inside a field; quote the whole field and double the quotes inside"});
    return std::nullopt;
  }
  fields_.push_back(bytes_.substr(from, end - from));
  return end;
}

std::optional<std::size_t> CsvReader::read_quoted_field(std::size_t from) {
  std::string& text = unquoted_.emplace_back();
  const auto end = take_off_quotes(from, text);
  if (!end || is_too_long(*end)) return std::nullopt;
  const bool clean =
      *end == bytes_.size() || bytes_[*end] == separator_ || bytes_[*end] == '\n' || bytes_[*end] == '\r';
  if (!clean) {
    fail("text_after_quote", line_,
         {"ada teks sesudah tanda kutip penutup; gandakan tanda kutip di dalam isian (\"\")",
          "there is text after a closing quote; double the quotes inside a field (\"\")"});
    return std::nullopt;
  }
  fields_.emplace_back(text);
  return end;
}

// Appends what stands in the quotes that open at `from`, and gives the byte after the closing one.
std::optional<std::size_t> CsvReader::take_off_quotes(std::size_t from, std::string& text) {
  std::size_t at = from + 1;
  for (;;) {
    const std::size_t limit = record_begin_ + limits_.line_bytes + 1;
    const std::size_t quote = bytes_.substr(0, limit).find('"', at);
    if (quote == std::string_view::npos) {
      if (is_too_long(std::min(bytes_.size(), limit))) return std::nullopt;
      fail("unclosed_quote", record_line_,
           {"tanda kutip dibuka tetapi tidak ditutup; berkas mungkin terpotong",
            "a quote is opened but never closed; the file may be cut off"});
      return std::nullopt;
    }
    if (!check_encoding_up_to(quote)) return std::nullopt;
    const std::string_view part = bytes_.substr(at, quote - at);
    line_ += std::count(part.begin(), part.end(), '\n');
    text += part;
    const bool doubled = quote + 1 < bytes_.size() && bytes_[quote + 1] == '"';
    if (!doubled) return quote + 1;
    text += '"';
    at = quote + 2;
  }
}

bool CsvReader::fail_as_too_long() {
  fail("line_too_long", record_line_,
       {fmt::format("baris ini lebih panjang dari {} bita; periksa tanda kutip dan akhir baris", limits_.line_bytes),
        fmt::format("this line is longer than {} bytes; check quotes and line ends", limits_.line_bytes)});
  return true;
}

bool CsvReader::fail(std::string code, std::int64_t line, Words message) {
  fields_.clear();
  problem_ = Finding{std::move(code), file_, line, std::move(message)};
  return false;
}

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",;\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char byte : text) {
    if (byte == '"') quoted += '"';
    quoted += byte;
  }
  return quoted + "\"";
}

}  // namespace prima
