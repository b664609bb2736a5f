#include "embed_file.h"

#include <brotli/encode.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <zlib.h>

#include <array>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace prima::embed {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kTypes = {{
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".html", "text/html; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".yaml", "application/yaml"},
    {".csv", "text/csv; charset=utf-8"},
    {".txt", "text/plain; charset=utf-8"},
    {".md", "text/markdown; charset=utf-8"},
}};

// A compressed variant is worth its place when it saves a tenth.
std::string if_smaller(const std::string& compressed, std::size_t original) {
  return compressed.size() * 10 <= original * 9 ? compressed : "";
}

constexpr const char* kHeader = R"(// Made by tools/embed.cpp.
#pragma once

#include <span>
#include <string_view>

#include "base/embedded_file.h"

namespace {0} {{

// The embedded files, sorted by path.
std::span<const EmbeddedFile> files();
// The file with that path, or nullptr.
const EmbeddedFile* find(std::string_view path);

}}  // namespace {0}
)";

constexpr const char* kSourceTop = R"(// Made by tools/embed.cpp.
#include "embedded/{1}.h"

#include <algorithm>
#include <array>

#ifdef __clang__
#pragma clang diagnostic ignored "-Woverlength-strings"
#endif

namespace {0} {{
namespace {{

constexpr std::array<EmbeddedFile, {2}> kFiles = {{{{
)";

constexpr const char* kSourceEnd = R"(}}}};

}}  // namespace

std::span<const EmbeddedFile> files() {{ return kFiles; }}

const EmbeddedFile* find(std::string_view path) {{
  const auto at = std::lower_bound(kFiles.begin(), kFiles.end(), path,
                                   [](const EmbeddedFile& file, std::string_view wanted) {{ return file.path < wanted; }});
  return at != kFiles.end() && at->path == path ? &*at : nullptr;
}}

}}  // namespace {0}
)";

std::string view(const std::string& bytes) {
  return fmt::format("std::string_view({}, {})", literal(bytes), bytes.size());
}

}  // namespace

std::string content_type(const std::string& path) {
  for (const auto& [ending, type] : kTypes) {
    if (path.size() > ending.size() && std::string_view(path).ends_with(ending)) return std::string(type);
  }
  return "application/octet-stream";
}

std::string sha256(const std::string& bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("SHA-256 is not available");
  }
  std::string hex;
  for (unsigned at = 0; at < size; ++at) hex += fmt::format("{:02x}", digest[at]);
  return hex;
}

std::string gzip(const std::string& bytes) {
  z_stream stream{};
  constexpr int gzip_window = 15 + 16;  // zlib: 16 more asks for the gzip form; the time in its head stays zero
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, 9, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::runtime_error("zlib cannot begin");
  }
  std::string input = bytes;
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (result != Z_STREAM_END) throw std::runtime_error("zlib cannot finish");
  return out;
}

std::string brotli(const std::string& bytes) {
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size()) + 16;
  std::string out(size, '\0');
  if (BrotliEncoderCompress(BROTLI_MAX_QUALITY, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_GENERIC, bytes.size(),
                            reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                            reinterpret_cast<std::uint8_t*>(out.data())) != BROTLI_TRUE) {
    throw std::runtime_error("brotli cannot compress");
  }
  out.resize(size);
  return out;
}

std::string literal(const std::string& bytes) {
  std::string out = "\"";
  std::size_t line_begin = 0;
  for (const char c : bytes) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (c >= ' ' && c <= '~' && c != '?') {  // "?" could begin a trigraph
      out += c;
    } else {
      out += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    }
    if (out.size() - line_begin > 110) {
      out += "\"\n\"";
      line_begin = out.size();
    }
  }
  return out + '"';
}

std::string header(const Options& options) { return fmt::format(kHeader, options.namespace_name); }

std::string source(const Options& options, const std::vector<File>& files) {
  std::string out = fmt::format(kSourceTop, options.namespace_name, options.name, files.size());
  for (const File& file : files) {
    const std::size_t size = file.bytes.size();
    out += fmt::format("{{{},\n{},\n{}, {},\n", literal(file.path), view(file.bytes), literal(content_type(file.path)),
                       literal(sha256(file.bytes)));
    out += fmt::format("{},\n{}}},\n", view(options.compress ? if_smaller(gzip(file.bytes), size) : ""),
                       view(options.compress ? if_smaller(brotli(file.bytes), size) : ""));
  }
  return out + fmt::format(kSourceEnd, options.namespace_name);
}

}  // namespace prima::embed
