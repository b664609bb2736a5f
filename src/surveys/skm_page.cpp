#include "surveys/skm_page.h"

#include <algorithm>
#include <span>
#include <vector>

#include "base/rounding.h"
#include "html/alert.h"
#include "html/badge.h"
#include "html/breadcrumb.h"
#include "html/card.h"
#include "html/chart_bars.h"
#include "html/disclosure.h"
#include "html/form.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/table.h"
#include "html/text.h"

namespace prima::surveys {

using html::Text;
using html::Writer;

namespace {

constexpr std::size_t most_rows = 100;
constexpr std::size_t most_notices = 50;
constexpr Rounding two_places{2, RoundingMode::half_up};
constexpr Rounding four_places{4, RoundingMode::half_up};
constexpr std::string_view grade_b = "3.0644";  // 76.61 / 25: the least mean of an element that reaches grade B
constexpr std::size_t grades = 4;

html::Tone tone_of(Grade grade) { return html::tone_of_band(static_cast<std::size_t>(grade), grades); }

void grade_badge(Writer& w, Grade grade) {
  html::category_badge(w, {.key = letter(grade), .quality = quality_words(grade), .tone = tone_of(grade)});
}

std::string index_text(const Writer& w, const Index& index) { return w.decimal(fixed(index.rounded, two_places)); }

class SurveyPage {
 public:
  SurveyPage(Writer& w, const SkmReport& report, const SurveyPlace& place) : w_(w), report_(report), place_(place) {
    if (place.chosen < report.results.size()) chosen_ = place.chosen;
  }

  void write() {
    html::breadcrumb(w_, {{Text::score_title, "/hitung"}}, Text::score_result);
    head();
    if (report_.results.empty()) {
      return html::empty_state(w_, {.title = Text::score_survey_none}, [&] { w_.p(Text::score_result_none_body); });
    }
    if (report_.results.size() > 1) all_units();
    if (report_.results.size() == 1) {
      one(report_.results.front());
    } else {
      html::section(w_, {.title = name(report_.results[chosen_].group), .id = "terpilih"},
                    [&] { one(report_.results[chosen_]); });
    }
    notices();
    files();
  }

 private:
  // "Puskesmas Contoh, 2024-S1".
  std::string name(const ResponseGroup& group) const {
    if (group.unit.empty() && group.period.empty()) return std::string(w_.plain(Text::score_survey_all));
    std::string both = group.unit;
    if (!both.empty() && !group.period.empty()) both += ", ";
    return both + group.period;
  }

  void head() {
    const auto count = w_.count(static_cast<std::int64_t>(report_.results.size()));
    const auto many = say(Text::score_survey_many, count);
    const std::string single = report_.results.size() == 1 ? name(report_.results.front().group) : std::string();
    const html::Content title = report_.results.size() == 1 ? html::Content(single)
                                : report_.results.empty()   ? html::Content(Text::score_survey_title)
                                                            : html::Content(many);
    const auto source = [&] {
      if (place_.file.empty()) return w_.text(say(Text::score_from_sample, Text::score_survey_method));
      w_.text(say(Text::score_from_file, Text::score_survey_method, place_.file));
    };
    const auto again = [&] { html::button_link(w_, Text::score_again, "/hitung"); };
    html::page_header(w_, {.eyebrow = Text::score_survey_title, .title = title, .lead = source, .aside = again});
  }

  void row_of(html::TableRows& rows, std::size_t place) {
    const SkmResult& result = report_.results[place];
    rows.row([&](html::TableRow& row) {
      row.header([&] {
        const std::string unit =
            result.group.unit.empty() ? std::string(w_.plain(Text::score_survey_unnamed)) : result.group.unit;
        w_.a({{"href", w_.url("/hitung/hasil/" + place_.key + "?unit=" + std::to_string(place + 1))},
              {"aria-current", html::when(place == chosen_, "true")}},
             unit);
      });
      if (result.group.period.empty()) {
        row.none();
      } else {
        row.cell(result.group.period);
      }
      row.count(static_cast<std::int64_t>(result.group.tally.n));
      if (!result.index) {
        row.none();
        return row.none();
      }
      row.decimal(fixed(result.index->rounded, two_places));
      row.cell([&] { grade_badge(w_, result.index->grade); });
    });
  }

