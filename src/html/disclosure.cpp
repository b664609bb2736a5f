#include "html/disclosure.h"

#include <string>

#include "html/icon.h"
#include "html/text.h"

namespace prima::html {
namespace {

void node_line(Writer& w, const TreeNode& node) {
  w.span({{"class", "node-label"}}, node.label);
  if (!node.figure.empty()) w.span({{"class", "node-figure"}}, node.figure);
  if (!node.meta.empty()) w.span({{"class", "node-meta"}}, node.meta);
}

}  // namespace

void disclosure(Writer& w, const Disclosure& disclosure, const Content& body) {
  w.details({{"class", "disclosure"}, {"open", disclosure.open}}, [&] {
    w.summary([&] {
      icon(w, Icon::chevron_down);
      w.span(disclosure.summary);
    });
    w.div({{"class", "disclosure-body"}}, body);
  });
}

void tree(Writer& w, const Content& label, const Content& nodes) {
  const std::string id = w.unique_id();
  w.div({{"class", "tree-tools"},
         {"hidden", true},
         {"data-tree", id},
         {"data-open", Text::common_open_all},
         {"data-close", Text::common_close_all}},
        [&] {
          w.button({{"type", "button"}, {"aria-controls", id}}, Text::common_open_all);
        });
  w.ul({{"class", "tree"}, {"id", id}, {"aria-label", w.plain(label)}}, nodes);
}

void branch(Writer& w, const TreeNode& node, const Content& inside) {
  w.li({{"id", unless_empty(node.id)}}, [&] {
    w.details({{"open", node.open}}, [&] {
      w.summary({{"class", "node"}}, [&] {
        icon(w, Icon::chevron_right);
        node_line(w, node);
      });
      w.add(inside);
    });
  });
}

void branches(Writer& w, const Content& nodes) { w.ul(nodes); }

void node_body(Writer& w, const Content& body) { w.div({{"class", "node-body"}}, body); }

void leaf(Writer& w, const TreeNode& node, const Content& body) {
  w.li({{"id", unless_empty(node.id)}}, [&] {
    w.div({{"class", "node"}}, [&] { node_line(w, node); });
    if (!body.empty()) node_body(w, body);
  });
}

}  // namespace prima::html
