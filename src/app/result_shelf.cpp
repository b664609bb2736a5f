#include "app/result_shelf.h"

#include <fmt/format.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/assert.h"

namespace prima::app {

namespace {

std::string random_key() {
  std::array<unsigned char, 16> bytes{};
  const int done = RAND_bytes(bytes.data(), static_cast<int>(bytes.size()));
  PRIMA_ASSERT(done == 1);
  std::string key;
  for (const unsigned char byte : bytes) key += fmt::format("{:02x}", byte);
  return key;
}

}  // namespace

std::size_t ComputedResult::bytes() const {
  std::size_t total = sizeof(ComputedResult);
  if (table) {
    for (const scoring::InstitutionAnswers& institution : table->answers.institutions) {
      for (const scoring::UnitAnswers& unit : institution.units)
        total += unit.tallies.size() * sizeof(scoring::Tally) + sizeof(scoring::UnitScore);
    }
    total += table->findings.size() * 2 * sizeof(Finding);
  }
  if (survey) total += survey->results.size() * sizeof(surveys::SkmResult) * 2;
  return total;
}

std::string ResultShelf::put(ComputedResult result) {
  auto kept = std::make_shared<const ComputedResult>(std::move(result));
  const std::string key = random_key();
  const std::lock_guard lock(mutex_);
  bytes_ += kept->bytes();
  entries_.push_back(Entry{key, std::move(kept)});
  while (bytes_ > most_bytes_ && entries_.size() > 1) {
    bytes_ -= entries_.front().result->bytes();
    entries_.pop_front();
  }
  return key;
}

std::shared_ptr<const ComputedResult> ResultShelf::get(const std::string& key) const {
  const std::lock_guard lock(mutex_);
  const auto found =
      std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.key == key; });
  return found == entries_.end() ? nullptr : found->result;
}

}  // namespace prima::app
