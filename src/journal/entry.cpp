#include "journal/entry.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "base/assert.h"

namespace prima::journal {

namespace {

constexpr std::string_view format = "prima-journal/1";

bool is_lower(char c) { return 'a' <= c && c <= 'z'; }

bool is_word_character(char c) { return is_lower(c) || ('0' <= c && c <= '9') || c == '_' || c == '-' || c == '.'; }

const std::string* text_of(const Json& json, std::string_view name) {
  const Json* member = json.find(name);
  return member ? member->as_string() : nullptr;
}

std::optional<std::int64_t> integer_of(const Json& json, std::string_view name, std::int64_t greatest) {
  const Json* member = json.find(name);
  const std::int64_t* value = member ? member->as_integer() : nullptr;
  return value && 0 <= *value && *value <= greatest ? std::optional(*value) : std::nullopt;
}

std::optional<Subject> subject_of(const Json& json) {
  const Json* subject = json.find("subject");
  if (!subject) return std::nullopt;
  const std::string* kind = text_of(*subject, "kind");
  const std::string* id = text_of(*subject, "id");
  if (!kind || !id || !is_journal_word(*kind) || !is_subject_id(*id)) return std::nullopt;
  return Subject{*kind, *id};
}

std::optional<Change> change_of(const Json& json) {
  const std::string* actor_text = text_of(json, "actor");
  const std::string* at_text = text_of(json, "at");
  const std::string* action = text_of(json, "action");
  const Json* before = json.find("before");
  const Json* after = json.find("after");
  const auto subject = subject_of(json);
  if (!actor_text || !at_text || !action || !is_journal_word(*action) || !before || !after || !subject)
    return std::nullopt;
  const auto actor = parse_uuid(*actor_text);
  const auto at = parse_instant(*at_text);
  if (!actor || !at) return std::nullopt;
  return Change{*actor, *at, *action, *subject, *before, *after};
}

std::optional<Entry> entry_of(const Json& json) {
  const auto sequence = integer_of(json, "sequence", greatest_json_integer);
  const auto institution = integer_of(json, "institution", std::numeric_limits<std::int32_t>::max());
  const auto change = change_of(json);
  if (!sequence || !institution || !change) return std::nullopt;
  return Entry{static_cast<std::uint64_t>(*sequence), InstitutionId(static_cast<std::int32_t>(*institution)), *change};
}

}  // namespace

bool is_journal_word(std::string_view word) {
  return !word.empty() && word.size() <= 64 && is_lower(word.front()) &&
         std::all_of(word.begin(), word.end(), is_word_character);
}

bool is_subject_id(std::string_view id) {
  return !id.empty() && id.size() <= 200 &&
         std::all_of(id.begin(), id.end(), [](char c) { return '!' <= c && c <= '~'; });
}

std::string to_bytes(const Entry& entry) {
  const Change& change = entry.change;
  PRIMA_ASSERT(is_journal_word(change.action) && is_journal_word(change.subject.kind) &&
               is_subject_id(change.subject.id));
  return to_text(Json::object({{"format", format},
                               {"institution", static_cast<std::int64_t>(entry.institution)},
                               {"sequence", static_cast<std::int64_t>(entry.sequence)},
                               {"actor", to_text(change.actor)},
                               {"at", iso(change.at)},
                               {"action", change.action},
                               {"subject", Json::object({{"kind", change.subject.kind}, {"id", change.subject.id}})},
                               {"before", change.before},
                               {"after", change.after}}));
}

Result<Entry, Words> parse_entry(std::string_view bytes) {
  const auto json = parse_json(bytes);
  if (!json) return failure(json.error().message);
  const auto entry = entry_of(*json);
  if (!entry)
    return failure(
        Words{"isi catatan tidak sesuai format prima-journal/1", "the entry does not have the format prima-journal/1"});
  // Writing it again finds unknown members, another format and any text that is not canonical.
  if (to_bytes(*entry) != bytes)
    return failure(Words{"catatan tidak ditulis dalam bentuk baku", "the entry is not written in its canonical form"});
  return *entry;
}

}  // namespace prima::journal
