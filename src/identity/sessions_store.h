#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/database.h"
#include "identity/account.h"
#include "identity/digest.h"
#include "identity/session_rules.h"

// The sessions of people who are signed in. Beginnings and ends enter the journal; that somebody was seen does not.
// Everything throws db::Error.
namespace prima::identity {

struct Session {
  Sha256 token_hash{};
  AccountId account;
  bool second_factor = false;  // was passed in this session
  std::string device;          // what the browser calls itself, shortened; for the person's own list
  SessionTimes times;

  bool operator==(const Session&) const = default;
};

void begin_session(db::Transaction& transaction, InstitutionId institution, const Session& session, const Doer& doer);

// As it is stored; whether it is still alive says session_state().
std::optional<Session> find_session(db::Reader reader, InstitutionId institution, const Sha256& token_hash);

// The session goes on under another token, and with the second factor from now on when `second_factor` says so. False
// when there is no session of the old one any more.
bool rotate_session(db::Transaction& transaction, InstitutionId institution, const Sha256& old_hash,
                    const Sha256& new_hash, bool second_factor);

void note_seen(db::Transaction& transaction, InstitutionId institution, const Sha256& token_hash, Instant now);

// False when there was none.
bool end_session(db::Transaction& transaction, InstitutionId institution, const Sha256& token_hash, const Doer& doer);

// Ends the account's sessions, but for `except`; gives how many.
std::int64_t end_sessions_of(db::Transaction& transaction, InstitutionId institution, AccountId account,
                             const std::optional<Sha256>& except, const Doer& doer);

// The latest seen first.
std::vector<Session> sessions_of(db::Reader reader, InstitutionId institution, AccountId account);

// Removes sessions that nobody can use any more; gives how many. For housekeeping.
std::int64_t remove_old_sessions(db::Transaction& transaction, InstitutionId institution, Instant now,
                                 const SessionLimits& limits);

}  // namespace prima::identity
