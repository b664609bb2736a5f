#pragma once

#include "html/writer.h"

namespace prima::html {

enum class AlertKind { info, success, warning, danger };

// A message that stands out. `title` may be empty. Each kind has its own shape as well as its colour, and a hidden word
// that names it.
struct Alert {
  AlertKind kind = AlertKind::info;
  Content title = {};
};
void alert(Writer& w, const Alert& alert, const Content& body);

}  // namespace prima::html
