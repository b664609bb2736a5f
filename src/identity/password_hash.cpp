#include "identity/password_hash.h"

#include <sodium.h>

#include <array>
#include <new>

#include "base/assert.h"
#include "identity/system_random.h"

namespace prima::identity {

namespace {

constexpr std::size_t kibibyte = 1024;

class Place {
 public:
  explicit Place(std::counting_semaphore<>& places) : places_(places) { places_.acquire(); }
  ~Place() { places_.release(); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

 private:
  std::counting_semaphore<>& places_;
};

bool may_be_hash(std::string_view stored) {
  return stored.size() < crypto_pwhash_STRBYTES && stored.starts_with(crypto_pwhash_argon2id_STRPREFIX) &&
         stored.find('\0') == std::string_view::npos;
}

}  // namespace

PasswordHasher::PasswordHasher(PasswordCost cost, std::ptrdiff_t at_once) : cost_(cost), places_(at_once) {
  nobody_ = hash(random_bytes(32));
}

std::string PasswordHasher::hash(std::string_view password) const {
  const Place place(places_);
  std::array<char, crypto_pwhash_STRBYTES> text{};
  const int done = crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost_.passes,
                                         std::size_t{cost_.memory_kib} * kibibyte, crypto_pwhash_ALG_ARGON2ID13);
  if (done != 0) throw std::bad_alloc();
  return text.data();
}

bool PasswordHasher::verify(std::string_view stored, std::string_view password) const {
  if (!may_be_hash(stored)) return false;
  const Place place(places_);
  return crypto_pwhash_str_verify(std::string(stored).c_str(), password.data(), password.size()) == 0;
}

bool PasswordHasher::needs_rehash(std::string_view stored) const {
  if (!may_be_hash(stored)) return true;
  return crypto_pwhash_str_needs_rehash(std::string(stored).c_str(), cost_.passes,
                                        std::size_t{cost_.memory_kib} * kibibyte) != 0;
}

void PasswordHasher::pretend(std::string_view password) const {
  const bool found = verify(nobody_, password);
  PRIMA_ASSERT(!found);
}

}  // namespace prima::identity
