#include "assessment/score_result_page.h"

#include <algorithm>

#include "assessment/instrument_page_parts.h"
#include "assessment/score_result_page_parts.h"
#include "html/alert.h"
#include "html/breadcrumb.h"
#include "html/card.h"
#include "html/disclosure.h"
#include "html/form.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/table.h"
#include "html/text.h"

namespace prima::assessment {

using html::Text;
using html::Writer;
using instrument::Instrument;

namespace {

constexpr std::size_t most_institutions = 100;
constexpr std::size_t most_notices = 50;

class ResultPage {
 public:
  ResultPage(Writer& w, const scoring::Compiled& compiled, const ScoredTable& table, const ResultPlace& place)
      : w_(w), compiled_(compiled), table_(table), place_(place) {
    if (place.chosen < table.scores.size()) chosen_ = place.chosen;
  }

  void write() {
    html::breadcrumb(w_, {{Text::score_title, "/hitung"}}, Text::score_result);
    head();
    if (table_.scores.empty()) {
      return html::empty_state(w_, {.title = Text::score_result_none}, [&] { w_.p(Text::score_result_none_body); });
    }
    if (table_.scores.size() > 1) ranking();
    explained();
    notices();
    files();
  }

 private:
  const Instrument& instrument() const { return compiled_.instrument(); }
  const std::string& name(std::size_t place) const { return table_.answers.institutions[place].institution; }

  void head() {
    const auto source = [&] {
      const auto title = [&] { w_.a({{"href", w_.url(path_of(instrument()))}}, instrument().title); };
      if (place_.file.empty()) return w_.text(say(Text::score_from_sample, title));
      w_.text(say(Text::score_from_file, title, place_.file));
    };
    const auto again = [&] { html::button_link(w_, Text::score_again, "/hitung"); };
    const std::string count = w_.count(static_cast<std::int64_t>(table_.scores.size()));
    const auto many = say(Text::score_result_many, count);
    const html::Content title = table_.scores.size() == 1 ? html::Content(name(0))
                                : table_.scores.empty()   ? html::Content(Text::score_result)
                                                          : html::Content(many);
    html::page_header(w_, {.eyebrow = Text::score_result, .title = title, .lead = source, .aside = again});
  }

  void ranking() {
    html::section(
        w_, {.title = Text::score_institutions, .lead = Text::score_institutions_lead, .id = "instansi"}, [&] {
          if (table_.national) national();
          const auto all = ranked(table_.scores.size(), [&](std::size_t i) -> const Classification* {
            return table_.scores[i].classification ? &*table_.scores[i].classification : nullptr;
          });
          ranking_table(all);
          if (all.size() <= most_institutions) return;
          w_.p({{"class", "small"}},
               say(Text::score_first_of, w_.count(most_institutions), w_.count(static_cast<std::int64_t>(all.size()))));
        });
  }

  void national() {
    const auto assessed = std::count_if(table_.scores.begin(), table_.scores.end(),
                                        [](const auto& score) { return score.classification.has_value(); });
    html::card(w_, {.title = Text::score_national, .heading_level = 3}, [&] {
      figure_with_badges(w_, instrument(), *table_.national);
      w_.p({{"class", "small"}}, say(Text::score_national_note, w_.count(assessed)));
    });
  }

  void ranking_table(const std::vector<Ranked>& all) {
    rank_table(w_, instrument(), {.caption = Text::score_institutions, .name = Text::score_institution},
               std::span(all).first(std::min(all.size(), most_institutions)), [&](std::size_t i) {
                 w_.a({{"href", w_.url("/hitung/hasil/" + place_.key + "?instansi=" + std::to_string(i + 1))},
                       {"aria-current", html::when(i == chosen_, "true")}},
                      name(i));
               });
  }

  void notices() {
    const Findings& findings = table_.findings;
    if (findings.empty()) return;
    const Findings shown(findings.begin(),
                         findings.begin() + static_cast<std::ptrdiff_t>(std::min(findings.size(), most_notices)));
    html::section(w_, {.title = Text::score_notices, .id = "catatan"}, [&] {
      html::disclosure(
          w_,
          {.summary = say(Text::score_notices_count, w_.count(static_cast<std::int64_t>(findings.size()))),
           .open = findings.size() <= 5},
          [&] {
            findings_list(w_, shown);
            if (shown.size() == findings.size()) return;
            w_.p(say(Text::score_notices_more, w_.count(static_cast<std::int64_t>(findings.size() - shown.size()))));
          });
    });
  }

  void explained() {
    if (table_.scores.size() == 1) return one(chosen_, 2);
    html::section(w_, {.title = name(chosen_), .id = "terpilih"}, [&] { one(chosen_, 3); });
  }

  void one(std::size_t place, int heading_level) {
    institution_parts(w_, compiled_, table_.answers.institutions[place], table_.scores[place], heading_level);
  }

  void files() {
    html::section(w_, {.title = Text::score_downloads, .id = "unduh"}, [&] {
      const std::string path = "/hitung/hasil/" + place_.key;
      const html::Download both[] = {
          {.label = Text::score_download_json, .path = path + ".json", .format = "JSON"},
          {.label = Text::score_download_csv, .path = path + ".csv", .format = "CSV"},
      };
      html::downloads(w_, both);
      w_.p({{"class", "small"}}, Text::score_download_note);
    });
  }

  Writer& w_;
  const scoring::Compiled& compiled_;
  const ScoredTable& table_;
  const ResultPlace& place_;
  std::size_t chosen_ = 0;
};

std::string address_of(const ResultPlace& place) {
  std::string path = "/hitung/hasil/" + place.key;
  if (place.chosen > 0) path += "?instansi=" + std::to_string(place.chosen + 1);
  return path;
}

}  // namespace

std::string score_result_page(Language language, const scoring::Compiled& compiled, const ScoredTable& table,
                              const ResultPlace& place) {
  return html::document({.language = language,
                         .path = address_of(place),
                         .title = std::string(text(language, Text::score_result)),
                         .section = html::Section::score},
                        [&](Writer& w) { ResultPage(w, compiled, table, place).write(); });
}

}  // namespace prima::assessment
