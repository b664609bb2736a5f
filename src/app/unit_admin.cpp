#include "app/unit_admin.h"

#include <algorithm>
#include <charconv>

#include "app/data_place.h"
#include "app/site.h"
#include "catalogue/desk_units_page.h"
#include "directory/directory_store.h"
#include "directory/unit_store.h"
#include "identity/system_random.h"

namespace prima::app {

using directory::DirectoryVisitor;
using directory::Institution;
using http::Method;
using http::Response;
using identity::Action;

namespace {

constexpr std::size_t units_a_page = 100;
constexpr std::size_t longest_table = 32 * http::mebibyte;

Response not_found(const Visit& visit) { return error_page_of_site(visit.request, 404, {}); }

Response may_not(const Visit& visit) {
  return error_page_of_site(
      visit.request, 403,
      {"Peran Anda tidak memberi hak mengubah data unit ini.", "Your roles do not allow changing this directory."});
}

IdRandom id_random() {
  const std::string bytes = identity::random_bytes(std::tuple_size_v<IdRandom>);
  IdRandom random{};
  std::copy(bytes.begin(), bytes.end(), random.begin());
  return random;
}

DirectoryVisitor visitor_of(const Visit& visit) {
  return {.account = visit.person->account.id.uuid(), .csrf = visit.csrf(), .language = visit.language, .now = now()};
}

std::int64_t page_of(const http::Request& request) {
  const std::string_view text = request.query("halaman").value_or("1");
  std::int64_t page = 1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), page);
  return error == std::errc() && end == text.data() + text.size() ? page : 1;
}

std::optional<Institution> institution_of(db::Reader reader, const Visit& visit) {
  const auto code = visit.request.query("instansi");
  const auto stored = code ? directory::find_institution(reader, *code)
                           : directory::find_institution(reader, visit.person->account.institution);
  return stored ? std::optional(stored->institution) : std::nullopt;
}

}  // namespace

UnitAdmin::UnitAdmin(db::Database& database, std::function<void()> changed)
    : database_(database), changed_(std::move(changed)), units_(database, id_random), imports_(database, id_random) {}

std::vector<GatedRoute> UnitAdmin::routes() {
  const Needs keeper = needs(Action::edit_directory);
  const std::string institution = "/kelola/unit/{instansi}";
  const std::string unit = institution + "/unit/{unit}";
  const auto of_institution = [this](auto answer) {
    return [this, answer](const Visit& visit) {
      return for_institution(visit, [&](const Institution& one, const DirectoryVisitor& visitor) {
        return std::optional<Response>(answer(visit, one, visitor));
      });
    };
  };
  const auto of_unit = [this](auto answer) {
    return [this, answer](const Visit& visit) {
      return for_unit(
          visit, [&](const Institution& one, const DirectoryVisitor& visitor) { return answer(visit, one, visitor); });
    };
  };
  return {
      {.pattern = "/kelola/unit", .needs = keeper, .handler = [this](const Visit& visit) { return list(visit); }},
      {.pattern = institution + "/baru",
       .needs = keeper,
       .handler = of_institution([this](const Visit&, const Institution& one, const DirectoryVisitor& visitor) {
         return units_.new_form(one, visitor);
       })},
      {.method = Method::post,
       .pattern = institution + "/baru",
       .needs = keeper,
       .handler = of_institution([this](const Visit& visit, const Institution& one, const DirectoryVisitor& visitor) {
         return units_.create(one, visitor, visit.form);
       })},
      {.pattern = institution + "/impor",
       .needs = keeper,
       .handler = of_institution([this](const Visit&, const Institution& one, const DirectoryVisitor& visitor) {
         return imports_.form(one, visitor);
       })},
      {.method = Method::post,
       .pattern = institution + "/impor",
       .needs = keeper,
       .handler = of_institution([this](const Visit& visit, const Institution& one, const DirectoryVisitor& visitor) {
         return imports_.take(one, visitor, visit.form);
       }),
       .body_limit = longest_table},
      {.pattern = institution + "/unit.xlsx",
       .needs = keeper,
       .handler = of_institution([this](const Visit& visit, const Institution& one, const DirectoryVisitor& visitor) {
         return imports_.table_xlsx(one, visit.language, visitor.now);
       })},
      {.pattern = institution + "/unit.csv",
       .needs = keeper,
       .handler = of_institution([this](const Visit& visit, const Institution& one, const DirectoryVisitor&) {
         return imports_.table_csv(one, visit.language);
       })},
      {.pattern = unit,
       .needs = keeper,
       .handler = of_unit([this](const Visit& visit, const Institution& one, const DirectoryVisitor& visitor) {
         return units_.edit_form(one, visit.request.capture("unit"), visitor);
       })},
      {.method = Method::post,
       .pattern = unit,
       .needs = keeper,
       .handler = of_unit([this](const Visit& visit, const Institution& one, const DirectoryVisitor& visitor) {
         return units_.save(one, visit.request.capture("unit"), visitor, visit.form);
       })},
      {.method = Method::post,
       .pattern = unit + "/peristiwa",
       .needs = keeper,
       .handler = of_unit([this](const Visit& visit, const Institution& one, const DirectoryVisitor& visitor) {
         return units_.enter(one, visit.request.capture("unit"), visitor, visit.form);
       })},
  };
}

