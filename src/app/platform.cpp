#include "app/platform.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>

#include "app/people_housekeeping.h"
#include "identity/system_random.h"
#include "journal/checkpoint_store.h"
#include "journal/journal_store.h"
#include "journal/key_file.h"

namespace prima::app {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t secret_bytes = 32;
constexpr std::chrono::seconds between_signatures{10};
constexpr std::chrono::minutes between_tidyings{30};

Finding bad_key(const std::string& path, const Words& why) {
  return {"bad_key",
          path,
          0,
          {why.id + " Pulihkan berkas kunci dari salinan Anda.", why.en + " Restore the key file from your copy."}};
}

// The bytes of a secret file, made when it is not there.
Result<std::string, Finding> open_secret(const std::string& path) {
  const int made = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (made >= 0) {
    const std::string secret = identity::random_bytes(secret_bytes);
    const bool written =
        ::write(made, secret.data(), secret.size()) == static_cast<ssize_t>(secret.size()) && ::fsync(made) == 0;
    ::close(made);
    if (written) return secret;
    ::unlink(path.c_str());
    return failure(bad_key(path, {"Kunci tidak dapat ditulis.", "The key cannot be written."}));
  }
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat facts {};
  std::string secret(secret_bytes + 1, '\0');
  const ssize_t size = file >= 0 && ::fstat(file, &facts) == 0 ? ::read(file, secret.data(), secret.size()) : -1;
  if (file >= 0) ::close(file);
  if ((facts.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    return failure(
        bad_key(path, {"Kunci dapat dibaca orang lain (chmod 600).", "Others can read the key (chmod 600)."}));
  if (size != static_cast<ssize_t>(secret_bytes))
    return failure(bad_key(path, {"Berkas ini bukan kunci 32 bita.", "This file is no key of 32 bytes."}));
  secret.resize(secret_bytes);
  return secret;
}

}  // namespace

Result<Keys, Finding> open_keys(const std::string& folder, const std::string& server) {
  std::error_code error;
  if (!fs::exists(folder) && fs::create_directories(folder, error))
    fs::permissions(folder, fs::perms::owner_all, fs::perm_options::replace, error);
  if (error)
    return failure(bad_key(folder, {"Folder kunci tidak dapat dibuat.", "The folder of keys cannot be made."}));
  auto journal = journal::open_key_file(folder + "/journal.key", server, journal::KeyUse::log);
  if (!journal) return failure(bad_key(folder + "/journal.key", journal.error()));
  auto seal = open_secret(folder + "/seal.key");
  if (!seal) return failure(seal.error());
  auto device = open_secret(folder + "/device.key");
  if (!device) return failure(device.error());
  return Keys{std::move(*journal), std::move(*seal), std::move(*device)};
}

std::string Platform::server_of(const std::string& public_origin) {
  const std::size_t begin = public_origin.find("://");
  return begin == std::string::npos ? "prima.local" : public_origin.substr(begin + 3);
}

Platform::Platform(DataPlace place, Keys keys, std::string public_origin, Report report)
    : public_origin_(std::move(public_origin)),
      report_(std::move(report)),
      keys_(std::move(keys)),
      database_(std::move(place.database)),
      gate_(database_, public_origin_),
      keeper_([this] { look_after(); }) {}

Platform::~Platform() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stopping_changed_.notify_all();
  keeper_.join();
}

Findings Platform::sign_journals(Instant now) {
  std::vector<InstitutionId> institutions;
  {
    db::Snapshot snapshot = database_.read();
    institutions = journal::institutions_with_journal(snapshot);
  }
  Findings findings;
  for (const InstitutionId institution : institutions) {
    const auto note = database_.write([&](db::Transaction& transaction) {
      return journal::sign_journal(transaction, institution, server(), keys_.journal, now);
    });
    if (!note)
      findings.push_back(
          Finding{"journal_not_signed", std::to_string(static_cast<std::int32_t>(institution)), 0, note.error()});
  }
  return findings;
}

void Platform::look_after() {
  Instant tidied = now();
  Findings told;  // each trouble once, until it is another one
  std::unique_lock lock(mutex_);
  while (!stopping_changed_.wait_for(lock, between_signatures, [this] { return stopping_; })) {
    lock.unlock();
    try {
      Findings found = sign_journals(now());
      if (found != told)
        for (const Finding& finding : found) report_(finding);
      told = std::move(found);
      if (now() - tidied >= between_tidyings) {
        tidy_people(database_, now());
        tidied = now();
      }
    } catch (const db::Error&) {
      // The database is away; requests say so, and the next round tries again.
    }
    lock.lock();
  }
}

}  // namespace prima::app
