#pragma once

#include <cstdint>
#include <string_view>

#include "html/writer.h"

namespace prima::html {

// Our icons (Lucide), served as one sprite. A new one needs a line here, in icon.cpp and in web/icons/names.txt; a test
// compares them.
enum class Icon : std::uint8_t {
  arrow_down,
  arrow_left,
  arrow_right,
  arrow_up,
  badge_check,
  building,
  calendar,
  check,
  chevron_down,
  chevron_left,
  chevron_right,
  circle_alert,
  circle_check,
  circle_help,
  circle_x,
  copy,
  download,
  external_link,
  file_check,
  file_spreadsheet,
  file_text,
  info,
  landmark,
  languages,
  link,
  list_tree,
  map,
  octagon_alert,
  pencil,
  scale,
  search,
  shield_check,
  square,
  triangle_alert,
  upload,
  users,
  x,
};

inline constexpr int kIcons = static_cast<int>(Icon::x) + 1;

// The name in the sprite: "file-text".
std::string_view name(Icon icon);

// Draws an icon in the colour and size of the text around it. It is hidden from screen readers: the words beside it say
// what it means.
void icon(Writer& w, Icon which);

}  // namespace prima::html
