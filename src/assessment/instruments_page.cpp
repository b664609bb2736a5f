#include "assessment/instruments_page.h"

#include <algorithm>
#include <map>

#include "assessment/instrument_page_parts.h"
#include "html/breadcrumb.h"
#include "html/card.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/table.h"
#include "html/text.h"

namespace prima::assessment {

using html::Text;
using html::Writer;
using instrument::Instrument;

namespace {

using Versions = std::vector<const Instrument*>;

// By authority, then family; the newest version first.
std::map<std::string, Versions> by_authority(Versions instruments, Language language) {
  std::sort(instruments.begin(), instruments.end(), [](const Instrument* left, const Instrument* right) {
    if (left->family != right->family) return left->family < right->family;
    return left->version > right->version;
  });
  std::map<std::string, Versions> groups;
  for (const Instrument* one : instruments) groups[one->authority.in(language)].push_back(one);
  return groups;
}

void table_of(Writer& w, const std::string& authority, const Versions& versions) {
  html::table(w,
              {.caption = say(Text::score_table_of, authority),
               .caption_hidden = true,
               .columns = {{Text::instruments_instrument},
                           {Text::instruments_version},
                           {Text::instruments_valid},
                           {Text::instruments_dimensions, true},
                           {Text::instruments_indicators, true}}},
              [&](html::TableRows& rows) {
                for (const Instrument* one : versions) {
                  rows.row([&](html::TableRow& row) {
                    row.header([&] { w.a({{"href", w.url(path_of(*one))}}, one->title); });
                    row.cell(one->version);
                    row.cell([&] {
                      if (one->valid_to) {
                        w.text(say(Text::instruments_from_to, w.date(one->valid_from), w.date(*one->valid_to)));
                      } else {
                        w.text(say(Text::instruments_from, w.date(one->valid_from)));
                      }
                    });
                    row.count(static_cast<std::int64_t>(one->dimensions.size()));
                    row.count(static_cast<std::int64_t>(one->indicators.size()));
                  });
                }
              });
}

}  // namespace

std::string instruments_page(Language language, const Versions& instruments) {
  return html::document({.language = language,
                         .path = "/instrumen",
                         .title = std::string(text(language, Text::instruments_title)),
                         .description = std::string(text(language, Text::instruments_lead)),
                         .section = html::Section::instruments},
                        [&](Writer& w) {
                          html::breadcrumb(w, {}, Text::instruments_title);
                          html::page_header(w, {.title = Text::instruments_title, .lead = Text::instruments_lead});
                          if (instruments.empty()) {
                            html::empty_state(w, {.title = Text::instruments_none},
                                              [&] { w.p(Text::instruments_none_body); });
                          }
                          for (const auto& [authority, versions] : by_authority(instruments, language)) {
                            html::section(w, {.title = authority}, [&] { table_of(w, authority, versions); });
                          }
                          html::section(w, {.title = Text::instruments_marks}, [&] { html::standing_legend(w); });
                        });
}

}  // namespace prima::assessment
