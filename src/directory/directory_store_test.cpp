#include "directory/directory_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "db/db_test_support.h"
#include "directory/unit_store.h"
#include "directory/unit_test_support.h"
#include "journal/journal_store.h"

namespace prima::directory {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr InstitutionId semarang{1};

Date day(unsigned month, unsigned number) {
  return Date(std::chrono::year(2026), std::chrono::month(month), std::chrono::day(number));
}

Author author(Date today = day(11, 24)) { return {Uuid{}, instant_in(TimeZone::wib, today, 600)}; }

UnitId unit_id(std::uint8_t last) {
  Uuid uuid = make_uuid(from_unix_ms(1'790'000'000'000), {});
  uuid.bytes[15] = last;
  return UnitId(uuid);
}

Institution city(InstitutionId id, const std::string& code, const std::string& name) {
  return {.id = id, .code = code, .name = name, .kind = InstitutionKind::city, .region_code = code};
}

Unit registry(std::uint8_t id = 1) {
  Unit unit = test::civil_registry();
  unit.id = unit_id(id);
  return unit;
}

class DirectoryStore : public db::ContractTest {
 protected:
  template <typename Action>
  auto change(Action action) {
    return database().write(action);
  }

  void SetUp() override {
    const auto made = change([&](db::Transaction& t) {
      return create_institution(t, city(semarang, "33.74", "Pemerintah Kota Semarang"), day(1, 1), author());
    });
    ASSERT_TRUE(made);
  }

  StoredUnit must_create(const Unit& unit) {
    auto made = change([&](db::Transaction& t) { return create_unit(t, unit, day(1, 1), author()); });
    EXPECT_TRUE(made) << made.error().findings.front().message.en;
    return *made;
  }

  DirectoryResult<StoredUnit> unit_happens(const StoredUnit& unit, const Happening& happening,
                                           Date today = day(11, 24)) {
    return change([&](db::Transaction& t) {
      return happen(t, UnitPlace{semarang, unit.unit.id, unit.version}, happening, author(today));
    });
  }

  std::vector<std::string> journal_actions() {
    auto snapshot = database().read();
    std::vector<std::string> actions;
    for (const auto& stored : journal::entries_from(snapshot, semarang, 0, 1000))
      actions.push_back(journal::parse_entry(stored.bytes).value().change.action);
    return actions;
  }
};
PRIMA_ON_BOTH_DATABASES(DirectoryStore);

TEST_P(DirectoryStore, KeepsInstitutionsAsTheyWereGiven) {
  auto snapshot = database().read();
  const auto stored = find_institution(snapshot, semarang);
  ASSERT_TRUE(stored);
  Institution expected = city(semarang, "33.74", "Pemerintah Kota Semarang");
  expected.standing.since = day(1, 1);
  EXPECT_EQ(stored->institution, expected);
  EXPECT_EQ(stored->version, 1);
  EXPECT_EQ(find_institution(snapshot, "33.74"), stored);
  EXPECT_EQ(find_institution(snapshot, "33.99"), std::nullopt);
  EXPECT_EQ(find_institution(snapshot, InstitutionId{9}), std::nullopt);
}

TEST_P(DirectoryStore, RefusesInstitutionsThatDoNotFit) {
  const auto code_of = [&](const Institution& one) {
    const auto made = change([&](db::Transaction& t) { return create_institution(t, one, day(1, 1), author()); });
    return made ? "made" : made.error().findings.front().code;
  };
  EXPECT_EQ(code_of(city(InstitutionId{2}, "33.74", "Lain")), "code_is_taken");
  EXPECT_EQ(code_of(city(semarang, "33.71", "Lain")), "code_is_taken");
  EXPECT_EQ(code_of(city(InstitutionId{2}, "33.01", "Lain")), "institution_region_level");
  Institution orphan = city(InstitutionId{2}, "33.71", "Pemerintah Kota Magelang");
  orphan.parent_code = "33";
  EXPECT_EQ(code_of(orphan), "no_such_parent");
  EXPECT_THAT(journal_actions(), ElementsAre("directory.institution.create"));
}

TEST_P(DirectoryStore, ChangesOnlyTheVersionThatWasRead) {
  Institution changed = city(semarang, "33.74", "Kota Semarang");
  const auto first = change([&](db::Transaction& t) { return change_institution(t, changed, 1, author()); });
  ASSERT_TRUE(first);
  EXPECT_EQ(first->version, 2);
  const auto second = change([&](db::Transaction& t) { return change_institution(t, changed, 1, author()); });
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().problem, DirectoryProblem::changed_meanwhile);
  const auto same = change([&](db::Transaction& t) { return change_institution(t, changed, 2, author()); });
  EXPECT_EQ(same->version, 2);
  EXPECT_THAT(journal_actions(), ElementsAre("directory.institution.create", "directory.institution.rename"));
}

