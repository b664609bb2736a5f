#include "http/reply.h"

#include <brotli/decode.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "base/assert.h"
#include "http/compression.h"
#include "http/http_test_support.h"

namespace prima::http {
namespace {

using test::Answer;

constexpr std::int64_t some_time = 784111777;  // 6 November 1994, 08:49:37

std::string long_text() {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "baris " + std::to_string(i) + "\n";
  return text;
}

std::string gunzipped(std::string_view bytes) {
  std::string out(100'000, '\0');
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

std::string unbrotlied(std::string_view bytes) {
  std::string out(100'000, '\0');
  std::size_t size = out.size();
  EXPECT_EQ(BrotliDecoderDecompress(bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                                    reinterpret_cast<std::uint8_t*>(out.data())),
            BROTLI_DECODER_RESULT_SUCCESS);
  out.resize(size);
  return out;
}

Request asking(std::vector<HeaderField> headers, Method method = Method::get) {
  Request request;
  request.method = method;
  request.headers = std::move(headers);
  return request;
}

Answer answer(const Request& request, Response response,
              ReplySettings settings = {.unix_seconds = some_time, .cacheable = true}) {
  Reply reply;
  reply.make(request, std::move(response), settings);
  const std::string bytes = std::string(reply.head()) + std::string(reply.body());
  const auto answers = test::parse_answers(bytes, request.method == Method::head);
  EXPECT_EQ(answers.size(), 1U);
  return answers.at(0);
}

Answer answer_to(std::vector<HeaderField> headers, Response response) {
  return answer(asking(std::move(headers)), std::move(response));
}

TEST(Reply, HasDateLengthAndType) {
  const Answer got = answer_to({}, html("halo"));
  EXPECT_EQ(got.status, 200);
  EXPECT_EQ(got.value("date"), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(got.value("content-length"), "4");
  EXPECT_EQ(got.value("content-type"), "text/html; charset=utf-8");
  EXPECT_EQ(got.body, "halo");
  EXPECT_FALSE(got.field("vary"));
  EXPECT_FALSE(got.field("connection"));
}

TEST(Reply, SaysHowLongItMayBeKept) {
  const auto control = [](Response response, bool cacheable) {
    return answer(asking({}), std::move(response), {.cacheable = cacheable}).value("cache-control");
  };
  EXPECT_EQ(control(html("a"), true), "no-cache");
  EXPECT_EQ(control(html("a"), false), "no-store");
  Response kept = html("a");
  kept.cache_control = kept_for_ever;
  EXPECT_EQ(control(kept, false), kept_for_ever);
  EXPECT_FALSE(answer(asking({}), html("a"), {.cacheable = false}).field("etag"))
      << "what is not stored is not asked for again";
}

TEST(Reply, SaysWhetherTheConnectionGoesOn) {
  const auto connection = [](bool keep_alive, int minor) {
    return answer(asking({}), html("a"), {.keep_alive = keep_alive, .minor_version = minor}).value("connection");
  };
  EXPECT_EQ(connection(true, 1), "");
  EXPECT_EQ(connection(false, 1), "close");
  EXPECT_EQ(connection(true, 0), "keep-alive");
  EXPECT_EQ(connection(false, 0), "close");
}

TEST(Reply, IsCompressedAsTheClientLikes) {
  for (const bool prepared : {false, true}) {
    const auto page = [&] { return prepared ? html(prepare(long_text())) : html(long_text()); };
    const Answer plain = answer_to({}, page());
    const Answer gzip = answer_to({{"Accept-Encoding", "gzip"}}, page());
    const Answer brotli = answer_to({{"accept-encoding", "gzip, deflate, br"}}, page());
    EXPECT_EQ(plain.body, long_text());
    EXPECT_FALSE(plain.field("content-encoding"));
    EXPECT_EQ(gzip.value("content-encoding"), "gzip");
    EXPECT_EQ(gunzipped(gzip.body), long_text());
    EXPECT_EQ(brotli.value("content-encoding"), "br");
    EXPECT_EQ(unbrotlied(brotli.body), long_text());
    EXPECT_EQ(plain.value("vary"), "Accept-Encoding");
    EXPECT_EQ(brotli.value("vary"), "Accept-Encoding");
    EXPECT_NE(plain.value("etag"), gzip.value("etag"));
    EXPECT_NE(gzip.value("etag"), brotli.value("etag"));
    EXPECT_LT(gzip.body.size(), plain.body.size() / 2);
  }
}

TEST(Reply, IsNotCompressedWhenThatSavesNothing) {
  EXPECT_FALSE(answer_to({{"Accept-Encoding", "br"}}, html("pendek")).field("content-encoding"));
  Response picture = html(long_text());
  picture.content_type = "image/png";
  EXPECT_FALSE(answer_to({{"Accept-Encoding", "br"}}, picture).field("content-encoding"));
  std::string noise;
  std::uint32_t state = 1;
  for (int i = 0; i < 4000; ++i) noise += static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
  EXPECT_FALSE(answer_to({{"Accept-Encoding", "br"}}, text(prepare(noise))).field("content-encoding"));
}

TEST(Reply, UsesTheCompressedFormsOfAFileOfTheProgram) {
  const std::string bytes = long_text();
  const std::string gzip_form = gzip(bytes, Effort::kept);
  const EmbeddedFile file{.path = "a.css",
                          .bytes = bytes,
                          .content_type = "text/css; charset=utf-8",
                          .sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                          .gzip = gzip_form,
                          .brotli = {}};
  const Answer got = answer_to({{"Accept-Encoding", "gzip"}}, embedded(file));
  EXPECT_EQ(got.body, gzip_form);
  EXPECT_EQ(got.value("etag"), "\"0123456789abcdef0123456789abcdef-gzip\"");
  EXPECT_EQ(got.value("content-type"), "text/css; charset=utf-8");
  EXPECT_EQ(got.value("cache-control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(answer_to({{"Accept-Encoding", "br"}}, embedded(file)).body, bytes) << "there is no brotli form";
}

TEST(Reply, IsEmptyForAClientThatHasThePage) {
  const std::string tag = answer_to({}, html("halo")).value("etag");
  ASSERT_EQ(tag.size(), 34U);
  for (const std::string& known : {tag, "W/" + tag, "\"a\", " + tag + ",\"b\"", std::string("*")}) {
    const Answer got = answer_to({{"If-None-Match", known}}, html("halo"));
    EXPECT_EQ(got.status, 304) << known;
    EXPECT_EQ(got.value("etag"), tag);
    EXPECT_EQ(got.value("cache-control"), "no-cache");
    EXPECT_FALSE(got.field("content-length"));
    EXPECT_FALSE(got.field("content-type"));
    EXPECT_EQ(got.body, "");
  }
  EXPECT_EQ(answer_to({{"If-None-Match", tag}}, html("lain")).status, 200);
  EXPECT_EQ(answer_to({{"If-None-Match", tag}}, html("halo", 404)).status, 404);
  EXPECT_EQ(answer(asking({{"If-None-Match", tag}}, Method::head), html("halo")).status, 304);
  EXPECT_EQ(answer(asking({{"If-None-Match", tag}}, Method::post), html("halo")).status, 200);
}

TEST(Reply, KnowsThePageInEachCoding) {
  const auto page = prepare(long_text());
  const std::string brotli_tag = answer_to({{"Accept-Encoding", "br"}}, html(page)).value("etag");
  EXPECT_EQ(answer_to({{"Accept-Encoding", "br"}, {"If-None-Match", brotli_tag}}, html(page)).status, 304);
  EXPECT_EQ(answer_to({{"Accept-Encoding", "gzip"}, {"If-None-Match", brotli_tag}}, html(page)).status, 200);
}

TEST(Reply, FailsWhenThePageIsNotTheOneAskedFor) {
  const std::string tag = answer_to({}, html("halo")).value("etag");
  EXPECT_EQ(answer_to({{"If-Match", tag}}, html("halo")).status, 200);
  const Answer got = answer_to({{"If-Match", "\"a\""}}, html("halo"));
  EXPECT_EQ(got.status, 412);
  EXPECT_EQ(got.value("content-length"), "0");
}

TEST(Reply, SendsPartsOfFiles) {
  const auto file = [] { return download(std::string("0123456789"), "text/csv; charset=utf-8", "a.csv"); };
  struct Case {
    std::string range;
    int status;
    std::string body;
    std::string content_range;
  };
  for (const Case& test : std::vector<Case>{{"bytes=0-3", 206, "0123", "bytes 0-3/10"},
                                            {"bytes=4-", 206, "456789", "bytes 4-9/10"},
                                            {"bytes=-3", 206, "789", "bytes 7-9/10"},
                                            {"bytes=9-100", 206, "9", "bytes 9-9/10"},
                                            {"bytes=-100", 206, "0123456789", "bytes 0-9/10"},
                                            {"bytes=10-", 416, "", "bytes */10"},
                                            {"bytes=-0", 416, "", "bytes */10"},
                                            {"bytes=0-1,3-4", 200, "0123456789", ""},
                                            {"bytes=3-1", 200, "0123456789", ""},
                                            {"bytes=a-b", 200, "0123456789", ""},
                                            {"lines=0-1", 200, "0123456789", ""}}) {
    const Answer got = answer_to({{"Range", test.range}}, file());
    EXPECT_EQ(got.status, test.status) << test.range;
    EXPECT_EQ(got.body, test.body) << test.range;
    EXPECT_EQ(got.value("content-range"), test.content_range) << test.range;
    EXPECT_EQ(got.value("accept-ranges"), "bytes");
  }
  EXPECT_EQ(answer_to({{"Range", "bytes=0-3"}}, html("0123456789")).status, 200) << "a page has no parts";
  EXPECT_EQ(answer(asking({{"Range", "bytes=0-3"}}, Method::head), file()).status, 200);
}

TEST(Reply, SendsAPartOnlyOfTheSameFile) {
  const auto file = [] { return download(std::string("0123456789"), "text/csv; charset=utf-8", "a.csv"); };
  const std::string tag = answer_to({}, file()).value("etag");
  EXPECT_EQ(answer_to({{"Range", "bytes=0-3"}, {"If-Range", tag}}, file()).status, 206);
  EXPECT_EQ(answer_to({{"Range", "bytes=0-3"}, {"If-Range", "\"a\""}}, file()).status, 200);
  EXPECT_EQ(answer_to({{"Range", "bytes=0-3"}, {"If-Range", "Sun, 06 Nov 1994 08:49:37 GMT"}}, file()).status, 200);
}

TEST(Reply, CountsPartsInTheFileItself) {
  const auto file = [] { return download(prepare(long_text()), "text/csv; charset=utf-8", "a.csv"); };
  EXPECT_EQ(answer_to({{"Accept-Encoding", "br"}}, file()).value("content-encoding"), "br");
  const Answer part = answer_to({{"Accept-Encoding", "br"}, {"Range", "bytes=0-5"}}, file());
  EXPECT_EQ(part.body, "baris ");
  EXPECT_FALSE(part.field("content-encoding"));
}

TEST(Reply, RefusesToSendWhatBreaksTheHead) {
  const auto make = [](Response response) { answer(asking({}), std::move(response)); };
  EXPECT_THROW(make(html("a").with("X-A", "a\nb")), Bug);
  EXPECT_THROW(make(html("a").with("X-A", "a\rb")), Bug);
  EXPECT_THROW(make(html("a").with("X-A", std::string("a\0b", 3))), Bug);
  EXPECT_THROW(make(html("a").with("X A", "a")), Bug);
  EXPECT_THROW(make(html("a").with("", "a")), Bug);
  EXPECT_THROW(make(html("a").with("content-security-policy", "x")), Bug);
  EXPECT_THROW(make(html("a").with("Transfer-Encoding", "chunked")), Bug);
  EXPECT_THROW(make(html("a", 100)), Bug);
  EXPECT_NO_THROW(make(html("a").with("X-A", "a b")));
}

TEST(Reply, ReusesItsMemoryWithoutLeavingTraces) {
  Reply reply;
  reply.make(asking({{"Range", "bytes=0-3"}}), download(long_text(), "text/csv", "a.csv"), {.cacheable = true});
  EXPECT_EQ(reply.status(), 206);
  reply.release();
  reply.make(asking({}), no_content(), {});
  EXPECT_EQ(reply.body(), "");
  EXPECT_EQ(reply.head().find("Content-Range"), std::string_view::npos);
  EXPECT_EQ(reply.head().find("ETag"), std::string_view::npos);
  EXPECT_EQ(reply.head().find("Accept-Ranges"), std::string_view::npos);
}

}  // namespace
}  // namespace prima::http
