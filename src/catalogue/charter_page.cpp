#include "catalogue/charter_page.h"

#include "html/badge.h"
#include "html/breadcrumb.h"
#include "html/card.h"
#include "html/disclosure.h"
#include "html/format.h"
#include "html/layout.h"
#include "html/qr_code.h"

namespace prima::catalogue {

namespace {

using html::Writer;

const Words law{"Apa yang diminta peraturan", "What the law asks for"};
const Words own_wording{"Kalimatnya ditulis oleh unit ini.", "The unit wrote this sentence itself."};
const Words our_wording{"Kalimatnya dari Prima.", "The sentence comes from Prima."};
const Words scan{"Pindai untuk membuka maklumat ini", "Scan to open this charter"};
const Words on_the_web{"Di web", "On the web"};
const Words ground{"Dasar", "Ground"};

html::Standing shown(instrument::Standing standing) {
  switch (standing) {
    case instrument::Standing::official:
      return html::Standing::official;
    case instrument::Standing::inferred:
      return html::Standing::inferred;
    case instrument::Standing::ours:
      return html::Standing::ours;
  }
  return html::Standing::ours;
}

void write_promise(Writer& w, const Charter& charter) {
  html::card(w, {}, [&] {
    w.blockquote({{"class", "charter"}}, [&] {
      for (const CharterParagraph& one : charter.paragraphs) w.p(one.text);
    });
    w.p(charter.place_and_date);
    w.p([&] {
      w.text(charter.signer_post.in(w.language()));
      w.br();
      w.strong(charter.signer_name);
    });
  });
}

void write_address(Writer& w, const CharterPage& page) {
  if (page.origin.empty()) return;
  const std::string address = std::string(page.origin) + html::localized_path(w.language(), page.path);
  html::card(w, {.title = on_the_web}, [&] {
    html::qr_code(w, address, scan);
    w.p([&] { w.a({{"href", address}}, address); });
  });
}

const CharterPart* part_of(const CharterRules& rules, const std::string& id) {
  for (const CharterPart& part : rules.parts) {
    if (part.id == id) return &part;
  }
  return nullptr;
}

void write_law(Writer& w, const CharterPage& page) {
  html::disclosure(w, {.summary = law}, [&] {
    w.ul([&] {
      for (const CharterParagraph& one : page.charter.paragraphs) {
        const CharterPart* part = part_of(page.rules, one.id);
        if (part == nullptr) continue;
        w.li([&] {
          w.text(part->about.in(w.language()) + " ");
          html::standing_badge(w, shown(part->standing));
          w.text(" ");
          w.add(one.own_words ? own_wording : our_wording);
        });
      }
    });
    w.p([&] {
      w.text(ground.in(w.language()) + ": ");
      bool first = true;
      for (const CharterReference& reference : page.rules.references) {
        w.text((first ? "" : "; ") + reference.cite + ", " + reference.title.in(w.language()));
        first = false;
      }
    });
  });
}

}  // namespace

std::string charter_page(Language language, const CharterPage& page) {
  const std::string& title = page.charter.title.in(language);
  const std::string& unit = page.unit.in(language);
  return html::document({.language = language, .path = std::string(page.path), .title = title + ", " + unit},
                        [&](Writer& w) {
                          if (page.unit_path.empty()) {
                            html::breadcrumb(w, {}, title);
                          } else {
                            html::breadcrumb(w, {{unit, std::string(page.unit_path)}}, title);
                          }
                          html::page_header(w, {.title = title, .lead = unit});
                          html::columns(w, html::Columns::main_and_aside, [&] {
                            html::stack(w, [&] {
                              write_promise(w, page.charter);
                              write_law(w, page);
                            });
                            html::stack(w, [&] { write_address(w, page); });
                          });
                        });
}

}  // namespace prima::catalogue
