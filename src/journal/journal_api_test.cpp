#include "journal/journal_api.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "journal/canonical_json.h"
#include "journal/journal_filter.h"
#include "journal/tamper_words.h"

namespace prima::journal {
namespace {

using testing::HasSubstr;

StoredEntry entry(std::uint64_t sequence) {
  return {sequence,
          to_bytes({sequence,
                    InstitutionId(7),
                    {Uuid(), from_unix_ms(1'795'492'800'123), "service.create", {"service", "s1"}, nullptr, "a"}})};
}

TEST(JournalApi, GivesTheEntriesByteForByte) {
  JournalPage page{{entry(12), entry(11)}, JournalCursor{from_unix_ms(1'795'492'800'123), 11}};
  EXPECT_EQ(entries_json(page),
            "{\"items\":[" + entry(12).bytes + "," + entry(11).bytes + "],\"next\":\"1795492800123.11\"}");
  page.next.reset();
  page.entries = {{12, "{\"a\":1}"}};
  EXPECT_EQ(entries_json(page), R"({"items":[{"sequence":12,"unreadable":"eyJhIjoxfQ=="}],"next":null})");
  EXPECT_EQ(entries_lines({entry(0), entry(1)}), entry(0).bytes + "\n" + entry(1).bytes + "\n");
}

TEST(JournalApi, ProofsAreReadBack) {
  const Proof proof{sha256("a"), sha256("b")};
  EXPECT_EQ(consistency_json(6, 8, proof), "{\"from\":6,\"proof\":[\"" + base64(bytes_of(proof[0])) + "\",\"" +
                                               base64(bytes_of(proof[1])) + "\"],\"to\":8}");
  EXPECT_EQ(*read_proof(consistency_json(6, 8, proof)), proof);
  EXPECT_EQ(*read_proof(inclusion_json(entry(5), 8, proof)), proof);
  EXPECT_THAT(inclusion_json(entry(5), 8, proof), HasSubstr(base64(bytes_of(leaf_hash(entry(5).bytes)))));
  EXPECT_EQ(*read_proof(consistency_json(8, 8, {})), Proof());
  for (const char* bad : {"", "[]", "{}", R"({"proof":1})", R"({"proof":[1]})", R"({"proof":["AAAA"]})"})
    EXPECT_FALSE(read_proof(bad)) << bad;
  EXPECT_FALSE(read_proof(consistency_json(6, 8, Proof(129))));
}

TEST(JournalApi, ReportsAnAudit) {
  AuditReport report{.entries = 21, .checkpoints = 2, .tampering = {}, .covered = 16};
  EXPECT_EQ(audit_json(InstitutionId(7), report, Language::id),
            R"({"checkpoints":2,"covered":16,"entries":21,"institution":7,"tampering":null})");
  EXPECT_EQ(summary(report).en,
            "The journal is whole: 21 entries, 16 of them covered by a signed checkpoint (checkpoints: 2).");
  report.tampering = make_tampering(Tamper::removed, 9, 11);
  EXPECT_EQ(summary(report), report.tampering->message);
  EXPECT_THAT(
      audit_json(InstitutionId(7), report, Language::en),
      HasSubstr(R"("tampering":{"first":9,"kind":"removed","last":11,"message":"Entries 9 to 11 were removed.)"));
  EXPECT_THAT(audit_json(InstitutionId(7), report, Language::id), HasSubstr("Catatan 9 sampai 11 dihapus."));
}

Result<JournalFilter, Findings> read(const std::map<std::string, std::string, std::less<>>& address) {
  return read_filter(
      [&address](std::string_view name) -> std::optional<std::string_view> {
        const auto found = address.find(name);
        return found == address.end() ? std::nullopt : std::optional<std::string_view>(found->second);
      },
      TimeZone::wib);
}

TEST(JournalFilter, ReadsAllPartsAndDaysOfTheZone) {
  const auto filter = read({{"actor", "0197b0c1-2d3e-7abc-8def-0123456789ab"},
                            {"action", "service.create"},
                            {"kind", " service "},
                            {"id", "s1"},
                            {"from", "2026-11-24"},
                            {"until", "2026-11-24"},
                            {"after", "1795492800123.11"}});
  ASSERT_TRUE(filter) << filter.error()[0].message.en;
  EXPECT_EQ(filter->actor, parse_uuid("0197b0c1-2d3e-7abc-8def-0123456789ab"));
  EXPECT_EQ(filter->action, "service.create");
  EXPECT_EQ(filter->subject_kind, "service");
  EXPECT_EQ(filter->subject_id, "s1");
  EXPECT_EQ(filter->from, parse_instant("2026-11-23T17:00:00Z"));
  EXPECT_EQ(filter->until, parse_instant("2026-11-24T17:00:00Z"));
  EXPECT_EQ(filter->after, (JournalCursor{from_unix_ms(1'795'492'800'123), 11}));
  std::map<std::string, std::string, std::less<>> again;
  for (const auto& [name, value] : parameters_of(*filter)) again[name] = value;
  EXPECT_EQ(*read(again), *filter);
}

TEST(JournalFilter, TakesNothingForEverything) {
  EXPECT_EQ(*read({}), JournalFilter());
  EXPECT_EQ(*read({{"actor", ""}, {"from", " "}, {"other", "x"}}), JournalFilter());
  EXPECT_EQ(parameters_of({}).size(), 0u);
}

TEST(JournalFilter, SaysWhichPartItCannotRead) {
  const std::pair<const char*, const char*> rows[] = {{"actor", "Budi"},      {"action", "A B"},
                                                      {"kind", "Layanan!"},   {"id", "a b"},
                                                      {"from", "24-11-2026"}, {"until", "2026-02-30"},
                                                      {"after", "12"},        {"after", "x.1"},
                                                      {"after", "1.-1"},      {"after", "1.9999999999999999999"}};
  for (const auto& [name, value] : rows) {
    const auto filter = read({{name, value}});
    ASSERT_FALSE(filter) << name << '=' << value;
    ASSERT_EQ(filter.error().size(), 1u);
    EXPECT_EQ(filter.error()[0].code, std::string("journal_filter_") + name);
    EXPECT_THAT(filter.error()[0].message.id, HasSubstr(value));
    EXPECT_THAT(filter.error()[0].message.en, HasSubstr(value));
  }
  EXPECT_EQ(read({{"actor", "x"}, {"from", "y"}}).error().size(), 2u);
  EXPECT_EQ(read({{"id", "s1"}}).error()[0].code, "journal_filter_id");
}

}  // namespace
}  // namespace prima::journal
