#include "app/account_desk.h"

#include "app/data_place.h"
#include "html/format.h"
#include "identity/credentials_store.h"
#include "identity/people_store.h"
#include "identity/person_data_api.h"
#include "identity/second_factor_page.h"
#include "identity/session_rules.h"
#include "identity/system_random.h"
#include "identity/totp_rules.h"

namespace prima::app {

using http::Response;
using identity::Account;
using identity::Doer;

namespace {

Doer doer_of(const Visit& visit) { return {visit.person->account.id.uuid(), now()}; }

bool has_confirmed_factor(db::Reader reader, const Account& account) {
  const auto factor = identity::second_factor_of(reader, account.institution, account.id);
  return factor && factor->confirmed;
}

}  // namespace

std::vector<GatedRoute> AccountDesk::routes() {
  using http::Method;
  const auto to = [this](Response (AccountDesk::*handler)(const Visit&) const) {
    return [this, handler](const Visit& visit) { return (this->*handler)(visit); };
  };
  constexpr std::size_t form_size = 64 * http::kibibyte;
  return {
      {Method::get, "/akun", anyone_signed_in, to(&AccountDesk::page)},
      {Method::post, "/akun", anyone_signed_in, to(&AccountDesk::save), form_size},
      {Method::post, "/akun/sesi", anyone_signed_in, to(&AccountDesk::end_one), form_size},
      {Method::post, "/akun/keluar-semua", anyone_signed_in, to(&AccountDesk::end_all), form_size},
      {Method::post, "/akun/sandi", anyone_signed_in, to(&AccountDesk::change_password), form_size},
      {Method::post, "/akun/kode-pemulihan", anyone_signed_in, to(&AccountDesk::make_codes), form_size},
      {Method::post, "/akun/hapus-faktor", anyone_signed_in, to(&AccountDesk::remove_factor), form_size},
      {Method::get, "/akun/data.json", anyone_signed_in, to(&AccountDesk::data)},
  };
}

Response AccountDesk::page(const Visit& visit) const { return show(visit, {}); }

Response AccountDesk::show(const Visit& visit, identity::FieldProblems problems) const {
  const SignedIn& person = *visit.person;
  identity::AccountSheet sheet{.account = person.account};
  {
    db::Snapshot snapshot = access_.database().read();
    const InstitutionSign sign = institution_sign(snapshot, person.account.institution);
    sheet.institution_name = sign.name;
    sheet.zone = sign.zone;
    sheet.grants = shown_grants(snapshot, person.grants);
    sheet.sessions = identity::sessions_of(snapshot, person.account.institution, person.account.id);
    sheet.has_second_factor = has_confirmed_factor(snapshot, person.account);
    sheet.recovery_codes_left = identity::recovery_codes_left(snapshot, person.account.institution, person.account.id);
  }
  std::erase_if(sheet.sessions, [](const identity::Session& session) {
    return identity::session_state(session.times, now()) != identity::SessionState::alive;
  });
  sheet.this_session = person.session.token_hash;
  sheet.needs_second_factor = identity::needs_second_factor(person.grants);
  sheet.csrf = visit.csrf();
  sheet.notice = std::string(visit.request.query("kabar").value_or(""));
  const int status = problems.empty() ? 200 : 422;
  sheet.problems = std::move(problems);
  return http::html(identity::account_page(visit.language, sheet), status);
}

Response AccountDesk::save(const Visit& visit) const {
  Account account = visit.person->account;
  auto problems = read_person_fields(visit.form, account);
  if (!problems.empty()) return show(visit, std::move(problems));
  // Whoever only found the browser open must not turn the password's mails to themselves.
  if (account.mail != visit.person->account.mail) {
    if (const auto why = access_.why_not_password(visit, field(visit.form, "sandi_sekarang"), now()))
      return show(visit, {{"sandi-surel", *why}});
  }
  account.language = field(visit.form, "bahasa") == "en" ? Language::en : Language::id;
  account.version = version_of(visit.form);
  const auto changed = access_.database().write(
      [&](db::Transaction& transaction) { return identity::change_account(transaction, account, doer_of(visit)); });
  if (!changed) return show(visit, {{"nama-orang", identity::describe(changed.error())}});
  return http::redirect(303, html::localized_path(account.language, "/akun?kabar=tersimpan"));
}

Response AccountDesk::end_one(const Visit& visit) const {
  const SignedIn& person = *visit.person;
  const std::string wanted = field(visit.form, "sesi");
  access_.database().write([&](db::Transaction& transaction) {
    // Only among their own: the name of a session from elsewhere finds nothing here.
    for (const identity::Session& session :
         identity::sessions_of(transaction, person.account.institution, person.account.id)) {
      if (identity::session_key(session) == wanted)
        identity::end_session(transaction, person.account.institution, session.token_hash, doer_of(visit));
    }
  });
  return see(visit, "/akun?kabar=sesi");
}

Response AccountDesk::end_all(const Visit& visit) const {
  const Account& account = visit.person->account;
  access_.database().write([&](db::Transaction& transaction) {
    identity::end_sessions_of(transaction, account.institution, account.id, std::nullopt, doer_of(visit));
  });
  return without_session(see(visit, "/masuk?kabar=keluar"), visit.request);
}

Response AccountDesk::change_password(const Visit& visit) const {
  const Instant at = now();
  const SignedIn& person = *visit.person;
  const Account& account = person.account;
  auto problems = access_.new_password_problems(visit.form, account, "sandi-baru", "sandi-ulang");
  if (!problems.empty()) return show(visit, std::move(problems));
  if (const auto why = access_.why_not_password(visit, field(visit.form, "sandi_sekarang"), at))
    return show(visit, {{"sandi-sekarang", *why}});
  const std::string hash = access_.hash(field(visit.form, "kata_sandi"));
  const std::string token = new_token();
  const bool done = access_.database().write([&](db::Transaction& transaction) {
    if (!go_on_under_new_token(transaction, person, token, false)) return false;
    identity::set_password_hash(transaction, account.institution, account.id, hash, {account.id.uuid(), at});
    identity::end_sessions_of(transaction, account.institution, account.id, identity::stored_session_token(token),
                              {account.id.uuid(), at});
    return true;
  });
  if (!done) return see(visit, "/masuk");
  return with_session(see(visit, "/akun?kabar=kata-sandi"), visit.request, account.institution, token);
}

Response AccountDesk::make_codes(const Visit& visit) const {
  const Instant at = now();
  const Account& account = visit.person->account;
  if (const auto why = access_.why_not_password(visit, field(visit.form, "sandi_sekarang"), at))
    return show(visit, {{"sandi-kode", *why}});
  const auto codes = identity::make_recovery_codes(
      identity::random_bytes(identity::recovery_code_count * identity::recovery_code_bytes));
  std::vector<std::string> hashes;
  for (const std::string& code : codes) hashes.push_back(identity::stored_recovery_code(code).value());
  const bool made = access_.database().write([&](db::Transaction& transaction) {
    if (!has_confirmed_factor(transaction, account)) return false;
    identity::set_recovery_codes(transaction, account.institution, account.id, hashes, {account.id.uuid(), at});
    return true;
  });
  if (!made) return see(visit, "/akun");
  return http::html(identity::recovery_codes_page(visit.language, {.codes = codes, .account_name = account.name}));
}

Response AccountDesk::remove_factor(const Visit& visit) const {
  const Instant at = now();
  const SignedIn& person = *visit.person;
  const Account& account = person.account;
  if (identity::needs_second_factor(person.grants)) return see(visit, "/akun");
  if (const auto why = access_.why_not_password(visit, field(visit.form, "sandi_sekarang"), at))
    return show(visit, {{"sandi-faktor", *why}});
  const std::string token = new_token();
  const bool done = access_.database().write([&](db::Transaction& transaction) {
    if (!go_on_under_new_token(transaction, person, token, false)) return false;
    const Doer doer{account.id.uuid(), at};
    identity::remove_second_factor(transaction, account.institution, account.id, doer);
    identity::end_sessions_of(transaction, account.institution, account.id, identity::stored_session_token(token),
                              doer);
    return true;
  });
  if (!done) return see(visit, "/masuk");
  return with_session(see(visit, "/akun?kabar=faktor-dihapus"), visit.request, account.institution, token);
}

Response AccountDesk::data(const Visit& visit) const {
  return person_data_file(access_, visit.language, visit.person->account);
}

Response person_data_file(const PeopleAccess& access, Language language, const Account& account) {
  identity::PersonData data{.account = account, .exported_at = now()};
  {
    db::Snapshot snapshot = access.database().read();
    data.grants = identity::grants_of(snapshot, account.institution, account.id);
    data.sessions = identity::sessions_of(snapshot, account.institution, account.id);
    data.has_password = identity::password_hash_of(snapshot, account.institution, account.id).has_value();
    data.has_second_factor = has_confirmed_factor(snapshot, account);
    data.recovery_codes_left = identity::recovery_codes_left(snapshot, account.institution, account.id);
  }
  return http::download(identity::person_data_json(data, language), "application/json", "data-pribadi.json");
}

}  // namespace prima::app
