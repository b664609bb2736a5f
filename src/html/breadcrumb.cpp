#include "html/breadcrumb.h"

#include "html/icon.h"
#include "html/text.h"

namespace prima::html {
namespace {

void crumb(Writer& w, const Content& label, std::string_view path, bool is_last) {
  w.li({{"class", when(is_last, "above")}}, [&] {
    w.a({{"href", w.url(path)}}, [&] {
      icon(w, Icon::arrow_left);
      w.add(label);
    });
  });
}

}  // namespace

void breadcrumb(Writer& w, std::initializer_list<Crumb> above, const Content& here) {
  w.nav({{"class", "breadcrumb"}, {"aria-label", Text::breadcrumb_label}}, [&] {
    w.ol([&] {
      crumb(w, Text::nav_home, "/", above.size() == 0);
      std::size_t left = above.size();
      for (const Crumb& one : above) crumb(w, one.label, one.path, --left == 0);
      w.li([&] { w.span({{"aria-current", "page"}}, here); });
    });
  });
}

}  // namespace prima::html
