#include "app/link_desk.h"

#include "app/data_place.h"
#include "html/format.h"
#include "identity/credentials_store.h"
#include "identity/link_page.h"
#include "identity/people_store.h"
#include "identity/session_rules.h"

namespace prima::app {

using http::Response;
using identity::Account;
using identity::AccountState;

namespace {

constexpr int wait_status = 429;
constexpr int wrong_status = 422;
constexpr int gone_status = 404;

bool may_choose(const Account& account) {
  return account.state == AccountState::invited || account.state == AccountState::active;
}

// The account that a link of the address leads to, while the link is good.
struct Opened {
  InstitutionId institution{};
  identity::Sha256 hash{};
  Account account;
};
std::optional<Opened> open(const PeopleAccess& access, std::string_view text) {
  const auto place = identity::read_token_place(text);
  if (!place) return std::nullopt;
  const auto hash = identity::stored_session_token(place->token);
  if (!hash) return std::nullopt;
  db::Snapshot snapshot = access.database().read();
  const auto link = identity::find_link(snapshot, place->institution, *hash, now());
  if (!link) return std::nullopt;
  auto account = identity::find_account(snapshot, place->institution, link->account);
  if (!account || !may_choose(*account)) return std::nullopt;
  return Opened{place->institution, *hash, std::move(*account)};
}

Response dead(const Visit& visit) { return http::html(identity::dead_link_page(visit.language), gone_status); }

Response show(const Visit& visit, const Account& account, identity::FieldProblems problems) {
  const int status = problems.empty() ? 200 : wrong_status;
  return http::html(
      identity::choose_password_page(visit.language, {.link = std::string(visit.request.capture("link")),
                                                      .csrf = visit.csrf(),
                                                      .account_name = account.name,
                                                      .person_name = account.person_name,
                                                      .mail = account.mail,
                                                      .is_invitation = account.state == AccountState::invited,
                                                      .problems = std::move(problems)}),
      status);
}

}  // namespace

std::vector<GatedRoute> LinkDesk::routes() {
  using http::Method;
  const auto to = [this](Response (LinkDesk::*handler)(const Visit&) const) {
    return [this, handler](const Visit& visit) { return (this->*handler)(visit); };
  };
  constexpr std::size_t form_size = 64 * http::kibibyte;
  return {
      {Method::get, "/tautan/{link}", everyone, to(&LinkDesk::form)},
      {Method::post, "/tautan/{link}", everyone, to(&LinkDesk::use), form_size},
      {Method::get, "/lupa-sandi", everyone, to(&LinkDesk::forgotten_form)},
      {Method::post, "/lupa-sandi", everyone, to(&LinkDesk::forgotten), form_size},
  };
}

Response LinkDesk::form(const Visit& visit) const {
  const auto opened = open(access_, visit.request.capture("link"));
  return opened ? show(visit, opened->account, {}) : dead(visit);
}

Response LinkDesk::use(const Visit& visit) const {
  const Instant at = now();
  const auto opened = open(access_, visit.request.capture("link"));
  if (!opened) return dead(visit);
  const Account& account = opened->account;
  auto problems = access_.new_password_problems(visit.form, account, "kata-sandi", "ulang");
  if (!problems.empty()) return show(visit, account, std::move(problems));

  const std::string hash = access_.hash(field(visit.form, "kata_sandi"));
  const NewSession made = new_session(visit.request, account.id, at);
  const identity::Doer doer{account.id.uuid(), at};
  struct Used {
    bool used = false;
    bool second_step = false;
  };
  const Used used = access_.database().write([&](db::Transaction& transaction) -> Used {
    const auto again = identity::find_account(transaction, account.institution, account.id);
    if (!again || !may_choose(*again)) return {};
    if (!identity::take_link(transaction, opened->institution, opened->hash, doer)) return {};
    if (again->state == AccountState::invited) {
      Account active = *again;
      active.state = AccountState::active;
      if (!identity::change_account(transaction, active, doer)) return {};
    }
    identity::set_password_hash(transaction, account.institution, account.id, hash, doer);
    identity::end_sessions_of(transaction, account.institution, account.id, std::nullopt, doer);
    if (visit.person) {
      const SignedIn& before = *visit.person;
      identity::end_session(transaction, before.account.institution, before.session.token_hash,
                            {before.account.id.uuid(), at});
    }
    identity::begin_session(transaction, account.institution, made.session, doer);
    const auto factor = identity::second_factor_of(transaction, account.institution, account.id);
    const auto grants = identity::grants_of(transaction, account.institution, account.id);
    return {true, (factor && factor->confirmed) || identity::needs_second_factor(grants)};
  });
  if (!used.used) return dead(visit);
  const std::string next = html::localized_path(visit.language, used.second_step ? "/masuk/kode" : "/akun");
  // The link makes this browser known, so that its owner can sign in while strangers guess.
  return access_.with_device(with_session(http::redirect(303, next), visit.request, account.institution, made.token),
                             visit.request, account.name, at);
}

Response LinkDesk::forgotten_form(const Visit& visit) const {
  return http::html(
      identity::forgotten_page(visit.language, {.csrf = visit.csrf(), .sends_mail = access_.sends_mail()}));
}

Response LinkDesk::forgotten(const Visit& visit) const {
  if (!access_.sends_mail()) return forgotten_form(visit);
  const Instant at = now();
  const auto answer = [&](bool was_sent, identity::FieldProblems problems, int status) {
    return http::html(
        identity::forgotten_page(visit.language,
                                 {.csrf = visit.csrf(), .was_sent = was_sent, .problems = std::move(problems)}),
        status);
  };
  const auto name = identity::account_name(field(visit.form, "nama"));
  if (!name) {
    return answer(
        false,
        {{"nama",
          {"Ini tidak dapat menjadi nama akun. Nama akun terdiri atas sedikitnya 3 huruf, angka, atau . - _ @ +",
           "This cannot be an account name. A name has at least 3 letters, digits, or . - _ @ +"}}},
        wrong_status);
  }
  // What is charged here is never given back: it limits how many mails somebody can cause.
  const identity::Attempt attempt = access_.attempt(visit.request, *name, "tautan", at);
  if (const auto wait = access_.charge(attempt, at)) return answer(false, {{"nama", *wait}}, wait_status);
  const auto known = access_.find(*name);
  const NewLink link =
      access_.make_link(known ? known->account.id : identity::AccountId(), identity::LinkPurpose::password_reset, at);
  const bool is_sent = known && may_choose(known->account) && identity::mail_address(known->account.mail).has_value();
  // Writes in either case, so that the time until the disk has it does not tell whether there is such an account.
  const identity::BudgetKey mails{identity::BudgetKind::strangers, identity::sha256("surat " + *name)};
  access_.database().write([&](db::Transaction& transaction) {
    identity::charge_budgets(transaction, {&mails, 1}, {}, at);
    if (is_sent)
      identity::keep_link(transaction, known->account.institution, stored_link(link), link.link, {Uuid{}, at});
  });
  if (is_sent) access_.send_link(visit.request, known->account, link);
  return answer(true, {}, 200);
}

}  // namespace prima::app
