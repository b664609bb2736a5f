#include "files/spreadsheet_zip.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

namespace prima::files {

namespace {

constexpr std::size_t end_record_size = 22;
constexpr std::size_t longest_comment = 65'535;
constexpr std::size_t most_parts = 10'000;
constexpr std::uint32_t see_zip64 = 0xFFFF'FFFF;

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i)
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8U * i);
  return value;
}

std::optional<std::size_t> find_end_record(std::string_view bytes) {
  if (bytes.size() < end_record_size) return std::nullopt;
  const std::size_t last = bytes.size() - end_record_size;
  const std::size_t first = last > longest_comment ? last - longest_comment : 0;
  const std::size_t found = bytes.rfind("PK\x05\x06", last);
  return found == std::string_view::npos || found < first ? std::nullopt : std::optional(found);
}

// Unpacks a raw deflate stream that must give exactly `size` bytes.
std::optional<std::string> inflated(std::string_view packed, std::size_t size) {
  std::string text(size, '\0');
  z_stream stream{};
  if (::inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  std::array<Bytef, 1> beyond{};
  stream.next_out = size == 0 ? beyond.data() : reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(size);
  int state = ::inflate(&stream, Z_FINISH);
  if (state == Z_BUF_ERROR && stream.avail_out == 0) {  // all room is used; the stream must end without another byte
    stream.next_out = beyond.data();
    stream.avail_out = 1;
    state = ::inflate(&stream, Z_FINISH);
  }
  const bool exact = state == Z_STREAM_END && stream.total_out == size;
  ::inflateEnd(&stream);
  return exact ? std::optional(std::move(text)) : std::nullopt;
}

}  // namespace

Result<ZipParts, ZipProblem> ZipParts::open(std::string_view bytes, std::size_t unpacked_limit) {
  if (bytes.size() > std::numeric_limits<std::uint32_t>::max()) return failure(ZipProblem::too_large);
  const auto end = find_end_record(bytes);
  if (!end) return failure(ZipProblem::damaged);
  const std::size_t count = number_at(bytes, *end + 10, 2);
  const std::size_t list = number_at(bytes, *end + 16, 4);
  if (list == see_zip64 || count > most_parts) return failure(ZipProblem::too_large);
  ZipParts parts(bytes, unpacked_limit);
  if (!parts.read_list(list, count)) return failure(ZipProblem::damaged);
  return parts;
}

bool ZipParts::read_list(std::size_t at, std::size_t count) {
  constexpr std::size_t fixed = 46;
  for (; count > 0; --count) {
    if (at > bytes_.size() || bytes_.size() - at < fixed || bytes_.substr(at, 4) != "PK\x01\x02") return false;
    Part part;
    part.encrypted = (number_at(bytes_, at + 8, 2) & 1U) != 0;
    part.method = number_at(bytes_, at + 10, 2);
    part.checksum = number_at(bytes_, at + 16, 4);
    part.packed = number_at(bytes_, at + 20, 4);
    part.unpacked = number_at(bytes_, at + 24, 4);
    part.header = number_at(bytes_, at + 42, 4);
    const std::size_t name_size = number_at(bytes_, at + 28, 2);
    const std::size_t rest = name_size + number_at(bytes_, at + 30, 2) + number_at(bytes_, at + 32, 2);
    if (bytes_.size() - at - fixed < rest) return false;
    if (!parts_.emplace(std::string(bytes_.substr(at + fixed, name_size)), part).second) return false;
    at += fixed + rest;
  }
  return true;
}

Result<std::string_view, ZipProblem> ZipParts::packed_bytes(const Part& part) const {
  constexpr std::size_t fixed = 30;
  const std::size_t at = part.header;
  if (at > bytes_.size() || bytes_.size() - at < fixed || bytes_.substr(at, 4) != "PK\x03\x04")
    return failure(ZipProblem::damaged);
  const std::size_t begin = at + fixed + number_at(bytes_, at + 26, 2) + number_at(bytes_, at + 28, 2);
  if (begin > bytes_.size() || bytes_.size() - begin < part.packed) return failure(ZipProblem::damaged);
  return bytes_.substr(begin, part.packed);
}

Result<std::string, ZipProblem> ZipParts::read(std::string_view name) {
  const auto found = parts_.find(name);
  if (found == parts_.end()) return failure(ZipProblem::damaged);
  const Part& part = found->second;
  if (part.encrypted) return failure(ZipProblem::encrypted);
  if (part.unpacked > left_) return failure(ZipProblem::too_large);
  const auto packed = packed_bytes(part);
  if (!packed) return failure(packed.error());
  std::optional<std::string> text;
  if (part.method == 8) text = inflated(*packed, part.unpacked);
  if (part.method == 0 && part.packed == part.unpacked) text = std::string(*packed);
  if (!text) return failure(ZipProblem::damaged);
  const auto checksum = ::crc32(0, reinterpret_cast<const Bytef*>(text->data()), static_cast<uInt>(text->size()));
  if (checksum != part.checksum) return failure(ZipProblem::damaged);
  left_ -= part.unpacked;
  return *std::move(text);
}

}  // namespace prima::files
