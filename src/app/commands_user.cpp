#include "app/commands_user.h"

#include <fmt/format.h>

#include <charconv>

#include "app/data_place.h"
#include "base/text.h"
#include "directory/directory_store.h"
#include "directory/unit_store.h"
#include "identity/mail_rules.h"
#include "identity/people_store.h"
#include "identity/session_rules.h"
#include "identity/sessions_store.h"
#include "identity/sign_in_store.h"
#include "identity/system_random.h"
#include "journal/commitment.h"

namespace prima::app {

using identity::Account;
using identity::AccountState;
using identity::Doer;
using identity::Grant;
using identity::LinkPurpose;
using identity::Role;
using identity::Scope;

namespace {

Finding wrong(std::string option, Words words) { return {"wrong_use", std::move(option), 0, std::move(words)}; }

// Runs `action` with the database that the caller named, when it has the tables of this version.
template <typename Action>
Exit with_database(const Arguments& arguments, Action action) {
  const auto place = needed_data_place(arguments);
  if (!place) return report(place.error(), arguments.language);
  try {
    if (const auto ready = prepare_database(place->database, now()); !ready)
      return report(ready.error(), arguments.language);
    db::Database database(place->database);
    return action(database);
  } catch (const db::Error& error) {
    Words words = error.words();
    return report(Finding{"database", place->database.shown(), 0, std::move(words)}, arguments.language);
  }
}

struct LinkToken {
  std::string token = identity::session_token(identity::random_bytes(identity::session_token_bytes));

