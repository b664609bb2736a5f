#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "identity/account.h"
#include "identity/form_page_parts.h"
#include "identity/permission_rules.h"
#include "identity/sessions_store.h"

namespace prima::identity {

// A role as pages show it: where it holds, by name.
struct ShownGrant {
  Grant grant;
  std::string institution_name = {};
  std::string unit_name = {};  // of a grant that reaches one unit
};
// "Kepala unit, Dinas Kependudukan (Pemerintah Kota Contoh)"
std::string to_text(const ShownGrant& shown, Language language);

// My account.
struct AccountSheet {
  Account account;
  std::string institution_name = {};
  TimeZone zone = TimeZone::wib;
  std::vector<ShownGrant> grants = {};
  std::vector<Session> sessions = {};
  Sha256 this_session = {};
  bool has_second_factor = false;
  bool needs_second_factor = false;  // by the roles
  std::int64_t recovery_codes_left = 0;
  std::string csrf = {};
  std::string notice = {};
  FieldProblems problems = {};
};
std::string account_page(Language language, const AccountSheet& sheet);

// How a form names a session: the base64url text of its stored hash, which opens nothing.
std::string session_key(const Session& session);

}  // namespace prima::identity
