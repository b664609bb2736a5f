#include "catalogue/service_store.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "catalogue/standard_api.h"
#include "catalogue/standard_test_support.h"
#include "db/db_test_support.h"
#include "journal/journal_store.h"

namespace prima::catalogue {
namespace {

constexpr InstitutionId city{1};
constexpr InstitutionId other_city{2};

Uuid uuid(std::uint8_t last) {
  Uuid made = make_uuid(from_unix_ms(1), {});
  made.bytes[15] = last;
  return made;
}

const UnitId unit(uuid(1));
const ServiceId card(uuid(10));
const Date today = parse_date("2026-11-24").value();

Author author(std::int64_t ms = 5) { return {uuid(99), from_unix_ms(ms)}; }

class ServiceStore : public db::ContractTest {
 protected:
  void SetUp() override {
    database().write([](db::Transaction& transaction) {
      for (const InstitutionId institution : {city, other_city}) {
        transaction.execute(
            "INSERT INTO institution (institution_id, code, name, kind, region_code, time_zone, status, details, "
            "version,"
            " changed_at) VALUES ($1, $2, 'Kota', 'city', '19.71', 'WIB', 'open', '{}', 1, 0)",
            institution, std::to_string(static_cast<int>(institution)));
        transaction.execute(
            "INSERT INTO unit (institution_id, unit_id, code, name, kind, region_code, status, details, version, "
            "changed_at)"
            " VALUES ($1, $2, 'dukcapil', 'Dinas', 'office', '19.71', 'open', '{}', 1, 0)",
            institution, unit);
      }
    });
  }

  template <typename Change>
  auto write(Change change) {
    return database().write(change);
  }

  Service create(ServiceId id = card, const std::string& code = "ktp", InstitutionId institution = city) {
    const auto made = write([&](db::Transaction& transaction) {
      return create_service(transaction, institution,
                            {.id = id, .unit = unit, .code = code, .standard = test::whole_standard()}, author());
    });
    EXPECT_TRUE(made) << made.error().findings.front().message.en;
    return *made;
  }

  std::vector<StoredEdition> editions(ServiceId service = card) {
    auto snapshot = database().read();
    return editions_of(snapshot, city, service);
  }

  StoredEdition edition(int number = 1) {
    const auto all = editions();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.edition.number == number; });
    return found == all.end() ? StoredEdition{} : *found;
  }

  auto move(int number, EditionState to, EditionActor actor, std::string_view reason = {}) {
    const std::int64_t version = edition(number).version;
    return write([&](db::Transaction& transaction) {
      return move_stored_edition(transaction, city, {card, number, version}, {to, actor, reason}, today, author());
    });
  }

  auto save(int number, Edition changed, std::int64_t version) {
    return write([&](db::Transaction& transaction) {
      return save_draft(transaction, city, {card, number, version}, changed, author());
    });
  }

  // Publishes the draft with this number from that day on.
  void publish(int number, const char* from) {
    Edition ready = test::published_edition();
    ready.standard.title = {"KTP edisi " + std::to_string(number), {}};
    ready.valid_from = parse_date(from);
    ASSERT_TRUE(save(number, ready, edition(number).version));
    ASSERT_TRUE(move(number, EditionState::review, EditionActor::writer));
    ASSERT_TRUE(move(number, EditionState::approved, EditionActor::head));
    const auto published = move(number, EditionState::published, EditionActor::publisher);
    ASSERT_TRUE(published) << published.error().findings.front().message.en;
  }

  std::uint64_t journal_size(InstitutionId institution = city) {
    auto snapshot = database().read();
    return journal::head(snapshot, institution).size;
  }
};
PRIMA_ON_BOTH_DATABASES(ServiceStore);

TEST_P(ServiceStore, FindsWhatWasCreatedByIdAndByCode) {
  const Service made = create();
  EXPECT_EQ(made.code, "ktp");
  EXPECT_EQ(made.title, test::whole_standard().title);
  EXPECT_EQ(made.version, 1);
  auto snapshot = database().read();
  EXPECT_EQ(find_service(snapshot, city, card), made);
  EXPECT_EQ(find_service(snapshot, city, "ktp"), made);
  EXPECT_EQ(find_service(snapshot, city, "kk"), std::nullopt);
  EXPECT_EQ(edition().edition.standard, test::whole_standard());
  EXPECT_EQ(edition().edition.state, EditionState::draft);
}

