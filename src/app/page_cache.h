#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>

#include "http/prepared_body.h"

namespace prima::app {

// Pages that depend on nothing but the data of the program: each is rendered when first asked for and kept. Holds at
// most `most` pages; what comes later is rendered anew each time. Safe from any thread.
class PageCache {
 public:
  explicit PageCache(std::size_t most_bytes = std::size_t{12} << 20U) : most_bytes_(most_bytes) {}

  http::SharedBody get(const std::string& key, const std::function<std::string()>& render) {
    {
      const std::lock_guard lock(mutex_);
      const auto found = pages_.find(key);
      if (found != pages_.end()) return found->second;
    }
    http::SharedBody body = http::prepare(render());
    const std::lock_guard lock(mutex_);
    if (bytes_ + body->bytes().size() <= most_bytes_ && pages_.emplace(key, body).second)
      bytes_ += body->bytes().size();
    return body;
  }

 private:
  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::mutex mutex_;
  std::map<std::string, http::SharedBody, std::less<>> pages_;
};

}  // namespace prima::app
