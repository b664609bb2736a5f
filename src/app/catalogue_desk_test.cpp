#include "app/catalogue_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "app/data_place.h"
#include "catalogue/standard_test_support.h"
#include "catalogue/typed_edition.h"
#include "db/db_test_support.h"
#include "directory/directory_store.h"
#include "directory/unit_store.h"
#include "http/percent.h"
#include "identity/system_random.h"

namespace prima::app {
namespace {

using catalogue::EditionState;
using identity::Role;
using identity::Scope;
using testing::HasSubstr;
using testing::Not;

constexpr InstitutionId city{1};
constexpr InstitutionId other_city{2};
using Fields = std::vector<http::Parameter>;

UnitId unit_id(std::uint8_t last) {
  Uuid made = make_uuid(from_unix_ms(1), {});
  made.bytes[15] = last;
  return UnitId(made);
}
const UnitId registry = unit_id(1);
const UnitId health = unit_id(2);

SignedIn person(std::uint8_t last, InstitutionId institution, const identity::Grant& grant) {
  SignedIn made;
  made.account.institution = institution;
  Uuid id = make_uuid(from_unix_ms(2), {});
  id.bytes[15] = last;
  made.account.id = identity::AccountId(id);
  made.account.person_name = "Orang " + std::to_string(last);
  made.grants = {grant};
  made.token = std::string(32, 't');
  return made;
}

const SignedIn staff = person(1, city, {Role::unit_staff, Scope::own_unit, city, registry});
const SignedIn head = person(2, city, {Role::unit_head, Scope::own_unit, city, registry});
const SignedIn bureau = person(3, city, {Role::organisation_bureau, Scope::own_institution, city, {}});
const SignedIn nurse = person(4, city, {Role::unit_staff, Scope::own_unit, city, health});
const SignedIn stranger = person(5, other_city, {Role::organisation_bureau, Scope::own_institution, other_city, {}});

struct Answer {
  int status = 0;
  std::string location;
  std::string body;
};

// The desk behind its routes, asked by somebody who has signed in. What the gate does is tested elsewhere.
class Desk : public testing::Test {
 protected:
  Desk() {
    database_.write([](db::Transaction& t) {
      for (const InstitutionId institution : {city, other_city}) {
        const std::string code = institution == city ? "33.74" : "33.73";
        const directory::Author author{{}, from_unix_ms(10)};
        ASSERT_TRUE(
            directory::create_institution(t, {.id = institution, .code = code, .name = "Kota", .region_code = code},
                                          *parse_date("2020-01-01"), author));
        ASSERT_TRUE(directory::create_unit(
            t, {.id = registry, .institution = institution, .code = "DUKCAPIL", .name = "Dinas Kependudukan"},
            *parse_date("2020-01-01"), author));
        ASSERT_TRUE(
            directory::create_unit(t, {.id = health, .institution = institution, .code = "PKM", .name = "Puskesmas"},
                                   *parse_date("2020-01-01"), author));
      }
    });
    for (const GatedRoute& route : desk_.routes()) {
      routes_.push_back(
          {.method = route.method, .pattern = route.pattern, .handler = [this, route](const http::Request& r) {
             const http::Form form =
                 r.method == http::Method::post ? http::read_form(r, route.form_limits).value() : http::Form{};
             return route.handler({r, Language::id, who_, form});
           }});
    }
    router_ = std::make_unique<http::Router>(routes_);
  }

  Answer get(const SignedIn& who, const std::string& address) { return send(who, http::Method::get, address, ""); }
  Answer post(const SignedIn& who, const std::string& address, const Fields& fields) {
    std::string body;
    for (const auto& [name, value] : fields)
      body += (body.empty() ? "" : "&") + http::percent_encoded(name) + "=" + http::percent_encoded(value);
    return send(who, http::Method::post, address, body);
  }

  void create(const SignedIn& who = staff) {
    const Answer made =
        post(who, "/kelola/layanan/baru",
             {{"unit", to_text(registry)}, {"templat", "ktp-elektronik"}, {"nama", ""}, {"kode", "ktp"}});
    ASSERT_EQ(made.status, 303) << made.body;
    ASSERT_EQ(made.location, "/kelola/layanan/ktp/edisi/1?kabar=dibuat");
  }

  catalogue::StoredEdition latest() {
    db::Snapshot snapshot = database_.read();
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
  static db::Place migrated(const std::string& folder) {
    db::Place place{.folder = folder};
    EXPECT_TRUE(prepare_database(place, from_unix_ms(0)));
    return place;
  }

  Answer send(const SignedIn& who, http::Method method, const std::string& address, const std::string& body) {
    who_ = &who;
    http::Request request;
    request.method = method;
    const std::size_t question = address.find('?');
    request.path = address.substr(0, question);
    if (question != std::string::npos) request.parameters = http::read_urlencoded(address.substr(question + 1))->fields;
    if (method == http::Method::post) request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
    request.body = body;
    const http::Response response = router_->answer(request);
    Answer answer{.status = response.status, .location = {}, .body = std::string(response.bytes())};
    for (const http::Response::Field& field : response.headers)
      if (field.name == "Location") answer.location = field.value;
    return answer;
  }

  db::TestFolder folder_;
  db::Database database_{migrated(folder_.path())};
  CatalogueDesk desk_{database_, [this] { ++published; }};
  std::vector<http::Route> routes_;
  std::unique_ptr<http::Router> router_;
  const SignedIn* who_ = nullptr;
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
