#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/search_index.h"

// The services of an imagined city, as its offices would name them.
namespace prima::catalogue {

struct TestService {
  std::string_view key;
  std::string_view unit;
  std::string_view title;
  std::string_view english;
  std::string_view keywords;  // separated by commas
  std::string_view description;
};

inline const std::vector<TestService>& test_services() {
  static const std::vector<TestService> services = {
      {"ktp-baru", "dukcapil", "Perekaman dan Penerbitan KTP-el Baru", "New electronic identity card",
       "kartu tanda penduduk, usia 17 tahun", "Untuk penduduk yang baru berusia 17 tahun atau sudah kawin."},
      {"ktp-hilang", "dukcapil", "Penggantian KTP-el karena Hilang atau Rusak", "Replacement of an identity card",
       "kartu tanda penduduk", "Dengan surat keterangan hilang dari kepolisian, atau kartu yang rusak."},
      {"ktp-ubah", "dukcapil", "Perubahan Data KTP-el", "Change of identity card data",
       "kartu tanda penduduk, alamat, status perkawinan", "Perubahan alamat, pekerjaan, atau status."},
      {"ikd", "dukcapil", "Aktivasi Identitas Kependudukan Digital", "Digital population identity", "IKD",
       "Identitas di telepon genggam."},
      {"kia", "dukcapil", "Penerbitan Kartu Identitas Anak", "Child identity card", "KIA",
       "Untuk anak di bawah 17 tahun."},
      {"kk-baru", "dukcapil", "Penerbitan Kartu Keluarga Baru", "New family card", "KK, pisah KK",
       "Untuk keluarga baru atau yang memisahkan diri."},
      {"kk-ubah", "dukcapil", "Perubahan Kartu Keluarga karena Penambahan Anggota",
       "Adding a member to the family card", "KK", "Penambahan anak atau anggota yang menumpang."},
      {"kk-hilang", "dukcapil", "Penggantian Kartu Keluarga Hilang atau Rusak", "Replacement of a family card", "KK",
       "Kartu yang hilang atau rusak dicetak ulang."},
      {"pindah", "dukcapil", "Surat Keterangan Pindah Penduduk (SKPWNI)", "Moving to another city",
       "perpindahan penduduk", "Untuk penduduk yang pindah ke kota lain."},
      {"datang", "dukcapil", "Pendaftaran Kedatangan Penduduk dari Kota Lain",
       "Registration of arrival from another city", "pindah datang", "Bagi penduduk yang datang dari kota lain."},
      {"akta-lahir", "dukcapil", "Pencatatan Kelahiran dan Penerbitan Akta Kelahiran", "Birth certificate",
       "akta lahir", "Untuk bayi yang lahir di dalam maupun di luar kota."},
      {"akta-kedua", "dukcapil", "Penerbitan Kutipan Kedua Akta Pencatatan Sipil", "Second copy of a civil certificate",
       "akta hilang, akta rusak", "Pengganti kutipan akta yang hilang atau rusak."},
      {"akta-mati", "dukcapil", "Pencatatan Kematian dan Penerbitan Akta Kematian", "Death certificate", "akta mati",
       "Keluarga melaporkan kematian penduduk."},
      {"akta-kawin", "dukcapil", "Pencatatan Perkawinan dan Penerbitan Akta Perkawinan", "Marriage certificate",
       "pernikahan nonmuslim", "Bagi pasangan selain muslim."},
      {"akta-cerai", "dukcapil", "Pencatatan Perceraian dan Penerbitan Akta Perceraian", "Divorce certificate", "cerai",
       "Setelah putusan pengadilan berkekuatan tetap."},
      {"ganti-nama", "dukcapil", "Pencatatan Perubahan Nama", "Change of name", "ganti nama",
       "Setelah penetapan pengadilan negeri."},
      {"angkat-anak", "dukcapil", "Pencatatan Pengangkatan Anak", "Adoption", "adopsi",
       "Setelah penetapan pengadilan."},
      {"betul-akta", "dukcapil", "Pembetulan Akta Pencatatan Sipil", "Correction of a civil certificate",
       "salah tulis redaksional", "Kesalahan tulis pada akta dibetulkan."},
      {"pengantar-nikah", "kelurahan", "Surat Pengantar Nikah", "Letter for marriage at the religious office",
       "N1, pengantar perkawinan, KUA", "Sebagai syarat menikah di kantor urusan agama."},
      {"domisili", "kelurahan", "Surat Keterangan Domisili", "Proof of residence", "tempat tinggal",
       "Keterangan tempat tinggal sementara maupun tetap."},
      {"sktm", "kelurahan", "Surat Keterangan Tidak Mampu", "Statement of low income", "SKTM",
       "Sebagai syarat keringanan biaya sekolah dan berobat."},
      {"usaha-ket", "kelurahan", "Surat Keterangan Usaha", "Statement that a business exists", "SKU",
       "Sebagai syarat kredit usaha rakyat."},
      {"waris", "kelurahan", "Surat Keterangan Ahli Waris", "Statement of heirs", "warisan",
       "Menerangkan siapa ahli waris."},
      {"belum-nikah", "kelurahan", "Surat Keterangan Belum Menikah", "Statement of single status", "",
       "Menerangkan status lajang."},
      {"skck", "kelurahan", "Surat Pengantar SKCK", "Letter for a police record certificate",
       "surat keterangan catatan kepolisian, kelakuan baik", "Diteruskan ke kepolisian sektor."},
      {"hilang", "kelurahan", "Surat Pengantar Laporan Kehilangan", "Letter for reporting a loss",
       "keterangan kehilangan", "Diteruskan ke kepolisian."},
      {"tanah-riwayat", "kelurahan", "Surat Keterangan Riwayat Tanah", "History of a plot of land", "girik",
       "Menerangkan asal-usul bidang tanah."},
      {"berobat", "puskesmas", "Pemeriksaan Umum dan Rawat Jalan", "General consultation",
       "dokter umum, pelayanan kesehatan", "Pemeriksaan oleh dokter di puskesmas."},
      {"gigi", "puskesmas", "Pelayanan Kesehatan Gigi dan Mulut", "Dental care", "dokter gigi",
       "Pencabutan dan penambalan."},
      {"ibu", "puskesmas", "Pemeriksaan Kehamilan dan Kesehatan Ibu", "Care during pregnancy", "bidan",
       "Pemeriksaan ibu hamil oleh bidan."},
      {"imunisasi", "puskesmas", "Imunisasi Dasar Bayi dan Balita", "Vaccination of babies", "vaksinasi",
       "Jadwal setiap minggu."},
      {"kb", "puskesmas", "Pelayanan Keluarga Berencana", "Family planning", "KB, kontrasepsi",
       "Pemasangan dan konsultasi."},
      {"rujukan", "puskesmas", "Penerbitan Surat Rujukan Rumah Sakit", "Referral to a hospital", "",
       "Untuk peserta jaminan kesehatan."},
      {"sehat", "puskesmas", "Surat Keterangan Sehat", "Health statement", "surat keterangan kesehatan",
       "Untuk melamar kerja atau sekolah."},
      {"lab", "puskesmas", "Pemeriksaan Laboratorium", "Laboratory tests", "", "Darah, urine, dan dahak."},
      {"jiwa", "puskesmas", "Pelayanan Kesehatan Jiwa", "Mental health care", "", "Konseling dan obat."},
      {"igd", "rsud", "Pelayanan Gawat Darurat", "Emergency care", "IGD, ambulans", "Dua puluh empat jam."},
      {"rawat-inap", "rsud", "Rawat Inap", "Hospital stay", "", "Perawatan dengan menginap."},
      {"bpjs", "dinkes", "Pendaftaran Jaminan Kesehatan Penerima Bantuan Iuran Daerah",
       "Health insurance paid by the city", "JKN, KIS", "Bagi warga yang iurannya dibayar daerah."},
      {"pirt", "dinkes", "Sertifikat Produksi Pangan Industri Rumah Tangga", "Home food production certificate",
       "PIRT, SPP-IRT", "Untuk makanan kemasan buatan rumah."},
      {"sip", "dinkes", "Surat Izin Praktik Tenaga Kesehatan", "Practice licence for health workers",
       "SIP, dokter, bidan, perawat", "Berlaku selama surat tanda registrasi berlaku."},
      {"ppdb", "disdik", "Penerimaan Peserta Didik Baru SD dan SMP", "School enrolment", "PPDB, SPMB, zonasi",
       "Pendaftaran siswa baru setiap tahun ajaran."},
      {"mutasi", "disdik", "Mutasi Peserta Didik Antarsekolah", "School transfer", "rekomendasi pindah",
       "Dari atau ke satuan pendidikan lain."},
      {"ijazah-hilang", "disdik", "Surat Keterangan Pengganti Ijazah", "Replacement of a diploma", "",
       "Bagi pemilik ijazah yang hilang atau rusak."},
      {"ijazah-legal", "disdik", "Legalisasi Ijazah", "Certified copy of a diploma", "",
       "Bagi lulusan sekolah yang sudah tutup."},
      {"paket", "disdik", "Pendaftaran Pendidikan Kesetaraan", "Equivalency education", "paket A, paket B, paket C",
       "Bagi yang putus sekolah."},
      {"sekolah-izin", "disdik", "Izin Pendirian Satuan Pendidikan", "Licence to found a school", "izin operasional",
       "Untuk PAUD, SD, SMP, dan lembaga kursus."},
      {"beasiswa", "disdik", "Beasiswa Siswa Berprestasi", "Scholarship", "bantuan pendidikan",
       "Bagi siswa yang berprestasi."},
      {"nib", "dpmptsp", "Pendampingan Nomor Induk Berusaha", "Business registration number",
       "NIB, OSS, perizinan berusaha", "Pendampingan pengisian di OSS."},
      {"pbg", "dpmptsp", "Persetujuan Bangunan Gedung", "Building approval", "PBG",
       "Untuk mendirikan, mengubah, atau merawat bangunan gedung."},
      {"slf", "dpmptsp", "Sertifikat Laik Fungsi Bangunan Gedung", "Certificate of fitness of a building", "SLF",
       "Sebelum bangunan dimanfaatkan."},
      {"kkpr", "dpmptsp", "Kesesuaian Kegiatan Pemanfaatan Ruang", "Conformity with the spatial plan",
       "KKPR, tata ruang", "Sebelum tanah digunakan."},
      {"reklame", "dpmptsp", "Izin Penyelenggaraan Reklame", "Billboard permit", "", "Papan, kain, dan videotron."},
      {"reklame-panjang", "dpmptsp", "Perpanjangan Izin Reklame", "Extension of a billboard permit", "",
       "Diajukan sebelum masa berlaku berakhir."},
      {"apotek", "dpmptsp", "Izin Apotek", "Pharmacy licence", "", "Untuk apoteker."},
      {"penelitian", "kesbangpol", "Surat Keterangan Penelitian", "Research permit", "rekomendasi penelitian, KKN",
       "Untuk mahasiswa dan peneliti."},
      {"pbb-mutasi", "bapenda", "Mutasi Objek Pajak Bumi dan Bangunan", "Change of the owner for property tax",
       "PBB-P2", "Pemecahan, penggabungan, dan ganti nama SPPT."},
      {"pbb-kurang", "bapenda", "Pengurangan Pajak Bumi dan Bangunan", "Property tax relief", "PBB-P2, keringanan",
       "Bagi wajib pajak yang tidak mampu atau terkena bencana."},
      {"bphtb", "bapenda", "Penelitian Bea Perolehan Hak atas Tanah dan Bangunan", "Duty on acquiring land", "BPHTB",
       "Sebelum akta jual beli ditandatangani."},
      {"dtks", "dinsos", "Usulan Data Terpadu Kesejahteraan Sosial", "Registration for social assistance",
       "DTKS, bantuan sosial", "Melalui musyawarah kelurahan."},
      {"difabel", "dinsos", "Bantuan Alat Bantu Penyandang Disabilitas", "Aids for people with disabilities",
       "kursi roda", "Kursi roda, tongkat, dan alat bantu dengar."},
      {"lansia", "dinsos", "Perlindungan Lanjut Usia Terlantar", "Care for the elderly", "lansia, panti sosial",
       "Rujukan ke panti."},
      {"bencana", "bpbd", "Bantuan Logistik Korban Bencana", "Relief for victims of disasters", "",
       "Sandang, pangan, dan tenda."},
      {"damkar", "damkar", "Pemadaman Kebakaran dan Penyelamatan", "Fire fighting and rescue", "",
       "Siaga sepanjang hari."},
      {"ak1", "disnaker", "Penerbitan Kartu Pencari Kerja (AK-1)", "Job seeker card", "kartu kuning",
       "Untuk melamar pekerjaan."},
      {"latih", "disnaker", "Pendaftaran Pelatihan Kerja", "Job training", "balai latihan kerja",
       "Menjahit, las, dan komputer."},
      {"phk", "disnaker", "Mediasi Perselisihan Hubungan Industrial", "Mediation of labour disputes", "PHK",
       "Antara pekerja dan pengusaha."},
      {"kir", "dishub", "Pengujian Kendaraan Bermotor Berkala", "Vehicle inspection", "KIR",
       "Untuk angkutan barang dan orang."},
      {"pju", "dishub", "Perbaikan Penerangan Jalan Umum", "Repair of street lights", "PJU",
       "Lampu yang padam atau rusak."},
      {"jalan", "pupr", "Pengaduan Jalan Rusak", "Report of a broken road", "pemeliharaan jalan",
       "Lubang dan genangan."},
      {"sampah", "dlh", "Pengangkutan Sampah Permukiman", "Waste collection", "persampahan",
       "Jadwal pengangkutan per lingkungan."},
      {"tinja", "dlh", "Penyedotan Lumpur Tinja", "Septic tank emptying", "", "Dengan mobil tangki."},
      {"pohon", "dlh", "Pemangkasan dan Penebangan Pohon", "Tree cutting", "", "Pohon di ruang milik jalan."},
      {"makam", "dlh", "Izin Penggunaan Tanah Makam", "Use of a grave", "pemakaman",
       "Untuk pemakaman baru dan tumpang."},
      {"perlindungan", "dp3a", "Penanganan Kekerasan terhadap Perempuan dan Anak",
       "Help for women and children who suffer violence", "perlindungan perempuan, perlindungan anak",
       "Pendampingan dan rumah aman."},
      {"pengaduan", "kominfo", "Pengaduan Masyarakat", "Complaints", "SP4N-LAPOR",
       "Melalui situs, aplikasi, dan pesan singkat."},
      {"tani", "dkp", "Pendaftaran Kartu Tani", "Farmer card", "pupuk bersubsidi", "Untuk anggota kelompok tani."},
      {"nelayan", "dkp", "Rekomendasi Kartu Nelayan", "Fisherman card", "KUSUKA", "Untuk pelaku usaha perikanan."},
      {"ppid", "kominfo", "Permohonan Informasi Publik", "Public information request", "PPID",
       "Jawaban diberikan tertulis."},
  };
  return services;
}

inline std::vector<std::string> split_at_commas(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    parts.emplace_back(text.substr(0, comma));
    text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
  }
  return parts;
}

