#include "html/icon.h"

#include <array>
#include <cstddef>
#include <string>

#include "html/asset.h"

namespace prima::html {
namespace {

constexpr std::array<std::string_view, kIcons> kNames = {
    "arrow-down",
    "arrow-left",
    "arrow-right",
    "arrow-up",
    "badge-check",
    "building-2",
    "calendar",
    "check",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "circle-alert",
    "circle-check",
    "circle-help",
    "circle-x",
    "copy",
    "download",
    "external-link",
    "file-check",
    "file-spreadsheet",
    "file-text",
    "info",
    "landmark",
    "languages",
    "link",
    "list-tree",
    "map",
    "octagon-alert",
    "pencil",
    "scale",
    "search",
    "shield-check",
    "square",
    "triangle-alert",
    "upload",
    "users",
    "x",
};

// The address of each icon in the sprite, built once.
const std::array<std::string, kIcons>& addresses() {
  static const auto all = [] {
    std::array<std::string, kIcons> made;
    for (std::size_t at = 0; at < made.size(); ++at) {
      made[at] = std::string(asset_url("icons.svg")).append("#").append(kNames[at]);
    }
    return made;
  }();
  return all;
}

}  // namespace

std::string_view name(Icon icon) { return kNames.at(static_cast<std::size_t>(icon)); }

void icon(Writer& w, Icon which) {
  w.svg({{"class", "icon"}, {"aria-hidden", "true"}, {"focusable", "false"}}, [&] {
    w.use({{"href", addresses().at(static_cast<std::size_t>(which))}});
  });
}

}  // namespace prima::html
