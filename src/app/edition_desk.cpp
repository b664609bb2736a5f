#include "app/edition_desk.h"

#include <algorithm>
#include <charconv>

#include "app/data_place.h"
#include "app/people_access.h"
#include "app/site.h"
#include "base/text.h"
#include "catalogue/standard_words.h"

namespace prima::app {

using catalogue::EditionPlace;
using catalogue::ServiceProblem;
using catalogue::StoredEdition;
using catalogue::TypedEdition;
using http::Response;
using identity::Action;

namespace {

constexpr std::size_t most_form_fields = 4'000;
constexpr std::size_t longest_form = 4 * http::mebibyte;
constexpr std::size_t longest_reason = 1'000;

Response not_found(const Visit& visit) { return error_page_of_site(visit.request, 404, {}); }

int number_of(const Visit& visit) {
  const std::string_view text = visit.request.capture("nomor");
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

catalogue::Author author_of(const Visit& visit) { return {visit.person->account.id.uuid(), now()}; }

bool is_writable(const SignedIn& person, const catalogue::Service& service, const StoredEdition& stored) {
  return catalogue::may_be_edited(stored.edition.state) && may_draft(person, service.institution, service.unit);
}

int status_of(ServiceProblem problem) {
  switch (problem) {
    case ServiceProblem::no_such_service:
    case ServiceProblem::no_such_edition:
    case ServiceProblem::no_such_unit:
      return 404;
    case ServiceProblem::not_allowed:
      return 422;
    case ServiceProblem::code_is_taken:
    case ServiceProblem::changed_meanwhile:
    case ServiceProblem::has_a_draft:
    case ServiceProblem::not_editable:
      return 409;
  }
  PRIMA_UNREACHABLE("ServiceProblem");
}

catalogue::ServiceRefusal refused(std::string code, Words words) {
  return {ServiceProblem::not_allowed, {Finding{std::move(code), {}, 0, std::move(words)}}};
}

}  // namespace

std::vector<GatedRoute> EditionDesk::routes() {
  const std::string path = "/kelola/layanan/{layanan}/edisi/{nomor}";
  const Needs writer = needs(Action::draft_standard);
  return {
      {.pattern = path, .needs = writer, .handler = [this](const Visit& visit) { return page(visit); }},
      {.method = http::Method::post,
       .pattern = path,
       .needs = writer,
       .handler = [this](const Visit& visit) { return write(visit); },
       .body_limit = longest_form,
       .form_limits = {.parts = most_form_fields}},
      {.method = http::Method::post,
       .pattern = path + "/pindah",
       .needs = writer,
       .handler = [this](const Visit& visit) { return move(visit); }},
  };
}

Response EditionDesk::page(const Visit& visit) const { return show(visit, {}); }

Response EditionDesk::show(const Visit& visit, const Shown& shown) const {
  db::Snapshot snapshot = database_.read();
  const auto opened = open_service(snapshot, *visit.person, visit.request.capture("layanan"));
  const StoredEdition* stored = opened ? opened->find(number_of(visit)) : nullptr;
  const auto institution = desk_institution(snapshot, *visit.person);
  if (!stored || !institution) return not_found(visit);
  const catalogue::Edition& edition = shown.typed_now ? *shown.typed_now : stored->edition;
  const catalogue::StandardPlainReport plain =
      catalogue::check_plain_language(edition.standard, catalogue::plain_words());
  MovesOfPerson moves = moves_of(snapshot, *visit.person, opened->service, stored->edition);
  const catalogue::DeskEdition view{.service = opened->service,
                                    .unit_name = institution->unit_name(opened->service.unit),
                                    .stored = *stored,
                                    .plain = plain,
                                    .moves = {.code = opened->service.code,
                                              .number = stored->edition.number,
                                              .version = stored->version,
                                              .csrf = visit.csrf(),
                                              .moves = std::move(moves.moves),
                                              .why_not = std::move(moves.why_not)},
                                    .notice = std::string(visit.request.query("kabar").value_or("")),
                                    .refused = shown.refused};
  if (!is_writable(*visit.person, opened->service, *stored))
    return http::html(catalogue::desk_edition_page(visit.language, view), shown.status);
  const TypedEdition typed = shown.typed ? *shown.typed : TypedEdition::of(stored->edition);
  return http::html(catalogue::edition_form_page(visit.language, view,
                                                 {.typed = typed,
                                                  .problems = shown.problems,
                                                  .typed_now = shown.typed_now,
                                                  .version = shown.version == 0 ? stored->version : shown.version,
                                                  .saved = shown.saved,
                                                  .conflict = shown.conflict}),
                    shown.status);
}

Response EditionDesk::write(const Visit& visit) const {
  std::optional<OpenedService> opened;
  {
    db::Snapshot snapshot = database_.read();
    opened = open_service(snapshot, *visit.person, visit.request.capture("layanan"));
  }
  const StoredEdition* stored = opened ? opened->find(number_of(visit)) : nullptr;
  if (!stored) return not_found(visit);
  if (!may_draft(*visit.person, opened->service.institution, opened->service.unit)) {
    return error_page_of_site(visit.request, 403,
                              {"Peran Anda tidak memberi hak menyusun standar unit ini.",
                               "Your roles do not allow drafting the standards of this unit."});
  }
  TypedEdition typed = TypedEdition::of(visit.form);
  const std::string action = field(visit.form, "aksi");
  if (action.empty() || action == "simpan") return save(visit, *opened, *stored, std::move(typed));
  typed.press(action);
  Shown shown{.typed = typed, .version = version_of(visit.form), .saved = false};
  typed.drop_blank_rows();
  if (auto read = catalogue::edition_of(typed, stored->edition)) shown.typed_now = std::move(*read);
  return show(visit, shown);
}

Response EditionDesk::save(const Visit& visit, const OpenedService& opened, const StoredEdition& stored,
                           TypedEdition typed) const {
  typed.drop_blank_rows();
  const std::int64_t version = version_of(visit.form);
  auto read = catalogue::edition_of(typed, stored.edition);
  if (!read) {
    return show(visit, {.typed = std::move(typed),
                        .problems = std::move(read.error()),
                        .version = version,
                        .saved = false,
                        .status = 422});
  }
  const EditionPlace place{opened.service.id, stored.edition.number, version};
  const catalogue::Author author = author_of(visit);
  const auto saved = database_.write([&](db::Transaction& transaction) {
    return catalogue::save_draft(transaction, opened.service.institution, place, *read, author);
  });
  const std::string path = catalogue::desk_edition_path(opened.service.code, stored.edition.number);
  if (saved) return see(visit, path + "?kabar=tersimpan");
  const bool conflict = saved.error().problem == ServiceProblem::changed_meanwhile;
  return show(visit, {.typed = std::move(typed),
                      .typed_now = std::move(*read),
                      .saved = false,
                      .conflict = conflict,
                      .refused = conflict ? Findings{} : saved.error().findings,
                      .status = status_of(saved.error().problem)});
}

Response EditionDesk::move(const Visit& visit) const {
  const auto to = catalogue::value_of<catalogue::EditionState>(field(visit.form, "ke"));
  const std::string typed_reason = field(visit.form, "alasan");
  const std::string reason(trimmed(typed_reason));
  const std::int64_t version = version_of(visit.form);
  const int number = number_of(visit);
  const catalogue::Author author = author_of(visit);
  const SignedIn& person = *visit.person;
  std::optional<OpenedService> opened;
  Date today;
  {
    db::Snapshot snapshot = database_.read();
    opened = open_service(snapshot, person, visit.request.capture("layanan"));
    const auto institution = desk_institution(snapshot, person);
    if (!opened || !opened->find(number) || !institution) return not_found(visit);
    today = day_in(institution->institution.zone, author.at);
  }
  if (!to || reason.size() > longest_reason) {
    return show(visit, {.refused = {Finding{"bad_move",
                                            {},
                                            0,
                                            {"Pilih langkah dari daftar, dan tulis alasan paling panjang 1.000 huruf.",
                                             "Choose one of the steps, and give a reason of at most 1,000 letters."}}},
                        .status = 400});
  }
  using Moved = catalogue::ServiceResult<StoredEdition>;
  const Moved moved = database_.write([&](db::Transaction& transaction) -> Moved {
    const auto now_opened = open_service(transaction, person, opened->service.code);
    const StoredEdition* stored = now_opened ? now_opened->find(number) : nullptr;
    if (!stored)
      return failure(refused("gone", {"Edisi ini tidak ada lagi.", "This edition does not exist any more."}));
    const MovesOfPerson allowed = moves_of(transaction, person, now_opened->service, stored->edition);
    const auto step = std::find_if(allowed.moves.begin(), allowed.moves.end(),
                                   [&](const catalogue::EditionMove* move) { return move->to == *to; });
    if (step == allowed.moves.end()) {
      return failure(refused("not_for_you", allowed.why_not.empty()
                                                ? Words{"Langkah ini tidak tersedia bagi Anda dari status sekarang.",
                                                        "This step is not open to you from the present state."}
                                                : allowed.why_not));
    }
    const auto actors = actors_of(person, now_opened->service.institution, now_opened->service.unit);
    const auto actor = std::find_if(actors.begin(), actors.end(), [&](catalogue::EditionActor one) {
      return std::find((*step)->by.begin(), (*step)->by.end(), one) != (*step)->by.end();
    });
    return catalogue::move_stored_edition(transaction, now_opened->service.institution,
                                          {now_opened->service.id, number, version},
                                          {.to = *to, .actor = *actor, .reason = reason}, today, author);
  });
  if (!moved) return show(visit, {.refused = moved.error().findings, .status = status_of(moved.error().problem)});
  if (published_) published_();
  return see(visit, catalogue::desk_edition_path(opened->service.code, number) + "?kabar=pindah");
}

}  // namespace prima::app
