#include "journal/canonical_json.h"

#include <gtest/gtest.h>

#include <random>

#include "base/assert.h"

namespace prima::journal {
namespace {

std::string canonical(std::string_view text) {
  const auto json = parse_json(text);
  EXPECT_TRUE(json) << text << " at " << (json ? 0 : json.error().position) << ": "
                    << (json ? "" : json.error().message.en);
  return json ? to_text(*json) : "";
}

// RFC 8785, 3.2.3: the example that sorts an emoji before U+FB33, and the Euro sign before both.
TEST(CanonicalJson, SortsNamesByUtf16CodeUnits) {
  EXPECT_EQ(canonical("{\n  \"\\u20ac\": \"Euro Sign\",\n  \"\\r\": \"Carriage Return\",\n"
                      "  \"\\ufb33\": \"Hebrew Letter Dalet With Dagesh\",\n  \"1\": \"One\",\n"
                      "  \"\\ud83d\\ude00\": \"Emoji: Grinning Face\",\n  \"\\u0080\": \"Control\",\n"
                      "  \"\\u00f6\": \"Latin Small Letter O With Diaeresis\"\n}"),
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xc2\x80\":\"Control\","
            "\"\xc3\xb6\":\"Latin Small Letter O With Diaeresis\",\"\xe2\x82\xac\":\"Euro Sign\","
            "\"\xf0\x9f\x98\x80\":\"Emoji: Grinning Face\",\"\xef\xac\xb3\":\"Hebrew Letter Dalet With Dagesh\"}");
}

// RFC 8785, 3.2.2: the string and the literals of the example.
TEST(CanonicalJson, WritesTheShortestEscapes) {
  EXPECT_EQ(canonical("{\"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\","
                      " \"literals\": [null, true, false]}"),
            "{\"literals\":[null,true,false],\"string\":\"\xe2\x82\xac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
}

TEST(CanonicalJson, EscapesOnlyWhatItMust) {
  std::string text;
  for (int c = 0; c < 0x80; ++c) text += static_cast<char>(c);
  EXPECT_EQ(
      to_text(Json(text)),
      "\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e\\u000f\\u0010"
      "\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b\\u001c\\u001d\\u001e\\u001f"
      " !\\\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\x7f\"");
}

TEST(CanonicalJson, LeavesOutWhiteSpaceAndKeepsTheOrderOfArrays) {
  EXPECT_EQ(canonical(" [ 56 , { \"d\" : true , \"10\" : null , \"1\" : [ ] } ] "),
            "[56,{\"1\":[],\"10\":null,\"d\":true}]");
  EXPECT_EQ(canonical("{\"\":\"empty\",\"1\":{\"f\":{\"f\":\"hi\",\"F\":5},\"\\n\":56},\"111\":[{}]}"),
            "{\"\":\"empty\",\"1\":{\"\\n\":56,\"f\":{\"F\":5,\"f\":\"hi\"}},\"111\":[{}]}");
}

TEST(CanonicalJson, ReadsAndWritesIntegersThatEveryReaderShares) {
  for (const char* text : {"0", "-1", "9007199254740991", "-9007199254740991"}) EXPECT_EQ(canonical(text), text);
}

TEST(CanonicalJson, RefusesWhatItCannotHold) {
  const struct {
    const char* text;
    std::size_t position;
    const char* words;
  } rows[] = {
      {"{\"a\":1,\"b\":2,\"a\":3}", 13, "twice"},
      {"{\"a\":1,\"\\u0061\":3}", 7, "twice"},
      {"1.0", 0, "fraction"},
      {"[1e2]", 1, "fraction"},
      {"[-0]", 1, "integer"},
      {"01", 0, "integer"},
      {"-", 0, "integer"},
      {"9007199254740992", 0, "too large"},
      {"-99999999999999999999999", 0, "too large"},
      {"\"\\ud83d\"", 1, "surrogate"},
      {"\"\\ude00\\ud83d\"", 1, "surrogate"},
      {"\"\\ud83d\\u0041\"", 1, "surrogate"},
      {"\"\\ud83dx\"", 1, "surrogate"},
      {"\"\\x41\"", 2, "escape"},
      {"\"\\u12g4\"", 5, "four"},
      {"\"a\nb\"", 2, "control"},
      {"\"abc", 4, "quote"},
      {"\xef\xbb\xbf{}", 0, "value"},
      {"\"\xc3\x28\"", 1, "UTF-8"},
      {"{\"a\" 1}", 5, "colon"},
      {"{\"a\":1,}", 7, "string"},
      {"[1,]", 3, "value"},
      {"[1 2]", 3, "bracket"},
      {"{} {}", 3, "after"},
      {"", 0, "value"},
      {"nul", 0, "value"},
      {"{'a':1}", 1, "string"},
  };
  for (const auto& row : rows) {
    const auto json = parse_json(row.text);
    ASSERT_FALSE(json) << row.text;
    EXPECT_EQ(json.error().position, row.position) << row.text;
    EXPECT_NE(json.error().message.en.find(row.words), std::string::npos)
        << row.text << ": " << json.error().message.en;
    EXPECT_FALSE(json.error().message.id.empty());
  }
}

TEST(CanonicalJson, LimitsTheDepth) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_TRUE(parse_json(nested(64)));
  EXPECT_FALSE(parse_json(nested(65)));
  EXPECT_FALSE(parse_json(std::string(1'000'000, '[')));
}

TEST(CanonicalJson, AValueOutsideTheLimitsIsABug) {
  EXPECT_THROW(Json(greatest_json_integer + 1), Bug);
  EXPECT_THROW(Json("\xff"), Bug);
  EXPECT_THROW(Json::object().set("\xff", 1), Bug);
  EXPECT_THROW(Json(1).set("a", 1), Bug);
  EXPECT_THROW(Json::object().add(1), Bug);
}

TEST(CanonicalJson, SettingAMemberAgainReplacesIt) {
  Json json = Json::object({{"b", 1}, {"a", 2}});
  json.set("b", "x");
  EXPECT_EQ(to_text(json), "{\"a\":2,\"b\":\"x\"}");
  EXPECT_EQ(*json.find("b")->as_string(), "x");
  EXPECT_EQ(json.find("c"), nullptr);
  EXPECT_EQ(Json(1).find("c"), nullptr);
}

// Values at random from a fixed seed.
class Maker {
 public:
  Json value(int depth) {
    switch (pick(depth == 0 ? 4 : 6)) {
      case 0:
        return {};
      case 1:
        return pick(2) == 0;
      case 2:
        return static_cast<std::int64_t>(random_() % 18'014'398'509'481'983ULL) - greatest_json_integer;
      case 3:
        return string();
      case 4: {
        Json json = Json::array();
        for (std::uint64_t i = pick(4); i > 0; --i) json.add(value(depth - 1));
        return json;
      }
      default: {
        Json json = Json::object();
        for (std::uint64_t i = pick(5); i > 0; --i) json.set(string(), value(depth - 1));
        return json;
      }
    }
  }

 private:
  std::uint64_t pick(std::uint64_t count) { return random_() % count; }
  std::string string() {
    static const std::vector<std::string> pieces = {"a",
                                                    "\"",
                                                    "\\",
                                                    "\n",
                                                    std::string(1, '\0'),
                                                    "\x1f",
                                                    "\x7f",
                                                    "\xc2\x80",
                                                    "\xe2\x82\xac",
                                                    "\xef\xac\xb3",
                                                    "\xee\x80\x80",
                                                    "\xed\x9f\xbf",
                                                    "\xf0\x9f\x98\x80",
                                                    "\xf4\x8f\xbf\xbf"};
    std::string text;
    for (std::uint64_t i = pick(4); i > 0; --i) text += pieces[pick(pieces.size())];
    return text;
  }

  std::mt19937_64 random_{20261124};
};

// UTF-16 code units of valid UTF-8, the long way.
std::u16string utf16(std::string_view text) {
  std::u16string units;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t k) {
      return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i + k]));
    };
    const std::uint32_t lead = byte(0);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    std::uint32_t point = length == 1 ? lead : lead & (0x7fu >> length);
    for (std::size_t k = 1; k < length; ++k) point = point << 6 | (byte(k) & 63);
    if (point >= 0x10000) {
      units += static_cast<char16_t>(0xd800 + ((point - 0x10000) >> 10));
      point = 0xdc00 + ((point - 0x10000) & 0x3ff);
    }
    units += static_cast<char16_t>(point);
    i += length;
  }
  return units;
}

