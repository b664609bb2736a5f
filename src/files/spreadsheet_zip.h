#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace prima::files {

enum class ZipProblem : std::uint8_t {
  damaged,    // not a ZIP file, or cut off, or a part that does not fit its checksum
  encrypted,  // the part needs a password
  too_large,  // unpacked it would be larger than the limit
};

// The parts of a ZIP file in memory (APPNOTE 6.3.10, without ZIP64 and without splitting). Nothing is unpacked until it
// is asked for, and never more than the limit, whatever the file says about itself. `bytes` must outlive it. Not for
// several threads.
class ZipParts {
 public:
  // Reads the list of parts. At most `unpacked_limit` bytes will be unpacked in all calls of read() together.
  static Result<ZipParts, ZipProblem> open(std::string_view bytes, std::size_t unpacked_limit);

  bool has(std::string_view name) const { return parts_.contains(name); }

  // The bytes of a part, its checksum compared. A part that is not there is damage.
  Result<std::string, ZipProblem> read(std::string_view name);

 private:
  struct Part {
    std::size_t header = 0;  // where its local header begins
    std::size_t packed = 0;
    std::size_t unpacked = 0;
    std::uint32_t checksum = 0;
    unsigned method = 0;
    bool encrypted = false;
  };

  ZipParts(std::string_view bytes, std::size_t limit) : bytes_(bytes), left_(limit) {}
  bool read_list(std::size_t at, std::size_t count);
  Result<std::string_view, ZipProblem> packed_bytes(const Part& part) const;

  std::string_view bytes_;
  std::size_t left_;
  std::map<std::string, Part, std::less<>> parts_;
};

}  // namespace prima::files
