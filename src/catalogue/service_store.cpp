#include "catalogue/service_store.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/assert.h"
#include "catalogue/standard_api.h"
#include "catalogue/standard_words.h"
#include "journal/journal_store.h"

namespace prima::catalogue {

namespace {

constexpr std::string_view insert_service =
    "INSERT INTO service (institution_id, service_id, unit_id, code, title_id, title_en, offered, template_key, "
    "version,"
    " created_at, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $9)";

constexpr std::string_view insert_edition =
    "INSERT INTO standard_edition (institution_id, service_id, number, state, valid_from, valid_until, content, "
    "version,"
    " changed_by, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9)";

constexpr std::string_view update_edition =
    "UPDATE standard_edition SET state = $4, valid_from = $5, valid_until = $6, content = $7, version = version + 1,"
    " changed_by = $8, changed_at = $9 WHERE institution_id = $1 AND service_id = $2 AND number = $3 AND version = $10";

constexpr std::string_view touch_service =
    "UPDATE service SET title_id = $3, title_en = $4, offered = $5, version = version + 1, changed_at = $6"
    " WHERE institution_id = $1 AND service_id = $2";

constexpr std::string_view touch_title =
    "UPDATE service SET title_id = $3, title_en = $4, version = version + 1, changed_at = $5 WHERE institution_id = $1"
    " AND service_id = $2";

constexpr std::string_view touch_version =
    "UPDATE service SET version = version + 1, changed_at = $3 WHERE institution_id = $1 AND service_id = $2";

// The last column: how many editions there are whose title lists show instead of this one's.
constexpr std::string_view select_draft =
    "SELECT e.state, e.version, e.content, (SELECT count(*) FROM standard_edition o WHERE o.institution_id ="
    " e.institution_id AND o.service_id = e.service_id AND (o.state = 'published' OR o.number > e.number))"
    " FROM standard_edition e WHERE e.institution_id = $1 AND e.service_id = $2 AND e.number = $3";

#define PRIMA_SERVICE_COLUMNS                                                                                   \
  "institution_id, service_id, unit_id, code, title_id, title_en, offered, template_key, version, created_at, " \
  "changed_at"
constexpr std::string_view select_by_id =
    "SELECT " PRIMA_SERVICE_COLUMNS " FROM service WHERE institution_id = $1 AND service_id = $2";
constexpr std::string_view select_by_code =
    "SELECT " PRIMA_SERVICE_COLUMNS " FROM service WHERE institution_id = $1 AND code = $2";
constexpr std::string_view select_after =
    "SELECT " PRIMA_SERVICE_COLUMNS
    " FROM service WHERE institution_id = $1 AND code > $2 ORDER BY institution_id, code LIMIT $3";
constexpr std::string_view select_of_unit =
    "SELECT " PRIMA_SERVICE_COLUMNS " FROM service WHERE institution_id = $1 AND unit_id = $2 ORDER BY code";
#undef PRIMA_SERVICE_COLUMNS

constexpr std::string_view select_editions =
    "SELECT content, version, changed_by, changed_at FROM standard_edition WHERE institution_id = $1 AND service_id = "
    "$2"
    " ORDER BY number";

// all institutions: the search index and the open data hold every published service
constexpr std::string_view select_published =
    "SELECT s.institution_id, s.service_id, s.unit_id, s.code, s.title_id, s.title_en, s.offered, s.template_key, "
    "s.version,"
    " s.created_at, s.changed_at, e.content FROM service s JOIN standard_edition e ON e.institution_id = "
    "s.institution_id"
    " AND e.service_id = s.service_id WHERE s.offered = TRUE AND e.state IN ('published', 'withdrawn')"
    " ORDER BY s.institution_id, s.code, e.number";

constexpr std::string_view select_waiting =
    "SELECT s.institution_id, s.service_id, s.unit_id, s.code, s.title_id, s.title_en, s.offered, s.template_key, "
    "s.version,"
    " s.created_at, s.changed_at, e.number, e.state, e.changed_at FROM standard_edition e JOIN service s ON"
    " s.institution_id = e.institution_id AND s.service_id = e.service_id WHERE e.institution_id = $1 AND e.state IN"
    " ('review', 'approved') ORDER BY e.changed_at, s.code";
constexpr std::string_view select_drafts =
    "SELECT s.institution_id, s.service_id, s.unit_id, s.code, s.title_id, s.title_en, s.offered, s.template_key, "
    "s.version,"
    " s.created_at, s.changed_at, e.number, e.state, e.changed_at FROM standard_edition e JOIN service s ON"
    " s.institution_id = e.institution_id AND s.service_id = e.service_id WHERE e.institution_id = $1 AND e.state ="
    " 'draft' ORDER BY e.changed_at, s.code";

Service service_of(const db::Row& row) {
  return {.institution = row.institution(0),
          .id = row.id<ServiceTag>(1),
          .unit = row.id<UnitTag>(2),
          .code = row.text(3),
          .title = {row.text(4), row.text(5)},
          .offered = row.flag(6),
          .template_key = row.text(7),
          .version = row.integer(8),
          .created_at = row.instant(9),
          .changed_at = row.instant(10)};
}

std::vector<Service> services_in(const db::Rows& rows) {
  std::vector<Service> services;
  for (const db::Row row : rows) services.push_back(service_of(row));
  return services;
}

std::vector<WaitingEdition> waiting_in(const db::Rows& rows) {
  std::vector<WaitingEdition> waiting;
  for (const db::Row row : rows) {
    const auto state = value_of<EditionState>(row.text(12));
    PRIMA_ASSERT(state);
    waiting.push_back({service_of(row), static_cast<int>(row.integer(11)), *state, row.instant(13)});
  }
  return waiting;
}

Edition edition_in(const std::string& content) {
  auto edition = read_edition(content);
  if (!edition) throw db::Error(db::Trouble::damaged, "an edition in the database cannot be read");
  return std::move(*edition);
}

Failure<ServiceRefusal> refuse(ServiceProblem problem, std::string code, Words words) {
  return failure(ServiceRefusal{problem, {Finding{std::move(code), {}, 0, std::move(words)}}});
}

Failure<ServiceRefusal> no_such_service() {
  return refuse(
      ServiceProblem::no_such_service, "no_such_service",
      {"Layanan ini tidak ada. Muat ulang daftar layanan.", "There is no such service. Load the list again."});
}

Failure<ServiceRefusal> no_such_edition() {
  return refuse(ServiceProblem::no_such_edition, "no_such_edition",
                {"Edisi ini tidak ada. Muat ulang daftar edisi.", "There is no such edition. Load the list again."});
}

Failure<ServiceRefusal> changed_meanwhile() {
  return refuse(
      ServiceProblem::changed_meanwhile, "changed_meanwhile",
      {"Orang lain menyimpan perubahan setelah Anda membuka halaman ini. Salin tulisan Anda, muat ulang, lalu "
       "gabungkan.",
       "Somebody else saved a change after you had opened this page. Copy what you wrote, load again, and "
       "combine the two."});
}

// The title that lists show: of the latest edition that citizens see, otherwise of the latest one.
LocalText title_of(const std::vector<StoredEdition>& editions) {
  for (auto stored = editions.rbegin(); stored != editions.rend(); ++stored)
    if (stored->edition.state == EditionState::published) return stored->edition.standard.title;
  return editions.empty() ? LocalText{} : editions.back().edition.standard.title;
}

// Canonical JSON as the journal takes it.
journal::Json as_json(std::string_view content) {
  auto json = journal::parse_json(content);
  if (!json) throw db::Error(db::Trouble::damaged, "an edition in the database cannot be read");
  return std::move(*json);
}

// What the journal says about an edition: all that it promises. A standard is no personal data.
journal::Json in_journal(const Edition& edition) { return as_json(edition_json(edition)); }

void enter(db::Transaction& transaction, InstitutionId institution, const Author& author, std::string action,
           journal::Subject subject, journal::Json before, journal::Json after) {
  journal::append(transaction, institution,
                  journal::Change{.actor = author.account,
                                  .at = author.at,
                                  .action = std::move(action),
                                  .subject = std::move(subject),
                                  .before = std::move(before),
                                  .after = std::move(after)});
}

journal::Subject subject_of(ServiceId service) { return {"service", to_text(service)}; }
journal::Subject subject_of(ServiceId service, int number) {
  return {"standard_edition", fmt::format("{}/{}", to_text(service), number)};
}

void insert(db::Transaction& transaction, InstitutionId institution, ServiceId service, const Edition& edition,
            const Author& author) {
  transaction.execute(insert_edition, institution, service, edition.number, key(edition.state), edition.valid_from,
                      edition.valid_until, edition_json(edition), author.account, author.at);
}

// Stores a changed edition; false when somebody else was faster.
bool update(db::Transaction& transaction, InstitutionId institution, ServiceId service, const Edition& edition,
            std::int64_t version, const Author& author) {
  return transaction.execute(update_edition, institution, service, edition.number, key(edition.state),
                             edition.valid_from, edition.valid_until, edition_json(edition), author.account, author.at,
                             version) == 1;
}

void touch(db::Transaction& transaction, const Service& service, const LocalText& title, bool offered, Instant at) {
  transaction.execute(touch_service, service.institution, service.id, title.id, title.en, offered, at);
}

// A service with its editions, read inside the transaction that changes them.
struct Opened {
  Service service;
  std::vector<StoredEdition> editions;

