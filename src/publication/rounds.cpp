#include "publication/rounds.h"

#include <fmt/format.h>

#include <algorithm>

namespace prima::publication {

using instrument::Instrument;

namespace {

bool is_in_force(const Instrument& instrument, int year) {
  return static_cast<int>(instrument.valid_from.year()) <= year &&
         (!instrument.valid_to || static_cast<int>(instrument.valid_to->year()) >= year);
}

bool is_older(const Round& one, const Round& other) {
  if (one.instrument->valid_from != other.instrument->valid_from) {
    return one.instrument->valid_from < other.instrument->valid_from;
  }
  return one.instrument->id() < other.instrument->id();
}

Words years_of(const Instrument& instrument) {
  const int from = static_cast<int>(instrument.valid_from.year());
  if (!instrument.valid_to) return {fmt::format("{} dan sesudahnya", from), fmt::format("{} and later", from)};
  const int to = static_cast<int>(instrument.valid_to->year());
  const std::string text = from == to ? fmt::format("{}", from) : fmt::format("{}-{}", from, to);
  return {text, text};
}

}  // namespace

Rounds::Rounds(const std::vector<const Instrument*>& instruments) {
  for (const Instrument* one : instruments) {
    if (one->family.starts_with("ombudsman/")) rounds_.push_back({one, Vocabulary(*one)});
  }
  std::sort(rounds_.begin(), rounds_.end(), is_older);
}

const Round* Rounds::of_year(int year) const {
  const auto found = std::find_if(rounds_.rbegin(), rounds_.rend(),
                                  [&](const Round& round) { return is_in_force(*round.instrument, year); });
  return found == rounds_.rend() ? nullptr : &*found;
}

const Round* Rounds::before(const Round& round) const {
  const auto place = std::find_if(rounds_.begin(), rounds_.end(),
                                  [&](const Round& one) { return one.instrument == round.instrument; });
  return place == rounds_.begin() || place == rounds_.end() ? nullptr : &*std::prev(place);
}

Words Rounds::years() const {
  Words list;
  for (const Round& round : rounds_) {
    const Words years = years_of(*round.instrument);
    list.id += (list.id.empty() ? "" : ", ") + years.id;
    list.en += (list.en.empty() ? "" : ", ") + years.en;
  }
  return list;
}

}  // namespace prima::publication
