#include "identity/personal_data.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "db/migrate.h"

namespace prima::identity {
namespace {

const std::string good = R"(format: prima-personal-data/1
activities:
  - id: visit
    title: {id: Kunjungan, en: Visit}
    purpose: {id: Menghitung, en: To count}
    basis: consent
    basis_note: {id: Pasal 22, en: Article 22}
    retention_days: 30
    retention_from: {id: sejak kunjungan, en: since the visit}
    seen_by: [self, auditor]
    fields:
      - {id: name, name: {id: Nama, en: Name}, column: visit.name}
      - {id: blood, name: {id: Golongan darah, en: Blood group}, column: visit.blood, specific: true}
)";

std::string with(std::string from, std::string to) {
  std::string text = good;
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(PersonalData, IsReadWithAllItsParts) {
  const auto read = read_register(good, "r.yaml");
  ASSERT_TRUE(read);
  const ProcessingActivity* visit = read->find("visit");
  ASSERT_NE(visit, nullptr);
  EXPECT_EQ(visit->basis, LegalBasis::consent);
  EXPECT_EQ(retention_of(*visit).en, "30 days, since the visit");
  EXPECT_EQ(seen_by(*visit), (Words{"orang itu sendiri, Auditor", "the person, Auditor"}));
  ASSERT_EQ(visit->fields.size(), 2U);
  EXPECT_EQ(visit->fields[0].table + "/" + visit->fields[0].column, "visit/name");
  EXPECT_FALSE(visit->fields[0].specific);
  EXPECT_TRUE(visit->fields[1].specific);
}

TEST(PersonalData, SaysWhatIsWrongWithEachMistake) {
  struct Row {
    std::string text;
    const char* code;
    const char* words;
  };
  const Row rows[] = {
      {with("prima-personal-data/1", "prima-personal-data/2"), "unknown_value", "prima-personal-data/1"},
      {with("basis: consent", "basis: because"), "unknown_value", "legal_obligation"},
      {with("retention_days: 30", "retention_days: -1"), "bad_number", "negative"},
      {with("    retention_days: 30\n", ""), "missing_key", "retention_days"},
      {with("[self, auditor]", "[self, nobody]"), "unknown_value", "nobody"},
      {with("[self, auditor]", "[everybody]"), "unknown_value", "everybody"},
      {with("[self, auditor]", "[]"), "missing_key", "nobody"},
      {with("column: visit.name", "column: name"), "bad_column", "table.column"},
      {with("{id: Menghitung, en: To count}", "{id: Menghitung}"), "missing_language", "purpose"},
      {with("    basis: consent", "    reason: x\n    basis: consent"), "unknown_key", "reason"},
      {good + good.substr(good.find("  - id")), "duplicate_id", "visit"},
  };
  for (const Row& row : rows) {
    const auto read = read_register(row.text, "r.yaml");
    ASSERT_FALSE(read) << row.words;
    EXPECT_EQ(read.error().front().code, row.code) << row.words;
    EXPECT_NE(read.error().front().message.en.find(row.words), std::string::npos) << read.error().front().message.en;
    EXPECT_GT(read.error().front().line, 0);
  }
}

TEST(PersonalData, OfTheProgramIsComplete) {
  EXPECT_NE(personal_data_register().find("account"), nullptr);
  EXPECT_EQ(personal_data_register().find("nothing"), nullptr);
  for (const ProcessingActivity& activity : personal_data_register().activities) {
    EXPECT_FALSE(activity.fields.empty()) << activity.id;
    EXPECT_FALSE(name(activity.basis).id.empty());
    EXPECT_FALSE(retention_of(activity).id.empty() || seen_by(activity).en.empty());
  }
}

std::set<std::string> columns_in_the_database() {
  std::set<std::string> columns;
  for (const db::TableShape& table : db::table_shapes()) {
    for (const auto& column : table.columns) columns.insert(table.name + "." + column.name);
  }
  return columns;
}

TEST(PersonalData, NamesColumnsThatExist) {
  const auto columns = columns_in_the_database();
  for (const ProcessingActivity& activity : personal_data_register().activities) {
    for (const PersonalField& field : activity.fields) {
      EXPECT_TRUE(columns.contains(field.table + "." + field.column)) << field.table << "." << field.column;
    }
  }
}

TEST(PersonalData, LeavesOutNoTableOfPeople) {
  std::set<std::string> tables;
  for (const ProcessingActivity& activity : personal_data_register().activities) {
    for (const PersonalField& field : activity.fields) tables.insert(field.table);
  }
  for (const char* table : {"account", "role_grant", "password_credential", "second_factor", "recovery_code", "session",
                            "one_time_link", "outside_identity", "attempt_budget", "journal_entry"}) {
    EXPECT_TRUE(tables.contains(table)) << table;
  }
}

}  // namespace
}  // namespace prima::identity
