#include "html/qr_code.h"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>
#include <string>

namespace prima::html {
namespace {

constexpr int quiet_zone = 4;  // modules of white around the code, as the standard asks
constexpr int shown_pixels = 232;

struct Free {
  void operator()(QRcode* code) const { QRcode_free(code); }
};
using Code = std::unique_ptr<QRcode, Free>;

bool is_dark(const QRcode& code, int row, int column) {
  return (code.data[static_cast<std::size_t>(row) * static_cast<std::size_t>(code.width) +
                    static_cast<std::size_t>(column)] &
          1) != 0;
}

// One rectangle for each run of dark modules of a row: "M4 4h7v1h-7z".
std::string path_of(const QRcode& code) {
  std::string path;
  for (int row = 0; row < code.width; ++row) {
    for (int column = 0; column < code.width; ++column) {
      const int begin = column;
      while (column < code.width && is_dark(code, row, column)) ++column;
      if (column > begin)
        path += fmt::format("M{} {}h{}v1h-{}z", begin + quiet_zone, row + quiet_zone, column - begin, column - begin);
    }
  }
  return path;
}

}  // namespace

bool qr_code(Writer& w, std::string_view text, const Content& label) {
  if (text.empty()) return false;
  const Code code(QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()),
                                    0, QR_ECLEVEL_M));
  if (!code) return false;
  const int size = code->width + 2 * quiet_zone;
  w.svg({{"viewBox", fmt::format("0 0 {} {}", size, size)},
         {"width", shown_pixels},
         {"height", shown_pixels},
         {"role", "img"},
         {"aria-label", w.plain(label)},
         {"shape-rendering", "crispEdges"}},
        [&] {
          w.rect({{"width", size}, {"height", size}, {"fill", "#fff"}});
          w.path({{"d", path_of(*code)}, {"fill", "#000"}});
        });
  return true;
}

}  // namespace prima::html