TEST_P(DirectoryStore, KnowsWhatAnInstitutionWasCalledOnADay) {
  change([&](db::Transaction& t) {
    return happen(t, semarang, 1, {.event = Event::rename, .from = day(6, 1), .name = "Kota Semarang"}, author());
  });
  change(
      [&](db::Transaction& t) { return happen(t, semarang, 2, {.event = Event::close, .from = day(9, 1)}, author()); });
  auto snapshot = database().read();
  EXPECT_EQ(on_day(snapshot, semarang, {}, Date(std::chrono::year(2025), std::chrono::month(12), std::chrono::day(31))),
            std::nullopt);
  EXPECT_EQ(on_day(snapshot, semarang, {}, day(5, 31))->name, "Pemerintah Kota Semarang");
  EXPECT_EQ(on_day(snapshot, semarang, {}, day(6, 1))->name, "Kota Semarang");
  EXPECT_EQ(on_day(snapshot, semarang, {}, day(11, 1))->event, Event::close);
  EXPECT_EQ(history_of(snapshot, semarang).size(), 3U);
  EXPECT_EQ(find_institution(snapshot, semarang)->institution.standing, (Standing{Status::closed, {}, day(9, 1)}));
}

TEST_P(DirectoryStore, ListsInstitutionsPageByPage) {
  change([&](db::Transaction& t) {
    return create_institution(t, city(InstitutionId{2}, "33.71", "Pemerintah Kota Magelang"), day(1, 1), author());
  });
  auto snapshot = database().read();
  const auto first = list_institutions(snapshot, "", 1);
  ASSERT_EQ(first.size(), 1U);
  EXPECT_EQ(first[0].institution.code, "33.71");
  const auto second = list_institutions(snapshot, "33.71", 5);
  ASSERT_EQ(second.size(), 1U);
  EXPECT_EQ(second[0].institution.code, "33.74");
}

TEST_P(DirectoryStore, KeepsUnitsAsTheyWereGiven) {
  std::mt19937 random(1);
  for (std::uint8_t number = 1; number <= 10; ++number) {
    Unit unit = number == 1 ? registry() : test::random_unit(random, "U" + std::to_string(number));
    unit.id = unit_id(number);
    const StoredUnit made = must_create(unit);
    auto snapshot = database().read();
    EXPECT_EQ(find_unit(snapshot, semarang, unit.id), made);
    EXPECT_EQ(find_unit(snapshot, semarang, unit.code), made);
    EXPECT_EQ(find_unit(snapshot, InstitutionId{2}, unit.id), std::nullopt);
  }
}

TEST_P(DirectoryStore, RefusesUnitsThatDoNotFit) {
  must_create(registry());
  Unit same = registry(2);
  same.code = "disdukcapil";
  const auto taken = change([&](db::Transaction& t) { return create_unit(t, same, day(1, 1), author()); });
  EXPECT_EQ(taken.error().problem, DirectoryProblem::code_is_taken);
  Unit nameless = registry(3);
  nameless.code = "B";
  nameless.name.clear();
  const auto wrong = change([&](db::Transaction& t) { return create_unit(t, nameless, day(1, 1), author()); });
  EXPECT_EQ(wrong.error().findings.front().file, "name");
  Unit elsewhere = registry(4);
  elsewhere.institution = InstitutionId{7};
  const auto orphan = change([&](db::Transaction& t) { return create_unit(t, elsewhere, day(1, 1), author()); });
  EXPECT_EQ(orphan.error().problem, DirectoryProblem::not_active);
}

