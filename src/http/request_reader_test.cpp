#include "http/request_reader.h"

#include <gtest/gtest.h>

#include "http/body_reader.h"

// What no socket is needed for; malformed_requests_test.cpp has the refusals.
namespace prima::http {
namespace {

std::string get(const std::string& lines) { return "GET /a?b=c HTTP/1.1\r\nHost: contoh.go.id\r\n" + lines + "\r\n"; }
std::string chunked(const std::string& chunks) {
  return "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
}

ReadRequest good(std::string_view bytes, const RequestLimits& limits = {}) {
  auto read = read_request(bytes, limits);
  EXPECT_TRUE(read && *read) << bytes;
  return read && *read ? **std::move(read) : ReadRequest{};
}

int refused(std::string_view bytes, const RequestLimits& limits = {}) {
  const auto read = read_request(bytes, limits);
  if (read) return 0;
  EXPECT_FALSE(read.error().why.id.empty());
  EXPECT_FALSE(read.error().why.en.empty());
  return read.error().status;
}

TEST(RequestReader, UnderstandsARequest) {
  const std::string bytes = get("X-Satu:  dua  \r\nKosong:\r\nx-satu: tiga\r\n");
  const std::string longer = bytes + "lebih";
  const ReadRequest read = good(longer);
  const Request& request = read.message.request;
  EXPECT_EQ(read.size, bytes.size());
  EXPECT_EQ(request.method, Method::get);
  EXPECT_EQ(request.path, "/a");
  EXPECT_EQ(request.query("b"), "c");
  EXPECT_FALSE(request.query("c"));
  EXPECT_EQ(request.host, "contoh.go.id");
  EXPECT_EQ(request.header("x-SATU"), "dua") << "the first of that name, trimmed";
  EXPECT_EQ(request.header("kosong"), "");
  EXPECT_FALSE(request.header("lain"));
  EXPECT_TRUE(read.message.keep_alive);
}

TEST(RequestReader, WaitsForTheEnd) {
  const std::string head = get("");
  for (std::size_t size = 0; size < head.size(); ++size) {
    const auto read = read_request(std::string_view(head).substr(0, size));
    ASSERT_TRUE(read) << size;
    EXPECT_FALSE(*read) << size;
  }
  const std::string body = chunked("3\r\nabc\r\n2;x\r\nde\r\n0\r\nA: b\r\n\r\n");
  for (std::size_t size = 0; size < body.size(); ++size) {
    const auto read = read_request(std::string_view(body).substr(0, size));
    ASSERT_TRUE(read) << size;
    EXPECT_FALSE(*read) << size;
  }
  EXPECT_EQ(good(body).message.request.body, "abcde");
}

TEST(RequestReader, KnowsWhetherAnotherRequestMayFollow) {
  EXPECT_FALSE(good(get("Connection: close\r\n")).message.keep_alive);
  EXPECT_FALSE(good(get("Connection: x, Close\r\n")).message.keep_alive);
  EXPECT_FALSE(good(get("Connection: keep-alive\r\nConnection: close\r\n")).message.keep_alive);
  EXPECT_FALSE(good("GET / HTTP/1.0\r\n\r\n").message.keep_alive);
  EXPECT_TRUE(good("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n").message.keep_alive);
}

TEST(RequestReader, PrefersTheHostOfTheAddress) {
  EXPECT_EQ(good("GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n").message.request.host, "b");
  EXPECT_EQ(good("GET / HTTP/1.0\r\n\r\n").message.request.host, "");
}

TEST(RequestReader, HasLimits) {
  const RequestLimits limits{.head = {.head_bytes = 200, .target_bytes = 100, .fields = 5}, .body_bytes = 10};
  EXPECT_EQ(refused(get("X: " + std::string(200, 'a') + "\r\n"), limits), 431);
  EXPECT_EQ(refused(get("A: \r\nB: \r\nC: \r\nD: \r\n"), limits), 0);
  EXPECT_EQ(refused(get("A: \r\nB: \r\nC: \r\nD: \r\nE: \r\n"), limits), 431);
  EXPECT_EQ(refused("GET /" + std::string(101, 'a'), limits), 414);
  EXPECT_EQ(refused("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n", limits), 413);
  EXPECT_EQ(refused("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n", limits), 0);
  EXPECT_EQ(refused(chunked("6\r\nabcdef\r\n5\r\n"), limits), 413);
  EXPECT_EQ(refused(chunked("6\r\nabcdef\r\n4\r\n"), limits), 0);
}

TEST(RequestReader, IgnoresTheExpectationOfAnOldClient) {
  const std::string lines = "Content-Length: 1\r\nExpect: 100-Continue\r\n\r\na";
  EXPECT_FALSE(good("POST / HTTP/1.0\r\n" + lines).message.expects_continue);
  EXPECT_TRUE(good("POST / HTTP/1.1\r\nHost: a\r\n" + lines).message.expects_continue);
}

// Gives the bytes to the room of the body in pieces of one size.
Result<std::string, Refusal> read_in_pieces(BodyReader& body, std::string_view bytes, std::size_t piece) {
  while (!bytes.empty() && !body.complete()) {
    const std::span<char> room = body.room();
    const std::size_t size = std::min({piece, room.size(), bytes.size()});
    std::copy_n(bytes.begin(), size, room.begin());
    bytes.remove_prefix(size);
    if (auto refusal = body.received(size)) return failure(*std::move(refusal));
  }
  return body.complete() ? body.take_body() : "incomplete";
}

TEST(BodyReader, ReadsChunksInPiecesOfAnySize) {
  const std::string chunks = "5\r\nabcde\r\n0a\r\n0123456789\r\n0\r\nX: y\r\n\r\nlebih";
  for (std::size_t piece = 1; piece <= chunks.size(); ++piece) {
    BodyReader body({Framing::Kind::chunked, 0}, 100);
    EXPECT_EQ(body.take(""), 0U);
    EXPECT_EQ(read_in_pieces(body, chunks, piece), "abcde0123456789") << piece;
    EXPECT_EQ(body.rest(), std::string_view("lebih").substr(0, body.rest().size()));
  }
}

TEST(BodyReader, RefusesChunksThatAreMostlyExtension) {
  std::string tiny_chunks;
  std::string long_extensions;
  for (int i = 0; i < 5000; ++i) tiny_chunks += "1\r\na\r\n";
  for (int i = 0; i < 50; ++i) long_extensions += "1;x=" + std::string(1000, 'x') + "\r\na\r\n";
  BodyReader tiny({Framing::Kind::chunked, 0}, 10'000);
  EXPECT_EQ(read_in_pieces(tiny, tiny_chunks + "0\r\n\r\n", 999), std::string(5000, 'a'));
  BodyReader padded({Framing::Kind::chunked, 0}, 10'000);
  const auto refused = read_in_pieces(padded, long_extensions + "0\r\n\r\n", 999);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().status, 400);
}

TEST(BodyReader, GrowsWithWhatComesAndNotWithWhatWasAnnounced) {
  BodyReader body({Framing::Kind::length, 32 * 1024 * 1024}, 64 * 1024 * 1024);
  EXPECT_EQ(body.take("abc"), 3U);
  body.room();
  EXPECT_LT(body.memory(), 64U * 1024);
}

TEST(BodyReader, ReadsAKnownLengthExactly) {
  BodyReader body({Framing::Kind::length, 100'000}, 100'000);
  EXPECT_EQ(body.take("abc"), 3U);
  const auto read = read_in_pieces(body, std::string(99'997, 'd') + "lebih", 7000);
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, "abc" + std::string(99'997, 'd'));
}

}  // namespace
}  // namespace prima::http
