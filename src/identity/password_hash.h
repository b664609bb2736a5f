#pragma once

#include <cstdint>
#include <semaphore>
#include <string>
#include <string_view>

namespace prima::identity {

// What one guess costs the one who guesses. The default is what libsodium recommends for people who wait: twice through
// 64 MiB. A stored hash carries its own cost, so raising this later locks nobody out.
struct PasswordCost {
  std::uint32_t passes = 2;
  std::uint32_t memory_kib = 64 * 1024;

  bool operator==(const PasswordCost&) const = default;
};

// Argon2id (RFC 9106) through libsodium. Passwords go in normalised (password_rules.h). Safe from any thread; at most
// `at_once` are computed at a time and others wait, so that many sign-ins cannot take all memory. Takes some hundredths
// of a second each: call it only from a heavy route. Throws std::bad_alloc when the memory cannot be had.
class PasswordHasher {
 public:
  explicit PasswordHasher(PasswordCost cost = {}, std::ptrdiff_t at_once = 2);

  // The text to store, "$argon2id$v=19$m=65536,t=2,p=1$salt$hash": at most 127 characters, with a salt of its own.
  std::string hash(std::string_view password) const;
  // False for another password, and for a text that is not such a hash.
  bool verify(std::string_view stored, std::string_view password) const;
  // Whether the stored hash cost less or more than a new one would; then hash again at the next good sign-in.
  bool needs_rehash(std::string_view stored) const;
  // Works as long as verify() does. Call it when there is no such account, so that the time does not tell.
  void pretend(std::string_view password) const;

 private:
  PasswordCost cost_;
  std::string nobody_;  // the hash of a password that nobody has
  mutable std::counting_semaphore<> places_;
};

}  // namespace prima::identity
