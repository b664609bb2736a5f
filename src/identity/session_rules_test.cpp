#include "identity/session_rules.h"

#include <gtest/gtest.h>

#include "identity/csrf_rules.h"
#include "identity/system_random.h"

namespace prima::identity {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

const Instant start = from_unix_ms(1'800'000'000'000);

http::Request request_with(std::vector<http::HeaderField> headers, bool secure = true,
                           http::Method method = http::Method::post) {
  http::Request request;
  request.method = method;
  request.secure = secure;
  request.host = "prima.contoh.go.id";
  request.headers = std::move(headers);
  return request;
}

TEST(SessionToken, HasAllItsBitsAndIsStoredAsAHash) {
  const std::string token = session_token(random_bytes(session_token_bytes));
  EXPECT_EQ(token.size(), 43U);
  EXPECT_NE(token, session_token(random_bytes(session_token_bytes)));
  const auto stored = stored_session_token(session_token(std::string(32, '\0')));
  ASSERT_TRUE(stored);
  EXPECT_EQ((*stored)[0], 0x66) << "SHA-256 of 32 zero bytes is 66687aad...";
  EXPECT_EQ((*stored)[1], 0x68);
}

TEST(SessionToken, OfAnotherFormIsNone) {
  const std::string token = session_token(std::string(32, 'x'));
  for (const std::string& text : {std::string(), token + "A", token.substr(1), "!" + token.substr(1)}) {
    EXPECT_FALSE(stored_session_token(text)) << text;
  }
}

TEST(TokenPlace, IsReadOnlyAsItIsWritten) {
  const std::string token = session_token(std::string(32, 'x'));
  EXPECT_EQ(to_text(TokenPlace{InstitutionId{3374}, token}), "3374." + token);
  EXPECT_EQ(read_token_place("3374." + token), (TokenPlace{InstitutionId{3374}, token}));
  const std::string texts[] = {
      token,   "." + token,         "03374." + token, "-1." + token, "12345678901." + token, "3374." + token + "x",
      "3374.", std::string("3374"), "3 374." + token};
  for (const std::string& text : texts) {
    EXPECT_FALSE(read_token_place(text)) << text;
  }
}

TEST(Session, EndsAfterThirtyIdleMinutesAndTwelveHours) {
  struct Row {
    milliseconds since_creation;
    milliseconds since_seen;
    SessionState state;
  };
  const Row rows[] = {
      {milliseconds(0), milliseconds(0), SessionState::alive},
      {hours(1), minutes(30) - milliseconds(1), SessionState::alive},
      {hours(1), minutes(30), SessionState::idle_too_long},
      {hours(12) - milliseconds(1), milliseconds(0), SessionState::alive},
      {hours(12), milliseconds(0), SessionState::over},
      {hours(13), hours(1), SessionState::over},
  };
  for (const Row& row : rows) {
    const Instant now = start + row.since_creation;
    EXPECT_EQ(session_state({start, now - row.since_seen}, now), row.state) << row.since_creation.count();
  }
  EXPECT_EQ(session_state({start, start}, start + minutes(2), {.idle = minutes(2)}), SessionState::idle_too_long);
}

TEST(Session, IsNotedAsSeenOnceAMinute) {
  EXPECT_FALSE(should_note_seen({start, start}, start + minutes(1) - milliseconds(1)));
  EXPECT_TRUE(should_note_seen({start, start}, start + minutes(1)));
}

TEST(Session, SaysWhyItEnded) {
  EXPECT_FALSE(describe(SessionState::alive));
  EXPECT_NE(describe(SessionState::idle_too_long)->id.find("30 menit"), std::string::npos);
  EXPECT_NE(describe(SessionState::over)->en.find("12 hours"), std::string::npos);
}

TEST(Session, GetsANewTokenWhenItsRightsChange) {
  for (const auto event : {SessionEvent::signed_in, SessionEvent::second_factor_passed, SessionEvent::password_changed,
                           SessionEvent::second_factor_changed, SessionEvent::roles_changed}) {
    const SessionEffect effect = effect_of(event);
    EXPECT_TRUE(effect.new_token || effect.ends_this) << static_cast<int>(event);
  }
  EXPECT_TRUE(effect_of(SessionEvent::password_changed).ends_others);
  EXPECT_EQ(effect_of(SessionEvent::signed_out), (SessionEffect{.ends_this = true}));
  EXPECT_EQ(effect_of(SessionEvent::signed_out_everywhere), (SessionEffect{.ends_this = true, .ends_others = true}));
  EXPECT_EQ(effect_of(SessionEvent::account_closed), (SessionEffect{.ends_this = true, .ends_others = true}));
}

TEST(Cookie, IsBoundToTheHostOverTls) {
  EXPECT_EQ(set_cookie(session_cookie, "abc", Transport::tls),
            "__Host-prima_session=abc; Path=/; Secure; HttpOnly; SameSite=Lax");
  EXPECT_EQ(set_cookie(session_cookie, "abc", Transport::plain_loopback),
            "prima_session=abc; Path=/; HttpOnly; SameSite=Lax");
  EXPECT_EQ(set_cookie(sign_in_cookie, "abc", Transport::tls),
            "__Host-prima_sign_in=abc; Path=/; Max-Age=600; Secure; HttpOnly; SameSite=Lax");
  EXPECT_EQ(clear_cookie(session_cookie, Transport::tls),
            "__Host-prima_session=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax");
}

TEST(Cookie, IsReadOnlyWhenThereIsOneOfItsName) {
  struct Row {
    const char* line;
    std::optional<std::string> value;
  };
  const Row rows[] = {
      {"__Host-prima_session=abc", "abc"},
      {"a=b; __Host-prima_session=abc;c=d", "abc"},
      {" __Host-prima_session = abc ", "abc"},
      {"__Host-prima_session=", ""},
      {"prima_session=abc", std::nullopt},
      {"__host-prima_session=abc", std::nullopt},
      {"x__Host-prima_session=abc", std::nullopt},
      {"__Host-prima_session=abc; __Host-prima_session=def", std::nullopt},
      {"", std::nullopt},
      {";;=;", std::nullopt},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(read_cookie(request_with({{"cookie", row.line}}), session_cookie), row.value) << row.line;
  }
  EXPECT_EQ(read_cookie(request_with({{"Cookie", "__Host-prima_session=a"}, {"Cookie", "__Host-prima_session=b"}}),
                        session_cookie),
            std::nullopt);
  EXPECT_EQ(read_cookie(request_with({{"Cookie", "prima_session=abc"}}, false), session_cookie), "abc");
}

TEST(Csrf, JudgesWhereARequestComesFrom) {
  struct Row {
    const char* name;
    std::vector<http::HeaderField> headers;
    Origin origin;
  };
  const Row rows[] = {
      {"own page", {{"Origin", "https://prima.contoh.go.id"}, {"Sec-Fetch-Site", "same-origin"}}, Origin::here},
      {"own page, old browser", {{"Origin", "https://prima.contoh.go.id"}}, Origin::here},
      {"other letters", {{"Origin", "https://PRIMA.contoh.go.id"}}, Origin::here},
      {"typed", {{"Sec-Fetch-Site", "none"}}, Origin::here},
      {"says nothing", {}, Origin::unknown},
      {"other site", {{"Origin", "https://jahat.example"}, {"Sec-Fetch-Site", "cross-site"}}, Origin::foreign},
      {"other host of the domain", {{"Sec-Fetch-Site", "same-site"}}, Origin::foreign},
      {"lies about one", {{"Origin", "https://jahat.example"}, {"Sec-Fetch-Site", "same-origin"}}, Origin::foreign},
      {"sandboxed frame", {{"Origin", "null"}}, Origin::foreign},
      {"plain", {{"Origin", "http://prima.contoh.go.id"}}, Origin::foreign},
      {"other port", {{"Origin", "https://prima.contoh.go.id:8443"}}, Origin::foreign},
      {"longer name", {{"Origin", "https://prima.contoh.go.id.jahat.example"}}, Origin::foreign},
  };
  for (const Row& row : rows) EXPECT_EQ(origin_of(request_with(row.headers), ""), row.origin) << row.name;
}

TEST(Csrf, JudgesByThePublicOriginBehindAnotherServer) {
  const auto request = request_with({{"Origin", "https://layanan.contoh.go.id"}}, false);
  EXPECT_EQ(origin_of(request, "https://layanan.contoh.go.id"), Origin::here);
  EXPECT_EQ(origin_of(request, ""), Origin::foreign);
}

TEST(Csrf, DoesNotJudgeReading) {
  EXPECT_EQ(origin_of(request_with({{"Sec-Fetch-Site", "cross-site"}}, true, http::Method::get), ""), Origin::here);
  EXPECT_FALSE(why_not_from_here(request_with({}, true, http::Method::head), "", "session", ""));
}

TEST(Csrf, TokensBelongToOneSessionAndDifferOnEachPage) {
  const std::string first = csrf_token("session one", random_bytes(csrf_mask_bytes));
  const std::string second = csrf_token("session one", random_bytes(csrf_mask_bytes));
  EXPECT_NE(first, second);
  EXPECT_TRUE(is_csrf_token("session one", first));
  EXPECT_TRUE(is_csrf_token("session one", second));
  EXPECT_FALSE(is_csrf_token("session two", first));
  EXPECT_FALSE(is_csrf_token("session one", ""));
  EXPECT_FALSE(is_csrf_token("session one", first.substr(1)));
  std::string altered = first;
  altered[50] = altered[50] == 'A' ? 'B' : 'A';
  EXPECT_FALSE(is_csrf_token("session one", altered));
}

TEST(Csrf, NeedsBothChecks) {
  const std::string token = csrf_token("session", random_bytes(csrf_mask_bytes));
  EXPECT_FALSE(why_not_from_here(request_with({{"Sec-Fetch-Site", "same-origin"}}), "", "session", token));
  EXPECT_FALSE(why_not_from_here(request_with({}), "", "session", token));
  EXPECT_TRUE(why_not_from_here(request_with({{"Sec-Fetch-Site", "same-origin"}}), "", "session", ""));
  EXPECT_TRUE(why_not_from_here(request_with({{"Sec-Fetch-Site", "cross-site"}}), "", "session", token));
}

}  // namespace
}  // namespace prima::identity
