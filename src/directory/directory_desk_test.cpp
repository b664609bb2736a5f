#include "directory/directory_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "db/db_test_support.h"
#include "directory/import_desk.h"
#include "directory/unit_desk.h"
#include "directory/unit_store.h"
#include "directory/unit_test_support.h"

namespace prima::directory {
namespace {

using testing::HasSubstr;
using testing::Not;

const Instant now = instant_in(TimeZone::wib, *parse_date("2026-11-24"), 600);

// A request whose captures are given.
http::Request request_for(const std::vector<std::pair<std::string_view, std::string>>& captures,
                          std::vector<http::Parameter> parameters = {}) {
  http::Request request;
  request.parameters = std::move(parameters);
  for (const auto& [name, value] : captures) {
    request.captures.push_back({name, request.path.size(), value.size()});
    request.path += value;
  }
  return request;
}

class Desks : public db::ContractTest {
 protected:
  void SetUp() override {
    city_ = *government_of(*regions().find("33.74"));
    city_.parent_code.clear();
    Unit unit = test::civil_registry();
    unit.institution = city_.id;
    unit.id = UnitId(make_uuid(now, {}));
    database().write([&](db::Transaction& t) {
      ASSERT_TRUE(create_institution(t, city_, *parse_date("2026-01-01"), {Uuid{}, now}));
      ASSERT_TRUE(create_unit(t, unit, *parse_date("2026-01-01"), {Uuid{}, now}));
    });
  }

  DirectoryVisitor visitor(std::uint8_t account = 1, Instant at = now) {
    DirectoryVisitor who;
    who.account.bytes[15] = account;
    who.csrf = "token";
    who.now = at;
    return who;
  }

  static http::Form file(const std::string& bytes) {
    http::Form form;
    form.files.push_back({"file", "unit.csv", "text/csv", bytes});
    return form;
  }

  static http::Form agreement(const http::Response& preview) {
    const std::string page(preview.bytes());
    const std::string mark = "name=\"upload\" value=\"";
    const std::size_t at = page.find(mark);
    http::Form form;
    form.fields = {{"apply", "1"}, {"upload", at == std::string::npos ? "" : page.substr(at + mark.size(), 36)}};
    return form;
  }

  ImportDesk import_desk() {
    return ImportDesk(database(), [this] {
      IdRandom random{};
      random[9] = ++random_;
      return random;
    });
  }

