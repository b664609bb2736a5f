#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/hash.h"

namespace prima::journal {

// Hashes as a column keeps them: 32 bytes each, without anything between.
std::string joined(const std::vector<Hash>& hashes);

// Nothing when the bytes are not a whole number of hashes.
std::optional<std::vector<Hash>> hashes_in(std::string_view bytes);

}  // namespace prima::journal
