#include "publication/home_page.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "html/card.h"
#include "html/disclosure.h"
#include "html/form.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/table.h"
#include "html/tile_map.h"
#include "publication/check_page.h"
#include "publication/method_bands.h"
#include "publication/province_parts.h"
#include "publication/registry_query.h"
#include "publication/result_parts.h"

namespace prima::publication {

using html::say;
using html::Text;
using html::Writer;

namespace {

constexpr std::size_t ranks_shown = 10;

std::string count(const Writer& w, std::size_t number) { return w.count(static_cast<std::int64_t>(number)); }

// Writes the first page.
class Page {
 public:
  // `year` is one that has results, or nothing for the newest.
  Page(Writer& w, const Registry& registry, std::optional<int> year) : w_(w), registry_(registry), year_(year) {}

  void write();

 private:
  void top();
  void figures();
  void year_tabs();
  void map();
  void ranking();
  void rank_table(std::span<const Ranked> ranks, int year);
  void found();
  void ways_in();

  Writer& w_;
  const Registry& registry_;
  std::optional<int> year_;
};

void Page::top() {
  html::hero(w_, {.title = Text::home_title, .lead = Text::home_lead, .action = [&] {
                    html::search_box(w_, {.path = registry_path, .label = Text::home_search, .large = true});
                  }});
}

void Page::figures() {
  const std::vector<int> years = registry_.years();
  html::stats(
      w_, {{Text::home_results, count(w_, registry_.rows().size()), Text::home_results_note},
           {Text::home_governments, count(w_, registry_.governments().size()), Text::home_governments_note},
           {Text::home_years,
            [&] {
              if (years.empty()) return w_.text("–");
              w_.text(std::to_string(years.back()) + "–" + std::to_string(years.front()));
            },
            Text::home_years_note},
           {Text::home_contradictions, count(w_, registry_.check().contradictions()), Text::home_contradictions_note}});
}

void Page::year_tabs() {
  std::vector<std::string> names;
  for (const int year : registry_.years()) {
    if (!registry_.ranking(year).empty()) names.push_back(std::to_string(year));
  }
  std::vector<html::TabLink> tabs = {{.label = Text::home_newest, .path = "/", .current = !year_}};
  for (const std::string& name : names) {
    tabs.push_back({.label = name, .path = "/?tahun=" + name, .current = year_ && std::to_string(*year_) == name});
  }
  html::link_tabs(w_, Text::home_year_tabs, tabs);
}

void Page::map() {
  const std::vector<ProvinceSummary> summaries = year_ ? registry_.provinces(*year_) : registry_.newest_provinces();
  html::section(w_,
                {.title = Text::home_map_title,
                 .lead =
                     [&] {
                       if (year_) return w_.add(say(Text::home_map_year, std::to_string(*year_)));
                       w_.text(Text::home_map_newest);
                     },
                 .id = "peta"},
                [&] {
                  html::stack(w_, [&] {
                    year_tabs();
                    html::card(w_, {}, [&] {
                      province_map(w_, registry_, summaries);
                      html::disclosure(w_, {.summary = Text::common_as_table},
                                       [&] { province_table(w_, registry_, summaries); });
                    });
                  });
                });
}

void Page::rank_table(std::span<const Ranked> ranks, int year) {
  html::table(w_,
              {.caption = say(Text::home_rank_caption, std::to_string(year)),
               .caption_hidden = true,
               .columns = {{Text::home_rank, true},
                           {Text::registry_government},
                           {Text::registry_score, true},
                           {Text::registry_by_rule}}},
              [&](html::TableRows& rows) {
                for (const Ranked& one : ranks) {
                  const Government& government = registry_.government_of(one.row);
                  const Verdict& verdict = registry_.verdict(one.row);
                  rows.row([&](html::TableRow& row) {
                    row.count(static_cast<std::int64_t>(one.rank));
                    row.header([&] { w_.a({{"href", w_.url(government_path(government))}}, government.name); });
                    row.decimal(verdict.classification->score);
                    row.cell([&] { band_badges(w_, *verdict.instrument, *verdict.classification->band); });
                  });
                }
              });
}

void Page::ranking() {
  const std::vector<int> years = registry_.years();
  const int year = year_.value_or(years.empty() ? 0 : years.front());
  const std::vector<Ranked> ranks = registry_.ranking(year);
  if (ranks.empty()) return;
  const std::span<const Ranked> first = std::span(ranks).first(std::min(ranks_shown, ranks.size()));
  const std::span<const Ranked> rest = std::span(ranks).subspan(first.size());
  html::section(
      w_, {.title = say(Text::home_rank_title, std::to_string(year)), .lead = Text::home_rank_lead, .id = "peringkat"},
      [&] {
        html::card(w_, {.flush = true}, [&] { rank_table(first, year); });
        if (rest.empty()) return;
        html::disclosure(w_, {.summary = say(Text::home_rank_more, count(w_, rest.size()))},
                         [&] { rank_table(rest, year); });
      });
}

// One contradiction that the program found by itself, as an example of what it is for.
void Page::found() {
  const auto rows = registry_.search({.contradictions_only = true});
  if (rows.empty()) return;
  const RowIndex i = rows.front();
  const Government& government = registry_.government_of(i);
  html::section(w_, {.title = Text::home_found_title, .lead = Text::home_found_lead}, [&] {
    html::card(w_, {}, [&] {
      w_.h3([&] {
        w_.a({{"href", w_.url(government_path(government))}}, government.name);
        w_.text(", " + year_text(registry_.row(i), w_.language()));
      });
      contradiction(w_, registry_.row(i), registry_.verdict(i));
    });
  });
}

void Page::ways_in() {
  html::section(w_, {.title = Text::home_ways_title}, [&] {
    html::columns(w_, html::Columns::cards, [&] {
      html::link_card(w_, {.title = Text::home_check_title,
                           .body = Text::home_check_body,
                           .path = std::string(check_path),
                           .icon = html::Icon::shield_check});
      html::link_card(w_, {.title = Text::home_score_title,
                           .body = Text::home_score_body,
                           .path = "/hitung",
                           .icon = html::Icon::file_spreadsheet});
      html::link_card(w_, {.title = Text::home_instruments_title,
                           .body = Text::home_instruments_body,
                           .path = "/instrumen",
                           .icon = html::Icon::list_tree});
    });
  });
}

void Page::write() {
  top();
  html::wrap(w_, [&] {
    figures();
    map();
    ranking();
    found();
    ways_in();
  });
}

// The year of the address, if it has results.
std::optional<int> chosen_year(const Registry& registry, const std::vector<http::Parameter>& parameters) {
  const auto year = registry_query(parameters).filter.year;
  return year && !registry.ranking(*year).empty() ? year : std::nullopt;
}

}  // namespace

std::string home_page(const Registry& registry, Language language, const std::vector<http::Parameter>& parameters) {
  const std::optional<int> year = chosen_year(registry, parameters);
  return html::document({.language = language,
                         .path = year ? "/?tahun=" + std::to_string(*year) : "/",
                         .title = std::string(text(language, Text::home_title)),
                         .description = std::string(text(language, Text::home_lead)),
                         .section = html::Section::home,
                         .is_home = true},
                        [&](Writer& w) { Page(w, registry, year).write(); });
}

}  // namespace prima::publication
