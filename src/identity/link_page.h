#pragma once

#include <string>

#include "identity/form_page_parts.h"

namespace prima::identity {

// Choosing a password by a one-time link.
struct LinkForm {
  std::string link = {};  // "3374.TOKEN", as it stands in the address
  std::string csrf = {};  // of somebody who has signed in already; may be empty
  std::string account_name = {};
  std::string person_name = {};
  std::string mail = {};
  bool is_invitation = false;   // the account has no password yet
  FieldProblems problems = {};  // of "kata-sandi" and "ulang"
};
std::string choose_password_page(Language language, const LinkForm& form);

// The link was used, replaced, is too old, or never was.
std::string dead_link_page(Language language);

// Asking for a link, and the answer, which is the same whether the name exists or not.
struct ForgottenForm {
  std::string csrf = {};
  bool sends_mail = true;  // whether this installation can send mail
  bool was_sent = false;
  FieldProblems problems = {};  // of "nama"
};
std::string forgotten_page(Language language, const ForgottenForm& form);

}  // namespace prima::identity
