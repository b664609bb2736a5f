#include "http/target.h"

#include <gtest/gtest.h>

namespace prima::http {
namespace {

Target good(std::string_view text, Method method = Method::get) {
  const auto target = read_target(text, method);
  EXPECT_TRUE(target) << text;
  return target.value_or(Target{});
}

TEST(Target, IsDecodedOnce) {
  EXPECT_EQ(good("/").path, "/");
  EXPECT_EQ(good("/a/b").path, "/a/b");
  EXPECT_EQ(good("/a%20b+c").path, "/a b+c");
  EXPECT_EQ(good("/%2561").path, "/%61");
  EXPECT_EQ(good("/ombudsman%2Fkepatuhan").path, "/ombudsman/kepatuhan");
  EXPECT_EQ(good("/kot%C3%A9").path, "/kot\xc3\xa9");
  EXPECT_EQ(good("/...").path, "/...");
}

TEST(Target, HasTheParametersInTheirOrder) {
  const Target target = good("/a?x=1&y=a+b&x=%26&kosong=&z");
  const std::vector<Parameter> expected = {{"x", "1"}, {"y", "a b"}, {"x", "&"}, {"kosong", ""}, {"z", ""}};
  EXPECT_EQ(target.parameters, expected);
  EXPECT_EQ(target.path, "/a");
  EXPECT_TRUE(good("/a?").parameters.empty());
  EXPECT_TRUE(good("/a?&&").parameters.empty());
  EXPECT_EQ(good("/a?b=c?d=e").parameters[0].value, "c?d=e");
}

TEST(Target, MayNameTheHost) {
  EXPECT_EQ(good("http://contoh.go.id/a?b=c").host, "contoh.go.id");
  EXPECT_EQ(good("http://contoh.go.id/a?b=c").path, "/a");
  EXPECT_EQ(good("HTTPS://[::1]:8080").path, "/");
  EXPECT_EQ(good("http://a?b=c").parameters[0].value, "c");
  EXPECT_EQ(good("/a").host, "");
}

TEST(Target, MayBeTheWholeServerForOptions) { EXPECT_EQ(good("*", Method::options).path, "*"); }

TEST(Target, RefusesWhatNoBrowserSends) {
  for (const std::string_view text : {"",
                                      "a",
                                      "*",
                                      "/..",
                                      "/a/../b",
                                      "/a/..",
                                      "/.",
                                      "/a/./b",
                                      "/%2e%2e/a",
                                      "/a/%2E",
                                      "/..%2fa",
                                      "/a%2f..%2fb",
                                      "/a\\b",
                                      "/a%5cb",
                                      "/%00",
                                      "/%0a",
                                      "/%7f",
                                      "/%",
                                      "/%a",
                                      "/%g0",
                                      "/%c0%80",
                                      "/%ff",
                                      "/%ed%a0%80",
                                      "/a b",
                                      "/a\tb",
                                      "/\xc3\xa9",
                                      "/#a",
                                      "/\"",
                                      "/<a>",
                                      "/?a=%",
                                      "/?%ff=a",
                                      "/?a=%00",
                                      "/?a=%zz",
                                      "http://",
                                      "http:///a",
                                      "http://u@a/",
                                      "http://a b/",
                                      "ftp://a/",
                                      "http://[::1/",
                                      "http://a:port/",
                                      "http://a:123456/",
                                      "javascript:alert(1)"}) {
    EXPECT_FALSE(read_target(text, Method::get)) << text;
  }
}

TEST(Target, HasALimitOfParameters) {
  std::string text = "/?";
  for (std::size_t i = 0; i < max_parameters; ++i) text += "a&";
  EXPECT_EQ(good(text).parameters.size(), max_parameters);
  EXPECT_FALSE(read_target(text + "a", Method::get));
}

TEST(Target, KeepsWhatBrowsersDoNotEncode) { EXPECT_EQ(good("/?a=[b]|{c}^`").parameters[0].value, "[b]|{c}^`"); }

TEST(Host, IsANameOrAnAddress) {
  for (const std::string_view host :
       {"a", "contoh.go.id", "a:80", "127.0.0.1:8080", "[::1]", "[::1]:80", "[::ffff:1.2.3.4]", "a:", "a_b"}) {
    EXPECT_TRUE(is_host(host)) << host;
  }
  for (const std::string_view host :
       {"", ":80", "a:b", "a/b", "u@a", "a b", "[::1", "[]", "[g]", "[::1]a", "a:80:80", "a,b", "a:123456"}) {
    EXPECT_FALSE(is_host(host)) << host;
  }
  EXPECT_FALSE(is_host(std::string(256, 'a')));
}

}  // namespace
}  // namespace prima::http
