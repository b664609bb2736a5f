#include "directory/regions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/assert.h"
#include "base/csv.h"
#include "base/text.h"
#include "embedded/region_files.h"

namespace prima::directory {

namespace {

constexpr std::array<std::string_view, 4> columns = {"code", "name", "time_zone", "aliases"};

Finding wrong_table(std::string code, Words message) { return {std::move(code), {}, 0, std::move(message)}; }

Finding no_such_column() {
  return wrong_table("region_columns", {"baris pertama harus code,name,time_zone,aliases",
                                        "the first line must be code,name,time_zone,aliases"});
}

Finding wrong_region(std::string_view code) {
  const std::string shown = shown_to_people(code);
  return wrong_table(
      "region_not_usable",
      {fmt::format("wilayah \"{}\" tidak sah: periksa kode, urutan, nama, induk, dan zona waktunya", shown),
       fmt::format("the region \"{}\" is not valid: check its code, order, name, parent and time zone", shown)});
}

// There are districts that are called "Kota Agung"; with this word before it, the name is not taken for that of a city.
std::string as_district(std::string_view name) { return fmt::format("Kecamatan {}", name); }

bool answers(const RegionName& name, const Region& region) { return !name.level || *name.level == region.level; }

}  // namespace

void Regions::add_name(std::string_view name, std::size_t index) {
  auto& indices = by_name_[parse_region_name(name).key];
  if (indices.empty() || indices.back() != index) indices.push_back(index);
}

std::optional<Finding> Regions::add(std::span<const std::string_view> fields) {
  const auto code = parse_region_code(fields[0]);
  if (!code || code->text != fields[0] || code->level == RegionLevel::village || fields[1].empty())
    return wrong_region(fields[0]);
  if (!regions_.empty() && regions_.back().code >= code->text) return wrong_region(fields[0]);
  auto zone = parse_time_zone(fields[2]);
  if (code->level != RegionLevel::province) {
    const Region* above = find(parent_code(code->text));
    if (above == nullptr) return wrong_region(fields[0]);
    zone = above->zone;
  }
  if (!zone) return wrong_region(fields[0]);
  regions_.push_back({code->text, std::string(fields[1]), code->level, *zone});
  const std::size_t index = regions_.size() - 1;
  add_name(code->level == RegionLevel::district ? as_district(fields[1]) : std::string(fields[1]), index);
  for (std::string_view rest = fields[3]; !rest.empty();) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    add_name(rest.substr(0, end), index);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return std::nullopt;
}

Result<Regions, Findings> Regions::read(std::string_view csv, const std::string& file) {
  CsvReader reader(csv, file);
  if (!reader.next() || !std::equal(columns.begin(), columns.end(), reader.fields().begin(), reader.fields().end()))
    return failure(Findings{reader.problem().value_or(no_such_column())});
  Regions regions;
  while (reader.next()) {
    auto finding = reader.fields().size() == columns.size() ? regions.add(reader.fields()) : no_such_column();
    if (!finding) continue;
    finding->file = file;
    finding->line = reader.line();
    return failure(Findings{*std::move(finding)});
  }
  if (reader.problem()) return failure(Findings{*reader.problem()});
  return regions;
}

const Region* Regions::find(std::string_view code) const {
  const auto read = parse_region_code(code);
  if (!read) return nullptr;
  const auto found = std::lower_bound(regions_.begin(), regions_.end(), read->text,
                                      [](const Region& one, const std::string& wanted) { return one.code < wanted; });
  return found != regions_.end() && found->code == read->text ? &*found : nullptr;
}

const Region* Regions::parent(const Region& region) const {
  const auto code = parent_code(region.code);
  return code.empty() ? nullptr : find(code);
}

std::vector<const Region*> Regions::provinces() const {
  std::vector<const Region*> found;
  for (const Region& region : regions_) {
    if (region.level == RegionLevel::province) found.push_back(&region);
  }
  return found;
}

std::vector<const Region*> Regions::children(const Region& region) const {
  std::vector<const Region*> found;
  const std::string prefix = region.code + ".";
  auto at = std::lower_bound(regions_.begin(), regions_.end(), prefix,
                             [](const Region& one, const std::string& wanted) { return one.code < wanted; });
  for (; at != regions_.end() && at->code.starts_with(prefix); ++at) {
    if (parent_code(at->code) == region.code) found.push_back(&*at);
  }
  return found;
}

std::vector<const Region*> Regions::with_name(const RegionName& name) const {
  std::vector<const Region*> found;
  const auto entry = by_name_.find(name.key);
  if (entry == by_name_.end()) return found;
  for (const std::size_t index : entry->second) {
    if (answers(name, regions_[index])) found.push_back(&regions_[index]);
  }
  std::stable_sort(found.begin(), found.end(), [](const Region* a, const Region* b) { return a->level < b->level; });
  return found;
}

std::vector<const Region*> Regions::named(std::string_view text) const {
  const RegionName name = parse_region_name(text);
  auto found = with_name(name);
  if (found.empty() && name.level != RegionLevel::district) return with_name(parse_region_name(as_district(text)));
  if (!name.level && !found.empty() && found.front()->level != RegionLevel::district)
    std::erase_if(found, [](const Region* one) { return one->level == RegionLevel::district; });
  return found;
}

std::optional<std::string> Regions::closest_name(std::string_view text) const {
  std::vector<std::string> names;
  for (const Region& region : regions_) {
    if (region.level != RegionLevel::district) names.push_back(region.name);
  }
  return closest(text, names);
}

std::string Regions::full_name(const Region& region) const {
  std::string name = region.level == RegionLevel::district ? as_district(region.name) : region.name;
  for (const Region* above = parent(region); above != nullptr; above = parent(*above)) name += ", " + above->name;
  return name;
}

const EmbeddedFile& region_file() {
  const EmbeddedFile* file = region_files::find("regions.csv");
  PRIMA_ASSERT(file != nullptr);
  return *file;
}

const Regions& regions() {
  static const Regions built_in = [] {
    auto read = Regions::read(region_file().bytes, "regions.csv");
    PRIMA_ASSERT(read.has_value());
    return *std::move(read);
  }();
  return built_in;
}

Words region_notice() {
  return {
      "Kode dan nama wilayah berasal dari idn-area-data 4.0.1 (Fityan Nugroho), yang menghimpun kode Kementerian Dalam "
      "Negeri. Tabelnya tersedia dengan Open Database License (ODbL) 1.0; nama umum dan zona waktu kami tambahkan.",
      "Codes and names of regions come from idn-area-data 4.0.1 (Fityan Nugroho), which compiles the codes of the "
      "Ministry of Home Affairs. The table is available under the Open Database License (ODbL) 1.0; everyday names and "
      "time zones were added by us."};
}

}  // namespace prima::directory
