#include "html/writer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace prima::html {
namespace {

std::string written(Writer& w) { return std::string(w.take().view()); }

template <typename Function>
std::string write(const Function& function, Language language = Language::id) {
  Writer w(language);
  function(w);
  return written(w);
}

TEST(Writer, NestsElementsAndQuotesAttributes) {
  EXPECT_EQ(write([](Writer& w) {
              w.section({{"class", "card"}, {"id", "a"}}, [&] {
                w.h2("Judul");
                w.p({{"class", "lead"}}, [](Writer& inner) { inner.strong("dua"); });
                w.br();
              });
            }),
            R"(<section class="card" id="a"><h2>Judul</h2><p class="lead"><strong>dua</strong></p><br></section>)");
}

TEST(Writer, WritesEachKindOfAttribute) {
  EXPECT_EQ(write([](Writer& w) {
              w.input({{"type", "text"},
                       {"maxlength", 12},
                       {"required", true},
                       {"disabled", false},
                       {"name", std::optional<std::string_view>()},
                       {"value", std::string("x")},
                       {"aria-label", Text::nav_home}});
            }),
            R"(<input type="text" maxlength="12" required value="x" aria-label="Beranda">)");
}

TEST(Writer, SpeaksTheLanguageItWasMadeFor) {
  const Words words{"Kota", "City"};
  const auto page = [&](Writer& w) {
    w.p(Text::nav_home);
    w.p(words);
    w.p(w.decimal("1234.50"));
    w.p(w.url("/hasil"));
  };
  EXPECT_EQ(write(page), "<p>Beranda</p><p>Kota</p><p>1.234,50</p><p>/hasil</p>");
  EXPECT_EQ(write(page, Language::en), "<p>Home</p><p>City</p><p>1,234.50</p><p>/en/hasil</p>");
}

TEST(Writer, FillsPlaceholdersWithTextAndWithMarkup) {
  EXPECT_EQ(write([](Writer& w) { w.p(say(Text::pagination_position, "<1>", [&] { w.b("24"); })); }),
            "<p>Halaman &lt;1&gt; dari <b>24</b></p>");
  Writer w(Language::en);
  EXPECT_EQ(w.plain(say(Text::pagination_position, "<1>", std::string("24"))), "Page <1> of 24");
}

TEST(Writer, RefusesASentenceWithTooFewArguments) { EXPECT_THROW(say(Text::pagination_position, "1"), Bug); }

TEST(Writer, KeepsAPieceForLater) {
  Writer w(Language::id);
  w.b("<");
  const Html piece = w.take();
  EXPECT_EQ(w.size(), 0U);
  w.p(piece);
  w.p([&] { w.add(piece); });
  EXPECT_EQ(written(w), "<p><b>&lt;</b></p><p><b>&lt;</b></p>");
}

TEST(Writer, GivesEachIdOnce) {
  Writer w(Language::id);
  EXPECT_NE(w.unique_id(), w.unique_id());
}

TEST(Writer, KeepsALeadingLineBreakOfATextarea) {
  EXPECT_EQ(write([](Writer& w) {
              w.textarea({{"name", "x"}}, "\na</textarea>");
            }),
            "<textarea name=\"x\">\n\na&lt;/textarea&gt;</textarea>");
}

// What people have typed into fields of other sites, wherever a text may stand.
const std::vector<std::string> kAttacks = {
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "--><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "<a href=\"javascript:alert(1)\">",
    "&lt;script&gt;",
    "&#60;script&#62;",
    "\" autofocus onfocus=alert(1) x=\"",
    "`onload=alert(1)`",
    std::string("<scr\0ipt>", 9),
    "<\x01script>",
    "{0}{1}",
};

// Nothing of an attack may survive that begins a tag, ends a quoted value, or is a reference of its own making.
void expect_harmless(const std::string& inside) {
  EXPECT_EQ(inside.find('<'), std::string::npos) << inside;
  EXPECT_EQ(inside.find('>'), std::string::npos) << inside;
  EXPECT_EQ(inside.find('"'), std::string::npos) << inside;
  EXPECT_EQ(inside.find('\''), std::string::npos) << inside;
  EXPECT_EQ(inside.find('\0'), std::string::npos) << inside;
  for (std::size_t at = inside.find('&'); at != std::string::npos; at = inside.find('&', at + 1)) {
    const std::string entity = inside.substr(at, inside.find(';', at) - at + 1);
    const std::vector<std::string> ours = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    EXPECT_NE(std::find(ours.begin(), ours.end(), entity), ours.end()) << inside;
  }
}

std::string between(const std::string& whole, const std::string& before, const std::string& after) {
  EXPECT_TRUE(whole.starts_with(before)) << whole;
  EXPECT_TRUE(whole.ends_with(after)) << whole;
  return whole.substr(before.size(), whole.size() - before.size() - after.size());
}

TEST(Writer, LeavesNoAttackAliveWhereverTextMayStand) {
  for (const std::string& attack : kAttacks) {
    SCOPED_TRACE(attack);
    const Words words{attack, attack};
    expect_harmless(between(write([&](Writer& w) { w.p(attack); }), "<p>", "</p>"));
    expect_harmless(between(write([&](Writer& w) { w.p(words); }), "<p>", "</p>"));
    expect_harmless(between(write([&](Writer& w) { w.p([&] { w.text(attack); }); }), "<p>", "</p>"));
    expect_harmless(between(write([&](Writer& w) { w.title(attack); }), "<title>", "</title>"));
    expect_harmless(between(write([&](Writer& w) { w.textarea({}, attack); }), "<textarea>\n", "</textarea>"));
    expect_harmless(between(write([&](Writer& w) { w.p({{"title", attack}}); }), "<p title=\"", "\"></p>"));
    expect_harmless(between(write([&](Writer& w) { w.p(say(Text::pagination_page, attack)); }), "<p>Halaman ", "</p>"));
    expect_harmless(std::string(Html::escaped(attack).view()));
  }
}

struct UrlCase {
  const char* url;
  bool as_link;
  bool as_resource;
};

const std::vector<UrlCase> kUrls = {
    {"/hasil?q=a&b=c#d", true, true},
    {"#isi", true, true},
    {"?halaman=2", true, true},
    {"berkas.csv", true, true},
    {"/jam/10:30", true, true},
    {"", true, true},
    {"https://ombudsman.go.id/a?b=javascript:c", true, false},
    {"HTTPS://OMBUDSMAN.GO.ID/", true, false},
    {"http://example.org", true, false},
    {"mailto:a@example.org", true, false},
    {"javascript:alert(1)", false, false},
    {"JaVaScRiPt:alert(1)", false, false},
    {" javascript:alert(1)", false, false},
    {"java\tscript:alert(1)", false, false},
    {"java\nscript:alert(1)", false, false},
    {"\x01javascript:alert(1)", false, false},
    {"javascript&colon;alert(1)", true, true},  // no scheme: the "&" is escaped, so the browser sees a relative path
    {"vbscript:x", false, false},
    {"data:text/html,<script>", false, false},
    {"blob:https://x/y", false, false},
    {"file:///etc/passwd", false, false},
    {"//evil.example/x", false, false},
    {"/\\evil.example", false, false},
    {"\\\\evil.example", false, false},
    {"https:evil.example", false, false},
};

TEST(Url, TellsSafeAddressesFromTheRest) {
  for (const UrlCase& one : kUrls) {
    EXPECT_EQ(is_safe_url(one.url, UrlUse::link), one.as_link) << one.url;
    EXPECT_EQ(is_safe_url(one.url, UrlUse::resource), one.as_resource) << one.url;
  }
}

TEST(Writer, LeavesOutAnUnsafeAddressWithItsAttribute) {
  EXPECT_EQ(write([](Writer& w) {
              w.a({{"class", "x"}, {"href", "javascript:alert(1)"}}, "y");
            }),
            R"(<a class="x">y</a>)");
  EXPECT_EQ(write([](Writer& w) { w.img({{"src", "https://evil.example/p.png"}, {"alt", ""}}); }), R"(<img alt="">)");
  EXPECT_EQ(write([](Writer& w) { w.form({{"action", "https://evil.example/"}}); }), "<form></form>");
}

}  // namespace
}  // namespace prima::html
