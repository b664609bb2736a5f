#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/result.h"
#include "catalogue/edition_rules.h"
#include "catalogue/standard.h"
#include "db/database.h"

// Services and the editions of their standards in the database (migrations/0004_catalogue.sql). Everything that changes
// something enters it into the institution's journal in the same transaction. All functions throw db::Error.
namespace prima::catalogue {

using ServiceId = Id<struct ServiceTag>;

struct Service {
  InstitutionId institution{};
  ServiceId id;
  UnitId unit;
  std::string code;          // its part of an address: "ktp-hilang"; unique in the institution
  LocalText title;           // of the edition that counts: the latest published one, otherwise the latest
  bool offered = true;       // false: the unit no longer gives it
  std::string template_key;  // what it was made from; may be empty
  std::int64_t version = 0;  // grows with each change of the service or of one of its editions
  Instant created_at;
  Instant changed_at;

  bool operator==(const Service&) const = default;
};

struct StoredEdition {
  Edition edition;
  std::int64_t version = 0;  // of this edition
  Uuid changed_by;
  Instant changed_at;

  bool operator==(const StoredEdition&) const = default;
};

// Who changes something, and when.
struct Author {
  Uuid account;  // all zero: the program itself
  Instant at;
};

// Why a change was not made. In order of precedence.
enum class ServiceProblem : std::uint8_t {
  no_such_service,
  no_such_edition,
  code_is_taken,
  no_such_unit,
  changed_meanwhile,  // somebody else saved after the caller had read; nothing was stored
  has_a_draft,        // one edition at a time is being worked on
  not_editable,       // only a draft may be edited
  not_allowed,        // the rules of editions refuse; the findings say why
};
struct ServiceRefusal {
  ServiceProblem problem{};
  Findings findings;  // at least one, for people
};
template <typename T>
using ServiceResult = Result<T, ServiceRefusal>;

struct NewService {
  ServiceId id;  // made by the caller, before the first attempt
  UnitId unit;
  std::string code;
  std::string template_key = {};
  Standard standard = {};  // of the first edition, a draft
};

// Makes a service with edition 1 as a draft.
ServiceResult<Service> create_service(db::Transaction& transaction, InstitutionId institution, const NewService& made,
                                      const Author& author);

// Begins the next edition as a draft, a copy of the latest one without its decree and dates.
ServiceResult<StoredEdition> begin_edition(db::Transaction& transaction, InstitutionId institution, ServiceId service,
                                           const Author& author);

// Which edition, as the caller has read it.
struct EditionPlace {
  ServiceId service;
  int number = 0;
  std::int64_t version = 0;
};

// Replaces what a draft says: everything but its number and state.
ServiceResult<StoredEdition> save_draft(db::Transaction& transaction, InstitutionId institution,
                                        const EditionPlace& place, const Edition& edition, const Author& author);

// Moves an edition to another state (edition_rules.h). A published edition closes the one before it the day before it
// begins; a withdrawn one ends on `today` at the latest.
ServiceResult<StoredEdition> move_stored_edition(db::Transaction& transaction, InstitutionId institution,
                                                 const EditionPlace& place, const MoveRequest& request, Date today,
                                                 const Author& author);

// Says that the unit gives the service no longer, or again.
ServiceResult<Service> offer_service(db::Transaction& transaction, InstitutionId institution, ServiceId service,
                                     bool offered, const Author& author);

std::optional<Service> find_service(db::Reader reader, InstitutionId institution, ServiceId service);
std::optional<Service> find_service(db::Reader reader, InstitutionId institution, std::string_view code);

// In order of their codes, after `after_code` (empty: from the beginning), at most `limit`.
std::vector<Service> list_services(db::Reader reader, InstitutionId institution, std::string_view after_code,
                                   std::int64_t limit);
std::vector<Service> services_of_unit(db::Reader reader, InstitutionId institution, UnitId unit);

// All editions of a service, by number.
std::vector<StoredEdition> editions_of(db::Reader reader, InstitutionId institution, ServiceId service);

// A service that citizens can find, with the edition that holds on a day.
struct PublishedService {
  Service service;
  Edition edition;
};
// Of one service: nothing when it is not offered or has no edition in force on `day`.
std::optional<PublishedService> published_service(db::Reader reader, InstitutionId institution, std::string_view code,
                                                  Date day);
// Of every institution, for the search index and the open data.
std::vector<PublishedService> all_published_services(db::Reader reader, Date day);

// The editions that wait for somebody: in review or approved, the oldest first.
struct WaitingEdition {
  Service service;
  int number = 0;
  EditionState state = EditionState::review;
  Instant since;
};
std::vector<WaitingEdition> waiting_editions(db::Reader reader, InstitutionId institution);
// Those that somebody is writing, the oldest first.
std::vector<WaitingEdition> draft_editions(db::Reader reader, InstitutionId institution);

}  // namespace prima::catalogue
