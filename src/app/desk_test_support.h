#pragma once

// Two cities with units and people, and their requests to the handlers of a desk. What the gate does is tested
// elsewhere.

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/data_place.h"
#include "app/gate.h"
#include "db/db_test_support.h"
#include "directory/directory_store.h"
#include "directory/unit_store.h"
#include "http/percent.h"

namespace prima::app::test {

inline constexpr InstitutionId city{1};        // 33.74
inline constexpr InstitutionId other_city{2};  // 33.73
using Fields = std::vector<http::Parameter>;

inline Uuid numbered(std::uint8_t last, std::int64_t ms) {
  Uuid made = make_uuid(from_unix_ms(ms), {});
  made.bytes[15] = last;
  return made;
}
inline const UnitId registry(numbered(1, 1));  // DUKCAPIL, in both cities
inline const UnitId health(numbered(2, 1));    // PKM, in both cities

inline SignedIn person(std::uint8_t last, const identity::Grant& grant) {
  SignedIn made;
  made.account.institution = grant.institution;
  made.account.id = identity::AccountId(numbered(last, 2));
  made.account.person_name = "Orang " + std::to_string(last);
  made.grants = {grant};
  made.token = std::string(32, 't');
  return made;
}

using identity::Role;
using identity::Scope;
inline const SignedIn staff = person(1, {Role::unit_staff, Scope::own_unit, city, registry});
inline const SignedIn head = person(2, {Role::unit_head, Scope::own_unit, city, registry});
inline const SignedIn bureau = person(3, {Role::organisation_bureau, Scope::own_institution, city, {}});
inline const SignedIn nurse = person(4, {Role::unit_staff, Scope::own_unit, city, health});
inline const SignedIn stranger = person(5, {Role::organisation_bureau, Scope::own_institution, other_city, {}});

struct DeskAnswer {
  int status = 0;
  std::string location;
  std::string body;
};

// A database with the two cities, and the routes of a desk that somebody who has signed in asks.
class DeskTest : public testing::Test {
 protected:
  DeskTest() {
    database_.write([](db::Transaction& transaction) {
      for (const InstitutionId institution : {city, other_city}) make_city(transaction, institution);
    });
  }

  void serve(const std::vector<GatedRoute>& gated) {
    for (const GatedRoute& route : gated) {
      routes_.push_back(
          {.method = route.method, .pattern = route.pattern, .handler = [this, route](const http::Request& request) {
             const bool posts = request.method == http::Method::post;
             const http::Form form = posts ? http::read_form(request, route.form_limits).value() : http::Form{};
             return route.handler({request, Language::id, who_, form});
           }});
    }
    router_ = std::make_unique<http::Router>(routes_);
  }

  db::Database& database() { return database_; }

  DeskAnswer get(const SignedIn& who, const std::string& address) { return send(who, http::Method::get, address, ""); }
  DeskAnswer post(const SignedIn& who, const std::string& address, const Fields& fields) {
    std::string body;
    for (const auto& [name, value] : fields)
      body += (body.empty() ? "" : "&") + http::percent_encoded(name) + "=" + http::percent_encoded(value);
    return send(who, http::Method::post, address, body);
  }

 private:
  static db::Place migrated(const std::string& folder) {
    db::Place place{.folder = folder};
    EXPECT_TRUE(prepare_database(place, from_unix_ms(0)));
    return place;
  }

  static void make_city(db::Transaction& transaction, InstitutionId institution) {
    const std::string code = institution == city ? "33.74" : "33.73";
    const directory::Author author{{}, from_unix_ms(1'600'000'000'000)};
    const Date since = parse_date("2020-01-01").value();
    EXPECT_TRUE(directory::create_institution(
        transaction, {.id = institution, .code = code, .name = "Kota", .region_code = code}, since, author));
    EXPECT_TRUE(directory::create_unit(
        transaction, {.id = registry, .institution = institution, .code = "DUKCAPIL", .name = "Dinas Kependudukan"},
        since, author));
    EXPECT_TRUE(directory::create_unit(
        transaction, {.id = health, .institution = institution, .code = "PKM", .name = "Puskesmas"}, since, author));
  }

  DeskAnswer send(const SignedIn& who, http::Method method, const std::string& address, const std::string& body) {
    who_ = &who;
    http::Request request;
    request.method = method;
    const std::size_t question = address.find('?');
    request.path = address.substr(0, question);
    if (question != std::string::npos) request.parameters = http::read_urlencoded(address.substr(question + 1))->fields;
    if (method == http::Method::post) request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
    request.body = body;
    const http::Response response = router_->answer(request);
    DeskAnswer answer{.status = response.status, .location = {}, .body = std::string(response.bytes())};
    for (const http::Response::Field& field : response.headers)
      if (field.name == "Location") answer.location = field.value;
    return answer;
  }

  db::TestFolder folder_;
  db::Database database_{migrated(folder_.path())};
  std::vector<http::Route> routes_;
  std::unique_ptr<http::Router> router_;
  const SignedIn* who_ = nullptr;
};

}  // namespace prima::app::test
