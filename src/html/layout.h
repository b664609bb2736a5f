#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html/content.h"
#include "html/navigation.h"
#include "html/writer.h"

namespace prima::html {

// The same thing in a form for programs: a feed, linked data.
struct Alternate {
  std::string_view type = {};  // "application/atom+xml"
  std::string href = {};       // a path of ours, as it is
  std::string title = {};      // may be empty
};

// What the frame around a page must know.
struct Page {
  Language language = Language::id;
  // The path of this page without its language, with its query: "/hasil?q=bogor". The language switch leads to the same
  // page, and the navigation marks its section.
  std::string path = "/";
  std::string title = {};        // plain text, for the browser tab; " · Prima" is added, except on the home page
  std::string description = {};  // plain text, one or two sentences for search engines; may be empty
  Section section = Section::none;
  // The home page begins with a hero() from edge to edge and puts what follows into wrap(); every other page is
  // wrapped.
  bool is_home = false;
  std::vector<Alternate> alternates = {};
  // JSON-LD about what the page shows, for search engines; valid JSON, or empty. It is data and never runs, so the
  // content policy does not forbid it.
  std::string linked_data = {};
};

// A whole page: head, skip link, header, `main` inside <main id="isi">, footer. `main` must write exactly one h1;
// page_header() and hero() do. The result needs no style attribute and no inline script, so it works under the content
// policy "default-src 'self'".
//
//   return document({.language = request.language, .path = "/hasil", .title = ..., .section = Section::results},
//                   [&](Writer& w) { page_header(w, {.title = Text::registry_title}); ... });
std::string document(const Page& page, const Content& main);

// The head of an ordinary page: small line above, h1, one sentence, and what belongs beside it (badges, buttons).
struct PageHeader {
  Content eyebrow = {};
  Content title = {};
  Content lead = {};
  Content aside = {};
};
void page_header(Writer& w, const PageHeader& header);

// The large head of a page for citizens: h1, lead, and what they do first (a search box). From edge to edge, so it
// stands outside wrap(). Where there is room the archipelago in tiles stands beside it.
struct Hero {
  Content title = {};
  Content lead = {};
  Content action = {};
};
void hero(Writer& w, const Hero& hero);

// Keeps the page's width and margins; for the home page only.
void wrap(Writer& w, const Content& body);

// A part of a page with an h2 and, optionally, a sentence below it. `id` makes it a target of links and may be empty.
struct SectionPart {
  Content title = {};
  Content lead = {};
  std::string_view id = {};
};
void section(Writer& w, const SectionPart& part, const Content& body);

// Puts parts side by side where there is room: `main_and_aside` 2:1, `halves` 1:1, `cards` as many as fit.
enum class Columns { main_and_aside, halves, cards };
void columns(Writer& w, Columns kind, const Content& body);

// Parts below each other with even gaps.
void stack(Writer& w, const Content& body);

// A column of running text, no wider than reads well.
void prose(Writer& w, const Content& body);

}  // namespace prima::html
