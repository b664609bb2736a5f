// Walks the whole table of routes of a site with a database: who may ask for what.

#include <gtest/gtest.h>

#include <set>

#include "app/demo_city.h"
#include "app/platform.h"
#include "app/site.h"
#include "db/db_test_support.h"
#include "http/router.h"

namespace prima::app {
namespace {

class SiteRoutes : public testing::Test {
 protected:
  SiteRoutes() {
    const db::Place place{.folder = folder_.path()};
    EXPECT_TRUE(prepare_database(place, now()));
    auto keys = open_keys(folder_.path() + "/keys", "prima.local");
    EXPECT_TRUE(keys);
    platform_ = std::make_unique<Platform>(DataPlace{place, folder_.path() + "/keys"}, std::move(*keys), "",
                                           [](const Finding&) {});
    EXPECT_TRUE(fill_demo_city(platform_->database(), now()));
    site_ = std::make_unique<Site>(metrics_, platform_.get());
  }

  // The pattern with something in the place of each capture.
  static std::string address_of(const std::string& pattern) {
    std::string address;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      address += pattern[i] == '{' ? '7' : pattern[i];
      if (pattern[i] == '{') i = pattern.find('}', i);
    }
    return address;
  }

  http::Response ask(const http::Router& router, http::Method method, const std::string& address) {
    http::Request request;
    request.method = method;
    request.path = address;
    request.host = "127.0.0.1";
    return router.answer(request);
  }

  db::TestFolder folder_;
  http::Metrics metrics_;
  std::unique_ptr<Platform> platform_;
  std::unique_ptr<Site> site_;
};

TEST_F(SiteRoutes, WhatChangesSomethingNeedsSomebodyButForSigningIn) {
  const std::set<std::string> open{"/masuk", "/lupa-sandi", "/tautan/{link}", "/keluar"};
  for (const GatedRoute& route : site_->gated_routes()) {
    if (route.method == http::Method::get) continue;
    EXPECT_TRUE(route.needs.who != Needs::Who::everyone || open.contains(route.pattern)) << route.pattern;
  }
}

TEST_F(SiteRoutes, EverythingBelowKelolaNeedsSomebody) {
  for (const GatedRoute& route : site_->gated_routes()) {
    if (!route.pattern.starts_with("/kelola")) continue;
    EXPECT_NE(route.needs.who, Needs::Who::everyone) << route.pattern;
  }
}

TEST_F(SiteRoutes, NobodyGetsPastTheGateWithoutASession) {
  const http::Router router(site_->routes(), error_page_of_site);
  std::size_t walked = 0;
  for (const GatedRoute& route : site_->gated_routes()) {
    if (route.needs.who == Needs::Who::everyone) continue;
    ++walked;
    const http::Response answer = ask(router, route.method, address_of(route.pattern));
    if (route.method == http::Method::get) {
      EXPECT_EQ(answer.status, 303) << route.pattern;  // to the page where one signs in
    } else {
      EXPECT_EQ(answer.status, 401) << route.pattern;
    }
  }
  EXPECT_GT(walked, 30U);
}

TEST_F(SiteRoutes, NoRouteFailsForAStranger) {
  const http::Router router(site_->routes(), error_page_of_site);
  for (const http::Route& route : router.routes()) {
    const http::Response answer = ask(router, route.method, address_of(route.pattern));
    EXPECT_LT(answer.status, 500) << route.pattern;
  }
}

TEST_F(SiteRoutes, EachPageHasItsTwinInTheOtherLanguage) {
  std::set<std::string> patterns;
  for (const http::Route& route : site_->routes())
    patterns.insert(std::string(http::to_text(route.method)) + route.pattern);
  for (const GatedRoute& route : site_->gated_routes()) {
    if (!route.both_languages) continue;
    EXPECT_TRUE(patterns.contains(std::string(http::to_text(route.method)) + "/en" + route.pattern)) << route.pattern;
  }
}

}  // namespace
}  // namespace prima::app
