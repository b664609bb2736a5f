#include "directory/unit_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/assert.h"
#include "base/text.h"
#include "directory/directory_history_store.h"
#include "directory/unit_field_rules.h"
#include "directory/unit_rules.h"
#include "directory/unit_words.h"
#include "journal/journal_store.h"

namespace prima::directory {

namespace {

constexpr std::string_view insert_unit =
    "INSERT INTO unit (institution_id, unit_id, code, name, kind, region_code, status, details, version, changed_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9)";

constexpr std::string_view update_unit =
    "UPDATE unit SET name = $4, kind = $5, region_code = $6, status = $7, details = $8, version = version + 1,"
    " changed_at = $9 WHERE institution_id = $1 AND unit_id = $2 AND version = $3";

#define PRIMA_UNIT_COLUMNS "institution_id, unit_id, status, details, version, changed_at"
constexpr std::string_view select_by_id =
    "SELECT " PRIMA_UNIT_COLUMNS " FROM unit WHERE institution_id = $1 AND unit_id = $2";
constexpr std::string_view select_by_code =
    "SELECT " PRIMA_UNIT_COLUMNS " FROM unit WHERE institution_id = $1 AND code = $2";
constexpr std::string_view select_after =
    "SELECT " PRIMA_UNIT_COLUMNS " FROM unit WHERE institution_id = $1 AND code > $2 ORDER BY code LIMIT $3";
constexpr std::string_view select_all =
    "SELECT " PRIMA_UNIT_COLUMNS " FROM unit WHERE institution_id = $1 ORDER BY code";
#undef PRIMA_UNIT_COLUMNS
constexpr std::string_view select_same_code = "SELECT code FROM unit WHERE institution_id = $1 AND lower(code) = $2";

// Every field that is stated, as text by its key, and the standing.
journal::Json json_of(const Unit& unit) {
  journal::Json json = journal::Json::object();
  for (const UnitColumn& column : unit_columns()) {
    std::string text =
        column.field == UnitField::kind ? std::string(word_of(unit.kind).key) : text_of(unit, column.field);
    if (!text.empty()) json.set(column.key, std::move(text));
  }
  put_standing(json, unit.standing);
  return json;
}

StoredUnit unit_of(const db::Row& row) {
  const journal::Json details = details_in(row.text(3));
  Unit unit;
  unit.institution = row.institution(0);
  unit.id = row.id<UnitTag>(1);
  for (const UnitColumn& column : unit_columns()) {
    if (set_text(unit, column.field, text_in(details, column.key)))
      throw db::Error(db::Trouble::damaged, fmt::format("the field {} of a unit cannot be read", column.key));
  }
  unit.standing = standing_of(row.text(2), details);
  return {std::move(unit), row.integer(4), row.instant(5)};
}

std::optional<StoredUnit> first_of(const db::Rows& rows) {
  return rows.empty() ? std::nullopt : std::optional(unit_of(rows[0]));
}

Failure<DirectoryRefusal> no_such_unit() {
  return refuse(DirectoryProblem::not_found, "no_such_unit",
                {"unit ini tidak ada di instansi Anda; pilih dari daftar unit",
                 "there is no such unit in your institution; choose one from the list"});
}

Findings findings_of(const Unit& unit) {
  Findings findings;
  for (UnitProblem& problem : check(unit, regions()))
    findings.push_back(
        {std::move(problem.code), std::string(column_of(problem.field).key), 0, std::move(problem.message)});
  return findings;
}

// The day on which something is entered, in the institution's time; nothing when the institution does not serve.
std::optional<Date> today_of(db::Reader reader, InstitutionId institution, const Author& author) {
  const auto stored = find_institution(reader, institution);
  if (!stored || stored->institution.standing.status != Status::active) return std::nullopt;
  return day_in(stored->institution.zone, author.at);
}

Failure<DirectoryRefusal> institution_not_active() {
  return refuse(DirectoryProblem::not_active, "institution_not_active",
                {"instansi ini tidak ada, ditutup, atau digabung; unitnya tidak dapat diubah",
                 "this institution does not exist, is closed or merged; its units cannot be changed"});
}

Version insert(db::Transaction& transaction, const Unit& unit, Date since, const Author& author) {
  Version version{unit.institution, unit.id, 1, since, Event::create, unit.name, nullptr, json_of(unit)};
  transaction.queue(insert_unit, unit.institution, unit.id, unit.code, unit.name, word_of(unit.kind).key,
                    unit.region_code, to_text(unit.standing.status), journal::to_text(version.after), author.at);
  return version;
}

// Stores the next version of a unit; nothing when somebody else was faster.
std::optional<Version> update(db::Transaction& transaction, const StoredUnit& before, const Unit& after, Event event,
                              Date from, const Author& author) {
  Version version{after.institution,    after.id,      before.version + 1, from, event, after.name,
                  json_of(before.unit), json_of(after)};
  const auto changed = transaction.execute(update_unit, after.institution, after.id, before.version, after.name,
                                           word_of(after.kind).key, after.region_code, to_text(after.standing.status),
                                           journal::to_text(version.after), author.at);
  return changed == 1 ? std::optional(std::move(version)) : std::nullopt;
}

Event event_of(const Unit& before, const Unit& after) {
  return before.name == after.name ? Event::change : Event::rename;
}

// Applies one plan; lives for one call of apply_import.
class Importer {
 public:
  Importer(db::Transaction& transaction, InstitutionId institution, const Author& author)
      : transaction_(transaction), institution_(institution), author_(author) {
    for (StoredUnit& stored : units()) {
      codes_.insert(lowered(stored.unit.code));
      known_.emplace(stored.unit.id, std::move(stored));
    }
  }

