#include "http/compression.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <cstdint>
#include <new>

#include "base/assert.h"

namespace prima::http {
namespace {

// zlib and Brotli read through pointers to unsigned bytes.
const std::uint8_t* data_of(std::string_view bytes) { return reinterpret_cast<const std::uint8_t*>(bytes.data()); }
std::uint8_t* data_of(std::string& bytes) { return reinterpret_cast<std::uint8_t*>(bytes.data()); }

class Deflater {
 public:
  explicit Deflater(int level) {
    constexpr int gzip_window = 15 + 16;
    constexpr int usual_memory = 8;
    if (deflateInit2(&stream_, level, Z_DEFLATED, gzip_window, usual_memory, Z_DEFAULT_STRATEGY) != Z_OK) {
      throw std::bad_alloc();
    }
  }
  ~Deflater() { deflateEnd(&stream_); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  std::string run(std::string_view bytes) {
    std::string out(deflateBound(&stream_, static_cast<uLong>(bytes.size())), '\0');
    stream_.next_in = const_cast<Bytef*>(data_of(bytes));  // zlib only reads from it
    stream_.avail_in = static_cast<uInt>(bytes.size());
    stream_.next_out = data_of(out);
    stream_.avail_out = static_cast<uInt>(out.size());
    PRIMA_ASSERT(deflate(&stream_, Z_FINISH) == Z_STREAM_END);
    out.resize(stream_.total_out);
    return out;
  }

 private:
  z_stream stream_{};
};

}  // namespace

std::string gzip(std::string_view bytes, Effort effort) {
  PRIMA_ASSERT(bytes.size() <= UINT32_MAX / 2);
  return Deflater(effort == Effort::once ? 5 : 9).run(bytes);
}

std::string brotli(std::string_view bytes, Effort effort) {
  const int quality = effort == Effort::once ? 4 : 9;
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
  PRIMA_ASSERT(size > 0);
  std::string out(size, '\0');
  if (BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(), data_of(bytes), &size,
                            data_of(out)) != BROTLI_TRUE) {
    throw std::bad_alloc();
  }
  out.resize(size);
  return out;
}

}  // namespace prima::http
