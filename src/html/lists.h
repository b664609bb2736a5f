#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <utility>

#include "html/icon.h"
#include "html/writer.h"

namespace prima::html {

// Terms with what they are, in two columns: facts about one thing.
struct Fact {
  Content term = {};
  Content detail = {};
};
void facts(Writer& w, std::initializer_list<Fact> facts);

// Views of one thing, each a page of its own.
struct TabLink {
  Content label = {};
  std::string path = {};  // without language
  bool current = false;
};
void link_tabs(Writer& w, const Content& label, std::span<const TabLink> tabs);

// Nothing was found: why, and what to do instead.
struct EmptyState {
  Icon icon = Icon::search;
  Content title = {};
};
void empty_state(Writer& w, const EmptyState& state, const Content& body);

// Files to take along.
struct Download {
  Content label = {};
  std::string path = {};         // without language, or a full path when `localized` is false
  std::string_view format = {};  // "CSV", "JSON"
  Content note = {};             // what is in it, how large
  bool localized = true;
};
void downloads(Writer& w, std::span<const Download> files);

// A button that copies the address of this page. Shown only where a script runs, since only that can copy.
void copy_link_button(Writer& w);

// A link to another site, marked as such. An unsafe address is shown as text.
void external_link(Writer& w, std::string_view url, const Content& label);

}  // namespace prima::html
