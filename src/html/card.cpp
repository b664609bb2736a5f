#include "html/card.h"

#include "html/heading.h"

namespace prima::html {
namespace {

void card_head(Writer& w, const Card& card, const std::string& id) {
  w.div({{"class", "card-head"}}, [&] {
    heading(w, card.heading_level, id, card.title);
    if (!card.aside.empty()) w.div(card.aside);
  });
}

void stat(Writer& w, const Stat& stat) {
  w.div({{"class", "stat"}}, [&] {
    w.dt({{"class", "hidden-text"}}, stat.label);
    w.dd([&] {
      w.div({{"class", "small"}, {"aria-hidden", "true"}}, stat.label);
      w.div({{"class", std::string("stat-value ").append(css_class(stat.tone))}}, stat.value);
      if (!stat.note.empty()) w.div({{"class", "stat-note"}}, stat.note);
    });
  });
}

}  // namespace

void card(Writer& w, const Card& card, const Content& body) {
  const std::string_view css = card.flush ? "card card-flush" : "card";
  if (card.title.empty()) return w.div({{"class", css}}, body);
  const std::string id = w.unique_id();
  w.section({{"class", css}, {"aria-labelledby", id}}, [&] {
    card_head(w, card, id);
    w.div(body);
  });
}

void stats(Writer& w, std::initializer_list<Stat> stats) {
  w.dl({{"class", "stats"}}, [&] {
    for (const Stat& one : stats) stat(w, one);
  });
}

void link_card(Writer& w, const LinkCard& card) {
  w.div({{"class", "link-card"}}, [&] {
    icon(w, card.icon);
    heading(w, card.heading_level, {}, [&] { w.a({{"href", w.url(card.path)}}, card.title); });
    w.p(card.body);
  });
}

}  // namespace prima::html