TEST_P(DirectoryStore, RenamesMergesClosesAndReopensUnits) {
  StoredUnit unit = must_create(registry(1));
  Unit other = registry(2);
  other.code = "BARU";
  const StoredUnit target = must_create(other);
  unit = *unit_happens(unit, {.event = Event::rename, .from = day(3, 1), .name = "Disdukcapil"});
  EXPECT_EQ(unit.unit.name, "Disdukcapil");
  unit = *unit_happens(unit, {.event = Event::merge, .from = day(4, 1), .into = "BARU"});
  EXPECT_EQ(unit.unit.standing, (Standing{Status::merged, "BARU", day(4, 1)}));
  Unit changed = unit.unit;
  changed.name = "X";
  const auto refused = change([&](db::Transaction& t) { return change_unit(t, changed, unit.version, author()); });
  EXPECT_EQ(refused.error().problem, DirectoryProblem::not_active);
  unit = *unit_happens(unit, {.event = Event::reopen, .from = day(5, 1)});
  unit = *unit_happens(unit, {.event = Event::close, .from = day(6, 1)});
  auto snapshot = database().read();
  EXPECT_EQ(find_unit(snapshot, semarang, unit.unit.id), unit);
  const auto history = history_of(snapshot, semarang, unit.unit.id);
  std::vector<Event> events;
  for (const HistoryEntry& entry : history) events.push_back(entry.event);
  EXPECT_THAT(events, ElementsAre(Event::create, Event::rename, Event::merge, Event::reopen, Event::close));
  EXPECT_EQ(on_day(snapshot, semarang, unit.unit.id, day(4, 15))->merged_into, "BARU");
  EXPECT_EQ(journal_actions().back(), "directory.unit.close");
  EXPECT_EQ(target.version, 1);
}

TEST_P(DirectoryStore, RefusesHappeningsThatCannotBe) {
  const StoredUnit unit = must_create(registry());
  const std::vector<std::pair<Happening, std::string>> wrong = {
      {{.event = Event::close, .from = day(11, 25)}, "day_out_of_order"},
      {{.event = Event::close, .from = Date(std::chrono::year(2025), std::chrono::month(1), std::chrono::day(1))},
       "day_out_of_order"},
      {{.event = Event::rename, .from = day(3, 1), .name = unit.unit.name}, "new_name"},
      {{.event = Event::rename, .from = day(3, 1), .name = " "}, "new_name"},
      {{.event = Event::merge, .from = day(3, 1), .into = "DISDUKCAPIL"}, "merged_into"},
      {{.event = Event::merge, .from = day(3, 1), .into = "TIDAK-ADA"}, "merged_into"},
      {{.event = Event::reopen, .from = day(3, 1)}, "already_active"},
  };
  for (const auto& [happening, code] : wrong) {
    const auto refused = unit_happens(unit, happening);
    ASSERT_FALSE(refused) << code;
    EXPECT_EQ(refused.error().findings.front().code, code);
  }
  EXPECT_THAT(journal_actions(), ElementsAre("directory.institution.create", "directory.unit.create"));
}

TEST_P(DirectoryStore, ListsUnitsPageByPage) {
  for (std::uint8_t number = 1; number <= 5; ++number) {
    Unit unit = registry(number);
    unit.code = "U" + std::to_string(number);
    must_create(unit);
  }
  auto snapshot = database().read();
  std::vector<std::string> codes;
  for (std::string after;;) {
    const auto page = list_units(snapshot, semarang, after, 2);
    if (page.empty()) break;
    for (const StoredUnit& stored : page) codes.push_back(stored.unit.code);
    after = codes.back();
  }
  EXPECT_THAT(codes, ElementsAre("U1", "U2", "U3", "U4", "U5"));
  EXPECT_EQ(all_units(snapshot, semarang).size(), 5U);
  EXPECT_THAT(all_units(snapshot, InstitutionId{2}), IsEmpty());
}

TEST_P(DirectoryStore, EntersIntoTheJournalWhatChanged) {
  const StoredUnit unit = must_create(registry());
  Unit changed = unit.unit;
  changed.postcode = "50162";
  changed.contacts.phone.clear();
  ASSERT_TRUE(change([&](db::Transaction& t) { return change_unit(t, changed, unit.version, author()); }));
  auto snapshot = database().read();
  const auto entry = journal::parse_entry(journal::find_entry(snapshot, semarang, 2)->bytes);
  ASSERT_TRUE(entry);
  EXPECT_EQ(journal::to_text(entry->change.before), R"({"phone":"+62 24 5550100","postcode":"50161"})");
  EXPECT_EQ(journal::to_text(entry->change.after), R"({"postcode":"50162","valid_from":"2026-11-24"})");
}

