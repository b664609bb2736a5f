#include "identity/account_page.h"

#include <array>

#include "html/badge.h"
#include "html/card.h"
#include "html/heading.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/table.h"
#include "html/text.h"
#include "identity/encoding.h"
#include "identity/password_rules.h"

namespace prima::identity {

using html::Text;
using html::Writer;

namespace {

class AccountPage {
 public:
  AccountPage(Writer& w, const AccountSheet& sheet) : w_(w), sheet_(sheet) {}

  void write() {
    const Account& account = sheet_.account;
    html::page_header(w_, {.eyebrow = sheet_.institution_name,
                           .title = account.person_name.empty() ? account.name : account.person_name,
                           .lead = Text::account_lead,
                           .aside = [&] { sign_out("/keluar", Text::sign_in_sign_out); }});
    html::stack(w_, [&] {
      write_notice(w_, sheet_.notice);
      write_problems(w_, sheet_.problems);
    });
    html::section(w_, {.title = Text::account_data, .id = "data"}, [&] {
      html::columns(w_, html::Columns::main_and_aside, [&] {
        details();
        roles();
      });
    });
    html::section(w_, {.title = Text::account_sessions, .lead = Text::account_sessions_lead, .id = "sesi"},
                  [&] { sessions(); });
    html::section(w_, {.title = Text::account_change_password, .id = "sandi"}, [&] { password(); });
    html::section(w_, {.title = Text::account_second_factor, .lead = Text::account_second_factor_lead, .id = "faktor"},
                  [&] { second_factor(); });
    html::section(w_, {.title = Text::account_my_data, .lead = Text::account_my_data_lead, .id = "unduh"}, [&] {
      const std::array<html::Download, 1> files = {
          {{.label = Text::account_export, .path = "/akun/data.json", .format = "JSON"}}};
      html::downloads(w_, files);
      w_.p({{"class", "small"}}, Text::account_erasure);
    });
  }

 private:
  void sign_out(std::string_view path, Text label) {
    post_form(w_, {.path = path, .csrf = sheet_.csrf},
              [&] { html::submit_button(w_, {.label = label, .kind = html::ButtonKind::secondary}); });
  }

  void details() {
    html::card(w_, {}, [&] {
      post_form(w_, {.path = "/akun", .csrf = sheet_.csrf}, [&] {
        html::hidden_field(w_, "versi", std::to_string(sheet_.account.version));
        html::text_field(w_, {.field = {.id = "nama-orang",
                                        .name = "nama_orang",
                                        .label = Text::account_person_name,
                                        .hint = Text::account_purpose_person_name,
                                        .error = problem_of(sheet_.problems, "nama-orang"),
                                        .required = true},
                              .value = sheet_.account.person_name,
                              .autocomplete = "name"});
        html::text_field(w_, {.field = {.id = "surel",
                                        .name = "surel",
                                        .label = Text::account_mail,
                                        .hint = Text::account_purpose_mail,
                                        .error = problem_of(sheet_.problems, "surel")},
                              .value = sheet_.account.mail,
                              .type = "email",
                              .autocomplete = "email"});
        password_field(w_,
                       {.id = "sandi-surel",
                        .name = "sandi_sekarang",
                        .label = Text::account_current_password,
                        .hint = Text::account_mail_password_hint,
                        .error = problem_of(sheet_.problems, "sandi-surel")},
                       PasswordUse::current);
        write_language_field(w_, sheet_.account.language);
        processing_note(w_, "account");
        html::button_row(w_, [&] { html::submit_button(w_, {.label = Text::account_save}); });
      });
    });
  }

  static void write_language_field(Writer& w, Language chosen) {
    const std::array<html::Option, 2> languages = {{{"id", "Bahasa Indonesia"}, {"en", "English"}}};
    html::select_field(
        w, {.id = "bahasa", .name = "bahasa", .label = Text::account_language, .hint = Text::account_purpose_language},
        languages, chosen == Language::en ? "en" : "id");
  }

  void roles() {
    html::card(w_, {.title = Text::account_roles, .heading_level = 3}, [&] {
      html::facts(w_, {{.term = Text::account_name, .detail = sheet_.account.name}});
      if (sheet_.grants.empty()) return w_.p(Text::account_no_roles);
      w_.ul([&] {
        for (const ShownGrant& grant : sheet_.grants) w_.li(to_text(grant, w_.language()));
      });
    });
  }

