#pragma once

#include "identity/password_rules.h"

namespace prima::identity {

// The list that is part of the program: reference/passwords/common.txt. Safe from any thread.
const CommonPasswords& common_passwords();

}  // namespace prima::identity