  StoredEdition* find(int number) {
    const auto found = std::find_if(editions.begin(), editions.end(),
                                    [&](const StoredEdition& stored) { return stored.edition.number == number; });
    return found == editions.end() ? nullptr : &*found;
  }
};

std::optional<Opened> open(db::Transaction& transaction, InstitutionId institution, ServiceId service) {
  auto found = find_service(transaction, institution, service);
  if (!found) return std::nullopt;
  return Opened{std::move(*found), editions_of(transaction, institution, service)};
}

ServiceRefusal not_allowed(Findings findings) { return {ServiceProblem::not_allowed, std::move(findings)}; }

// An edition as it will be stored, and what it was.
struct Rewritten {
  const StoredEdition* stored;
  Edition before;
  std::string action;
};

// Lets the published editions before `edition` end the day before it begins.
std::vector<Rewritten> close_earlier(Opened& opened, const Edition& edition) {
  PRIMA_ASSERT(edition.valid_from);
  const Date last_day(std::chrono::sys_days(*edition.valid_from) - std::chrono::days(1));
  std::vector<Rewritten> closed;
  for (StoredEdition& earlier : opened.editions) {
    Edition& other = earlier.edition;
    if (other.number == edition.number || other.state != EditionState::published) continue;
    if (!other.valid_from || *other.valid_from >= *edition.valid_from) continue;
    if (other.valid_until && *other.valid_until <= last_day) continue;
    closed.push_back({&earlier, other, "catalogue.edition.close"});
    other.valid_until = last_day;
  }
  return closed;
}

Findings check_all(const Opened& opened) {
  std::vector<Edition> all;
  for (const StoredEdition& stored : opened.editions) all.push_back(stored.edition);
  return check_editions(all);
}

// Stores what was rewritten; false when somebody else was faster, which only the first can meet.
bool store(db::Transaction& transaction, const Service& service, std::vector<Rewritten> rewritten,
           std::string_view reason, const Author& author) {
  for (const Rewritten& each : rewritten) {
    const Edition& now = each.stored->edition;
    if (!update(transaction, service.institution, service.id, now, each.stored->version, author)) {
      PRIMA_ASSERT(&each == &rewritten.front());
      return false;
    }
    journal::Json after = in_journal(now);
    if (!reason.empty() && &each == &rewritten.front()) after.set("reason", reason);
    enter(transaction, service.institution, author, each.action, subject_of(service.id, now.number),
          in_journal(each.before), std::move(after));
  }
  return true;
}

}  // namespace

ServiceResult<Service> create_service(db::Transaction& transaction, InstitutionId institution, const NewService& made,
                                      const Author& author) {
  if (find_service(transaction, institution, made.code)) {
    return refuse(ServiceProblem::code_is_taken, "code_is_taken",
                  {fmt::format("Kode \"{}\" sudah dipakai layanan lain. Pilih kode lain.", made.code),
                   fmt::format("The code \"{}\" is used by another service. Choose another one.", made.code)});
  }
  if (transaction.query("SELECT code FROM unit WHERE institution_id = $1 AND unit_id = $2", institution, made.unit)
          .empty()) {
    return refuse(ServiceProblem::no_such_unit, "no_such_unit",
                  {"Unit ini tidak ada di instansi Anda. Pilih unit dari daftar.",
                   "There is no such unit in your institution. Choose one from the list."});
  }
  Edition first;
  first.standard = made.standard;
  transaction.execute(insert_service, institution, made.id, made.unit, made.code, made.standard.title.id,
                      made.standard.title.en, true, made.template_key, author.at);
  insert(transaction, institution, made.id, first, author);
  journal::Json after = journal::Json::object();
  after.set("code", made.code).set("unit", to_text(made.unit)).set("edition", in_journal(first));
  enter(transaction, institution, author, "catalogue.service.create", subject_of(made.id), nullptr, std::move(after));
  return *find_service(transaction, institution, made.id);
}

ServiceResult<StoredEdition> begin_edition(db::Transaction& transaction, InstitutionId institution, ServiceId service,
                                           const Author& author) {
  auto opened = open(transaction, institution, service);
  if (!opened) return no_such_service();
  for (const StoredEdition& stored : opened->editions) {
    const EditionState state = stored.edition.state;
    if (state != EditionState::draft && state != EditionState::review && state != EditionState::approved) continue;
    return refuse(ServiceProblem::has_a_draft, "has_a_draft",
                  {fmt::format("Edisi {} masih dikerjakan. Selesaikan edisi itu dahulu.", stored.edition.number),
                   fmt::format("Edition {} is still being worked on. Finish that one first.", stored.edition.number)});
  }
  const Edition& latest = opened->editions.back().edition;
  Edition next;
  next.number = latest.number + 1;
  next.standard = latest.standard;
  insert(transaction, institution, service, next, author);
  touch(transaction, opened->service, title_of(opened->editions), opened->service.offered, author.at);
  enter(transaction, institution, author, "catalogue.edition.begin", subject_of(service, next.number), nullptr,
        in_journal(next));
  return StoredEdition{next, 1, author.account, author.at};
}

ServiceResult<StoredEdition> save_draft(db::Transaction& transaction, InstitutionId institution,
                                        const EditionPlace& place, const Edition& edition, const Author& author) {
  // The most frequent change of all: reads one row, and of that only what it needs.
  const db::Rows rows = transaction.query(select_draft, institution, place.service, place.number);
  if (rows.empty()) {
    if (!find_service(transaction, institution, place.service)) return no_such_service();
    return no_such_edition();
  }
  const db::Row row = rows.only();
  const auto state = value_of<EditionState>(row.text(0));
  PRIMA_ASSERT(state);
  if (row.integer(1) != place.version) return changed_meanwhile();
  if (!may_be_edited(*state)) {
    return refuse(ServiceProblem::not_editable, "not_editable",
                  {"Hanya rancangan yang dapat disunting. Mulai edisi baru untuk mengubah standar ini.",
                   "Only a draft can be edited. Begin a new edition to change this standard."});
  }
  Edition changed = edition;
  changed.number = place.number;
  changed.state = *state;
  const std::string content = edition_json(changed);
  if (transaction.execute(update_edition, institution, place.service, place.number, key(*state), changed.valid_from,
                          changed.valid_until, content, author.account, author.at, place.version) != 1)
    return changed_meanwhile();
  const bool title_counts = row.integer(3) == 0;
  if (title_counts) {
    transaction.queue(touch_title, institution, place.service, changed.standard.title.id, changed.standard.title.en,
                      author.at);
  } else {
    transaction.queue(touch_version, institution, place.service, author.at);
  }
  enter(transaction, institution, author, "catalogue.edition.save", subject_of(place.service, place.number),
        journal::Json::canonical(row.text(2)), journal::Json::canonical(content));
  return StoredEdition{std::move(changed), place.version + 1, author.account, author.at};
}

ServiceResult<StoredEdition> move_stored_edition(db::Transaction& transaction, InstitutionId institution,
                                                 const EditionPlace& place, const MoveRequest& request, Date today,
                                                 const Author& author) {
  auto opened = open(transaction, institution, place.service);
  if (!opened) return no_such_service();
  StoredEdition* stored = opened->find(place.number);
  if (!stored) return no_such_edition();
  if (stored->version != place.version) return changed_meanwhile();
  auto moved = move_edition(stored->edition, request);
  if (!moved) return failure(not_allowed(std::move(moved.error())));
  if (request.to == EditionState::withdrawn && (!moved->valid_until || *moved->valid_until > today))
    moved->valid_until = today;
  std::vector<Rewritten> rewritten{{stored, stored->edition, fmt::format("catalogue.edition.{}", key(request.to))}};
  stored->edition = *moved;
  if (request.to == EditionState::published)
    for (Rewritten& closed : close_earlier(*opened, *moved)) rewritten.push_back(std::move(closed));
  if (Findings findings = check_all(*opened); !findings.empty()) return failure(not_allowed(std::move(findings)));
  if (!store(transaction, opened->service, std::move(rewritten), request.reason, author)) return changed_meanwhile();
  touch(transaction, opened->service, title_of(opened->editions), opened->service.offered, author.at);
  return StoredEdition{std::move(*moved), place.version + 1, author.account, author.at};
}

ServiceResult<Service> offer_service(db::Transaction& transaction, InstitutionId institution, ServiceId service,
                                     bool offered, const Author& author) {
  auto found = find_service(transaction, institution, service);
  if (!found) return no_such_service();
  if (found->offered == offered) return *found;
  touch(transaction, *found, found->title, offered, author.at);
  enter(transaction, institution, author, offered ? "catalogue.service.offer" : "catalogue.service.close",
        subject_of(service), journal::Json::object({{"offered", !offered}}),
        journal::Json::object({{"offered", offered}}));
  return *find_service(transaction, institution, service);
}

std::optional<Service> find_service(db::Reader reader, InstitutionId institution, ServiceId service) {
  const db::Rows rows = reader.query(select_by_id, institution, service);
  return rows.empty() ? std::nullopt : std::optional(service_of(rows[0]));
}

std::optional<Service> find_service(db::Reader reader, InstitutionId institution, std::string_view code) {
  const db::Rows rows = reader.query(select_by_code, institution, code);
  return rows.empty() ? std::nullopt : std::optional(service_of(rows[0]));
}

std::vector<Service> list_services(db::Reader reader, InstitutionId institution, std::string_view after_code,
                                   std::int64_t limit) {
  return services_in(reader.query(select_after, institution, after_code, limit));
}

std::vector<Service> services_of_unit(db::Reader reader, InstitutionId institution, UnitId unit) {
  return services_in(reader.query(select_of_unit, institution, unit));
}

std::vector<StoredEdition> editions_of(db::Reader reader, InstitutionId institution, ServiceId service) {
  std::vector<StoredEdition> editions;
  for (const db::Row row : reader.query(select_editions, institution, service))
    editions.push_back({edition_in(row.text(0)), row.integer(1), row.uuid(2), row.instant(3)});
  return editions;
}

std::optional<PublishedService> published_service(db::Reader reader, InstitutionId institution, std::string_view code,
                                                  Date day) {
  auto service = find_service(reader, institution, code);
  if (!service || !service->offered) return std::nullopt;
  std::vector<Edition> editions;
  for (StoredEdition& stored : editions_of(reader, institution, service->id))
    editions.push_back(std::move(stored.edition));
  const Edition* valid = valid_on(editions, day);
  if (!valid) return std::nullopt;
  return PublishedService{std::move(*service), *valid};
}

std::vector<PublishedService> all_published_services(db::Reader reader, Date day) {
  std::vector<PublishedService> published;
  std::vector<Edition> editions;
  std::optional<Service> service;
  const auto finish = [&] {
    if (!service) return;
    if (const Edition* valid = valid_on(editions, day)) published.push_back({*service, *valid});
    editions.clear();
  };
  for (const db::Row row : reader.query(select_published)) {
    Service next = service_of(row);
    if (!service || next.id != service->id || next.institution != service->institution) finish();
    service = std::move(next);
    editions.push_back(edition_in(row.text(11)));
  }
  finish();
  return published;
}

std::vector<WaitingEdition> waiting_editions(db::Reader reader, InstitutionId institution) {
  return waiting_in(reader.query(select_waiting, institution));
}

std::vector<WaitingEdition> draft_editions(db::Reader reader, InstitutionId institution) {
  return waiting_in(reader.query(select_drafts, institution));
}

}  // namespace prima::catalogue