  void all_units() {
    html::section(w_, {.title = Text::score_survey_units, .id = "unit"}, [&] {
      const std::size_t shown = std::min(report_.results.size(), most_rows);
      html::table(w_,
                  {.caption = say(Text::score_table_of, Text::score_survey_units),
                   .caption_hidden = true,
                   .columns = {{Text::score_unit},
                               {Text::score_survey_period},
                               {Text::score_survey_n, true},
                               {Text::score_survey_index, true},
                               {Text::score_survey_grade}}},
                  [&](html::TableRows& rows) {
                    for (std::size_t i = 0; i < shown; ++i) row_of(rows, i);
                  });
      if (shown == report_.results.size()) return;
      w_.p({{"class", "small"}}, say(Text::score_first_of, w_.count(static_cast<std::int64_t>(shown)),
                                     w_.count(static_cast<std::int64_t>(report_.results.size()))));
    });
  }

  void notices() {
    if (report_.findings.empty()) return;
    const std::size_t shown = std::min(report_.findings.size(), most_notices);
    html::section(w_, {.title = Text::score_notices, .id = "catatan"}, [&] {
      const auto count = w_.count(static_cast<std::int64_t>(report_.findings.size()));
      html::disclosure(
          w_, {.summary = say(Text::score_notices_count, count), .open = report_.findings.size() <= 5}, [&] {
            w_.ul([&] {
              for (const Finding& finding : std::span(report_.findings).first(shown)) {
                w_.li(to_text(finding, w_.language()));
              }
            });
            if (shown == report_.findings.size()) return;
            w_.p(say(Text::score_notices_more, w_.count(static_cast<std::int64_t>(report_.findings.size() - shown))));
          });
    });
  }

  void figures(const SkmResult& result) {
    const std::string incomplete = w_.count(static_cast<std::int64_t>(result.group.incomplete));
    const auto n_note = [&] {
      if (result.group.incomplete == 0) return w_.text(Text::score_survey_complete_note);
      w_.text(say(Text::score_survey_incomplete, incomplete));
    };
    const auto required_note = [&] {
      if (!result.population) return w_.text(Text::score_survey_required_unknown);
      w_.text(say(Text::score_survey_required_of, w_.count(static_cast<std::int64_t>(*result.population))));
    };
    // "0.1400" is 14 points either way; shown in per cent.
    std::string margin = std::string(w_.plain(Text::common_no_data));
    if (result.margin) margin = percent_of(*result.margin);
    html::stats(w_, {{.label = Text::score_survey_index,
                      .value = index_text(w_, *result.index),
                      .note = quality_words(result.index->grade),
                      .tone = tone_of(result.index->grade)},
                     {.label = Text::score_survey_n,
                      .value = w_.count(static_cast<std::int64_t>(result.group.tally.n)),
                      .note = n_note},
                     {.label = Text::score_survey_required,
                      .value = w_.count(static_cast<std::int64_t>(result.sample_required)),
                      .note = required_note},
                     {.label = Text::score_survey_margin, .value = margin, .note = Text::score_survey_margin_note}});
  }

  std::string percent_of(std::string_view share) const {
    // Four decimals come in, "0.1400"; two of them move before the point.
    std::string digits;
    for (const char c : share) {
      if (c != '.') digits += c;
    }
    const std::size_t whole = digits.size() - 2;
    std::string percent = digits.substr(0, whole) + "." + digits.substr(whole);
    while (percent.size() > 4 && percent.front() == '0') percent.erase(0, 1);
    return w_.percent(percent);
  }

  void one(const SkmResult& result) {
    if (!result.index) {
      return html::alert(w_, {.kind = html::AlertKind::warning, .title = Text::score_survey_no_index},
                         [&] { w_.p(Text::score_result_none_body); });
    }
    html::stack(w_, [&] {
      figures(result);
      warnings(result);
    });
    part(Text::score_survey_elements, Text::score_survey_elements_lead, [&] { elements(result); });
    part(Text::score_survey_conventions, Text::score_survey_conventions_lead, [&] { conventions(result); });
  }

