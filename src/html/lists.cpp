#include "html/lists.h"

#include "html/text.h"
#include "html/url.h"

namespace prima::html {

void facts(Writer& w, std::initializer_list<Fact> facts) {
  w.dl({{"class", "facts"}}, [&] {
    for (const Fact& fact : facts) {
      w.dt(fact.term);
      w.dd(fact.detail);
    }
  });
}

void link_tabs(Writer& w, const Content& label, std::span<const TabLink> tabs) {
  w.nav({{"class", "tabs"}, {"aria-label", w.plain(label)}}, [&] {
    w.ul([&] {
      for (const TabLink& tab : tabs) {
        w.li([&] { w.a({{"href", w.url(tab.path)}, {"aria-current", when(tab.current, "page")}}, tab.label); });
      }
    });
  });
}

void empty_state(Writer& w, const EmptyState& state, const Content& body) {
  w.div({{"class", "empty"}}, [&] {
    icon(w, state.icon);
    w.h2(state.title);
    w.div({{"class", "empty-body"}}, body);
  });
}

void downloads(Writer& w, std::span<const Download> files) {
  w.ul({{"class", "downloads"}}, [&] {
    for (const Download& file : files) {
      w.li([&] {
        w.a({{"href", file.localized ? w.url(file.path) : file.path}, {"download", true}}, [&] {
          icon(w, Icon::download);
          w.span(file.label);
        });
        w.span({{"class", "format"}}, file.format);
        if (!file.note.empty()) w.span({{"class", "small"}}, file.note);
      });
    }
  });
}

void copy_link_button(Writer& w) {
  w.button({{"class", "ds-button"},
            {"data-variant", "tertiary"},
            {"type", "button"},
            {"hidden", true},
            {"data-copied", Text::common_copied}},
           [&] {
             icon(w, Icon::link);
             w.span({{"aria-live", "polite"}}, Text::common_copy_link);
           });
}

void external_link(Writer& w, std::string_view url, const Content& label) {
  if (!is_safe_url(url, UrlUse::link) || url.empty()) return w.add(label);
  w.a({{"class", "external"}, {"href", url}, {"rel", "noopener noreferrer external"}}, [&] {
    w.add(label);
    icon(w, Icon::external_link);
    w.span({{"class", "hidden-text"}}, [&] {
      w.text(" (");
      w.text(Text::common_external);
      w.text(")");
    });
  });
}

}  // namespace prima::html
