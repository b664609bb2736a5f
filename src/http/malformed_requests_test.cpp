#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "http/http_test_support.h"

// Each request that servers are known to read in different ways, on a real socket, with the answer that RFC 9112 asks
// for.
namespace prima::http {
namespace {

using namespace test;

std::vector<Route> routes() {
  return {
      {.pattern = "/", .handler = [](const Request&) { return text("halo\n"); }},
      {.method = Method::post,
       .pattern = "/",
       .handler = [](const Request& r) { return text("got " + r.body + "\n"); }},
  };
}

// One server for all of them: no bad request may harm the next good one.
RunningServer& server() {
  static RunningServer running(routes());
  return running;
}

enum class After { open, closed };

struct Case {
  std::string name;
  std::string request;
  std::vector<int> statuses;
  After after;
};

void PrintTo(const Case& test, std::ostream* out) { *out << test.name; }

std::string lines(const std::string& first, const std::string& more) { return first + "\r\n" + more + "\r\n"; }
std::string get_with(const std::string& more) { return lines("GET / HTTP/1.1", "Host: a\r\n" + more); }
std::string post_with(const std::string& more, const std::string& body) {
  return lines("POST / HTTP/1.1", "Host: a\r\n" + more) + body;
}
std::string chunked(const std::string& body) { return post_with("Transfer-Encoding: chunked\r\n", body); }
std::string many_headers(int count) {
  std::string more;
  for (int i = 0; i < count; ++i) more += "X" + std::to_string(i) + ": 1\r\n";
  return get_with(more);
}

const std::string smuggled = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";

std::vector<Case> cases() {
  using enum After;
  const std::string nul(1, '\0');
  return {
      // The table of servers measured.
      {"ContentLengthAndTransferEncoding",
       post_with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + smuggled),
       {400},
       closed},
      {"TransferEncodingAndContentLength",
       post_with("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n" + smuggled),
       {400},
       closed},
      {"TwoDifferingContentLengths", post_with("Content-Length: 3\r\nContent-Length: 5\r\n", "abc"), {400}, closed},
      {"UnknownTransferCoding", post_with("Transfer-Encoding: xchunked\r\n", "3\r\nabc\r\n0\r\n\r\n"), {501}, closed},
      {"ChunkedIsNotTheLastCoding",
       post_with("Transfer-Encoding: chunked, identity\r\n", "3\r\nabc\r\n0\r\n\r\n"),
       {400},
       closed},
      {"SpaceBeforeTheColon", post_with("Content-Length : 3\r\n", "abc"), {400}, closed},
      {"ContentLengthWithPlus", post_with("Content-Length: +3\r\n", "abc"), {400}, closed},
      {"ContentLengthWithLetters", post_with("Content-Length: 3abc\r\n", "abc"), {400}, closed},
      {"NegativeContentLength", post_with("Content-Length: -1\r\n", "abc"), {400}, closed},
      {"ChunkSizeWithPrefix", chunked("0x3\r\nabc\r\n0\r\n\r\n"), {400}, closed},
      {"ChunkSizeThatOverflows", chunked("FFFFFFFFFFFFFFFFFF\r\nabc\r\n0\r\n\r\n"), {400}, closed},
      {"NegativeChunkSize", chunked("-3\r\nabc\r\n0\r\n\r\n"), {400}, closed},
      {"GoodChunks", chunked("3\r\nabc\r\n0\r\n\r\n"), {200}, open},
      {"FoldedLine", get_with("X-A: b\r\n c\r\n"), {400}, closed},
      {"NoHost", lines("GET / HTTP/1.1", ""), {400}, closed},
      {"TwoHosts", lines("GET / HTTP/1.1", "Host: a\r\nHost: b\r\n"), {400}, closed},
      {"NulInAValue", get_with("X-A: a" + nul + "b\r\n"), {400}, closed},
      {"BareLineFeeds", "GET / HTTP/1.1\nHost: a\n\n", {400}, closed},
      {"BareCarriageReturnInAValue", get_with("X-A: a\rb\r\n"), {400}, closed},
      {"UnknownVersion", lines("GET / HTTP/9.9", "Host: a\r\n"), {505}, closed},
      {"HeaderOf100Kilobytes", get_with("X-A: " + std::string(100'000, 'a') + "\r\n"), {431}, closed},
      {"FiveThousandHeaders", many_headers(5000), {431}, closed},
      {"BodyOf100Megabytes", post_with("Content-Length: 104857600\r\n", ""), {413}, closed},
      {"ThreeAtOnce", get_with("") + get_with("") + get_with(""), {200, 200, 200}, open},
      {"ExpectContinue", post_with("Content-Length: 3\r\nExpect: 100-continue\r\n", "abc"), {200}, open},

      // More forms of the same.
      {"TwoEqualContentLengths", post_with("Content-Length: 3\r\nContent-Length: 3\r\n", "abc"), {400}, closed},
      {"ListOfContentLengths", post_with("Content-Length: 3, 3\r\n", "abc"), {400}, closed},
      {"EmptyContentLength", post_with("Content-Length:\r\n", "abc"), {400}, closed},
      {"ContentLengthThatOverflows", post_with("Content-Length: 18446744073709551617\r\n", "a"), {400}, closed},
      {"TwoTransferEncodings",
       post_with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
       {400},
       closed},
      {"ChunkedTwice", post_with("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n"), {400}, closed},
      {"EmptyTransferEncoding", post_with("Transfer-Encoding:\r\n", "0\r\n\r\n"), {400}, closed},
      {"GzipThenChunked", post_with("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), {501}, closed},
      {"ChunkedInUpperCase", post_with("Transfer-Encoding: CHUNKED\r\n", "3\r\nabc\r\n0\r\n\r\n"), {200}, open},
      {"TransferEncodingInOldVersion", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", {400}, closed},
      {"TransferEncodingWithVerticalTab", post_with("Transfer-Encoding: \vchunked\r\n", "0\r\n\r\n"), {400}, closed},
      {"NameWithSpaceInFront", get_with(" X-A: b\r\n"), {400}, closed},
      {"TabFoldedLine", get_with("X-A: b\r\n\tc\r\n"), {400}, closed},
      {"FoldedEmptyValue", get_with("X-A:\r\n b\r\n"), {400}, closed},
      {"EmptyHost", lines("GET / HTTP/1.1", "Host:\r\n"), {400}, closed},
      {"HostWithPath", lines("GET / HTTP/1.1", "Host: a/b\r\n"), {400}, closed},
      {"HostWithUser", lines("GET / HTTP/1.1", "Host: u@a\r\n"), {400}, closed},
      {"NoHostInOldVersion", lines("GET / HTTP/1.0", ""), {200}, closed},
      {"TwoHostsInOldVersion", lines("GET / HTTP/1.0", "Host: a\r\nHost: a\r\n"), {400}, closed},
      {"ChunkWithBareLineFeed", chunked("3\nabc\n0\n\n"), {400}, closed},
      {"ChunkLongerThanItsSize", chunked("3\r\nabcd\r\n0\r\n\r\n"), {400}, closed},
      {"ChunkExtension", chunked("3;a=\"b\"\r\nabc\r\n0\r\n\r\n"), {200}, open},
      {"LineFeedInAChunkExtension", chunked("3;a=\"\n\"\r\nabc\r\n0\r\n\r\n"), {400}, closed},
      {"EndlessChunkLine", chunked("3;a=" + std::string(20'000, 'a')), {400}, closed},
      {"FieldsAfterTheChunks", chunked("3\r\nabc\r\n0\r\nX-A: b\r\n\r\n"), {200}, open},
      {"LengthAfterTheChunks", chunked("3\r\nabc\r\n0\r\nContent-Length: 7\r\n\r\n"), {400}, closed},
      {"FoldedFieldAfterTheChunks", chunked("3\r\nabc\r\n0\r\nX-A: b\r\n c\r\n\r\n"), {400}, closed},
      {"ChunksLongerThanTheLimit", chunked("200000\r\n"), {413}, closed},
      {"LongAddress", lines("GET /" + std::string(9000, 'a') + " HTTP/1.1", "Host: a\r\n"), {414}, closed},
      {"LongAddressWithoutEnd", "GET /" + std::string(9000, 'a'), {414}, closed},
      {"NoVersion", "GET /\r\n\r\n", {400}, closed},
      {"VersionInLowerCase", lines("GET / http/1.1", "Host: a\r\n"), {400}, closed},
      {"NewVersion", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {505}, closed},
      {"TwoSpaces", lines("GET  / HTTP/1.1", "Host: a\r\n"), {400}, closed},
      {"SpaceInTheAddress", lines("GET /a b HTTP/1.1", "Host: a\r\n"), {400}, closed},
      {"TextThatIsNoRequest", "\x16\x03\x01\x02\x01\xfc\x03\x03", {400}, closed},
      {"DotsThatLeaveTheRoot", lines("GET /../etc/passwd HTTP/1.1", "Host: a\r\n"), {400}, closed},
      {"EncodedDots", lines("GET /%2e%2E/etc HTTP/1.1", "Host: a\r\n"), {400}, closed},
      {"EncodedNul", lines("GET /%00 HTTP/1.1", "Host: a\r\n"), {400}, closed},
      {"BadPercent", lines("GET /%zz HTTP/1.1", "Host: a\r\n"), {400}, closed},
      {"PathThatIsNotUtf8", lines("GET /%ff HTTP/1.1", "Host: a\r\n"), {400}, closed},
      {"RawBytesInThePath", lines("GET /\xc3\xa9 HTTP/1.1", "Host: a\r\n"), {400}, closed},
      {"QueryThatIsNotUtf8", lines("GET /?a=%c0%80 HTTP/1.1", "Host: a\r\n"), {400}, closed},
      {"Fragment", lines("GET /#a HTTP/1.1", "Host: a\r\n"), {400}, closed},
      {"AddressWithoutSlash", lines("GET a HTTP/1.1", "Host: a\r\n"), {400}, closed},
      {"WholeAddress", lines("GET http://b:80/?c=d HTTP/1.1", "Host: a\r\n"), {200}, open},
      {"WholeAddressOfAnotherScheme", lines("GET ftp://b/ HTTP/1.1", "Host: a\r\n"), {400}, closed},
      {"WholeAddressWithUser", lines("GET http://u:p@b/ HTTP/1.1", "Host: a\r\n"), {400}, closed},
      {"StarForTheServer", lines("OPTIONS * HTTP/1.1", "Host: a\r\n"), {204}, open},
      {"StarForGet", lines("GET * HTTP/1.1", "Host: a\r\n"), {400}, closed},
      {"Connect", lines("CONNECT a:443 HTTP/1.1", "Host: a:443\r\n"), {501}, closed},
      {"Trace", lines("TRACE / HTTP/1.1", "Host: a\r\n"), {501}, closed},
      {"UnknownMethod", lines("BREW / HTTP/1.1", "Host: a\r\n"), {501}, open},
      {"MethodInLowerCase", lines("get / HTTP/1.1", "Host: a\r\n"), {501}, open},
      {"MethodThatIsNotAllowed", lines("DELETE / HTTP/1.1", "Host: a\r\n"), {405}, open},
      {"UnknownExpectation", post_with("Content-Length: 3\r\nExpect: a-pony\r\n", "abc"), {417}, closed},
      {"CompressedBody", post_with("Content-Length: 3\r\nContent-Encoding: gzip\r\n", "abc"), {415}, closed},
      {"BodyForNobody", lines("POST /x HTTP/1.1", "Host: a\r\nContent-Length: 3\r\n") + "abc", {404}, closed},
      {"EmptyLineInFront", "\r\n" + get_with(""), {200}, open},
      {"EmptyLinesInFront", "\r\n\r\n\r\n" + get_with(""), {200}, open},
      {"CloseWhenAsked", get_with("Connection: close\r\n") + smuggled, {200}, closed},
      {"KeepAliveInOldVersion", lines("GET / HTTP/1.0", "Connection: keep-alive\r\n"), {200}, open},
      {"GetWithBody", get_with("Content-Length: 3\r\n") + "abc" + get_with(""), {200, 200}, open},
  };
}

// Those that are sent byte by byte in reasonable time.
std::vector<Case> short_cases() {
  std::vector<Case> shorts = cases();
  std::erase_if(shorts, [](const Case& test) { return test.request.size() > 1000; });
  return shorts;
}

class MalformedRequest : public testing::TestWithParam<Case> {};
class MalformedRequestInPieces : public testing::TestWithParam<Case> {};

std::vector<int> statuses_of(const std::vector<Answer>& answers) {
  std::vector<int> statuses;
  for (const Answer& answer : answers) {
    if (answer.status != 100) statuses.push_back(answer.status);
  }
  return statuses;
}

// What the connection answers, and whether it goes on as it should. An answer too many, as to a smuggled request, would
// be the first thing to be read then.
void check_answers(Client& client, const Case& test) {
  if (test.after == After::closed) {
    const auto answers = parse_answers(client.read_to_end());
    EXPECT_EQ(statuses_of(answers), test.statuses);
    ASSERT_FALSE(answers.empty());
    EXPECT_EQ(answers.back().value("connection"), "close");
    return;
  }
  EXPECT_EQ(statuses_of(parse_answers(client.read_answers(test.statuses.size()))), test.statuses);
  client.send("HEAD /last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(statuses_of(parse_answers(client.read_to_end(), true)), std::vector<int>{404});
}

TEST_P(MalformedRequest, GetsTheAnswerOfTheStandard) {
  Client client(server().port());
  client.send(GetParam().request);
  check_answers(client, GetParam());
}

// The same bytes in small pieces mean the same, wherever they are cut.
TEST_P(MalformedRequestInPieces, GetsTheSameAnswer) {
  Client client(server().port());
  for (const char& byte : GetParam().request) {
    if (!client.send({&byte, 1})) break;
  }
  check_answers(client, GetParam());
}

INSTANTIATE_TEST_SUITE_P(All, MalformedRequest, testing::ValuesIn(cases()),
                         [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(All, MalformedRequestInPieces, testing::ValuesIn(short_cases()),
                         [](const auto& test) { return test.param.name; });

TEST(SlowSender, OfAHeadLosesItsPatienceAllTheSame) {
  Client client(server().port());
  const auto begin = std::chrono::steady_clock::now();
  client.send("GET / HTTP/1.1\r\nX-A: ");
  // One byte now and then keeps nothing alive: the time is for the whole head.
  for (int i = 0; i < 200 && !client.ended_within(50); ++i) client.send("a");
  const auto took = std::chrono::steady_clock::now() - begin;
  EXPECT_GE(took, std::chrono::milliseconds(quick_options().read_timeout_ms));
  EXPECT_LE(took, std::chrono::milliseconds(5000));
}

TEST(SlowSender, OfAHeadIsToldThatItWasTooSlow) {
  Client client(server().port());
  client.send("GET / HTTP/1.1\r\nHost: a\r\n");
  EXPECT_EQ(statuses_of(parse_answers(client.read_answers())), std::vector<int>{408});
  EXPECT_TRUE(client.ends());
}

TEST(SlowSender, OfABodyIsToldThatItWasTooSlow) {
  Client client(server().port());
  client.send(post_with("Content-Length: 1000\r\n", "a"));
  EXPECT_EQ(statuses_of(parse_answers(client.read_answers())), std::vector<int>{408});
  EXPECT_TRUE(client.ends());
}

TEST(SlowSender, OfNothingIsClosedWithoutAnAnswer) {
  Client client(server().port());
  EXPECT_EQ(client.read_to_end(), "");
}

TEST(SlowSender, MayPauseLongerBetweenTwoRequests) {
  Client client(server().port());
  client.send(get_with(""));
  client.read_answers();
  EXPECT_FALSE(client.ended_within(quick_options().read_timeout_ms));
  EXPECT_TRUE(client.ends());
}

TEST(SlowSender, OfABodyAtAGoodRateMayTakeLongerThanThePatience) {
  Client client(server().port());
  client.send(post_with("Content-Length: 12000\r\n", ""));
  for (int i = 0; i < 12; ++i) {
    client.send(std::string(1000, 'a'));
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  EXPECT_EQ(statuses_of(parse_answers(client.read_answers())), std::vector<int>{200});
}

TEST(CutOffRequest, IsRefused) {
  Client client(server().port());
  client.send("GET / HTTP/1.1\r\nHost");
  client.end();
  EXPECT_EQ(statuses_of(parse_answers(client.read_answers())), std::vector<int>{400});
}

TEST(ExpectContinue, IsAnsweredBeforeTheBodyCame) {
  Client client(server().port());
  client.send(post_with("Content-Length: 3\r\nExpect: 100-continue\r\n", ""));
  EXPECT_EQ(client.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("abc");
  EXPECT_EQ(parse_answers(client.read_answers()).at(0).body, "got abc\n");
}

TEST(ExpectContinue, IsNotAnsweredWhenTheBodyIsTooLarge) {
  Client client(server().port());
  client.send(post_with("Content-Length: 2000000\r\nExpect: 100-continue\r\n", ""));
  EXPECT_EQ(statuses_of(parse_answers(client.read_answers())), std::vector<int>{413});
}

}  // namespace
}  // namespace prima::http