void expect_sorted(const Json& json) {
  if (const auto* items = json.as_array())
    for (const Json& item : *items) expect_sorted(item);
  if (const auto* members = json.as_object())
    for (std::size_t i = 0; i < members->size(); ++i) {
      expect_sorted((*members)[i].value);
      if (i > 0) {
        EXPECT_LT(utf16((*members)[i - 1].name), utf16((*members)[i].name));
      }
    }
}

TEST(CanonicalJson, RoundTripsAndSortsValuesAtRandom) {
  Maker maker;
  for (int i = 0; i < 5'000; ++i) {
    const Json json = maker.value(4);
    const std::string text = to_text(json);
    const auto again = parse_json(text);
    ASSERT_TRUE(again) << text;
    EXPECT_EQ(*again, json);
    EXPECT_EQ(to_text(*again), text);
    expect_sorted(json);
  }
}

TEST(CanonicalJson, CanonicalTextStandsAsItIsAndEqualsWhatItSays) {
  const Json whole = Json::object({{"a", 1}, {"b", "x"}});
  const Json text = Json::canonical("{\"a\":1,\"b\":\"x\"}");
  EXPECT_EQ(to_text(Json::object({{"of", text}})), "{\"of\":{\"a\":1,\"b\":\"x\"}}");
  EXPECT_EQ(text, whole);
  EXPECT_EQ(text.find("a"), nullptr);
  EXPECT_NE(text, Json::canonical("{}"));
}

}  // namespace
}  // namespace prima::journal
