#include "app/people_access.h"

#include <algorithm>
#include <array>

#include "app/data_place.h"
#include "base/assert.h"
#include "base/text.h"
#include "directory/directory_store.h"
#include "directory/unit_store.h"
#include "html/format.h"
#include "identity/common_passwords.h"
#include "identity/credentials_store.h"
#include "identity/csrf_rules.h"
#include "identity/device_name_rules.h"
#include "identity/password_rules.h"
#include "identity/people_store.h"
#include "identity/sealed_secret.h"
#include "identity/session_rules.h"
#include "identity/system_random.h"

namespace prima::app {

using http::Request;
using http::Response;
using identity::Account;
using identity::AccountState;

namespace {

constexpr std::size_t device_bytes = 16;

Words subject_of(identity::LinkPurpose purpose) {
  if (purpose == identity::LinkPurpose::password_reset)
    return {"Kata sandi baru untuk Prima", "A new password for Prima"};
  return {"Undangan ke Prima", "Invitation to Prima"};
}

Words text_of(identity::LinkPurpose purpose, const std::string& account, const std::string& address) {
  if (purpose == identity::LinkPurpose::password_reset) {
    return {"Tautan ini untuk memilih kata sandi baru akun " + account + ". Berlaku satu kali, selama 30 menit:\n\n" +
                address + "\n\nTidak memintanya? Abaikan surel ini; kata sandi Anda tidak berubah.\n",
            "By this link you choose a new password for the account " + account +
                ". It is good once, for 30 minutes:\n\n" + address +
                "\n\nYou did not ask for it? Ignore this mail; your password stays as it is.\n"};
  }
  return {"Anda mendapat akun " + account +
              " di Prima. Pilih kata sandi Anda lewat tautan ini. Berlaku satu kali, selama 3 hari:\n\n" + address +
              "\n",
          "You have been given the account " + account +
              " in Prima. Choose your password by this link. It is good once, for 3 days:\n\n" + address + "\n"};
}

}  // namespace

PeopleAccess::PeopleAccess(PeopleServices services) : services_(std::move(services)), hasher_(services_.password_cost) {
  PRIMA_ASSERT(services_.seal_key.size() == identity::seal_key_bytes);
  PRIMA_ASSERT(services_.device_key.size() == sizeof(identity::Sha256));
}

identity::Attempt PeopleAccess::attempt(const Request& request, std::string_view account_name, std::string_view what,
                                        Instant at) const {
  identity::Attempt attempt{.account = std::string(account_name), .source = std::string(request.source)};
  if (const auto cookie = identity::read_cookie(request, identity::device_cookie))
    attempt.device = identity::read_device_cookie(services_.device_key, account_name, *cookie, at);
  // A name holds no space, so this is the budget of no account.
  if (!what.empty()) attempt.account.append(" ").append(what);
  return attempt;
}

std::optional<Words> PeopleAccess::charge(const identity::Attempt& attempt, Instant at) const {
  const auto keys = identity::budgets_of(attempt);
  const auto until = database().write(
      [&](db::Transaction& transaction) { return identity::charge_budgets(transaction, keys, {}, at); });
  return until ? std::optional(identity::describe_wait(*until, at)) : std::nullopt;
}

void PeopleAccess::refund(db::Transaction& transaction, const identity::Attempt& attempt) {
  identity::refund_budgets(transaction, identity::budgets_of(attempt));
}

std::optional<KnownAccount> PeopleAccess::find(std::string_view account_name) const {
  db::Snapshot snapshot = database().read();
  auto account = identity::find_account_by_name(snapshot, account_name);
  if (!account) return std::nullopt;
  auto password_hash = identity::password_hash_of(snapshot, account->institution, account->id);
  return KnownAccount{std::move(*account), std::move(password_hash)};
}

bool PeopleAccess::is_password_of(const std::optional<KnownAccount>& known, std::string_view password) const {
  const std::string normalised = identity::normalised_password(password);
  if (known && known->password_hash && known->account.state == AccountState::active)
    return hasher_.verify(*known->password_hash, normalised);
  hasher_.pretend(normalised);
  return false;
}

std::string PeopleAccess::hash(std::string_view password) const {
  return hasher_.hash(identity::normalised_password(password));
}

std::optional<std::string> PeopleAccess::renewed_hash(std::string_view stored, std::string_view password) const {
  return hasher_.needs_rehash(stored) ? std::optional(hash(password)) : std::nullopt;
}

std::optional<Words> PeopleAccess::why_not_password(const Visit& visit, std::string_view password, Instant at) const {
  const Account& account = visit.person->account;
  const identity::Attempt trial = attempt(visit.request, account.name, "", at);
  if (auto wait = charge(trial, at)) return wait;
  if (!is_password_of(find(account.name), password))
    return Words{"Kata sandi ini tidak cocok. Periksa, lalu ketik lagi.",
                 "This password does not match. Check it and type it again."};
  database().write([&](db::Transaction& transaction) { refund(transaction, trial); });
  return std::nullopt;
}

identity::FieldProblems PeopleAccess::new_password_problems(const http::Form& form, const Account& account,
                                                            std::string_view password_field,
                                                            std::string_view repeat_field) const {
  const std::string password = field(form, "kata_sandi");
  std::vector<std::string> own_names{account.name, account.person_name};
  {
    db::Snapshot snapshot = database().read();
    own_names.push_back(institution_sign(snapshot, account.institution).name);
  }
  if (const auto problem = identity::password_problem(password, own_names, identity::common_passwords()))
    return {{std::string(password_field), identity::describe(*problem)}};
  if (password != field(form, "ulang")) {
    return {
        {std::string(repeat_field),
         {"Kedua kata sandi baru tidak sama. Ketik keduanya lagi.", "The two new passwords differ. Type both again."}}};
  }
  return {};
}

NewLink PeopleAccess::make_link(identity::AccountId account, identity::LinkPurpose purpose, Instant at) const {
  return {new_token(), {account, purpose, at, at + identity::lifetime_of(purpose)}};
}

std::string PeopleAccess::link_address(const Request& request, InstitutionId institution, const NewLink& link) const {
  return identity::own_origin(request, services_.public_origin) + "/tautan/" +
         identity::to_text(identity::TokenPlace{institution, link.token});
}

bool PeopleAccess::send_link(const Request& request, const Account& account, const NewLink& link) const {
  if (!sends_mail()) return false;
  const auto address = identity::mail_address(account.mail);
  if (!address) return false;
  identity::Mail mail;
  mail.to = {*address, account.person_name};
  mail.subject = subject_of(link.link.purpose);
  mail.text = text_of(link.link.purpose, account.name, link_address(request, account.institution, link));
  mail.language = account.language;
  services_.send_mail(std::move(mail));
  return true;
}

Response PeopleAccess::with_device(Response response, const Request& request, std::string_view account_name,
                                   Instant at) const {
  std::optional<identity::DeviceId> device;
  if (const auto cookie = identity::read_cookie(request, identity::device_cookie))
    device = identity::read_device_cookie(services_.device_key, account_name, *cookie, at);
  if (!device) device = identity::DeviceId{identity::random_bytes(device_bytes)};
  const std::string value = identity::make_device_cookie(services_.device_key, account_name, *device, at);
  return std::move(response).with(
      "Set-Cookie", identity::set_cookie(identity::device_cookie, value, identity::transport_of(request)));
}

std::string new_token() { return identity::session_token(identity::random_bytes(identity::session_token_bytes)); }

NewSession new_session(const Request& request, identity::AccountId account, Instant at) {
  NewSession made{new_token(), {}};
  made.session.token_hash = *identity::stored_session_token(made.token);
  made.session.account = account;
  made.session.device = identity::device_name(request.header("User-Agent").value_or(""));
  made.session.times = {at, at};
  return made;
}

identity::Sha256 stored_link(const NewLink& link) { return *identity::stored_session_token(link.token); }

Response with_session(Response response, const Request& request, InstitutionId institution, std::string_view token) {
  return std::move(response).with(
      "Set-Cookie", identity::set_cookie(identity::session_cookie, session_cookie_value(institution, token),
                                         identity::transport_of(request)));
}

Response without_session(Response response, const Request& request) {
  return std::move(response)
      .with("Set-Cookie", identity::clear_cookie(identity::session_cookie, identity::transport_of(request)))
      .with("Clear-Site-Data", std::string(identity::clear_site_data));
}

std::optional<std::string> go_on_under_new_token(db::Transaction& transaction, const SignedIn& person,
                                                 const std::string& token, bool second_factor) {
  if (!identity::rotate_session(transaction, person.account.institution, person.session.token_hash,
                                *identity::stored_session_token(token), second_factor))
    return std::nullopt;
  return token;
}

std::string own_path(std::string_view text) {
  constexpr std::size_t longest = 2000;
  const bool is_own =
      text.starts_with('/') && text.find("//") == std::string_view::npos && text.find('\\') == std::string_view::npos &&
      text.size() <= longest &&
      std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
  return is_own ? std::string(text) : std::string();
}

Response see(const Visit& visit, std::string_view path) {
  return http::redirect(303, html::localized_path(visit.language, path));
}

std::string field(const http::Form& form, std::string_view name) { return std::string(form.value(name).value_or("")); }

identity::FieldProblems read_person_fields(const http::Form& form, Account& account) {
  constexpr std::size_t longest = 200;
  identity::FieldProblems problems;
  account.person_name = std::string(trimmed(field(form, "nama_orang")));
  if (account.person_name.empty() || account.person_name.size() > longest) {
    problems.push_back(
        {"nama-orang",
         {"Tulis nama orangnya, paling panjang 200 huruf.", "Write the name of the person, at most 200 letters."}});
  }
  const std::string mail(trimmed(field(form, "surel")));
  const auto address = identity::mail_address(mail);
  account.mail = address.value_or("");
  if (!mail.empty() && !address) {
    problems.push_back({"surel",
                        {"Ini bukan alamat surel. Tulis misalnya nama@contoh.go.id, atau kosongkan.",
                         "This is no e-mail address. Write for example name@contoh.go.id, or leave it empty."}});
  }
  return problems;
}

std::int64_t version_of(const http::Form& form) {
  constexpr std::size_t most_digits = 12;
  std::int64_t version = 0;
  for (const char digit : field(form, "versi").substr(0, most_digits)) {
    if (digit < '0' || digit > '9') return 0;
    version = version * 10 + (digit - '0');
  }
  return version;
}

std::vector<identity::ShownGrant> shown_grants(db::Reader reader, const std::vector<identity::Grant>& grants) {
  std::vector<identity::ShownGrant> shown;
  for (const identity::Grant& grant : grants) {
    identity::ShownGrant one{grant, institution_sign(reader, grant.institution).name, {}};
    if (grant.unit) {
      const auto unit = directory::find_unit(reader, grant.institution, *grant.unit);
      if (unit) one.unit_name = unit->unit.name;
    }
    shown.push_back(std::move(one));
  }
  return shown;
}

InstitutionSign institution_sign(db::Reader reader, InstitutionId institution) {
  const auto found = directory::find_institution(reader, institution);
  if (!found) return {std::to_string(static_cast<std::int32_t>(institution)), TimeZone::wib};
  return {found->institution.name, found->institution.zone};
}

}  // namespace prima::app