  // On the page of one unit its parts are the sections; among several they stand below its name.
  void part(Text title, Text lead, const html::Content& body) {
    if (report_.results.size() == 1) return html::section(w_, {.title = title, .lead = lead}, body);
    w_.h3(title);
    w_.p({{"class", "small"}}, lead);
    w_.add(body);
  }

  void warnings(const SkmResult& result) {
    if (result.grade_depends_on_convention) {
      html::alert(w_, {.kind = html::AlertKind::warning, .title = Text::score_survey_depends},
                  [&] { w_.p(Text::score_survey_depends_body); });
    }
    if (result.group.tally.n < result.sample_required && result.population) {
      const auto missing = static_cast<std::int64_t>(result.sample_required - result.group.tally.n);
      html::alert(w_, {.kind = html::AlertKind::info, .title = say(Text::score_survey_short, w_.count(missing))},
                  [&] { w_.p(Text::score_survey_short_body); });
    }
  }

  void elements(const SkmResult& result) {
    const std::array<Rational, element_count> means = element_means(result.group.tally);
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < element_count; ++i) {
      labels.push_back(std::string(element_ids[i]) + " " + element_name(i).in(w_.language()));
    }
    std::vector<html::Bar> bars;
    for (std::size_t i = 0; i < element_count; ++i) {
      const Grade reached = grade(round(means[i] * Rational(25), two_places));
      html::Bar bar{.label = labels[i], .value = fixed(means[i], four_places), .tone = tone_of(reached)};
      if (reached == Grade::c || reached == Grade::d) bar.note = Text::score_survey_below;
      bars.push_back(bar);
    }
    html::bar_chart(w_, {.title = Text::score_survey_elements,
                         .label_heading = Text::score_survey_element,
                         .value_heading = Text::score_survey_mean,
                         .max = "4",
                         .reference = grade_b,
                         .reference_label = Text::score_survey_threshold,
                         .bars = bars});
  }

  void conventions(const SkmResult& result) {
    html::table(
        w_,
        {.caption = say(Text::score_table_of, Text::score_survey_conventions),
         .caption_hidden = true,
         .columns = {{Text::score_survey_convention}, {Text::score_survey_index, true}, {Text::score_survey_grade}}},
        [&](html::TableRows& rows) {
          for (const Index& index : result.by_convention) {
            rows.row([&](html::TableRow& row) {
              row.header([&] {
                w_.text(description(index.convention));
                if (index.convention != report_.convention) return;
                w_.text(" ");
                html::tag(w_, html::Tone::neutral, Text::score_survey_used);
              });
              row.decimal(fixed(index.rounded, two_places));
              row.cell([&] { grade_badge(w_, index.grade); });
            });
          }
        });
  }

  void files() {
    html::section(w_, {.title = Text::score_downloads, .id = "unduh"}, [&] {
      const std::string path = "/hitung/hasil/" + place_.key;
      std::vector<html::Download> files = {
          {.label = Text::score_download_json, .path = path + ".json", .format = "JSON"}};
      if (place_.has_csv) {
        files.push_back({.label = Text::score_download_survey, .path = path + ".csv", .format = "CSV"});
      }
      html::downloads(w_, files);
      w_.p({{"class", "small"}}, Text::score_download_note);
    });
  }

  Writer& w_;
  const SkmReport& report_;
  const SurveyPlace& place_;
  std::size_t chosen_ = 0;
};

std::string address_of(const SurveyPlace& place) {
  std::string path = "/hitung/hasil/" + place.key;
  if (place.chosen > 0) path += "?unit=" + std::to_string(place.chosen + 1);
  return path;
}

}  // namespace

std::string skm_page(Language language, const SkmReport& report, const SurveyPlace& place) {
  return html::document({.language = language,
                         .path = address_of(place),
                         .title = std::string(text(language, Text::score_survey_title)),
                         .section = html::Section::score},
                        [&](Writer& w) { SurveyPage(w, report, place).write(); });
}

}  // namespace prima::surveys
