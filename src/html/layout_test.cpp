#include "html/layout.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "html/asset.h"
#include "html/breadcrumb.h"
#include "html/error_page.h"

namespace prima::html {
namespace {

std::string page(Language language, const std::string& path, Section section) {
  return document({.language = language, .path = path, .title = "<Judul>", .section = section},
                  [](Writer& w) { page_header(w, {.title = "Isi"}); });
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(Layout, IsAWholePageInItsLanguage) {
  const std::string id = page(Language::id, "/hasil", Section::results);
  EXPECT_TRUE(id.starts_with("<!doctype html>\n<html lang=\"id\""));
  EXPECT_TRUE(contains(id, "<title>&lt;Judul&gt; · Prima</title>"));
  EXPECT_TRUE(contains(id, "<main id=\"isi\""));
  EXPECT_TRUE(contains(id, "<h1>Isi</h1>"));
  EXPECT_TRUE(contains(page(Language::en, "/hasil", Section::results), "<html lang=\"en\""));
}

TEST(Layout, SwitchesTheLanguageOfTheSamePage) {
  EXPECT_TRUE(contains(page(Language::id, "/hasil?q=a&b=c", Section::results),
                       R"(<a href="/en/hasil?q=a&amp;b=c" hreflang="en" lang="en">)"));
  EXPECT_TRUE(
      contains(page(Language::en, "/hasil?q=a", Section::results), R"(<a href="/hasil?q=a" hreflang="id" lang="id">)"));
  EXPECT_TRUE(contains(page(Language::en, "/", Section::home), R"(<a href="/" hreflang="id" lang="id">)"));
}

TEST(Layout, MarksThePageOrItsSectionInTheNavigation) {
  EXPECT_TRUE(contains(page(Language::id, "/hasil?q=a", Section::results), R"(href="/hasil" aria-current="page")"));
  EXPECT_TRUE(contains(page(Language::id, "/pemerintah/x", Section::results), R"(href="/hasil" aria-current="true")"));
  EXPECT_FALSE(contains(page(Language::id, "/tentang", Section::about), R"(href="/hasil" aria-current)"));
}

TEST(Layout, NeedsNoInlineStyleOrScript) {
  const std::string html = page(Language::id, "/", Section::none);
  EXPECT_FALSE(contains(html, " style="));
  EXPECT_FALSE(contains(html, "<style"));
  EXPECT_TRUE(contains(html, std::string("<script src=\"").append(asset_url("site.js")).append("\" defer></script>")));
}

TEST(Layout, LinkedDataCannotEndItsElement) {
  const std::string html = document({.title = "Isi",
                                     .alternates = {{"application/atom+xml", "/layanan.atom", "<Judul>"}},
                                     .linked_data = R"x({"name":"</script><script>alert(1)"})x"},
                                    [](Writer& w) { page_header(w, {.title = "Isi"}); });
  EXPECT_TRUE(contains(html, R"x({"name":"\u003c/script>\u003cscript>alert(1)"}</script>)x"));
  EXPECT_TRUE(contains(html, R"(type="application/atom+xml" href="/layanan.atom" title="&lt;Judul&gt;")"));
}

TEST(Layout, LoadsOnlyFilesThatExist) {
  const std::string html = page(Language::id, "/", Section::none);
  for (std::size_t at = html.find("/assets/"); at != std::string::npos; at = html.find("/assets/", at + 1)) {
    const std::string url = html.substr(at, html.find_first_of("\"#", at) - at);
    EXPECT_NE(find_asset(url), nullptr) << url;
  }
}

TEST(Asset, IsFoundByItsExactAddressOnly) {
  const EmbeddedFile* css = find_asset(asset_url("site.css"));
  ASSERT_NE(css, nullptr);
  EXPECT_EQ(css->content_type, "text/css; charset=utf-8");
  EXPECT_FALSE(css->gzip.empty());
  EXPECT_LT(css->brotli.size(), css->gzip.size());
  EXPECT_EQ(find_asset("/assets/site-000000000000.css"), nullptr);
  EXPECT_EQ(find_asset("/assets/site.css"), nullptr);
  EXPECT_THROW(asset_url("nothing.css"), Bug);
}

TEST(Asset, StyleSheetLoadsOnlyFilesThatExistAndStaysSmall) {
  const EmbeddedFile* css = find_asset(asset_url("site.css"));
  const std::string text(css->bytes);
  std::size_t urls = 0;
  for (std::size_t at = text.find("url("); at != std::string::npos; at = text.find("url(", at + 1), ++urls) {
    std::string url = text.substr(at + 4, text.find(')', at) - at - 4);
    std::erase(url, '"');
    EXPECT_NE(find_asset(url), nullptr) << url;
  }
  EXPECT_GT(urls, 1U);
  EXPECT_LT(css->gzip.size(), 30U * 1024);
  EXPECT_LT(find_asset(asset_url("site.js"))->bytes.size(), 5U * 1024);
}

TEST(Icon, StandsInTheSpriteUnderItsName) {
  const std::string sprite(find_asset(asset_url("icons.svg"))->bytes);
  std::set<std::string_view> names;
  for (int at = 0; at < kIcons; ++at) {
    const std::string_view one = name(static_cast<Icon>(at));
    EXPECT_TRUE(names.insert(one).second) << one;
    EXPECT_TRUE(contains(sprite, std::string("<symbol id=\"").append(one).append("\""))) << one;
  }
}

TEST(ErrorPage, SaysInTheReadersLanguageWhatToDo) {
  const std::string id = error_page(Language::id, "/tidak-ada", 404, "<b>");
  EXPECT_TRUE(contains(id, "<h1>Halaman ini tidak ada</h1>"));
  EXPECT_TRUE(contains(id, "Kode 404"));
  EXPECT_TRUE(contains(id, "&lt;b&gt;"));
  EXPECT_TRUE(contains(error_page(Language::en, "/x", 599), "Something went wrong on our side"));
  EXPECT_TRUE(contains(error_page(Language::en, "/x", 418), "could not be understood"));
}

TEST(Breadcrumb, BeginsAtHomeAndEndsHere) {
  Writer w(Language::en);
  breadcrumb(w, {{"Hasil", "/hasil"}}, "Kota");
  const std::string html(w.take().view());
  EXPECT_TRUE(contains(html, R"(<a href="/en/">)"));
  EXPECT_TRUE(contains(html, R"(<li class="above"><a href="/en/hasil">)"));
  EXPECT_TRUE(contains(html, R"(<span aria-current="page">Kota</span>)"));
}

}  // namespace
}  // namespace prima::html
