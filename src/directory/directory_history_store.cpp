#include "directory/directory_history_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/assert.h"
#include "base/text.h"
#include "directory/directory_text_rules.h"
#include "journal/journal_store.h"

namespace prima::directory {

namespace {

constexpr std::array<std::pair<Event, std::string_view>, 6> events = {{{Event::create, "create"},
                                                                       {Event::change, "change"},
                                                                       {Event::rename, "rename"},
                                                                       {Event::merge, "merge"},
                                                                       {Event::close, "close"},
                                                                       {Event::reopen, "reopen"}}};

constexpr std::string_view insert_version =
    "INSERT INTO directory_history (institution_id, unit_id, version, valid_from, event, name, details, changed_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

constexpr std::string_view select_last_day =
    "SELECT valid_from FROM directory_history WHERE institution_id = $1 AND unit_id = $2 ORDER BY version DESC LIMIT 1";

constexpr std::string_view select_history =
    "SELECT version, valid_from, event, name, details, changed_at FROM directory_history WHERE institution_id = $1"
    " AND unit_id = $2 ORDER BY version";

constexpr std::string_view select_on_day =
    "SELECT version, valid_from, event, name, details, changed_at FROM directory_history WHERE institution_id = $1"
    " AND unit_id = $2 AND valid_from <= $3 ORDER BY version DESC LIMIT 1";

HistoryEntry entry_of(const db::Row& row) {
  const auto event = parse_event(row.text(2));
  if (!event) throw db::Error(db::Trouble::damaged, "an event in the directory cannot be read");
  HistoryEntry entry{row.integer(0), row.day(1), *event, row.text(3), {}, row.instant(5)};
  if (entry.event == Event::merge) entry.merged_into = text_in(details_in(row.text(4)), "merged_into");
  return entry;
}

// The members of `object` that `other` does not have, or has otherwise.
journal::Json without_equal(const journal::Json& object, const journal::Json& other) {
  journal::Json rest = journal::Json::object();
  for (const journal::Json::Member& member : *object.as_object()) {
    const journal::Json* same = other.find(member.name);
    if (same == nullptr || !(*same == member.value)) rest.set(member.name, member.value);
  }
  return rest;
}

}  // namespace

std::string_view to_text(Event event) {
  return std::find_if(events.begin(), events.end(), [&](const auto& one) { return one.first == event; })->second;
}

std::optional<Event> parse_event(std::string_view text) {
  const auto* const found =
      std::find_if(events.begin(), events.end(), [&](const auto& one) { return one.second == text; });
  return found == events.end() ? std::nullopt : std::optional(found->first);
}

Failure<DirectoryRefusal> refuse(DirectoryProblem problem, std::string code, Words words, std::string field) {
  return failure(DirectoryRefusal{problem, {Finding{std::move(code), std::move(field), 0, std::move(words)}}});
}

Failure<DirectoryRefusal> refuse(Findings findings) {
  return failure(DirectoryRefusal{DirectoryProblem::not_allowed, std::move(findings)});
}

Failure<DirectoryRefusal> changed_meanwhile() {
  return refuse(
      DirectoryProblem::changed_meanwhile, "changed_meanwhile",
      {"orang lain menyimpan perubahan setelah Anda membuka halaman ini; muat ulang, lalu ulangi perubahan Anda",
       "somebody else saved a change after you had opened this page; load it again and repeat your change"});
}

Failure<DirectoryRefusal> not_active() {
  return refuse(DirectoryProblem::not_active, "not_active",
                {"yang sudah ditutup atau digabung tidak dapat diubah; buka kembali lebih dahulu",
                 "what is closed or merged cannot be changed; reopen it first"});
}

Failure<DirectoryRefusal> code_is_taken(std::string_view code) {
  const std::string shown = shown_to_people(code);
  return refuse(DirectoryProblem::code_is_taken, "code_is_taken",
                {fmt::format("kode \"{}\" sudah dipakai; pilih kode lain", shown),
                 fmt::format("the code \"{}\" is already used; choose another one", shown)},
                "code");
}

void record_history(db::Transaction& transaction, const Version& version, const Author& author) {
  transaction.queue(insert_version, version.institution, version.unit, version.number, version.from,
                    to_text(version.event), version.name, journal::to_text(version.after), author.at);
}

journal::Change journal_entry(const Version& version, const Author& author) {
  const bool is_unit = version.unit != UnitId{};
  const std::string_view kind = is_unit ? "unit" : "institution";
  journal::Json before = version.before;
  journal::Json after = version.after;
  if (!before.is_null()) {
    before = without_equal(version.before, version.after);
    after = without_equal(version.after, version.before);
  }
  after.set("valid_from", iso(version.from));
  return {author.account,
          author.at,
          fmt::format("directory.{}.{}", kind, to_text(version.event)),
          {std::string(kind),
           is_unit ? to_text(version.unit) : std::to_string(static_cast<std::int32_t>(version.institution))},
          std::move(before),
          std::move(after)};
}

void record(db::Transaction& transaction, const Version& version, const Author& author) {
  record_history(transaction, version, author);
  journal::append(transaction, version.institution, journal_entry(version, author));
}

Date last_day_of(db::Reader reader, InstitutionId institution, UnitId unit) {
  return reader.query(select_last_day, institution, unit).only().day(0);
}

DirectoryResult<Outcome> outcome_of(const Happening& happening, const Standing& before, const std::string& name,
                                    Date last_day, Date today, bool into_is_active) {
  if ((happening.event == Event::reopen) == (before.status == Status::active)) {
    if (before.status != Status::active) return not_active();
    return refuse(DirectoryProblem::not_allowed, "already_active",
                  {"ini masih melayani; tidak perlu dibuka kembali", "this one still serves; it need not be reopened"});
  }
  if (happening.from > today || happening.from < last_day) {
    return refuse(
        DirectoryProblem::not_allowed, "day_out_of_order",
        {fmt::format("tanggal berlaku harus dari {} sampai {}; untuk tanggal nanti, catat pada harinya", iso(last_day),
                     iso(today)),
         fmt::format("the day must lie from {} to {}; enter a later one when it has come", iso(last_day), iso(today))},
        "from");
  }
  Outcome outcome;
  outcome.standing = before;
  outcome.name = name;
  const auto move_to = [&](Status status) {
    outcome.standing.status = status;
    outcome.standing.merged_into.clear();
    outcome.standing.since = happening.from;
    return outcome;
  };
  switch (happening.event) {
    case Event::rename:
      if (trimmed(happening.name).empty() || has_hidden_characters(happening.name) ||
          characters_of(happening.name) > 200 || happening.name == name) {
        return refuse(DirectoryProblem::not_allowed, "new_name",
                      {"nama baru harus berbeda, satu baris, paling panjang 200 karakter",
                       "the new name must be another one, on one line, of at most 200 characters"},
                      "name");
      }
      outcome.name = trimmed(happening.name);
      return outcome;
    case Event::merge:
      if (!into_is_active) {
        return refuse(DirectoryProblem::not_allowed, "merged_into",
                      {"penerima gabungan harus kode lain yang masih melayani; periksa kodenya",
                       "what it is merged into must be another one that still serves; check the code"},
                      "into");
      }
      move_to(Status::merged);
      outcome.standing.merged_into = happening.into;
      return outcome;
    case Event::close:
      return move_to(Status::closed);
    case Event::reopen:
      return move_to(Status::active);
    case Event::create:
    case Event::change:
      break;
  }
  PRIMA_UNREACHABLE("creation and change are no happenings");
}

void put_standing(journal::Json& details, const Standing& standing) {
  details.set("status", to_text(standing.status));
  if (!standing.merged_into.empty()) details.set("merged_into", standing.merged_into);
  if (standing.since) details.set("since", iso(*standing.since));
}

Standing standing_of(std::string_view status, const journal::Json& details) {
  const auto read = parse_status(status);
  if (!read) throw db::Error(db::Trouble::damaged, "a status in the directory cannot be read");
  return {*read, text_in(details, "merged_into"), parse_date(text_in(details, "since"))};
}

journal::Json details_in(const std::string& text) {
  auto json = journal::parse_json(text);
  if (!json || json->as_object() == nullptr)
    throw db::Error(db::Trouble::damaged, "details in the directory cannot be read");
  return *std::move(json);
}

std::string text_in(const journal::Json& details, std::string_view name) {
  const journal::Json* member = details.find(name);
  return member == nullptr || member->as_string() == nullptr ? std::string() : *member->as_string();
}

std::vector<HistoryEntry> history_of(db::Reader reader, InstitutionId institution, UnitId unit) {
  std::vector<HistoryEntry> entries;
  for (const db::Row row : reader.query(select_history, institution, unit)) entries.push_back(entry_of(row));
  return entries;
}

std::optional<HistoryEntry> on_day(db::Reader reader, InstitutionId institution, UnitId unit, Date day) {
  const db::Rows rows = reader.query(select_on_day, institution, unit, day);
  return rows.empty() ? std::nullopt : std::optional(entry_of(rows[0]));
}

}  // namespace prima::directory
