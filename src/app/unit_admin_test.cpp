#include "app/unit_admin.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/desk_test_support.h"

namespace prima::app {
namespace {

using namespace test;  // NOLINT(google-build-using-namespace): the people and places of these tests
using testing::HasSubstr;
using testing::Not;

class UnitAdminTest : public DeskTest {
 protected:
  void SetUp() override { serve(admin_.routes()); }
  int changed = 0;

 private:
  UnitAdmin admin_{database(), [this] { ++changed; }};
};

TEST_F(UnitAdminTest, AHeadSeesTheirUnitAndTheBureauAllOfThem) {
  const DeskAnswer own = get(head, "/kelola/unit");
  EXPECT_EQ(own.status, 200);
  EXPECT_THAT(own.body, HasSubstr("Dinas Kependudukan"));
  EXPECT_THAT(own.body, Not(HasSubstr("Puskesmas")));
  EXPECT_THAT(own.body, Not(HasSubstr("/kelola/unit/33.74/impor")));
  const DeskAnswer whole = get(bureau, "/kelola/unit");
  EXPECT_THAT(whole.body, HasSubstr("Puskesmas"));
  EXPECT_THAT(whole.body, HasSubstr("/kelola/unit/33.74/impor"));
  EXPECT_THAT(whole.body, HasSubstr("/kelola/unit/33.74/unit.xlsx"));
}

TEST_F(UnitAdminTest, OnlyWhoMayEditsAUnit) {
  struct Row {
    const SignedIn* who;
    std::string address;
    int status;
  };
  const std::string city_path = "/kelola/unit/33.74";
  for (const Row& row : {Row{&head, city_path + "/unit/DUKCAPIL", 200}, Row{&head, city_path + "/unit/PKM", 403},
                         Row{&bureau, city_path + "/unit/PKM", 200}, Row{&bureau, city_path + "/unit/TIDAKADA", 404},
                         Row{&bureau, "/kelola/unit/33.73/unit/PKM", 403}, Row{&stranger, city_path + "/unit/PKM", 403},
                         Row{&head, city_path + "/baru", 403}, Row{&bureau, city_path + "/baru", 200},
                         Row{&bureau, city_path + "/impor", 200}, Row{&stranger, city_path + "/impor", 403},
                         Row{&bureau, city_path + "/unit.csv", 200}, Row{&head, city_path + "/unit.csv", 403},
                         Row{&bureau, "/kelola/unit/99/baru", 404}, Row{&staff, "/kelola/unit", 403},
                         Row{&stranger, "/kelola/unit?instansi=33.74", 403}})
    EXPECT_EQ(get(*row.who, row.address).status, row.status) << row.address;
}

TEST_F(UnitAdminTest, AWrongUnitChangesNothing) {
  const DeskAnswer refused = post(bureau, "/kelola/unit/33.74/baru", {{"name", ""}, {"code", ""}});
  EXPECT_GE(refused.status, 400);
  EXPECT_LT(refused.status, 500);
  EXPECT_EQ(changed, 0);
}

}  // namespace
}  // namespace prima::app