Response UnitAdmin::list(const Visit& visit) const {
  db::Snapshot snapshot = database_.read();
  const auto institution = institution_of(snapshot, visit);
  if (!institution) return not_found(visit);
  std::vector<directory::KnownUnit> mine;
  for (directory::KnownUnit& known : directory::all_units(snapshot, institution->id)) {
    if (visit.person->may(Action::edit_directory, {institution->id, known.unit.id})) mine.push_back(std::move(known));
  }
  const bool whole = visit.person->may(Action::edit_directory, {.institution = institution->id});
  if (mine.empty() && !whole) return may_not(visit);
  catalogue::DeskUnitsView view{.institution = *institution, .units = {}, .count = mine.size(), .whole = whole};
  view.pages = static_cast<std::int64_t>(std::max<std::size_t>(1, (mine.size() + units_a_page - 1) / units_a_page));
  view.page = std::clamp<std::int64_t>(page_of(visit.request), 1, view.pages);
  const std::size_t first = static_cast<std::size_t>(view.page - 1) * units_a_page;
  view.units = std::span(mine).subspan(first, std::min(units_a_page, mine.size() - first));
  return http::html(catalogue::desk_units_page(visit.language, view));
}

Response UnitAdmin::answered(const Visit& visit, const Institution& institution, const Answer& answer) const {
  auto response = answer(institution, visitor_of(visit));
  if (!response) return not_found(visit);
  const bool saved = visit.request.method == Method::post && response->status / 100 == 3;
  if (saved && changed_) changed_();
  return std::move(*response);
}

Response UnitAdmin::for_institution(const Visit& visit, const Answer& answer) const {
  std::optional<directory::StoredInstitution> stored;
  {
    db::Snapshot snapshot = database_.read();
    stored = directory::find_institution(snapshot, visit.request.capture("instansi"));
  }
  if (!stored) return not_found(visit);
  if (!visit.person->may(Action::edit_directory, {.institution = stored->institution.id})) return may_not(visit);
  return answered(visit, stored->institution, answer);
}

Response UnitAdmin::for_unit(const Visit& visit, const Answer& answer) const {
  std::optional<directory::StoredInstitution> stored;
  std::optional<directory::StoredUnit> unit;
  {
    db::Snapshot snapshot = database_.read();
    stored = directory::find_institution(snapshot, visit.request.capture("instansi"));
    if (stored) unit = directory::find_unit(snapshot, stored->institution.id, visit.request.capture("unit"));
  }
  if (!unit) return not_found(visit);
  if (!visit.person->may(Action::edit_directory, {stored->institution.id, unit->unit.id})) return may_not(visit);
  return answered(visit, stored->institution, answer);
}

}  // namespace prima::app
