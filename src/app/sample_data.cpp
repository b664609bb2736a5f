#include "app/sample_data.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>
#include <fstream>
#include <optional>

#include "app/sample_data_answers.h"
#include "app/sample_data_city.h"
#include "assessment/answers_reader.h"
#include "base/assert.h"

namespace prima::app {

namespace {

constexpr std::size_t chunk_bytes = 1 << 20;

Finding cannot_write(const std::string& path) {
  return Finding{"cannot_write",
                 path,
                 0,
                 {"tidak dapat ditulis; periksa izin folder dan sisa ruang penyimpanan",
                  "cannot be written; check the folder's permissions and the free space"}};
}

// The folder that a sample is written to.
class Folder {
 public:
  explicit Folder(std::string path) : path_(std::move(path)) {}

  std::string place(const std::string& name) const { return (std::filesystem::path(path_) / name).string(); }

  // Nothing when it was written.
  std::optional<Finding> write(const std::string& name, const std::string& bytes) {
    std::ofstream file(place(name), std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) return cannot_write(place(name));
    names_.push_back(name);
    return std::nullopt;
  }

  void add(const std::string& name) { names_.push_back(name); }
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::string path_;
  std::vector<std::string> names_;
};

struct Counts {
  std::int64_t rows = 0;
  std::int64_t institutions = 0;
  std::int64_t units = 0;
};

std::string readme(const Folder& folder, std::uint64_t seed, const instrument::Instrument& method,
                   const Counts& counts) {
  return fmt::format(
      "{{\"instrument\":\"{}\",\"seed\":{},\"rows\":{},\"synthetic\":true,\"institutions\":{},\"units\":{},"
      "\"files\":[\"{}\"],\"note\":{{\"id\":\"Data sintetis: bukan hasil penilaian siapa pun.\",\"en\":\"Synthetic "
      "data: nobody's result.\"}}}}\n",
      method.id(), seed, counts.rows, counts.institutions, counts.units, fmt::join(folder.names(), "\",\""));
}

// Writes ANSWERS.csv in chunks, so that memory does not grow with the rows. With `kept` the same bytes go there too.
Result<Counts, Finding> write_answers(Folder& folder, const instrument::Instrument& method,
                                      const std::vector<PlannedInstitution>& plan, SampleRandom& random,
                                      std::string* kept) {
  const std::string name = "ANSWERS.csv";
  std::ofstream file(folder.place(name), std::ios::binary | std::ios::trunc);
  const SampleAnswers answers(method);
  std::string chunk = SampleAnswers::header;
  Counts counts;
  const auto flush = [&] {
    file.write(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    if (kept != nullptr) *kept += chunk;
    chunk.clear();
  };
  for (const PlannedInstitution& institution : plan) {
    ++counts.institutions;
    for (const PlannedUnit& unit : institution.units) {
      ++counts.units;
      counts.rows += answers.write_unit(institution, unit, random, chunk);
      if (chunk.size() >= chunk_bytes) flush();
    }
  }
  flush();
  file.close();
  if (!file) return failure(cannot_write(folder.place(name)));
  folder.add(name);
  return counts;
}

std::optional<Finding> write_city_files(Folder& folder, const instrument::Instrument& method,
                                        const PlannedInstitution& city, const std::string& answers_csv,
                                        SampleRandom& random) {
  const scoring::Compiled compiled(method);
  const auto table = assessment::read_answers(compiled, answers_csv, "ANSWERS.csv");
  PRIMA_ASSERT(table.has_value() && table->institutions.size() == 1);
  const scoring::InstitutionAnswers& answers = table->institutions.front();
  const scoring::InstitutionScore score = scoring::score_institution(compiled, answers);
  if (auto problem = folder.write("UNITS.csv", sample_units(city, answers, score))) return problem;
  const std::string year = fmt::format("{}", static_cast<int>(method.valid_from.year()));
  if (auto problem = folder.write("RESPONSES.csv", sample_responses(city, year, random))) return problem;
  if (method.family.starts_with("ombudsman/")) {
    if (auto problem = folder.write("RESULTS.csv", sample_results(city, method, answers, score))) return problem;
  }
  return folder.write("COSTS.csv", sample_costs(method, random));
}

}  // namespace

Result<SampleSummary, Finding> write_sample(SampleKind kind, std::uint64_t seed, const instrument::Instrument& method,
                                            const std::string& out) {
  std::error_code error;
  std::filesystem::create_directories(out, error);
  if (error) return failure(cannot_write(out));
  Folder folder(out);
  SampleRandom random(seed);
  const bool city = kind == SampleKind::city;
  const std::vector<PlannedInstitution> plan = city ? plan_city(random) : plan_nation(random);
  std::string kept;
  const auto counts = write_answers(folder, method, plan, random, city ? &kept : nullptr);
  if (!counts) return failure(counts.error());
  if (city) {
    if (auto problem = write_city_files(folder, method, plan.front(), kept, random)) return failure(*problem);
  }
  if (auto problem = folder.write("README.json", readme(folder, seed, method, *counts))) return failure(*problem);
  return SampleSummary{folder.names(), counts->rows};
}

}  // namespace prima::app