  identity::Sha256 hash() const { return *identity::stored_session_token(token); }
  std::string address(std::string_view origin, InstitutionId institution) const {
    while (origin.ends_with('/')) origin.remove_suffix(1);
    return fmt::format("{}/tautan/{}", origin, identity::to_text(identity::TokenPlace{institution, token}));
  }
};

identity::OneTimeLink link_of(identity::AccountId account, LinkPurpose purpose, Instant at) {
  return {account, purpose, at, at + identity::lifetime_of(purpose)};
}

std::string origin_of(const Arguments& arguments) {
  return arguments.value("--origin").value_or("http://127.0.0.1:8080");
}

void say_link(const Arguments& arguments, const std::string& account, const std::string& address) {
  const Words words{
      fmt::format("Tautan sekali pakai untuk {}; siapa pun yang memilikinya dapat memilih kata sandinya:", account),
      fmt::format("One-time link for {}; whoever has it can choose the password:", account)};
  print(words.in(arguments.language) + "\n" + address + "\n");
}

// The institution that was named by its number, or the only one.
Result<InstitutionId, Finding> institution_of(db::Reader reader, const Arguments& arguments) {
  if (const auto text = arguments.value("--institution")) {
    std::int32_t number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    const bool is_number = error == std::errc() && end == text->data() + text->size() && number > 0;
    if (is_number && directory::find_institution(reader, static_cast<InstitutionId>(number)))
      return static_cast<InstitutionId>(number);
    return failure(wrong("--institution",
                         {fmt::format("tidak ada instansi bernomor \"{}\"", shown_to_people(*text)),
                          fmt::format("there is no institution with the number \"{}\"", shown_to_people(*text))}));
  }
  const auto all = directory::list_institutions(reader, "", 2);
  if (all.size() == 1) return all.front().institution.id;
  if (all.empty()) {
    return failure(wrong("--institution", {"belum ada instansi; jalankan prima serve satu kali pada data ini dahulu",
                                           "there is no institution yet; run prima serve once on this data first"}));
  }
  return failure(wrong("--institution", {"ada beberapa instansi; sebutkan nomornya dengan --institution",
                                         "there are several institutions; say which by --institution"}));
}

std::string role_keys() {
  std::string keys;
  for (const Role role : identity::all_roles()) keys += (keys.empty() ? "" : ", ") + std::string(identity::key(role));
  return keys;
}

// The role that the options ask for.
Result<Grant, Finding> grant_of(db::Reader reader, const Arguments& arguments, InstitutionId institution) {
  const auto role = identity::role_of(arguments.value("--role").value_or(""));
  if (!role) {
    return failure(
        wrong("--role", {"sebutkan salah satu peran: " + role_keys(), "say one of the roles: " + role_keys()}));
  }
  Grant grant{*role, identity::widest_reach(*role), institution, std::nullopt};
  if (const auto code = arguments.value("--unit")) {
    const auto unit = directory::find_unit(reader, institution, std::string_view(*code));
    if (!unit) {
      return failure(wrong("--unit", {fmt::format("tidak ada unit berkode \"{}\"", shown_to_people(*code)),
                                      fmt::format("there is no unit with the code \"{}\"", shown_to_people(*code))}));
    }
    grant.reach = Scope::own_unit;
    grant.unit = unit->unit.id;
  } else if (grant.reach == Scope::own_unit) {
    return failure(wrong("--unit", {"peran ini berlaku untuk satu unit; sebutkan kodenya dengan --unit",
                                    "this role holds for one unit; say its code by --unit"}));
  } else if (arguments.value("--institution")) {
    grant.reach = Scope::own_institution;
  }
  return grant;
}

struct NewPerson {
  Account account;
  Grant grant;
};

Result<NewPerson, Finding> person_of(db::Database& database, const Arguments& arguments, Instant at) {
  const auto name = identity::account_name(arguments.words[0]);
  if (!name) {
    return failure(wrong("NAME", {"nama akun terdiri atas 3 sampai 254 huruf, angka, atau . - _ @ +",
                                  "an account name has 3 to 254 letters, digits, or . - _ @ +"}));
  }
  std::string mail;
  if (const auto typed = arguments.value("--mail")) {
    const auto address = identity::mail_address(*typed);
    if (!address) return failure(wrong("--mail", {"ini bukan alamat surel", "this is no e-mail address"}));
    mail = *address;
  }
  db::Snapshot snapshot = database.read();
  const auto institution = institution_of(snapshot, arguments);
  if (!institution) return failure(institution.error());
  const auto grant = grant_of(snapshot, arguments, *institution);
  if (!grant) return failure(grant.error());
  Account account{.institution = *institution,
                  .id = identity::AccountId(identity::random_uuid(at)),
                  .name = *name,
                  .person_name = arguments.value("--person").value_or(""),
                  .mail = std::move(mail),
                  .language = arguments.language};
  return NewPerson{std::move(account), *grant};
}

// Makes the account with its role and its link, wholly or not at all.
Result<void, identity::AccountProblem> create(db::Database& database, const NewPerson& person, const LinkToken& token,
                                              LinkPurpose purpose, Instant at) {
  const auto commitment_key = journal::random_commitment_key();
  return database.write([&](db::Transaction& transaction) {
    const Doer doer{Uuid{}, at};
    const auto created = identity::create_account(transaction, person.account, commitment_key, doer);
    if (!created) return created;
    identity::add_grant(transaction, person.account.institution, person.account.id, person.grant, doer);
    identity::keep_link(transaction, person.account.institution, token.hash(), link_of(person.account.id, purpose, at),
                        doer);
    return created;
  });
}

constexpr std::int64_t at_once = 500;

void print_account(db::Reader reader, const Account& account) {
  std::string roles;
  for (const Grant& grant : identity::grants_of(reader, account.institution, account.id))
    roles += (roles.empty() ? "" : ",") + std::string(identity::key(grant.role));
  print(fmt::format("{}\t{}\t{}\t{}\t{}\n", static_cast<std::int32_t>(account.institution), account.name,
                    identity::key(account.state), roles.empty() ? "-" : roles, shown_to_people(account.person_name)));
}

void print_accounts_of(db::Reader reader, InstitutionId institution) {
  std::string after;
  for (;;) {
    const auto accounts = identity::accounts_after(reader, institution, after, at_once);
    if (accounts.empty()) return;
    for (const Account& account : accounts) print_account(reader, account);
    after = accounts.back().name;
  }
}

void print_accounts(db::Reader reader) {
  std::string code;
  for (;;) {
    const auto institutions = directory::list_institutions(reader, code, at_once);
    if (institutions.empty()) return;
    for (const auto& stored : institutions) print_accounts_of(reader, stored.institution.id);
    code = institutions.back().institution.code;
  }
}

}  // namespace

const OptionSpec& origin_option() {
  static const OptionSpec option{"--origin",
                                 "URL",
                                 {"alamat situs dalam tautan; bawaan http://127.0.0.1:8080",
                                  "the site's address in the link; default http://127.0.0.1:8080"}};
  return option;
}

const std::vector<OptionSpec>& user_add_options() {
  static const std::vector<OptionSpec> options = {
      {"--role",
       "PERAN",
       {"misalnya administrator, unit_head, assessor", "for example administrator, unit_head, assessor"}},
      {"--person", "NAMA", {"nama orangnya", "the name of the person"}},
      {"--mail", "ALAMAT", {"alamat surel, untuk tautan kata sandi", "e-mail address, for links of the password"}},
      {"--institution",
       "N",
       {"nomor instansi; boleh dilewati bila hanya ada satu",
        "number of the institution; not needed for the only one"}},
      {"--unit", "KODE", {"kode unit tempat perannya berlaku", "code of the unit where the role holds"}},
      origin_option(),
  };
  return options;
}

Exit run_user_add(const Arguments& arguments) {
  return with_database(arguments, [&](db::Database& database) {
    const Instant at = now();
    const auto person = person_of(database, arguments, at);
    if (!person) return report(person.error(), arguments.language);
    const LinkToken token;
    const auto made = create(database, *person, token, LinkPurpose::invitation, at);
    if (!made) return report(wrong("NAME", identity::describe(made.error())), arguments.language);
    say_link(arguments, person->account.name, token.address(origin_of(arguments), person->account.institution));
    return Exit::done;
  });
}

Exit run_user_list(const Arguments& arguments) {
  return with_database(arguments, [](db::Database& database) {
    db::Snapshot snapshot = database.read();
    print_accounts(snapshot);
    return Exit::done;
  });
}

Exit run_user_reset(const Arguments& arguments) {
  return with_database(arguments, [&](db::Database& database) {
    const Instant at = now();
    std::optional<Account> account;
    {
      db::Snapshot snapshot = database.read();
      account = identity::find_account_by_name(snapshot, identity::account_name(arguments.words[0]).value_or(""));
    }
    if (!account || account->state == AccountState::closed || account->state == AccountState::erased) {
      return report(wrong("NAME", {"tidak ada akun terbuka dengan nama ini; lihat prima user list",
                                   "there is no open account of this name; see prima user list"}),
                    arguments.language);
    }
    const LinkToken token;
    const LinkPurpose purpose =
        account->state == AccountState::invited ? LinkPurpose::invitation : LinkPurpose::password_reset;
    database.write([&](db::Transaction& transaction) {
      const Doer doer{Uuid{}, at};
      identity::keep_link(transaction, account->institution, token.hash(), link_of(account->id, purpose, at), doer);
      identity::end_sessions_of(transaction, account->institution, account->id, std::nullopt, doer);
    });
    say_link(arguments, account->name, token.address(origin_of(arguments), account->institution));
    return Exit::done;
  });
}

std::optional<std::string> first_administrator_link(db::Database& database, InstitutionId institution,
                                                    std::string_view origin, Instant now) {
  {
    db::Snapshot snapshot = database.read();
    if (!identity::has_no_people(snapshot)) return std::nullopt;
  }
  const NewPerson person{{.institution = institution,
                          .id = identity::AccountId(identity::random_uuid(now)),
                          .name = "admin",
                          .person_name = "Administrator",
                          .mail = ""},
                         {Role::administrator, Scope::everywhere, institution, std::nullopt}};
  const LinkToken token;
  if (!create(database, person, token, LinkPurpose::first_administrator, now)) return std::nullopt;
  return token.address(origin, institution);
}

}  // namespace prima::app
