#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "instrument/model.h"

namespace prima::app {

// A file of the library: its path below the folder of instruments ("skm/2017/instrument.yaml",
// "skm/2017/cases/bands.yaml") and its bytes.
struct LibraryFile {
  std::string path;
  std::string_view text;  // must outlive the library
};

// All instruments a program knows. Each is read when first asked for and then kept at one address. Safe from any thread
// once filled.
class Library {
 public:
  // Takes the files that are part of the program; one that cannot be read is a bug of ours, found when it is asked for.
  explicit Library(std::vector<LibraryFile> files);

  // Adds an instrument from outside, or replaces the one with its id. Gives what is wrong with it, and then does not
  // take it. Before other threads use this.
  Findings add(std::string text, const std::string& file);

  // The ids in the order of the alphabet; nothing is read for it.
  std::vector<std::string> ids() const;
  // Nothing is there under an unknown id.
  const instrument::Instrument* find(std::string_view id) const;
  // The bytes of the instrument's file; empty when there is none.
  std::string_view text(std::string_view id) const;
  // All versions of the same instrument, this one included.
  std::vector<const instrument::Instrument*> family(const instrument::Instrument& method) const;
  // The known id nearest to a mistyped one.
  std::optional<std::string> nearest(std::string_view id) const;

 private:
  struct Entry {
    std::string path;
    std::string_view text;
    std::unique_ptr<std::string> own_text;                             // of an added file
    mutable std::unique_ptr<const instrument::Instrument> instrument;  // read when first asked for, under the mutex
  };

  std::map<std::string, Entry, std::less<>> entries_;
  std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();
};

}  // namespace prima::app
