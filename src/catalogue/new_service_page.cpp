#include <algorithm>

#include "base/text.h"
#include "catalogue/desk_parts.h"
#include "catalogue/desk_service_page.h"
#include "catalogue/template.h"
#include "html/alert.h"
#include "html/breadcrumb.h"
#include "html/card.h"
#include "html/form.h"
#include "html/layout.h"
#include "html/text.h"

namespace prima::catalogue {

using html::Text;
using html::Writer;

namespace {

constexpr std::size_t longest_code = 40;

class NewServicePage {
 public:
  NewServicePage(Writer& w, const NewServiceView& view) : w_(w), view_(view) {}

  void write() {
    html::breadcrumb(
        w_, {{Text::desk_title, std::string(desk_path)}, {Text::desk_services, std::string(desk_services_path)}},
        Text::desk_new_service);
    html::page_header(w_, {.title = Text::desk_new_service, .lead = Text::desk_new_lead});
    html::stack(w_, [&] {
      problems();
      html::card(w_, {},
                 [&] { desk_form(w_, {.path = desk_new_service_path, .csrf = view_.csrf}, [&] { fields(); }); });
      html::alert(w_, {.kind = html::AlertKind::info}, [&] { w_.p(template_notice()); });
    });
  }

 private:
  void problems() {
    std::vector<html::FieldError> errors;
    for (const Finding& finding : view_.problems) errors.push_back({finding.file, finding.message});
    html::error_summary(w_, errors);
  }

  html::Content problem_of(std::string_view field) const {
    for (const Finding& finding : view_.problems)
      if (finding.file == field) return finding.message;
    return {};
  }

  void fields() {
    html::hidden_field(w_, "id", view_.id);
    std::vector<html::Option> units;
    for (const DeskChoice& unit : view_.units) units.push_back({unit.value, unit.label});
    html::select_field(w_, {.id = "unit", .name = "unit", .label = Text::desk_unit, .error = problem_of("unit")}, units,
                       view_.unit);
    templates();
    html::text_field(w_, {.field = {.id = "nama",
                                    .name = "nama",
                                    .label = Text::desk_new_title,
                                    .hint = Text::desk_new_title_hint,
                                    .error = problem_of("nama")},
                          .value = view_.title,
                          .autocomplete = "off"});
    html::text_field(w_, {.field = {.id = "kode",
                                    .name = "kode",
                                    .label = Text::desk_code,
                                    .hint = Text::desk_code_hint,
                                    .error = problem_of("kode")},
                          .value = view_.code,
                          .autocomplete = "off"});
    html::button_row(w_, [&] { html::submit_button(w_, {.label = Text::desk_new_submit}); });
  }

  void templates() {
    w_.div({{"class", "ds-field"}}, [&] {
      w_.label({{"for", "templat"}}, Text::desk_template);
      w_.div({{"data-field", "description"}, {"id", "templat-hint"}}, Text::desk_template_hint);
      w_.select({{"class", "ds-input"}, {"id", "templat"}, {"name", "templat"}, {"aria-describedby", "templat-hint"}},
                [&] {
                  w_.option({{"value", ""}}, Text::desk_template_none);
                  for (const TemplateSector& sector : template_sectors()) group(sector);
                });
    });
  }

  void group(const TemplateSector& sector) {
    w_.optgroup({{"label", sector.name.in(w_.language())}}, [&] {
      for (const ServiceTemplate& one : service_templates()) {
        if (one.sector != sector.key) continue;
        w_.option({{"value", one.key}, {"selected", one.key == view_.template_key}},
                  one.standard.title.in(w_.language()));
      }
    });
  }

  Writer& w_;
  const NewServiceView& view_;
};

}  // namespace

std::string new_service_page(Language language, const NewServiceView& view) {
  return html::document({.language = language,
                         .path = std::string(desk_new_service_path),
                         .title = std::string(text(language, Text::desk_new_service))},
                        [&](Writer& w) { NewServicePage(w, view).write(); });
}

std::string code_from_title(std::string_view title) {
  std::string code;
  for (const char c : lowered(title)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      code.push_back(c);
    } else if (!code.empty() && code.back() != '-') {
      code.push_back('-');
    }
  }
  if (code.size() > longest_code) {
    code.resize(longest_code);
    if (const std::size_t hyphen = code.rfind('-'); hyphen != std::string::npos && hyphen > 0) code.resize(hyphen);
  }
  while (!code.empty() && code.back() == '-') code.pop_back();
  return code;
}

}  // namespace prima::catalogue
