#include "html/xml.h"

#include <gtest/gtest.h>

namespace prima::html {
namespace {

std::string written(std::string_view text) {
  XmlWriter xml;
  xml.element("a", {{"title", text}}, text);
  const std::string all = xml.take();
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a title=\"";
  EXPECT_EQ(all.substr(0, head.size()), head);
  return all.substr(head.size(), (all.size() - head.size() - std::string("\"></a>\n").size()) / 2);
}

TEST(Xml, EscapesTextAndValuesAlike) {
  EXPECT_EQ(written("x & <b> \"y\""), "x &amp; &lt;b&gt; &quot;y&quot;");
  EXPECT_EQ(written("]]>"), "]]&gt;");
}

TEST(Xml, ReplacesWhatXmlDoesNotAllow) {
  EXPECT_EQ(written(std::string("a\0b\x01", 4)),
            "a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD");
  EXPECT_EQ(written("a\xFFz"), "a\xEF\xBF\xBDz");
  EXPECT_EQ(written("a\xEF\xBF\xBEz\xEF\xBF\xBF"), "a\xEF\xBF\xBDz\xEF\xBF\xBD");
  EXPECT_EQ(written("\xEF\xBC\xA1"), "\xEF\xBC\xA1") << "other characters of the same rows stay";
}

TEST(Xml, NestsElements) {
  XmlWriter xml;
  xml.element("urlset", {}, [&] {
    xml.element("loc", {}, "https://a.go.id/?x=1&y=2");
    xml.element("xhtml:link", {{"rel", "alternate"}});
  });
  EXPECT_EQ(xml.take(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset><loc>https://a.go.id/?x=1&amp;y=2</loc>"
            "<xhtml:link rel=\"alternate\"/></urlset>\n");
}

}  // namespace
}  // namespace prima::html