  // Whether nothing has changed since the plan was made.
  bool fits(const PlannedUnit& planned) const {
    if (planned.action == ImportAction::create) return !codes_.contains(lowered(planned.unit.code));
    const auto found = known_.find(planned.unit.id);
    return found != known_.end() && found->second.version == planned.version;
  }

  void create(const Unit& planned, UnitId id, Date today) {
    Unit unit = planned;
    unit.id = id;
    unit.institution = institution_;
    unit.standing = Standing();
    unit.standing.since = today;
    enter(insert(transaction_, unit, today, author_));
  }

  void change(const Unit& after, Date today) {
    const StoredUnit& before = known_.at(after.id);
    const Date from = std::max(today, last_day_of(transaction_, institution_, after.id));
    auto version = update(transaction_, before, after, event_of(before.unit, after), from, author_);
    if (!version) throw db::Error(db::Trouble::busy, "a unit was changed by another writer");
    enter(*std::move(version));
  }

  void finish() {
    if (!entries_.empty()) journal::append(transaction_, institution_, entries_);
  }

 private:
  std::vector<StoredUnit> units() {
    std::vector<StoredUnit> list;
    for (const db::Row row : transaction_.query(select_all, institution_)) list.push_back(unit_of(row));
    return list;
  }

  void enter(const Version& version) {
    record_history(transaction_, version, author_);
    entries_.push_back(journal_entry(version, author_));
  }

