#pragma once

#include "app/people_access.h"
#include "identity/people_page.h"

namespace prima::app {

// What administrators' forms say, and the lists they choose from.

// The institution that the address or the form names ("instansi"); otherwise the visitor's own.
InstitutionId institution_of(const Visit& visit);

// Units that a role may hold for, and, for those whose rights reach everywhere, the institutions.
std::vector<identity::Choice> unit_choices(db::Reader reader, InstitutionId institution);
std::vector<identity::Choice> institution_choices(db::Reader reader);

// What was typed, for showing the form again.
identity::GrantFields typed_grant(const http::Form& form);

// The role that a form asks for; `own` is the institution when the form names none. Nothing for words that no form of
// ours sends.
std::optional<identity::Grant> read_grant(const http::Form& form, InstitutionId own);

// Whether somebody with `grants` may do `action` to each thing that `held` reaches, so that nobody takes over an
// account whose rights go further than their own.
bool reaches_all(std::span<const identity::Grant> grants, identity::Action action,
                 std::span<const identity::Grant> held);

// Whether the visitor may see an account with these roles.
bool may_see(const SignedIn& person, const identity::Account& account, std::span<const identity::Grant> held);

}  // namespace prima::app
