#include "identity/account.h"

#include "base/assert.h"
#include "base/text.h"

namespace prima::identity {

namespace {

struct StateRow {
  AccountState state;
  std::string_view key;
  std::string_view id;
  std::string_view en;
};

constexpr std::array<StateRow, 4> state_rows = {{
    {AccountState::invited, "invited", "diundang", "invited"},
    {AccountState::active, "active", "aktif", "active"},
    {AccountState::closed, "closed", "ditutup", "closed"},
    {AccountState::erased, "erased", "dihapus", "erased"},
}};

const StateRow& row_of(AccountState state) {
  for (const StateRow& row : state_rows) {
    if (row.state == state) return row;
  }
  PRIMA_UNREACHABLE("a state without a row");
}

}  // namespace

std::string_view key(AccountState state) { return row_of(state).key; }

std::optional<AccountState> account_state_of(std::string_view key) {
  for (const StateRow& row : state_rows) {
    if (row.key == key) return row.state;
  }
  return std::nullopt;
}

Words name(AccountState state) { return {std::string(row_of(state).id), std::string(row_of(state).en)}; }

std::optional<std::string> account_name(std::string_view typed) {
  constexpr std::size_t shortest = 3;
  constexpr std::size_t longest = 254;
  const std::string name = lowered(trimmed(typed));
  const bool well_formed = name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-_@+") == std::string::npos;
  if (name.size() < shortest || name.size() > longest || !well_formed) return std::nullopt;
  return name;
}

}  // namespace prima::identity
