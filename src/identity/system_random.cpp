#include "identity/system_random.h"

#include <sodium.h>

#include "base/assert.h"

namespace prima::identity {

namespace {

// Starts the library at the first use; later calls cost nothing.
void start_sodium() {
  static const int started = sodium_init();
  PRIMA_ASSERT(started >= 0);
}

}  // namespace

std::string random_bytes(std::size_t count) {
  start_sodium();
  std::string bytes(count, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

Uuid random_uuid(Instant now) {
  start_sodium();
  IdRandom random{};
  randombytes_buf(random.data(), random.size());
  return make_uuid(now, random);
}

}  // namespace prima::identity