  void session_row(html::TableRows& rows, const Session& session) {
    rows.row([&](html::TableRow& row) {
      row.header([&] {
        w_.text(session.device.empty() ? std::string(w_.plain(Text::account_unknown_device)) : session.device);
        if (session.token_hash != sheet_.this_session) return;
        w_.text(" ");
        html::tag(w_, html::Tone::neutral, Text::account_this_session);
      });
      row.cell(moment_text(w_, session.times.created_at, sheet_.zone));
      row.cell(moment_text(w_, session.times.last_seen_at, sheet_.zone));
      if (session.token_hash == sheet_.this_session) return row.none();
      row.cell([&] {
        post_form(w_, {.path = "/akun/sesi", .csrf = sheet_.csrf}, [&] {
          html::hidden_field(w_, "sesi", session_key(session));
          html::submit_button(w_, {.label = Text::account_end_session, .kind = html::ButtonKind::tertiary});
        });
      });
    });
  }

  void sessions() {
    html::table(
        w_,
        {.caption = Text::account_sessions_caption,
         .caption_hidden = true,
         .columns = {{Text::account_device}, {Text::account_since}, {Text::account_last_seen}, {Text::account_action}}},
        [&](html::TableRows& rows) {
          for (const Session& session : sheet_.sessions) session_row(rows, session);
        });
    sign_out("/akun/keluar-semua", Text::account_sign_out_everywhere);
    processing_note(w_, "session");
  }

  void current_password(std::string_view id) {
    password_field(w_,
                   {.id = id,
                    .name = "sandi_sekarang",
                    .label = Text::account_current_password,
                    .hint = Text::account_current_password_hint,
                    .error = problem_of(sheet_.problems, id),
                    .required = true},
                   PasswordUse::current);
  }

  void password() {
    const Words advice = password_advice();
    html::card(w_, {}, [&] {
      post_form(w_, {.path = "/akun/sandi", .csrf = sheet_.csrf}, [&] {
        current_password("sandi-sekarang");
        password_field(w_,
                       {.id = "sandi-baru",
                        .name = "kata_sandi",
                        .label = Text::account_new_password,
                        .hint = advice,
                        .error = problem_of(sheet_.problems, "sandi-baru"),
                        .required = true},
                       PasswordUse::fresh);
        password_field(w_,
                       {.id = "sandi-ulang",
                        .name = "ulang",
                        .label = Text::account_repeat_password,
                        .error = problem_of(sheet_.problems, "sandi-ulang"),
                        .required = true},
                       PasswordUse::fresh);
        html::button_row(w_, [&] { html::submit_button(w_, {.label = Text::account_change_password}); });
      });
    });
  }

  void second_factor() {
    html::card(w_, {}, [&] {
      if (!sheet_.has_second_factor) {
        w_.p(Text::account_no_second_factor);
        return html::button_link(w_, Text::account_set_up_factor, "/masuk/kode/daftar");
      }
      w_.p(say(Text::account_codes_left, w_.count(sheet_.recovery_codes_left)));
      html::button_link(w_, Text::account_renew_factor, "/masuk/kode/daftar");
      html::heading(w_, 3, "", Text::account_new_codes);
      post_form(w_, {.path = "/akun/kode-pemulihan", .csrf = sheet_.csrf}, [&] {
        current_password("sandi-kode");
        html::button_row(w_, [&] {
          html::submit_button(w_, {.label = Text::account_make_codes, .kind = html::ButtonKind::secondary});
        });
      });
      if (sheet_.needs_second_factor) return w_.p({{"class", "small"}}, Text::account_factor_required);
      html::heading(w_, 3, "", Text::account_remove_factor);
      post_form(w_, {.path = "/akun/hapus-faktor", .csrf = sheet_.csrf}, [&] {
        current_password("sandi-faktor");
        html::button_row(w_, [&] {
          html::submit_button(w_, {.label = Text::account_remove_factor, .kind = html::ButtonKind::secondary});
        });
      });
    });
  }

  Writer& w_;
  const AccountSheet& sheet_;
};

}  // namespace

std::string to_text(const ShownGrant& shown, Language language) {
  const std::string role = name(shown.grant.role).in(language);
  switch (shown.grant.reach) {
    case Scope::nowhere:
      return role;
    case Scope::own_unit:
      return role + ", " + shown.unit_name + " (" + shown.institution_name + ")";
    case Scope::own_institution:
      return role + ", " + shown.institution_name;
    case Scope::everywhere:
      return role + ", " + (language == Language::id ? "semua instansi" : "all institutions");
  }
  PRIMA_UNREACHABLE("a scope without a case");
}

std::string session_key(const Session& session) { return base64url(bytes_of(session.token_hash)); }

std::string account_page(Language language, const AccountSheet& sheet) {
  return html::document(
      {.language = language, .path = "/akun", .title = std::string(text(language, Text::account_title))},
      [&](Writer& w) { AccountPage(w, sheet).write(); });
}

}  // namespace prima::identity
