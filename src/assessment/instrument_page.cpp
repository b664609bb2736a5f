#include "assessment/instrument_page.h"

#include <algorithm>

#include "assessment/instrument_page_method.h"
#include "assessment/instrument_page_parts.h"
#include "assessment/instrument_page_tree.h"
#include "html/alert.h"
#include "html/breadcrumb.h"
#include "html/card.h"
#include "html/form.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/text.h"

namespace prima::assessment {

using html::Text;
using html::Writer;
using instrument::Instrument;

namespace {

void validity(Writer& w, const Instrument& instrument) {
  if (instrument.valid_to) {
    w.text(say(Text::instruments_from_to, w.date(instrument.valid_from), w.date(*instrument.valid_to)));
  } else {
    w.text(say(Text::instruments_from, w.date(instrument.valid_from)));
  }
}

void identity(Writer& w, const Instrument& instrument) {
  const auto dimensions = static_cast<std::int64_t>(instrument.dimensions.size());
  const auto indicators = static_cast<std::int64_t>(instrument.indicators.size());
  const auto authority = [&] { html::external_link(w, instrument.authority_url, instrument.authority); };
  const auto valid = [&] { validity(w, instrument); };
  const auto id = [&] { w.code(instrument.id()); };
  const auto hash = [&] { w.code(instrument.hash); };
  html::facts(
      w, {{Text::instruments_authority, authority},
          {Text::instruments_valid, valid},
          {Text::instruments_contents, say(Text::instruments_contents_of, w.count(dimensions), w.count(indicators))},
          {Text::instruments_scale, say(Text::instruments_scale_of, short_figure(w, instrument.scale_min),
                                        short_figure(w, instrument.scale_max))},
          {Text::instruments_id, id},
          {Text::instruments_hash, hash}});
}

void versions(Writer& w, const Instrument& instrument, std::vector<const Instrument*> family) {
  std::sort(family.begin(), family.end(),
            [](const Instrument* left, const Instrument* right) { return left->version > right->version; });
  const bool alone =
      std::none_of(family.begin(), family.end(), [&](const Instrument* one) { return one->id() != instrument.id(); });
  if (alone) return w.p({{"class", "small"}}, Text::instruments_only_version);
  w.ul([&] {
    for (const Instrument* one : family) {
      w.li([&] {
        const bool here = one->id() == instrument.id();
        if (here) return w.strong(say(Text::instruments_this_version, one->version));
        w.a({{"href", w.url(path_of(*one))}}, one->version);
      });
    }
  });
}

void checks(Writer& w, const Findings& lint) {
  if (lint.empty()) {
    return html::alert(w, {.kind = html::AlertKind::success, .title = Text::instruments_lint_passed},
                       [&] { w.p(Text::instruments_lint_what); });
  }
  const auto count = static_cast<std::int64_t>(lint.size());
  html::alert(w, {.kind = html::AlertKind::danger, .title = say(Text::instruments_lint_failed, w.count(count))},
              [&] { findings_list(w, lint); });
}

void reference_list(Writer& w, const Instrument& instrument) {
  if (instrument.references.empty()) return w.p(Text::instruments_no_references);
  w.ul([&] {
    for (const instrument::Reference& reference : instrument.references) {
      w.li([&] {
        w.strong(reference.cite);
        w.text(": ");
        html::external_link(w, reference.url, reference.title);
      });
    }
  });
}

void top(Writer& w, const Instrument& instrument, const std::vector<const Instrument*>& family) {
  html::columns(w, html::Columns::main_and_aside, [&] {
    html::card(w, {.title = Text::instruments_identity}, [&] { identity(w, instrument); });
    html::stack(w, [&] {
      html::card(w, {.title = Text::instruments_versions}, [&] { versions(w, instrument, family); });
      html::card(w, {.title = Text::instruments_marks}, [&] { html::standing_legend(w); });
    });
  });
}

}  // namespace

std::string instrument_page(Language language, const Instrument& instrument, const Findings& lint,
                            const std::vector<const Instrument*>& family) {
  return html::document(
      {.language = language,
       .path = path_of(instrument),
       .title = instrument.title.in(language),
       .description = instrument.summary.in(language),
       .section = html::Section::instruments},
      [&](Writer& w) {
        html::breadcrumb(w, {{Text::instruments_title, "/instrumen"}}, instrument.title);
        const auto actions = [&] {
          html::button_row(w, [&] {
            if (lint.empty()) {
              html::button_link(w, Text::instruments_score_with, "/hitung?instrument=" + instrument.id(),
                                html::ButtonKind::primary);
            }
            html::button_link(w, Text::instruments_download, path_of(instrument) + "/instrument.yaml",
                              html::ButtonKind::secondary, html::Icon::download);
          });
        };
        html::page_header(
            w,
            {.eyebrow = instrument.authority, .title = instrument.title, .lead = instrument.summary, .aside = actions});
        top(w, instrument, family);
        html::section(w, {.title = Text::instruments_checks, .id = "pemeriksaan"}, [&] { checks(w, lint); });
        html::section(w, {.title = Text::instruments_tree, .lead = Text::instruments_tree_lead, .id = "isi-instrumen"},
                      [&] { instrument_tree(w, instrument); });
        html::section(w, {.title = Text::instruments_levels, .lead = Text::instruments_levels_lead, .id = "cara"},
                      [&] { levels(w, instrument); });
        html::section(w, {.title = Text::instruments_bands, .lead = Text::instruments_bands_lead, .id = "kategori"},
                      [&] { bands(w, instrument); });
        special_rules(w, instrument);
        html::section(w, {.title = Text::instruments_references, .id = "rujukan"},
                      [&] { reference_list(w, instrument); });
      });
}

}  // namespace prima::assessment
