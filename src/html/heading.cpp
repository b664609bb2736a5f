#include "html/heading.h"

#include "base/assert.h"

namespace prima::html {

void heading(Writer& w, int level, std::string_view id, const Content& content) {
  const auto given = unless_empty(id);
  switch (level) {
    case 2:
      return w.h2({{"id", given}}, content);
    case 3:
      return w.h3({{"id", given}}, content);
    case 4:
      return w.h4({{"id", given}}, content);
    default:
      PRIMA_UNREACHABLE("level of a heading");
  }
}

}  // namespace prima::html
