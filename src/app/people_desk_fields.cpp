#include "app/people_desk_fields.h"

#include <algorithm>
#include <charconv>

#include "directory/directory_store.h"
#include "directory/unit_store.h"

namespace prima::app {

using identity::Action;
using identity::Choice;
using identity::Grant;
using identity::Place;
using identity::Scope;

namespace {

constexpr std::int64_t most_choices = 2000;

std::string number_of(InstitutionId institution) { return std::to_string(static_cast<std::int32_t>(institution)); }

std::optional<InstitutionId> read_number(std::string_view text) {
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number <= 0) return std::nullopt;
  return static_cast<InstitutionId>(number);
}

Place place_of(const Grant& grant) {
  return grant.reach == Scope::everywhere ? Place{} : Place{grant.institution, grant.unit};
}

}  // namespace

InstitutionId institution_of(const Visit& visit) {
  const auto in_address = visit.request.query("instansi");
  const auto number = read_number(in_address ? *in_address : visit.form.value("instansi").value_or(""));
  return number.value_or(visit.person->account.institution);
}

std::vector<Choice> unit_choices(db::Reader reader, InstitutionId institution) {
  std::vector<Choice> choices;
  for (const directory::StoredUnit& stored : directory::list_units(reader, institution, "", most_choices))
    choices.push_back({to_text(stored.unit.id), stored.unit.name});
  return choices;
}

std::vector<Choice> institution_choices(db::Reader reader) {
  std::vector<Choice> choices;
  for (const directory::StoredInstitution& stored : directory::list_institutions(reader, "", most_choices))
    choices.push_back({number_of(stored.institution.id), stored.institution.name});
  return choices;
}

identity::GrantFields typed_grant(const http::Form& form) {
  identity::GrantFields fields;
  fields.role = field(form, "peran");
  fields.reach = field(form, "jangkauan");
  fields.unit = field(form, "unit");
  fields.institution = field(form, "berlaku_di");
  return fields;
}

std::optional<Grant> read_grant(const http::Form& form, InstitutionId own) {
  const identity::GrantFields typed = typed_grant(form);
  const auto role = identity::role_of(typed.role);
  const auto reach = identity::scope_of(typed.reach);
  if (!role || !reach) return std::nullopt;
  Grant grant{*role, *reach, own, std::nullopt};
  if (!typed.institution.empty()) {
    const auto number = read_number(typed.institution);
    if (!number) return std::nullopt;
    grant.institution = *number;
  }
  if (*reach == Scope::own_unit && !typed.unit.empty()) {
    grant.unit = parse_id<UnitTag>(typed.unit);
    if (!grant.unit) return std::nullopt;
  }
  return grant;
}

bool reaches_all(std::span<const Grant> grants, Action action, std::span<const Grant> held) {
  return std::all_of(held.begin(), held.end(),
                     [&](const Grant& grant) { return identity::allows(grants, action, place_of(grant)); });
}

bool may_see(const SignedIn& person, const identity::Account& account, std::span<const Grant> held) {
  if (person.may(Action::view_people, {account.institution, {}})) return true;
  return std::any_of(held.begin(), held.end(), [&](const Grant& grant) {
    return grant.unit && grant.institution == account.institution &&
           person.may(Action::view_people, {grant.institution, grant.unit});
  });
}

}  // namespace prima::app
