#pragma once

#include <string>
#include <vector>

#include "identity/form_page_parts.h"

namespace prima::identity {

// Setting up the second factor: a secret for the app, and its first code.
struct EnrolForm {
  std::string csrf = {};
  std::string return_path = {};
  std::string secret = {};      // base32, as it is typed into an app
  std::string address = {};     // otpauth://..., as the QR code and the link say it
  std::string sealed = {};      // the secret as the form carries it, readable only by this program
  bool asks_password = false;   // when the sign-in was not just now
  bool is_required = true;      // by the roles
  FieldProblems problems = {};  // of "kode" and "kata-sandi"
};
std::string enrol_page(Language language, const EnrolForm& form);

// The recovery codes, on the only page that ever shows them; made to be printed.
struct RecoverySheet {
  std::vector<std::string> codes = {};
  std::string account_name = {};
  std::string return_path = {};  // without language; may be empty
};
std::string recovery_codes_page(Language language, const RecoverySheet& sheet);

// "ABCD EFGH ..."
std::string grouped_by_four(std::string_view text);

}  // namespace prima::identity
