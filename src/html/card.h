#pragma once

#include <initializer_list>
#include <string>

#include "html/icon.h"
#include "html/tone.h"
#include "html/writer.h"

namespace prima::html {

// A framed part of a page. With a title it is a section with a heading of that level.
struct Card {
  Content title = {};
  int heading_level = 2;
  Content aside = {};  // beside the title, at the end of the line
  bool flush = false;  // the body reaches the frame, as tables do
};
void card(Writer& w, const Card& card, const Content& body);

// One figure that matters: its name, the figure, a short note.
struct Stat {
  Content label = {};
  Content value = {};
  Content note = {};
  Tone tone = Tone::neutral;
};
void stats(Writer& w, std::initializer_list<Stat> stats);

// A card that is one large link: title, sentence, arrow.
struct LinkCard {
  Content title = {};
  Content body = {};
  std::string path = {};  // without language
  Icon icon = Icon::arrow_right;
  int heading_level = 3;
};
void link_card(Writer& w, const LinkCard& card);

}  // namespace prima::html
