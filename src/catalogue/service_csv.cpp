#include "catalogue/service_csv.h"

#include <span>
#include <vector>

#include "base/assert.h"
#include "base/csv.h"
#include "catalogue/portal_paths.h"
#include "catalogue/standard_summary.h"
#include "catalogue/standard_words.h"

namespace prima::catalogue {

namespace {

std::string line_of(const std::vector<std::string>& fields) {
  PRIMA_ASSERT(fields.size() == services_csv_columns().size());
  std::string line;
  for (const std::string& field : fields) line.append(line.empty() ? "" : ",").append(csv_field(field));
  return line + "\r\n";
}

std::vector<std::string> fields_of(const PublicService& one, std::string_view origin) {
  const Standard& standard = one.standard();
  const auto time = durations_of(standard);
  const auto fee = rupiah_of(standard);
  return {one.institution->code,
          one.institution->name,
          one.unit->code,
          one.unit->name,
          one.region,
          one.service.code,
          standard.title.id,
          standard.title.en,
          time ? std::to_string(time->longest.amount) : "",
          time ? std::string(key(time->longest.unit)) : "",
          std::string(key(standard.fees.state)),
          fee ? std::to_string(fee->least) : "",
          fee ? std::to_string(fee->most) : "",
          std::to_string(standard.requirements.size()),
          std::to_string(one.edition.number),
          one.edition.valid_from ? iso(*one.edition.valid_from) : "",
          one.edition.decree.number,
          std::string(origin) + service_path(one)};
}

}  // namespace

std::span<const CsvColumn> services_csv_columns() {
  static const std::vector<CsvColumn> columns = {
      {"kode_instansi", "string", true, {"Kode instansi", "Code of the institution"}},
      {"instansi", "string", true, {"Nama instansi", "Name of the institution"}},
      {"kode_unit", "string", true, {"Kode unit dalam instansi", "Code of the unit within the institution"}},
      {"unit", "string", true, {"Nama unit", "Name of the unit"}},
      {"kode_wilayah", "string", false, {"Kode wilayah unit", "Region code of the unit"}},
      {"kode_layanan", "string", true, {"Kode layanan dalam instansi", "Code of the service within the institution"}},
      {"nama", "string", true, {"Nama layanan", "Name of the service"}},
      {"nama_en", "string", false, {"Nama dalam bahasa Inggris", "Name in English"}},
      {"waktu_terlama", "integer", false, {"Waktu terlama di antara semua kasus", "Longest time of all cases"}},
      {"satuan_waktu",
       "string",
       false,
       {"working_days, calendar_days, hours, atau minutes", "working_days, calendar_days, hours or minutes"}},
      {"status_biaya", "string", true, {"free, charged, atau not_stated", "free, charged or not_stated"}},
      {"biaya_terendah", "integer", false, {"Rupiah, kasus termurah", "Rupiah, cheapest case"}},
      {"biaya_tertinggi", "integer", false, {"Rupiah, kasus termahal", "Rupiah, dearest case"}},
      {"jumlah_syarat", "integer", true, {"Jumlah syarat semua kasus", "Requirements of all cases"}},
      {"edisi", "integer", true, {"Nomor edisi standar", "Number of the standard's edition"}},
      {"berlaku_sejak", "date", false, {"Hari pertama berlaku", "First day in force"}},
      {"nomor_keputusan", "string", false, {"Keputusan yang menetapkan", "Decree that lays it down"}},
      {"alamat_halaman", "anyURI", true, {"Halaman layanan", "Page of the service"}}};
  return columns;
}

std::string services_csv(const PublicCatalogue& catalogue, std::string_view origin) {
  std::vector<std::string> names;
  for (const CsvColumn& column : services_csv_columns()) names.emplace_back(column.name);
  std::string csv = line_of(names);
  for (const PublicService& one : catalogue.services()) csv += line_of(fields_of(one, origin));
  return csv;
}

}  // namespace prima::catalogue
