#pragma once

#include <string_view>

#include "html/writer.h"

namespace prima::html {

// Draws `text` as a QR code (ISO/IEC 18004, error correction M): black on white in every colour scheme, since cameras
// need that. `label` says to a screen reader what the code leads to. Gives whether it fits: a code holds at most 2,331
// bytes; of longer text nothing is drawn. The text must also stand on the page in words, for whoever has no camera.
bool qr_code(Writer& w, std::string_view text, const Content& label);

}  // namespace prima::html
