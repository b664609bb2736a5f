#include <gtest/gtest.h>

#include <map>

#include "catalogue/search_test_support.h"
#include "catalogue/template.h"

// The search over a city that offers each of the program's own service templates.
namespace prima::catalogue {
namespace {

SearchDocument document_of(const ServiceTemplate& source) {
  SearchDocument document{.id = test_id(source.key),
                          .institution = InstitutionId{1},
                          .unit = test_id("unit"),
                          .region = "32.73",
                          .title = source.standard.title.words(),
                          .other_titles = {},
                          .keywords = source.standard.keywords,
                          .description = source.standard.description.words(),
                          .life_events = source.standard.life_events};
  for (const auto& name : source.standard.other_names) document.other_titles.push_back(name.id);
  return document;
}

struct Expected {
  std::string_view query;
  std::string_view first;  // the key of the template that must stand first
};

constexpr Expected expected[] = {
    {"KTP hilang", "ktp-elektronik"},
    {"bikin ktp", "ktp-elektronik"},
    {"kehilangan kartu tanda penduduk", "ktp-elektronik"},
    {"lost id card", "ktp-elektronik"},
    {"pisah kk", "kartu-keluarga"},
    {"kartu keluarga pisah dari orang tua", "kartu-keluarga"},
    {"anak baru lahir", "akta-kelahiran"},
    {"sampah menumpuk", "angkut-sampah"},
    {"umkm", "nomor-induk-berusaha"},
    {"restoran", "izin-restoran"},
    {"kk hilang", "kartu-keluarga"},
    {"bikin akte", "akta-kelahiran"},
    {"akte kelahiran anak", "akta-kelahiran"},
    {"melahirkan", "akta-kelahiran"},
    {"birth certificate", "akta-kelahiran"},
    {"orang tua meninggal", "akta-kematian"},
    {"mau nikah", "akta-perkawinan"},
    {"gugat cerai", "akta-perceraian"},
    {"divorce", "akta-perceraian"},
    {"pindah rumah", "pindah-keluar"},
    {"baru pindah ke sini", "pindah-datang"},
    {"pindah sekolah", "pindah-sekolah"},
    {"mutasi murid", "pindah-sekolah"},
    {"change school", "pindah-sekolah"},
    {"masuk sd", "penerimaan-murid-baru"},
    {"ppdb", "penerimaan-murid-baru"},
    {"penerimaan peserta didik baru", "penerimaan-murid-baru"},
    {"legalisir ijasah", "legalisasi-ijazah"},
    {"cap basah kk", "legalisasi-dokumen-kependudukan"},
    {"beasiswa", "beasiswa-daerah"},
    {"daftar bpjs", "jaminan-kesehatan-pbi"},
    {"bpjs gratis", "jaminan-kesehatan-pbi"},
    {"health insurance", "jaminan-kesehatan-pbi"},
    {"rujukan rumah sakit", "rujukan-puskesmas"},
    {"vaksin bayi", "imunisasi-anak"},
    {"suntik anak", "imunisasi-anak"},
    {"ambulance", "ambulans-gawat-darurat"},
    {"igd", "ambulans-gawat-darurat"},
    {"imb", "persetujuan-bangunan-gedung"},
    {"bangun rumah", "persetujuan-bangunan-gedung"},
    {"renovasi", "persetujuan-bangunan-gedung"},
    {"building permit", "persetujuan-bangunan-gedung"},
    {"slf", "sertifikat-laik-fungsi"},
    {"tata ruang", "kesesuaian-pemanfaatan-ruang"},
    {"siup", "nomor-induk-berusaha"},
    {"buka usaha", "nomor-induk-berusaha"},
    {"start a business", "nomor-induk-berusaha"},
    {"buka kafe", "izin-restoran"},
    {"minimarket", "izin-toko-swalayan"},
    {"buka apotik", "izin-apotek"},
    {"praktek bidan", "izin-praktik-bidan"},
    {"izin dokter", "izin-praktik-dokter"},
    {"pasang spanduk", "izin-reklame"},
    {"iklan", "izin-reklame"},
    {"sewa kios", "kios-pasar"},
    {"lahan parkir", "izin-parkir"},
    {"kir mobil", "uji-kir"},
    {"uji kendaraan bermotor", "uji-kir"},
    {"timbangan", "tera-ulang"},
    {"surat miskin", "keterangan-tidak-mampu"},
    {"sktm", "keterangan-tidak-mampu"},
    {"bansos", "pemutakhiran-data-sosial"},
    {"kakek sakit panti jompo", "bantuan-lanjut-usia"},
    {"difabel", "kartu-penyandang-disabilitas"},
    {"cari kerja", "kartu-pencari-kerja"},
    {"kartu kuning", "kartu-pencari-kerja"},
    {"dipecat pesangon", "mediasi-hubungan-industrial"},
    {"kuburan", "izin-pemakaman"},
    {"tukang sampah", "angkut-sampah"},
    {"pohon tumbang", "tebang-pohon"},
    {"lampu jalan mati", "lampu-jalan"},
    {"street light", "lampu-jalan"},
    {"pasang pdam", "sambungan-air-bersih"},
    {"ledeng", "sambungan-air-bersih"},
    {"pbb kemahalan", "keberatan-pbb"},
    {"sppt", "salinan-pbb"},
    {"beli tanah", "bphtb"},
    {"pupuk subsidi", "kartu-tani"},
    {"solar nelayan", "kartu-nelayan"},
    {"kirim sapi", "kesehatan-hewan"},
    {"pinjam buku", "anggota-perpustakaan"},
    {"lapor gubernur", "pengaduan-masyarakat"},
    {"complaint", "pengaduan-masyarakat"},
    {"minta data", "permohonan-informasi-publik"},
    {"ktp anak", "kartu-identitas-anak"},
    {"ktp di hp", "identitas-kependudukan-digital"},
    {"akte kelahrian", "akta-kelahiran"},
    {"ktp hialng", "ktp-elektronik"},
    {"imunsasi", "imunisasi-anak"},
    {"rekalme", "izin-reklame"},
    {"pindah sekolha", "pindah-sekolah"},
};

TEST(SearchTemplates, FindTheServiceThatPeopleMean) {
  std::vector<SearchDocument> documents;
  std::map<Uuid, std::string> keys;
  for (const ServiceTemplate& one : service_templates()) {
    documents.push_back(document_of(one));
    keys[documents.back().id] = one.key;
  }
  const SearchIndex index(documents, built_in_vocabulary());
  for (const Expected& row : expected) {
    const SearchResult result = index.search({.text = row.query, .limit = 3});
    std::string found;
    for (const SearchHit& hit : result.hits) found += keys[hit.id] + "=" + std::to_string(hit.rank) + " ";
    ASSERT_FALSE(result.hits.empty()) << row.query;
    EXPECT_EQ(keys[result.hits[0].id], row.first) << "\"" << row.query << "\" found " << found;
  }
}

}  // namespace
}  // namespace prima::catalogue
