#include "gallery.h"

#include <array>
#include <vector>

#include "html/alert.h"
#include "html/badge.h"
#include "html/breadcrumb.h"
#include "html/card.h"
#include "html/chart_bars.h"
#include "html/chart_years.h"
#include "html/disclosure.h"
#include "html/form.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/meter.h"
#include "html/pagination.h"
#include "html/province.h"
#include "html/table.h"
#include "html/tile_map.h"

namespace prima::html::gallery {
namespace {

const Words kTitle{"Nilai pelayanan pemerintah Anda, lengkap dengan alasannya",
                   "How well your government serves you, and why"};
const Words kLead{
    "Cari daerah, kementerian, atau lembaga. Anda melihat nilainya, dari mana nilai itu berasal, dan apa yang perlu "
    "diperbaiki.",
    "Search a region, ministry or agency. See its score, where the score comes from, and what needs to get better."};
const Words kSearch{"Pemerintah mana yang ingin Anda lihat?", "Which government would you like to see?"};

const std::array<ChartBand, 5> kBands = {{{"A", "88.00", "100", Tone::top},
                                          {"B", "78.00", "87.99", Tone::good},
                                          {"C", "54.00", "77.99", Tone::middle},
                                          {"D", "32.00", "53.99", Tone::low},
                                          {"E", "0", "31.99", Tone::bottom}}};
const std::array<ChartBand, 3> kOldBands = {
    {{"+", "81.00", "100", Tone::good}, {"±", "51.00", "80.99", Tone::middle}, {"–", "0", "50.99", Tone::bottom}}};

void hero_part(Writer& w) {
  hero(w, {.title = kTitle, .lead = kLead, .action = [&] {
             search_box(w, {.path = "/hasil", .label = kSearch, .large = true});
           }});
}

void map_part(Writer& w) {
  std::vector<TileValue> values;
  int at = 0;
  for (const Province& province : provinces()) {
    if (++at % 9 == 0) continue;
    const int score = 5200 + (at * 1373) % 4700;
    const std::size_t band = score >= 8800 ? 0 : score >= 7800 ? 1 : 2;
    values.push_back({.code = std::string(province.code),
                      .shown = w.decimal(std::to_string(score / 100) + "." + std::to_string(score / 10 % 10)),
                      .path = "/hasil?provinsi=" + std::string(province.code),
                      .tone = tone_of_band(band, 5),
                      .detail = "zona"});
  }
  const std::array<TileKey, 3> key = {
      {{Tone::top, "A · 88–100"}, {Tone::good, "B · 78–87,99"}, {Tone::middle, "C · 54–77,99"}}};
  card(w, {.title = "Peta nilai provinsi"}, [&] { tile_map(w, {.label = "Provinsi", .values = values, .key = key}); });
}

void table_part(Writer& w) {
  card(w, {.title = "Peringkat", .flush = true}, [&] {
    table(w,
          {.caption = "Nilai rekaan untuk galeri",
           .caption_hidden = true,
           .columns = {{"Peringkat", true}, {"Pemerintah"}, {"Nilai", true}, {"Kategori"}, {"Zona"}, {"Tanda"}}},
          [&](TableRows& rows) {
            rows.row([&](TableRow& row) {
              row.cell("1");
              row.header([&] { w.a({{"href", "#"}}, "Kota Contoh"); });
              row.decimal("97.50");
              row.cell([&] { category_badge(w, {.key = "A", .quality = "Kualitas Tertinggi", .tone = Tone::top}); });
              row.cell([&] { zone_badge(w, "Hijau"); });
              row.none();
            });
            rows.row([&](TableRow& row) {
              row.cell("2");
              row.header([&] { w.a({{"href", "#"}}, "Kabupaten Pura-pura Panjang Sekali Namanya"); });
              row.decimal("71.04");
              row.cell([&] { category_badge(w, {.key = "C", .quality = "Kualitas Sedang", .tone = Tone::middle}); });
              row.cell([&] { zone_badge(w, "Kuning"); });
              row.cell([&] { tag(w, Tone::bottom, Icon::triangle_alert, "Label bertentangan"); });
            });
            rows.row([&](TableRow& row) {
              row.cell("3");
              row.header("Kementerian Misal");
              row.decimal("31.20");
              row.cell([&] { category_badge(w, {.key = "E", .tone = Tone::bottom}); });
              row.cell([&] { zone_badge(w, "Merah"); });
              row.none();
            });
          });
  });
  pagination(
      w, {.page = 4, .pages = 24, .link = [](std::int64_t page) { return "/hasil?halaman=" + std::to_string(page); }});
}

void chart_part(Writer& w) {
  const std::array<YearValue, 6> years = {{{"2018", "78.20", "±", Tone::middle, kOldBands, {}},
                                           {"2019", "87.68", "+", Tone::good, kOldBands, {}},
                                           {"2021", "81.33", "B", Tone::good, kBands, {}},
                                           {"2022", "", "", Tone::neutral, kBands, {}},
                                           {"2023", "91.70", "A", Tone::top, kBands, "resmi"},
                                           {"2024", "93.28", "A", Tone::top, kBands, "resmi"}}};
  card(w, {}, [&] {
    year_chart(w, {.title = "Nilai menurut tahun",
                   .summary = "Naik dari 78,20 pada 2018 menjadi 93,28 pada 2024; tahun 2022 tidak dinilai.",
                   .years = years});
  });
  const std::array<Bar, 4> bars = {{{"Standar pelayanan", "92.10", Tone::top},
                                    {"Sarana dan prasarana", "79.75", Tone::good},
                                    {"Kompetensi pelaksana", "68.40", Tone::middle, {}, "tiga dari lima unit"},
                                    {"Pengelolaan pengaduan", "", Tone::neutral}}};
  card(w, {}, [&] {
    bar_chart(w, {.title = "Nilai tiap dimensi",
                  .label_heading = "Dimensi",
                  .value_heading = "Nilai",
                  .reference = "78.00",
                  .reference_label = "Batas bawah B: 78,00",
                  .bars = bars});
    bullet(w, {.label = "Kota Contoh",
               .value = "91.70",
               .tone = Tone::top,
               .bands = kBands,
               .summary = "91,70 dari 100, kategori A"});
  });
}

void tree_part(Writer& w) {
  tree(w, "Instrumen", [&] {
    branch(w,
           {.label = "Dimensi masukan",
            .figure = w.percent("21.85"),
            .meta =
                [&] {
                  standing_badge(w, Standing::official);
                  w.span("UU 25/2009");
                },
            .open = true},
           [&] {
             branches(w, [&] {
               branch(w,
                      {.label = "Kompetensi pelaksana: pelaksana memahami standar yang ia layani sehari-hari",
                       .figure = w.percent("12.22"),
                       .meta = [&] { standing_badge(w, Standing::inferred); }},
                      [&] {
                        node_body(w, [&] { w.p("Tanyakan kepada pelaksana, lalu cocokkan dengan dokumen."); });
                        branches(w, [&] { leaf(w, {.label = "Indikator kecil", .figure = "4/5"}); });
                      });
               leaf(w,
                    {.label = "Pelatihan dalam dua tahun terakhir",
                     .figure = w.percent("87.78"),
                     .meta = [&] { standing_badge(w, Standing::ours); }},
                    [&] { meter(w, {.value = "64.00", .tone = Tone::middle}); });
             });
           });
    branch(w, {.label = "Dimensi proses", .figure = w.percent("78.15")}, [&] { node_body(w, "Isi."); });
  });
}

void form_part(Writer& w) {
  const std::array<FieldError, 1> errors = {{{"berkas", "Pilih berkas CSV"}}};
  const std::array<Option, 2> years = {{{"2023", "2023"}, {"2024", "2024"}}};
  error_summary(w, errors);
  w.form({{"class", "stack"}, {"method", "get"}, {"action", w.url("/hasil")}}, [&] {
    field_row(w, [&] {
      text_field(w, {.field = {.id = "q", .name = "q", .label = "Nama"}});
      select_field(w, {.id = "tahun", .name = "tahun", .label = "Tahun"}, years, "2024");
      submit_button(w, {.label = "Terapkan"});
    });
    file_field(w, {.field = {.id = "berkas",
                             .name = "berkas",
                             .label = "Berkas jawaban",
                             .hint = "CSV, paling besar 32 MB",
                             .error = "Pilih berkas CSV",
                             .required = true},
                   .accept = ".csv"});
    radio_field(w, {.id = "jenis", .name = "jenis", .label = "Jenis berkas"}, years, "2023");
    checkbox_field(w, {.id = "setuju", .name = "setuju", .label = "Simpan hasil selama satu jam"}, true);
    text_area(w, {.field = {.id = "catatan", .name = "catatan", .label = "Catatan"}});
    button_row(w, [&] {
      submit_button(w, {.label = "Hitung nilai"}, Icon::scale);
      button_link(w, "Pakai contoh", "/hitung/contoh");
      button_link(w, "Batal", "/", ButtonKind::tertiary);
    });
  });
}

void small_parts(Writer& w) {
  alert(w, {.kind = AlertKind::info}, [&] { w.p("Bobot pada instrumen ini adalah usulan kami."); });
  alert(w, {.kind = AlertKind::success, .title = "Nilai dihitung"}, [&] { w.p("7 unit, 412 jawaban."); });
  alert(w, {.kind = AlertKind::warning, .title = "Label bertentangan"},
        [&] { w.p("Tercetak A untuk nilai yang masuk B."); });
  alert(w, {.kind = AlertKind::danger, .title = "Berkas ditolak"},
        [&] { w.p("Baris 12: nilai 100.005 di luar skala."); });
  facts(w, {{"Tahun", "2024"},
            {"Instrumen",
             [&] {
               w.a({{"href", "#"}}, "ombudsman/kepatuhan/2024");
             }},
            {"Sumber", [&] { external_link(w, "https://example.org/siaran-pers", "Siaran pers"); }}});
  const std::array<TabLink, 3> tabs = {{{"Ringkasan", "/a", true}, {"Rincian", "/b"}, {"Sumber", "/c"}}};
  link_tabs(w, "Tampilan", tabs);
  const std::array<Download, 2> files = {
      {{"Hasil lengkap", "/x.json", "JSON", "dengan jejak, 48 KB"}, {"Hasil tiap unit", "/x.csv", "CSV"}}};
  downloads(w, files);
  copy_link_button(w);
  standing_legend(w);
  disclosure(w, {.summary = "Bagaimana nilai ini dihitung?"}, [&] { w.p("Rata-rata nilai unit."); });
  empty_state(w, {.title = "Tidak ada yang cocok"}, [&] { w.p("Periksa ejaan, atau hapus saringan tahun."); });
}

void main_part(Writer& w) {
  hero_part(w);
  wrap(w, [&] {
    stats(w, {{"Pemerintah dinilai", w.count(587), "dari 587"},
              {"Zona hijau", w.count(494), w.percent("84.16"), Tone::good},
              {"Zona kuning", w.count(82), w.percent("13.97"), Tone::middle},
              {"Zona merah", w.count(11), w.percent("1.87"), Tone::bottom}});
    section(w, {.title = "Peta dan peringkat", .lead = "Angka di halaman ini rekaan."}, [&] {
      stack(w, [&] {
        map_part(w);
        table_part(w);
      });
    });
    section(w, {.title = "Grafik"}, [&] { columns(w, Columns::halves, [&] { chart_part(w); }); });
    section(w, {.title = "Pohon"}, [&] { tree_part(w); });
    section(w, {.title = "Formulir"}, [&] { w.div({{"class", "stack"}}, [&] { form_part(w); }); });
    section(w, {.title = "Bagian kecil"}, [&] { w.div({{"class", "stack"}}, [&] { small_parts(w); }); });
    section(w, {.title = "Selanjutnya"}, [&] {
      columns(w, Columns::cards, [&] {
        link_card(w, {.title = "Hitung nilai unit Anda",
                      .body = "Unggah jawaban, lihat setiap poin.",
                      .path = "/hitung",
                      .icon = Icon::scale});
        link_card(w, {.title = "Baca instrumennya",
                      .body = "Pertanyaan, bobot, dan dasar hukum.",
                      .path = "/instrumen",
                      .icon = Icon::list_tree});
        link_card(w, {.title = "Periksa hasil terbitan",
                      .body = "Cetakan yang bertentangan dengan aturannya.",
                      .path = "/hasil",
                      .icon = Icon::search});
      });
    });
  });
}

}  // namespace

std::string page(Language language) {
  return document({.language = language, .path = "/", .title = "Galeri", .section = Section::home, .is_home = true},
                  [](Writer& w) { main_part(w); });
}

}  // namespace prima::html::gallery
