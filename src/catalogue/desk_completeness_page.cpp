#include "catalogue/desk_completeness_page.h"

#include <algorithm>

#include "base/rounding.h"
#include "catalogue/desk_parts.h"
#include "catalogue/standard_words.h"
#include "html/breadcrumb.h"
#include "html/card.h"
#include "html/disclosure.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/table.h"
#include "html/text.h"
#include "http/percent.h"

namespace prima::catalogue {

using html::Text;
using html::Writer;

namespace {

using Group = CompletenessScorer::GroupCompleteness;

constexpr Rounding shown_places{.places = 2, .mode = RoundingMode::half_up};
constexpr std::size_t most_missing = 3;

// One figure of the trace with its reason, and what it is made of.
void trace_node(Writer& w, const scoring::TraceNode& node) {
  const std::string figure = node.exact ? w.decimal(fixed(*node.exact, shown_places)) : std::string("–");
  const auto reasons = [&] {
    w.p(node.rule);
    if (node.exact) w.p({{"class", "small"}}, say(Text::desk_exactly, node.exact->fraction()));
    for (const Words& note : node.notes) w.p({{"class", "small"}}, note);
  };
  const html::TreeNode shown{.label = node.label, .figure = figure};
  if (node.parts.empty()) return html::leaf(w, shown, reasons);
  html::branch(w, shown, [&] {
    html::node_body(w, reasons);
    html::branches(w, [&] {
      for (const scoring::TraceNode& part : node.parts) trace_node(w, part);
    });
  });
}

void missing(Writer& w, const Group& group) {
  std::string names;
  for (std::size_t i = 0; i < std::min(group.counts.size(), most_missing); ++i) {
    const CompletenessScorer::Count& count = group.counts[i];
    if (count.absent == 0) break;
    names += (names.empty() ? "" : ", ") + words(count.component).in(w.language()) + " (" +
             w.count(static_cast<std::int64_t>(count.absent)) + ")";
  }
  w.text(names.empty() ? std::string("–") : names);
}

void units_table(Writer& w, const DeskCompletenessView& view) {
  html::table(w,
              {.caption = Text::desk_completeness_units,
               .columns = {{Text::desk_unit},
                           {Text::desk_service_count, true},
                           {Text::desk_without_standard, true},
                           {Text::desk_score, true},
                           {Text::desk_most_missing}}},
              [&](html::TableRows& rows) {
                for (std::size_t i = 0; i < view.units.size(); ++i) {
                  const Group group = view.scorer.score_unit(view.units[i]);
                  const std::string path =
                      std::string(desk_completeness_path) + "?unit=" + http::percent_encoded(view.codes[i]) + "#asal";
                  rows.row([&](html::TableRow& row) {
                    row.header([&] { w.a({{"href", w.url(path)}}, view.units[i].unit); });
                    row.count(static_cast<std::int64_t>(group.services));
                    row.count(static_cast<std::int64_t>(group.without_standard));
                    row.decimal(group.rounded);
                    row.cell([&] { missing(w, group); });
                  });
                }
              });
}

const CompletenessScorer::UnitServices* opened_unit(const DeskCompletenessView& view) {
  for (std::size_t i = 0; i < view.units.size(); ++i)
    if (view.codes[i] == view.opened) return &view.units[i];
  return nullptr;
}

}  // namespace

std::string desk_completeness_page(Language language, const DeskCompletenessView& view) {
  return html::document(
      {.language = language,
       .path = std::string(desk_completeness_path),
       .title = std::string(text(language, Text::desk_completeness))},
      [&](Writer& w) {
        html::breadcrumb(w, {{Text::desk_title, std::string(desk_path)}}, Text::desk_completeness);
        html::page_header(
            w, {.eyebrow = view.institution_name, .title = Text::desk_completeness, .lead = Text::desk_city_lead});
        const Group city = view.scorer.score_city(view.units);
        if (!city.exact) {
          return html::empty_state(w, {.icon = html::Icon::file_text, .title = Text::desk_services_none},
                                   [&] { w.p(Text::desk_services_none_body); });
        }
        html::stack(w, [&] {
          html::card(w, {.title = view.institution_name}, [&] {
            w.p({{"class", "figure"}}, w.decimal(city.rounded));
            w.p(summary(city));
          });
          units_table(w, view);
        });
        const CompletenessScorer::UnitServices* unit = opened_unit(view);
        html::section(w, {.title = Text::desk_derivation, .lead = Text::desk_derivation_lead, .id = "asal"}, [&] {
          const scoring::TraceNode trace = unit != nullptr
                                               ? view.scorer.explain_unit(*unit)
                                               : view.scorer.explain_city(view.institution_name, view.units);
          html::tree(w, Text::desk_derivation, [&] { trace_node(w, trace); });
        });
      });
}

}  // namespace prima::catalogue
