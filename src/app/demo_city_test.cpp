#include "app/demo_city.h"

#include <gtest/gtest.h>

#include "catalogue/service_store.h"
#include "db/db_test_support.h"
#include "directory/directory_store.h"
#include "journal/journal_store.h"

namespace prima::app {
namespace {

class DemoCity : public db::ContractTest {};
PRIMA_ON_BOTH_DATABASES(DemoCity);

const Instant now = parse_instant("2026-11-24T04:00:00Z").value();

TEST_P(DemoCity, IsMadeOnceAndEveryServiceOfItIsPublished) {
  const auto made = fill_demo_city(database(), now);
  ASSERT_TRUE(made) << made.error().message.en;
  EXPECT_TRUE(*made);
  db::Snapshot snapshot = database().read();
  const auto published = catalogue::all_published_services(snapshot, day_in(TimeZone::wib, now));
  EXPECT_EQ(published.size(), 14U);
  EXPECT_GT(journal::total_entries(snapshot), published.size());
  EXPECT_FALSE(fill_demo_city(database(), now).value());
}

TEST_P(DemoCity, SaysThatItIsAnExample) {
  ASSERT_TRUE(fill_demo_city(database(), now));
  db::Snapshot snapshot = database().read();
  for (const auto& stored : directory::list_institutions(snapshot, "", 10))
    EXPECT_NE(stored.institution.name.find("contoh"), std::string::npos);
}

}  // namespace
}  // namespace prima::app
