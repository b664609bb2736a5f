#include "app/catalogue_access.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "directory/directory_store.h"
#include "directory/unit_store.h"
#include "journal/entry.h"
#include "journal/journal_store.h"

namespace prima::app {

using catalogue::EditionActor;
using identity::Action;
using identity::Grant;
using identity::Role;

bool may_see_standards(const SignedIn& person, InstitutionId institution, UnitId unit) {
  const identity::Place place{institution, unit};
  return person.may(Action::draft_standard, place) || person.may(Action::review_standard, place) ||
         person.may(Action::approve_standard, place);
}

bool may_draft(const SignedIn& person, InstitutionId institution, UnitId unit) {
  return person.may(Action::draft_standard, {institution, unit});
}

std::vector<EditionActor> actors_of(const SignedIn& person, InstitutionId institution, UnitId unit) {
  const identity::Place place{institution, unit};
  const auto holds = [&](Role role, Action action) {
    return std::any_of(person.grants.begin(), person.grants.end(), [&](const Grant& grant) {
      return grant.role == role && identity::allows(std::span(&grant, 1), action, place);
    });
  };
  std::vector<EditionActor> actors;
  if (holds(Role::unit_head, Action::approve_standard)) actors.push_back(EditionActor::head);
  if (holds(Role::organisation_bureau, Action::review_standard)) actors.push_back(EditionActor::publisher);
  if (may_draft(person, institution, unit)) actors.push_back(EditionActor::writer);
  return actors;
}

bool wrote_last(db::Reader reader, const SignedIn& person, const catalogue::Service& service, int number) {
  const journal::JournalFilter saves{.action = "catalogue.edition.save",
                                     .subject_kind = "standard_edition",
                                     .subject_id = fmt::format("{}/{}", to_text(service.id), number)};
  const auto latest = journal::find_entries(reader, service.institution, saves, 1).entries;
  if (latest.empty()) return false;
  const auto entry = journal::parse_entry(latest.front().bytes);
  return !entry || entry->change.actor == person.account.id.uuid();
}

MovesOfPerson moves_of(db::Reader reader, const SignedIn& person, const catalogue::Service& service,
                       const catalogue::Edition& edition) {
  MovesOfPerson found;
  for (const EditionActor actor : actors_of(person, service.institution, service.unit)) {
    for (const catalogue::EditionMove* move : catalogue::moves_from(edition.state, actor)) {
      if (std::find(found.moves.begin(), found.moves.end(), move) == found.moves.end()) found.moves.push_back(move);
    }
  }
  const auto approval = std::find_if(found.moves.begin(), found.moves.end(), [](const catalogue::EditionMove* move) {
    return move->to == catalogue::EditionState::approved;
  });
  if (approval != found.moves.end() &&
      identity::needs_another_person(Action::draft_standard, Action::approve_standard) &&
      wrote_last(reader, person, service, edition.number)) {
    found.moves.erase(approval);
    found.why_not = {"Anda yang terakhir menulis edisi ini, jadi orang lain yang harus menyetujuinya.",
                     "You wrote on this edition last, so somebody else must approve it."};
  }
  return found;
}

std::string DeskInstitution::unit_name(UnitId unit) const {
  const auto found = unit_names.find(unit);
  return found == unit_names.end() ? std::string() : found->second;
}

std::optional<DeskInstitution> desk_institution(db::Reader reader, const SignedIn& person) {
  const auto stored = directory::find_institution(reader, person.account.institution);
  if (!stored) return std::nullopt;
  DeskInstitution found{stored->institution, {}};
  for (const directory::KnownUnit& known : directory::all_units(reader, person.account.institution))
    found.unit_names.emplace(known.unit.id, known.unit.name);
  return found;
}

const catalogue::StoredEdition* OpenedService::find(int number) const {
  const auto found = std::find_if(editions.begin(), editions.end(), [&](const catalogue::StoredEdition& stored) {
    return stored.edition.number == number;
  });
  return found == editions.end() ? nullptr : &*found;
}

std::optional<OpenedService> open_service(db::Reader reader, const SignedIn& person, std::string_view code) {
  auto service = catalogue::find_service(reader, person.account.institution, code);
  if (!service || !may_see_standards(person, service->institution, service->unit)) return std::nullopt;
  auto editions = catalogue::editions_of(reader, service->institution, service->id);
  if (editions.empty()) return std::nullopt;
  return OpenedService{std::move(*service), std::move(editions)};
}

}  // namespace prima::app
