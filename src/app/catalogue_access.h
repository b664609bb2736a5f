#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/gate.h"
#include "catalogue/edition_rules.h"
#include "catalogue/service_store.h"
#include "directory/institution.h"

namespace prima::app {

// Who may do what with the services of an institution: the table of permissions, read for standards.

// Whether the person may look at unpublished standards of the unit: who drafts, reviews or approves there.
bool may_see_standards(const SignedIn& person, InstitutionId institution, UnitId unit);
bool may_draft(const SignedIn& person, InstitutionId institution, UnitId unit);

// What the person is to the standards of the unit: whoever may draft is a writer; a head of the unit, or of the whole
// institution, is its head; the organisation bureau publishes.
std::vector<catalogue::EditionActor> actors_of(const SignedIn& person, InstitutionId institution, UnitId unit);

// Whether the text of this edition is the person's: they saved it last, by the journal. They may not approve it then;
// an entry that cannot be read counts against everybody. Who only made the service or began the edition has written
// nothing.
bool wrote_last(db::Reader reader, const SignedIn& person, const catalogue::Service& service, int number);

// The moves that the person may make now, each once, and why approving is left to somebody else; empty when it is not.
struct MovesOfPerson {
  std::vector<const catalogue::EditionMove*> moves;
  Words why_not;
};
MovesOfPerson moves_of(db::Reader reader, const SignedIn& person, const catalogue::Service& service,
                       const catalogue::Edition& edition);

// The institution of the person, with the names of its units.
struct DeskInstitution {
  directory::Institution institution;
  std::map<UnitId, std::string> unit_names;

  std::string unit_name(UnitId unit) const;
};
// Nothing when the institution is not in the directory.
std::optional<DeskInstitution> desk_institution(db::Reader reader, const SignedIn& person);

// A service with its editions.
struct OpenedService {
  catalogue::Service service;
  std::vector<catalogue::StoredEdition> editions;  // by number; never empty

  const catalogue::StoredEdition* find(int number) const;
};
// Nothing when the person's institution has no such service, or they may not see it.
std::optional<OpenedService> open_service(db::Reader reader, const SignedIn& person, std::string_view code);

}  // namespace prima::app
