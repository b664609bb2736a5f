#include "html/layout.h"

#include "html/asset.h"
#include "html/brand.h"
#include "html/format.h"
#include "html/province.h"

namespace prima::html {

// Writes what only the frame may write: the document type, the one script and the links of the head.
class Document {
 public:
  explicit Document(const Page& page) : page_(page), w_(page.language) { w_.out_.reserve(32 * 1024); }

  std::string write(const Content& main) {
    w_.raw("<!doctype html>\n");
    w_.element("html", {{"lang", code(page_.language)}, {"data-size", "sm"}, {"data-color-scheme", "auto"}}, [&] {
      head();
      w_.element("body", {}, [&] { body(main); });
    });
    w_.raw("\n");
    return std::move(w_.out_);
  }

 private:
  static std::string_view code(Language language) { return language == Language::id ? "id" : "en"; }
  static Language other(Language language) { return language == Language::id ? Language::en : Language::id; }

  std::string title() const {
    const std::string_view name = w_.plain(Text::site_name);
    if (page_.is_home) return std::string(name).append(" · ").append(w_.plain(Text::site_tagline));
    return std::string(page_.title).append(" · ").append(name);
  }

  void head() {
    w_.head([&] {
      w_.raw("<meta charset=\"utf-8\">");
      w_.meta({{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
      w_.title(title());
      if (!page_.description.empty()) w_.meta({{"name", "description"}, {"content", page_.description}});
      w_.meta({{"name", "color-scheme"}, {"content", "light dark"}});
      w_.link({{"rel", "preload"},
               {"href", asset_url("public-sans.woff2")},
               {"as", "font"},
               {"type", "font/woff2"},
               {"crossorigin", true}});
      w_.link({{"rel", "stylesheet"}, {"href", asset_url("site.css")}});
      w_.link({{"rel", "icon"}, {"href", asset_url("favicon.svg")}, {"type", "image/svg+xml"}});
      for (const Language language : {Language::id, Language::en}) {
        w_.link({{"rel", "alternate"}, {"hreflang", code(language)}, {"href", localized_path(language, page_.path)}});
      }
      for (const Alternate& one : page_.alternates) {
        w_.link({{"rel", "alternate"}, {"type", one.type}, {"href", one.href}, {"title", unless_empty(one.title)}});
      }
      linked_data();
      w_.raw("<script src=\"");
      w_.raw(asset_url("site.js"));  // made of our own file names and hexadecimal digits
      w_.raw("\" defer></script>");
    });
  }

  // "<" stands in JSON only inside strings, where \\u003c says the same; so nothing in it can end the element.
  void linked_data() {
    if (page_.linked_data.empty()) return;
    w_.raw("<script type=\"application/ld+json\">");
    for (const char& byte : page_.linked_data) w_.raw(byte == '<' ? "\\u003c" : std::string_view(&byte, 1));
    w_.raw("</script>");
  }

  void body(const Content& main) {
    w_.a({{"class", "skip"}, {"href", "#isi"}}, Text::site_skip);
    w_.header({{"class", "site-header"}}, [&] { header(); });
    w_.element("main", {{"id", "isi"}, {"tabindex", -1}}, [&] {
      if (page_.is_home) {
        w_.add(main);
      } else {
        w_.div({{"class", "wrap"}}, main);
      }
    });
    w_.footer({{"class", "site-footer"}}, [&] { footer(); });
  }

  void header() {
    w_.div({{"class", "wrap"}}, [&] {
      w_.a({{"class", "brand"}, {"href", w_.url("/")}, current("/", Section::home)}, [&] {
        brand_mark(w_);
        w_.span(Text::site_name);
      });
      w_.nav({{"class", "site-nav"}, {"aria-label", Text::site_nav}}, [&] {
        w_.ul([&] {
          for (const Destination& to : kNavigation) {
            w_.li([&] { w_.a({{"href", w_.url(to.path)}, current(to.path, to.section)}, to.label); });
          }
        });
      });
      const Language there = other(page_.language);
      w_.div({{"class", "language"}}, [&] {
        w_.a({{"href", localized_path(there, page_.path)}, {"hreflang", code(there)}, {"lang", code(there)}}, [&] {
          icon(w_, Icon::languages);
          w_.text(Text::site_language_switch);
        });
      });
    });
  }

  // "page" for the page itself, "true" for a page inside the section.
  Attribute current(std::string_view path, Section section) const {
    if (page_.section != section) return {"aria-current", false};
    const std::string_view here = std::string_view(page_.path).substr(0, page_.path.find_first_of("?#"));
    return {"aria-current", here == path ? "page" : "true"};
  }

  void footer() {
    w_.div({{"class", "wrap"}}, [&] {
      w_.div([&] {
        w_.strong(Text::site_name);
        w_.p(Text::site_footer_purpose);
      });
      w_.div([&] {
        w_.strong(Text::site_footer_data);
        w_.p(Text::site_footer_data_note);
      });
      w_.ul([&] {
        w_.li([&] { w_.a({{"href", w_.url("/tentang")}}, Text::site_footer_more); });
        w_.li([&] { w_.a({{"href", w_.url("/kelola")}}, Text::site_footer_staff); });
        w_.li(Text::site_footer_licence);
      });
    });
  }

  const Page& page_;
  Writer w_;
};

std::string document(const Page& page, const Content& main) { return Document(page).write(main); }

void page_header(Writer& w, const PageHeader& header) {
  w.div({{"class", "page-header"}}, [&] {
    w.div([&] {
      if (!header.eyebrow.empty()) w.p({{"class", "eyebrow"}}, header.eyebrow);
      w.h1(header.title);
      if (!header.lead.empty()) w.p({{"class", "lead"}}, header.lead);
    });
    if (!header.aside.empty()) w.div({{"class", "page-header-aside"}}, header.aside);
  });
}

namespace {

void hero_art(Writer& w) {
  w.svg({{"class", "hero-art"}, {"viewBox", "0 0 168 108"}, {"aria-hidden", "true"}, {"focusable", "false"}}, [&] {
    int at = 0;
    for (const Province& one : provinces()) {
      w.rect({{"class", when(++at % 7 == 0, "lit")},
              {"x", one.column * 12 - 12},
              {"y", one.row * 12 - 12},
              {"width", 11},
              {"height", 11},
              {"rx", 2}});
    }
  });
}

}  // namespace

void hero(Writer& w, const Hero& hero) {
  w.div({{"class", "hero"}}, [&] {
    hero_art(w);
    w.div({{"class", "wrap"}}, [&] {
      w.h1(hero.title);
      if (!hero.lead.empty()) w.p({{"class", "lead"}}, hero.lead);
      if (!hero.action.empty()) w.div({{"class", "hero-action"}}, hero.action);
    });
  });
}

void stack(Writer& w, const Content& body) { w.div({{"class", "stack"}}, body); }

void wrap(Writer& w, const Content& body) { w.div({{"class", "wrap"}}, body); }

void section(Writer& w, const SectionPart& part, const Content& body) {
  const std::string heading = w.unique_id();
  w.section({{"class", "part"}, {"id", unless_empty(part.id)}, {"aria-labelledby", heading}}, [&] {
    w.div({{"class", "part-head"}}, [&] {
      w.h2({{"id", heading}}, part.title);
      if (!part.lead.empty()) w.p(part.lead);
    });
    w.add(body);
  });
}

void columns(Writer& w, Columns kind, const Content& body) {
  switch (kind) {
    case Columns::main_and_aside:
      return w.div({{"class", "columns columns-main-and-aside"}}, body);
    case Columns::halves:
      return w.div({{"class", "columns columns-halves"}}, body);
    case Columns::cards:
      return w.div({{"class", "columns columns-cards"}}, body);
  }
  PRIMA_UNREACHABLE("kind of columns");
}

void prose(Writer& w, const Content& body) { w.div({{"class", "prose"}}, body); }

}  // namespace prima::html
