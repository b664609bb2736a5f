#include "identity/totp_rules.h"

#include <gtest/gtest.h>

#include <set>

#include "identity/system_random.h"

namespace prima::identity {
namespace {

const std::string rfc_secret = "12345678901234567890";

Instant at_second(std::int64_t second) { return from_unix_ms(second * 1000); }

TEST(Totp, GivesTheVectorsOfRfc6238) {
  struct Row {
    std::int64_t second;
    std::int64_t step;
    const char* code;
  };
  const Row rows[] = {{59, 0x1, "94287082"},
                      {1111111109, 0x23523EC, "07081804"},
                      {1111111111, 0x23523ED, "14050471"},
                      {1234567890, 0x273EF07, "89005924"},
                      {2000000000, 0x3F940AA, "69279037"},
                      {20000000000, 0x27BC86AA, "65353130"}};
  const TotpRules eight{.step_seconds = 30, .digits = 8, .window = 1};
  for (const Row& row : rows) {
    EXPECT_EQ(totp_step(at_second(row.second)), row.step);
    EXPECT_EQ(totp_code(rfc_secret, row.step, eight), row.code);
    EXPECT_EQ(totp_code(rfc_secret, row.step), std::string(row.code).substr(2));
  }
}

TEST(Totp, TakesOneStepEarlierAndLaterAndNoMore) {
  const Instant now = at_second(1234567890);
  const std::int64_t step = totp_step(now);
  for (std::int64_t offset = -3; offset <= 3; ++offset) {
    const auto found = check_totp(rfc_secret, totp_code(rfc_secret, step + offset), now, std::nullopt);
    EXPECT_EQ(found.has_value(), offset >= -1 && offset <= 1) << offset;
    if (found) {
      EXPECT_EQ(*found, step + offset);
    }
  }
}

TEST(Totp, UsesEachStepOnce) {
  const Instant now = at_second(1234567890);
  const std::int64_t step = totp_step(now);
  const std::string code = totp_code(rfc_secret, step);
  EXPECT_EQ(check_totp(rfc_secret, code, now, step - 1), step);
  EXPECT_EQ(check_totp(rfc_secret, code, now, step), std::nullopt);
  EXPECT_EQ(check_totp(rfc_secret, code, now, step + 1), std::nullopt);
}

TEST(Totp, TakesNothingElseForACode) {
  const Instant now = at_second(1234567890);
  const std::string code = totp_code(rfc_secret, totp_step(now));
  EXPECT_TRUE(check_totp(rfc_secret, " " + code.substr(0, 3) + " " + code.substr(3), now, std::nullopt));
  for (const std::string& text : {std::string(), code.substr(1), code + "0", "x" + code.substr(1), code + code}) {
    EXPECT_FALSE(check_totp(rfc_secret, text, now, std::nullopt)) << text;
  }
  EXPECT_FALSE(check_totp("another secret of 20", code, now, std::nullopt));
}

TEST(Totp, WritesAnAddressThatAppsRead) {
  EXPECT_EQ(totp_address("Hello!\xDE\xAD\xBE\xEF", "Prima Kota Semarang", "sari@semarangkota.go.id"),
            "otpauth://totp/Prima%20Kota%20Semarang:sari%40semarangkota.go.id?secret=JBSWY3DPEHPK3PXP"
            "&issuer=Prima%20Kota%20Semarang&algorithm=SHA1&digits=6&period=30");
}

TEST(RecoveryCodes, AreTenDifferentOnesThatPeopleCanType) {
  const auto codes = make_recovery_codes(random_bytes(recovery_code_count * recovery_code_bytes));
  ASSERT_EQ(codes.size(), 10U);
  EXPECT_EQ(std::set<std::string>(codes.begin(), codes.end()).size(), 10U);
  for (const std::string& code : codes) {
    EXPECT_EQ(code.size(), 19U);
    EXPECT_EQ(code.find_first_not_of("abcdefghijklmnopqrstuvwxyz234567-"), std::string::npos);
  }
}

TEST(RecoveryCodes, AreTheSameHoweverTheyAreTyped) {
  const std::string code = make_recovery_codes(std::string(100, '\x5A')).front();
  const auto stored = stored_recovery_code(code);
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->size(), 32U);
  std::string upper;
  for (const char byte : code) {
    if (byte != '-') upper += static_cast<char>(byte >= 'a' && byte <= 'z' ? byte - 32 : byte);
  }
  EXPECT_EQ(stored_recovery_code(upper), stored);
  EXPECT_EQ(stored_recovery_code(" " + code + " "), stored);
}

TEST(RecoveryCodes, OfAnotherFormAreRefused) {
  for (const char* text : {"", "123456", "abcd-efgh", "abcd-efgh-abcd-efgh-abcd", "abcd-efgh-abcd-efg1"}) {
    EXPECT_FALSE(stored_recovery_code(text)) << text;
  }
}

}  // namespace
}  // namespace prima::identity