TEST_P(ServiceStore, ShowsNothingOfAnotherInstitution) {
  create();
  auto snapshot = database().read();
  EXPECT_EQ(find_service(snapshot, other_city, card), std::nullopt);
  EXPECT_EQ(find_service(snapshot, other_city, "ktp"), std::nullopt);
  EXPECT_TRUE(editions_of(snapshot, other_city, card).empty());
  EXPECT_TRUE(list_services(snapshot, other_city, "", 10).empty());
}

TEST_P(ServiceStore, RefusesACodeThatIsTakenOnlyInTheSameInstitution) {
  create();
  create(ServiceId(uuid(11)), "ktp", other_city);
  const auto refused = write([&](db::Transaction& transaction) {
    return create_service(transaction, city, {.id = ServiceId(uuid(12)), .unit = unit, .code = "ktp"}, author());
  });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().problem, ServiceProblem::code_is_taken);
  EXPECT_EQ(journal_size(), 1U) << "a refusal enters nothing";
}

TEST_P(ServiceStore, RefusesAUnitThatIsNotThere) {
  const auto refused = write([&](db::Transaction& transaction) {
    return create_service(transaction, city, {.id = card, .unit = UnitId(uuid(77)), .code = "ktp"}, author());
  });
  EXPECT_EQ(refused.error().problem, ServiceProblem::no_such_unit);
}

TEST_P(ServiceStore, SavesADraftAndRefusesWhoeverReadAnOlderOne) {
  create();
  Edition changed = edition().edition;
  changed.standard.title = {"KTP baru", "New card"};
  const auto saved = save(1, changed, 1);
  ASSERT_TRUE(saved);
  EXPECT_EQ(saved->version, 2);
  EXPECT_EQ(edition(), *saved);
  EXPECT_EQ(save(1, changed, 1).error().problem, ServiceProblem::changed_meanwhile);
  EXPECT_EQ(save(2, changed, 1).error().problem, ServiceProblem::no_such_edition);
  auto snapshot = database().read();
  EXPECT_EQ(find_service(snapshot, city, card)->title, changed.standard.title);
}

TEST_P(ServiceStore, WalksADraftToPublicationAndAnswersForEachDay) {
  create();
  publish(1, "2026-01-01");
  EXPECT_EQ(edition().edition.state, EditionState::published);
  EXPECT_EQ(save(1, edition().edition, edition().version).error().problem, ServiceProblem::not_editable);

  const auto second =
      write([&](db::Transaction& transaction) { return begin_edition(transaction, city, card, author()); });
  ASSERT_TRUE(second);
  EXPECT_EQ(second->edition.number, 2);
  EXPECT_FALSE(second->edition.valid_from);
  EXPECT_EQ(write([&](db::Transaction& transaction) { return begin_edition(transaction, city, card, author()); })
                .error()
                .problem,
            ServiceProblem::has_a_draft);
  publish(2, "2026-07-01");

  auto snapshot = database().read();
  const auto title_on = [&](const char* day) {
    const auto found = published_service(snapshot, city, "ktp", parse_date(day).value());
    return found ? found->edition.standard.title.id : "";
  };
  EXPECT_EQ(title_on("2025-12-31"), "");
  EXPECT_EQ(title_on("2026-01-01"), "KTP edisi 1");
  EXPECT_EQ(title_on("2026-06-30"), "KTP edisi 1");
  EXPECT_EQ(title_on("2026-07-01"), "KTP edisi 2");
  EXPECT_EQ(iso(edition(1).edition.valid_until.value()), "2026-06-30");
  EXPECT_EQ(find_service(snapshot, city, card)->title.id, "KTP edisi 2");
  ASSERT_EQ(all_published_services(snapshot, today).size(), 1U);
  EXPECT_EQ(all_published_services(snapshot, today)[0].edition.number, 2);
}

