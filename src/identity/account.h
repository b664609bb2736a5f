#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/instant.h"
#include "base/words.h"

namespace prima::identity {

using AccountId = Id<struct AccountTag>;

enum class AccountState : std::uint8_t {
  invited,  // has not chosen a password yet
  active,
  closed,  // may not sign in; everything is kept
  erased,  // closed, and nothing personal is left
};

struct Account {
  InstitutionId institution{};
  AccountId id;
  std::string name;         // what is typed to sign in: lower case, unique in the installation
  std::string person_name;  // as people call them
  std::string mail;         // may be empty: then no reset by mail
  Language language = Language::id;
  AccountState state = AccountState::invited;
  std::int64_t version = 1;
  Instant created_at{};
  Instant changed_at{};

  bool operator==(const Account&) const = default;
};

// Who does something, and when; for the journal.
struct Doer {
  Uuid actor;  // the account's id; all zero: the program itself
  Instant at{};
};

std::string_view key(AccountState state);
std::optional<AccountState> account_state_of(std::string_view key);
Words name(AccountState state);

// The name as it is stored and looked up: trimmed, ASCII in lower case. Nothing when it cannot be one: 3 to 254
// characters of letters, digits and ".-_@+".
std::optional<std::string> account_name(std::string_view typed);

}  // namespace prima::identity
