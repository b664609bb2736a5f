#include "app/about_page.h"

#include "html/badge.h"
#include "html/breadcrumb.h"
#include "html/layout.h"

namespace prima::app {

using html::Text;
using html::Writer;

std::string about_page(Language language) {
  const html::Page page{.language = language,
                        .path = "/tentang",
                        .title = std::string(html::text(language, Text::about_title)),
                        .description = std::string(html::text(language, Text::about_lead)),
                        .section = html::Section::about};
  return html::document(page, [](Writer& w) {
    html::breadcrumb(w, {}, Text::about_title);
    html::page_header(w, {.title = Text::about_title, .lead = Text::about_lead});
    html::section(w, {.title = Text::about_marks_title}, [&] {
      w.p({}, Text::about_marks_body);
      html::standing_legend(w);
    });
    html::section(w, {.title = Text::about_exact_title},
                  [&] { html::prose(w, [&] { w.p({}, Text::about_exact_body); }); });
    html::section(w, {.title = Text::about_sources_title}, [&] {
      html::prose(w, [&] {
        w.p({}, Text::about_sources_body);
        w.p({}, Text::about_not_official);
      });
    });
    html::section(w, {.title = Text::about_privacy_title},
                  [&] { html::prose(w, [&] { w.p({}, Text::about_privacy_body); }); });
    html::section(w, {.title = Text::about_licence_title},
                  [&] { html::prose(w, [&] { w.p({}, Text::about_licence_body); }); });
  });
}

}  // namespace prima::app
