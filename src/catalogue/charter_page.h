#pragma once

#include <string>
#include <string_view>

#include "base/words.h"
#include "catalogue/charter_rules.h"
#include "catalogue/standard.h"

namespace prima::catalogue {

// What the page of a unit's charter is made from. Everything must live until the page is written.
struct CharterPage {
  const Charter& charter;
  const CharterRules& rules;     // for the law behind each part
  const LocalText& unit;         // whose charter it is
  std::string_view path;         // of this page, without language: "/layanan/33.74/unit/dukcapil/maklumat"
  std::string_view unit_path;    // of the page above it; may be empty
  std::string_view origin = {};  // "https://layanan.contoh.go.id": with it a QR code leads to this page
};

// The charter of a unit as a page that prints as one sheet for the wall: the promise large, who signed it and when, the
// QR code with its address in words. What the law asks for stands behind it, one tap away.
std::string charter_page(Language language, const CharterPage& page);

}  // namespace prima::catalogue
