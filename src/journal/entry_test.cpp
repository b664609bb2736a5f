#include "journal/entry.h"

#include <gtest/gtest.h>

#include "base/assert.h"
#include "journal/commitment.h"

namespace prima::journal {
namespace {

Entry example() {
  return {12,
          InstitutionId(7),
          {*parse_uuid("0197b0c1-2d3e-7abc-8def-0123456789ab"),
           *parse_instant("2026-11-24T04:00:00.123Z"),
           "catalogue.edition.publish",
           {"standard_edition", "0197b0c1-2d3e-7abc-8def-0123456789ac"},
           Json::object({{"status", "approved"}}),
           Json::object({{"status", "published"}, {"fee", "0"}})}};
}

constexpr const char* example_bytes =
    R"({"action":"catalogue.edition.publish","actor":"0197b0c1-2d3e-7abc-8def-0123456789ab",)"
    R"("after":{"fee":"0","status":"published"},"at":"2026-11-24T04:00:00.123Z","before":{"status":"approved"},)"
    R"("format":"prima-journal/1","institution":7,"sequence":12,)"
    R"("subject":{"id":"0197b0c1-2d3e-7abc-8def-0123456789ac","kind":"standard_edition"}})";

TEST(Entry, HasExactlyTheseBytes) { EXPECT_EQ(to_bytes(example()), example_bytes); }

TEST(Entry, IsReadBack) {
  const auto entry = parse_entry(example_bytes);
  ASSERT_TRUE(entry);
  EXPECT_EQ(*entry, example());
}

TEST(Entry, RefusesBytesItWouldNotWrite) {
  const std::string bytes = example_bytes;
  const auto with = [&bytes](std::string_view old, std::string_view put) {
    std::string changed = bytes;
    changed.replace(changed.find(old), old.size(), put);
    return changed;
  };
  const std::string bad[] = {
      "",
      "{}",
      bytes + "\n",
      with("\"action\"", " \"action\""),
      with("\"fee\":\"0\",", "\"fee\":\"0\",\"fee\":\"0\","),
      with("prima-journal/1", "prima-journal/2"),
      with("\"institution\":7", "\"institution\":\"7\""),
      with("\"institution\":7", "\"institution\":2147483648"),
      with("\"sequence\":12", "\"sequence\":-1"),
      with("catalogue.edition.publish", "Catalogue"),
      with(".123Z", ".12Z"),
      with("abc", "ABC"),
      with("\"kind\":\"standard_edition\"", "\"kind\":\"standard_edition\",\"name\":\"x\""),
      with("\"sequence\":12,", ""),
      with("\"sequence\":12,", "\"sequence\":12,\"signature\":\"x\","),
      with("\"before\":{\"status\":\"approved\"},", ""),
  };
  for (const std::string& text : bad) {
    const auto entry = parse_entry(text);
    EXPECT_FALSE(entry) << text;
    if (!entry) {
      EXPECT_FALSE(entry.error().id.empty() || entry.error().en.empty());
    }
  }
}

TEST(Entry, EveryFlippedBitIsRefusedOrReadAsAnotherEntry) {
  const std::string bytes = example_bytes;
  for (std::size_t i = 0; i < bytes.size(); ++i)
    for (int bit = 0; bit < 8; ++bit) {
      std::string changed = bytes;
      changed[i] = static_cast<char>(changed[i] ^ (1 << bit));
      const auto entry = parse_entry(changed);
      if (entry) {
        EXPECT_NE(*entry, example()) << changed;
      }
    }
}

TEST(Entry, AWordThatMayNotStandThereIsABug) {
  for (const char* action : {"", "9a", "A", "a b", "ä"}) {
    Entry entry = example();
    entry.change.action = action;
    EXPECT_THROW(to_bytes(entry), Bug) << action;
  }
  Entry entry = example();
  entry.change.subject.id = "Budi Santoso";
  EXPECT_THROW(to_bytes(entry), Bug);
  EXPECT_FALSE(is_journal_word(std::string(65, 'a')));
  EXPECT_TRUE(is_journal_word(std::string(64, 'a')));
  EXPECT_FALSE(is_subject_id(""));
}

TEST(Commitment, IsTheHmacOfFieldAndValue) {
  CommitmentKey key{};
  for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<std::uint8_t>(i);
  // python3: hmac.new(bytes(range(32)), b'["name","Budi Santoso"]', "sha256").hexdigest()
  EXPECT_EQ(to_text(commitment(key, "name", "Budi Santoso")),
            R"({"commitment":"hmac-sha256:09a5c4bf5f3618227c87d4f8d0dca9072ab3836b16b52fdc5847bc14496612fa"})");
}

TEST(Commitment, HidesTheValueAndBindsIt) {
  const CommitmentKey key = random_commitment_key();
  const CommitmentKey other_key = random_commitment_key();
  EXPECT_NE(key, other_key);
  const Json entered = commitment(key, "nik", "3201");
  EXPECT_TRUE(commits_to(entered, key, "nik", "3201"));
  EXPECT_FALSE(commits_to(entered, key, "nik", "3202"));
  EXPECT_FALSE(commits_to(entered, key, "kk", "3201"));
  EXPECT_FALSE(commits_to(entered, other_key, "nik", "3201"));
  EXPECT_FALSE(commits_to("3201", key, "nik", "3201"));
  EXPECT_EQ(to_text(entered).find("3201"), std::string::npos);
}

}  // namespace
}  // namespace prima::journal
