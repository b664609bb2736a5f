#include "app/catalogue_access.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
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

namespace {

// Entries of one kind that are looked through; more saves of one edition by one person change nothing.
constexpr std::int64_t most_entries = 1;

bool did(db::Reader reader, const SignedIn& person, InstitutionId institution, std::string action, std::string kind,
         std::string id) {
  const journal::JournalFilter filter{.actor = person.account.id.uuid(),
                                      .action = std::move(action),
                                      .subject_kind = std::move(kind),
                                      .subject_id = std::move(id)};
  return !journal::find_entries(reader, institution, filter, most_entries).entries.empty();
}

}  // namespace

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

bool wrote(db::Reader reader, const SignedIn& person, const catalogue::Service& service, int number) {
  const std::string edition = fmt::format("{}/{}", to_text(service.id), number);
  return did(reader, person, service.institution, "catalogue.edition.save", "standard_edition", edition) ||
         did(reader, person, service.institution, "catalogue.edition.begin", "standard_edition", edition) ||
         (number == 1 &&
          did(reader, person, service.institution, "catalogue.service.create", "service", to_text(service.id)));
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
      wrote(reader, person, service, edition.number)) {
    found.moves.erase(approval);
    found.why_not = {"Anda ikut menulis edisi ini, jadi orang lain yang harus menyetujuinya.",
                     "You wrote on this edition, so somebody else must approve it."};
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
