#include "db/error.h"

#include "base/assert.h"

namespace prima::db {

Words Error::words() const {
  switch (trouble_) {
    case Trouble::unavailable:
      return {"Basis data sedang tidak dapat dihubungi. Tidak ada yang hilang; coba lagi sebentar lagi.",
              "The database cannot be reached at the moment. Nothing was lost; try again shortly."};
    case Trouble::busy:
      return {"Data yang sama sedang diubah orang lain. Coba lagi.",
              "The same data is being changed by somebody else. Try again."};
    case Trouble::full:
      return {"Ruang penyimpanan penuh, sehingga perubahan tidak disimpan. Hubungi administrator.",
              "The storage is full, so the change was not stored. Ask the administrator."};
    case Trouble::read_only:
      return {"Penyimpanan hanya dapat dibaca, sehingga perubahan tidak disimpan. Hubungi administrator.",
              "The storage can only be read, so the change was not stored. Ask the administrator."};
    case Trouble::damaged:
      return {"Berkas basis data rusak atau bukan basis data Prima. Pulihkan dari cadangan: prima restore BERKAS.",
              "The database file is damaged or not one of Prima. Restore it from a backup: prima restore FILE."};
    case Trouble::conflict:
      return {"Data ini bertentangan dengan data yang sudah ada. Muat ulang halaman, lalu coba lagi.",
              "This data contradicts data that is there already. Load the page again, then try again."};
    case Trouble::wrong_value:
      return {"Ada nilai yang tidak dapat disimpan, misalnya teks dengan byte NUL. Perbaiki nilai itu.",
              "A value cannot be stored, such as a text with a NUL byte. Mend that value."};
    case Trouble::wrong_schema:
      return {"Susunan basis data tidak cocok dengan versi program ini. Jalankan: prima migrate.",
              "The tables of the database do not fit this version of the program. Run: prima migrate."};
    case Trouble::failed:
      return {"Basis data menolak permintaan ini. Hubungi administrator.",
              "The database refused this request. Ask the administrator."};
  }
  PRIMA_UNREACHABLE("db::Trouble");
}

}  // namespace prima::db