// An id that differs for different texts (FNV-1a).
inline Uuid test_id(std::string_view text) {
  Uuid id;
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  for (std::size_t i = 0; i < 8; ++i) id.bytes[i] = static_cast<std::uint8_t>(hash >> (8 * i));
  return id;
}

inline SearchDocument test_document(const TestService& service) {
  SearchDocument document{.id = test_id(service.key),
                          .institution = InstitutionId{1},
                          .unit = test_id(service.unit),
                          .region = service.unit == "kelurahan" ? "32.73.01" : "32.73",
                          .title = {std::string(service.title), std::string(service.english)},
                          .other_titles = {},
                          .keywords = split_at_commas(service.keywords),
                          .description = {std::string(service.description), ""},
                          .life_events = {}};
  std::vector<std::string> named = document.keywords;
  named.push_back(document.title.id);
  document.life_events = built_in_vocabulary().events.of_service(named);
  return document;
}

inline std::vector<SearchDocument> test_documents() {
  std::vector<SearchDocument> documents;
  for (const TestService& one : test_services()) documents.push_back(test_document(one));
  return documents;
}

// The key of a document of test_documents().
inline std::string test_key(const Uuid& id) {
  for (const TestService& one : test_services()) {
    if (test_id(one.key) == id) return std::string(one.key);
  }
  return "?";
}

}  // namespace prima::catalogue
