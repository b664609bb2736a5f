#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "base/instant.h"
#include "catalogue/public_catalogue.h"
#include "db/database.h"

namespace prima::app {

// What citizens see of the catalogue, kept in memory and renewed in a thread of its own when something was changed, by
// this program or by another one on the same database, and when a new day begins. Safe from any thread.
class PublicView {
 public:
  explicit PublicView(db::Database& database);
  ~PublicView();
  PublicView(const PublicView&) = delete;
  PublicView& operator=(const PublicView&) = delete;

  // The latest view; read from the database at the first call. Throws db::Error only while there is none yet.
  std::shared_ptr<const catalogue::PublicCatalogue> get();

  // Something was published: renew soon instead of at the next look.
  void changed();

 private:
  struct Stamp {
    std::uint64_t entries = 0;
    Date day;
    bool operator==(const Stamp&) const = default;
  };

  void keep_renewing();
  // Reads a new view when the database is no longer as it was.
  void renew();

  db::Database& database_;
  std::mutex mutex_;  // of what follows
  std::condition_variable wake_;
  bool stopping_ = false;
  bool hurry_ = false;
  std::shared_ptr<const catalogue::PublicCatalogue> view_;
  Stamp stamp_;
  std::mutex renewing_;  // one at a time
  std::thread thread_;
};

}  // namespace prima::app