  Institution city_;
  std::uint8_t random_ = 0;
};
PRIMA_ON_BOTH_DATABASES(Desks);

TEST_P(Desks, AnswerForWhatThereIs) {
  const DirectoryDesk desk(database());
  const auto units =
      desk.units(request_for({{"instansi", "33.74"}}, {{"q", "sipil"}, {"halaman", "x"}}), Language::id, now);
  ASSERT_TRUE(units);
  EXPECT_THAT(std::string(units->bytes()), HasSubstr("1 unit ditemukan"));
  EXPECT_FALSE(desk.units(request_for({{"instansi", "33.99"}}), Language::id, now));
  const auto unit = request_for({{"instansi", "33.74"}, {"unit", "DISDUKCAPIL"}});
  EXPECT_THAT(std::string(desk.about_unit(unit, Language::en, now)->bytes()), HasSubstr("Opening hours"));
  EXPECT_THAT(std::string(desk.unit_api(unit)->bytes()), HasSubstr("\"code\":\"DISDUKCAPIL\""));
  EXPECT_THAT(std::string(desk.history_api(unit)->bytes()), HasSubstr("\"event\":\"create\""));
  EXPECT_THAT(std::string(desk.institution_api(unit)->bytes()), HasSubstr("\"id\":3374"));
  EXPECT_FALSE(desk.about_unit(request_for({{"instansi", "33.74"}, {"unit", "X"}}), Language::id, now));
  EXPECT_FALSE(desk.unit_api(request_for({{"instansi", "33.99"}, {"unit", "DISDUKCAPIL"}})));
}

TEST_P(Desks, GiveUnitsPageByPage) {
  const DirectoryDesk desk(database());
  Unit second = test::civil_registry();
  second.institution = city_.id;
  second.code = "B";
  IdRandom random{};
  random[0] = 1;
  second.id = UnitId(make_uuid(now, random));
  database().write([&](db::Transaction& t) {
    ASSERT_TRUE(create_unit(t, second, *parse_date("2026-01-01"), {Uuid{}, now}));
  });
  const auto first = desk.units_api(request_for({{"instansi", "33.74"}}, {{"limit", "1"}}));
  EXPECT_THAT(std::string(first->bytes()), HasSubstr("\"next\":\"B\""));
  const auto last = desk.units_api(request_for({{"instansi", "33.74"}}, {{"limit", "1"}, {"after", "B"}}));
  EXPECT_THAT(std::string(last->bytes()), HasSubstr("DISDUKCAPIL"));
  EXPECT_THAT(std::string(last->bytes()), Not(HasSubstr("next")));
}

TEST_P(Desks, ShowAnImportBeforeItIsApplied) {
  ImportDesk desk = import_desk();
  const std::string table = "Kode,Nama\nA,Kantor A\nDISDUKCAPIL,Disdukcapil\n";
  const auto preview = desk.take(city_, visitor(), file(table));
  EXPECT_EQ(preview.status, 200);
  {
    auto snapshot = database().read();
    EXPECT_EQ(all_units(snapshot, city_.id).size(), 1U);
  }
  const auto applied = desk.take(city_, visitor(), agreement(preview));
  EXPECT_EQ(applied.status, 303);
  auto snapshot = database().read();
  EXPECT_EQ(find_unit(snapshot, city_.id, "A")->unit.name, "Kantor A");
  EXPECT_EQ(find_unit(snapshot, city_.id, "DISDUKCAPIL")->unit.name, "Disdukcapil");
  const auto again = desk.take(city_, visitor(), agreement(preview));
  EXPECT_EQ(again.status, 422);
  EXPECT_THAT(std::string(again.bytes()), HasSubstr("kedaluwarsa"));
}

TEST_P(Desks, ApplyOnlyWhatThisPersonHasSeenShortlyBefore) {
  ImportDesk desk = import_desk();
  const std::string table = "Kode,Nama\nA,Kantor A\n";
  const auto preview = desk.take(city_, visitor(1), file(table));
  EXPECT_EQ(desk.take(city_, visitor(2), agreement(preview)).status, 422);
  EXPECT_EQ(desk.take(city_, visitor(1, now + std::chrono::hours(1)), agreement(preview)).status, 422);
  Institution other = city_;
  other.id = InstitutionId{5};
  EXPECT_EQ(desk.take(other, visitor(1), agreement(preview)).status, 422);
  EXPECT_EQ(desk.take(city_, visitor(1), agreement(preview)).status, 303);
}

TEST_P(Desks, RefuseTablesThatCannotBeRead) {
  ImportDesk desk = import_desk();
  EXPECT_EQ(desk.take(city_, visitor(), {}).status, 422);
  EXPECT_EQ(desk.take(city_, visitor(), file("PK\x03\x04x")).status, 422);
  const auto wrong = desk.take(city_, visitor(), file("Kode,Nama\nA,\n"));
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(std::string(wrong.bytes()), Not(HasSubstr("name=\"upload\"")));
  EXPECT_EQ(desk.form(city_, visitor()).status, 200);
}

TEST_P(Desks, GiveTheUnitsAsATableThatChangesNothing) {
  ImportDesk desk = import_desk();
  for (const std::string& bytes : {std::string(desk.table_xlsx(city_, Language::id, now).bytes()),
                                   std::string(desk.table_csv(city_, Language::en).bytes())}) {
    const auto preview = desk.take(city_, visitor(), file(bytes));
    EXPECT_EQ(preview.status, 200);
    EXPECT_THAT(std::string(preview.bytes()), HasSubstr("Tidak ada perubahan"));
  }
}

http::Form form_with(std::vector<http::Parameter> fields) {
  http::Form form;
  form.fields = std::move(fields);
  return form;
}

TEST_P(Desks, MakeAndChangeAUnitByForm) {
  const UnitDesk desk(database(), [this] {
    IdRandom random{};
    random[0] = ++random_;
    return random;
  });
  EXPECT_EQ(desk.new_form(city_, visitor()).status, 200);
  const auto wrong = desk.create(city_, visitor(), form_with({{"code", "A"}, {"name", ""}, {"monday", "pagi"}}));
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(std::string(wrong.bytes()), HasSubstr("href=\"#monday\""));
  EXPECT_THAT(std::string(wrong.bytes()), HasSubstr("value=\"pagi\""));
  const auto taken = desk.create(city_, visitor(), form_with({{"code", "disdukcapil"}, {"name", "X"}}));
  EXPECT_THAT(std::string(taken.bytes()), HasSubstr("sudah dipakai"));
  EXPECT_EQ(desk.create(city_, visitor(), form_with({{"code", "A"}, {"name", "Kantor A"}, {"kind", "agency"}})).status,
            303);
  EXPECT_THAT(std::string(desk.edit_form(city_, "A", visitor())->bytes()), HasSubstr("value=\"Kantor A\""));
  EXPECT_FALSE(desk.edit_form(city_, "B", visitor()));
  const auto change = form_with({{"version", "1"}, {"name", "Kantor Utama"}, {"kind", "agency"}});
  EXPECT_EQ(desk.save(city_, "A", visitor(), change)->status, 303);
  const auto late = desk.save(city_, "A", visitor(), change);
  EXPECT_EQ(late->status, 422);
  EXPECT_THAT(std::string(late->bytes()), HasSubstr("orang lain menyimpan"));
  auto snapshot = database().read();
  EXPECT_EQ(find_unit(snapshot, city_.id, "A")->unit.name, "Kantor Utama");
  EXPECT_EQ(find_unit(snapshot, city_.id, "A")->unit.kind, UnitKind::agency);
}

TEST_P(Desks, EnterWhatHappenedToAUnit) {
  const UnitDesk desk(database(), [] { return IdRandom{}; });
  const auto enter = [&](std::vector<http::Parameter> fields) {
    return desk.enter(city_, "DISDUKCAPIL", visitor(), form_with(std::move(fields)));
  };
  EXPECT_EQ(enter({{"version", "1"}, {"event", "create"}, {"from", "2026-11-24"}})->status, 422);
  EXPECT_EQ(enter({{"version", "1"}, {"event", "close"}, {"from", "besok"}})->status, 422);
  const auto same = enter({{"version", "1"}, {"event", "rename"}, {"from", "2026-11-01"}, {"name", ""}});
  EXPECT_THAT(std::string(same->bytes()), HasSubstr("href=\"#new_name\""));
  EXPECT_EQ(enter({{"version", "1"}, {"event", "close"}, {"from", "2026-11-01"}})->status, 303);
  const std::string closed(desk.edit_form(city_, "DISDUKCAPIL", visitor())->bytes());
  EXPECT_THAT(closed, HasSubstr("value=\"reopen\""));
  EXPECT_THAT(closed, Not(HasSubstr("name=\"monday\"")));
  EXPECT_EQ(enter({{"version", "2"}, {"event", "reopen"}, {"from", "2026-11-02"}})->status, 303);
}

TEST(RegionDesk, AnswersWithoutADatabase) {
  EXPECT_THAT(std::string(DirectoryDesk::regions(request_for({}, {{"q", "sleman"}}), Language::id).bytes()),
              HasSubstr("34.04"));
  EXPECT_TRUE(DirectoryDesk::region(request_for({{"wilayah", "3374"}}), Language::id));
  EXPECT_FALSE(DirectoryDesk::region(request_for({{"wilayah", "99"}}), Language::id));
  EXPECT_THAT(std::string(DirectoryDesk::region_table().bytes()), HasSubstr("code,name,time_zone,aliases"));
  EXPECT_THAT(std::string(DirectoryDesk::regions_api(request_for({}), Language::en)->bytes()),
              HasSubstr("\"code\":\"96\""));
  EXPECT_THAT(std::string(DirectoryDesk::regions_api(request_for({}, {{"parent", "33"}}), Language::en)->bytes()),
              HasSubstr("33.74"));
  EXPECT_FALSE(DirectoryDesk::regions_api(request_for({}, {{"parent", "x"}}), Language::en));
  EXPECT_TRUE(DirectoryDesk::region_api(request_for({{"wilayah", "33.74"}})));
}

}  // namespace
}  // namespace prima::directory
