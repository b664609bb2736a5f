#include "instrument/library.h"

#include <utility>

#include "base/assert.h"
#include "base/text.h"
#include "instrument/lint.h"
#include "instrument/reader.h"

namespace prima::instrument {

namespace {

constexpr std::string_view file_name = "/instrument.yaml";

}  // namespace

Library::Library(std::vector<LibraryFile> files) {
  for (LibraryFile& file : files) {
    if (!file.path.ends_with(file_name)) continue;
    const std::string id = file.path.substr(0, file.path.size() - file_name.size());
    entries_.emplace(id, Entry{std::move(file.path), file.text, nullptr, nullptr});
  }
}

Findings Library::add(std::string text, const std::string& file) {
  auto own = std::make_unique<std::string>(std::move(text));
  auto read = read_instrument(*own, file);
  if (!read) return read.error();
  auto instrument = std::make_unique<const Instrument>(std::move(*read));
  std::vector<const Instrument*> relatives;
  for (const Instrument* relative : family(*instrument)) relatives.push_back(relative);
  Findings findings = lint(*instrument, relatives);
  if (!findings.empty()) return findings;
  const std::string id = instrument->id();
  const std::string_view view = *own;
  entries_.insert_or_assign(id, Entry{file, view, std::move(own), std::move(instrument)});
  return {};
}

std::vector<std::string> Library::ids() const {
  std::vector<std::string> ids;
  for (const auto& [id, entry] : entries_) ids.push_back(id);
  return ids;
}

const Instrument* Library::find(std::string_view id) const {
  const auto found = entries_.find(id);
  if (found == entries_.end()) return nullptr;
  const std::lock_guard lock(*mutex_);
  auto& entry = const_cast<Entry&>(found->second);  // reading it once is no change that a caller could see
  if (entry.instrument == nullptr) {
    auto read = read_instrument(entry.text, entry.path);
    PRIMA_ASSERT(read.has_value());
    entry.instrument = std::make_unique<const Instrument>(std::move(*read));
  }
  return entry.instrument.get();
}

std::string_view Library::text(std::string_view id) const {
  const auto found = entries_.find(id);
  return found == entries_.end() ? std::string_view() : found->second.text;
}

std::vector<const Instrument*> Library::family(const Instrument& instrument) const {
  std::vector<const Instrument*> members;
  for (const auto& [id, entry] : entries_) {
    if (id.starts_with(instrument.family + "/") && id.find('/', instrument.family.size() + 1) == std::string::npos)
      members.push_back(find(id));
  }
  return members;
}

std::optional<std::string> Library::nearest(std::string_view id) const { return closest(id, ids()); }

}  // namespace prima::instrument
