#include "files/input_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace prima::files {

namespace {

constexpr std::size_t largest_stream = std::size_t{1} << 30U;

// A file descriptor that closes itself; standard input stays open.
struct Descriptor {
  int number = -1;
  ~Descriptor() {
    if (number > STDIN_FILENO) ::close(number);
  }
};

Finding cannot_read(const std::string& path, std::string code, Words why) {
  return Finding{std::move(code), path, 0, std::move(why)};
}

Finding cannot_open(const std::string& path, int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return cannot_read(
          path, "file_not_found",
          {"berkas ini tidak ada; periksa nama dan foldernya", "there is no such file; check its name and folder"});
    case EACCES:
    case EPERM:
      return cannot_read(
          path, "file_not_permitted",
          {"berkas ini tidak boleh dibaca; periksa hak aksesnya", "this file may not be read; check its permissions"});
    default:
      return cannot_read(path, "file_not_readable", {"berkas ini tidak dapat dibuka", "this file cannot be opened"});
  }
}

}  // namespace

Result<InputFile, Finding> InputFile::open(const std::string& path) {
  const Descriptor file{path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.number < 0) return failure(cannot_open(path, errno));
  struct stat status {};
  if (::fstat(file.number, &status) != 0) return failure(cannot_open(path, errno));
  if (S_ISDIR(status.st_mode))
    return failure(
        cannot_read(path, "file_is_folder",
                    {"ini folder, bukan berkas; sebutkan berkasnya", "this is a folder, not a file; name the file"}));

  InputFile input;
  input.name_ = path;
  if (S_ISREG(status.st_mode) && status.st_size > 0) {
    const auto size = static_cast<std::size_t>(status.st_size);
    void* start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number, 0);
    if (start == MAP_FAILED) return failure(cannot_open(path, errno));
    ::madvise(start, size, MADV_SEQUENTIAL);
    input.mapped_ = static_cast<const char*>(start);
    input.size_ = size;
    return input;
  }
  std::array<char, 1U << 16U> part{};
  for (;;) {
    const ssize_t got = ::read(file.number, part.data(), part.size());
    if (got == 0) return input;
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure(cannot_open(path, errno));
    if (input.read_->size() + static_cast<std::size_t>(got) > largest_stream) {
      return failure(cannot_read(path, "file_too_large",
                                 {"masukan lebih besar dari 1 GiB; simpan dulu sebagai berkas",
                                  "the input is larger than 1 GiB; save it as a file first"}));
    }
    input.read_->append(part.data(), static_cast<std::size_t>(got));
  }
}

InputFile::InputFile(InputFile&& other) noexcept
    : name_(std::move(other.name_)),
      mapped_(std::exchange(other.mapped_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      read_(std::move(other.read_)) {}

InputFile& InputFile::operator=(InputFile&& other) noexcept {
  if (this == &other) return *this;
  release();
  name_ = std::move(other.name_);
  mapped_ = std::exchange(other.mapped_, nullptr);
  size_ = std::exchange(other.size_, 0);
  read_ = std::move(other.read_);
  return *this;
}

InputFile::~InputFile() { release(); }

void InputFile::release() {
  if (mapped_ != nullptr) ::munmap(const_cast<char*>(mapped_), size_);
  mapped_ = nullptr;
}

}  // namespace prima::files
