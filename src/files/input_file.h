#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "base/result.h"

namespace prima::files {

// The bytes of a file that a person named, for reading only. A regular file is mapped into memory, so a large one costs
// no copy; standard input ("-"), pipes and other streams are read whole, up to 1 GiB. Owns the bytes; they stay where
// they are when the object is moved.
class InputFile {
 public:
  // Opens `path`. The finding says why it cannot be read: not there, not permitted, a folder, too large.
  static Result<InputFile, Finding> open(const std::string& path);

  InputFile(InputFile&& other) noexcept;
  InputFile& operator=(InputFile&& other) noexcept;
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  ~InputFile();

  std::string_view bytes() const {
    return mapped_ != nullptr ? std::string_view(mapped_, size_) : std::string_view(*read_);
  }
  const std::string& name() const { return name_; }

 private:
  InputFile() = default;
  void release();

  std::string name_;
  const char* mapped_ = nullptr;
  std::size_t size_ = 0;
  std::unique_ptr<std::string> read_ = std::make_unique<std::string>();
};

}  // namespace prima::files
