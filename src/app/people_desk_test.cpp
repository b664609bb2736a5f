#include "app/people_desk.h"

#include "app/people_housekeeping.h"
#include "app/people_test_support.h"
#include "identity/people_store.h"

namespace prima::app {
namespace {

using identity::Account;
using identity::Grant;
using identity::Role;
using identity::Scope;

const Grant everywhere{Role::administrator, Scope::everywhere, test_city, std::nullopt};
const Grant of_city{Role::administrator, Scope::own_institution, test_city, std::nullopt};
const std::string new_password = "gajah menari di pasar";

// The path of a link in a page or a mail.
std::string link_in(const std::string& text) {
  const std::size_t at = text.find("/tautan/");
  if (at == std::string::npos) return {};
  return text.substr(at, text.find_first_of("<\n\" ", at) - at);
}

std::string path_of(const Account& account, const std::string& action = "") {
  return "/kelola/orang/" + to_text(account.id) + (action.empty() ? "" : "/" + action);
}

class PeopleAdministration : public testing::Test {
 protected:
  void SetUp() override {
    chief_account = site.add("kepala-admin", {everywhere});
    chief.sign_in("kepala-admin");
    chief.enrol();
    chief.get("/kelola/orang");
  }

  TestSite site;
  Browser chief{site};
  Account chief_account;
};

TEST_F(PeopleAdministration, InvitesByALinkThatIsGoodOnce) {
  const Answer made = chief.post("/kelola/orang", {{"nama", "Budi"},
                                                   {"nama_orang", "Budi Santoso"},
                                                   {"surel", ""},
                                                   {"peran", "auditor"},
                                                   {"jangkauan", "own_institution"},
                                                   {"unit", ""},
                                                   {"berlaku_di", "3374"}});
  ASSERT_EQ(made.status, 200) << made.body;
  const std::string link = link_in(made.body);
  ASSERT_FALSE(link.empty());

  Browser budi(site);
  EXPECT_TRUE(budi.get(link).has("Budi Santoso"));
  EXPECT_EQ(budi.get(link).status, 200) << "looking uses nothing up";
  EXPECT_EQ(budi.post(link, {{"kata_sandi", "pendek"}, {"ulang", "pendek"}}).status, 422);
  EXPECT_EQ(budi.post(link, {{"kata_sandi", new_password}, {"ulang", new_password + "!"}}).status, 422);
  EXPECT_EQ(budi.post(link, {{"kata_sandi", new_password}, {"ulang", new_password}}).location, "/akun");
  EXPECT_TRUE(budi.get("/akun").has("Auditor, Pemerintah Kota Contoh"));

  Browser thief(site);
  EXPECT_EQ(thief.get(link).status, 404);
  EXPECT_EQ(thief.post(link, {{"kata_sandi", new_password}, {"ulang", new_password}}).status, 404);
  EXPECT_EQ(thief.sign_in("budi", new_password).location, "/akun");
}

TEST_F(PeopleAdministration, SaysWhatIsWrongWithAnInvitation) {
  site.add("budi");
  EXPECT_TRUE(chief.post("/kelola/orang", {{"nama", "budi"}, {"nama_orang", "Budi"}}).has("sudah dipakai"));
  const Answer wrong = chief.post("/kelola/orang", {{"nama", "x"}, {"nama_orang", ""}, {"surel", "bukan"}});
  EXPECT_EQ(wrong.status, 422);
  for (const std::string_view id : {"nama-error", "nama-orang-error", "surel-error"}) EXPECT_TRUE(wrong.has(id)) << id;
  const Answer role = chief.post(
      "/kelola/orang",
      {{"nama", "tono"}, {"nama_orang", "Tono"}, {"peran", "unit_head"}, {"jangkauan", "own_unit"}, {"unit", ""}});
  EXPECT_EQ(role.status, 422);
  EXPECT_TRUE(role.has("peran-error"));
}

TEST_F(PeopleAdministration, LetsNobodyGiveRolesToThemselves) {
  const Fields role = {{"peran", "auditor"}, {"jangkauan", "everywhere"}, {"unit", ""}};
  EXPECT_EQ(chief.post(path_of(chief_account, "peran"), role).status, 403);
  EXPECT_EQ(site.grants_of(chief_account), std::vector<Grant>{everywhere});
  EXPECT_EQ(chief.post(path_of(chief_account, "tutup"), {{"versi", "1"}}).status, 403);
  EXPECT_EQ(chief.post(path_of(chief_account, "hapus"), {{"pastikan", "kepala-admin"}}).status, 403);
}

TEST_F(PeopleAdministration, GivesAndTakesRolesAndEndsTheSessions) {
  const Account budi = site.add("budi");
  Browser browser(site);
  browser.sign_in("budi");
  const Fields role = {{"peran", "verifier"}, {"jangkauan", "own_institution"}, {"unit", ""}, {"berlaku_di", "3374"}};
  EXPECT_EQ(chief.post(path_of(budi, "peran"), role).status, 303);
  EXPECT_EQ(site.grants_of(budi).size(), 1U);
  EXPECT_EQ(browser.get("/akun").status, 303);
  const Answer conflict =
      chief.post(path_of(budi, "peran"),
                 {{"peran", "decision_maker"}, {"jangkauan", "own_institution"}, {"unit", ""}, {"berlaku_di", "3374"}});
  EXPECT_EQ(conflict.status, 422);
  EXPECT_TRUE(conflict.has("Yang memeriksa tidak boleh memutus"));
  EXPECT_EQ(chief.post(path_of(budi, "cabut-peran"), role).status, 303);
  EXPECT_TRUE(site.grants_of(budi).empty());
}

TEST_F(PeopleAdministration, ProtectsThoseWhoseRightsGoFurther) {
  site.add("admin-kota", {of_city});
  Browser local(site);
  local.sign_in("admin-kota");
  local.enrol();
  EXPECT_EQ(local.get(path_of(chief_account)).status, 200);
  for (const std::string action : {"tautan", "tutup", "hapus-faktor"})
    EXPECT_EQ(local.post(path_of(chief_account, action), {{"versi", "1"}}).status, 403) << action;
  const Account budi = site.add("budi");
  const Fields wide = {{"peran", "auditor"}, {"jangkauan", "everywhere"}, {"unit", ""}};
  EXPECT_EQ(local.post(path_of(budi, "peran"), wide).status, 422);
}

TEST_F(PeopleAdministration, RefusesWhoMayNot) {
  const Account budi = site.add("budi");
  Browser browser(site);
  browser.sign_in("budi");
  browser.get("/akun");
  for (const std::string path : {"/kelola/orang", "/kelola/izin"}) EXPECT_EQ(browser.get(path).status, 403) << path;
  EXPECT_EQ(browser.get(path_of(chief_account)).status, 403);
  EXPECT_EQ(browser.get(path_of(chief_account, "data.json")).status, 403);
  EXPECT_EQ(browser.post("/kelola/orang", {{"nama", "x"}}).status, 403);
  EXPECT_EQ(browser.post(path_of(budi, "peran"), {{"peran", "auditor"}}).status, 403);
}

TEST_F(PeopleAdministration, ClosesAndOpensAnAccount) {
  const Account budi = site.add("budi");
  EXPECT_EQ(chief.post(path_of(budi, "tutup"), {{"versi", "1"}}).status, 303);
  Browser browser(site);
  EXPECT_EQ(browser.sign_in("budi").status, 422);
  EXPECT_EQ(chief.post(path_of(budi, "buka"), {{"versi", "1"}}).status, 422) << "of an older version";
  EXPECT_EQ(chief.post(path_of(budi, "buka"), {{"versi", "2"}}).status, 303);
  EXPECT_EQ(browser.sign_in("budi").location, "/akun");
}

TEST_F(PeopleAdministration, ErasesOnlyWhenTheNameIsTyped) {
  const Account budi = site.add("budi");
  EXPECT_EQ(chief.post(path_of(budi, "hapus"), {{"pastikan", "bukan"}}).status, 422);
  EXPECT_EQ(chief.post(path_of(budi, "hapus"), {{"pastikan", "Budi"}}).status, 303);
  EXPECT_EQ(chief.get(path_of(budi)).status, 404);
  EXPECT_FALSE(chief.get("/kelola/orang").has("budi"));
}

TEST_F(PeopleAdministration, GivesAPersonsDataAsAFile) {
  const Account budi = site.add("budi");
  const Answer file = chief.get(path_of(budi, "data.json"));
  EXPECT_EQ(file.status, 200);
  EXPECT_TRUE(file.has("\"mail\":\"budi@contoh.go.id\""));
}

TEST_F(PeopleAdministration, ShowsTheTableOfPermissions) {
  EXPECT_TRUE(chief.get("/kelola/izin").has("Memutus hasil dan keberatan"));
  EXPECT_TRUE(chief.get("/en/kelola/izin").has("Decide results and objections"));
}

TEST_F(PeopleAdministration, ShowsAHeadOfUnitOnlyTheirOwnPeople) {
  const UnitId unit(identity::random_uuid(now()));
  const UnitId other(identity::random_uuid(now()));
  site.add("kepala-unit", {{Role::unit_head, Scope::own_unit, test_city, unit}});
  site.add("petugas", {{Role::unit_staff, Scope::own_unit, test_city, unit}});
  const Account stranger = site.add("orang-lain", {{Role::unit_staff, Scope::own_unit, test_city, other}});
  Browser head(site);
  head.sign_in("kepala-unit");
  const Answer list = head.get("/kelola/orang");
  EXPECT_TRUE(list.has(">petugas<"));
  EXPECT_FALSE(list.has("orang-lain"));
  EXPECT_EQ(head.get(path_of(stranger)).status, 404);
}

TEST(MyAccount, ChangesThePasswordAndEndsOtherSessions) {
  TestSite site;
  site.add("sari");
  Browser here(site);
  Browser there(site);
  here.sign_in("sari");
  there.sign_in("sari");
  here.get("/akun");
  const Fields fresh = {{"kata_sandi", new_password}, {"ulang", new_password}};
  Fields wrong = fresh;
  wrong.emplace_back("sandi_sekarang", "bukan ini");
  EXPECT_EQ(here.post("/akun/sandi", wrong).status, 422);
  Fields right = fresh;
  right.emplace_back("sandi_sekarang", std::string(good_password));
  EXPECT_EQ(here.post("/akun/sandi", right).location, "/akun?kabar=kata-sandi");
  EXPECT_EQ(here.get("/akun").status, 200);
  EXPECT_EQ(there.get("/akun").status, 303);
  EXPECT_EQ(there.sign_in("sari").status, 422);
  EXPECT_EQ(there.sign_in("sari", new_password).status, 303);
}

TEST(MyAccount, SignsOutOneDeviceOrAll) {
  TestSite site;
  site.add("sari");
  Browser here(site);
  Browser there(site);
  here.sign_in("sari");
  there.sign_in("sari");
  const std::string other = between(here.get("/akun").body, "name=\"sesi\" value=\"", "\"");
  EXPECT_EQ(here.post("/akun/sesi", {{"sesi", other}}).status, 303);
  EXPECT_EQ(there.get("/akun").status, 303);
  there.sign_in("sari");
  EXPECT_EQ(here.post("/akun/keluar-semua").clear_site_data, "\"cache\", \"storage\"");
  EXPECT_EQ(here.get("/akun").status, 303);
  EXPECT_EQ(there.get("/akun").status, 303);
}

TEST(MyAccount, KeepsNameMailAndLanguage) {
  TestSite site;
  site.add("sari");
  Browser browser(site);
  browser.sign_in("sari");
  browser.get("/akun");
  EXPECT_EQ(browser.post("/akun", {{"nama_orang", "Sari W."}, {"surel", "bukan alamat"}, {"versi", "1"}}).status, 422);
  const Answer saved = browser.post(
      "/akun", {{"nama_orang", "Sari W."}, {"surel", "sari@contoh.go.id"}, {"bahasa", "en"}, {"versi", "1"}});
  EXPECT_EQ(saved.location, "/en/akun?kabar=tersimpan");
  EXPECT_TRUE(browser.get("/en/akun").has("Sari W."));
  EXPECT_EQ(browser.post("/akun", {{"nama_orang", "Lain"}, {"surel", "sari@contoh.go.id"}, {"versi", "1"}}).status, 422)
      << "of an older version";
}

TEST(MyAccount, ChangesTheMailAddressOnlyWithThePassword) {
  TestSite site;
  site.add("sari");
  Browser browser(site);
  browser.sign_in("sari");
  browser.get("/akun");
  Fields fields = {{"nama_orang", "Sari"}, {"surel", "lain@contoh.go.id"}, {"versi", "1"}, {"sandi_sekarang", "salah"}};
  EXPECT_EQ(browser.post("/akun", fields).status, 422);
  fields.back().second = std::string(good_password);
  EXPECT_EQ(browser.post("/akun", fields).status, 303);
  EXPECT_TRUE(browser.get("/akun").has("lain@contoh.go.id"));
}

TEST(ForgottenPassword, AnswersAlikeAndMailsOnlyThoseWhoExist) {
  std::vector<identity::Mail> sent;
  TestSite site([&](identity::Mail mail) { sent.push_back(std::move(mail)); });
  site.add("sari");
  Browser browser(site);
  browser.get("/lupa-sandi");
  const Answer known = browser.post("/lupa-sandi", {{"nama", "sari"}});
  const Answer unknown = browser.post("/lupa-sandi", {{"nama", "budi"}});
  EXPECT_EQ(known.status, unknown.status);
  EXPECT_EQ(known.body, unknown.body);
  ASSERT_EQ(sent.size(), 1U);
  EXPECT_EQ(sent[0].to.address, "sari@contoh.go.id");
  const std::string link = link_in(sent[0].text.id);
  EXPECT_EQ(browser.get(link).status, 200);
  EXPECT_EQ(browser.post(link, {{"kata_sandi", new_password}, {"ulang", new_password}}).location, "/akun");
}

TEST(ForgottenPassword, SaysWhenThereIsNoMail) {
  TestSite site;
  Browser browser(site);
  EXPECT_TRUE(browser.get("/lupa-sandi").has("belum dapat mengirim surel"));
}

TEST(Housekeeping, RemovesOnlyWhatNobodyCanUse) {
  TestSite site;
  const Account sari = site.add("sari");
  Browser browser(site);
  browser.sign_in("sari");
  const auto sessions = [&] {
    db::Snapshot snapshot = site.database().read();
    return identity::sessions_of(snapshot, test_city, sari.id).size();
  };
  tidy_people(site.database(), now());
  EXPECT_EQ(sessions(), 1U);
  tidy_people(site.database(), now() + std::chrono::hours(13));
  EXPECT_EQ(sessions(), 0U);
}

TEST(FirstAdministrator, GetsALinkOnlyWhileThereIsNobody) {
  TestSite site;
  const auto link = first_administrator_link(site.database(), test_city, "http://prima.test/", now());
  ASSERT_TRUE(link);
  EXPECT_FALSE(first_administrator_link(site.database(), test_city, "http://prima.test", now()));
  ASSERT_TRUE(link->starts_with("http://prima.test/tautan/3374."));
  Browser browser(site);
  const std::string path = link_in(*link);
  browser.get(path);
  EXPECT_EQ(browser.post(path, {{"kata_sandi", new_password}, {"ulang", new_password}}).location, "/masuk/kode");
  EXPECT_EQ(browser.get("/masuk/kode").location, "/masuk/kode/daftar");
}

}  // namespace
}  // namespace prima::app