TEST_P(ServiceStore, RefusesAMoveThatTheRulesDoNotKnowAndStoresNothing) {
  create();
  const std::uint64_t size = journal_size();
  const auto refused = move(1, EditionState::published, EditionActor::writer);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().problem, ServiceProblem::not_allowed);
  EXPECT_FALSE(refused.error().findings.empty());
  EXPECT_EQ(journal_size(), size);
  EXPECT_EQ(edition().version, 1);
}

TEST_P(ServiceStore, AWithdrawnEditionIsNotShownAnyMoreButStaysInTheJournal) {
  create();
  publish(1, "2026-01-01");
  ASSERT_TRUE(move(1, EditionState::withdrawn, EditionActor::head, "keliru"));
  auto snapshot = database().read();
  EXPECT_FALSE(published_service(snapshot, city, "ktp", Date(std::chrono::sys_days(today) + std::chrono::days(1))));
  const auto page = journal::find_entries(snapshot, city, {.action = "catalogue.edition.withdrawn"}, 10);
  ASSERT_EQ(page.entries.size(), 1U);
  EXPECT_NE(page.entries[0].bytes.find("keliru"), std::string::npos);
}

TEST_P(ServiceStore, AServiceNoLongerOfferedIsNotShown) {
  create();
  publish(1, "2026-01-01");
  ASSERT_TRUE(
      write([&](db::Transaction& transaction) { return offer_service(transaction, city, card, false, author()); }));
  auto snapshot = database().read();
  EXPECT_FALSE(published_service(snapshot, city, "ktp", today));
  EXPECT_TRUE(all_published_services(snapshot, today).empty());
}

TEST_P(ServiceStore, ListsInOrderOfCodePageByPage) {
  create(ServiceId(uuid(11)), "b");
  create(ServiceId(uuid(12)), "a");
  create(ServiceId(uuid(13)), "c");
  auto snapshot = database().read();
  const auto first = list_services(snapshot, city, "", 2);
  ASSERT_EQ(first.size(), 2U);
  EXPECT_EQ(first[0].code + first[1].code, "ab");
  const auto second = list_services(snapshot, city, "b", 2);
  ASSERT_EQ(second.size(), 1U);
  EXPECT_EQ(second[0].code, "c");
  EXPECT_EQ(services_of_unit(snapshot, city, unit).size(), 3U);
}

TEST_P(ServiceStore, SaysWhatWaitsForSomebody) {
  create();
  {
    auto snapshot = database().read();
    EXPECT_TRUE(waiting_editions(snapshot, city).empty());
  }
  ASSERT_TRUE(move(1, EditionState::review, EditionActor::writer));
  auto snapshot = database().read();
  const auto waiting = waiting_editions(snapshot, city);
  ASSERT_EQ(waiting.size(), 1U);
  EXPECT_EQ(waiting[0].number, 1);
  EXPECT_EQ(waiting[0].state, EditionState::review);
}

TEST_P(ServiceStore, EveryChangeIsInTheJournal) {
  create();
  EXPECT_EQ(journal_size(), 1U);
  save(1, edition().edition, 1).value();
  EXPECT_EQ(journal_size(), 2U);
  move(1, EditionState::review, EditionActor::writer).value();
  EXPECT_EQ(journal_size(), 3U);
  EXPECT_EQ(journal_size(other_city), 0U);
}

TEST_P(ServiceStore, WhatTheJournalSaysOfAnEditionReadsBackWhateverItsTextsHold) {
  create();
  Edition changed = edition().edition;
  changed.standard.title = {"\"KTP\" \\ é 日本 🙂 \u2028 \x7f </script>", "a/b"};
  changed.standard.description = {"baris satu\nbaris dua\tkolom", {}};
  ASSERT_TRUE(save(1, changed, 1));
  ASSERT_TRUE(save(1, changed, 2));
  auto snapshot = database().read();
  const auto page = journal::find_entries(snapshot, city, {.action = "catalogue.edition.save"}, 10);
  ASSERT_EQ(page.entries.size(), 2U);
  for (const auto& stored : page.entries) {
    const auto entry = journal::parse_entry(stored.bytes);
    ASSERT_TRUE(entry) << entry.error().en;
    EXPECT_EQ(journal::to_text(entry->change.after), edition_json(changed));
  }
}

}  // namespace
}  // namespace prima::catalogue
