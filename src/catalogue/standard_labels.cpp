#include "catalogue/standard_labels.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/assert.h"

namespace prima::catalogue {

namespace {

const std::vector<FieldLabel>& table() {
  static const std::vector<FieldLabel> rows = {
      {"/valid_from",
       {"Berlaku mulai", "Valid from"},
       {"Hari pertama edisi ini berlaku.", "The first day of this edition."}},
      {"/valid_until",
       {"Berlaku sampai", "Valid until"},
       {"Kosongkan bila berlaku sampai edisi berikutnya.", "Leave empty when it holds until the next edition."}},
      {"/decree", {"Keputusan yang menetapkan", "The decree that lays it down"}, {}},
      {"/decree/number", {"Nomor keputusan", "Number of the decree"}, {}},
      {"/decree/date", {"Tanggal keputusan", "Date of the decree"}, {}},
      {"/decree/signed_by",
       {"Ditandatangani oleh", "Signed by"},
       {"Tulis jabatan, bukan nama orang.", "The post, not the person."}},

      {"/standard/title",
       {"Nama layanan", "Name of the service"},
       {"Tulis seperti warga menyebutnya.", "As citizens would say it."}},
      {"/standard/other_names",
       {"Nama lain", "Other names"},
       {"Kata sehari-hari untuk layanan ini.", "Everyday words for this service."}},
      {"/standard/other_names/*", {"Nama lain", "Other name"}, {}},
      {"/standard/keywords",
       {"Kata pencarian", "Search words"},
       {"Satu kata atau frasa pada tiap baris.", "One word or phrase on each line."}},
      {"/standard/description",
       {"Penjelasan", "Description"},
       {"Apa yang diperoleh warga, dalam dua atau tiga kalimat.", "What people get, in two or three sentences."}},
      {"/standard/audience", {"Untuk siapa", "For whom"}, {}},
      {"/standard/channels", {"Tempat dan cara meminta layanan", "Where and how to ask for it"}, {}},
      {"/standard/channels/*", {"Saluran", "Channel"}, {}},
      {"/standard/channels/*/kind", {"Jenis saluran", "Kind of channel"}, {}},
      {"/standard/channels/*/name", {"Nama saluran", "Name of the channel"}, {}},
      {"/standard/channels/*/address", {"Alamat, tautan, atau nomor", "Address, link or number"}, {}},
      {"/standard/opening_hours",
       {"Jam layanan", "Opening hours"},
       {"Hanya bila berbeda dari jam buka unit.", "Only where they differ from the unit's hours."}},
      {"/standard/opening_hours/*", {"Jam", "Hours"}, {}},
      {"/standard/opening_hours/*/days", {"Hari", "Days"}, {}},
      {"/standard/opening_hours/*/opens", {"Buka pukul", "Opens at"}, {"Misalnya 08:00.", "For example 08:00."}},
      {"/standard/opening_hours/*/closes", {"Tutup pukul", "Closes at"}, {"Misalnya 15:30.", "For example 15:30."}},
      {"/standard/opening_hours/*/note", {"Catatan jam", "Note on the hours"}, {}},
      {"/standard/life_events",
       {"Peristiwa hidup", "Life events"},
       {"Satu kunci pada tiap baris, misalnya birth atau moving.", "One key on each line, such as birth or moving."}},
      {"/standard/languages", {"Bahasa petugas", "Languages spoken"}, {}},
      {"/standard/cases",
       {"Keadaan pemohon", "Situations"},
       {"Bila syarat, waktu, atau biaya berbeda, misalnya baru dan hilang.",
        "Where requirements, time or fees differ, such as new and lost."}},
      {"/standard/cases/*", {"Keadaan", "Situation"}, {}},
      {"/standard/cases/*/key",
       {"Kunci", "Key"},
       {"Huruf kecil, angka, dan tanda hubung: hilang.", "Lower-case letters, digits and hyphens: lost."}},
      {"/standard/cases/*/name", {"Nama keadaan", "Name of the situation"}, {}},

      {"/standard/legal_basis",
       {"Dasar hukum", "Legal basis"},
       {"Hanya aturan yang masih berlaku.", "Only rules that are in force."}},
      {"/standard/legal_basis/*", {"Aturan", "Rule"}, {}},
      {"/standard/legal_basis/*/kind", {"Jenis aturan", "Kind of rule"}, {}},
      {"/standard/legal_basis/*/issuer", {"Lembaga atau daerah yang menetapkan", "Who issued it"}, {}},
      {"/standard/legal_basis/*/number", {"Nomor aturan", "Number of the rule"}, {}},
      {"/standard/legal_basis/*/year", {"Tahun", "Year"}, {}},
      {"/standard/legal_basis/*/title", {"Judul aturan", "Title of the rule"}, {}},
      {"/standard/legal_basis/*/article", {"Pasal", "Article"}, {}},

      {"/standard/requirements", {"Persyaratan", "Requirements"}, {}},
      {"/standard/requirements/*", {"Syarat", "Requirement"}, {}},
      {"/standard/requirements/*/name", {"Nama syarat", "What is needed"}, {}},
      {"/standard/requirements/*/kind", {"Jenis dokumen", "Kind of document"}, {}},
      {"/standard/requirements/*/form", {"Asli atau salinan", "Original or copy"}, {}},
      {"/standard/requirements/*/copies",
       {"Jumlah lembar", "How many copies"},
       {"Kosongkan bila tidak ditentukan.", "Leave empty when it does not matter."}},
      {"/standard/requirements/*/where", {"Tempat memperolehnya", "Where to get it"}, {}},
      {"/standard/requirements/*/cases",
       {"Hanya untuk keadaan", "Only in these situations"},
       {"Tanpa pilihan berarti untuk semua keadaan.", "Nothing chosen means every situation."}},
      {"/standard/requirements/*/note", {"Catatan syarat", "Note on the requirement"}, {}},

      {"/standard/procedure",
       {"Prosedur", "Procedure"},
       {"Urutkan seperti yang dialami pemohon.", "In the order in which the applicant meets them."}},
      {"/standard/procedure/*", {"Langkah", "Step"}, {}},
      {"/standard/procedure/*/actor", {"Siapa yang bertindak", "Who acts"}, {}},
      {"/standard/procedure/*/who", {"Jabatan atau loket", "Post or desk"}, {}},
      {"/standard/procedure/*/what", {"Apa yang dilakukan", "What is done"}, {}},
      {"/standard/procedure/*/duration", {"Lama langkah", "How long the step takes"}, {}},

      {"/standard/time", {"Jangka waktu", "Time"}, {}},
      {"/standard/time/*", {"Waktu", "Time"}, {}},
      {"/standard/time/*/case", {"Untuk keadaan", "In which situation"}, {}},
      {"/standard/time/*/duration", {"Lama", "How long"}, {}},
      {"/standard/time/*/starts",
       {"Dihitung sejak", "Counted from"},
       {"Misalnya: sejak berkas lengkap.", "For example: since the file is complete."}},
      {"/standard/time/*/note", {"Catatan waktu", "Note on the time"}, {}},

      {"/standard/fees", {"Biaya", "Fees"}, {}},
      {"/standard/fees/state", {"Berbiaya atau gratis", "Charged or free"}, {}},
      {"/standard/fees/legal_ground", {"Dasar hukum layanan gratis", "Legal ground of the free service"}, {}},
      {"/standard/fees/rows",
       {"Daftar biaya", "List of fees"},
       {"Hanya untuk layanan berbiaya.", "Only for a service that is charged."}},
      {"/standard/fees/rows/*", {"Biaya", "Fee"}, {}},
      {"/standard/fees/rows/*/case", {"Untuk keadaan", "In which situation"}, {}},
      {"/standard/fees/rows/*/rupiah",
       {"Jumlah rupiah", "Amount in rupiah"},
       {"Tulis 0 bila gratis dalam keadaan ini.", "Write 0 where it is free in this situation."}},
      {"/standard/fees/rows/*/per",
       {"Untuk setiap", "For each"},
       {"Misalnya: meter persegi. Kosongkan bila dibayar sekali.",
        "For example: square metre. Leave empty when it is paid once."}},
      {"/standard/fees/rows/*/legal_ground", {"Aturan yang menetapkan biaya", "The rule that sets the fee"}, {}},
      {"/standard/fees/rows/*/note", {"Catatan biaya", "Note on the fee"}, {}},

      {"/standard/products",
       {"Produk layanan", "Products"},
       {"Apa yang dibawa pulang pemohon.", "What the applicant takes home."}},
      {"/standard/products/*", {"Produk", "Product"}, {}},
      {"/standard/products/*/name", {"Nama produk", "Name of the product"}, {}},
      {"/standard/products/*/form", {"Bentuk", "Form"}, {}},
      {"/standard/products/*/validity", {"Masa berlaku", "How long it is valid"}, {}},

      {"/standard/facilities", {"Sarana dan fasilitas", "Facilities"}, {}},
      {"/standard/facilities/*", {"Sarana", "Facility"}, {}},
      {"/standard/competence", {"Kompetensi pelaksana", "Competence of the staff"}, {}},
      {"/standard/competence/*", {"Kompetensi", "Competence"}, {}},
      {"/standard/competence/*/post",
       {"Jabatan", "Post"},
       {"Kosongkan bila berlaku untuk semua petugas.", "Leave empty when it holds for everybody."}},
      {"/standard/competence/*/what", {"Kemampuan yang diperlukan", "What they must be able to do"}, {}},
      {"/standard/supervision", {"Pengawasan internal", "Internal supervision"}, {}},
      {"/standard/supervision/*", {"Pengawasan", "Supervision"}, {}},
      {"/standard/supervision/*/who", {"Siapa yang mengawasi", "Who supervises"}, {}},
      {"/standard/supervision/*/how", {"Cara mengawasi", "How"}, {}},
      {"/standard/supervision/*/how_often", {"Seberapa sering", "How often"}, {}},

      {"/standard/complaints", {"Pengaduan, saran, dan masukan", "Complaints and suggestions"}, {}},
      {"/standard/complaints/contacts", {"Kontak pengaduan", "Where to complain"}, {}},
      {"/standard/complaints/contacts/*", {"Kontak", "Contact"}, {}},
      {"/standard/complaints/contacts/*/kind", {"Jenis kontak", "Kind of contact"}, {}},
      {"/standard/complaints/contacts/*/value",
       {"Nomor, alamat, atau tautan", "Number, address or link"},
       {"Nomor dan alamat kantor, bukan milik pribadi.", "Of the office, not of a person."}},
      {"/standard/complaints/contacts/*/note", {"Catatan kontak", "Note on the contact"}, {}},
      {"/standard/complaints/answered_by", {"Jabatan yang menjawab", "The post that answers"}, {}},
      {"/standard/complaints/answer_time", {"Dijawab dalam", "Answered within"}, {}},
      {"/standard/complaints/how", {"Cara mengadu", "How to complain"}, {}},

      {"/standard/staff", {"Jumlah pelaksana", "Number of staff"}, {}},
      {"/standard/staff/*", {"Pelaksana", "Staff"}, {}},
      {"/standard/staff/*/post", {"Jabatan pelaksana", "Post"}, {}},
      {"/standard/staff/*/count", {"Jumlah orang", "How many people"}, {}},
      {"/standard/service_guarantee", {"Jaminan pelayanan", "Guarantee of the service"}, {}},
      {"/standard/service_guarantee/promise", {"Janji layanan", "The promise"}, {}},
      {"/standard/service_guarantee/compensation",
       {"Kompensasi", "Compensation"},
       {"Apa yang diperoleh warga bila janji tidak ditepati.", "What people get when the promise is not kept."}},
      {"/standard/safety_guarantee", {"Jaminan keamanan dan keselamatan", "Guarantee of security and safety"}, {}},
      {"/standard/safety_guarantee/*", {"Jaminan", "Guarantee"}, {}},
      {"/standard/evaluation", {"Evaluasi kinerja", "Evaluation"}, {}},
      {"/standard/evaluation/*", {"Evaluasi", "Evaluation"}, {}},
      {"/standard/evaluation/*/how", {"Cara menilai", "How it is evaluated"}, {}},
      {"/standard/evaluation/*/how_often", {"Jarak waktu", "How often"}, {}},
  };
  return rows;
}

std::string pattern_of(std::string_view pointer) {
  std::string pattern;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::string_view part = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(part.size());
    const bool row =
        !part.empty() && std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    pattern += "/" + std::string(row ? "*" : part);
  }
  return pattern;
}

}  // namespace

const FieldLabel& label_of(std::string_view pointer) {
  static const std::map<std::string_view, const FieldLabel*> by_pattern = [] {
    std::map<std::string_view, const FieldLabel*> made;
    for (const FieldLabel& row : table()) made.emplace(row.pattern, &row);
    return made;
  }();
  const auto found = by_pattern.find(pattern_of(pointer));
  PRIMA_ASSERT(found != by_pattern.end());
  return *found->second;
}

}  // namespace prima::catalogue
