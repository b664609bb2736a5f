#pragma once

// A site with people, and browsers that visit it, without a server: requests go through the gate to the desks.

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/commands_user.h"
#include "app/data_place.h"
#include "app/people_part.h"
#include "db/db_test_support.h"
#include "http/percent.h"
#include "identity/credentials_store.h"
#include "identity/encoding.h"
#include "identity/people_store.h"
#include "identity/system_random.h"
#include "identity/totp_rules.h"
#include "journal/commitment.h"

namespace prima::app {

inline constexpr std::string_view test_origin = "http://prima.test";
inline constexpr std::string_view good_password = "kuda laut membaca peta";
inline constexpr InstitutionId test_city{3374};

using Fields = std::vector<std::pair<std::string, std::string>>;

// What stands between two marks, after the first of them; empty when it does not.
inline std::string between(std::string_view text, std::string_view begin, std::string_view end) {
  const std::size_t from = text.find(begin);
  if (from == std::string_view::npos) return {};
  const std::size_t to = text.find(end, from + begin.size());
  return std::string(text.substr(from + begin.size(), to - from - begin.size()));
}

struct Answer {
  int status = 0;
  std::string location = {};
  std::string body = {};
  std::string clear_site_data = {};

  bool has(std::string_view what) const { return body.find(what) != std::string::npos; }
};

class TestSite {
 public:
  explicit TestSite(std::function<void(identity::Mail)> send_mail = {})
      : database_(migrated(folder_.path())),
        gate_(database_, std::string(test_origin)),
        part_({.database = database_,
               .seal_key = std::string(32, 's'),
               .device_key = std::string(32, 'd'),
               .public_origin = std::string(test_origin),
               .send_mail = std::move(send_mail),
               .password_cost = {.passes = 1, .memory_kib = 64}}) {
    std::vector<http::Route> routes;
    for (const GatedRoute& route : part_.routes()) {
      for (http::Route& opened : gate_.open(route)) routes.push_back(std::move(opened));
    }
    router_ = std::make_unique<http::Router>(std::move(routes));
    database_.write([](db::Transaction& transaction) {
      transaction.execute(
          "INSERT INTO institution (institution_id, code, name, kind, region_code, time_zone, status, details, "
          "version, changed_at) VALUES ($1, '33.74', 'Pemerintah Kota Contoh', 'city', '33.74', 'WIB', 'active', "
          "'{}', 1, $2)",
          test_city, from_unix_ms(0));
    });
  }

  db::Database& database() { return database_; }
  http::Response answer(http::Request& request) const { return router_->answer(request); }

  // An account with that password and these roles.
  identity::Account add(const std::string& name, const std::vector<identity::Grant>& grants = {}) {
    identity::Account account{.institution = test_city,
                              .id = identity::AccountId(identity::random_uuid(now())),
                              .name = name,
                              .person_name = "Orang " + name,
                              .mail = name + "@contoh.go.id",
                              .state = identity::AccountState::active};
    const auto key = journal::random_commitment_key();
    const std::string hash = identity::PasswordHasher({.passes = 1, .memory_kib = 64}).hash(good_password);
    database_.write([&](db::Transaction& transaction) {
      const identity::Doer doer{Uuid{}, now()};
      EXPECT_TRUE(identity::create_account(transaction, account, key, doer));
      identity::set_password_hash(transaction, test_city, account.id, hash, doer);
      for (const identity::Grant& grant : grants) identity::add_grant(transaction, test_city, account.id, grant, doer);
    });
    return account;
  }

  std::vector<identity::Grant> grants_of(const identity::Account& account) {
    db::Snapshot snapshot = database_.read();
    return identity::grants_of(snapshot, test_city, account.id);
  }

 private:
  static db::Place migrated(const std::string& folder) {
    db::Place place{.folder = folder};
    EXPECT_TRUE(prepare_database(place, from_unix_ms(0)));
    return place;
  }

  db::TestFolder folder_;
  db::Database database_;
  Gate gate_;
  PeoplePart part_;
  std::unique_ptr<http::Router> router_;
};

// Keeps cookies and the token of the last form, as a browser and its user do.
class Browser {
 public:
  explicit Browser(TestSite& site, std::string source = "192.0.2.1") : site_(site), source_(std::move(source)) {}

  Answer get(const std::string& path) { return send(http::Method::get, path, ""); }

  Answer post(const std::string& path, Fields fields = {}) {
    if (!csrf.empty()) fields.emplace_back("csrf", csrf);
    std::string body;
    for (const auto& [name, value] : fields)
      body += (body.empty() ? "" : "&") + name + "=" + http::percent_encoded(value);
    return send(http::Method::post, path, body);
  }

  Answer sign_in(const std::string& name, std::string_view password = good_password, const std::string& back = "") {
    get("/masuk");
    return post("/masuk", {{"nama", name}, {"kata_sandi", std::string(password)}, {"ke", back}});
  }

  // Sets up the second factor; gives its secret.
  std::string enrol() {
    const Answer form = get("/masuk/kode/daftar");
    const std::string secret = identity::read_base32(between(form.body, "<code>", "</code>")).value_or("");
    EXPECT_EQ(secret.size(), identity::totp_secret_bytes);
    last_enrolment = {{"benih", between(form.body, "name=\"benih\" value=\"", "\"")},
                      {"kode", identity::totp_code(secret, identity::totp_step(now()))},
                      {"kata_sandi", std::string(good_password)}};
    last_answer = post("/masuk/kode/daftar", last_enrolment);
    EXPECT_EQ(last_answer.status, 200);
    get("/akun");
    return secret;
  }

  std::map<std::string, std::string> cookies;
  std::string csrf;
  std::string origin = std::string(test_origin);
  Fields last_enrolment;
  Answer last_answer;

 private:
  Answer send(http::Method method, const std::string& address, const std::string& body) {
    std::string cookie_line;
    for (const auto& [name, value] : cookies) cookie_line += (cookie_line.empty() ? "" : "; ") + name + "=" + value;
    http::Request request;
    request.method = method;
    const std::size_t question = address.find('?');
    request.path = address.substr(0, question);
    if (question != std::string::npos) request.parameters = http::read_urlencoded(address.substr(question + 1))->fields;
    request.host = "prima.test";
    request.source = source_;
    request.headers = {{"Cookie", cookie_line}, {"User-Agent", "Mozilla/5.0 (X11; Linux) Gecko Firefox/128.0"}};
    if (method == http::Method::post) {
      request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
      request.headers.push_back({"Origin", origin});
    }
    request.body = body;
    return take(site_.answer(request));
  }

  Answer take(const http::Response& response) {
    Answer answer{.status = response.status, .body = std::string(response.bytes())};
    for (const http::Response::Field& field : response.headers) {
      if (field.name == "Location") answer.location = field.value;
      if (field.name == "Clear-Site-Data") answer.clear_site_data = field.value;
      if (field.name == "Set-Cookie") keep(field.value);
    }
    const std::string token = between(answer.body, "name=\"csrf\" value=\"", "\"");
    if (!token.empty()) csrf = token;
    return answer;
  }

  void keep(const std::string& line) {
    const std::size_t equals = line.find('=');
    const std::string name = line.substr(0, equals);
    const std::string value = line.substr(equals + 1, line.find(';') - equals - 1);
    if (value.empty()) {
      cookies.erase(name);
    } else {
      cookies[name] = value;
    }
  }

  TestSite& site_;
  std::string source_;
};

}  // namespace prima::app
