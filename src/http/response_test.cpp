#include "http/response.h"

#include <gtest/gtest.h>

#include "base/assert.h"
#include "http/http_date.h"
#include "http/percent.h"
#include "http/problem.h"

namespace prima::http {
namespace {

std::string header(const Response& response, std::string_view name) {
  for (const Response::Field& field : response.headers) {
    if (field.name == name) return field.value;
  }
  return "";
}

TEST(Redirect, StaysOnTheSite) {
  EXPECT_EQ(header(redirect(303, "/hasil?a=b#c"), "Location"), "/hasil?a=b#c");
  EXPECT_EQ(redirect(308, "/").status, 308);
  EXPECT_EQ(header(redirect(303, "/a b\r\nX: y\xc3\xa9"), "Location"), "/a%20b%0D%0AX:%20y%C3%A9");
  for (const std::string_view path : {"//jahat.example", "https://jahat.example", "/\\jahat.example", "", "hasil"}) {
    EXPECT_THROW(redirect(303, path), Bug) << path;
  }
  EXPECT_THROW(redirect(200, "/"), Bug);
}

TEST(Download, HasANameThatEveryBrowserUnderstands) {
  const auto disposition = [](std::string_view name) {
    return header(download(std::string(), "text/csv", name), "Content-Disposition");
  };
  EXPECT_EQ(disposition("hasil.csv"), "attachment; filename=\"hasil.csv\"; filename*=UTF-8''hasil.csv");
  EXPECT_EQ(disposition("kot\xc3\xa9 a.csv"),
            "attachment; filename=\"kot__ a.csv\"; filename*=UTF-8''kot%C3%A9%20a.csv");
  EXPECT_EQ(disposition("../a\"b\r\nc\\d;e"), "attachment; filename=\"abcd;e\"; filename*=UTF-8''abcd%3Be");
  EXPECT_EQ(disposition("..."), "attachment; filename=\"prima\"; filename*=UTF-8''prima");
  EXPECT_EQ(disposition("\xff"), "attachment; filename=\"prima\"; filename*=UTF-8''prima");
  EXPECT_LT(disposition(std::string(1000, 'a')).size(), 400U);
}

TEST(Problem, HasBothLanguages) {
  const Response response = problem({.status = 422,
                                     .detail = {"Kolom \"nilai\" tidak ada.", "There is no column \"value\"."},
                                     .findings = {{"missing_column", "a.csv", 3, {"Satu\n", "One\x01"}}}});
  EXPECT_EQ(response.status, 422);
  EXPECT_EQ(response.content_type, "application/problem+json");
  EXPECT_EQ(
      response.bytes(),
      R"({"type":"about:blank","status":422,"title":"Isi permintaan tidak dapat diproses","title_en":"The content cannot be processed",)"
      R"("detail":"Kolom \"nilai\" tidak ada.","detail_en":"There is no column \"value\".",)"
      R"("findings":[{"code":"missing_column","file":"a.csv","line":3,"message":"Satu\u000a","message_en":"One\u0001"}]})"
      "\n");
}

TEST(Problem, IsShortWithoutDetail) {
  EXPECT_EQ(problem(404, {}).bytes(),
            "{\"type\":\"about:blank\",\"status\":404,\"title\":\"Alamat tidak ditemukan\",\"title_en\":\"Address not "
            "found\"}\n");
  EXPECT_EQ(problem(400, {"\xff", "a"}).bytes().find('\xff'), std::string_view::npos);
}

TEST(Problem, HasATitleForEachStatus) {
  for (int status = 400; status < 600; ++status) {
    EXPECT_FALSE(title_of(status).id.empty()) << status;
    EXPECT_FALSE(title_of(status).en.empty()) << status;
  }
  EXPECT_EQ(title_of(499), title_of(400));
  EXPECT_EQ(title_of(599), title_of(500));
}

TEST(ReasonPhrase, IsThatOfTheStandard) {
  EXPECT_EQ(reason_phrase(200), "OK");
  EXPECT_EQ(reason_phrase(431), "Request Header Fields Too Large");
  EXPECT_EQ(reason_phrase(299), "Unknown");
}

TEST(HttpDate, IsWrittenAsTheStandardAsks) {
  EXPECT_EQ(http_date(0), "Thu, 01 Jan 1970 00:00:00 GMT");
  EXPECT_EQ(http_date(951'782'399), "Mon, 28 Feb 2000 23:59:59 GMT");
  EXPECT_EQ(http_date(951'868'799), "Tue, 29 Feb 2000 23:59:59 GMT");
  EXPECT_EQ(cached_http_date(784'111'777), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(cached_http_date(784'111'778), "Sun, 06 Nov 1994 08:49:38 GMT");
}

TEST(Percent, GoesBothWays) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  EXPECT_EQ(percent_decoded(percent_encoded(bytes), Plus::is_plus), bytes);
  EXPECT_EQ(percent_encoded("aZ9-._~ /+%"), "aZ9-._~%20%2F%2B%25");
  EXPECT_EQ(percent_decoded("a+b%2b", Plus::is_plus), "a+b+");
  EXPECT_EQ(percent_decoded("a+b%2B", Plus::is_space), "a b+");
  for (const std::string_view bad : {"%", "%a", "a%", "%ag", "%%%", "%+1"})
    EXPECT_FALSE(percent_decoded(bad, Plus::is_plus)) << bad;
}

}  // namespace
}  // namespace prima::http