  db::Transaction& transaction_;
  InstitutionId institution_;
  const Author& author_;
  std::map<UnitId, StoredUnit> known_;
  std::set<std::string> codes_;  // in lower case
  std::vector<journal::Change> entries_;
};

Failure<DirectoryRefusal> plan_has_problems() {
  return refuse(DirectoryProblem::not_allowed, "plan_has_problems",
                {"tabel ini masih memuat masalah; perbaiki semuanya, lalu unggah lagi",
                 "this table still has problems; mend them all and upload it again"});
}

}  // namespace

DirectoryResult<StoredUnit> create_unit(db::Transaction& transaction, const Unit& made, Date since,
                                        const Author& author) {
  if (!today_of(transaction, made.institution, author)) return institution_not_active();
  if (!transaction.query(select_same_code, made.institution, lowered(made.code)).empty())
    return code_is_taken(made.code);
  Unit unit = made;
  unit.standing = Standing();
  unit.standing.since = since;
  if (Findings findings = findings_of(unit); !findings.empty()) return refuse(std::move(findings));
  record(transaction, insert(transaction, unit, since, author), author);
  return StoredUnit{std::move(unit), 1, author.at};
}

DirectoryResult<StoredUnit> change_unit(db::Transaction& transaction, const Unit& changed, std::int64_t version,
                                        const Author& author) {
  const auto before = find_unit(transaction, changed.institution, changed.id);
  if (!before) return no_such_unit();
  if (before->version != version) return changed_meanwhile();
  const auto today = today_of(transaction, changed.institution, author);
  if (!today) return institution_not_active();
  if (before->unit.standing.status != Status::active) return not_active();
  Unit after = changed;
  after.code = before->unit.code;
  after.standing = before->unit.standing;
  if (after == before->unit) return *before;
  if (Findings findings = findings_of(after); !findings.empty()) return refuse(std::move(findings));
  const Date from = std::max(*today, last_day_of(transaction, after.institution, after.id));
  const auto stored = update(transaction, *before, after, event_of(before->unit, after), from, author);
  if (!stored) return changed_meanwhile();
  record(transaction, *stored, author);
  return StoredUnit{std::move(after), stored->number, author.at};
}

DirectoryResult<StoredUnit> happen(db::Transaction& transaction, const UnitPlace& place, const Happening& happening,
                                   const Author& author) {
  const auto before = find_unit(transaction, place.institution, place.unit);
  if (!before) return no_such_unit();
  if (before->version != place.version) return changed_meanwhile();
  const auto today = today_of(transaction, place.institution, author);
  if (!today) return institution_not_active();
  Unit after = before->unit;
  const auto target = find_unit(transaction, place.institution, happening.into);
  const bool into_is_active = target && target->unit.id != place.unit && target->unit.standing.status == Status::active;
  auto outcome = outcome_of(happening, after.standing, after.name,
                            last_day_of(transaction, place.institution, place.unit), *today, into_is_active);
  if (!outcome) return failure(outcome.error());
  after.standing = std::move(outcome->standing);
  after.name = std::move(outcome->name);
  const auto stored = update(transaction, *before, after, happening.event, happening.from, author);
  if (!stored) return changed_meanwhile();
  record(transaction, *stored, author);
  return StoredUnit{std::move(after), stored->number, author.at};
}

DirectoryResult<ImportOutcome> apply_import(db::Transaction& transaction, InstitutionId institution,
                                            const ImportPlan& plan, std::span<const UnitId> ids, const Author& author) {
  PRIMA_ASSERT(ids.size() >= plan.count(ImportAction::create));
  if (!plan.can_be_applied()) return plan_has_problems();
  const auto today = today_of(transaction, institution, author);
  if (!today) return institution_not_active();
  Importer importer(transaction, institution, author);
  const auto fits = [&](const PlannedUnit& planned) { return importer.fits(planned); };
  if (!std::all_of(plan.units.begin(), plan.units.end(), fits)) return changed_meanwhile();
  ImportOutcome outcome;
  for (const PlannedUnit& planned : plan.units) {
    if (planned.action == ImportAction::create) importer.create(planned.unit, ids[outcome.created++], *today);
    if (planned.action == ImportAction::change) importer.change(planned.unit, *today);
    outcome.changed += planned.action == ImportAction::change ? 1 : 0;
    outcome.left += planned.action == ImportAction::leave ? 1 : 0;
  }
  importer.finish();
  return outcome;
}

std::optional<StoredUnit> find_unit(db::Reader reader, InstitutionId institution, UnitId unit) {
  return first_of(reader.query(select_by_id, institution, unit));
}

std::optional<StoredUnit> find_unit(db::Reader reader, InstitutionId institution, std::string_view code) {
  return first_of(reader.query(select_by_code, institution, code));
}

std::vector<StoredUnit> list_units(db::Reader reader, InstitutionId institution, std::string_view after_code,
                                   std::int64_t limit) {
  std::vector<StoredUnit> list;
  for (const db::Row row : reader.query(select_after, institution, after_code, limit)) list.push_back(unit_of(row));
  return list;
}

std::vector<KnownUnit> all_units(db::Reader reader, InstitutionId institution) {
  std::vector<KnownUnit> list;
  for (const db::Row row : reader.query(select_all, institution)) {
    StoredUnit stored = unit_of(row);
    list.push_back({std::move(stored.unit), stored.version});
  }
  return list;
}

}  // namespace prima::directory
