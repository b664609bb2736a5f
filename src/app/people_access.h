#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/gate.h"
#include "identity/account_page.h"
#include "identity/lockout_rules.h"
#include "identity/mail_rules.h"
#include "identity/password_hash.h"
#include "identity/sign_in_store.h"

namespace prima::app {

// What the desks of people work with.
struct PeopleServices {
  db::Database& database;
  std::string seal_key;       // identity::seal_key_bytes
  std::string device_key;     // 32 bytes
  std::string public_origin;  // "https://prima.contoh.go.id", of the links that are made; empty: what the request says
  // Takes a mail over and returns at once, so that the time does not tell whether an account exists. `to`, `subject`,
  // `text` and `language` are set; the function sets the rest. Empty: no mail is sent, and whoever makes a link is
  // shown it.
  std::function<void(identity::Mail)> send_mail = {};
  identity::PasswordCost password_cost = {};
};

// An account with its stored password, if it has one.
struct KnownAccount {
  identity::Account account;
  std::optional<std::string> password_hash;
};

// A session that begins, and the token that the browser gets.
struct NewSession {
  std::string token;
  identity::Session session;
};

// A one-time link before it is stored.
struct NewLink {
  std::string token;
  identity::OneTimeLink link;
};

// What the desks of people share: budgets, passwords, sessions, links. Safe from any thread; the passwords are hashed
// outside every transaction.
class PeopleAccess {
 public:
  explicit PeopleAccess(PeopleServices services);

  db::Database& database() const { return services_.database; }
  const std::string& seal_key() const { return services_.seal_key; }
  bool sends_mail() const { return static_cast<bool>(services_.send_mail); }

  // Who tries, as the budgets know them. `what` keeps the budgets of passwords, codes and links apart.
  identity::Attempt attempt(const http::Request& request, std::string_view account_name, std::string_view what,
                            Instant at) const;
  // Takes one attempt; gives the words of the wait when there is one. Before anything is checked.
  std::optional<Words> charge(const identity::Attempt& attempt, Instant at) const;
  static void refund(db::Transaction& transaction, const identity::Attempt& attempt);

  std::optional<KnownAccount> find(std::string_view account_name) const;
  // Works as long for somebody who is not there, who has no password, or who may not sign in.
  bool is_password_of(const std::optional<KnownAccount>& known, std::string_view password) const;
  std::string hash(std::string_view password) const;
  // The hash to store instead of one that costs too little; nothing when it is good.
  std::optional<std::string> renewed_hash(std::string_view stored, std::string_view password) const;

  // Why the password of somebody who is signed in was not taken: a wait, or that it is wrong. Nothing when it is right.
  std::optional<Words> why_not_password(const Visit& visit, std::string_view password, Instant at) const;

  // Why a new password is refused, by the field that it belongs to: those with these ids.
  identity::FieldProblems new_password_problems(const http::Form& form, const identity::Account& account,
                                                std::string_view field, std::string_view repeat_field) const;

  NewLink make_link(identity::AccountId account, identity::LinkPurpose purpose, Instant at) const;
  std::string link_address(const http::Request& request, InstitutionId institution, const NewLink& link) const;
  // Sends the link to the account's address. False when it has none, or when there is no mail.
  bool send_link(const http::Request& request, const identity::Account& account, const NewLink& link) const;

  // The answer with the cookie of a known browser, so that strangers cannot keep its owner out.
  http::Response with_device(http::Response response, const http::Request& request, std::string_view account_name,
                             Instant at) const;

 private:
  PeopleServices services_;
  identity::PasswordHasher hasher_;
};

NewSession new_session(const http::Request& request, identity::AccountId account, Instant at);
// The hash under which a link is kept.
identity::Sha256 stored_link(const NewLink& link);

// The answer with the session's cookie, or without it.
http::Response with_session(http::Response response, const http::Request& request, InstitutionId institution,
                            std::string_view token);
http::Response without_session(http::Response response, const http::Request& request);

// Goes on under a new token; gives it. Nothing when the session is gone.
std::optional<std::string> go_on_under_new_token(db::Transaction& transaction, const SignedIn& person,
                                                 const std::string& new_token, bool second_factor);
std::string new_token();

// The text when it is a path of this site: begins with one "/", holds no "//", no "\", nothing below a space.
std::string own_path(std::string_view text);
// The path of a page in the visitor's language, as a redirect needs it.
http::Response see(const Visit& visit, std::string_view path);
// What a form sent under a name; empty when nothing.
std::string field(const http::Form& form, std::string_view name);

// Reads "nama_orang" and "surel" into the account; what is wrong with them otherwise, by the ids "nama-orang" and
// "surel".
identity::FieldProblems read_person_fields(const http::Form& form, identity::Account& account);
// The version that a form was made from ("versi"); 0, which no account has, when it says none.
std::int64_t version_of(const http::Form& form);

// Names of institutions and units of grants.
std::vector<identity::ShownGrant> shown_grants(db::Reader reader, const std::vector<identity::Grant>& grants);
struct InstitutionSign {
  std::string name;
  TimeZone zone = TimeZone::wib;
};
InstitutionSign institution_sign(db::Reader reader, InstitutionId institution);

}  // namespace prima::app
