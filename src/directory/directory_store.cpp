#include "directory/directory_store.h"

#include <algorithm>
#include <utility>

#include "directory/directory_history_store.h"

namespace prima::directory {

namespace {

constexpr std::string_view insert_institution =
    "INSERT INTO institution (institution_id, code, name, kind, region_code, time_zone, status, details, version,"
    " changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9)";

constexpr std::string_view update_institution =
    "UPDATE institution SET name = $3, kind = $4, region_code = $5, time_zone = $6, status = $7, details = $8,"
    " version = version + 1, changed_at = $9 WHERE institution_id = $1 AND version = $2";

#define PRIMA_INSTITUTION_COLUMNS \
  "institution_id, code, name, kind, region_code, time_zone, status, details, version, changed_at"
constexpr std::string_view select_by_id =
    "SELECT " PRIMA_INSTITUTION_COLUMNS " FROM institution WHERE institution_id = $1";
constexpr std::string_view select_by_code = "SELECT " PRIMA_INSTITUTION_COLUMNS " FROM institution WHERE code = $1";
constexpr std::string_view select_after =
    "SELECT " PRIMA_INSTITUTION_COLUMNS " FROM institution WHERE code > $1 ORDER BY code LIMIT $2";
#undef PRIMA_INSTITUTION_COLUMNS

journal::Json json_of(const Institution& one) {
  journal::Json json = journal::Json::object();
  json.set("code", one.code).set("name", one.name).set("kind", to_text(one.kind));
  json.set("region_code", one.region_code).set("time_zone", to_text(one.zone));
  if (!one.parent_code.empty()) json.set("parent_code", one.parent_code);
  put_standing(json, one.standing);
  return json;
}

StoredInstitution institution_of(const db::Row& row) {
  const auto kind = parse_institution_kind(row.text(3));
  const auto zone = parse_time_zone(row.text(5));
  if (!kind || !zone) throw db::Error(db::Trouble::damaged, "an institution in the database cannot be read");
  const journal::Json details = details_in(row.text(7));
  return {Institution{.id = row.institution(0),
                      .code = row.text(1),
                      .name = row.text(2),
                      .kind = *kind,
                      .region_code = row.text(4),
                      .zone = *zone,
                      .parent_code = text_in(details, "parent_code"),
                      .standing = standing_of(row.text(6), details)},
          row.integer(8), row.instant(9)};
}

std::optional<StoredInstitution> first_of(const db::Rows& rows) {
  return rows.empty() ? std::nullopt : std::optional(institution_of(rows[0]));
}

Failure<DirectoryRefusal> no_such_institution() {
  return refuse(
      DirectoryProblem::not_found, "no_such_institution",
      {"instansi ini tidak ada; pilih dari daftar instansi", "there is no such institution; choose one from the list"});
}

Findings wrong_parent(db::Reader reader, const Institution& one) {
  if (one.parent_code.empty() || find_institution(reader, one.parent_code)) return {};
  return {
      Finding{"no_such_parent",
              "parent_code",
              0,
              {"instansi induk ini tidak ada; periksa kodenya", "there is no such institution above; check its code"}}};
}

Findings all_findings(db::Reader reader, const Institution& one) {
  Findings findings = check(one, regions());
  for (Finding& finding : wrong_parent(reader, one)) findings.push_back(std::move(finding));
  return findings;
}

// Stores the changed institution as its next version; the caller has compared the version in this transaction.
DirectoryResult<StoredInstitution> store(db::Transaction& transaction, const StoredInstitution& before,
                                         const Institution& after, Event event, Date from, const Author& author) {
  const journal::Json json = json_of(after);
  const auto changed = transaction.execute(update_institution, after.id, before.version, after.name,
                                           to_text(after.kind), after.region_code, to_text(after.zone),
                                           to_text(after.standing.status), journal::to_text(json), author.at);
  if (changed != 1) return changed_meanwhile();
  record(transaction, {after.id, {}, before.version + 1, from, event, after.name, json_of(before.institution), json},
         author);
  return StoredInstitution{after, before.version + 1, author.at};
}

}  // namespace

DirectoryResult<StoredInstitution> create_institution(db::Transaction& transaction, const Institution& made, Date since,
                                                      const Author& author) {
  Institution one = made;
  one.standing = Standing();
  one.standing.since = since;
  if (find_institution(transaction, one.id) || find_institution(transaction, one.code)) return code_is_taken(one.code);
  if (Findings findings = all_findings(transaction, one); !findings.empty()) return refuse(std::move(findings));
  const journal::Json json = json_of(one);
  transaction.execute(insert_institution, one.id, one.code, one.name, to_text(one.kind), one.region_code,
                      to_text(one.zone), to_text(one.standing.status), journal::to_text(json), author.at);
  record(transaction, {one.id, {}, 1, since, Event::create, one.name, nullptr, json}, author);
  return StoredInstitution{std::move(one), 1, author.at};
}

DirectoryResult<StoredInstitution> change_institution(db::Transaction& transaction, const Institution& changed,
                                                      std::int64_t version, const Author& author) {
  const auto before = find_institution(transaction, changed.id);
  if (!before) return no_such_institution();
  if (before->version != version) return changed_meanwhile();
  if (before->institution.standing.status != Status::active) return not_active();
  Institution after = changed;
  after.code = before->institution.code;
  after.standing = before->institution.standing;
  if (after == before->institution) return *before;
  if (Findings findings = all_findings(transaction, after); !findings.empty()) return refuse(std::move(findings));
  const Event event = after.name == before->institution.name ? Event::change : Event::rename;
  const Date from = std::max(day_in(after.zone, author.at), last_day_of(transaction, after.id, {}));
  return store(transaction, *before, after, event, from, author);
}

DirectoryResult<StoredInstitution> happen(db::Transaction& transaction, InstitutionId institution, std::int64_t version,
                                          const Happening& happening, const Author& author) {
  const auto before = find_institution(transaction, institution);
  if (!before) return no_such_institution();
  if (before->version != version) return changed_meanwhile();
  Institution after = before->institution;
  const auto target = find_institution(transaction, happening.into);
  const bool into_is_active =
      target && target->institution.id != institution && target->institution.standing.status == Status::active;
  auto outcome = outcome_of(happening, after.standing, after.name, last_day_of(transaction, institution, {}),
                            day_in(after.zone, author.at), into_is_active);
  if (!outcome) return failure(outcome.error());
  after.standing = std::move(outcome->standing);
  after.name = std::move(outcome->name);
  return store(transaction, *before, after, happening.event, happening.from, author);
}

std::optional<StoredInstitution> find_institution(db::Reader reader, InstitutionId institution) {
  return first_of(reader.query(select_by_id, institution));
}

std::optional<StoredInstitution> find_institution(db::Reader reader, std::string_view code) {
  return first_of(reader.query(select_by_code, code));
}

std::vector<StoredInstitution> list_institutions(db::Reader reader, std::string_view after_code, std::int64_t limit) {
  std::vector<StoredInstitution> list;
  for (const db::Row row : reader.query(select_after, after_code, limit)) list.push_back(institution_of(row));
  return list;
}

}  // namespace prima::directory
