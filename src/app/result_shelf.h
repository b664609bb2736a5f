#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "assessment/score_api.h"
#include "scoring/compiled.h"
#include "surveys/skm_report.h"

namespace prima::app {

// What was computed from one file: the scores of an instrument, or a survey.
struct ComputedResult {
  std::string file;                                   // as the sender called it; empty for a sample
  std::shared_ptr<const scoring::Compiled> compiled;  // set when `table` is
  std::optional<assessment::ScoredTable> table;
  std::optional<surveys::SkmReport> survey;

  // About how much memory it takes.
  std::size_t bytes() const;
};

// Remembers the latest results in memory, so that a visitor can look at and download what was just computed. Nothing is
// written to disk; the oldest results go when the room is used up. A key (32 hex digits) cannot be guessed. Safe from
// any thread.
class ResultShelf {
 public:
  explicit ResultShelf(std::size_t most_bytes = std::size_t{24} << 20U) : most_bytes_(most_bytes) {}

  // Keeps a result and gives its key. The newest result is always kept, however large.
  std::string put(ComputedResult result);
  // Nothing when there is no such result, or no longer.
  std::shared_ptr<const ComputedResult> get(const std::string& key) const;

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const ComputedResult> result;
  };

  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::deque<Entry> entries_;  // the oldest first
  mutable std::mutex mutex_;
};

}  // namespace prima::app
