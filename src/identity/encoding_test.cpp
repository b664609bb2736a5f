#include "identity/encoding.h"

#include <gtest/gtest.h>

#include "identity/digest.h"

namespace prima::identity {
namespace {

std::string hex(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    text += digits[static_cast<unsigned char>(byte) >> 4U];
    text += digits[static_cast<unsigned char>(byte) & 15U];
  }
  return text;
}

TEST(Encoding, GivesTheVectorsOfRfc4648) {
  struct Row {
    const char* bytes;
    const char* base64;
    const char* base32;
  };
  const Row rows[] = {{"", "", ""},
                      {"f", "Zg==", "MY"},
                      {"fo", "Zm8=", "MZXQ"},
                      {"foo", "Zm9v", "MZXW6"},
                      {"foob", "Zm9vYg==", "MZXW6YQ"},
                      {"fooba", "Zm9vYmE=", "MZXW6YTB"},
                      {"foobar", "Zm9vYmFy", "MZXW6YTBOI"}};
  for (const Row& row : rows) {
    EXPECT_EQ(base64(row.bytes), row.base64);
    EXPECT_EQ(base32(row.bytes), row.base32);
    EXPECT_EQ(read_base32(row.base32), row.bytes);
    EXPECT_EQ(read_base64url(base64url(row.bytes)), row.bytes);
  }
}

TEST(Encoding, WritesEveryByteAndReadsItBack) {
  std::string all;
  for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  EXPECT_EQ(read_base64url(base64url(all)), all);
  EXPECT_EQ(read_base32(base32(all)), all);
  EXPECT_EQ(base64url("\xfb\xff"), "-_8");
}

TEST(Encoding, RefusesWhatNoWriterMakes) {
  for (const char* text : {"A", "AB=", "AA==", "A B", "AB", "Zh", "a+b/", "\xff\xff"}) {
    EXPECT_EQ(read_base64url(text), std::nullopt) << text;
  }
  for (const char* text : {"A", "MZ1W6", "M8", "MZXW6YQB9", "MZ"}) EXPECT_EQ(read_base32(text), std::nullopt) << text;
}

TEST(Encoding, ReadsBase32AsPeopleTypeIt) { EXPECT_EQ(read_base32("mzxw 6ytb-oi======"), "foobar"); }

TEST(Digest, GivesPublishedVectors) {
  EXPECT_EQ(hex(bytes_of(sha256(""))), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(hex(bytes_of(hmac_sha256("Jefe", "what do ya want for nothing?"))),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(hex(bytes_of(hmac_sha1("Jefe", "what do ya want for nothing?"))),
            "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
}

TEST(Digest, ComparesSecretsByAllTheirBytes) {
  EXPECT_TRUE(same_secret("", ""));
  EXPECT_TRUE(same_secret("abc", "abc"));
  EXPECT_FALSE(same_secret("abc", "abd"));
  EXPECT_FALSE(same_secret("abc", "ab"));
}

}  // namespace
}  // namespace prima::identity
