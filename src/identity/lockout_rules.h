#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/words.h"
#include "identity/digest.h"

namespace prima::identity {

// How many guesses a sign-in takes, and from whom.
//
// Locking an account after some wrong passwords would let anybody lock anybody out. So failures are counted in budgets,
// and a browser from which the account was signed in before (it keeps a device cookie, OWASP "device cookies") has a
// budget of its own, which strangers cannot use up. Strangers share one budget an account, and one a network source
// over all accounts. An empty budget is never a lock: it makes the next attempt wait, longer each time, up to a limit.
// Who stands at a new browser while the account is under attack uses the link of the password reset, which makes that
// browser known.
//
// An account that does not exist has the same budgets under its name, so that waiting does not tell. Pure.

struct BudgetPolicy {
  std::uint32_t free = 5;                      // failures without a wait
  std::chrono::milliseconds first_wait{1000};  // after the next one; doubles with each further one
  std::chrono::milliseconds longest_wait{900'000};
  std::chrono::milliseconds forgotten_after{86'400'000};  // without a failure; then the budget is full again
};

struct LockoutPolicy {
  BudgetPolicy device{.free = 10, .longest_wait = std::chrono::minutes(5)};
  BudgetPolicy source{.free = 20, .longest_wait = std::chrono::minutes(15)};
  // No longer than a link for a forgotten password lives: then whoever asks for links in another person's name cannot
  // keep that person without one.
  BudgetPolicy strangers{
      .free = 10, .longest_wait = std::chrono::minutes(30), .forgotten_after = std::chrono::hours(72)};
};

enum class BudgetKind : std::uint8_t { device, source, strangers };

// What is stored of a budget; nothing stored is a full one.
struct Budget {
  std::uint32_t failures = 0;
  Instant last_failure_at{};

  bool operator==(const Budget&) const = default;
};

// Which budget, by a hash that does not tell the name or the address.
struct BudgetKey {
  BudgetKind kind = BudgetKind::strangers;
  Sha256 key{};

  auto operator<=>(const BudgetKey&) const = default;
};

// A browser that the account was signed in from; the bytes are random.
struct DeviceId {
  std::string bytes;  // 16
  bool operator==(const DeviceId&) const = default;
};

// Who tries: `account` as typed but lower-case, with the institution; `source` the address as the server saw it.
struct Attempt {
  std::string account;
  std::string source;
  std::optional<DeviceId> device = {};
};

// The budgets that one attempt draws on: the device's alone when it is known, else the source's and the strangers'.
std::vector<BudgetKey> budgets_of(const Attempt& attempt);

// The network that an address stands for: an IPv4 address itself, the first 64 bits of an IPv6 one, since one person
// has all of those. Text that is no address stands for itself.
std::string network_of(std::string_view address);

const BudgetPolicy& policy_of(BudgetKind kind, const LockoutPolicy& policy);

// When the next attempt may be made; nothing when at once.
std::optional<Instant> wait_until(const Budget& budget, const BudgetPolicy& policy, Instant now);

// Takes one attempt from the budget. Do this, and store it, before the password is checked, so that many attempts at
// the same time are counted too; give it back when the attempt was good.
Budget charged(const Budget& budget, const BudgetPolicy& policy, Instant now);
// After a good attempt: the device's budget is full again; of the others only what this attempt took is given back, so
// that somebody with an account of their own cannot fill the source's.
Budget refunded(BudgetKind kind, const Budget& budget);

// "Too many attempts. Try again in 4 minutes, or use the link for a forgotten password."
Words describe_wait(Instant until, Instant now);

// The device cookie: the device and the moment, bound to the account's name by HMAC. Given after each good sign-in.
inline constexpr std::chrono::hours device_cookie_lifetime{24 * 180};
std::string make_device_cookie(std::string_view key, std::string_view account, const DeviceId& device, Instant now);
// Nothing for a cookie of another account, one that was made up or altered, and an old one.
std::optional<DeviceId> read_device_cookie(std::string_view key, std::string_view account, std::string_view cookie,
                                           Instant now);

}  // namespace prima::identity
