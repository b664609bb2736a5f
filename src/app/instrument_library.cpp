#include "app/instrument_library.h"

#include <utility>

#include "base/assert.h"
#include "base/text.h"
#include "instrument/lint.h"
#include "instrument/reader.h"

namespace prima::app {

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
  auto read = instrument::read_instrument(*own, file);
  if (!read) return read.error();
  auto method = std::make_unique<const instrument::Instrument>(std::move(*read));
  Findings findings = instrument::lint(*method, family(*method));
  if (!findings.empty()) return findings;
  const std::string id = method->id();
  const std::string_view view = *own;
  entries_.insert_or_assign(id, Entry{file, view, std::move(own), std::move(method)});
  return {};
}

std::vector<std::string> Library::ids() const {
  std::vector<std::string> ids;
  for (const auto& [id, entry] : entries_) ids.push_back(id);
  return ids;
}

const instrument::Instrument* Library::find(std::string_view id) const {
  const auto found = entries_.find(id);
  if (found == entries_.end()) return nullptr;
  const std::lock_guard lock(*mutex_);
  const Entry& entry = found->second;
  if (entry.instrument == nullptr) {
    auto read = instrument::read_instrument(entry.text, entry.path);
    PRIMA_ASSERT(read.has_value());
    entry.instrument = std::make_unique<const instrument::Instrument>(std::move(*read));
  }
  return entry.instrument.get();
}

std::string_view Library::text(std::string_view id) const {
  const auto found = entries_.find(id);
  return found == entries_.end() ? std::string_view() : found->second.text;
}

std::vector<const instrument::Instrument*> Library::family(const instrument::Instrument& method) const {
  std::vector<const instrument::Instrument*> members;
  for (const auto& [id, entry] : entries_) {
    if (id.starts_with(method.family + "/") && id.find('/', method.family.size() + 1) == std::string::npos)
      members.push_back(find(id));
  }
  return members;
}

std::optional<std::string> Library::nearest(std::string_view id) const { return closest(id, ids()); }

}  // namespace prima::app
