#include "publication/government_page.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <list>
#include <set>
#include <vector>

#include "html/alert.h"
#include "html/breadcrumb.h"
#include "html/card.h"
#include "html/chart_bars.h"
#include "html/chart_years.h"
#include "html/disclosure.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/province.h"
#include "publication/method_bands.h"
#include "publication/registry_query.h"
#include "publication/result_parts.h"

namespace prima::publication {

using html::say;
using html::Text;
using html::Writer;
using instrument::Instrument;

namespace {

// Writes the page of one government.
class Page {
 public:
  Page(Writer& w, const Registry& registry, const Government& government)
      : w_(w), registry_(registry), government_(government), latest_(registry.latest(government)) {}

  void write();

 private:
  void head();
  void contradictions();
  void chart();
  void one_figure(RowIndex row);
  void years_chart(const std::vector<RowIndex>& rows);
  void year(const YearResult& result);
  void year_facts(const YearResult& result);
  void units_chart(const YearResult& result);
  void notes(const YearResult& result);
  void note(const Note& note);
  void categories();
  void sources();
  void more();

  std::vector<RowIndex> rows_of(const YearResult& result) const;
  std::vector<RowIndex> all_rows() const;
  // The total that stands for each year, the oldest first; years without a score are left out.
  std::vector<RowIndex> scored_years() const;
  // The bands of a method for charts; the same object for methods with the same bands, so that a chart shows a break
  // only where something changes.
  const std::vector<html::ChartBand>& bands_of(const Instrument& instrument);
  std::string level_name() const { return words(government_.level).in(w_.language()); }
  std::string score(RowIndex row) const { return w_.decimal(registry_.row(row).score_text); }
  std::string category(RowIndex row) const {
    return category_text(*registry_.verdict(row).classification->band, w_.language());
  }

