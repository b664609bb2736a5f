#include "identity/lockout_rules.h"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/assert.h"
#include "identity/encoding.h"

namespace prima::identity {

namespace {

constexpr std::size_t device_bytes = 16;
constexpr std::size_t moment_bytes = 8;
constexpr std::size_t mac_bytes = 32;

// Parts of a hashed text, each with its length, so that no two lists of parts make the same text.
std::string joined(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) text += fmt::format("{}:", part.size()).append(part);
  return text;
}

BudgetKey key_of(BudgetKind kind, std::initializer_list<std::string_view> parts) {
  return {kind, sha256(joined(parts))};
}

std::string moment_as_bytes(Instant moment) {
  std::string bytes;
  const auto ms = static_cast<std::uint64_t>(unix_ms(moment));
  for (unsigned shift = 64; shift > 0; shift -= 8) bytes += static_cast<char>((ms >> (shift - 8)) & 0xFFU);
  return bytes;
}

Instant moment_from_bytes(std::string_view bytes) {
  std::uint64_t ms = 0;
  for (const char byte : bytes) ms = (ms << 8U) | static_cast<unsigned char>(byte);
  return from_unix_ms(static_cast<std::int64_t>(ms));
}

std::string mac_of(std::string_view key, std::string_view account, std::string_view body) {
  return std::string(bytes_of(hmac_sha256(key, joined({"device cookie", account, body}))));
}

bool is_forgotten(const Budget& budget, const BudgetPolicy& policy, Instant now) {
  return now - budget.last_failure_at >= policy.forgotten_after;
}

std::chrono::milliseconds wait_after(std::uint32_t failures, const BudgetPolicy& policy) {
  constexpr std::uint32_t most_doublings = 30;
  if (failures <= policy.free) return std::chrono::milliseconds(0);
  const std::uint32_t doublings = std::min(failures - policy.free - 1, most_doublings);
  return std::min(policy.first_wait * (std::int64_t{1} << doublings), policy.longest_wait);
}

}  // namespace

std::vector<BudgetKey> budgets_of(const Attempt& attempt) {
  if (attempt.device) return {key_of(BudgetKind::device, {"device", attempt.account, attempt.device->bytes})};
  return {key_of(BudgetKind::source, {"source", network_of(attempt.source)}),
          key_of(BudgetKind::strangers, {"strangers", attempt.account})};
}

std::string network_of(std::string_view address) {
  const std::string text(address);
  std::array<unsigned char, 16> bytes{};
  if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return text;
  std::array<char, INET6_ADDRSTRLEN> shown{};
  const bool is_mapped = std::all_of(bytes.begin(), bytes.begin() + 10, [](unsigned char byte) { return byte == 0; }) &&
                         bytes[10] == 0xFF && bytes[11] == 0xFF;
  if (is_mapped) {
    inet_ntop(AF_INET, bytes.data() + 12, shown.data(), shown.size());
    return shown.data();
  }
  std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
  inet_ntop(AF_INET6, bytes.data(), shown.data(), shown.size());
  return std::string(shown.data()) + "/64";
}

const BudgetPolicy& policy_of(BudgetKind kind, const LockoutPolicy& policy) {
  switch (kind) {
    case BudgetKind::device:
      return policy.device;
    case BudgetKind::source:
      return policy.source;
    case BudgetKind::strangers:
      return policy.strangers;
  }
  PRIMA_UNREACHABLE("a kind of budget without a policy");
}

std::optional<Instant> wait_until(const Budget& budget, const BudgetPolicy& policy, Instant now) {
  if (is_forgotten(budget, policy, now)) return std::nullopt;
  const Instant until = budget.last_failure_at + wait_after(budget.failures, policy);
  return until > now ? std::optional(until) : std::nullopt;
}

Budget charged(const Budget& budget, const BudgetPolicy& policy, Instant now) {
  const std::uint32_t before = is_forgotten(budget, policy, now) ? 0 : budget.failures;
  return {before == UINT32_MAX ? before : before + 1, now};
}

Budget refunded(BudgetKind kind, const Budget& budget) {
  if (kind == BudgetKind::device || budget.failures == 0) return {};
  return {budget.failures - 1, budget.last_failure_at};
}

Words describe_wait(Instant until, Instant now) {
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(until - now).count();
  const auto minutes = (seconds + 59) / 60;
  const std::string in_id = seconds < 60 ? fmt::format("{} detik", seconds) : fmt::format("{} menit", minutes);
  const std::string in_en = seconds < 60 ? fmt::format("{} second{}", seconds, seconds == 1 ? "" : "s")
                                         : fmt::format("{} minute{}", minutes, minutes == 1 ? "" : "s");
  return {fmt::format("Terlalu banyak percobaan. Coba lagi dalam {}, atau pakai tautan lupa kata sandi.", in_id),
          fmt::format("Too many attempts. Try again in {}, or use the link for a forgotten password.", in_en)};
}

std::string make_device_cookie(std::string_view key, std::string_view account, const DeviceId& device, Instant now) {
  PRIMA_ASSERT(device.bytes.size() == device_bytes);
  const std::string body = device.bytes + moment_as_bytes(now);
  return base64url(body + mac_of(key, account, body));
}

std::optional<DeviceId> read_device_cookie(std::string_view key, std::string_view account, std::string_view cookie,
                                           Instant now) {
  const auto bytes = read_base64url(cookie);
  if (!bytes || bytes->size() != device_bytes + moment_bytes + mac_bytes) return std::nullopt;
  const std::string_view body = std::string_view(*bytes).substr(0, device_bytes + moment_bytes);
  if (!same_secret(mac_of(key, account, body), std::string_view(*bytes).substr(body.size()))) return std::nullopt;
  const Instant made = moment_from_bytes(body.substr(device_bytes));
  if (made > now || now - made > device_cookie_lifetime) return std::nullopt;
  return DeviceId{std::string(body.substr(0, device_bytes))};
}

}  // namespace prima::identity
