#include "app/sign_in_desk.h"

#include "app/data_place.h"
#include "app/site.h"
#include "base/text.h"
#include "html/format.h"
#include "identity/credentials_store.h"
#include "identity/encoding.h"
#include "identity/people_store.h"
#include "identity/sealed_secret.h"
#include "identity/second_factor_page.h"
#include "identity/session_rules.h"
#include "identity/sign_in_page.h"
#include "identity/system_random.h"
#include "identity/totp_rules.h"

namespace prima::app {

using http::Response;
using identity::Account;
using identity::AccountState;
using identity::with_return;

namespace {

constexpr int wait_status = 429;
constexpr int wrong_status = 422;

std::string return_path_of(const Visit& visit) {
  if (visit.request.method == http::Method::post) return own_path(field(visit.form, "ke"));
  return own_path(visit.request.query("ke").value_or(""));
}

// To where somebody wanted to go, or to their own account in their own language.
Response on_to(const std::string& return_path, const Account& account) {
  return http::redirect(303, return_path.empty() ? html::localized_path(account.language, "/akun") : return_path);
}

// The name as accounts have it; a text that can be no name is looked up, too, so that it looks the same from outside.
std::string typed_name(const http::Form& form) {
  const std::string typed = field(form, "nama");
  constexpr std::size_t longest = 254;
  return identity::account_name(typed).value_or(lowered(trimmed(typed)).substr(0, longest));
}

std::optional<identity::SecondFactor> confirmed_factor(db::Reader reader, const Account& account) {
  auto factor = identity::second_factor_of(reader, account.institution, account.id);
  return factor && factor->confirmed ? factor : std::nullopt;
}

bool has_factor(const PeopleAccess& access, const Account& account) {
  db::Snapshot snapshot = access.database().read();
  return confirmed_factor(snapshot, account).has_value();
}

// What binds the secret of a form to this person and this session: after the session goes on under another token, the
// form is worth nothing.
std::string enrolment_of(const SignedIn& person) {
  return "enrol " + to_text(person.account.id) + " " +
         identity::base64url(identity::bytes_of(person.session.token_hash));
}

// The password is asked again of whoever did not just type it.
bool asks_password(const SignedIn& person, bool has_one) {
  return has_one || person.session.second_factor || !identity::needs_second_factor(person.grants);
}

Response show_enrolment(const PeopleAccess& access, const Visit& visit, const std::string& secret, bool with_password,
                        identity::FieldProblems problems) {
  const SignedIn& person = *visit.person;
  identity::EnrolForm form{.csrf = visit.csrf(), .return_path = return_path_of(visit)};
  form.secret = identity::base32(secret);
  form.address = identity::totp_address(secret, "Prima", person.account.name);
  form.sealed = identity::base64url(identity::seal(access.seal_key(), enrolment_of(person), secret));
  form.asks_password = with_password;
  form.is_required = identity::needs_second_factor(person.grants);
  form.problems = std::move(problems);
  const int status = form.problems.empty() ? 200 : wrong_status;
  return http::html(identity::enrol_page(visit.language, form), status);
}

// What a code of the app or a recovery code did.
enum class CodeOutcome : std::uint8_t { wrong, passed };

CodeOutcome use_code(db::Transaction& transaction, const PeopleAccess& access, const Account& account,
                     const std::string& typed, const identity::Doer& doer) {
  const auto factor = confirmed_factor(transaction, account);
  if (!factor) return CodeOutcome::wrong;
  const auto secret = identity::open_sealed(access.seal_key(), to_text(account.id), factor->sealed_secret);
  if (secret) {
    const auto last = factor->last_used_step < 0 ? std::nullopt : std::optional(factor->last_used_step);
    const auto step = identity::check_totp(*secret, typed, doer.at, last);
    if (step && identity::use_totp_step(transaction, account.institution, account.id, *step, doer))
      return CodeOutcome::passed;
  }
  const auto stored = identity::stored_recovery_code(typed);
  if (stored && identity::use_recovery_code(transaction, account.institution, account.id, *stored, doer))
    return CodeOutcome::passed;
  return CodeOutcome::wrong;
}

}  // namespace

std::vector<GatedRoute> SignInDesk::routes() {
  using http::Method;
  const auto to = [this](Response (SignInDesk::*handler)(const Visit&) const) {
    return [this, handler](const Visit& visit) { return (this->*handler)(visit); };
  };
  constexpr std::size_t form_size = 64 * http::kibibyte;
  return {
      {Method::get, "/masuk", everyone, to(&SignInDesk::form)},
      {Method::post, "/masuk", everyone, to(&SignInDesk::sign_in), form_size},
      {Method::get, "/masuk/kode", half_signed_in, to(&SignInDesk::code_form)},
      {Method::post, "/masuk/kode", half_signed_in, to(&SignInDesk::check_code), form_size},
      {Method::get, "/masuk/kode/daftar", half_signed_in, to(&SignInDesk::enrol_form)},
      {Method::post, "/masuk/kode/daftar", half_signed_in, to(&SignInDesk::enrol), form_size},
      {Method::post, "/keluar", everyone, to(&SignInDesk::sign_out), form_size},
  };
}

Response SignInDesk::form(const Visit& visit) const {
  const std::string return_path = return_path_of(visit);
  if (visit.person) {
    if (visit.person->lacks_second_factor()) return see(visit, with_return("/masuk/kode", return_path));
    return on_to(return_path, visit.person->account);
  }
  const std::string notice(visit.request.query("kabar").value_or(""));
  return http::html(identity::sign_in_page(visit.language, {.return_path = return_path, .notice = notice}));
}

Response SignInDesk::sign_in(const Visit& visit) const {
  const Instant at = now();
  const std::string name = typed_name(visit.form);
  const std::string return_path = return_path_of(visit);
  const auto again = [&](const Words& problem, int status) {
    return http::html(
        identity::sign_in_page(
            visit.language,
            {.csrf = visit.csrf(), .name = field(visit.form, "nama"), .return_path = return_path, .problem = problem}),
        status);
  };
  const identity::Attempt attempt = access_.attempt(visit.request, name, "", at);
  if (const auto wait = access_.charge(attempt, at)) return again(*wait, wait_status);
  const auto known = access_.find(name);
  if (!access_.is_password_of(known, field(visit.form, "kata_sandi")))
    return again(identity::wrong_name_or_password(), wrong_status);
  return begin(visit, *known, attempt, return_path);
}

Response SignInDesk::begin(const Visit& visit, const KnownAccount& known, const identity::Attempt& attempt,
                           const std::string& return_path) const {
  const Instant at = now();
  const Account& account = known.account;
  const identity::Doer doer{account.id.uuid(), at};
  const auto renewed = access_.renewed_hash(*known.password_hash, field(visit.form, "kata_sandi"));
  const NewSession made = new_session(visit.request, account.id, at);
  struct Begun {
    bool begun = false;
    bool has_factor = false;
    bool needs_factor = false;
  };
  const Begun begun = access_.database().write([&](db::Transaction& transaction) -> Begun {
    // Nothing of what was checked may have changed meanwhile.
    const auto again = identity::find_account(transaction, account.institution, account.id);
    const auto stored = identity::password_hash_of(transaction, account.institution, account.id);
    if (!again || again->state != AccountState::active || stored != known.password_hash) return {};
    PeopleAccess::refund(transaction, attempt);
    if (renewed) identity::renew_password_hash(transaction, account.institution, account.id, *renewed);
    if (visit.person) {
      const SignedIn& before = *visit.person;
      identity::end_session(transaction, before.account.institution, before.session.token_hash,
                            {before.account.id.uuid(), at});
    }
    identity::begin_session(transaction, account.institution, made.session, doer);
    const auto grants = identity::grants_of(transaction, account.institution, account.id);
    return {true, confirmed_factor(transaction, account).has_value(), identity::needs_second_factor(grants)};
  });
  if (!begun.begun) {
    return http::html(identity::sign_in_page(visit.language, {.csrf = visit.csrf(),
                                                              .name = field(visit.form, "nama"),
                                                              .return_path = return_path,
                                                              .problem = identity::wrong_name_or_password()}),
                      wrong_status);
  }
  if (begun.has_factor || begun.needs_factor) {
    const std::string next = begun.has_factor ? "/masuk/kode" : "/masuk/kode/daftar";
    return with_session(see(visit, with_return(next, return_path)), visit.request, account.institution, made.token);
  }
  return access_.with_device(with_session(on_to(return_path, account), visit.request, account.institution, made.token),
                             visit.request, account.name, at);
}

Response SignInDesk::code_form(const Visit& visit) const {
  const SignedIn& person = *visit.person;
  const std::string return_path = return_path_of(visit);
  if (person.session.second_factor) return on_to(return_path, person.account);
  if (!has_factor(access_, person.account)) {
    if (!person.lacks_second_factor()) return on_to(return_path, person.account);
    return see(visit, with_return("/masuk/kode/daftar", return_path));
  }
  return http::html(identity::code_page(visit.language, {.csrf = visit.csrf(), .return_path = return_path}));
}

Response SignInDesk::check_code(const Visit& visit) const {
  const Instant at = now();
  const SignedIn& person = *visit.person;
  const Account& account = person.account;
  const std::string return_path = return_path_of(visit);
  const auto again = [&](const Words& problem, int status) {
    return http::html(
        identity::code_page(visit.language, {.csrf = visit.csrf(), .return_path = return_path, .problem = problem}),
        status);
  };
  const identity::Attempt attempt = access_.attempt(visit.request, account.name, "kode", at);
  if (const auto wait = access_.charge(attempt, at)) return again(*wait, wait_status);
  const std::string token = new_token();
  const bool passed = access_.database().write([&](db::Transaction& transaction) {
    const identity::Doer doer{account.id.uuid(), at};
    if (use_code(transaction, access_, account, field(visit.form, "kode"), doer) == CodeOutcome::wrong) return false;
    PeopleAccess::refund(transaction, attempt);
    return go_on_under_new_token(transaction, person, token, true).has_value();
  });
  if (!passed) {
    return again({"Kode ini tidak cocok atau sudah dipakai. Tunggu kode berikutnya, lalu ketik yang baru.",
                  "This code does not match or was used already. Wait for the next one and type that."},
                 wrong_status);
  }
  return access_.with_device(with_session(on_to(return_path, account), visit.request, account.institution, token),
                             visit.request, account.name, at);
}

Response SignInDesk::enrol_form(const Visit& visit) const {
  const SignedIn& person = *visit.person;
  const bool has_one = has_factor(access_, person.account);
  // Whoever knows only the password must not replace what they do not have.
  if (has_one && !person.session.second_factor) return see(visit, with_return("/masuk/kode", return_path_of(visit)));
  return show_enrolment(access_, visit, identity::random_bytes(identity::totp_secret_bytes),
                        asks_password(person, has_one), {});
}

Response SignInDesk::enrol(const Visit& visit) const {
  const Instant at = now();
  const SignedIn& person = *visit.person;
  const Account& account = person.account;
  const bool has_one = has_factor(access_, account);
  if (has_one && !person.session.second_factor) return see(visit, with_return("/masuk/kode", return_path_of(visit)));
  const auto sealed = identity::read_base64url(field(visit.form, "benih"));
  const auto secret = sealed ? identity::open_sealed(access_.seal_key(), enrolment_of(person), *sealed) : std::nullopt;
  if (!secret) return see(visit, with_return("/masuk/kode/daftar", return_path_of(visit)));

  const bool with_password = asks_password(person, has_one);
  const auto step = identity::check_totp(*secret, field(visit.form, "kode"), at, std::nullopt);
  if (!step) {
    return show_enrolment(access_, visit, *secret, with_password,
                          {{"kode",
                            {"Kode ini tidak cocok. Periksa jam ponsel Anda, lalu ketik kode yang sedang tampil.",
                             "This code does not match. Check the clock of your telephone, then type the code that it "
                             "shows now."}}});
  }
  if (with_password) {
    if (const auto why = access_.why_not_password(visit, field(visit.form, "kata_sandi"), at))
      return show_enrolment(access_, visit, *secret, with_password, {{"kata-sandi", *why}});
  }

  const auto codes = identity::make_recovery_codes(
      identity::random_bytes(identity::recovery_code_count * identity::recovery_code_bytes));
  std::vector<std::string> hashes;
  for (const std::string& code : codes) hashes.push_back(identity::stored_recovery_code(code).value());
  const std::string stored = identity::seal(access_.seal_key(), to_text(account.id), *secret);
  const std::string token = new_token();
  const bool done = access_.database().write([&](db::Transaction& transaction) {
    const identity::Doer doer{account.id.uuid(), at};
    if (!go_on_under_new_token(transaction, person, token, true)) return false;
    identity::begin_second_factor(transaction, account.institution, account.id, stored, doer);
    identity::use_totp_step(transaction, account.institution, account.id, *step, doer);
    identity::set_recovery_codes(transaction, account.institution, account.id, hashes, doer);
    identity::end_sessions_of(transaction, account.institution, account.id, identity::stored_session_token(token),
                              doer);
    return true;
  });
  if (!done) return see(visit, "/masuk");
  const std::string page = identity::recovery_codes_page(
      visit.language,
      {.codes = codes, .account_name = account.name, .return_path = without_language(return_path_of(visit))});
  return access_.with_device(with_session(http::html(page), visit.request, account.institution, token), visit.request,
                             account.name, at);
}

Response SignInDesk::sign_out(const Visit& visit) const {
  if (visit.person) {
    const SignedIn& person = *visit.person;
    access_.database().write([&](db::Transaction& transaction) {
      identity::end_session(transaction, person.account.institution, person.session.token_hash,
                            {person.account.id.uuid(), now()});
    });
  }
  return without_session(see(visit, "/masuk?kabar=keluar"), visit.request);
}

}  // namespace prima::app
