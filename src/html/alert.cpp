#include "html/alert.h"

#include "base/assert.h"
#include "html/text.h"

namespace prima::html {
namespace {

struct Look {
  std::string_view color;
  Text name;
};

Look look(AlertKind kind) {
  switch (kind) {
    case AlertKind::info:
      return {"info", Text::alert_info};
    case AlertKind::success:
      return {"success", Text::alert_success};
    case AlertKind::warning:
      return {"warning", Text::alert_warning};
    case AlertKind::danger:
      return {"danger", Text::alert_danger};
  }
  PRIMA_UNREACHABLE("kind of alert");
}

}  // namespace

void alert(Writer& w, const Alert& alert, const Content& body) {
  const Look shown = look(alert.kind);
  w.div({{"class", "ds-alert"}, {"data-color", shown.color}}, [&] {
    if (alert.title.empty()) {
      w.span({{"class", "hidden-text"}}, shown.name);
    } else {
      w.p({{"class", "alert-title"}}, [&] {
        w.span({{"class", "hidden-text"}}, [&] {
          w.text(shown.name);
          w.text(": ");
        });
        w.add(alert.title);
      });
    }
    w.div(body);
  });
}

}  // namespace prima::html
