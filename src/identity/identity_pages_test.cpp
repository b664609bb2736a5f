#include <gtest/gtest.h>

#include <map>
#include <regex>

#include "identity/account_page.h"
#include "identity/device_name_rules.h"
#include "identity/link_page.h"
#include "identity/people_page.h"
#include "identity/permissions_page.h"
#include "identity/person_data_api.h"
#include "identity/person_page.h"
#include "identity/second_factor_page.h"
#include "identity/sign_in_page.h"
#include "identity/totp_rules.h"

namespace prima::identity {
namespace {

constexpr InstitutionId city{3374};
const Instant moment = from_unix_ms(1'800'000'000'000);

bool has(std::string_view page, std::string_view what) { return page.find(what) != std::string_view::npos; }

std::size_t count(std::string_view page, std::string_view what) {
  std::size_t found = 0;
  for (auto at = page.find(what); at != std::string_view::npos; at = page.find(what, at + 1)) ++found;
  return found;
}

Account sari() {
  Account account;
  account.institution = city;
  account.id = *parse_id<AccountTag>("0190a0b1-0000-7000-8000-000000000001");
  account.name = "sari";
  account.person_name = "Sari <b>Wulandari</b>";
  account.mail = "sari@contoh.go.id";
  account.state = AccountState::active;
  account.created_at = account.changed_at = moment;
  return account;
}

ShownGrant head_of_unit() {
  Grant grant{Role::unit_head, Scope::own_unit, city, *parse_id<UnitTag>("0190a0b1-0000-7000-8000-000000000002")};
  return {grant, "Pemerintah Kota Contoh", "Dinas Contoh"};
}

AccountSheet account_sheet() {
  Session here;
  here.token_hash.fill(1);
  here.device = "Firefox 128, Windows";
  here.times = {moment, moment};
  Session there = here;
  there.token_hash.fill(2);
  there.device = "";
  AccountSheet sheet{.account = sari(), .institution_name = "Pemerintah Kota Contoh"};
  sheet.grants = {head_of_unit()};
  sheet.sessions = {here, there};
  sheet.this_session = here.token_hash;
  sheet.has_second_factor = true;
  sheet.recovery_codes_left = 9;
  sheet.csrf = "token-of-the-form";
  return sheet;
}

PersonSheet person_sheet() {
  PersonSheet sheet{.account = sari(), .institution_name = "Pemerintah Kota Contoh"};
  sheet.grants = {head_of_unit()};
  sheet.has_second_factor = true;
  sheet.may_manage = sheet.may_grant = sheet.may_export_and_erase = true;
  sheet.csrf = "token-of-the-form";
  return sheet;
}

PeopleList people_list() {
  PeopleList list{.institution_number = "3374", .institution_name = "Pemerintah Kota Contoh"};
  list.rows = {{sari(), {Role::unit_head, Role::unit_staff}}};
  list.next = "sari";
  list.institutions = {{"3374", "Pemerintah Kota Contoh"}, {"3322", "Pemerintah Kabupaten Contoh"}};
  list.may_invite = true;
  list.invitation.grant.units = {{"u", "Dinas Contoh"}};
  list.csrf = "token-of-the-form";
  list.problems = {{"nama", {"Nama ini sudah dipakai.", "This name is taken."}}};
  return list;
}

EnrolForm enrol_form() {
  return {.csrf = "token-of-the-form",
          .secret = "ABCDEFGHIJ",
          .address = totp_address(std::string(totp_secret_bytes, 'x'), "Prima", "sari"),
          .sealed = "sealed",
          .asks_password = true};
}

std::map<std::string, std::string> pages(Language language) {
  return {
      {"sign in", sign_in_page(language, {.name = "sari", .return_path = "/hasil?q=a&b", .problem = Words{"a", "b"}})},
      {"code", code_page(language, {.csrf = "token-of-the-form", .problem = Words{"a", "b"}})},
      {"enrol", enrol_page(language, enrol_form())},
      {"recovery", recovery_codes_page(language, {.codes = {"abcd-efgh"}, .account_name = "sari"})},
      {"link", choose_password_page(language, {.link = "3374.TOKEN", .account_name = "sari", .is_invitation = true})},
      {"dead link", dead_link_page(language)},
      {"forgotten", forgotten_page(language, {})},
      {"forgotten without mail", forgotten_page(language, {.sends_mail = false})},
      {"account", account_page(language, account_sheet())},
      {"people", people_page(language, people_list())},
      {"made link",
       made_link_page(language, {.address = "https://contoh.go.id/tautan/1.x", .back_path = "/kelola/orang"})},
      {"person", person_page(language, person_sheet())},
      {"permissions", permissions_page(language)}};
}

TEST(IdentityPages, HaveExactlyOneFirstHeading) {
  for (const Language language : {Language::id, Language::en}) {
    for (const auto& [name, page] : pages(language)) EXPECT_EQ(count(page, "<h1"), 1U) << name;
  }
}

TEST(IdentityPages, LabelEveryField) {
  const std::regex field(R"re(<(?:input|select|textarea)\b[^>]*>)re");
  const std::regex id(R"re(\bid="([^"]+)")re");
  for (const auto& [name, page] : pages(Language::id)) {
    for (std::sregex_iterator at(page.begin(), page.end(), field), end; at != end; ++at) {
      const std::string tag = at->str();
      if (has(tag, "type=\"hidden\"")) continue;
      std::smatch found;
      ASSERT_TRUE(std::regex_search(tag, found, id)) << name << ": " << tag;
      EXPECT_EQ(count(page, "for=\"" + found[1].str() + "\""), 1U) << name << ": " << tag;
    }
  }
}

TEST(IdentityPages, UseEachIdOnce) {
  const std::regex id(R"re(\sid="([^"]+)")re");
  for (const auto& [name, page] : pages(Language::id)) {
    std::map<std::string, int> seen;
    for (std::sregex_iterator at(page.begin(), page.end(), id), end; at != end; ++at) {
      EXPECT_EQ(++seen[(*at)[1].str()], 1) << name << ": " << (*at)[1].str();
    }
  }
}

TEST(IdentityPages, HoldNoEnglishInIndonesian) {
  for (const auto& [name, page] : pages(Language::id)) {
    for (const std::string_view word : {"Password", "password<", "Sign ", "Account", "Second factor", " everywhere",
                                        "Required", "Save", "Invite", "Role"}) {
      EXPECT_FALSE(has(page, word)) << name << ": " << word;
    }
  }
}

TEST(IdentityPages, CarryTheTokenInEveryFormThatChangesSomething) {
  for (const auto& [name, page] : pages(Language::id)) {
    if (!has(page, "token-of-the-form")) continue;
    EXPECT_EQ(count(page, "method=\"post\""), count(page, "name=\"csrf\" value=\"token-of-the-form\"")) << name;
  }
}

TEST(IdentityPages, EscapeTheNamesOfPeople) {
  for (const auto& [name, page] : pages(Language::id)) EXPECT_FALSE(has(page, "<b>Wulandari")) << name;
}

TEST(IdentityPages, SayWhyPersonalDataIsAsked) {
  for (const std::string_view name : {"account", "people", "person", "link"}) {
    const std::string page = pages(Language::id).at(std::string(name));
    EXPECT_TRUE(has(page, "Mengapa data ini diminta")) << name;
    EXPECT_TRUE(has(page, "Supaya rekan kerja tahu")) << name;
  }
}

TEST(IdentityPages, ShowTheSecretAsPictureLinkAndText) {
  const std::string page = enrol_page(Language::id, enrol_form());
  EXPECT_TRUE(has(page, "<svg viewBox="));
  EXPECT_TRUE(has(page, "href=\"otpauth://totp/Prima:sari"));
  EXPECT_TRUE(has(page, "<code>ABCD EFGH IJ</code>"));
}

TEST(IdentityPages, KeepTheReturnPathInTheFormAndInTheSwitchOfLanguage) {
  const std::string page = sign_in_page(Language::id, {.return_path = "/hasil?q=a&b"});
  EXPECT_TRUE(has(page, "name=\"ke\" value=\"/hasil?q=a&amp;b\""));
  EXPECT_TRUE(has(page, "/en/masuk?ke=%2Fhasil%3Fq%3Da%26b"));
}

TEST(IdentityPages, ShowEachActionAndEachRoleOfTheTable) {
  const std::string page = permissions_page(Language::en);
  for (const Action action : all_actions()) EXPECT_TRUE(has(page, name(action).en)) << key(action);
  for (const Role role : all_roles()) EXPECT_TRUE(has(page, name(role).en)) << key(role);
}

TEST(IdentityPages, LetNobodyManageWhoMayNot) {
  PersonSheet sheet = person_sheet();
  sheet.may_manage = sheet.may_grant = sheet.may_export_and_erase = false;
  EXPECT_FALSE(has(person_page(Language::id, sheet), "method=\"post\""));
}

TEST(IdentityPages, OfferNoSignOutOfTheSessionAtHandInTheTable) {
  const AccountSheet sheet = account_sheet();
  const std::string page = account_page(Language::id, sheet);
  EXPECT_FALSE(has(page, session_key(sheet.sessions[0])));
  EXPECT_TRUE(has(page, session_key(sheet.sessions[1])));
}

TEST(PersonData, SaysEverythingButTheSecrets) {
  const AccountSheet sheet = account_sheet();
  const std::string json =
      person_data_json({.account = sari(), .grants = {head_of_unit().grant}, .sessions = sheet.sessions}, Language::id);
  for (const std::string_view part : {"sari@contoh.go.id", "unit_head", "Firefox 128, Windows",
                                      "2027-01-15T08:00:00.000Z", "\"purpose\"", "\"retention\""}) {
    EXPECT_TRUE(has(json, part)) << part;
  }
  EXPECT_FALSE(has(json, session_key(sheet.sessions[0])));
}

TEST(DeviceName, IsWhatPeopleCallTheirBrowser) {
  const std::map<std::string, std::string> names = {
      {"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox 128, Windows"},
      {"Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36",
       "Chrome 126, Android"},
      {"Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0",
       "Edge 126, Windows"},
      {"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 "
       "Mobile/15E148 Safari/604.1",
       "Safari 17, iPhone"},
      {"curl/7.88.1", "curl/7.88.1"},
      {"\xf0\x9f\x98\x80", ""},
      {"", ""},
  };
  for (const auto& [agent, name] : names) EXPECT_EQ(device_name(agent), name) << agent;
}

}  // namespace
}  // namespace prima::identity
