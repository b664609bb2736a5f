#include "catalogue/desk_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "catalogue/standard_completeness_rules.h"
#include "catalogue/standard_items.h"
#include "catalogue/standard_labels.h"
#include "catalogue/standard_words.h"
#include "catalogue/typed_edition.h"
#include "html/alert.h"
#include "html/badge.h"
#include "html/card.h"
#include "html/disclosure.h"
#include "html/form.h"
#include "html/lists.h"
#include "html/meter.h"
#include "html/text.h"
#include "identity/csrf_rules.h"

namespace prima::catalogue {

using html::Icon;
using html::Text;
using html::Tone;
using html::Writer;

namespace {

std::pair<Tone, Icon> look_of(EditionState state) {
  switch (state) {
    case EditionState::draft:
      return {Tone::neutral, Icon::pencil};
    case EditionState::review:
      return {Tone::middle, Icon::search};
    case EditionState::approved:
      return {Tone::good, Icon::check};
    case EditionState::published:
      return {Tone::top, Icon::circle_check};
    case EditionState::withdrawn:
      return {Tone::low, Icon::circle_x};
  }
  PRIMA_UNREACHABLE("state of an edition");
}

std::pair<Tone, Icon> look_of(ComponentState state) {
  switch (state) {
    case ComponentState::absent:
      return {Tone::bottom, Icon::circle_x};
    case ComponentState::partial:
      return {Tone::middle, Icon::triangle_alert};
    case ComponentState::complete:
      return {Tone::top, Icon::circle_check};
  }
  PRIMA_UNREACHABLE("state of a component");
}

Text name_of(ComponentState state) {
  return state == ComponentState::absent    ? Text::desk_component_absent
         : state == ComponentState::partial ? Text::desk_component_partial
                                            : Text::desk_component_complete;
}

void write_item(Writer& w, const StandardItem& item) {
  w.li([&] {
    w.strong(item.name.in(w.language()));
    for (const Facet& facet : item.facets) {
      w.div({{"class", "small"}}, [&] {
        w.text(facet.label);
        w.text(": ");
        w.text(facet.value.in(w.language()));
      });
    }
  });
}

void write_items(Writer& w, const Words& title, const std::vector<StandardItem>& items) {
  html::card(w, {.title = title}, [&] {
    if (items.empty()) return w.p({{"class", "small"}}, Text::desk_nothing_stated);
    w.ul([&] {
      for (const StandardItem& item : items) write_item(w, item);
    });
  });
}

}  // namespace

std::string desk_service_path(std::string_view code) { return fmt::format("{}/{}", desk_services_path, code); }
std::string desk_edition_path(std::string_view code, int number) {
  return fmt::format("{}/edisi/{}", desk_service_path(code), number);
}

std::size_t complete_components(const Standard& standard) {
  const auto checks = check_components(standard);
  return static_cast<std::size_t>(std::count_if(checks.begin(), checks.end(), [](const ComponentCheck& check) {
    return check.state == ComponentState::complete;
  }));
}

void state_tag(Writer& w, EditionState state) {
  const auto [tone, icon] = look_of(state);
  html::tag(w, tone, icon, words(state));
}

void completeness_meter(Writer& w, std::size_t complete) {
  const std::string value = std::to_string(complete);
  const std::string most = std::to_string(component_count);
  const Tone tone = complete == component_count       ? Tone::top
                    : complete * 2 >= component_count ? Tone::middle
                                                      : Tone::low;
  html::meter(w, {.label = Text::desk_completeness,
                  .value = value,
                  .maximum = most,
                  .shown = say(Text::desk_of_fourteen, value),
                  .tone = tone});
}

void write_completeness(Writer& w, const Standard& standard, bool linked) {
  completeness_meter(w, complete_components(standard));
  w.ul([&] {
    for (const ComponentCheck& check : check_components(standard)) {
      const Words name = words(check.component);
      const std::string id = "#" + field_id("/standard/" + std::string(key(check.component)));
      w.li([&] {
        if (linked) {
          w.a({{"href", id}}, name);
        } else {
          w.strong(name);
        }
        w.text(" ");
        const auto [tone, icon] = look_of(check.state);
        html::tag(w, tone, icon, name_of(check.state));
        w.div({{"class", "small"}}, check.reason);
      });
    }
  });
}

void write_plain_advice(Writer& w, const StandardPlainReport& report) {
  w.p(say(Text::desk_plain_index, w.count(report.index)));
  if (report.texts.empty()) return w.p(Text::desk_plain_none);
  for (const PlacedReport& placed : report.texts) {
    const std::string pointer = "/standard" + placed.pointer.substr(0, placed.pointer.rfind('/'));
    html::disclosure(w,
                     {.summary =
                          [&] {
                            w.text(label_of(pointer).label);
                            w.text(": ");
                            w.text(w.count(static_cast<std::int64_t>(placed.report.remarks.size())));
                          }},
                     [&] {
                       w.blockquote({{"lang", "id"}}, placed.text);
                       w.ul([&] {
                         for (const Remark& remark : placed.report.remarks) {
                           w.li([&] {
                             w.q({{"lang", "id"}}, std::string_view(placed.text).substr(remark.offset, remark.length));
                             w.text(" ");
                             w.text(remark.reason);
                             w.text(" ");
                             w.strong(remark.proposal);
                           });
                         }
                       });
                     });
  }
}

void write_edition(Writer& w, const Edition& edition) {
  write_items(w, {"Masa berlaku dan penetapan", "Validity and decree"}, validity_items(edition));
  write_items(w, {"Tentang layanan", "About the service"}, description_items(edition.standard));
  for (const Component component : components())
    write_items(w, words(component), items_of(edition.standard, component));
}

void write_moves(Writer& w, const MoveButtons& buttons) {
  if (!buttons.why_not.empty()) html::alert(w, {.kind = html::AlertKind::info}, [&] { w.p(buttons.why_not); });
  if (buttons.moves.empty() && buttons.why_not.empty()) w.p({{"class", "small"}}, Text::desk_no_moves);
  for (const EditionMove* move : buttons.moves) {
    const std::string to(key(move->to));
    const std::string path = desk_edition_path(buttons.code, buttons.number) + "/pindah";
    desk_form(w, {.path = path, .csrf = buttons.csrf}, [&] {
      html::hidden_field(w, "versi", std::to_string(buttons.version));
      html::hidden_field(w, "ke", to);
      if (move->needs_reason) {
        html::text_field(w, {.field = {.id = "alasan-" + to,
                                       .name = "alasan",
                                       .label = Text::desk_reason,
                                       .hint = Text::desk_reason_hint,
                                       .required = true}});
      }
      html::button_row(w, [&] {
        html::submit_button(w, {.label = move->name,
                                .kind = move->needs_reason ? html::ButtonKind::secondary : html::ButtonKind::primary});
      });
    });
  }
}

void desk_form(Writer& w, const DeskForm& form, const html::Content& body) {
  w.form({{"method", "post"}, {"action", w.url(form.path)}, {"class", "stack"}}, [&] {
    html::hidden_field(w, identity::csrf_field, form.csrf);
    w.add(body);
  });
}

void write_refusal(Writer& w, const Findings& findings) {
  if (findings.empty()) return;
  html::alert(w, {.kind = html::AlertKind::danger, .title = Text::desk_refused}, [&] {
    w.ul([&] {
      for (const Finding& finding : findings) w.li(finding.message);
    });
  });
}

void write_desk_notice(Writer& w, std::string_view notice) {
  static constexpr std::array<std::pair<std::string_view, Text>, 6> notices = {{
      {"tersimpan", Text::desk_notice_saved},
      {"dibuat", Text::desk_notice_made},
      {"edisi", Text::desk_notice_begun},
      {"pindah", Text::desk_notice_moved},
      {"ditutup", Text::desk_notice_closed},
      {"dibuka", Text::desk_notice_opened},
  }};
  for (const auto& [word, text] : notices) {
    if (word != notice) continue;
    return html::alert(w, {.kind = html::AlertKind::success}, [&, said = text] { w.p(said); });
  }
}

std::string day_text(const Writer& w, const std::optional<Date>& day) { return day ? w.date(*day) : "–"; }

}  // namespace prima::catalogue
