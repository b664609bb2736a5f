#include "publication/result_parts.h"

#include "base/rounding.h"
#include "html/badge.h"
#include "html/lists.h"
#include "html/table.h"
#include "publication/method_bands.h"
#include "publication/registry_query.h"

namespace prima::publication {

using html::Content;
using html::say;
using html::Text;
using html::Writer;

namespace {

// Words of a source, which are Indonesian whatever the language of the page.
void as_printed(Writer& w, std::string_view words) {
  w.span({{"lang", html::when(w.language() != Language::id, "id")}}, words);
}

void dash(Writer& w) {
  w.span({{"aria-hidden", "true"}}, "–");
  w.span({{"class", "hidden-text"}}, Text::common_no_data);
}

void small(Writer& w, const Content& words) { w.div({{"class", "small"}}, words); }

bool is_address(std::string_view source) { return source.starts_with("https://") || source.starts_with("http://"); }

// To whom the printed part belongs, or that the year does not know it.
void mismatch_sentence(Writer& w, const Mismatch& one, const Verdict& verdict) {
  const instrument::Instrument& method = *verdict.instrument;
  const auto printed_part = [&] { as_printed(w, one.printed); };
  if (one.from) {
    const std::string from = w.decimal(limit_text(*one.from, method));
    const std::string to = w.decimal(limit_text(*one.to, method));
    if (one.kind == PartKind::zone) return w.add(say(Text::registry_printed_zone, printed_part, from, to));
    if (one.kind == PartKind::letter) return w.add(say(Text::registry_printed_letter, printed_part, from, to));
    if (one.owner->key.size() != 1) return w.add(say(Text::registry_printed_label, printed_part, from, to));
    return w.add(say(Text::registry_printed_label_of, printed_part, one.owner->key, from, to));
  }
  if (one.known_to != nullptr) {
    return w.add(say(Text::registry_printed_elsewhere, printed_part, method.version, one.known_to->version));
  }
  w.add(say(Text::registry_printed_unknown, printed_part, method.version));
}

void remark(Writer& w, const Words& words) {
  if (!words.empty()) small(w, words);
}

void government_cell(Writer& w, const Registry& registry, RowIndex i) {
  const PublishedRow& row = registry.row(i);
  const Government& government = registry.government_of(i);
  w.a({{"href", w.url(government_path(government))}}, government.name);
  if (row.subject.kind == Subject::Kind::total) return remark(w, row.subject.remark);
  small(w, [&] { subject_of(w, row); });
}

void result_row(Writer& w, html::TableRow& cells, const Registry& registry, RowIndex i, Scope scope) {
  const PublishedRow& row = registry.row(i);
  const Verdict& verdict = registry.verdict(i);
  if (scope == Scope::all) {
    cells.header([&] { government_cell(w, registry, i); });
    cells.cell(year_text(row, w.language()));
  } else {
    cells.header([&] {
      subject_of(w, row);
      remark(w, row.year_note);
    });
  }
  cells.decimal(row.score_text);
  cells.cell([&] { printed(w, row, verdict); });
  cells.cell([&] { computed(w, row, verdict); });
  cells.cell([&] { source_link(w, row); });
}

}  // namespace

void subject_of(Writer& w, const PublishedRow& row) {
  switch (row.subject.kind) {
    case Subject::Kind::total:
      w.text(Text::registry_total);
      break;
    case Subject::Kind::average:
      w.text(Text::registry_average);
      break;
    case Subject::Kind::unit:
      w.text(row.subject.name);
      break;
    case Subject::Kind::dimension:
      w.add(say(Text::registry_dimension, row.subject.name));
      break;
  }
  remark(w, row.subject.remark);
}

std::string year_text(const PublishedRow& row, Language language) {
  const std::string year = std::to_string(row.year);
  return row.year_note.empty() ? year : year + " (" + row.year_note.in(language) + ")";
}

std::string level_heading(Level level, Language language) {
  std::string text = words(level).in(language);
  text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string source_name(const PublishedRow& row) {
  if (!is_address(row.source)) return row.source;
  const std::size_t begin = row.source.find("://") + 3;
  std::string host = row.source.substr(begin, row.source.find_first_of("/?#", begin) - begin);
  return host.starts_with("www.") ? host.substr(4) : host;
}

void source_link(Writer& w, const PublishedRow& row) {
  if (row.source.empty()) return dash(w);
  const std::string name = source_name(row);
  if (!is_address(row.source)) return as_printed(w, name);
  html::external_link(w, row.source, name);
}

void printed(Writer& w, const PublishedRow& row, const Verdict& verdict) {
  if (row.zone_text.empty() && row.category_text.empty()) return small(w, Text::registry_not_printed);
  if (!row.category_text.empty()) w.div([&] { as_printed(w, row.category_text); });
  if (!row.zone_text.empty()) small(w, say(Text::registry_zone_printed, [&] { as_printed(w, row.zone_text); }));
  if (verdict.mismatches.empty()) return;
  html::tag(w, html::Tone::bottom, html::Icon::triangle_alert, Text::registry_contradiction);
}

void computed(Writer& w, const PublishedRow& row, const Verdict& verdict) {
  if (!verdict.classification) return small(w, row.score ? Text::registry_no_category : Text::registry_no_score);
  band_badges(w, *verdict.instrument, *verdict.classification->band);
  if (verdict.by_earlier_method) small(w, say(Text::registry_earlier_method, verdict.instrument->version));
  if (verdict.mismatches.empty()) return;
  w.div({{"class", "small"}}, [&] { contradiction(w, row, verdict); });
}

void contradiction(Writer& w, const PublishedRow& row, const Verdict& verdict) {
  const scoring::Classification& result = *verdict.classification;
  const auto category = [&] { as_printed(w, category_text(*result.band, w.language(), Official::yes)); };
  w.p(say(Text::registry_rule_says, verdict.instrument->version, w.decimal(row.score_text), category));
  for (const Mismatch& one : verdict.mismatches) w.p([&] { mismatch_sentence(w, one, verdict); });
}

void results_table(Writer& w, const Registry& registry, std::span<const RowIndex> rows, Scope scope,
                   const Content& caption) {
  html::Table description{.caption = caption, .caption_hidden = true};
  if (scope == Scope::all) {
    description.columns = {{Text::registry_government}, {Text::registry_year}};
  } else {
    description.columns = {{Text::registry_subject}};
  }
  for (const html::Column& column : {html::Column{Text::registry_score, true}, html::Column{Text::registry_printed},
                                     html::Column{Text::registry_by_rule}, html::Column{Text::registry_source}}) {
    description.columns.push_back(column);
  }
  html::table(w, description, [&](html::TableRows& all) {
    for (const RowIndex i : rows) {
      all.row([&](html::TableRow& cells) { result_row(w, cells, registry, i, scope); });
    }
  });
}

}  // namespace prima::publication
