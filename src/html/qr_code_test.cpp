#include "html/qr_code.h"

#include <gtest/gtest.h>

namespace prima::html {
namespace {

std::string drawn(std::string_view text, bool& fits) {
  Writer w(Language::id);
  fits = qr_code(w, text, "Kode <masuk>");
  return std::string(w.take().view());
}

TEST(QrCode, DrawsTheFinderPatternInsideAWhiteFrame) {
  bool fits = false;
  const std::string svg = drawn("https://contoh.go.id", fits);
  EXPECT_TRUE(fits);
  EXPECT_NE(svg.find("viewBox=\"0 0 33 33\""), std::string::npos) << svg;  // version 2: 25 modules and the frame
  EXPECT_NE(svg.find("d=\"M4 4h7v1h-7z"), std::string::npos) << svg;
  EXPECT_NE(svg.find("role=\"img\""), std::string::npos);
  EXPECT_NE(svg.find("aria-label=\"Kode &lt;masuk&gt;\""), std::string::npos);
}

TEST(QrCode, DrawsOtherModulesForOtherText) {
  bool fits = false;
  EXPECT_NE(drawn("a", fits), drawn("b", fits));
}

TEST(QrCode, DrawsNothingThatDoesNotFit) {
  bool fits = true;
  EXPECT_EQ(drawn(std::string(2400, 'x'), fits), "");
  EXPECT_FALSE(fits);
  EXPECT_EQ(drawn("", fits), "");
  EXPECT_FALSE(fits);
}

}  // namespace
}  // namespace prima::html
