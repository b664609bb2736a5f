#pragma once

#include "identity/people_page.h"

// Parts that the pages of administrators share.
namespace prima::identity {

// Role, reach, unit and institution of a role that is given. `optional`: a first choice gives none.
void grant_fields(html::Writer& w, const GrantFields& fields, const FieldProblems& problems, bool optional);

// "/kelola/orang?instansi=3374"
std::string people_path(const std::string& institution_number);

void state_tag(html::Writer& w, AccountState state);

}  // namespace prima::identity
