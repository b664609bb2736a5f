#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/id.h"
#include "base/instant.h"

namespace prima::identity {

// The one place of this folder where chance comes in: the system's source, through libsodium. Safe from any thread.
std::string random_bytes(std::size_t count);
Uuid random_uuid(Instant now);

}  // namespace prima::identity
