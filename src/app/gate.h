#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "base/words.h"
#include "db/database.h"
#include "http/form.h"
#include "http/router.h"
#include "identity/account.h"
#include "identity/permission_rules.h"
#include "identity/sessions_store.h"

namespace prima::app {

// Somebody who has signed in, with what they may do.
struct SignedIn {
  identity::Account account;
  std::vector<identity::Grant> grants;
  identity::Session session;
  std::string token;               // of the session, as only the browser has it
  bool has_second_factor = false;  // is set up, so each session must pass it

  bool may(identity::Action action, const identity::Place& place) const {
    return identity::allows(grants, action, place);
  }
  // Whether the session still lacks the second factor that the roles ask for, or that the person has chosen to have.
  bool lacks_second_factor() const {
    return !session.second_factor && (has_second_factor || identity::needs_second_factor(grants));
  }
};

// One request with what the gate found out about it.
struct Visit {
  const http::Request& request;
  Language language = Language::id;
  const SignedIn* person = nullptr;  // nullptr: nobody has signed in
  const http::Form& form;            // of a POST; empty for others

  // The token that each form of this person carries; empty when nobody has signed in.
  std::string csrf() const;
};

// Who may ask for a route.
struct Needs {
  enum class Who : std::uint8_t {
    everyone,
    anyone_signed_in,           // with the second factor, where their roles ask for it
    half_signed_in,             // also without the second factor yet: the pages that ask for it
    somebody_with_a_permission  // whose grants allow `action` somewhere; the handler asks again for the place
  };
  Who who = Who::everyone;
  identity::Action action{};
};
constexpr Needs everyone{};
constexpr Needs anyone_signed_in{Needs::Who::anyone_signed_in, {}};
constexpr Needs half_signed_in{Needs::Who::half_signed_in, {}};
constexpr Needs needs(identity::Action action) { return {Needs::Who::somebody_with_a_permission, action}; }

// A route of the platform. Its handler may read and write the database.
struct GatedRoute {
  http::Method method = http::Method::get;
  std::string pattern;  // without language; pages get a second one below /en
  Needs needs;
  std::function<http::Response(const Visit&)> handler;
  std::size_t body_limit = http::mebibyte;
  bool both_languages = true;
  http::FormLimits form_limits = {};
};

// Lets requests through to the handlers of the platform: finds out who asks, refuses who may not, refuses forms of
// other sites, and turns a broken database into an answer that says so. Safe from any thread.
class Gate {
 public:
  // `public_origin`: "https://prima.contoh.go.id", what browsers see; empty: what the request says.
  Gate(db::Database& database, std::string public_origin)
      : database_(database), public_origin_(std::move(public_origin)) {}

  // The route, or the two, as the server takes them. This object must outlive them.
  std::vector<http::Route> open(const GatedRoute& route) const;

 private:
  http::Response pass(const GatedRoute& route, const http::Request& request) const;
  http::Response pass_known(const GatedRoute& route, const http::Request& request, const SignedIn* person) const;

  db::Database& database_;
  std::string public_origin_;
};

// The person whose session the request carries, while it is alive; notes that they were seen.
std::optional<SignedIn> find_person(db::Database& database, const http::Request& request, Instant now);

// The value of the session cookie: "<institution>.<token>".
std::string session_cookie_value(InstitutionId institution, std::string_view token);

// An answer for a database that does not work: 503, 507, 409 or 500, in the words of the error.
http::Response database_error_page(const http::Request& request, const db::Error& error);

// The handler, with that answer for what its database throws; for routes that need no gate.
http::Handler guarded(http::Handler handler);

}  // namespace prima::app
