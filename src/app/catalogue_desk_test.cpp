#include "app/catalogue_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/desk_test_support.h"
#include "app/instruments.h"
#include "catalogue/standard_test_support.h"
#include "catalogue/typed_edition.h"

namespace prima::app {
namespace {

using namespace test;  // NOLINT(google-build-using-namespace): the people and places of these tests
using catalogue::EditionState;
using testing::HasSubstr;
using testing::Not;
using Answer = DeskAnswer;

class Desk : public DeskTest {
 protected:
  void SetUp() override { serve(desk_.routes()); }

  void create(const SignedIn& who = staff) {
    const Answer made =
        post(who, "/kelola/layanan/baru",
             {{"unit", to_text(registry)}, {"templat", "ktp-elektronik"}, {"nama", ""}, {"kode", "ktp"}});
    ASSERT_EQ(made.status, 303) << made.body;
    ASSERT_EQ(made.location, "/kelola/layanan/ktp/edisi/1?kabar=dibuat");
  }

  catalogue::StoredEdition latest() {
    db::Snapshot snapshot = database().read();
    const auto service = catalogue::find_service(snapshot, city, "ktp");
    return catalogue::editions_of(snapshot, city, service->id).back();
  }

  Fields form_of(const catalogue::Edition& edition, std::int64_t version) {
    Fields fields = catalogue::TypedEdition::of(edition).parameters();
    fields.push_back({"versi", std::to_string(version)});
    fields.push_back({"aksi", "simpan"});
    return fields;
  }
  void save_whole(const SignedIn& who) {
    catalogue::Edition whole = catalogue::test::published_edition();
    whole.valid_from = parse_date("2020-01-01");
    const Answer saved = post(who, edition_path, form_of(whole, latest().version));
    ASSERT_EQ(saved.status, 303) << saved.body;
  }
  Answer move(const SignedIn& who, const std::string& to, const std::string& reason = "") {
    return post(who, edition_path + "/pindah",
                {{"versi", std::to_string(latest().version)}, {"ke", to}, {"alasan", reason}});
  }

  const std::string edition_path = "/kelola/layanan/ktp/edisi/1";
  int published = 0;

