#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <iterator>
#include <set>

#include "html/badge.h"
#include "html/chart_bars.h"
#include "html/chart_scale.h"
#include "html/chart_years.h"
#include "html/disclosure.h"
#include "html/form.h"
#include "html/lists.h"
#include "html/pagination.h"
#include "html/province.h"
#include "html/table.h"
#include "html/tile_map.h"

namespace prima::html {
namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

template <typename Function>
std::string write(const Function& function, Language language = Language::id) {
  Writer w(language);
  function(w);
  return std::string(w.take().view());
}

TEST(Province, ThereAreThirtyEightInOrderEachOnATileOfItsOwn) {
  ASSERT_EQ(provinces().size(), 38U);
  std::set<std::pair<int, int>> tiles;
  std::string_view before;
  for (const Province& one : provinces()) {
    EXPECT_LT(before, one.code);
    before = one.code;
    EXPECT_TRUE(tiles.insert({one.row, one.column}).second) << one.name;
    EXPECT_LE(one.abbreviation.size(), 7U);
    EXPECT_EQ(find_province(one.code), &one);
  }
  EXPECT_EQ(find_province("00"), nullptr);
  EXPECT_EQ(find_province("95")->name, "Papua Pegunungan");
}

TEST(Province, StandsInTheStyleSheetWhereTheTableSays) {
  std::ifstream in(PRIMA_SOURCE_DIR "/web/css/map.css");
  const std::string css{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  for (const Province& one : provinces()) {
    const auto rule = [&](int row, int column) {
      return ".at-" + std::string(one.code) + " { grid-area: " + std::to_string(row) + " / " + std::to_string(column) +
             "; }";
    };
    EXPECT_TRUE(contains(css, "\n" + rule(one.row, one.column))) << one.name;
    const bool is_west = one.column <= 7;
    EXPECT_TRUE(contains(css, "  " + rule(one.row + (is_west ? 1 : 10), one.column - (is_west ? 0 : 7)))) << one.name;
  }
}

TEST(TileMap, NamesEachProvinceAndSaysWhereThereIsNoValue) {
  const std::array<TileValue, 1> values = {{{"32", "87,42", "/hasil?provinsi=32", Tone::good, "zona hijau"}}};
  const std::string html = write([&](Writer& w) { tile_map(w, {.label = "Peta", .values = values}); }, Language::en);
  EXPECT_EQ(count(html, "<li class=\"at-"), 38U);
  EXPECT_EQ(count(html, "<a class=\"tile"), 1U);
  EXPECT_TRUE(contains(html, R"(<a class="tile tone-good" href="/en/hasil?provinsi=32" title="West Java">)"));
  EXPECT_TRUE(contains(html, ", zona hijau"));
  EXPECT_EQ(count(html, "no score yet"), 37U);
}

TEST(Tone, SpreadsOverTheBandsFromBestToWorst) {
  for (const std::size_t bands : {2U, 3U, 4U, 5U, 7U}) {
    EXPECT_EQ(tone_of_band(0, bands), Tone::top);
    EXPECT_EQ(tone_of_band(bands - 1, bands), Tone::bottom);
    for (std::size_t at = 1; at < bands; ++at) EXPECT_LE(tone_of_band(at - 1, bands), tone_of_band(at, bands));
  }
  EXPECT_EQ(tone_of_band(2, 5), Tone::middle);
  EXPECT_EQ(tone_of_zone("Hijau"), Tone::good);
  EXPECT_EQ(tone_of_zone("Ungu"), Tone::neutral);
}

TEST(Badge, SaysInWordsWhatItsColourSays) {
  EXPECT_TRUE(contains(write([](Writer& w) { zone_badge(w, "Kuning"); }), "Zona kuning"));
  EXPECT_TRUE(contains(write([](Writer& w) { zone_badge(w, "Kuning"); }, Language::en), "Yellow zone"));
  EXPECT_TRUE(contains(write([](Writer& w) { zone_badge(w, ""); }), "Zona tidak dicetak"));
  EXPECT_TRUE(contains(write([](Writer& w) { zone_badge(w, "<b>"); }), "&lt;b&gt;"));
  EXPECT_TRUE(contains(write([](Writer& w) { category_badge(w, {.key = "A"}); }), "Kategori A"));
  EXPECT_TRUE(contains(write([](Writer& w) { standing_badge(w, Standing::ours); }), "usulan kami"));
}

TEST(Table, LabelsCellsForNarrowScreensAndReadsNumbersInItsLanguage) {
  const std::string html = write([](Writer& w) {
    table(w, {.caption = "Nilai", .columns = {{"Nama"}, {"Skor \"x\"", true}}}, [](TableRows& rows) {
      rows.row("kota", [](TableRow& row) {
        row.header("Kota");
        row.decimal("91.70");
      });
      rows.row([](TableRow& row) {
        row.header("Desa");
        row.decimal("");
      });
    });
  });
  EXPECT_TRUE(contains(html, R"(<tr id="kota" role="row">)"));
  EXPECT_TRUE(contains(html, R"(<th scope="row" role="rowheader">Kota</th>)"));
  EXPECT_TRUE(contains(html, R"(data-label="Skor &quot;x&quot;"><div>91,70</div>)"));
  EXPECT_TRUE(contains(html, "tidak ada data"));
  EXPECT_TRUE(contains(html, R"(role="group")"));
}

TEST(Table, RefusesARowWithTooFewOrTooManyCells) {
  const auto with_cells = [](int cells) {
    return write([&](Writer& w) {
      table(w, {.caption = "x", .columns = {{"a"}, {"b"}}}, [&](TableRows& rows) {
        rows.row([&](TableRow& row) {
          for (int at = 0; at < cells; ++at) row.cell("y");
        });
      });
    });
  };
  EXPECT_NO_THROW(with_cells(2));
  EXPECT_THROW(with_cells(1), Bug);
  EXPECT_THROW(with_cells(3), Bug);
}

TEST(Form, PointsFromTheFieldToItsHintAndError) {
  const std::string html = write([](Writer& w) {
    text_field(w, {.field = {.id = "nama", .name = "nama", .label = "Nama", .hint = "Lengkap", .error = "Isi nama"},
                   .value = "a\"b"});
  });
  EXPECT_TRUE(contains(html, R"(<label for="nama">Nama</label>)"));
  EXPECT_TRUE(contains(html, R"(aria-describedby="nama-hint nama-error" aria-invalid="true")"));
  EXPECT_TRUE(contains(html, R"(id="nama-hint">Lengkap)"));
  EXPECT_TRUE(contains(html, R"(id="nama-error">Isi nama)"));
  EXPECT_TRUE(contains(html, R"(value="a&quot;b")"));
}

TEST(Form, MarksTheChosenOption) {
  const std::array<Option, 2> years = {{{"2023", "2023"}, {"2024", "2024"}}};
  const Field field{.id = "t", .name = "t", .label = "Tahun"};
  EXPECT_TRUE(contains(write([&](Writer& w) { select_field(w, field, years, "2024"); }), R"(value="2024" selected)"));
  EXPECT_FALSE(contains(write([&](Writer& w) { select_field(w, field, years, "1999"); }), "selected"));
  EXPECT_TRUE(contains(write([&](Writer& w) { radio_field(w, field, years, "2024"); }), R"(value="2024" checked)"));
}

TEST(Form, SummarisesErrorsOnlyWhenThereAreSome) {
  EXPECT_EQ(write([](Writer& w) { error_summary(w, {}); }), "");
  const std::array<FieldError, 1> errors = {{{"nama", "Isi nama"}}};
  EXPECT_TRUE(contains(write([&](Writer& w) { error_summary(w, errors); }), R"(<a href="#nama">Isi nama</a>)"));
}

std::string pages(std::int64_t page, std::int64_t of) {
  const std::string html = write([&](Writer& w) {
    pagination(w, {.page = page, .pages = of, .link = [](std::int64_t to) { return "/p" + std::to_string(to); }});
  });
  std::string shown;
  for (auto at = html.find("<li>"); at != std::string::npos; at = html.find("<li>", at + 1)) {
    const std::string item = html.substr(at, html.find("</li>", at) - at);
    if (contains(item, "…")) shown += "... ";
    const auto label = item.find("aria-label=\"Halaman ");
    if (label != std::string::npos) shown += item.substr(label + 20, item.find('"', label + 20) - label - 20) + " ";
  }
  return shown;
}

TEST(Pagination, ShowsTheEndsAndTheNeighbours) {
  EXPECT_EQ(pages(1, 1), "");
  EXPECT_EQ(pages(1, 2), "1 2 ");
  EXPECT_EQ(pages(1, 9), "1 2 ... 9 ");
  EXPECT_EQ(pages(5, 9), "1 ... 4 5 6 ... 9 ");
  EXPECT_EQ(pages(9, 9), "1 ... 8 9 ");
  EXPECT_EQ(pages(500, 1000), "1 ... 499 500 501 ... 1.000 ");
}

TEST(Tree, WorksWithoutAScript) {
  const std::string html = write([](Writer& w) {
    tree(w, "Pohon", [&] {
      branch(w, {.label = "a", .figure = "1", .open = true, .id = "bagian"},
             [&] { branches(w, [&] { leaf(w, {.label = "b"}); }); });
    });
  });
  EXPECT_TRUE(contains(html, R"(<li id="bagian"><details open><summary class="node">)"));
  EXPECT_TRUE(contains(html, R"(<div class="tree-tools" hidden)"));
}

TEST(ExternalLink, ShowsAnUnsafeAddressAsText) {
  EXPECT_EQ(write([](Writer& w) { external_link(w, "javascript:alert(1)", "sumber"); }), "sumber");
  EXPECT_TRUE(contains(write([](Writer& w) { external_link(w, "https://a.example/", "sumber"); }),
                       "href=\"https://a.example/\""));
}

TEST(ChartScale, PlacesFiguresAndKeepsThemInside) {
  const ChartScale scale("0", "100", 0, 400);
  EXPECT_EQ(coordinate(scale.at("0")), "0");
  EXPECT_EQ(coordinate(scale.at("91.70")), "366.8");
  EXPECT_EQ(coordinate(scale.at("100")), "400");
  EXPECT_EQ(coordinate(scale.at("130")), "400");
  EXPECT_EQ(coordinate(scale.at("-5")), "0");
  EXPECT_EQ(coordinate(-0.001), "0");
  EXPECT_THROW(scale.at("abc"), Bug);
  EXPECT_THROW(scale.at(""), Bug);
  EXPECT_THROW(ChartScale("5", "5", 0, 1), Bug);
}

TEST(YearChart, HasATitleADescriptionAndTheSameFiguresAsATable) {
  const std::array<ChartBand, 2> bands = {{{"A", "50", "100", Tone::top}, {"B", "0", "49.99", Tone::bottom}}};
  const std::array<YearValue, 3> years = {{{"2021", "81.33", "A", Tone::top, bands, {}},
                                           {"2022", "", "", Tone::neutral, bands, {}},
                                           {"2023", "91.70", "A", Tone::top, bands, "resmi"}}};
  const std::string html =
      write([&](Writer& w) { year_chart(w, {.title = "Nilai", .summary = "Naik.", .years = years}); });
  EXPECT_EQ(count(html, R"(role="img")"), 3U);
  EXPECT_EQ(count(html, "Naik.</desc>"), 3U);
  EXPECT_TRUE(contains(html, "<div>91,70</div>"));
  EXPECT_TRUE(contains(html, "tidak dinilai"));
  // The gap of 2022 breaks the line: two moves, no line.
  const auto path = html.find("class=\"line\" d=\"");
  const std::string d = html.substr(path + 16, html.find('"', path + 16) - path - 16);
  EXPECT_EQ(count(d, "M"), 2U);
  EXPECT_EQ(count(d, "L"), 0U);
}

TEST(YearChart, CopesWithNoYearsAtAll) {
  EXPECT_FALSE(contains(write([](Writer& w) { year_chart(w, {.title = "Nilai", .summary = "Belum ada."}); }),
                        "<svg class=\"chart"));
}

TEST(BarChart, IsATableOfItsFigures) {
  const std::array<Bar, 2> bars = {{{"Satu", "50", Tone::middle}, {"Dua", "", Tone::neutral}}};
  const std::string html = write([&](Writer& w) {
    bar_chart(
        w, {.title = "Nilai", .label_heading = "Nama", .value_heading = "Nilai", .reference = "78.00", .bars = bars});
  });
  EXPECT_TRUE(contains(html, R"(class="fill" y="2" width="200")"));
  EXPECT_EQ(count(html, "class=\"reference\""), 2U);
  EXPECT_TRUE(contains(html, "tidak ada data"));
}

TEST(Text, EveryTextStandsInBothLanguages) {
  for (std::size_t at = 0; at < kTexts; ++at) {
    const auto key = static_cast<Text>(at);
    EXPECT_FALSE(text(Language::id, key).empty()) << name(key);
    EXPECT_FALSE(text(Language::en, key).empty()) << name(key);
  }
}

}  // namespace
}  // namespace prima::html
