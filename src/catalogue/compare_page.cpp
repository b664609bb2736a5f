#include "catalogue/compare_page.h"

#include <algorithm>
#include <optional>
#include <span>

#include "catalogue/portal_parts.h"
#include "catalogue/portal_paths.h"
#include "catalogue/standard_summary.h"
#include "html/badge.h"
#include "html/breadcrumb.h"
#include "html/card.h"
#include "html/layout.h"
#include "html/table.h"
#include "html/text.h"

namespace prima::catalogue {

using html::say;
using html::Text;
using html::Writer;

namespace {

using Found = PublicCatalogue::Found;

// The least of what some services state; nothing when all state the same, since then none stands out.
template <typename Figure>
std::optional<std::int64_t> least_of(const Found& services, const Figure& figure) {
  std::optional<std::int64_t> least;
  std::optional<std::int64_t> most;
  for (const PublicService* one : services) {
    const std::optional<std::int64_t> value = figure(*one);
    if (!value) continue;
    least = std::min(least.value_or(*value), *value);
    most = std::max(most.value_or(*value), *value);
  }
  return least == most ? std::nullopt : least;
}

std::optional<std::int64_t> cost(const PublicService& one) {
  const auto range = rupiah_of(one.standard());
  return range ? std::optional(range->most) : std::nullopt;
}

std::optional<std::int64_t> time(const PublicService& one) {
  const auto range = durations_of(one.standard());
  return range ? std::optional(comparable(range->longest)) : std::nullopt;
}

void write_cell(Writer& w, const Words& words, bool is_best, Text mark) {
  w.text(words);
  if (!is_best) return;
  w.text(" ");
  html::tag(w, html::Tone::top, html::Icon::check, mark);
}

void write_table(Writer& w, const Found& services, const ListPage& shown) {
  const auto quickest = least_of(services, time);
  const auto cheapest = least_of(services, cost);
  html::table(
      w,
      {.caption = Text::portal_compare_caption,
       .caption_hidden = true,
       .columns = {{Text::portal_place},
                   {Text::service_time},
                   {Text::service_fee},
                   {Text::service_bring, true},
                   {Text::service_valid_from}}},
      [&](html::TableRows& rows) {
        for (const PublicService* each : std::span(services).subspan(shown.begin, shown.count)) {
          const PublicService& one = *each;
          rows.row([&](html::TableRow& row) {
            row.header([&] {
              w.a({{"href", w.url(service_path(one))}}, one.unit->name);
              w.small(one.institution->name);
            });
            row.cell([&] {
              write_cell(w, time_summary(one.standard()), quickest && time(one) == quickest, Text::portal_quickest);
            });
            row.cell([&] {
              write_cell(w, fee_summary(one.standard()), cheapest && cost(one) == cheapest, Text::portal_cheapest);
            });
            row.count(static_cast<std::int64_t>(requirement_count(one.standard())));
            if (one.edition.valid_from) {
              row.cell(w.date(*one.edition.valid_from));
            } else {
              row.none();
            }
          });
        }
      });
}

}  // namespace

std::string compare_page(Language language, const PublicCatalogue& catalogue, std::string_view template_key,
                         std::int64_t page) {
  const Found services = catalogue.made_from(template_key);
  if (services.empty()) return {};
  const LocalText& title = services.front()->standard().title;
  const ListPage shown = list_page(services.size(), page);
  const Writer words(language);
  return html::document({.language = language,
                         .path = compare_path(template_key),
                         .title = words.plain(say(Text::portal_compare_title, title.in(language))),
                         .description = std::string(words.plain(Text::portal_compare_lead)),
                         .section = portal_section},
                        [&](Writer& w) {
                          const std::string name = title.in(language);
                          const std::string all = count_words(w, services.size());
                          html::breadcrumb(w, {{.label = Text::portal_title, .path = std::string(portal_path)}},
                                           say(Text::portal_compare_title, name));
                          html::page_header(
                              w, {.title = say(Text::portal_compare_title, name), .lead = Text::portal_compare_lead});
                          html::stack(w, [&] {
                            w.p({{"class", "small"}}, all);
                            html::card(w, {.flush = true}, [&] { write_table(w, services, shown); });
                            list_pages(w, shown, compare_path(template_key));
                            w.p({{"class", "small"}}, Text::portal_compare_note);
                          });
                        });
}

}  // namespace prima::catalogue