class DirectoryImport : public DirectoryStore {
 protected:
  ImportPlan plan(const std::string& csv) {
    auto snapshot = database().read();
    return plan_import(*files::read_spreadsheet(csv, "unit.csv"), semarang, all_units(snapshot, semarang), regions());
  }

  DirectoryResult<ImportOutcome> apply(const ImportPlan& plan) {
    const std::vector<UnitId> ids = {unit_id(101), unit_id(102), unit_id(103)};
    return change([&](db::Transaction& t) { return apply_import(t, semarang, plan, ids, author()); });
  }
};
PRIMA_ON_BOTH_DATABASES(DirectoryImport);

TEST_P(DirectoryImport, IsAppliedWhollyWithAnEntryForEachUnit) {
  must_create(registry());
  const auto outcome =
      apply(plan("Kode,Nama,Jenis\nA,Kantor A,dinas\nDISDUKCAPIL,Disdukcapil,dinas\nB,Kantor B,badan\n"));
  ASSERT_TRUE(outcome) << outcome.error().findings.front().message.en;
  EXPECT_EQ(outcome->created, 2U);
  EXPECT_EQ(outcome->changed, 1U);
  auto snapshot = database().read();
  EXPECT_EQ(find_unit(snapshot, semarang, "B")->unit.id, unit_id(102));
  EXPECT_EQ(find_unit(snapshot, semarang, "DISDUKCAPIL")->unit.name, "Disdukcapil");
  EXPECT_EQ(find_unit(snapshot, semarang, "DISDUKCAPIL")->unit.postcode, "50161");
  EXPECT_THAT(journal_actions(),
              ElementsAre("directory.institution.create", "directory.unit.create", "directory.unit.create",
                          "directory.unit.rename", "directory.unit.create"));
  EXPECT_EQ(history_of(snapshot, semarang, unit_id(1)).back().event, Event::rename);
}

TEST_P(DirectoryImport, DoesNothingWhenTheTableHasProblems) {
  const auto outcome = apply(plan("Kode,Nama\nA,Kantor A\nB,\n"));
  EXPECT_EQ(outcome.error().findings.front().code, "plan_has_problems");
  auto snapshot = database().read();
  EXPECT_THAT(all_units(snapshot, semarang), IsEmpty());
}

TEST_P(DirectoryImport, DoesNothingWhenSomethingChangedSinceThePlan) {
  const StoredUnit unit = must_create(registry());
  const ImportPlan made = plan("Kode,Nama\nA,Kantor A\nDISDUKCAPIL,Disdukcapil\n");
  ASSERT_TRUE(unit_happens(unit, {.event = Event::rename, .from = day(2, 1), .name = "Lain"}));
  EXPECT_EQ(apply(made).error().problem, DirectoryProblem::changed_meanwhile);
  const ImportPlan second = plan("Kode,Nama\nA,Kantor A\n");
  Unit taken = registry(9);
  taken.code = "a";
  must_create(taken);
  EXPECT_EQ(apply(second).error().problem, DirectoryProblem::changed_meanwhile);
  auto snapshot = database().read();
  EXPECT_EQ(all_units(snapshot, semarang).size(), 2U);
}

TEST_P(DirectoryImport, OfAnExportChangesNothingInTheDatabase) {
  std::mt19937 random(2);
  for (std::uint8_t number = 1; number <= 8; ++number) {
    Unit unit = test::random_unit(random, "U-" + std::to_string(number));
    unit.id = unit_id(number);
    must_create(unit);
  }
  std::vector<KnownUnit> before;
  {
    auto snapshot = database().read();
    before = all_units(snapshot, semarang);
  }
  const auto outcome = apply(plan(files::write_csv(export_units(before, Language::id, "Unit"))));
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->left, 8U);
  EXPECT_EQ(outcome->created + outcome->changed, 0U);
}

}  // namespace
}  // namespace prima::directory
