#include "app/demo_city.h"

#include <array>
#include <string>
#include <vector>

#include "base/assert.h"
#include "catalogue/service_store.h"
#include "catalogue/template.h"
#include "directory/directory_store.h"
#include "directory/unit_store.h"
#include "identity/system_random.h"

namespace prima::app {

using catalogue::LocalText;

namespace {

constexpr InstitutionId city{1};

struct DemoUnit {
  const char* code;
  const char* name;
  directory::UnitKind kind;
  std::vector<const char*> templates;
};

const std::vector<DemoUnit>& demo_units() {
  static const std::vector<DemoUnit> units = {
      {"DUKCAPIL",
       "Dinas Kependudukan (contoh)",
       directory::UnitKind::office,
       {"ktp-elektronik", "kartu-keluarga", "akta-kelahiran", "akta-kematian", "kartu-identitas-anak", "pindah-keluar",
        "pindah-datang"}},
      {"PERIZINAN",
       "Dinas Perizinan (contoh)",
       directory::UnitKind::office,
       {"nomor-induk-berusaha", "persetujuan-bangunan-gedung", "izin-apotek", "izin-reklame"}},
      {"PUSKESMAS",
       "Puskesmas Kota (contoh)",
       directory::UnitKind::health_centre,
       {"imunisasi-anak", "rujukan-puskesmas", "ambulans-gawat-darurat"}},
  };
  return units;
}

directory::Unit unit_of(const DemoUnit& demo, Instant now) {
  const directory::DayHours whole_day{{8 * 60, 12 * 60}, {13 * 60, 15 * 60 + 30}};
  directory::Unit unit{.id = UnitId(identity::random_uuid(now)),
                       .institution = city,
                       .code = demo.code,
                       .name = demo.name,
                       .kind = demo.kind};
  unit.region_code = "19.71";
  unit.address = "Jalan Contoh 1";
  for (std::size_t day = 0; day < 5; ++day) unit.hours.week[day] = whole_day;
  unit.hours.week[5] = directory::DayHours{};
  unit.hours.week[6] = directory::DayHours{};
  unit.access = {directory::AccessFeature::ramp, directory::AccessFeature::priority_queue};
  unit.contacts.email = "contoh@example.org";
  return unit;
}

// What a template leaves open, filled with examples, so that the standard has all 14 components.
catalogue::Standard example_of(const catalogue::ServiceTemplate& source, std::size_t number) {
  using namespace catalogue;
  Standard s = draft_from(source).standard;
  const int days = 1 + static_cast<int>(number % 5);
  s.time = {{"", {days, TimeUnit::working_days}, {"sejak berkas lengkap", "from the day the file is complete"}, {}}};
  if (number % 4 == 3) {
    const LocalText ground{"Perda Contoh 1/2026", "Example regulation 1/2026"};
    s.fees = {FeeState::charged, {}, {{"", 25'000 * static_cast<std::int64_t>(1 + number % 3), {}, ground, {}}}};
  } else {
    s.fees = {FeeState::free, {"Perda Contoh 1/2026", "Example regulation 1/2026"}, {}};
  }
  if (s.facilities.empty())
    s.facilities = {{"Ruang tunggu dan loket prioritas", "A waiting room and a priority counter"}};
  if (s.competence.empty())
    s.competence = {{{"Petugas loket", "Counter staff"}, {"Terlatih melayani", "Trained to serve"}}};
  if (s.supervision.empty())
    s.supervision = {{{"Kepala bidang", "Head of section"},
                      {"Memeriksa sepuluh berkas", "Checks ten files"},
                      {"setiap bulan", "every month"}}};
  s.complaints = {{{ContactKind::email, "contoh@example.org", {}}},
                  {"Kepala seksi pengaduan", "Head of complaints"},
                  Duration{5, TimeUnit::working_days},
                  {"Sebutkan nomor berkas.", "Give the number of your file."}};
  s.staff = {{{"Petugas loket", "Counter staff"}, 3}};
  if (s.service_guarantee.promise.empty())
    s.service_guarantee.promise = {"Kami melayani sesuai standar ini.", "We serve as this standard says."};
  if (s.service_guarantee.compensation.empty())
    s.service_guarantee.compensation = {"Bila terlambat, hasilnya kami antar.",
                                        "When we are late, we deliver the result."};
  if (s.safety_guarantee.empty()) s.safety_guarantee = {{"Berkas disimpan terkunci.", "Files are kept locked."}};
  s.evaluation = {{{"Survei kepuasan", "A satisfaction survey"}, {"setiap semester", "every half year"}}};
  if (s.products.empty()) s.products = {{{"Hasil layanan", "The result"}, ProductForm::printed, {}}};
  return s;
}

Finding refused(const Findings& findings) { return findings.front(); }

template <typename T, typename E>
std::optional<Finding> problem_of(const Result<T, E>& result) {
  return result ? std::nullopt : std::optional(refused(result.error().findings));
}

std::optional<Finding> make_directory(db::Database& database, std::vector<directory::Unit>& units, Instant now) {
  const directory::Author author{Uuid{}, now};
  const Date since = parse_date("2026-01-02").value();
  const directory::Institution institution{.id = city,
                                           .code = "19.71",
                                           .name = "Pemerintah Kota Contoh (data contoh)",
                                           .kind = directory::InstitutionKind::city,
                                           .region_code = "19.71",
                                           .zone = TimeZone::wib};
  for (const DemoUnit& demo : demo_units()) units.push_back(unit_of(demo, now));
  return database.write([&](db::Transaction& transaction) -> std::optional<Finding> {
    if (auto problem = problem_of(directory::create_institution(transaction, institution, since, author)))
      return problem;
    for (const directory::Unit& unit : units)
      if (auto problem = problem_of(directory::create_unit(transaction, unit, since, author))) return problem;
    return std::nullopt;
  });
}

// Creates one service and takes its first edition to publication.
std::optional<Finding> publish(db::Database& database, const directory::Unit& unit, const char* key, std::size_t number,
                               Instant now) {
  using namespace catalogue;
  const ServiceTemplate* source = find_template(key);
  PRIMA_ASSERT(source != nullptr);
  const catalogue::Author author{Uuid{}, now};
  const Date today = day_in(TimeZone::wib, now);
  Edition edition;
  edition.standard = example_of(*source, number);
  edition.valid_from = parse_date("2026-01-02");
  edition.decree = {
      "CONTOH/" + std::to_string(number + 1) + "/2026", parse_date("2026-01-02"), {"Kepala unit", "Head of the unit"}};
  const NewService made{.id = ServiceId(identity::random_uuid(now)),
                        .unit = unit.id,
                        .code = key,
                        .template_key = key,
                        .standard = edition.standard};
  return database.write([&](db::Transaction& transaction) -> std::optional<Finding> {
    if (auto problem = problem_of(create_service(transaction, city, made, author))) return problem;
    if (auto problem = problem_of(save_draft(transaction, city, {made.id, 1, 1}, edition, author))) return problem;
    const std::array<std::pair<EditionState, EditionActor>, 3> moves{
        {{EditionState::review, EditionActor::writer},
         {EditionState::approved, EditionActor::head},
         {EditionState::published, EditionActor::publisher}}};
    std::int64_t version = 2;
    for (const auto& [to, actor] : moves) {
      if (auto problem =
              problem_of(move_stored_edition(transaction, city, {made.id, 1, version}, {to, actor, {}}, today, author)))
        return problem;
      ++version;
    }
    return std::nullopt;
  });
}

}  // namespace

Result<bool, Finding> fill_demo_city(db::Database& database, Instant now) {
  {
    db::Snapshot snapshot = database.read();
    if (!directory::list_institutions(snapshot, "", 1).empty()) return false;
  }
  std::vector<directory::Unit> units;
  if (auto problem = make_directory(database, units, now)) return failure(std::move(*problem));
  std::size_t number = 0;
  for (std::size_t i = 0; i < units.size(); ++i)
    for (const char* key : demo_units()[i].templates)
      if (auto problem = publish(database, units[i], key, number++, now)) return failure(std::move(*problem));
  return true;
}

}  // namespace prima::app
