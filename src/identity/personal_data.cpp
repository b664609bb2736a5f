#include "identity/personal_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/assert.h"
#include "embedded/personal_data_files.h"
#include "instrument/yaml.h"

namespace prima::identity {

namespace {

using instrument::YamlNode;
using instrument::YamlProblems;

struct BasisRow {
  LegalBasis basis;
  std::string_view key;
  std::string_view id;
  std::string_view en;
};

constexpr std::array<BasisRow, 6> basis_rows = {{
    {LegalBasis::consent, "consent", "persetujuan", "consent"},
    {LegalBasis::contract, "contract", "perjanjian", "contract"},
    {LegalBasis::legal_obligation, "legal_obligation", "kewajiban hukum", "legal obligation"},
    {LegalBasis::vital_interest, "vital_interest", "kepentingan vital", "vital interest"},
    {LegalBasis::public_task, "public_task", "tugas pelayanan publik", "public task"},
    {LegalBasis::legitimate_interest, "legitimate_interest", "kepentingan yang sah", "legitimate interest"},
}};

void report_choice(const YamlNode& node, const std::string& choices) {
  node.report("unknown_value", {fmt::format("{}: \"{}\" tidak dikenal; pilih {}", node.path(), node.text(), choices),
                                fmt::format("{}: \"{}\" is not known; choose {}", node.path(), node.text(), choices)});
}

LegalBasis read_basis(const YamlNode& node) {
  const std::string text = node.text();
  std::string keys;
  for (const BasisRow& row : basis_rows) {
    if (row.key == text) return row.basis;
    keys += (keys.empty() ? "" : ", ") + std::string(row.key);
  }
  if (node.exists()) report_choice(node, keys);
  return LegalBasis::public_task;
}

std::optional<int> read_retention(const YamlNode& node) {
  if (!node.exists() || node.text() == "forever") return std::nullopt;
  const int days = node.whole();
  if (days < 0) {
    node.report("bad_number", {fmt::format("{} tidak boleh negatif", node.path()),
                               fmt::format("{} must not be negative", node.path())});
  }
  return days;
}

void read_seen_by(const YamlNode& node, ProcessingActivity& activity) {
  const std::vector<YamlNode> items = node.items();
  for (const YamlNode& item : items) {
    const std::string text = item.text();
    const auto role = role_of(text);
    if (text == "self") {
      activity.seen_by_self = true;
    } else if (role) {
      activity.seen_by.push_back(*role);
    } else if (text != "nobody" || items.size() > 1) {
      report_choice(item, "self, nobody (alone), or a role");
    }
  }
  if (node.exists() && items.empty()) {
    node.report("missing_key", {fmt::format("{} kosong; tulis nobody bila tidak ada", node.path()),
                                fmt::format("{} is empty; write nobody when it is nobody", node.path())});
  }
}

PersonalField read_field(const YamlNode& node) {
  node.allow_keys({"id", "name", "column", "specific"});
  PersonalField field;
  field.id = node.required("id").id();
  field.name = node.required("name").words();
  const YamlNode column = node.required("column");
  const std::string text = column.text();
  const std::size_t dot = text.find('.');
  if (column.exists() && (dot == std::string::npos || dot == 0 || dot + 1 == text.size())) {
    column.report("bad_column", {fmt::format("{} ditulis tabel.kolom", column.path()),
                                 fmt::format("{} is written table.column", column.path())});
  } else if (column.exists()) {
    field.table = text.substr(0, dot);
    field.column = text.substr(dot + 1);
  }
  const YamlNode specific = node.optional("specific");
  field.specific = specific.exists() && specific.flag();
  return field;
}

ProcessingActivity read_activity(const YamlNode& node) {
  node.allow_keys(
      {"id", "title", "purpose", "basis", "basis_note", "retention_days", "retention_from", "seen_by", "fields"});
  ProcessingActivity activity;
  activity.id = node.required("id").id();
  activity.title = node.required("title").words();
  activity.purpose = node.required("purpose").words();
  activity.basis = read_basis(node.required("basis"));
  activity.basis_note = node.required("basis_note").words();
  activity.retention_days = read_retention(node.required("retention_days"));
  activity.retention_from = node.required("retention_from").words();
  read_seen_by(node.required("seen_by"), activity);
  for (const YamlNode& item : node.required("fields").items()) activity.fields.push_back(read_field(item));
  return activity;
}

void expect_once(std::set<std::string>& seen, const std::string& id, const YamlNode& node) {
  if (seen.insert(id).second) return;
  node.report("duplicate_id", {fmt::format("id \"{}\" sudah dipakai; pilih yang lain", id),
                               fmt::format("the id \"{}\" is taken; choose another one", id)});
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
  return all;
}

}  // namespace

const ProcessingActivity* PersonalDataRegister::find(std::string_view id) const {
  const auto found = std::find_if(activities.begin(), activities.end(),
                                  [&](const ProcessingActivity& activity) { return activity.id == id; });
  return found == activities.end() ? nullptr : &*found;
}

Result<PersonalDataRegister, Findings> read_register(std::string_view text, std::string file) {
  YamlProblems problems{std::move(file), {}};
  const auto value = instrument::parse_yaml(text, &problems);
  PersonalDataRegister list;
  if (value) {
    const YamlNode root(&*value, "", 1, &problems);
    root.allow_keys({"format", "activities"});
    const YamlNode format = root.required("format");
    if (format.exists() && format.text() != "prima-personal-data/1") report_choice(format, "prima-personal-data/1");
    std::set<std::string> seen;
    for (const YamlNode& item : root.required("activities").items()) {
      list.activities.push_back(read_activity(item));
      expect_once(seen, list.activities.back().id, item);
    }
  }
  if (!problems.findings.empty()) return failure(std::move(problems.findings));
  return list;
}

const PersonalDataRegister& personal_data_register() {
  static const PersonalDataRegister list = [] {
    const EmbeddedFile* file = personal_data_files::find("register.yaml");
    PRIMA_ASSERT(file != nullptr);
    auto read = read_register(file->bytes, "register.yaml");
    PRIMA_ASSERT(read.has_value());
    return std::move(*read);
  }();
  return list;
}

Words name(LegalBasis basis) {
  for (const BasisRow& row : basis_rows) {
    if (row.basis == basis) return {std::string(row.id), std::string(row.en)};
  }
  PRIMA_UNREACHABLE("a legal basis without a row");
}

Words retention_of(const ProcessingActivity& activity) {
  const Words& from = activity.retention_from;
  if (!activity.retention_days) {
    return {"selamanya; " + from.id, "for ever; " + from.en};
  }
  const int days = *activity.retention_days;
  if (days == 0) return from;
  return {fmt::format("{} hari, {}", days, from.id), fmt::format("{} day{}, {}", days, days == 1 ? "" : "s", from.en)};
}

Words seen_by(const ProcessingActivity& activity) {
  std::vector<std::string> id;
  std::vector<std::string> en;
  if (activity.seen_by_self) {
    id.emplace_back("orang itu sendiri");
    en.emplace_back("the person");
  }
  for (const Role role : activity.seen_by) {
    id.push_back(name(role).id);
    en.push_back(name(role).en);
  }
  if (id.empty()) return {"tidak seorang pun", "nobody"};
  return {joined(id), joined(en)};
}

}  // namespace prima::identity
