#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "app/data_place.h"
#include "app/gate.h"
#include "base/finding.h"
#include "base/result.h"
#include "db/database.h"
#include "journal/signing_key.h"

namespace prima::app {

// The keys of an installation. They lie in files that only their owner may read, never in the database: who steals one
// does not have the other.
struct Keys {
  journal::SigningKey journal;  // signs checkpoints
  std::string seal;             // 32 bytes; closes the secrets of second factors
  std::string device;           // 32 bytes; of the cookies of known browsers
};

// Reads DIR/journal.key, seal.key and device.key; makes those that are not there. A finding for a file that others may
// read or that holds no key.
Result<Keys, Finding> open_keys(const std::string& folder, const std::string& server);

// What `prima serve` with a database owns besides the pages: the database, the keys, the gate, and one thread that
// signs the journals as they grow and removes what has become useless.
class Platform {
 public:
  // Takes what an administrator should hear of while nobody asks; from any thread.
  using Report = std::function<void(const Finding&)>;

  // `public_origin`: "https://prima.contoh.go.id"; empty: what each request says.
  Platform(DataPlace place, Keys keys, std::string public_origin, Report report);
  ~Platform();
  Platform(const Platform&) = delete;
  Platform& operator=(const Platform&) = delete;

  db::Database& database() { return database_; }
  Gate& gate() { return gate_; }
  const Keys& keys() const { return keys_; }
  const std::string& public_origin() const { return public_origin_; }
  // The site's name in checkpoints: the host of the public origin, or "prima.local".
  std::string server() const { return server_of(public_origin_); }

  static std::string server_of(const std::string& public_origin);

  // Signs every journal that has grown since its last checkpoint; what could not be signed, and why.
  Findings sign_journals(Instant now);

 private:
  void look_after();

  std::string public_origin_;
  Report report_;
  Keys keys_;
  db::Database database_;
  Gate gate_;
  std::mutex mutex_;
  std::condition_variable stopping_changed_;
  bool stopping_ = false;
  std::thread keeper_;
};

}  // namespace prima::app