 private:
  const instrument::Instrument* method_ = library().find(catalogue::completeness_instrument);
  const scoring::Compiled compiled_{*method_};
  const catalogue::CompletenessScorer scorer_ = catalogue::CompletenessScorer::make(compiled_).value();
  CatalogueDesk desk_{database(), [this] { ++published; }, &scorer_};
};

TEST_F(Desk, MakesAServiceFromATemplateAndShowsItsForm) {
  create();
  const Answer form = get(staff, edition_path);
  EXPECT_EQ(form.status, 200);
  EXPECT_THAT(form.body, HasSubstr("name=\"/standard/requirements/0/name/id\""));
  EXPECT_THAT(get(staff, "/kelola/layanan").body, HasSubstr("/kelola/layanan/ktp"));
  const Answer desk = get(staff, "/kelola");
  EXPECT_THAT(desk.body, HasSubstr("/kelola/layanan/ktp"));
  EXPECT_THAT(desk.body, HasSubstr("Layanan unit Anda"));
  EXPECT_THAT(get(bureau, "/kelola").body, Not(HasSubstr("Layanan unit Anda")));
  EXPECT_EQ(post(staff, "/kelola/layanan/baru",
                 {{"unit", to_text(registry)}, {"templat", "ktp-elektronik"}, {"nama", ""}, {"kode", "ktp"}})
                .status,
            422);
}

TEST_F(Desk, ProposesACodeAndRefusesOneThatIsNone) {
  const Answer made = post(staff, "/kelola/layanan/baru",
                           {{"unit", to_text(registry)}, {"templat", ""}, {"nama", "Surat Pindah"}, {"kode", ""}});
  EXPECT_EQ(made.location, "/kelola/layanan/surat-pindah/edisi/1?kabar=dibuat");
  EXPECT_EQ(post(staff, "/kelola/layanan/baru",
                 {{"unit", to_text(registry)}, {"templat", ""}, {"nama", "X"}, {"kode", "baru"}})
                .status,
            422);
  EXPECT_EQ(post(staff, "/kelola/layanan/baru", {{"unit", to_text(registry)}, {"nama", ""}, {"kode", ""}}).status, 422);
}

TEST_F(Desk, TheSameFormSentTwiceMakesOneService) {
  const DeskAnswer form = get(staff, "/kelola/layanan/baru");
  const std::string mark = "name=\"id\" value=\"";
  const std::size_t at = form.body.find(mark);
  ASSERT_NE(at, std::string::npos);
  const Fields fields{{"id", form.body.substr(at + mark.size(), 36)},
                      {"unit", to_text(registry)},
                      {"templat", ""},
                      {"nama", "Surat Pindah"},
                      {"kode", ""}};
  const DeskAnswer first = post(staff, "/kelola/layanan/baru", fields);
  const DeskAnswer second = post(staff, "/kelola/layanan/baru", fields);
  EXPECT_EQ(first.status, 303);
  EXPECT_EQ(second.status, 303);
  EXPECT_EQ(second.location, first.location);
  db::Snapshot snapshot = database().read();
  EXPECT_EQ(catalogue::list_services(snapshot, city, "", 10).size(), 1U);
}

TEST_F(Desk, AddingARowSavesNothingAndLosesNothing) {
  create();
  const auto before = latest();
  Fields fields = form_of(before.edition, before.version);
  fields.back().value = "add:/standard/time";
  for (http::Parameter& field : fields)
    if (field.name == "/standard/description/id") field.value = "Tulisan <baru>";
  const Answer shown = post(staff, edition_path, fields);
  EXPECT_EQ(shown.status, 200);
  EXPECT_THAT(shown.body, HasSubstr("name=\"/standard/time/0/duration/amount\""));
  EXPECT_THAT(shown.body, HasSubstr("Tulisan &lt;baru&gt;"));
  EXPECT_EQ(latest(), before);
}

TEST_F(Desk, ShowsWhatIsWrongAtItsFieldAndKeepsTheRest) {
  create();
  const auto before = latest();
  catalogue::Edition edition = before.edition;
  edition.standard.title.id = "";
  edition.standard.audience = {"Semua warga", ""};
  const Answer shown = post(staff, edition_path, form_of(edition, before.version));
  EXPECT_EQ(shown.status, 422);
  EXPECT_THAT(shown.body, HasSubstr("href=\"#f-standard-title"));
  EXPECT_THAT(shown.body, HasSubstr("Semua warga"));
  EXPECT_EQ(latest(), before);
}

TEST_F(Desk, ASecondWriterSeesBothTextsAndLosesNothing) {
  create();
  const auto before = latest();
  catalogue::Edition mine = before.edition;
  mine.standard.audience = {"Warga yang pertama", ""};
  ASSERT_EQ(post(staff, edition_path, form_of(mine, before.version)).status, 303);
  catalogue::Edition other = before.edition;
  other.standard.audience = {"Warga yang kedua", ""};
  const Answer conflict = post(head, edition_path, form_of(other, before.version));
  EXPECT_EQ(conflict.status, 409);
  EXPECT_THAT(conflict.body, HasSubstr("Warga yang pertama"));
  EXPECT_THAT(conflict.body, HasSubstr("Warga yang kedua"));
  EXPECT_EQ(latest().edition.standard.audience.id, "Warga yang pertama");
  EXPECT_THAT(conflict.body, HasSubstr("name=\"versi\" value=\"" + std::to_string(latest().version) + "\""));
  EXPECT_EQ(post(head, edition_path, form_of(other, latest().version)).status, 303);
  EXPECT_EQ(latest().edition.standard.audience.id, "Warga yang kedua");
}

TEST_F(Desk, AStandardGoesFromItsWriterOverTheHeadToTheBureau) {
  create();
  save_whole(staff);
  ASSERT_EQ(move(staff, "review").status, 303);
  EXPECT_THAT(get(head, "/kelola").body, HasSubstr(edition_path));
  EXPECT_EQ(move(staff, "approved").status, 422) << "staff may not approve";
  ASSERT_EQ(move(head, "approved").status, 303);
  EXPECT_EQ(move(staff, "published").status, 422);
  const int before = published;
  ASSERT_EQ(move(bureau, "published").status, 303);
  EXPECT_EQ(published, before + 1);
  EXPECT_EQ(latest().edition.state, EditionState::published);
  EXPECT_THAT(get(staff, "/kelola/layanan/ktp?hari=2026-06-01").body, HasSubstr("UU 24/2013 Pasal 79A"));
  EXPECT_THAT(get(staff, "/kelola/layanan/ktp").body, HasSubstr("href=\"/layanan/33.74/ktp\""));
  EXPECT_EQ(move(bureau, "withdrawn").status, 422) << "needs a reason";
  EXPECT_EQ(move(bureau, "withdrawn", "Aturannya berubah.").status, 303);
}

TEST_F(Desk, WhoWroteMayNotApproveWhoeverSubmittedIt) {
  create();
  save_whole(head);
  ASSERT_EQ(move(staff, "review").status, 303);
  const Answer refused = move(head, "approved");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("orang lain yang harus menyetujuinya"));
  EXPECT_EQ(latest().edition.state, EditionState::review);

