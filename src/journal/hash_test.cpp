#include "journal/hash.h"

#include <gtest/gtest.h>

namespace prima::journal {
namespace {

TEST(Hash, IsSha256) {
  EXPECT_EQ(hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Hash, KeyedIsHmac) {
  // RFC 4231, test case 1: its key of twenty 0x0b is padded with zeros by HMAC itself.
  CommitmentKey key{};
  for (std::size_t i = 0; i < 20; ++i) key[i] = 0x0b;
  EXPECT_EQ(hex(hmac_sha256(key, "Hi There")), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
}

TEST(Hash, HexRoundTripsAndRefusesOtherForms) {
  const Hash hash = sha256("x");
  EXPECT_EQ(parse_hex(hex(hash)), hash);
  EXPECT_FALSE(parse_hex(hex(hash).substr(1)));
  EXPECT_FALSE(parse_hex("G" + hex(hash).substr(1)));
  EXPECT_FALSE(parse_hex("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"));
  EXPECT_EQ(hash_from(bytes_of(hash)), hash);
  EXPECT_FALSE(hash_from("short"));
}

TEST(Base64, MatchesRfc4648) {
  const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : vectors) {
    EXPECT_EQ(base64(bytes), text);
    EXPECT_EQ(parse_base64(text), bytes);
  }
}

TEST(Base64, RefusesWhatItDoesNotWrite) {
  for (const char* text : {"Zg", "Zg=", "Zh==", "Zm9=", "Z===", "====", "Zg==Zg==", "Zm9v\n", " Zm9v", "Zm-_", "=Zg="})
    EXPECT_FALSE(parse_base64(text)) << text;
}

TEST(Base64, RoundTripsEveryByte) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) {
    EXPECT_EQ(parse_base64(base64(bytes)), bytes);
    bytes += static_cast<char>(i);
  }
}

}  // namespace
}  // namespace prima::journal
