#include "identity/person_page.h"

#include <array>

#include "html/breadcrumb.h"
#include "html/card.h"
#include "html/disclosure.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/table.h"
#include "html/text.h"
#include "identity/people_page_parts.h"

namespace prima::identity {

using html::ButtonKind;
using html::Text;
using html::Writer;

namespace {

std::string number_of(InstitutionId institution) { return std::to_string(static_cast<std::int32_t>(institution)); }

class PersonPage {
 public:
  PersonPage(Writer& w, const PersonSheet& sheet) : w_(w), sheet_(sheet) {}

  void write() {
    const Account& account = sheet_.account;
    const std::string people = people_path(number_of(account.institution));
    html::breadcrumb(w_, {{Text::people_title, people}}, account.name);
    html::page_header(w_, {.eyebrow = sheet_.institution_name,
                           .title = account.person_name.empty() ? account.name : account.person_name,
                           .aside = [&] { state_tag(w_, account.state); }});
    html::stack(w_, [&] {
      write_notice(w_, sheet_.notice);
      write_problems(w_, sheet_.problems);
      html::columns(w_, html::Columns::main_and_aside, [&] {
        if (sheet_.may_manage) {
          details();
        } else {
          facts();
        }
        if (sheet_.may_manage) access();
      });
    });
    html::section(w_, {.title = Text::account_roles, .lead = Text::people_roles_lead, .id = "peran-orang"},
                  [&] { roles(); });
    if (sheet_.may_export_and_erase) {
      html::section(w_, {.title = Text::people_data, .lead = Text::people_data_lead, .id = "data"}, [&] { data(); });
    }
  }

 private:
  // A button that does one thing.
  void action(std::string_view what, Text label) {
    post_form(w_, {.path = person_path(sheet_.account, what), .csrf = sheet_.csrf}, [&] {
      html::hidden_field(w_, "versi", std::to_string(sheet_.account.version));
      html::submit_button(w_, {.label = label, .kind = ButtonKind::secondary});
    });
  }

  void facts() {
    const Account& account = sheet_.account;
    html::card(w_, {}, [&] {
      html::facts(w_, {{.term = Text::account_name, .detail = account.name},
                       {.term = Text::account_person_name, .detail = account.person_name},
                       {.term = Text::account_mail, .detail = account.mail}});
    });
  }

  void details() {
    const Account& account = sheet_.account;
    html::card(w_, {.title = Text::account_data}, [&] {
      html::facts(w_, {{.term = Text::account_name, .detail = account.name}});
      post_form(w_, {.path = person_path(account, ""), .csrf = sheet_.csrf}, [&] {
        html::hidden_field(w_, "versi", std::to_string(account.version));
        html::text_field(w_, {.field = {.id = "nama-orang",
                                        .name = "nama_orang",
                                        .label = Text::account_person_name,
                                        .hint = Text::account_purpose_person_name,
                                        .error = problem_of(sheet_.problems, "nama-orang"),
                                        .required = true},
                              .value = account.person_name,
                              .autocomplete = "off"});
        html::text_field(w_, {.field = {.id = "surel",
                                        .name = "surel",
                                        .label = Text::account_mail,
                                        .hint = Text::account_purpose_mail,
                                        .error = problem_of(sheet_.problems, "surel")},
                              .value = account.mail,
                              .type = "email",
                              .autocomplete = "off"});
        processing_note(w_, "account");
        html::button_row(w_, [&] { html::submit_button(w_, {.label = Text::account_save}); });
      });
    });
  }

  void access() {
    html::card(w_, {.title = Text::people_access}, [&] {
      if (sheet_.account.state == AccountState::closed) {
        w_.p(Text::people_closed_note);
        return action("buka", Text::people_reopen);
      }
      w_.p(sheet_.sends_mail && !sheet_.account.mail.empty() ? Text::people_link_by_mail : Text::people_link_by_hand);
      action("tautan", Text::people_new_link);
      if (sheet_.has_second_factor) {
        w_.p(Text::people_factor_note);
        action("hapus-faktor", Text::people_remove_factor);
      }
      w_.p(Text::people_close_note);
      action("tutup", Text::people_close);
    });
  }

  void remove_role(const Grant& grant) {
    post_form(w_, {.path = person_path(sheet_.account, "cabut-peran"), .csrf = sheet_.csrf}, [&] {
      html::hidden_field(w_, "peran", key(grant.role));
      html::hidden_field(w_, "jangkauan", key(grant.reach));
      html::hidden_field(w_, "berlaku_di", number_of(grant.institution));
      html::hidden_field(w_, "unit", grant.unit ? prima::to_text(*grant.unit) : std::string());
      html::submit_button(w_, {.label = Text::people_remove_role, .kind = ButtonKind::tertiary});
    });
  }

  void roles() {
    if (sheet_.grants.empty()) {
      w_.p(Text::people_no_roles);
    } else {
      html::table(w_,
                  {.caption = Text::account_roles,
                   .caption_hidden = true,
                   .columns = {{Text::people_role}, {Text::account_action}}},
                  [&](html::TableRows& rows) {
                    for (const ShownGrant& shown : sheet_.grants) {
                      rows.row([&](html::TableRow& row) {
                        row.header(to_text(shown, w_.language()));
                        if (!sheet_.may_grant) return row.none();
                        row.cell([&] { remove_role(shown.grant); });
                      });
                    }
                  });
    }
    if (!sheet_.may_grant) return;
    html::card(w_, {.title = Text::people_add_role, .heading_level = 3}, [&] {
      post_form(w_, {.path = person_path(sheet_.account, "peran"), .csrf = sheet_.csrf}, [&] {
        grant_fields(w_, sheet_.grant, sheet_.problems, false);
        html::button_row(w_, [&] { html::submit_button(w_, {.label = Text::people_add_role}); });
      });
    });
  }

  void data() {
    const std::array<html::Download, 1> files = {
        {{.label = Text::people_export, .path = person_path(sheet_.account, "data.json"), .format = "JSON"}}};
    html::downloads(w_, files);
    html::disclosure(w_, {.summary = Text::people_erase, .open = !problem_of(sheet_.problems, "pastikan").empty()},
                     [&] {
                       w_.p(Text::people_erase_lead);
                       post_form(w_, {.path = person_path(sheet_.account, "hapus"), .csrf = sheet_.csrf}, [&] {
                         html::text_field(w_, {.field = {.id = "pastikan",
                                                         .name = "pastikan",
                                                         .label = say(Text::people_erase_confirm, sheet_.account.name),
                                                         .error = problem_of(sheet_.problems, "pastikan"),
                                                         .required = true},
                                               .autocomplete = "off"});
                         html::button_row(w_, [&] { html::submit_button(w_, {.label = Text::people_erase}); });
                       });
                     });
  }

  Writer& w_;
  const PersonSheet& sheet_;
};

}  // namespace

std::string person_path(const Account& account, std::string_view action) {
  std::string path = "/kelola/orang/" + to_text(account.id);
  if (!action.empty()) path.append("/").append(action);
  return path + "?instansi=" + number_of(account.institution);
}

std::string person_page(Language language, const PersonSheet& sheet) {
  return html::document({.language = language,
                         .path = person_path(sheet.account, ""),
                         .title = sheet.account.person_name.empty() ? sheet.account.name : sheet.account.person_name},
                        [&](Writer& w) { PersonPage(w, sheet).write(); });
}

}  // namespace prima::identity
