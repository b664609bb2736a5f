#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "identity/account.h"
#include "identity/permission_rules.h"
#include "identity/sessions_store.h"

namespace prima::identity {

// All that is kept about one person, for the person (Law 27/2022, the rights to a copy and to portability).
struct PersonData {
  Account account;
  std::vector<Grant> grants = {};
  std::vector<Session> sessions = {};
  bool has_password = false;
  bool has_second_factor = false;
  std::int64_t recovery_codes_left = 0;
  Instant exported_at{};
};

// As JSON, with the purpose, basis and retention of each activity of the register (personal_data.h) that touches it.
// Secrets and their hashes are left out: that they exist is said. Moments are RFC 3339.
std::string person_data_json(const PersonData& data, Language language);

}  // namespace prima::identity
