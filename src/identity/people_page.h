#pragma once

#include <optional>
#include <string>
#include <vector>

#include "identity/account_page.h"

namespace prima::identity {

// Something to choose from a list: a unit or an institution.
struct Choice {
  std::string value;
  std::string label;
};

// The fields of a role that is to be given.
struct GrantFields {
  std::vector<Choice> units = {};         // by their id
  std::vector<Choice> institutions = {};  // by number; empty: only the account's own
  std::string role = {};                  // what was typed
  std::string reach = {};
  std::string unit = {};
  std::string institution = {};
};

// What was typed into the form of an invitation.
struct InvitationFields {
  std::string name = {};
  std::string person_name = {};
  std::string mail = {};
  GrantFields grant = {};
};

// The people of one institution, a page of them.
struct PeopleList {
  std::string institution_number = {};
  std::string institution_name = {};
  struct Row {
    Account account;
    std::vector<Role> roles;
  };
  std::vector<Row> rows = {};
  std::string next = {};                  // the name after which the next page begins; empty: this is the last one
  std::vector<Choice> institutions = {};  // others that may be looked at; empty: only this one
  bool may_invite = false;
  bool sends_mail = false;
  InvitationFields invitation = {};
  std::string csrf = {};
  std::string notice = {};
  FieldProblems problems = {};
};
std::string people_page(Language language, const PeopleList& list);

// A link that was made and could not be sent by mail: shown once to whoever asked for it.
struct MadeLink {
  std::string address = {};  // whole, with the origin
  std::string account_name = {};
  std::string back_path = {};  // without language
  Instant expires_at = {};
  TimeZone zone = TimeZone::wib;
};
std::string made_link_page(Language language, const MadeLink& link);

}  // namespace prima::identity
