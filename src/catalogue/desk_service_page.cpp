#include "catalogue/desk_service_page.h"

#include <algorithm>

#include "catalogue/desk_parts.h"
#include "catalogue/standard_items.h"
#include "catalogue/standard_words.h"
#include "html/alert.h"
#include "html/breadcrumb.h"
#include "html/card.h"
#include "html/form.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/table.h"
#include "html/text.h"

namespace prima::catalogue {

using html::Text;
using html::Writer;

namespace {

class ServicePage {
 public:
  ServicePage(Writer& w, const DeskServiceView& view) : w_(w), view_(view) {
    for (const StoredEdition& stored : view.editions) all_.push_back(stored.edition);
  }

  void write() {
    const std::string title = view_.service.title.in(w_.language());
    html::breadcrumb(
        w_, {{Text::desk_title, std::string(desk_path)}, {Text::desk_services, std::string(desk_services_path)}},
        title);
    html::page_header(w_, {.eyebrow = view_.unit_name, .title = title, .lead = view_.service.code, .aside = [&] {
                             if (!view_.public_path.empty())
                               html::button_link(w_, Text::desk_as_citizens, view_.public_path);
                           }});
    html::stack(w_, [&] {
      write_desk_notice(w_, view_.notice);
      write_refusal(w_, view_.refused);
      if (!view_.service.offered)
        html::alert(w_, {.kind = html::AlertKind::warning}, [&] { w_.p(Text::desk_not_offered_body); });
    });
    html::section(w_, {.title = Text::desk_editions, .id = "edisi"}, [&] {
      editions();
      if (view_.may_draft) begin();
    });
    html::section(w_, {.title = Text::desk_day_question, .lead = Text::desk_day_lead, .id = "hari"}, [&] { day(); });
    if (view_.editions.size() > 1)
      html::section(w_, {.title = Text::desk_compare, .id = "banding"}, [&] { compare(); });
    if (view_.may_draft) html::section(w_, {.title = Text::desk_offer_title, .id = "buka-tutup"}, [&] { offer(); });
  }

 private:
  void editions() {
    const auto last = last_days(all_);
    html::table(w_,
                {.caption = Text::desk_editions,
                 .caption_hidden = true,
                 .columns = {{Text::desk_edition},
                             {Text::desk_state},
                             {Text::desk_valid_from},
                             {Text::desk_valid_until},
                             {Text::desk_completeness, true},
                             {Text::desk_changed}}},
                [&](html::TableRows& rows) {
                  for (std::size_t i = all_.size(); i-- > 0;) edition(rows, view_.editions[i], last[i]);
                });
  }

  void edition(html::TableRows& rows, const StoredEdition& stored, const std::optional<Date>& last) {
    const Edition& one = stored.edition;
    rows.row([&](html::TableRow& row) {
      row.header([&] {
        w_.a({{"href", w_.url(desk_edition_path(view_.service.code, one.number))}},
             say(Text::desk_edition_number, std::to_string(one.number)));
      });
      row.cell([&] { state_tag(w_, one.state); });
      row.cell(day_text(w_, one.valid_from));
      row.cell(day_text(w_, last));
      row.cell(say(Text::desk_of_fourteen, std::to_string(complete_components(one.standard))));
      row.cell(w_.date(day_in(view_.zone, stored.changed_at)));
    });
  }

  void begin() {
    const bool open = std::any_of(all_.begin(), all_.end(), [](const Edition& one) {
      return one.state != EditionState::published && one.state != EditionState::withdrawn;
    });
    if (open) return w_.p({{"class", "small"}}, Text::desk_begin_later);
    desk_form(w_, {.path = desk_service_path(view_.service.code) + "/edisi", .csrf = view_.csrf},
              [&] { html::button_row(w_, [&] { html::submit_button(w_, {.label = Text::desk_begin}); }); });
  }

  void day() {
    w_.form({{"method", "get"}, {"action", w_.url(desk_service_path(view_.service.code)) + "#hari"}}, [&] {
      html::field_row(w_, [&] {
        html::text_field(w_, {.field = {.id = "pada-hari",
                                        .name = "hari",
                                        .label = Text::desk_day,
                                        .error = wrong_day() ? html::Content(Text::desk_day_wrong) : html::Content()},
                              .value = view_.typed_day,
                              .type = "date"});
        html::submit_button(w_, {.label = Text::desk_day_show, .kind = html::ButtonKind::secondary});
      });
    });
    if (!view_.asked_day) return;
    const Edition* valid = valid_on(all_, *view_.asked_day);
    if (valid == nullptr) return w_.p(say(Text::desk_day_none, w_.date(*view_.asked_day)));
    html::card(w_, {}, [&] {
      w_.p([&] {
        w_.text(say(Text::desk_day_answer, w_.date(*view_.asked_day)));
        w_.text(" ");
        w_.a({{"href", w_.url(desk_edition_path(view_.service.code, valid->number))}},
             say(Text::desk_edition_number, std::to_string(valid->number)));
      });
      for (const Component component : {Component::fees, Component::time}) promised(*valid, component);
    });
  }

  bool wrong_day() const { return !view_.typed_day.empty() && !view_.asked_day; }

  void promised(const Edition& edition, Component component) {
    w_.h3(words(component));
    const auto items = items_of(edition.standard, component);
    if (items.empty()) return w_.p({{"class", "small"}}, Text::desk_nothing_stated);
    w_.ul([&] {
      for (const StandardItem& item : items) {
        w_.li([&] {
          w_.strong(item.name.in(w_.language()));
          for (const Facet& facet : item.facets) {
            w_.text(" · ");
            w_.text(facet.value.in(w_.language()));
          }
        });
      }
    });
  }

  void compare() {
    std::vector<std::string> labels;
    std::vector<html::Option> options;
    for (const Edition& one : all_)
      labels.push_back(w_.plain(say(Text::desk_edition_number, std::to_string(one.number))));
    for (std::size_t i = 0; i < all_.size(); ++i) options.push_back({std::to_string(all_[i].number), labels[i]});
    w_.form({{"method", "get"}, {"action", w_.url(desk_service_path(view_.service.code) + "/banding")}}, [&] {
      html::field_row(w_, [&] {
        html::select_field(w_, {.id = "a", .name = "a", .label = Text::desk_compare_before}, options,
                           options[options.size() - 2].value);
        html::select_field(w_, {.id = "b", .name = "b", .label = Text::desk_compare_after}, options,
                           options.back().value);
        html::submit_button(w_, {.label = Text::desk_compare_show, .kind = html::ButtonKind::secondary});
      });
    });
  }

  void offer() {
    const bool offered = view_.service.offered;
    w_.p(offered ? Text::desk_close_note : Text::desk_offer_note);
    const std::string path = desk_service_path(view_.service.code) + (offered ? "/tutup" : "/buka");
    desk_form(w_, {.path = path, .csrf = view_.csrf}, [&] {
      html::button_row(w_, [&] {
        html::submit_button(w_, {.label = offered ? Text::desk_close_service : Text::desk_offer_service,
                                 .kind = html::ButtonKind::secondary});
      });
    });
  }

  Writer& w_;
  const DeskServiceView& view_;
  std::vector<Edition> all_;
};

}  // namespace

std::string desk_service_page(Language language, const DeskServiceView& view) {
  return html::document(
      {.language = language, .path = desk_service_path(view.service.code), .title = view.service.title.in(language)},
      [&](Writer& w) { ServicePage(w, view).write(); });
}

}  // namespace prima::catalogue
