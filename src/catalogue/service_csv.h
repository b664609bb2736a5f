#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/words.h"
#include "catalogue/public_catalogue.h"

// Published services as open data: one row each (RFC 4180, UTF-8, CR LF).
namespace prima::catalogue {

// Column names are Indonesian, as tables of governments are: kode_instansi, instansi, kode_unit, unit, kode_wilayah,
// kode_layanan, nama, nama_en, waktu_terlama, satuan_waktu, status_biaya, biaya_terendah, biaya_tertinggi,
// jumlah_syarat, edisi, berlaku_sejak, nomor_keputusan, alamat_halaman. Machine data: cells are as they are, without
// protection against spreadsheet formulas. Content-Type: text/csv; charset=utf-8; header=present.
std::string services_csv(const PublicCatalogue& catalogue, std::string_view origin);

struct CsvColumn {
  std::string_view name;
  std::string_view datatype;  // of CSVW: string, integer, date, anyURI
  bool required = false;
  Words about;
};
std::span<const CsvColumn> services_csv_columns();

}  // namespace prima::catalogue
