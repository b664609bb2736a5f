#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

#include "base/words.h"

namespace prima::db {

// What kind of trouble a database met. Who asks decides by this; what happened in detail stands in what().
enum class Trouble : std::uint8_t {
  unavailable,   // cannot be reached, or was lost on the way: trying again later may help
  busy,          // somebody else holds what is needed, or two writers met: trying again may help
  full,          // no space left
  read_only,     // the file or the server takes no writes
  damaged,       // the file is no database, or is broken
  conflict,      // a unique key, a foreign key or a check refused the row
  wrong_value,   // a value that not every database can hold, such as a NUL byte in a text
  wrong_schema,  // the tables are older or newer than this program
  failed,        // anything else, most likely a bug of ours
};

// The only exception of this folder: the environment is broken, or a statement cannot be. Nothing of the transaction in
// which it happened is stored, except that after `unavailable` during a commit nobody knows whether it was.
class Error : public std::runtime_error {
 public:
  Error(Trouble trouble, const std::string& what) : std::runtime_error(what), trouble_(trouble) {}

  Trouble trouble() const { return trouble_; }
  // What to tell a person, and what to do; without details of the machine.
  Words words() const;

 private:
  Trouble trouble_;
};

}  // namespace prima::db
