#include "app/catalogue_desk.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "app/data_place.h"
#include "app/people_access.h"
#include "app/site.h"
#include "base/text.h"
#include "catalogue/desk_completeness_page.h"
#include "catalogue/desk_page.h"
#include "catalogue/desk_parts.h"
#include "catalogue/standard_rules.h"
#include "catalogue/template.h"
#include "directory/unit_store.h"
#include "http/percent.h"
#include "identity/system_random.h"

namespace prima::app {

using catalogue::Service;
using catalogue::StoredEdition;
using http::Method;
using http::Response;
using identity::Action;
using identity::Scope;

namespace {

constexpr std::size_t services_a_page = 100;
constexpr std::int64_t most_services = 100'000;
constexpr std::size_t most_drafts = 50;
constexpr std::size_t longest_title = 200;

Response not_found(const Visit& visit) { return error_page_of_site(visit.request, 404, {}); }

Response may_not(const Visit& visit) {
  return error_page_of_site(
      visit.request, 403,
      {"Peran Anda tidak memberi hak ini di unit tersebut.", "Your roles do not allow this in that unit."});
}

int number_in(const http::Request& request, std::string_view name, int otherwise) {
  const auto text = request.query(name);
  int number = 0;
  if (!text) return otherwise;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  return error == std::errc() && end == text->data() + text->size() ? number : otherwise;
}

bool may_somewhere(const SignedIn& person, Action action) {
  return identity::widest_scope(person.grants, action) != Scope::nowhere;
}

catalogue::DeskService in_list(db::Reader reader, const DeskInstitution& institution, Service service) {
  const auto editions = catalogue::editions_of(reader, service.institution, service.id);
  catalogue::DeskService one{.service = std::move(service)};
  one.unit_name = institution.unit_name(one.service.unit);
  if (editions.empty()) return one;
  const catalogue::Edition& latest = editions.back().edition;
  one.number = latest.number;
  one.state = latest.state;
  one.complete = catalogue::complete_components(latest.standard);
  return one;
}

std::vector<catalogue::DeskWaiting> waiting_for(db::Reader reader, const DeskInstitution& institution,
                                                const SignedIn& person) {
  std::vector<catalogue::DeskWaiting> waiting;
  for (catalogue::WaitingEdition& one : catalogue::waiting_editions(reader, person.account.institution)) {
    catalogue::Edition edition;
    edition.number = one.number;
    edition.state = one.state;
    const MovesOfPerson moves = moves_of(reader, person, one.service, edition);
    const bool goes_on = std::any_of(moves.moves.begin(), moves.moves.end(), [](const catalogue::EditionMove* move) {
      return move->to != catalogue::EditionState::draft;
    });
    if (!goes_on) continue;
    const std::string unit = institution.unit_name(one.service.unit);
    waiting.push_back({std::move(one), unit});
  }
  return waiting;
}

std::vector<catalogue::DeskService> drafts_of(db::Reader reader, const DeskInstitution& institution,
                                              const SignedIn& person) {
  std::vector<catalogue::DeskService> drafts;
  for (catalogue::WaitingEdition& one : catalogue::draft_editions(reader, person.account.institution)) {
    if (!may_draft(person, one.service.institution, one.service.unit)) continue;
    drafts.push_back(in_list(reader, institution, std::move(one.service)));
    if (drafts.size() == most_drafts) break;
  }
  return drafts;
}

// The services of the units in which the person has a role that drafts.
std::vector<catalogue::DeskService> services_of_own_units(db::Reader reader, const DeskInstitution& institution,
                                                          const SignedIn& person) {
  std::set<UnitId> units;
  for (const identity::Grant& grant : person.grants)
    if (grant.unit && may_draft(person, person.account.institution, *grant.unit)) units.insert(*grant.unit);
  std::vector<catalogue::DeskService> services;
  for (const UnitId unit : units) {
    for (Service& one : catalogue::services_of_unit(reader, person.account.institution, unit)) {
      if (services.size() == most_drafts) return services;
      services.push_back(in_list(reader, institution, std::move(one)));
    }
  }
  return services;
}

// The units in which the person may draft, by name.
std::vector<catalogue::DeskChoice> units_to_draft_in(db::Reader reader, const SignedIn& person) {
  std::vector<catalogue::DeskChoice> units;
  for (const directory::KnownUnit& known : directory::all_units(reader, person.account.institution)) {
    if (!may_draft(person, person.account.institution, known.unit.id)) continue;
    if (known.unit.standing.status != directory::Status::active) continue;
    units.push_back({to_text(known.unit.id), known.unit.name});
  }
  std::sort(units.begin(), units.end(), [](const auto& a, const auto& b) { return a.label < b.label; });
  return units;
}

// The editions by which the services that a unit offers are scored.
struct ScoredUnit {
  std::string name;
  std::string code;
  std::vector<catalogue::Edition> editions;
};

std::vector<ScoredUnit> scored_units(db::Reader reader, const SignedIn& person, Date today) {
  const InstitutionId institution = person.account.institution;
  std::vector<ScoredUnit> units;
  for (const directory::KnownUnit& known : directory::all_units(reader, institution)) {
    if (!may_see_standards(person, institution, known.unit.id)) continue;
    ScoredUnit unit{known.unit.name, known.unit.code, {}};
    for (const Service& service : catalogue::services_of_unit(reader, institution, known.unit.id)) {
      std::vector<catalogue::Edition> all;
      for (StoredEdition& stored : catalogue::editions_of(reader, institution, service.id))
        all.push_back(std::move(stored.edition));
      const catalogue::Edition* valid = catalogue::valid_on(all, today);
      if (service.offered && !all.empty()) unit.editions.push_back(valid ? *valid : all.back());
    }
    if (!unit.editions.empty()) units.push_back(std::move(unit));
  }
  std::sort(units.begin(), units.end(), [](const ScoredUnit& a, const ScoredUnit& b) { return a.name < b.name; });
  return units;
}

Finding problem(std::string at, Words words) { return {"field", std::move(at), 0, std::move(words)}; }

}  // namespace

std::vector<GatedRoute> CatalogueDesk::routes() {
  const Needs writer = needs(Action::draft_standard);
  const std::string services_path = "/kelola/layanan";
  const std::string one = services_path + "/{layanan}";
  std::vector<GatedRoute> routes{
      {.pattern = "/kelola", .needs = anyone_signed_in, .handler = [this](const Visit& v) { return desk(v); }},
      {.pattern = "/kelola/kelengkapan",
       .needs = writer,
       .handler = [this](const Visit& v) { return completeness(v); }},
      {.pattern = services_path, .needs = writer, .handler = [this](const Visit& v) { return services(v); }},
      {.pattern = services_path + "/baru",
       .needs = writer,
       .handler = [this](const Visit& v) { return new_service(v); }},
      {.method = Method::post,
       .pattern = services_path + "/baru",
       .needs = writer,
       .handler = [this](const Visit& v) { return create(v); }},
      {.pattern = one, .needs = writer, .handler = [this](const Visit& v) { return service(v); }},
      {.pattern = one + "/banding", .needs = writer, .handler = [this](const Visit& v) { return compare(v); }},
      {.method = Method::post,
       .pattern = one + "/edisi",
       .needs = writer,
       .handler = [this](const Visit& v) { return begin(v); }},
      {.method = Method::post,
       .pattern = one + "/tutup",
       .needs = writer,
       .handler = [this](const Visit& v) { return offer(v, false); }},
      {.method = Method::post,
       .pattern = one + "/buka",
       .needs = writer,
       .handler = [this](const Visit& v) { return offer(v, true); }},
  };
  for (GatedRoute& route : editions_.routes()) routes.push_back(std::move(route));
  return routes;
}

Response CatalogueDesk::desk(const Visit& visit) const {
  const SignedIn& person = *visit.person;
  db::Snapshot snapshot = database_.read();
  const auto institution = desk_institution(snapshot, person);
  catalogue::DeskView view{
      .person_name = person.account.person_name.empty() ? person.account.name : person.account.person_name,
      .institution_name = institution ? institution->institution.name : "",
      .zone = institution ? institution->institution.zone : TimeZone::wib,
      .services = institution && may_somewhere(person, Action::draft_standard),
      .completeness = completeness_scorer_ && institution && may_somewhere(person, Action::draft_standard),
      .units = institution && may_somewhere(person, Action::edit_directory),
      .people = may_somewhere(person, Action::view_people),
      .permissions = may_somewhere(person, Action::view_people),
      .journal = may_somewhere(person, Action::read_journal)};
  if (view.services) {
    view.waiting = waiting_for(snapshot, *institution, person);
    view.has_units = identity::widest_scope(person.grants, Action::draft_standard) == Scope::own_unit;
    if (view.has_units) {
      view.mine = services_of_own_units(snapshot, *institution, person);
    } else {
      view.drafts = drafts_of(snapshot, *institution, person);
    }
  }
  return http::html(catalogue::desk_page(visit.language, view));
}

Response CatalogueDesk::services(const Visit& visit) const {
  const SignedIn& person = *visit.person;
  db::Snapshot snapshot = database_.read();
  const auto institution = desk_institution(snapshot, person);
  if (!institution) return not_found(visit);
  std::vector<Service> all;
  for (Service& one : catalogue::list_services(snapshot, person.account.institution, "", most_services))
    if (may_see_standards(person, one.institution, one.unit)) all.push_back(std::move(one));
  std::stable_sort(all.begin(), all.end(), [&](const Service& a, const Service& b) {
    return std::pair(institution->unit_name(a.unit), a.unit) < std::pair(institution->unit_name(b.unit), b.unit);
  });
  catalogue::DeskServicesView view{.institution_name = institution->institution.name,
                                   .count = all.size(),
                                   .may_create = !units_to_draft_in(snapshot, person).empty(),
                                   .notice = std::string(visit.request.query("kabar").value_or(""))};
  view.pages =
      static_cast<std::int64_t>(std::max<std::size_t>(1, (all.size() + services_a_page - 1) / services_a_page));
  view.page = std::clamp<std::int64_t>(number_in(visit.request, "halaman", 1), 1, view.pages);
  const std::size_t first = static_cast<std::size_t>(view.page - 1) * services_a_page;
  for (std::size_t i = first; i < std::min(first + services_a_page, all.size()); ++i)
    view.services.push_back(in_list(snapshot, *institution, std::move(all[i])));
  return http::html(catalogue::desk_services_page(visit.language, view));
}

Response CatalogueDesk::completeness(const Visit& visit) const {
  db::Snapshot snapshot = database_.read();
  const auto institution = desk_institution(snapshot, *visit.person);
  if (!institution || !completeness_scorer_) return not_found(visit);
  const Date today = day_in(institution->institution.zone, now());
  const std::vector<ScoredUnit> units = scored_units(snapshot, *visit.person, today);
  catalogue::DeskCompletenessView view{.institution_name = institution->institution.name,
                                       .scorer = *completeness_scorer_,
                                       .units = {},
                                       .codes = {},
                                       .opened = std::string(visit.request.query("unit").value_or(""))};
  for (const ScoredUnit& unit : units) {
    catalogue::CompletenessScorer::UnitServices scored{unit.name, {}};
    for (const catalogue::Edition& edition : unit.editions) scored.editions.push_back(&edition);
    view.units.push_back(std::move(scored));
    view.codes.push_back(unit.code);
  }
  return http::html(catalogue::desk_completeness_page(visit.language, view));
}

Response CatalogueDesk::new_service(const Visit& visit) const {
  db::Snapshot snapshot = database_.read();
  return http::html(catalogue::new_service_page(
      visit.language, {.units = units_to_draft_in(snapshot, *visit.person),
                       .unit = std::string(visit.request.query("unit").value_or("")),
                       .template_key = std::string(visit.request.query("templat").value_or("")),
                       .id = to_text(identity::random_uuid(now())),
                       .csrf = visit.csrf()}));
}

Response CatalogueDesk::create(const Visit& visit) const {
  const SignedIn& person = *visit.person;
  catalogue::NewServiceView view{.unit = field(visit.form, "unit"),
                                 .template_key = field(visit.form, "templat"),
                                 .title = std::string(trimmed(field(visit.form, "nama"))),
                                 .code = std::string(trimmed(field(visit.form, "kode"))),
                                 .id = field(visit.form, "id"),
                                 .csrf = visit.csrf()};
  const auto unit = parse_id<UnitTag>(view.unit);
  if (unit && !may_draft(person, person.account.institution, *unit)) return may_not(visit);
  if (!unit) view.problems.push_back(problem("unit", {"Pilih unit dari daftar.", "Choose a unit from the list."}));
  const catalogue::ServiceTemplate* source = catalogue::find_template(view.template_key);
  if (!source && !view.template_key.empty())
    view.problems.push_back(problem("templat", {"Pilih templat dari daftar.", "Choose a template from the list."}));
  catalogue::NewService made;
  made.id = parse_id<catalogue::ServiceTag>(view.id).value_or(catalogue::ServiceId(identity::random_uuid(now())));
  made.unit = unit.value_or(UnitId{});
  if (source) made.standard = catalogue::draft_from(*source).standard, made.template_key = source->key;
  if (!view.title.empty()) made.standard.title = {view.title, ""};
  if (made.standard.title.id.empty() || view.title.size() > longest_title)
    view.problems.push_back(problem("nama", {"Tulis nama layanan, paling panjang 200 huruf, atau pilih templat.",
                                             "Name the service, in at most 200 letters, or choose a template."}));
  if (view.code.empty()) view.code = catalogue::code_from_title(made.standard.title.id);
  made.code = view.code;
  if (!catalogue::is_key(made.code) || made.code == "baru")
    view.problems.push_back(problem("kode", {"Pakai 1 sampai 40 huruf kecil, angka, dan tanda hubung; bukan \"baru\".",
                                             "Use 1 to 40 lower-case letters, digits and hyphens; not \"baru\"."}));
  if (view.problems.empty()) {
    const catalogue::Author author{person.account.id.uuid(), now()};
    const auto service = database_.write([&](db::Transaction& transaction) -> catalogue::ServiceResult<Service> {
      // The same form, sent twice: the service is there already.
      if (auto there = catalogue::find_service(transaction, person.account.institution, made.id);
          there && there->code == made.code)
        return std::move(*there);
      return catalogue::create_service(transaction, person.account.institution, made, author);
    });
    if (service) return see(visit, catalogue::desk_edition_path(service->code, 1) + "?kabar=dibuat");
    const bool taken = service.error().problem == catalogue::ServiceProblem::code_is_taken;
    view.problems.push_back(problem(taken ? "kode" : "unit", service.error().findings.front().message));
  }
  db::Snapshot snapshot = database_.read();
  view.units = units_to_draft_in(snapshot, person);
  return http::html(catalogue::new_service_page(visit.language, view), 422);
}

Response CatalogueDesk::service(const Visit& visit) const { return service_page(visit, {}, 200); }

Response CatalogueDesk::service_page(const Visit& visit, const Findings& refused, int status) const {
  const SignedIn& person = *visit.person;
  db::Snapshot snapshot = database_.read();
  auto opened = open_service(snapshot, person, visit.request.capture("layanan"));
  const auto institution = desk_institution(snapshot, person);
  if (!opened || !institution) return not_found(visit);
  catalogue::DeskServiceView view{.unit_name = institution->unit_name(opened->service.unit),
                                  .service = std::move(opened->service),
                                  .editions = std::move(opened->editions),
                                  .today = day_in(institution->institution.zone, now()),
                                  .zone = institution->institution.zone,
                                  .typed_day = std::string(visit.request.query("hari").value_or("")),
                                  .csrf = visit.csrf(),
                                  .notice = std::string(visit.request.query("kabar").value_or("")),
                                  .refused = refused};
  view.asked_day = parse_date(view.typed_day);
  view.may_draft = may_draft(person, view.service.institution, view.service.unit);
  if (catalogue::published_service(snapshot, view.service.institution, view.service.code, view.today)) {
    view.public_path = "/layanan/" + http::percent_encoded(institution->institution.code) + "/" +
                       http::percent_encoded(view.service.code);
  }
  return http::html(catalogue::desk_service_page(visit.language, view), status);
}

Response CatalogueDesk::change(const Visit& visit, std::string_view notice, const Change& change) const {
  std::optional<OpenedService> opened;
  {
    db::Snapshot snapshot = database_.read();
    opened = open_service(snapshot, *visit.person, visit.request.capture("layanan"));
  }
  if (!opened) return not_found(visit);
  if (!may_draft(*visit.person, opened->service.institution, opened->service.unit)) return may_not(visit);
  const catalogue::Author author{visit.person->account.id.uuid(), now()};
  const auto refusal =
      database_.write([&](db::Transaction& transaction) { return change(transaction, opened->service, author); });
  if (refusal) return service_page(visit, refusal->findings, 409);
  if (published_) published_();
  return see(visit, catalogue::desk_service_path(opened->service.code) + "?kabar=" + std::string(notice));
}

Response CatalogueDesk::begin(const Visit& visit) const {
  return change(visit, "edisi",
                [](db::Transaction& transaction, const Service& service,
                   const catalogue::Author& author) -> std::optional<catalogue::ServiceRefusal> {
                  auto begun = catalogue::begin_edition(transaction, service.institution, service.id, author);
                  return begun ? std::nullopt : std::optional(std::move(begun.error()));
                });
}

Response CatalogueDesk::offer(const Visit& visit, bool offered) const {
  return change(visit, offered ? "dibuka" : "ditutup",
                [offered](db::Transaction& transaction, const Service& service,
                          const catalogue::Author& author) -> std::optional<catalogue::ServiceRefusal> {
                  auto done = catalogue::offer_service(transaction, service.institution, service.id, offered, author);
                  return done ? std::nullopt : std::optional(std::move(done.error()));
                });
}

Response CatalogueDesk::compare(const Visit& visit) const {
  db::Snapshot snapshot = database_.read();
  const auto opened = open_service(snapshot, *visit.person, visit.request.capture("layanan"));
  if (!opened) return not_found(visit);
  const StoredEdition* before = opened->find(number_in(visit.request, "a", 0));
  const StoredEdition* after = opened->find(number_in(visit.request, "b", 0));
  if (!before || !after) return not_found(visit);
  return http::html(catalogue::desk_comparison_page(
      visit.language, {.service = opened->service, .before = before->edition, .after = after->edition}));
}

}  // namespace prima::app
