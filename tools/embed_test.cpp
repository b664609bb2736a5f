#include <brotli/decode.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "embed_file.h"

namespace prima::embed {
namespace {

using testing::HasSubstr;

TEST(Embed, KnowsTheTypesOfTheSite) {
  EXPECT_EQ(content_type("a/site.css"), "text/css; charset=utf-8");
  EXPECT_EQ(content_type("x.woff2"), "font/woff2");
  EXPECT_EQ(content_type("x.unknown"), "application/octet-stream");
  EXPECT_EQ(content_type(".css"), "application/octet-stream");
}

TEST(Embed, HashesAsSha256sumDoes) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

std::string gunzip(const std::string& packed) {
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 31), Z_OK);
  std::string input = packed;
  std::string out(1 << 20, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

TEST(Embed, CompressesToTheSameBytesAgainAndAlwaysAlike) {
  for (const std::string& bytes : {std::string(), std::string("x"), std::string(100000, 'a'), std::string("a\0b", 3)}) {
    EXPECT_EQ(gunzip(gzip(bytes)), bytes);
    EXPECT_EQ(gzip(bytes), gzip(bytes));
    std::string out(bytes.size() + 1, '\0');
    std::size_t size = out.size();
    const std::string packed = brotli(bytes);
    EXPECT_EQ(BrotliDecoderDecompress(packed.size(), reinterpret_cast<const std::uint8_t*>(packed.data()), &size,
                                      reinterpret_cast<std::uint8_t*>(out.data())),
              BROTLI_DECODER_RESULT_SUCCESS);
    EXPECT_EQ(out.substr(0, size), bytes);
  }
}

TEST(Embed, WritesEveryByteAsALiteralThatMeansIt) {
  EXPECT_EQ(literal("a\"b\\c\n"), R"("a\"b\\c\n")");
  EXPECT_EQ(literal(std::string("\0", 1) + "1?\xff"), R"("\0001\077\377")");
  EXPECT_THAT(literal(std::string(300, 'x')), HasSubstr("\"\n\""));
}

TEST(Embed, LeavesOutACompressedVariantThatSavesLittle) {
  const Options options{.name = "files", .namespace_name = "prima::x", .compress = true};
  EXPECT_THAT(source(options, {{"a.txt", "abc"}}), HasSubstr("std::string_view(\"\", 0)"));
  EXPECT_THAT(source(options, {{"a.txt", std::string(5000, 'a')}}),
              testing::Not(HasSubstr("std::string_view(\"\", 0)")));
}

}  // namespace
}  // namespace prima::embed
