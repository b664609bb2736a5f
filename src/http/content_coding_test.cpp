#include "http/content_coding.h"

#include <gtest/gtest.h>

#include "http/conditions.h"
#include "http/media_type.h"

namespace prima::http {
namespace {

TEST(ContentCoding, IsWhatTheClientLikesBest) {
  using enum Coding;
  const std::vector<std::pair<std::string_view, Coding>> cases = {
      {"", identity},
      {"gzip", gzip},
      {"br", brotli},
      {"gzip, deflate, br", brotli},
      {"GZIP", gzip},
      {"x-gzip", gzip},
      {"deflate", identity},
      {"gzip;q=1.0, br;q=0.5", gzip},
      {"gzip;q=0.5,br;q=0.501", brotli},
      {"gzip ; q=0.8 , br ; q=0.8", brotli},
      {"br;q=0, gzip;q=0.001", gzip},
      {"br;q=0, gzip;q=0", identity},
      {"*", brotli},
      {"*;q=0", identity},
      {"br;q=0, *", gzip},
      {"*;q=0.5, gzip", gzip},
      {"identity;q=1, br;q=0.5", identity},
      {"identity;q=0.5, br;q=0.5", brotli},
      {"identity;q=0", identity},
      {"gzip;q=", identity},
      {"gzip;q=2", identity},
      {"gzip;q=0.0001", identity},
      {"gzip;q=a", identity},
      {"gzip;level=9", identity},
      {"gzip;q=1.000", gzip},
      {",,gzip,,", gzip},
      {"gzipped", identity},
  };
  for (const auto& [header, coding] : cases) EXPECT_EQ(preferred_coding(header), coding) << header;
  EXPECT_EQ(preferred_coding(std::nullopt), identity);
}

TEST(ContentCoding, IsForTextOnly) {
  for (const std::string_view type : {"text/html; charset=utf-8", "application/json", "image/svg+xml", "text/csv"}) {
    EXPECT_TRUE(is_compressible(type)) << type;
  }
  for (const std::string_view type : {"", "image/png", "font/woff2", "application/octet-stream"})
    EXPECT_FALSE(is_compressible(type)) << type;
}

TEST(Tags, CompareWeaklyOrStrongly) {
  EXPECT_TRUE(matches_tag("W/\"a\"", "\"a\"", Comparison::weak));
  EXPECT_FALSE(matches_tag("W/\"a\"", "\"a\"", Comparison::strong));
  EXPECT_TRUE(matches_tag(" \"b\" ,\"a\"", "\"a\"", Comparison::strong));
  EXPECT_FALSE(matches_tag("", "\"a\"", Comparison::weak));
  EXPECT_FALSE(matches_tag("a", "\"a\"", Comparison::weak));
}

TEST(Range, OfAnEmptyFileIsNone) {
  EXPECT_EQ(read_range("bytes=0-", 0).kind, RangeAnswer::Kind::none);
  EXPECT_EQ(read_range("bytes=-1", 0).kind, RangeAnswer::Kind::none);
}

TEST(Range, DoesNotOverflow) {
  EXPECT_EQ(read_range("bytes=0-99999999999999999999", 10).kind, RangeAnswer::Kind::whole);
  EXPECT_EQ(read_range("bytes=5-999999999999999999", 10).part, (ByteRange{5, 5}));
}

TEST(ParameterisedValue, TakesQuotesAway) {
  const auto value = read_parameterised(" Form-Data ; Name=\"a\\\"b\\\\c\\d\" ; x=y;");
  ASSERT_TRUE(value);
  EXPECT_EQ(value->value, "form-data");
  EXPECT_EQ(value->parameter("name"), "a\"b\\c\\d");
  EXPECT_EQ(value->parameter("x"), "y");
  EXPECT_FALSE(value->parameter("z"));
  for (const std::string_view bad :
       {"", ";", "a/", "/a", "a b", "a;b", "a;b=", "a;=b", "a;b=\"c", "a;b=c d", "a;b=c;B=d", "a/b/c"}) {
    EXPECT_FALSE(read_parameterised(bad)) << bad;
  }
}

}  // namespace
}  // namespace prima::http