  Writer& w_;
  const Registry& registry_;
  const Government& government_;
  std::optional<RowIndex> latest_;
  std::list<std::vector<html::ChartBand>> bands_;
};

std::vector<RowIndex> Page::rows_of(const YearResult& result) const {
  std::vector<RowIndex> rows = result.totals;
  rows.insert(rows.end(), result.units.begin(), result.units.end());
  return rows;
}

std::vector<RowIndex> Page::all_rows() const {
  std::vector<RowIndex> rows;
  for (const YearResult& result : government_.years) {
    const auto of_year = rows_of(result);
    rows.insert(rows.end(), of_year.begin(), of_year.end());
  }
  return rows;
}

std::vector<RowIndex> Page::scored_years() const {
  std::vector<RowIndex> rows;
  for (auto result = government_.years.rbegin(); result != government_.years.rend(); ++result) {
    const auto scored = std::find_if(result->totals.begin(), result->totals.end(),
                                     [&](RowIndex i) { return registry_.verdict(i).is_checked(); });
    if (scored != result->totals.end()) rows.push_back(*scored);
  }
  return rows;
}

const std::vector<html::ChartBand>& Page::bands_of(const Instrument& instrument) {
  std::vector<html::ChartBand> bands = chart_bands(instrument, w_.language());
  const auto same = [&](const std::vector<html::ChartBand>& other) {
    return std::equal(bands.begin(), bands.end(), other.begin(), other.end(),
                      [](const html::ChartBand& one, const html::ChartBand& two) {
                        return one.key == two.key && one.min == two.min && one.max == two.max;
                      });
  };
  const auto found = std::find_if(bands_.begin(), bands_.end(), same);
  return found != bands_.end() ? *found : bands_.emplace_back(std::move(bands));
}

void Page::head() {
  const html::Province* province = html::find_province(government_.province);
  const std::string level = level_heading(government_.level, w_.language());
  html::page_header(
      w_, {.eyebrow =
               [&] {
                 if (province == nullptr) return w_.text(level);
                 w_.add(say(Text::government_level_in, level, province->in(w_.language())));
               },
           .title = government_.name,
           .lead =
               [&] {
                 if (!latest_) return w_.text(Text::government_no_score);
                 w_.add(say(Text::government_lead, score(*latest_), year_text(registry_.row(*latest_), w_.language())));
               },
           .aside =
               [&] {
                 if (!latest_) return;
                 const Verdict& verdict = registry_.verdict(*latest_);
                 band_badges(w_, *verdict.instrument, *verdict.classification->band);
               }});
}

void Page::contradictions() {
  for (const RowIndex i : all_rows()) {
    const PublishedRow& row = registry_.row(i);
    const Verdict& verdict = registry_.verdict(i);
    if (verdict.mismatches.empty()) continue;
    html::alert(w_,
                {.kind = html::AlertKind::warning,
                 .title = say(Text::government_contradiction_title, year_text(row, w_.language()))},
                [&] {
                  contradiction(w_, row, verdict);
                  w_.p(say(Text::government_printed_by, [&] { source_link(w_, row); }));
                });
  }
}

void Page::one_figure(RowIndex row) {
  const Verdict& verdict = registry_.verdict(row);
  const std::string year = year_text(registry_.row(row), w_.language());
  html::card(w_, {.title = Text::government_chart_title}, [&] {
    html::bullet(w_, {.label = year,
                      .value = registry_.row(row).score_text,
                      .tone = tone_of(verdict),
                      .bands = bands_of(*verdict.instrument),
                      .summary = say(Text::government_one_figure, score(row), year, category(row))});
  });
}

void Page::years_chart(const std::vector<RowIndex>& rows) {
  std::vector<html::YearValue> years;
  std::set<const Instrument*> methods;
  for (const RowIndex i : rows) {
    const PublishedRow& row = registry_.row(i);
    const Verdict& verdict = registry_.verdict(i);
    methods.insert(verdict.instrument);
    years.push_back({.year = std::to_string(row.year),
                     .value = row.score_text,
                     .category = category(i),
                     .tone = tone_of(verdict),
                     .bands = bands_of(*verdict.instrument),
                     .note = row.year_note});
  }
  const auto from = std::to_string(registry_.row(rows.front()).year);
  const auto to = std::to_string(registry_.row(rows.back()).year);
  html::card(w_, {}, [&] {
    html::year_chart(w_,
                     {.title = Text::government_chart_title,
                      .summary = say(Text::government_chart_summary, score(rows.front()), from, score(rows.back()), to),
                      .years = years});
    if (methods.size() > 1) w_.p({{"class", "small"}}, Text::government_methods_differ);
  });
}

void Page::chart() {
  const std::vector<RowIndex> rows = scored_years();
  if (rows.empty()) return;
  if (rows.size() == 1) return one_figure(rows.front());
  years_chart(rows);
}

void Page::year_facts(const YearResult& result) {
  const auto ranking = registry_.ranking(result.year, government_.level);
  const auto mine = std::find_if(ranking.begin(), ranking.end(),
                                 [&](const Ranked& one) { return &registry_.government_of(one.row) == &government_; });
  if (mine == ranking.end() || ranking.size() < 2) return;
  w_.p(say(Text::government_rank, w_.count(static_cast<std::int64_t>(mine->rank)),
           w_.count(static_cast<std::int64_t>(ranking.size())), level_name()));
}

void Page::units_chart(const YearResult& result) {
  std::vector<html::Bar> bars;
  for (const RowIndex i : result.units) {
    const PublishedRow& row = registry_.row(i);
    if (row.subject.kind != Subject::Kind::unit || !row.score) continue;
    bars.push_back({.label = row.subject.name,
                    .value = row.score_text,
                    .tone = tone_of(registry_.verdict(i)),
                    .note = row.year_note});
  }
  if (bars.size() < 2) return;
  html::card(w_, {}, [&] {
    html::bar_chart(w_, {.title = Text::government_units_title,
                         .label_heading = Text::registry_subject,
                         .value_heading = Text::registry_score,
                         .bars = bars});
  });
}

// What the notes of the registry say about this year, in the figures of the reader's language.
void Page::note(const Note& note) {
  std::vector<std::string> scores;
  for (const std::string& score : note.scores) scores.push_back(w_.decimal(score));
  const std::string units = w_.count(static_cast<std::int64_t>(note.units));
  if (note.code == "sources_disagree") {
    w_.p(say(Text::government_sources_disagree, fmt::format("{}", fmt::join(scores, " · "))));
  } else if (note.code == "mean_of_units_equals") {
    w_.p(say(Text::government_mean_equals, scores.back(), units));
  } else if (note.code == "mean_of_units_differs") {
    w_.p(say(Text::government_mean_differs, units, scores.front(), scores.back()));
  } else {
    w_.p(note.message);
  }
}

void Page::notes(const YearResult& result) {
  std::set<std::int64_t> lines;
  for (const RowIndex i : rows_of(result)) lines.insert(registry_.row(i).line);
  for (const Note& one : registry_.notes()) {
    // That a row is judged by the method before stands in its own cell.
    if (one.code == "judged_by_earlier_method" || !lines.contains(one.lines.front())) continue;
    html::alert(w_, {}, [&] { note(one); });
  }
}

void Page::year(const YearResult& result) {
  const std::vector<RowIndex> rows = rows_of(result);
  const Instrument& method = *registry_.verdict(rows.front()).instrument;
  const std::string id = "tahun-" + std::to_string(result.year);
  html::section(w_, {.title = say(Text::government_year, std::to_string(result.year)), .id = id}, [&] {
    html::stack(w_, [&] {
      year_facts(result);
      html::card(w_, {.flush = true}, [&] {
        results_table(w_, registry_, rows, Scope::one_year,
                      say(Text::government_year_caption, government_.name, std::to_string(result.year)));
      });
      units_chart(result);
      notes(result);
      w_.p({{"class", "small"}}, [&] {
        w_.text(Text::government_method);
        w_.text(" ");
        w_.a({{"href", w_.url("/instrumen/" + method.id())}}, method.title);
      });
    });
  });
}

void Page::categories() {
  std::vector<const Instrument*> methods;
  for (const RowIndex i : all_rows()) {
    const Instrument* method = registry_.verdict(i).instrument;
    if (std::find(methods.begin(), methods.end(), method) == methods.end()) methods.push_back(method);
  }
  html::disclosure(w_, {.summary = Text::government_categories}, [&] {
    html::stack(w_, [&] {
      for (const Instrument* method : methods) bands_table(w_, *method);
    });
  });
}

void Page::sources() {
  html::section(w_, {.title = Text::government_sources}, [&] {
    std::set<std::string_view> seen;
    w_.ul([&] {
      for (const RowIndex i : all_rows()) {
        const PublishedRow& row = registry_.row(i);
        if (row.source.empty() || !seen.insert(row.source).second) continue;
        w_.li([&] {
          source_link(w_, row);
          w_.text(" · " + std::to_string(row.year));
        });
      }
    });
  });
}

void Page::more() {
  const html::Province* province = html::find_province(government_.province);
  if (province == nullptr) return;
  RegistryQuery query;
  query.filter.province = government_.province;
  w_.p([&] {
    w_.a({{"href", w_.url(address_of(registry_path, query))}}, say(Text::government_more, province->in(w_.language())));
  });
}

void Page::write() {
  html::breadcrumb(w_, {{Text::nav_results, std::string(registry_path)}}, government_.name);
  head();
  html::stack(w_, [&] {
    contradictions();
    chart();
  });
  for (const YearResult& result : government_.years) year(result);
  categories();
  sources();
  more();
}

}  // namespace

std::string government_page(const Registry& registry, const Government& government, Language language) {
  return html::document({.language = language,
                         .path = government_path(government),
                         .title = government.name,
                         .section = html::Section::results},
                        [&](Writer& w) { Page(w, registry, government).write(); });
}

}  // namespace prima::publication
