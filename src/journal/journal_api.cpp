#include "journal/journal_api.h"

#include "journal/canonical_json.h"
#include "journal/journal_filter.h"

namespace prima::journal {

namespace {

constexpr std::size_t most_hashes = 128;

Json number(std::uint64_t value) { return static_cast<std::int64_t>(value); }

Json hash_value(const Hash& hash) { return base64(bytes_of(hash)); }

Json proof_array(const Proof& proof) {
  Json array = Json::array();
  for (const Hash& hash : proof) array.add(hash_value(hash));
  return array;
}

Json entry_value(const StoredEntry& entry) {
  const auto json = parse_entry(entry.bytes) ? parse_json(entry.bytes) : failure(JsonProblem{});
  if (json) return *json;
  return Json::object({{"sequence", number(entry.sequence)}, {"unreadable", base64(entry.bytes)}});
}

std::optional<Hash> hash_of(const Json& json) {
  const std::string* text = json.as_string();
  const auto bytes = text ? parse_base64(*text) : std::nullopt;
  return bytes ? hash_from(*bytes) : std::nullopt;
}

std::optional<Proof> proof_of(const Json& json) {
  const Json* member = json.find("proof");
  const Json::Array* items = member ? member->as_array() : nullptr;
  if (!items || items->size() > most_hashes) return std::nullopt;
  Proof proof;
  for (const Json& item : *items) {
    const auto hash = hash_of(item);
    if (!hash) return std::nullopt;
    proof.push_back(*hash);
  }
  return proof;
}

Json tampering_value(const std::optional<Tampering>& tampering, Language language) {
  if (!tampering) return {};
  return Json::object({{"kind", name(tampering->kind)},
                       {"first", number(tampering->first)},
                       {"last", number(tampering->last)},
                       {"message", tampering->message.in(language)}});
}

}  // namespace

std::string entries_json(const JournalPage& page) {
  Json items = Json::array();
  for (const StoredEntry& entry : page.entries) items.add(entry_value(entry));
  return to_text(Json::object({{"items", items}, {"next", page.next ? Json(to_text(*page.next)) : Json()}}));
}

std::string entries_lines(const std::vector<StoredEntry>& entries) {
  std::string lines;
  for (const StoredEntry& entry : entries) lines += entry.bytes + '\n';
  return lines;
}

std::string inclusion_json(const StoredEntry& entry, std::uint64_t size, const Proof& proof) {
  return to_text(Json::object({{"index", number(entry.sequence)},
                               {"size", number(size)},
                               {"leaf", hash_value(leaf_hash(entry.bytes))},
                               {"proof", proof_array(proof)}}));
}

std::string consistency_json(std::uint64_t from, std::uint64_t to, const Proof& proof) {
  return to_text(Json::object({{"from", number(from)}, {"to", number(to)}, {"proof", proof_array(proof)}}));
}

Result<Proof, Words> read_proof(std::string_view json) {
  const auto value = parse_json(json);
  const auto proof = value ? proof_of(*value) : std::nullopt;
  if (proof) return *proof;
  return failure(Words{"Jawaban ini bukan bukti jurnal: harus ada \"proof\", yaitu daftar hash dalam base64.",
                       "This answer is no proof of a journal: it needs \"proof\", a list of hashes in base64."});
}

std::string audit_json(InstitutionId institution, const AuditReport& report, Language language) {
  return to_text(Json::object({{"institution", static_cast<std::int64_t>(institution)},
                               {"entries", number(report.entries)},
                               {"checkpoints", number(report.checkpoints)},
                               {"covered", number(report.covered)},
                               {"tampering", tampering_value(report.tampering, language)}}));
}

}  // namespace prima::journal
