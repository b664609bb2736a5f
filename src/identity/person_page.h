#pragma once

#include "identity/people_page.h"

namespace prima::identity {

// One person, as administrators see them. What may be done to them is asked by the handlers again.
struct PersonSheet {
  Account account;
  std::string institution_name = {};
  TimeZone zone = TimeZone::wib;
  std::vector<ShownGrant> grants = {};
  bool has_second_factor = false;
  bool sends_mail = false;
  bool may_manage = false;  // change, close, new link
  bool may_grant = false;
  bool may_export_and_erase = false;
  GrantFields grant = {};
  std::string csrf = {};
  std::string notice = {};
  FieldProblems problems = {};
};
std::string person_page(Language language, const PersonSheet& sheet);

// "/kelola/orang/ID/peran?instansi=3374"; `action` may be empty.
std::string person_path(const Account& account, std::string_view action);

}  // namespace prima::identity
