#include "app/people_desk.h"

#include "app/account_desk.h"
#include "app/data_place.h"
#include "app/people_desk_fields.h"
#include "app/site.h"
#include "directory/directory_store.h"
#include "directory/unit_store.h"
#include "html/format.h"
#include "identity/credentials_store.h"
#include "identity/people_store.h"
#include "identity/permissions_page.h"
#include "identity/system_random.h"
#include "journal/commitment.h"

namespace prima::app {

using http::Response;
using identity::Account;
using identity::AccountState;
using identity::Action;
using identity::Doer;
using identity::FieldProblems;
using identity::Grant;
using identity::Scope;

namespace {

constexpr std::int64_t page_size = 100;

Doer doer_of(const Visit& visit) { return {visit.person->account.id.uuid(), now()}; }

Response not_found(const Visit& visit) {
  return error_page_of_site(
      visit.request, 404,
      {"Orang ini tidak ada, atau Anda tidak boleh melihatnya.", "There is no such person, or you may not see them."});
}

Response not_allowed(const Visit& visit) {
  return error_page_of_site(
      visit.request, 403,
      {"Anda tidak boleh melakukan ini pada orang ini. Tidak seorang pun mengelola akunnya sendiri di sini, atau akun "
       "yang haknya lebih luas daripada haknya.",
       "You may not do this to this person. Nobody manages their own account here, or one whose rights go further than "
       "their own."});
}

bool is_somebody_else(const Visit& visit, const Account& account) { return visit.person->account.id != account.id; }

bool reaches_everywhere(const Visit& visit, Action action) {
  return identity::widest_scope(visit.person->grants, action) == Scope::everywhere;
}

// Why a role is not given: by the rules, or because there is no such unit.
std::optional<Words> why_not_give(db::Reader reader, const SignedIn& giver, const std::vector<Grant>& held,
                                  const Grant& wanted) {
  if (const auto why = identity::why_not_grant(giver.grants, held, wanted)) return why;
  if (wanted.unit && !directory::find_unit(reader, wanted.institution, *wanted.unit))
    return Words{"Unit ini tidak ada di instansi itu. Pilih unit dari daftar.",
                 "There is no such unit in that institution. Choose one from the list."};
  if (!directory::find_institution(reader, wanted.institution))
    return Words{"Instansi ini tidak ada. Pilih dari daftar.", "There is no such institution. Choose from the list."};
  return std::nullopt;
}

Words unreadable_role() {
  return {"Pilih peran dan jangkauannya dari daftar.", "Choose a role and how far it reaches from the lists."};
}

}  // namespace

std::vector<GatedRoute> PeopleDesk::routes() {
  using http::Method;
  const auto to = [this](Response (PeopleDesk::*handler)(const Visit&) const) {
    return [this, handler](const Visit& visit) { return (this->*handler)(visit); };
  };
  constexpr std::size_t form_size = 64 * http::kibibyte;
  const Needs view = needs(Action::view_people);
  // Who may do what to whom is asked again for the person at hand; erasing is of those who handle data requests.
  return {
      {Method::get, "/kelola/orang", view, to(&PeopleDesk::list)},
      {Method::post, "/kelola/orang", needs(Action::manage_people), to(&PeopleDesk::invite), form_size},
      {Method::get, "/kelola/orang/{id}", view, to(&PeopleDesk::person)},
      {Method::post, "/kelola/orang/{id}", needs(Action::manage_people), to(&PeopleDesk::save), form_size},
      {Method::get, "/kelola/orang/{id}/data.json", needs(Action::handle_data_requests), to(&PeopleDesk::data)},
      {Method::post, "/kelola/orang/{id}/{what}", view, to(&PeopleDesk::act), form_size},
      {Method::get, "/kelola/izin", view, to(&PeopleDesk::permissions)},
  };
}

std::optional<PeopleDesk::Found> PeopleDesk::find(const Visit& visit) const {
  const auto id = parse_id<identity::AccountTag>(visit.request.capture("id"));
  if (!id) return std::nullopt;
  const SignedIn& visitor = *visit.person;
  db::Snapshot snapshot = access_.database().read();
  const InstitutionId institution = institution_of(visit);
  auto account = identity::find_account(snapshot, institution, *id);
  if (!account || account->state == AccountState::erased) return std::nullopt;
  auto grants = identity::grants_of(snapshot, institution, *id);
  if (!may_see(visitor, *account, grants)) return std::nullopt;
  const identity::Place place{institution, {}};
  const bool other = is_somebody_else(visit, *account);
  Found found{std::move(*account), std::move(grants)};
  found.may_manage = other && visitor.may(Action::manage_people, place) &&
                     reaches_all(visitor.grants, Action::manage_people, found.grants);
  found.may_grant = other && identity::widest_scope(visitor.grants, Action::grant_roles) != Scope::nowhere;
  found.may_export_and_erase = other && visitor.may(Action::handle_data_requests, place) &&
                               reaches_all(visitor.grants, Action::handle_data_requests, found.grants);
  return found;
}

Response PeopleDesk::list(const Visit& visit) const { return show_list(visit, institution_of(visit), {}, {}); }

Response PeopleDesk::show_list(const Visit& visit, InstitutionId institution, identity::InvitationFields typed,
                               FieldProblems problems) const {
  const SignedIn& visitor = *visit.person;
  identity::PeopleList list{.institution_number = std::to_string(static_cast<std::int32_t>(institution))};
  {
    db::Snapshot snapshot = access_.database().read();
    if (!directory::find_institution(snapshot, institution)) return not_found(visit);
    list.institution_name = institution_sign(snapshot, institution).name;
    auto accounts =
        identity::accounts_after(snapshot, institution, visit.request.query("sesudah").value_or(""), page_size + 1);
    if (accounts.size() > page_size) {
      accounts.pop_back();
      list.next = accounts.back().name;
    }
    for (Account& account : accounts) {
      const auto grants = identity::grants_of(snapshot, institution, account.id);
      if (!may_see(visitor, account, grants)) continue;
      std::vector<identity::Role> roles;
      for (const Grant& grant : grants) roles.push_back(grant.role);
      list.rows.push_back({std::move(account), std::move(roles)});
    }
    list.may_invite = visitor.may(Action::manage_people, {institution, {}});
    if (reaches_everywhere(visit, Action::view_people)) list.institutions = institution_choices(snapshot);
    if (list.may_invite) {
      typed.grant.units = unit_choices(snapshot, institution);
      if (reaches_everywhere(visit, Action::grant_roles)) typed.grant.institutions = institution_choices(snapshot);
      if (typed.grant.institution.empty()) typed.grant.institution = list.institution_number;
    }
  }
  list.sends_mail = access_.sends_mail();
  list.invitation = std::move(typed);
  list.csrf = visit.csrf();
  list.notice = std::string(visit.request.query("kabar").value_or(""));
  const int status = problems.empty() ? 200 : 422;
  list.problems = std::move(problems);
  return http::html(identity::people_page(visit.language, list), status);
}

Response PeopleDesk::invite(const Visit& visit) const {
  const InstitutionId institution = institution_of(visit);
  if (!visit.person->may(Action::manage_people, {institution, {}})) return not_allowed(visit);
  const Doer doer = doer_of(visit);
  Account account{.institution = institution,
                  .id = identity::AccountId(identity::random_uuid(doer.at)),
                  .name = "",
                  .person_name = "",
                  .mail = ""};
  FieldProblems problems = read_person_fields(visit.form, account);
  const identity::InvitationFields typed{field(visit.form, "nama"), field(visit.form, "nama_orang"),
                                         field(visit.form, "surel"), typed_grant(visit.form)};
  const auto name = identity::account_name(typed.name);
  if (!name) {
    const Words words{"Nama akun terdiri atas 3 sampai 254 huruf, angka, atau . - _ @ +",
                      "An account name has 3 to 254 letters, digits, or . - _ @ +"};
    problems.insert(problems.begin(), identity::FieldProblem{"nama", words});
  }
  std::optional<Grant> grant;
  if (!typed.grant.role.empty()) {
    grant = read_grant(visit.form, institution);
    std::optional<Words> why = unreadable_role();
    if (grant) {
      db::Snapshot snapshot = access_.database().read();
      why = why_not_give(snapshot, *visit.person, {}, *grant);
    }
    if (why) problems.push_back({"peran", *why});
  }
  if (!problems.empty()) return show_list(visit, institution, typed, std::move(problems));

  account.name = *name;
  account.language = visit.language;
  const auto commitment_key = journal::random_commitment_key();
  const NewLink link = access_.make_link(account.id, identity::LinkPurpose::invitation, doer.at);
  const auto made = access_.database().write([&](db::Transaction& transaction) {
    const auto created = identity::create_account(transaction, account, commitment_key, doer);
    if (!created) return created;
    if (grant) identity::add_grant(transaction, institution, account.id, *grant, doer);
    identity::keep_link(transaction, institution, stored_link(link), link.link, doer);
    return created;
  });
  if (!made) return show_list(visit, institution, typed, {{"nama", identity::describe(made.error())}});
  return hand_over(visit, account, link);
}

Response PeopleDesk::hand_over(const Visit& visit, const Account& account, const NewLink& link) const {
  const std::string back = identity::person_path(account, "");
  if (access_.send_link(visit.request, account, link)) return see(visit, back + "&kabar=terkirim");
  db::Snapshot snapshot = access_.database().read();
  return http::html(identity::made_link_page(visit.language,
                                             {.address = access_.link_address(visit.request, account.institution, link),
                                              .account_name = account.name,
                                              .back_path = back,
                                              .expires_at = link.link.expires_at,
                                              .zone = institution_sign(snapshot, account.institution).zone}));
}

Response PeopleDesk::person(const Visit& visit) const {
  const auto found = find(visit);
  return found ? show_person(visit, *found, {}, {}) : not_found(visit);
}

Response PeopleDesk::show_person(const Visit& visit, const Found& found, identity::GrantFields typed,
                                 FieldProblems problems) const {
  const Account& account = found.account;
  identity::PersonSheet sheet{.account = account};
  {
    db::Snapshot snapshot = access_.database().read();
    const InstitutionSign sign = institution_sign(snapshot, account.institution);
    sheet.institution_name = sign.name;
    sheet.zone = sign.zone;
    sheet.grants = shown_grants(snapshot, found.grants);
    sheet.has_second_factor = identity::second_factor_of(snapshot, account.institution, account.id).has_value();
    if (found.may_grant) {
      typed.units = unit_choices(snapshot, account.institution);
      if (reaches_everywhere(visit, Action::grant_roles)) typed.institutions = institution_choices(snapshot);
      if (typed.institution.empty()) typed.institution = std::to_string(static_cast<std::int32_t>(account.institution));
    }
  }
  sheet.sends_mail = access_.sends_mail();
  sheet.may_manage = found.may_manage;
  sheet.may_grant = found.may_grant;
  sheet.may_export_and_erase = found.may_export_and_erase;
  sheet.grant = std::move(typed);
  sheet.csrf = visit.csrf();
  sheet.notice = std::string(visit.request.query("kabar").value_or(""));
  const int status = problems.empty() ? 200 : 422;
  sheet.problems = std::move(problems);
  return http::html(identity::person_page(visit.language, sheet), status);
}

Response PeopleDesk::save(const Visit& visit) const {
  auto found = find(visit);
  if (!found) return not_found(visit);
  if (!found->may_manage) return not_allowed(visit);
  auto problems = read_person_fields(visit.form, found->account);
  if (!problems.empty()) return show_person(visit, *found, {}, std::move(problems));
  found->account.version = version_of(visit.form);
  const Doer doer = doer_of(visit);
  const auto changed = access_.database().write(
      [&](db::Transaction& transaction) { return identity::change_account(transaction, found->account, doer); });
  if (!changed) return show_person(visit, *found, {}, {{"nama-orang", identity::describe(changed.error())}});
  return see(visit, identity::person_path(found->account, "") + "&kabar=tersimpan");
}

Response PeopleDesk::act(const Visit& visit) const {
  const auto found = find(visit);
  if (!found) return not_found(visit);
  const std::string_view what = visit.request.capture("what");
  if (what == "peran" || what == "cabut-peran") {
    if (!found->may_grant) return not_allowed(visit);
    return what == "peran" ? add_role(visit, *found) : remove_role(visit, *found);
  }
  if (what == "hapus") return found->may_export_and_erase ? erase(visit, *found) : not_allowed(visit);
  if (!found->may_manage) return not_allowed(visit);
  if (what == "tautan") return renew_link(visit, *found);
  if (what == "hapus-faktor") return remove_factor(visit, *found);
  if (what == "tutup") return set_state(visit, *found, AccountState::closed);
  if (what == "buka") return set_state(visit, *found, AccountState::active);
  return error_page_of_site(visit.request, 404, {});
}

Response PeopleDesk::add_role(const Visit& visit, const Found& found) const {
  const auto grant = read_grant(visit.form, found.account.institution);
  if (!grant) return show_person(visit, found, typed_grant(visit.form), {{"peran", unreadable_role()}});
  const Doer doer = doer_of(visit);
  // Asked where it is written, so that two roles that check each other cannot be given at the same moment.
  const auto why = access_.database().write([&](db::Transaction& transaction) -> std::optional<Words> {
    const auto held = identity::grants_of(transaction, found.account.institution, found.account.id);
    if (auto reason = why_not_give(transaction, *visit.person, held, *grant)) return reason;
    identity::add_grant(transaction, found.account.institution, found.account.id, *grant, doer);
    return std::nullopt;
  });
  if (why) return show_person(visit, found, typed_grant(visit.form), {{"peran", *why}});
  return see(visit, identity::person_path(found.account, "") + "&kabar=peran");
}

Response PeopleDesk::remove_role(const Visit& visit, const Found& found) const {
  const auto grant = read_grant(visit.form, found.account.institution);
  if (!grant) return show_person(visit, found, {}, {{"peran", unreadable_role()}});
  const std::vector<Grant> one{*grant};
  if (!reaches_all(visit.person->grants, Action::grant_roles, one)) return not_allowed(visit);
  const Doer doer = doer_of(visit);
  access_.database().write([&](db::Transaction& transaction) {
    identity::remove_grant(transaction, found.account.institution, found.account.id, *grant, doer);
  });
  return see(visit, identity::person_path(found.account, "") + "&kabar=peran");
}

Response PeopleDesk::renew_link(const Visit& visit, const Found& found) const {
  const Account& account = found.account;
  if (account.state == AccountState::closed) return not_allowed(visit);
  const auto purpose = account.state == AccountState::invited ? identity::LinkPurpose::invitation
                                                              : identity::LinkPurpose::password_reset;
  const Doer doer = doer_of(visit);
  const NewLink link = access_.make_link(account.id, purpose, doer.at);
  access_.database().write([&](db::Transaction& transaction) {
    identity::keep_link(transaction, account.institution, stored_link(link), link.link, doer);
  });
  return hand_over(visit, account, link);
}

Response PeopleDesk::remove_factor(const Visit& visit, const Found& found) const {
  const Account& account = found.account;
  const Doer doer = doer_of(visit);
  access_.database().write([&](db::Transaction& transaction) {
    identity::remove_second_factor(transaction, account.institution, account.id, doer);
    identity::end_sessions_of(transaction, account.institution, account.id, std::nullopt, doer);
  });
  return see(visit, identity::person_path(account, "") + "&kabar=faktor-orang");
}

Response PeopleDesk::set_state(const Visit& visit, const Found& found, AccountState state) const {
  Account account = found.account;
  account.version = version_of(visit.form);
  account.state = state;
  const Doer doer = doer_of(visit);
  const auto changed = access_.database().write([&](db::Transaction& transaction) {
    // Somebody who never chose a password is invited again, not active.
    if (state == AccountState::active && !identity::password_hash_of(transaction, account.institution, account.id))
      account.state = AccountState::invited;
    return identity::change_account(transaction, account, doer);
  });
  if (!changed) return show_person(visit, found, {}, {{"nama-orang", identity::describe(changed.error())}});
  return see(visit,
             identity::person_path(account, "") + (state == AccountState::closed ? "&kabar=ditutup" : "&kabar=dibuka"));
}

Response PeopleDesk::erase(const Visit& visit, const Found& found) const {
  const Account& account = found.account;
  if (identity::account_name(field(visit.form, "pastikan")) != account.name) {
    return show_person(visit, found, {},
                       {{"pastikan",
                         {"Nama yang diketik bukan nama akun ini. Tidak ada yang dihapus.",
                          "What was typed is not the name of this account. Nothing was erased."}}});
  }
  const Doer doer = doer_of(visit);
  const auto erased = access_.database().write([&](db::Transaction& transaction) {
    return identity::erase_account(transaction, account.institution, account.id, doer);
  });
  if (!erased) return not_found(visit);
  return see(visit, "/kelola/orang?instansi=" + std::to_string(static_cast<std::int32_t>(account.institution)) +
                        "&kabar=dihapus");
}

Response PeopleDesk::data(const Visit& visit) const {
  const auto found = find(visit);
  if (!found) return not_found(visit);
  if (!found->may_export_and_erase) return not_allowed(visit);
  return person_data_file(access_, visit.language, found->account);
}

Response PeopleDesk::permissions(const Visit& visit) const {
  return http::html(identity::permissions_page(visit.language));
}

}  // namespace prima::app
