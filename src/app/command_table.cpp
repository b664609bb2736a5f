#include "app/command.h"
#include "app/commands_data.h"
#include "app/commands_database.h"
#include "app/commands_instrument.h"
#include "app/commands_journal.h"
#include "app/commands_score.h"
#include "app/commands_serve.h"
#include "app/commands_user.h"
#include "app/data_place.h"

namespace prima::app {

namespace {

constexpr std::size_t any_number = 10'000;

const OptionSpec json_option{
    "--json", "", {"satu dokumen JSON ke keluaran baku", "one JSON document on standard output"}};

// The options of a command that touches stored data.
std::vector<OptionSpec> with_data(std::vector<OptionSpec> options) {
  options.insert(options.begin(), data_options().begin(), data_options().end());
  return options;
}

Exit run_man(const Arguments& arguments) {
  print(manual_page(arguments.language));
  return Exit::done;
}

std::vector<Command> make_commands() {
  return {
      {"serve",
       "",
       0,
       0,
       {"buka situs Prima di komputer ini", "open the Prima site on this computer"},
       {"Mencetak satu baris \"listening on http://ALAMAT:PORT\" begitu siap, dan berhenti dengan rapi saat menerima "
        "SIGTERM.",
        "Prints one line \"listening on http://ADDR:PORT\" once it is ready, and stops cleanly on SIGTERM."},
       with_data({{"--demo",
                   "",
                   {"isi basis data yang kosong dengan satu kota contoh; tanpa --data hilang saat berhenti",
                    "fill an empty database with one invented city; without --data it is gone at the end"}},
                  {"--institution",
                   "CODE",
                   {"saat pertama kali: kode wilayah pemerintah daerah, misalnya 19.71",
                    "at the first start: the region code of the government, such as 19.71"}},
                  {"--listen",
                   "ALAMAT:PORT",
                   {"bawaan 127.0.0.1:8080; port 0 memilih sendiri", "default 127.0.0.1:8080; port 0 picks one"}},
                  {"--public-url",
                   "URL",
                   {"alamat situs seperti yang dilihat peramban, misalnya https://prima.contoh.go.id",
                    "the site's address as browsers see it, such as https://prima.example.org"}},
                  {"--tls-cert", "FILE", {"sertifikat TLS (PEM)", "TLS certificate (PEM)"}},
                  {"--tls-key", "FILE", {"kunci TLS (PEM)", "TLS key (PEM)"}}}),
       run_serve},
      {"instrument list",
       "",
       0,
       0,
       {"daftar instrumen", "list the instruments"},
       {},
       {json_option},
       run_instrument_list},
      {"instrument show",
       "ID",
       1,
       1,
       {"tampilkan instrumen sebagai pohon dengan bobotnya", "show an instrument as a tree with its weights"},
       {"ID boleh juga nama berkas .yaml.", "ID may also be the name of a .yaml file."},
       {json_option},
       run_instrument_show},
      {"instrument lint",
       "FILE...",
       1,
       any_number,
       {"buktikan bahwa instrumen masuk akal", "prove that an instrument makes sense"},
       {"Memeriksa bobot, batas kategori, jawaban, id, rujukan dan kedua bahasa, lalu menjalankan cases/*.yaml di "
        "sebelah berkas. Kode keluar 1 bila ada temuan.",
        "Checks weights, category limits, answers, ids, references and both languages, then runs the cases/*.yaml "
        "beside the file. Exit code 1 when there are findings."},
       {json_option},
       run_instrument_lint},
      {"instrument diff",
       "A B",
       2,
       2,
       {"apa yang berubah antara dua instrumen, dalam kata-kata", "what changed between two instruments, in words"},
       {},
       {json_option},
       run_instrument_diff},
      {"score",
       "INSTRUMENT ANSWERS.csv",
       2,
       2,
       {"hitung nilai dari berkas jawaban", "compute scores from a file of answers"},
       {"Kolom: institution, unit, indicator, value, dan bila instrumen memakai sampel: product, respondent. Urutan "
        "baris tidak berpengaruh.",
        "Columns: institution, unit, indicator, value, and where the instrument samples: product, respondent. The "
        "order of rows does not matter."},
       {{"--explain",
         "INSTANSI[/UNIT]",
         {"jelaskan satu nilai sampai ke jawabannya", "explain one score down to its answers"}},
        json_option},
       run_score},
      {"rollup",
       "INSTRUMENT UNITS.csv",
       2,
       2,
       {"gabungkan nilai unit menjadi nilai instansi", "roll unit scores up to institutions"},
       {},
       {json_option},
       run_rollup},
      {"classify",
       "INSTRUMENT SCORE...",
       2,
       any_number,
       {"kategori dan zona dari nilai", "category and zone of scores"},
       {},
       {{"--oversight",
         "followed|open|none",
         {"tindak lanjut produk pengawasan", "follow-up of the products of oversight"}},
        json_option},
       run_classify},
      {"survey index",
       "RESPONSES.csv",
       1,
       1,
       {"indeks kepuasan masyarakat (SKM) dari jawaban", "satisfaction index (SKM) from responses"},
       {},
       {{"--convention",
         "ID",
         {"cara hitung: exact_1_9 (bawaan), w_0.111, w_0.11, w_0.1111, each_round3, total_round3",
          "convention: exact_1_9 (default), w_0.111, w_0.11, w_0.1111, each_round3, total_round3"}},
        {"--population",
         "N",
         {"jumlah pengguna layanan, untuk ukuran sampel", "number of service users, for the sample size"}},
        json_option},
       run_survey_index},
      {"registry check",
       "RESULTS.csv",
       1,
       1,
       {"hitung ulang hasil yang diterbitkan dan sebutkan yang bertentangan",
        "recompute published results and list what contradicts"},
       {"Kode keluar 1 bila ada pertentangan.", "Exit code 1 when there are contradictions."},
       {json_option},
       run_registry_check},
      {"sample-data",
       "city|national",
       1,
       1,
       {"tulis data contoh sintetis", "write synthetic sample data"},
       {"Seed yang sama memberi berkas yang sama.", "The same seed gives the same files."},
       {{"--seed", "N", {"bawaan 1", "default 1"}},
        {"--out", "DIR", {"folder tujuan", "folder to write to"}},
        {"--instrument", "ID", {"bawaan ombudsman/kepatuhan/2024", "default ombudsman/kepatuhan/2024"}}},
       run_sample_data},
      {"migrate",
       "",
       0,
       0,
       {"sesuaikan basis data dengan versi program ini", "bring the database up to this version of the program"},
       {"Tanpa --commit hanya menampilkan langkah yang akan diterapkan. Langkah yang gagal meninggalkan keadaan "
        "sebelumnya.",
        "Without --commit it only shows the steps. A step that fails leaves the state before it."},
       with_data({{"--commit", "", {"terapkan", "apply them"}}}),
       run_migrate},
      {"backup",
       "FILE",
       1,
       1,
       {"salin seluruh basis data ke satu berkas baru", "copy the whole database into one new file"},
       {"Boleh dijalankan saat situs melayani. Berkas itu dapat dipulihkan ke SQLite maupun PostgreSQL. Kunci di "
        "folder "
        "data tidak ikut; salin sendiri ke tempat yang aman.",
        "May run while the site serves. The file can be restored into SQLite or PostgreSQL. The keys in the data "
        "folder "
        "are not in it; copy them to a safe place yourself."},
       data_options(),
       run_backup},
      {"restore",
       "FILE",
       1,
       1,
       {"pulihkan cadangan ke tempat yang kosong", "restore a backup into an empty place"},
       {},
       data_options(),
       run_restore},
      {"journal verify",
       "",
       0,
       0,
       {"periksa apakah ada yang mengubah jurnal", "check whether anybody tampered with a journal"},
       {"Menghitung ulang semua hash dan membandingkannya dengan tanda tangan yang tersimpan. Menyebut catatan pertama "
        "yang diubah, dihapus, dipindahkan atau disisipkan. Kode keluar 1 bila ada.",
        "Computes every hash anew and compares with the stored signatures. Names the first entry that was changed, "
        "removed, moved or inserted. Exit code 1 when there is one."},
       with_data({{"--checkpoint",
                   "FILE",
                   {"tanda tangan yang disimpan di tempat lain", "a signed checkpoint that was kept elsewhere"}},
                  {"--public-url", "URL", {"seperti saat serve", "as for serve"}},
                  json_option}),
       run_journal_verify},
      {"journal witness",
       "CHECKPOINT",
       1,
       1,
       {"tanda tangani jurnal instansi lain sebagai saksi", "sign the journal of another institution as its witness"},
       {"CHECKPOINT adalah salinan dari /audit/checkpoint instansi itu. Ditolak bila jurnalnya bukan lanjutan dari "
        "yang "
        "terakhir dilihat.",
        "CHECKPOINT is a copy of that institution's /audit/checkpoint. Refused when the journal does not continue the "
        "one "
        "that was seen last."},
       {{"--log-key", "KEY", {"kunci dari /audit/key instansi itu", "the key from that institution's /audit/key"}},
        {"--key", "FILE", {"kunci saksi; dibuat bila belum ada", "the witness's key; made when there is none"}},
        {"--name",
         "NAME",
         {"nama saksi, misalnya saksi.contoh.go.id", "the witness's name, such as witness.example.org"}},
        {"--state", "FILE", {"yang terakhir dilihat; diperbarui", "what was seen last; updated"}},
        {"--proof",
         "FILE",
         {"bukti dari /audit/consistency; wajib setelah yang pertama",
          "the proof from /audit/consistency; needed after the first time"}}},
       run_journal_witness},
      {"user add",
       "NAME",
       1,
       1,
       {"buat akun dan tautan sekali pakainya", "make an account and its one-time link"},
       {},
       with_data(user_add_options()),
       run_user_add},
      {"user list", "", 0, 0, {"daftar akun", "list the accounts"}, {}, data_options(), run_user_list},
      {"user reset",
       "NAME",
       1,
       1,
       {"tautan sekali pakai baru; semua sesi akun itu berakhir",
        "a new one-time link; all sessions of the account end"},
       {},
       with_data({origin_option()}),
       run_user_reset},
      {"man", "", 0, 0, {"halaman manual (roff)", "the manual page (roff)"}, {}, {}, run_man},
  };
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> all = make_commands();
  return all;
}

}  // namespace prima::app
