#include "app/instrument_library.h"

#include <gtest/gtest.h>

#include <thread>

#include "instrument/instrument_test_support.h"

namespace prima::app {

using instrument::Instrument;
namespace test = instrument::test;

namespace {

const std::string& text_2024() {
  static const std::string text = test::minimal_text();
  return text;
}

Library small() {
  return Library({{"contoh/loket/2024/instrument.yaml", text_2024()},
                  {"contoh/loket/2024/cases/bands.yaml", "format: prima-cases/1"},
                  {"contoh/rusak/1/instrument.yaml", "not an instrument"}});
}

}  // namespace

TEST(Library, ListsIdsWithoutReadingTheFiles) {
  EXPECT_EQ(small().ids(), (std::vector<std::string>{"contoh/loket/2024", "contoh/rusak/1"}));
}

TEST(Library, KeepsAnInstrumentAtOneAddressForEveryThread) {
  const Library library = small();
  std::vector<const Instrument*> found(8);
  std::vector<std::thread> threads;
  for (auto& place : found) threads.emplace_back([&] { place = library.find("contoh/loket/2024"); });
  for (std::thread& thread : threads) thread.join();
  ASSERT_NE(found[0], nullptr);
  for (const Instrument* one : found) EXPECT_EQ(one, found[0]);
  EXPECT_EQ(library.text("contoh/loket/2024"), text_2024());
}

TEST(Library, KnowsNothingUnderAnUnknownIdButTheNearestOne) {
  const Library library = small();
  EXPECT_EQ(library.find("contoh/loket/2042"), nullptr);
  EXPECT_EQ(library.text("contoh/loket/2042"), "");
  EXPECT_EQ(library.nearest("contoh/loket/2025"), "contoh/loket/2024");
}

TEST(Library, TakesAnInstrumentFromOutsideAndItsFamily) {
  Library library = small();
  std::string later = test::with(test::minimal_text(), "version: \"2024\"", "version: \"2025\"");
  later = test::with(later, "{from: 2024-01-01, to: 2024-12-31}", "{from: 2025-01-01}");
  const Findings reused = library.add(later, "2025.yaml");
  ASSERT_FALSE(reused.empty());
  EXPECT_EQ(reused[0].code, "id_reused");
  EXPECT_EQ(library.find("contoh/loket/2025"), nullptr);
  for (const char* id : {"lo-01", "lo-02", "lo-03", "lo-04"})
    later = test::with(later, std::string("- id: ") + id + "\n",
                       std::string("- id: ") + id + "\n            since: \"2024\"\n");
  EXPECT_TRUE(library.add(later, "2025.yaml").empty());
  ASSERT_NE(library.find("contoh/loket/2025"), nullptr);
  EXPECT_EQ(library.family(*library.find("contoh/loket/2024")).size(), 2U);
}

TEST(Library, ReplacesAnInstrumentByTheOneOfAnAdministrator) {
  Library library = small();
  EXPECT_TRUE(library.add(test::with(test::minimal_text(), "Penilaian loket", "Loket kami"), "ours.yaml").empty());
  EXPECT_EQ(library.find("contoh/loket/2024")->title.id, "Loket kami");
  EXPECT_EQ(library.ids().size(), 2U);
}

TEST(Library, GivesWhatIsWrongWithAFileFromOutsideAndDoesNotTakeIt) {
  Library library = small();
  const Findings findings = library.add("a: [", "broken.yaml");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].file, "broken.yaml");
}

}  // namespace prima::app
