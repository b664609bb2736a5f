#include "app/gate.h"

#include <charconv>

#include "app/data_place.h"
#include "app/site.h"
#include "http/percent.h"
#include "identity/credentials_store.h"
#include "identity/csrf_rules.h"
#include "identity/people_store.h"
#include "identity/session_rules.h"
#include "identity/system_random.h"

namespace prima::app {

using http::Request;
using http::Response;

namespace {

struct SessionPlace {
  InstitutionId institution{};
  std::string token;
};

std::optional<SessionPlace> session_place(const Request& request) {
  const auto cookie = identity::read_cookie(request, identity::session_cookie);
  if (!cookie) return std::nullopt;
  const std::size_t point = cookie->find('.');
  if (point == std::string::npos) return std::nullopt;
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(cookie->data(), cookie->data() + point, number);
  if (error != std::errc() || end != cookie->data() + point) return std::nullopt;
  return SessionPlace{static_cast<InstitutionId>(number), cookie->substr(point + 1)};
}

bool changes_something(const Request& request) {
  return request.method != http::Method::get && request.method != http::Method::head;
}

// Where to sign in, and to come back from there to this page.
Response to_sign_in(const Request& request, std::string_view path) {
  const std::string prefix = language_of(request.path) == Language::en ? "/en" : "";
  std::string target = prefix + std::string(path);
  if (request.method == http::Method::get) target += "?ke=" + http::percent_encoded(request.path);
  return http::redirect(303, target);
}

bool is_api(const Request& request) { return request.path.starts_with("/api/"); }

Response not_signed_in(const Request& request) {
  if (is_api(request) || changes_something(request)) {
    return error_page_of_site(request, 401, {"Masuk dahulu, lalu ulangi.", "Sign in first, then do this again."});
  }
  return to_sign_in(request, "/masuk");
}

Response not_allowed(const Request& request) {
  return error_page_of_site(
      request, 403,
      {"Peran Anda tidak memberi hak untuk ini. Minta administrator instansi Anda bila Anda memerlukannya.",
       "Your roles do not allow this. Ask the administrator of your institution if you need it."});
}

}  // namespace

std::string Visit::csrf() const {
  return person ? identity::csrf_token(person->token, identity::random_bytes(identity::csrf_mask_bytes)) : "";
}

std::string session_cookie_value(InstitutionId institution, std::string_view token) {
  return std::to_string(static_cast<std::int32_t>(institution)) + "." + std::string(token);
}

std::optional<SignedIn> find_person(db::Database& database, const Request& request, Instant now) {
  const auto place = session_place(request);
  if (!place) return std::nullopt;
  const auto hash = identity::stored_session_token(place->token);
  if (!hash) return std::nullopt;
  std::optional<SignedIn> person;
  {
    db::Snapshot snapshot = database.read();
    auto session = identity::find_session(snapshot, place->institution, *hash);
    if (!session || identity::session_state(session->times, now) != identity::SessionState::alive) return std::nullopt;
    auto account = identity::find_account(snapshot, place->institution, session->account);
    if (!account || account->state != identity::AccountState::active) return std::nullopt;
    auto grants = identity::grants_of(snapshot, place->institution, account->id);
    const auto factor = identity::second_factor_of(snapshot, place->institution, account->id);
    person = SignedIn{std::move(*account), std::move(grants), std::move(*session), place->token,
                      factor && factor->confirmed};
  }
  if (identity::should_note_seen(person->session.times, now)) {
    database.write(
        [&](db::Transaction& transaction) { identity::note_seen(transaction, place->institution, *hash, now); });
  }
  return person;
}

Response database_error_page(const Request& request, const db::Error& error) {
  switch (error.trouble()) {
    case db::Trouble::unavailable:
    case db::Trouble::busy:
      return error_page_of_site(request, 503, error.words()).with("Retry-After", "2");
    case db::Trouble::full:
    case db::Trouble::read_only:
      return error_page_of_site(request, 503, error.words()).with("Retry-After", "60");
    case db::Trouble::conflict:
      return error_page_of_site(request, 409, error.words());
    case db::Trouble::wrong_value:
      return error_page_of_site(request, 400, error.words());
    case db::Trouble::damaged:
    case db::Trouble::wrong_schema:
    case db::Trouble::failed:
      return error_page_of_site(request, 500, error.words());
  }
  PRIMA_UNREACHABLE("db::Trouble");
}

http::Handler guarded(http::Handler handler) {
  return [handler = std::move(handler)](const Request& request) {
    try {
      return handler(request);
    } catch (const db::Error& error) {
      return database_error_page(request, error);
    }
  };
}

std::vector<http::Route> Gate::open(const GatedRoute& route) const {
  http::Route opened{.method = route.method,
                     .pattern = route.pattern,
                     .handler = [this, route](const Request& request) { return pass(route, request); },
                     .body_limit = route.body_limit,
                     .waits = true};
  std::vector<http::Route> routes{opened};
  if (route.both_languages) {
    opened.pattern = "/en" + route.pattern;
    routes.push_back(std::move(opened));
  }
  return routes;
}

Response Gate::pass(const GatedRoute& route, const Request& request) const {
  try {
    const auto person = find_person(database_, request, now());
    return pass_known(route, request, person ? &*person : nullptr);
  } catch (const db::Error& error) {
    if (error.trouble() == db::Trouble::failed) throw;  // a bug of ours: the log must have it
    return database_error_page(request, error);
  }
}

Response Gate::pass_known(const GatedRoute& route, const Request& request, const SignedIn* person) const {
  const Needs::Who who = route.needs.who;
  if (who != Needs::Who::everyone) {
    if (!person) return not_signed_in(request);
    if (who != Needs::Who::half_signed_in && person->lacks_second_factor()) return to_sign_in(request, "/masuk/kode");
    if (who == Needs::Who::somebody_with_a_permission &&
        identity::widest_scope(person->grants, route.needs.action) == identity::Scope::nowhere)
      return not_allowed(request);
  }
  http::Form form;
  if (changes_something(request)) {
    if (identity::origin_of(request, public_origin_) == identity::Origin::foreign) return not_allowed(request);
    if (!is_api(request)) {
      auto read = http::read_form(request, route.form_limits);
      if (!read) return error_page_of_site(request, 400, read.error().front().message);
      form = std::move(*read);
    }
    if (person && !is_api(request)) {
      const auto why = identity::why_not_from_here(request, public_origin_, person->token,
                                                   form.value(identity::csrf_field).value_or(""));
      if (why) return error_page_of_site(request, 403, *why);
    }
  }
  return route.handler({request, language_of(request.path), person, form});
}

}  // namespace prima::app
