#pragma once

#include <string_view>

#include "html/writer.h"

namespace prima::html {

// Something that can be opened; a native <details>, so it works without a script. Printed open.
struct Disclosure {
  Content summary = {};
  bool open = false;
};
void disclosure(Writer& w, const Disclosure& disclosure, const Content& body);

// A tree of parts, each with a figure: an instrument with its weights, a score with its trace. Its branches open and
// close; with a script there is a button that opens all.
//
//   tree(w, Text::trace_label, [&] {
//     branch(w, {.label = dimension.name, .figure = w.decimal("27.14"), .open = true}, [&] {
//       node_body(w, [&] { w.p(dimension.note); });                      // optional: words about the part itself
//       branches(w, [&] {
//         leaf(w, {.label = indicator.name, .figure = w.decimal("3.10")}, [&] { w.p(indicator.guidance); });
//       });
//     });
//   });
void tree(Writer& w, const Content& label, const Content& nodes);

struct TreeNode {
  Content label = {};
  Content figure = {};  // at the end of the line, figures of equal width: a weight, points
  Content meta = {};    // small, below the label: what the node is, its badges
  bool open = false;
  std::string_view id = {};  // makes the node a target of links
};
// A part that opens: inside it, node_body() for words and branches() for the parts below it.
void branch(Writer& w, const TreeNode& node, const Content& inside);
void branches(Writer& w, const Content& nodes);
void node_body(Writer& w, const Content& body);
// A part at the end of a branch; `body` is always visible and may be empty.
void leaf(Writer& w, const TreeNode& node, const Content& body = {});

}  // namespace prima::html
