#include "http/router.h"

#include <gtest/gtest.h>

#include "base/assert.h"

namespace prima::http {
namespace {

Route route(Method method, const std::string& pattern) {
  return {.method = method, .pattern = pattern, .handler = [pattern](const Request&) { return text(pattern); }};
}
Route get(std::string pattern) { return route(Method::get, std::move(pattern)); }

Request request(Method method, std::string path) {
  Request request;
  request.method = method;
  request.path = std::move(path);
  return request;
}

// The pattern that answers, or the status when none does.
std::string answer(const Router& router, Method method, std::string path) {
  Request asked = request(method, std::move(path));
  const Router::Match match = router.match(asked);
  return match.route ? match.route->pattern : std::to_string(match.status);
}

TEST(Router, FindsTheRoute) {
  const Router router({get("/"), get("/pemerintah"), get("/pemerintah/{id}"), get("/pemerintah/{id}/tahun/{tahun}"),
                       get("/instrumen/{id...}"), get("/pemerintah/baru"), get("/{halaman}/apa")});
  const std::vector<std::pair<std::string, std::string>> expected = {
      {"/", "/"},
      {"/pemerintah", "/pemerintah"},
      {"/pemerintah/kota-magelang", "/pemerintah/{id}"},
      {"/pemerintah/baru", "/pemerintah/baru"},
      {"/pemerintah/a/tahun/2022", "/pemerintah/{id}/tahun/{tahun}"},
      {"/instrumen/a", "/instrumen/{id...}"},
      {"/instrumen/ombudsman/kepatuhan/2023", "/instrumen/{id...}"},
      {"/x/apa", "/{halaman}/apa"},
      {"", "404"},
      {"/x", "404"},
      {"/pemerintah/", "404"},
      {"/pemerintah//tahun/2022", "404"},
      {"/pemerintah/a/tahun", "404"},
      {"/pemerintah/a/b", "404"},
      {"/instrumen", "404"},
      {"/instrumen/", "404"},
      {"/instrumen//a", "404"},
      {"/instrumen/a/", "404"},
      {"//", "404"},
      {"*", "404"},
  };
  for (const auto& [path, pattern] : expected) EXPECT_EQ(answer(router, Method::get, path), pattern) << path;
}

TEST(Router, GivesTheCapturesToTheHandler) {
  const Router router({{.pattern = "/a/{x}/{rest...}", .handler = [](const Request& r) {
                          return text(std::string(r.capture("x")) + "|" + std::string(r.capture("rest")));
                        }}});
  Request asked = request(Method::get, "/a/satu/dua/tiga");
  EXPECT_EQ(router.answer(asked).bytes(), "satu|dua/tiga");
  // A copy has its own path, which the captures are part of.
  const Request copy = asked;
  asked.path = "/b/xxxx/yyy/zzzz";
  EXPECT_EQ(copy.capture("rest"), "dua/tiga");
  EXPECT_THROW(static_cast<void>(copy.capture("y")), Bug);
}

TEST(Router, TellsMissingPathsFromWrongMethods) {
  const Router router(
      {get("/a"), route(Method::post, "/a"), route(Method::post, "/b/{c}"), route(Method::head, "/d"), get("/d")});
  const auto match = [&](Method method, std::string path) {
    Request asked = request(method, std::move(path));
    return router.match(asked);
  };
  EXPECT_EQ(match(Method::remove, "/a").status, 405);
  EXPECT_EQ(match(Method::remove, "/a").allow, "GET, HEAD, POST, OPTIONS");
  EXPECT_EQ(match(Method::get, "/b/1").status, 405);
  EXPECT_EQ(match(Method::get, "/b/1").allow, "POST, OPTIONS");
  EXPECT_EQ(match(Method::head, "/b/1").status, 405);
  EXPECT_EQ(match(Method::options, "/a").status, 204);
  EXPECT_EQ(match(Method::options, "/x").status, 404);
  EXPECT_EQ(match(Method::options, "*").status, 204);
  EXPECT_EQ(match(Method::other, "/a").status, 501);
  EXPECT_EQ(match(Method::other, "/x").status, 501);
  EXPECT_EQ(match(Method::head, "/a").route->method, Method::get);
  EXPECT_EQ(match(Method::head, "/d").route->method, Method::head);
  EXPECT_EQ(match(Method::options, "/d").allow, "HEAD, GET, OPTIONS");
}

TEST(Router, KeepsLoopbackRoutesFromOthers) {
  Route metrics = get("/metrics");
  metrics.access = Access::loopback;
  const Router router({metrics});
  Request asked = request(Method::get, "/metrics");
  asked.peer = Peer::network;
  EXPECT_EQ(router.answer(asked).status, 403);
  asked.peer = Peer::loopback;
  EXPECT_EQ(router.answer(asked).status, 200);
}

TEST(Router, MakesErrorPagesOfTheSite) {
  const Router router({get("/a")}, [](const Request& r, int status, const Words& detail) {
    return html(r.path + " " + std::to_string(status) + " " + detail.id, 200);
  });
  Request missing = request(Method::get, "/x");
  const Response page = router.answer(missing);
  EXPECT_EQ(page.status, 404) << "whatever the page says";
  EXPECT_EQ(page.bytes(), "/x 404 ");
  Request wrong = request(Method::post, "/a");
  EXPECT_EQ(router.answer(wrong).headers.at(0).value, "GET, HEAD, OPTIONS");
}

TEST(Router, AnswersProgramsInJson) {
  const Router router({get("/a")});
  Request page = request(Method::get, "/x");
  EXPECT_EQ(router.answer(page).content_type, "text/plain; charset=utf-8");
  Request api = request(Method::get, "/api/v1/x");
  EXPECT_EQ(router.answer(api).content_type, "application/problem+json");
  page.headers = {{"Accept", "application/json"}};
  EXPECT_EQ(router.answer(page).content_type, "application/problem+json");
  page.headers = {{"Accept", "text/html,application/json"}};
  EXPECT_EQ(router.answer(page).content_type, "text/plain; charset=utf-8");
}

TEST(Router, RefusesATableThatIsWrong) {
  for (const std::string pattern :
       {"", "a", "/{", "/{}", "/{...}", "/a{b}", "/{a...}/b", "//{a}", "/{a}/", "/{a}{b}"}) {
    EXPECT_THROW(Router({get(pattern)}), Bug) << pattern;
  }
  EXPECT_THROW(Router({get("/a"), get("/a")}), Bug);
  EXPECT_THROW(Router({get("/{a}"), get("/{a}")}), Bug);
  EXPECT_THROW(Router({Route{.pattern = "/a", .handler = nullptr}}), Bug) << "no handler";
  EXPECT_THROW(Router({route(Method::other, "/a")}), Bug);
}

TEST(Router, ShowsItsTable) {
  const Router router({get("/a"), route(Method::post, "/b")});
  ASSERT_EQ(router.routes().size(), 2U);
  EXPECT_EQ(router.routes()[1].pattern, "/b");
  EXPECT_EQ(router.index_of(router.routes()[1]), 1U);
}

}  // namespace
}  // namespace prima::http
