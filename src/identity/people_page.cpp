#include "identity/people_page.h"

#include "html/alert.h"
#include "html/breadcrumb.h"
#include "html/card.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/table.h"
#include "html/text.h"
#include "http/percent.h"
#include "identity/people_page_parts.h"

namespace prima::identity {

using html::Text;
using html::Writer;

namespace {

class PeoplePage {
 public:
  PeoplePage(Writer& w, const PeopleList& list) : w_(w), list_(list) {}

  void write() {
    html::page_header(
        w_, {.eyebrow = list_.institution_name, .title = Text::people_title, .lead = Text::people_lead, .aside = [&] {
               html::button_link(w_, Text::people_permissions, "/kelola/izin");
             }});
    html::stack(w_, [&] {
      write_notice(w_, list_.notice);
      write_problems(w_, list_.problems);
      institution_choice();
      rows();
      if (!list_.next.empty()) {
        html::button_link(w_, Text::pagination_next,
                          people_path(list_.institution_number) + "&sesudah=" + http::percent_encoded(list_.next));
      }
    });
    if (list_.may_invite) {
      html::section(w_, {.title = Text::people_invite, .lead = Text::people_invite_lead, .id = "undang"},
                    [&] { invitation(); });
    }
  }

 private:
  void institution_choice() {
    if (list_.institutions.empty()) return;
    std::vector<html::Option> options;
    for (const Choice& choice : list_.institutions) options.push_back({choice.value, choice.label});
    w_.form({{"method", "get"}, {"action", w_.url("/kelola/orang")}}, [&] {
      html::field_row(w_, [&] {
        html::select_field(w_, {.id = "instansi", .name = "instansi", .label = Text::people_institution}, options,
                           list_.institution_number);
        html::submit_button(w_, {.label = Text::people_show, .kind = html::ButtonKind::secondary});
      });
    });
  }

  void rows() {
    if (list_.rows.empty())
      return html::empty_state(w_, {.title = Text::people_none}, [&] { w_.p(Text::people_none_body); });
    html::table(
        w_,
        {.caption = Text::people_title,
         .caption_hidden = true,
         .columns = {{Text::account_person_name}, {Text::account_name}, {Text::account_roles}, {Text::people_state}}},
        [&](html::TableRows& all) {
          for (const PeopleList::Row& one : list_.rows) row(all, one);
        });
  }

  void row(html::TableRows& all, const PeopleList::Row& one) {
    all.row([&](html::TableRow& row) {
      row.header([&] {
        w_.a({{"href", w_.url("/kelola/orang/" + to_text(one.account.id) + "?instansi=" + list_.institution_number)}},
             one.account.person_name.empty() ? one.account.name : one.account.person_name);
      });
      row.cell(one.account.name);
      if (one.roles.empty()) {
        row.none();
      } else {
        std::string roles;
        for (const Role role : one.roles) roles += (roles.empty() ? "" : ", ") + name(role).in(w_.language());
        row.cell(roles);
      }
      row.cell([&] { state_tag(w_, one.account.state); });
    });
  }

  void invitation() {
    const InvitationFields& typed = list_.invitation;
    html::card(w_, {}, [&] {
      post_form(w_, {.path = "/kelola/orang", .csrf = list_.csrf}, [&] {
        html::hidden_field(w_, "instansi", list_.institution_number);
        html::text_field(w_, {.field = {.id = "nama",
                                        .name = "nama",
                                        .label = Text::account_name,
                                        .hint = Text::people_name_hint,
                                        .error = problem_of(list_.problems, "nama"),
                                        .required = true},
                              .value = typed.name,
                              .autocomplete = "off"});
        html::text_field(w_, {.field = {.id = "nama-orang",
                                        .name = "nama_orang",
                                        .label = Text::account_person_name,
                                        .hint = Text::account_purpose_person_name,
                                        .error = problem_of(list_.problems, "nama-orang"),
                                        .required = true},
                              .value = typed.person_name,
                              .autocomplete = "off"});
        html::text_field(w_, {.field = {.id = "surel",
                                        .name = "surel",
                                        .label = Text::account_mail,
                                        .hint = Text::account_purpose_mail,
                                        .error = problem_of(list_.problems, "surel")},
                              .value = typed.mail,
                              .type = "email",
                              .autocomplete = "off"});
        grant_fields(w_, typed.grant, list_.problems, true);
        processing_note(w_, "account");
        w_.p({{"class", "small"}}, list_.sends_mail ? Text::people_link_by_mail : Text::people_link_by_hand);
        html::button_row(w_, [&] { html::submit_button(w_, {.label = Text::people_invite_submit}); });
      });
    });
  }

  Writer& w_;
  const PeopleList& list_;
};

}  // namespace

std::string people_page(Language language, const PeopleList& list) {
  return html::document({.language = language,
                         .path = people_path(list.institution_number),
                         .title = std::string(text(language, Text::people_title))},
                        [&](Writer& w) { PeoplePage(w, list).write(); });
}

std::string made_link_page(Language language, const MadeLink& link) {
  return html::document(
      {.language = language, .path = link.back_path, .title = std::string(text(language, Text::people_link_title))},
      [&](Writer& w) {
        html::page_header(w,
                          {.title = Text::people_link_title, .lead = say(Text::people_link_lead, link.account_name)});
        html::stack(w, [&] {
          html::alert(w, {.kind = html::AlertKind::warning, .title = Text::people_link_once},
                      [&] { w.p(say(Text::people_link_until, moment_text(w, link.expires_at, link.zone))); });
          html::card(w, {}, [&] { w.p([&] { w.code(link.address); }); });
          html::button_row(w, [&] { html::button_link(w, Text::people_back, link.back_path); });
        });
      });
}

}  // namespace prima::identity
