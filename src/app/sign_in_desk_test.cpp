#include "app/sign_in_desk.h"

#include "app/people_test_support.h"
#include "identity/people_store.h"

namespace prima::app {
namespace {

using identity::Grant;
using identity::Role;
using identity::Scope;

const Grant everywhere{Role::administrator, Scope::everywhere, test_city, std::nullopt};
const std::string wrong_password = "bukan kata sandi ini";

class SignIn : public testing::Test {
 protected:
  TestSite site;
  Browser browser{site};
};

TEST_F(SignIn, TakesOnlyTheRightPassword) {
  site.add("sari");
  EXPECT_EQ(browser.get("/akun").location, "/masuk?ke=%2Fakun");
  EXPECT_EQ(browser.sign_in("sari", wrong_password).status, 422);
  EXPECT_EQ(browser.get("/akun").status, 303);
  EXPECT_EQ(browser.sign_in("Sari ").location, "/akun");
  const Answer account = browser.get("/akun");
  EXPECT_EQ(account.status, 200);
  EXPECT_TRUE(account.has("Orang sari"));
  EXPECT_TRUE(account.has("Firefox 128, Linux"));
}

TEST_F(SignIn, DoesNotTellWhetherANameExists) {
  site.add("sari");
  const Answer wrong = browser.sign_in("sari", wrong_password);
  const Answer unknown = browser.sign_in("budi", wrong_password);
  EXPECT_EQ(wrong.status, unknown.status);
  std::string body = unknown.body;
  for (std::size_t at = body.find("budi"); at != std::string::npos; at = body.find("budi")) body.replace(at, 4, "sari");
  EXPECT_EQ(wrong.body, body);
}

TEST_F(SignIn, SlowsDownStrangersButNotABrowserThatIsKnown) {
  site.add("sari");
  browser.sign_in("sari");
  browser.get("/akun");
  EXPECT_EQ(browser.post("/keluar").status, 303);
  Browser stranger(site, "198.51.100.7");
  int waits = 0;
  for (int i = 0; i < 14; ++i) waits += stranger.sign_in("sari", wrong_password).status == 429 ? 1 : 0;
  EXPECT_GE(waits, 2);
  EXPECT_EQ(stranger.sign_in("sari").status, 429) << "the right password must wait, too";
  EXPECT_EQ(browser.sign_in("sari").location, "/akun");
}

TEST_F(SignIn, CountsNamesThatDoNotExistAlike) {
  Browser stranger(site, "198.51.100.7");
  int waits = 0;
  for (int i = 0; i < 14; ++i) waits += stranger.sign_in("tidak-ada", wrong_password).status == 429 ? 1 : 0;
  EXPECT_GE(waits, 2);
}

TEST_F(SignIn, LeadsBackOnlyToPathsOfThisSite) {
  site.add("sari");
  const std::map<std::string, std::string> targets = {
      {"/hasil?q=bogor", "/hasil?q=bogor"}, {"/en/hasil", "/en/hasil"},    {"//jahat.example", "/akun"},
      {"https://jahat.example", "/akun"},   {"/\\jahat.example", "/akun"}, {"/a\n", "/akun"}};
  for (const auto& [wanted, target] : targets) {
    Browser other(site);
    EXPECT_EQ(other.sign_in("sari", good_password, wanted).location, target) << wanted;
  }
}

TEST_F(SignIn, GivesANewTokenAndEndsTheOneBefore) {
  site.add("sari");
  browser.sign_in("sari");
  const std::string first = browser.cookies.at("prima_session");
  browser.get("/akun");
  browser.post("/masuk", {{"nama", "sari"}, {"kata_sandi", std::string(good_password)}});
  EXPECT_NE(browser.cookies.at("prima_session"), first);
  Browser thief(site);
  thief.cookies["prima_session"] = first;
  EXPECT_EQ(thief.get("/akun").status, 303);
}

TEST_F(SignIn, AsksAdministratorsForASecondFactorBeforeAnythingElse) {
  site.add("sari", {everywhere});
  EXPECT_EQ(browser.sign_in("sari", good_password, "/kelola/orang").location,
            "/masuk/kode/daftar?ke=%2Fkelola%2Forang");
  EXPECT_EQ(browser.get("/akun").status, 303);
  EXPECT_EQ(browser.get("/kelola/orang").location, "/masuk/kode?ke=%2Fkelola%2Forang");
  const std::string before = browser.cookies.at("prima_session");
  browser.enrol();
  EXPECT_TRUE(browser.last_answer.has("Kode pemulihan akun sari"));
  EXPECT_NE(browser.cookies.at("prima_session"), before);
  EXPECT_EQ(browser.get("/kelola/orang").status, 200);
}

TEST_F(SignIn, TakesEachCodeOfTheAppOnce) {
  site.add("sari", {everywhere});
  browser.sign_in("sari");
  const std::string secret = browser.enrol();
  const std::int64_t step = identity::totp_step(now());
  browser.post("/keluar");
  EXPECT_EQ(browser.sign_in("sari").location, "/masuk/kode");
  browser.get("/masuk/kode");
  EXPECT_EQ(browser.post("/masuk/kode", {{"kode", identity::totp_code(secret, step - 1)}}).status, 422);
  const std::string next = identity::totp_code(secret, step + 1);
  EXPECT_EQ(browser.post("/masuk/kode", {{"kode", next}}).location, "/akun");
  EXPECT_EQ(browser.get("/akun").status, 200);

  browser.post("/keluar");
  browser.sign_in("sari");
  browser.get("/masuk/kode");
  EXPECT_EQ(browser.post("/masuk/kode", {{"kode", next}}).status, 422) << "used already";
  EXPECT_EQ(browser.get("/akun").status, 303);
}

TEST_F(SignIn, TakesEachRecoveryCodeOnce) {
  site.add("sari", {everywhere});
  browser.sign_in("sari");
  browser.enrol();
  const std::string code = between(browser.last_answer.body, "<code>", "</code>");
  ASSERT_FALSE(code.empty());
  for (const int status : {303, 422}) {
    Browser other(site);
    other.sign_in("sari");
    other.get("/masuk/kode");
    EXPECT_EQ(other.post("/masuk/kode", {{"kode", code}}).status, status);
  }
}

TEST_F(SignIn, LetsNobodyReplaceASecondFactorWithThePasswordAlone) {
  site.add("sari", {everywhere});
  browser.sign_in("sari");
  browser.enrol();
  Browser thief(site);
  thief.sign_in("sari");
  EXPECT_EQ(thief.get("/masuk/kode/daftar").location, "/masuk/kode");
  thief.get("/masuk/kode");
  EXPECT_EQ(thief.post("/masuk/kode/daftar", browser.last_enrolment).location, "/masuk/kode");
}

TEST_F(SignIn, AsksForASecondFactorThatAPersonChose) {
  site.add("sari");
  browser.sign_in("sari");
  browser.enrol();
  Browser other(site);
  EXPECT_EQ(other.sign_in("sari").location, "/masuk/kode");
  EXPECT_EQ(other.get("/akun").status, 303);
}

TEST_F(SignIn, TakesTheFormOfAnEnrolmentOnce) {
  site.add("sari", {everywhere});
  browser.sign_in("sari");
  browser.enrol();
  EXPECT_EQ(browser.post("/masuk/kode/daftar", browser.last_enrolment).location, "/masuk/kode/daftar");
}

TEST_F(SignIn, EndsTheSessionAtSignOut) {
  site.add("sari");
  browser.sign_in("sari");
  browser.get("/akun");
  const std::string token = browser.cookies.at("prima_session");
  const Answer out = browser.post("/keluar");
  EXPECT_EQ(out.location, "/masuk?kabar=keluar");
  EXPECT_EQ(out.clear_site_data, "\"cache\", \"storage\"");
  EXPECT_FALSE(browser.cookies.contains("prima_session"));
  EXPECT_TRUE(browser.cookies.contains("prima_device"));
  Browser thief(site);
  thief.cookies["prima_session"] = token;
  EXPECT_EQ(thief.get("/akun").status, 303);
}

TEST_F(SignIn, RefusesFormsOfOtherSites) {
  site.add("sari");
  browser.sign_in("sari");
  browser.get("/akun");
  browser.origin = "https://jahat.example";
  EXPECT_EQ(browser.post("/keluar").status, 403);
  browser.origin = std::string(test_origin);
  const std::string token = std::exchange(browser.csrf, "");
  EXPECT_EQ(browser.post("/keluar").status, 403);
  browser.csrf = token;
  EXPECT_EQ(browser.post("/keluar").status, 303);
  Browser stranger(site);
  stranger.origin = "https://jahat.example";
  EXPECT_EQ(stranger.sign_in("sari").status, 403);
}

}  // namespace
}  // namespace prima::app
