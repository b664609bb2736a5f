#include "journal/key_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "base/text.h"

namespace prima::journal {

namespace {

class OpenFile {
 public:
  OpenFile(const std::filesystem::path& path, int flags) : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

Words not_written(const std::filesystem::path& path) {
  return {fmt::format("Berkas kunci {} tidak dapat ditulis: {}.", path.string(), std::strerror(errno)),
          fmt::format("The key file {} cannot be written: {}.", path.string(), std::strerror(errno))};
}

Words not_read(const std::filesystem::path& path) {
  return {fmt::format("Berkas kunci {} tidak dapat dibaca: {}.", path.string(), std::strerror(errno)),
          fmt::format("The key file {} cannot be read: {}.", path.string(), std::strerror(errno))};
}

bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(file, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return ::fsync(file) == 0;
}

// A new name is durable only when its folder is.
bool sync_folder(const std::filesystem::path& path) {
  const std::filesystem::path folder = path.parent_path();
  const OpenFile file(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY);
  return file.get() >= 0 && ::fsync(file.get()) == 0;
}

// The key gets its name only when it is whole and on disk, and only if nothing has that name.
bool write_new(const std::filesystem::path& path, std::string_view text) {
  const std::filesystem::path unfinished = path.string() + fmt::format(".{}.new", ::getpid());
  const OpenFile file(unfinished, O_WRONLY | O_CREAT | O_EXCL);
  if (file.get() < 0) return false;
  const bool done =
      ::fchmod(file.get(), 0600) == 0 && write_all(file.get(), text) && ::link(unfinished.c_str(), path.c_str()) == 0;
  const int problem = errno;
  ::unlink(unfinished.c_str());
  errno = problem;
  return done && sync_folder(path);
}

}  // namespace

Result<void, Words> write_key_file(const std::filesystem::path& path, const SigningKey& key) {
  std::string text = key.secret_text() + '\n';
  const bool done = write_new(path, text);
  const int problem = errno;
  sodium_memzero(text.data(), text.size());
  errno = problem;
  if (!done) return failure(not_written(path));
  return {};
}

Result<SigningKey, Words> read_key_file(const std::filesystem::path& path) {
  const OpenFile file(path, O_RDONLY);
  struct stat facts {};
  if (file.get() < 0 || ::fstat(file.get(), &facts) != 0) return failure(not_read(path));
  if ((facts.st_mode & 077) != 0)
    return failure(
        Words{fmt::format("Berkas kunci {} dapat dibuka orang lain. Jalankan chmod 600, dan ganti kunci bila ada yang "
                          "sempat membacanya.",
                          path.string()),
              fmt::format(
                  "The key file {} is open to others. Run chmod 600, and replace the key if somebody may have read it.",
                  path.string())});
  std::array<char, 1024> bytes{};
  const ssize_t count = ::read(file.get(), bytes.data(), bytes.size());
  if (count < 0) return failure(not_read(path));
  auto key = SigningKey::parse(trimmed({bytes.data(), static_cast<std::size_t>(count)}));
  sodium_memzero(bytes.data(), bytes.size());
  if (key) return key;
  return failure(Words{fmt::format("Isi berkas kunci {} bukan kunci penanda tangan.", path.string()),
                       fmt::format("The key file {} does not hold a signing key.", path.string())});
}

Result<SigningKey, Words> open_key_file(const std::filesystem::path& path, const std::string& name, KeyUse use) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    const auto written = write_key_file(path, SigningKey::generate(name, use));
    if (!written && !std::filesystem::exists(path, ignored)) return failure(written.error());
  }
  return read_key_file(path);
}

}  // namespace prima::journal