  ASSERT_EQ(move(head, "draft", "Perlu dibaca orang kedua.").status, 303);
  save_whole(staff);
  ASSERT_EQ(move(staff, "review").status, 303);
  EXPECT_EQ(move(head, "approved").status, 303) << "the text is another's now";
}

TEST_F(Desk, WhoOnlyMadeTheServiceMayApproveWhatOthersWrote) {
  create(head);
  save_whole(staff);
  ASSERT_EQ(move(staff, "review").status, 303);
  EXPECT_EQ(move(head, "approved").status, 303);
}

TEST_F(Desk, NobodyEditsWhatIsNoDraft) {
  create();
  save_whole(staff);
  ASSERT_EQ(move(staff, "review").status, 303);
  const auto before = latest();
  EXPECT_THAT(get(staff, edition_path).body, Not(HasSubstr("name=\"/standard/title/id\"")));
  EXPECT_EQ(post(staff, edition_path, form_of(before.edition, before.version)).status, 409);
  EXPECT_EQ(latest(), before);
}

TEST_F(Desk, BeginsTheNextEditionAndComparesIt) {
  create();
  EXPECT_EQ(post(staff, "/kelola/layanan/ktp/edisi", {}).status, 409) << "one edition at a time";
  save_whole(staff);
  ASSERT_EQ(move(staff, "review").status, 303);
  ASSERT_EQ(move(head, "approved").status, 303);
  ASSERT_EQ(move(head, "published").status, 303);
  ASSERT_EQ(post(staff, "/kelola/layanan/ktp/edisi", {}).status, 303);
  EXPECT_EQ(latest().edition.number, 2);
  EXPECT_EQ(get(staff, "/kelola/layanan/ktp/banding?a=1&b=2").status, 200);
  EXPECT_EQ(get(staff, "/kelola/layanan/ktp/banding?a=1&b=3").status, 404);
}

TEST_F(Desk, ScoresUnitsAndTheCityWithTheInstrument) {
  create();
  save_whole(staff);
  ASSERT_EQ(move(staff, "review").status, 303);
  ASSERT_EQ(move(head, "approved").status, 303);
  ASSERT_EQ(move(head, "published").status, 303);
  const Answer city = get(bureau, "/kelola/kelengkapan");
  EXPECT_EQ(city.status, 200);
  EXPECT_THAT(city.body, HasSubstr("100,00"));
  EXPECT_THAT(get(staff, "/kelola/kelengkapan?unit=DUKCAPIL").body, HasSubstr("Dinas Kependudukan"));
  EXPECT_THAT(get(nurse, "/kelola/kelengkapan").body, Not(HasSubstr("Dinas Kependudukan")));
}

TEST_F(Desk, ClosesAServiceAndOffersItAgain) {
  create();
  EXPECT_EQ(post(staff, "/kelola/layanan/ktp/tutup", {}).status, 303);
  EXPECT_THAT(get(staff, "/kelola/layanan/ktp").body, HasSubstr("tidak lagi memberi layanan ini"));
  EXPECT_EQ(post(staff, "/kelola/layanan/ktp/buka", {}).status, 303);
}

TEST_F(Desk, OtherUnitsAndInstitutionsFindNothing) {
  create();
  for (const SignedIn* other : {&nurse, &stranger}) {
    EXPECT_EQ(get(*other, edition_path).status, 404);
    EXPECT_EQ(get(*other, "/kelola/layanan/ktp").status, 404);
    EXPECT_EQ(move(*other, "review").status, 404);
    EXPECT_EQ(post(*other, edition_path, form_of(latest().edition, latest().version)).status, 404);
    EXPECT_EQ(post(*other, "/kelola/layanan/ktp/tutup", {}).status, 404);
    EXPECT_THAT(get(*other, "/kelola/layanan").body, Not(HasSubstr("/kelola/layanan/ktp")));
  }
  EXPECT_EQ(
      post(nurse, "/kelola/layanan/baru", {{"unit", to_text(registry)}, {"nama", "Palsu"}, {"kode", "palsu"}}).status,
      403);
}

}  // namespace
}  // namespace prima::app
