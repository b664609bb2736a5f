#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "base/words.h"
#include "journal/signing_key.h"

namespace prima::journal {

// Writes the key into a new file that only its owner may read (mode 0600), durably. An existing file is never replaced:
// a lost key means that nobody can continue the signed journal.
Result<void, Words> write_key_file(const std::filesystem::path& path, const SigningKey& key);

// Reads the key. Refused when the file can be read or written by anybody but its owner, as ssh does.
Result<SigningKey, Words> read_key_file(const std::filesystem::path& path);

// Reads the key, or makes a new one under this name when there is no file yet: for the first start of a server. Of two
// that start at the same moment, one makes it and both use it.
Result<SigningKey, Words> open_key_file(const std::filesystem::path& path, const std::string& name, KeyUse use);

}  // namespace prima::journal
