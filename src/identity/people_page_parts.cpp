#include "identity/people_page_parts.h"

#include "html/badge.h"
#include "html/text.h"

namespace prima::identity {

using html::Text;
using html::Writer;

namespace {

std::vector<html::Option> options_of(const std::vector<Choice>& choices) {
  std::vector<html::Option> options;
  for (const Choice& choice : choices) options.push_back({choice.value, choice.label});
  return options;
}

}  // namespace

void grant_fields(Writer& w, const GrantFields& fields, const FieldProblems& problems, bool optional) {
  std::vector<Choice> roles;
  if (optional) roles.push_back({"", std::string(w.plain(Text::people_no_role_yet))});
  for (const Role role : all_roles()) roles.push_back({std::string(key(role)), name(role).in(w.language())});
  std::vector<Choice> reaches;
  for (const Scope reach : {Scope::own_unit, Scope::own_institution, Scope::everywhere})
    reaches.push_back({std::string(key(reach)), name(reach).in(w.language())});
  std::vector<html::Option> units{{"", Text::people_no_unit}};
  for (const Choice& unit : fields.units) units.push_back({unit.value, unit.label});
  html::field_row(w, [&] {
    html::select_field(
        w, {.id = "peran", .name = "peran", .label = Text::people_role, .error = problem_of(problems, "peran")},
        options_of(roles), fields.role);
    html::select_field(w, {.id = "jangkauan", .name = "jangkauan", .label = Text::people_reach}, options_of(reaches),
                       fields.reach);
    html::select_field(
        w, {.id = "unit", .name = "unit", .label = Text::people_unit, .error = problem_of(problems, "unit")}, units,
        fields.unit);
    if (fields.institutions.empty()) return;
    html::select_field(w, {.id = "berlaku-di", .name = "berlaku_di", .label = Text::people_holds_in},
                       options_of(fields.institutions), fields.institution);
  });
}

std::string people_path(const std::string& institution_number) {
  return "/kelola/orang?instansi=" + institution_number;
}

void state_tag(Writer& w, AccountState state) {
  const Words words = name(state);
  html::tag(w, state == AccountState::active ? html::Tone::good : html::Tone::neutral, words);
}

}  // namespace prima::identity
