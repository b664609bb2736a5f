#include <gtest/gtest.h>

#include "catalogue/search_test_support.h"

namespace prima::catalogue {
namespace {

struct Expected {
  std::string_view query;
  std::string_view first;  // the key of the service that must stand first
};

constexpr Expected expected[] = {
    // the official words
    {"akta kelahiran", "akta-lahir"},
    {"kartu keluarga baru", "kk-baru"},
    {"persetujuan bangunan gedung", "pbg"},
    {"sertifikat laik fungsi", "slf"},
    {"nomor induk berusaha", "nib"},
    {"surat keterangan usaha", "usaha-ket"},
    {"surat keterangan tidak mampu", "sktm"},
    {"penerimaan peserta didik baru", "ppdb"},
    {"rawat inap", "rawat-inap"},
    {"pengujian kendaraan bermotor", "kir"},
    {"identitas kependudukan digital", "ikd"},
    {"permohonan informasi publik", "ppid"},
    {"izin apotek", "apotek"},
    {"pemeriksaan laboratorium", "lab"},
    {"kartu tanda penduduk baru", "ktp-baru"},
    // other forms of the words
    {"membuat akta kelahiran", "akta-lahir"},
    {"pembuatan akta lahir", "akta-lahir"},
    {"memperpanjang reklame", "reklame-panjang"},
    {"perpanjangan reklame", "reklame-panjang"},
    {"perpanjang izin reklame", "reklame-panjang"},
    {"pencatatan nikah", "akta-kawin"},
    {"bercerai", "akta-cerai"},
    {"mengganti nama", "ganti-nama"},
    {"mengubah data ktp", "ktp-ubah"},
    {"ubah ktp", "ktp-ubah"},
    {"pindahan penduduk", "pindah"},
    {"melegalisasi ijazah", "ijazah-legal"},
    {"memangkas pohon", "pohon"},
    {"menebang pohon", "pohon"},
    {"meneliti", "penelitian"},
    {"mengadukan jalan", "jalan"},
    {"merekam ktp", "ktp-baru"},
    {"membetulkan akta", "betul-akta"},
    {"kehamilan", "ibu"},
    {"pelatihan bekerja", "latih"},
    {"surat-surat keterangan usaha", "usaha-ket"},
    {"mengangkut sampah", "sampah"},
    {"penyedotan tinja", "tinja"},
    // everyday words
    {"KTP hilang", "ktp-hilang"},
    {"ktp ilang", "ktp-hilang"},
    {"kehilangan ktp", "ktp-hilang"},
    {"ktp rusak", "ktp-hilang"},
    {"bikin ktp", "ktp-baru"},
    {"mau bikin ktp baru gimana caranya", "ktp-baru"},
    {"e-KTP hilang", "ktp-hilang"},
    {"ektp patah", "ktp-hilang"},
    {"ktp digital", "ikd"},
    {"ktp anak", "kia"},
    {"kia", "kia"},
    {"pisah kk", "kk-baru"},
    {"kartu keluarga pisah dari orang tua", "kk-baru"},
    {"anak baru lahir", "akta-lahir"},
    {"umkm", "usaha-ket"},
    {"kk hilang", "kk-hilang"},
    {"tambah anak kk", "kk-ubah"},
    {"pindah sekolah", "mutasi"},
    {"mutasi siswa", "mutasi"},
    {"bikin akte", "akta-lahir"},
    {"bikin akte lahir", "akta-lahir"},
    {"akte lahir", "akta-lahir"},
    {"surat lahir anak", "akta-lahir"},
    {"akta hilang", "akta-kedua"},
    {"akte mati", "akta-mati"},
    {"orang tua meninggal", "akta-mati"},
    {"surat kematian", "akta-mati"},
    {"akta nikah", "akta-kawin"},
    {"numpang nikah", "pengantar-nikah"},
    {"akta cerai", "akta-cerai"},
    {"adopsi anak", "angkat-anak"},
    {"bpjs", "bpjs"},
    {"bpjs gratis", "bpjs"},
    {"daftar bpjs", "bpjs"},
    {"kis", "bpjs"},
    {"imb", "pbg"},
    {"izin mendirikan bangunan", "pbg"},
    {"bangun rumah", "pbg"},
    {"renovasi rumah", "pbg"},
    {"siup", "nib"},
    {"buka warung", "nib"},
    {"izin usaha", "nib"},
    {"oss", "nib"},
    {"kelakuan baik", "skck"},
    {"surat miskin", "sktm"},
    {"surat domisili", "domisili"},
    {"warisan", "waris"},
    {"surat lajang", "belum-nikah"},
    {"sakit gigi", "gigi"},
    {"cabut gigi", "gigi"},
    {"hamil", "ibu"},
    {"suntik anak", "imunisasi"},
    {"vaksin", "imunisasi"},
    {"spiral kb", "kb"},
    {"surat dokter", "sehat"},
    {"cek darah", "lab"},
    {"depresi", "jiwa"},
    {"ambulan", "igd"},
    {"opname", "rawat-inap"},
    {"izin makanan rumahan", "pirt"},
    {"praktek bidan", "sip"},
    {"masuk sd", "ppdb"},
    {"zonasi", "ppdb"},
    {"ijasah ilang", "ijazah-hilang"},
    {"legalisir ijazah", "ijazah-legal"},
    {"kejar paket", "paket"},
    {"putus sekolah", "paket"},
    {"buka paud", "sekolah-izin"},
    {"pasang spanduk", "reklame"},
    {"izin skripsi", "penelitian"},
    {"kkn", "penelitian"},
    {"balik nama pbb", "pbb-mutasi"},
    {"keringanan pajak", "pbb-kurang"},
    {"pajak jual beli tanah", "bphtb"},
    {"bansos", "dtks"},
    {"belum dapat bansos", "dtks"},
    {"kursi roda", "difabel"},
    {"difabel", "difabel"},
    {"panti jompo", "lansia"},
    {"kebanjiran", "bencana"},
    {"damkar", "damkar"},
    {"ular masuk rumah", "damkar"},
    {"kartu kuning", "ak1"},
    {"cari kerja", "ak1"},
    {"kursus gratis", "latih"},
    {"pesangon", "phk"},
    {"dipecat", "phk"},
    {"kir truk", "kir"},
    {"lampu jalan mati", "pju"},
    {"jalan berlubang", "jalan"},
    {"tukang sampah", "sampah"},
    {"sedot wc", "tinja"},
    {"pohon tumbang", "pohon"},
    {"kuburan", "makam"},
    {"kdrt", "perlindungan"},
    {"lapor gubernur", "pengaduan"},
    {"girik", "tanah-riwayat"},
    {"tata ruang", "kkpr"},
    // typing errors
    {"akte kelahrian", "akta-lahir"},
    {"kartu kelurga baru", "kk-baru"},
    {"imunsasi", "imunisasi"},
    {"persetujaun bangunan", "pbg"},
    {"domisli", "domisili"},
    {"ijazha hilang", "ijazah-hilang"},
    {"bea siswa beasisiwa", "beasiswa"},
    {"rekalme", "reklame"},
    {"perceriaan", "akta-cerai"},
    {"bangsos", "dtks"},
    {"legalisai ijazah", "ijazah-legal"},
    {"laboratorim", "lab"},
    {"ktp hialng", "ktp-hilang"},
    {"penelitan", "penelitian"},
    {"sampha", "sampah"},
    {"disabiltas", "difabel"},
    {"pemadaman kebakran", "damkar"},
    // the beginning of the last word
    {"akta kelah", "akta-lahir"},
    {"surat keterangan domis", "domisili"},
    {"rekl", "reklame"},
    // short forms, marks, case
    {"K.T.P. hilang", "ktp-hilang"},
    {"SRT KET USAHA", "usaha-ket"},
    {"sy mau bikin ktp yg hilang", "ktp-hilang"},
    {"\"akta kelahiran\"!!!", "akta-lahir"},
    {"pbb", "pbb-kurang"},
    // English
    {"birth certificate", "akta-lahir"},
    {"lost id card", "ktp-hilang"},
    {"electronic identity card", "ktp-baru"},
    {"getting married", "pengantar-nikah"},
    {"building permit", "pbg"},
    {"start a business", "nib"},
    {"change school", "mutasi"},
    {"wheelchair", "difabel"},
    {"garbage", "sampah"},
    {"divorce", "akta-cerai"},
    {"health insurance", "bpjs"},
    {"vaccination", "imunisasi"},
    {"job training", "latih"},
    {"pothole", "jalan"},
    {"scolarship", "beasiswa"},
    {"property tax relief", "pbb-kurang"},
};

static_assert(std::size(expected) >= 120);

std::string first_three(const SearchResult& result) {
  std::string text;
  for (std::size_t i = 0; i < result.hits.size() && i < 3; ++i) {
    text += test_key(result.hits[i].id) + "=" + std::to_string(result.hits[i].rank) + " ";
  }
  return text;
}

TEST(Search, PutsTheServiceThatPeopleMeanFirst) {
  const std::vector<SearchDocument> documents = test_documents();
  const SearchIndex index(documents, built_in_vocabulary());
  for (const Expected& row : expected) {
    const SearchResult result = index.search({.text = row.query});
    ASSERT_FALSE(result.hits.empty()) << row.query;
    EXPECT_EQ(test_key(result.hits[0].id), row.first) << "\"" << row.query << "\" found " << first_three(result);
  }
}

}  // namespace
}  // namespace prima::catalogue
