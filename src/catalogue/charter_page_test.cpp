#include "catalogue/charter_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prima::catalogue {
namespace {

using testing::HasSubstr;
using testing::Not;

CharterNames names() {
  return {.unit = {"Dinas <b>Contoh</b>", "the Example Office"},
          .institution = {"Kota Contoh", "the City of Contoh"},
          .place = "Contoh",
          .date = parse_date("2026-01-02"),
          .signer_post = {"Kepala Dinas", "Head of the Office"},
          .signer_name = "Siti Contoh, S.Sos.",
          .compensation = {},
          .complaints = "",
          .own_texts = {{"improvement", {"Kami belajar setiap hari.", ""}}}};
}

std::string page(Language language, std::string_view origin) {
  const Charter charter = *compose_charter(charter_rules(), names());
  const LocalText unit{"Dinas Contoh", "the Example Office"};
  return charter_page(language, {.charter = charter,
                                 .rules = charter_rules(),
                                 .unit = unit,
                                 .path = "/layanan/33.74/unit/dinas/maklumat",
                                 .unit_path = "/layanan/33.74/unit/dinas",
                                 .origin = origin});
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(CharterPage, ShowsThePromiseAndWhoSignedIt) {
  const std::string html = page(Language::id, "");
  EXPECT_EQ(count(html, "<h1"), 1U);
  EXPECT_THAT(html, HasSubstr("berjanji dan sanggup melayani Anda"));
  EXPECT_THAT(html, HasSubstr("Contoh, 2 Januari 2026"));
  EXPECT_THAT(html, HasSubstr("Siti Contoh, S.Sos."));
  EXPECT_THAT(html, HasSubstr("UU 25/2009 Pasal 22"));
}

TEST(CharterPage, EscapesWhatTheUnitWrote) {
  const std::string html = page(Language::id, "");
  EXPECT_THAT(html, HasSubstr("Dinas &lt;b&gt;Contoh"));
  EXPECT_THAT(html, Not(HasSubstr("<b>Contoh")));
}

TEST(CharterPage, SaysWhoseWordsTheyAre) {
  const std::string html = page(Language::en, "");
  EXPECT_THAT(html, HasSubstr("The unit wrote this sentence itself."));
  EXPECT_THAT(html, HasSubstr("The sentence comes from Prima."));
}

TEST(CharterPage, LeadsToItselfByACodeWithTheAddressInWords) {
  const std::string html = page(Language::en, "https://layanan.contoh.go.id");
  EXPECT_THAT(html, HasSubstr("Scan to open this charter"));
  EXPECT_THAT(html, HasSubstr(">https://layanan.contoh.go.id/en/layanan/33.74/unit/dinas/maklumat<"));
  EXPECT_THAT(page(Language::en, ""), Not(HasSubstr("Scan to open")));
  EXPECT_LT(html.size(), 30U * 1024);
}

}  // namespace
}  // namespace prima::catalogue
