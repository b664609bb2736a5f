#include "identity/second_factor_page.h"

#include "html/alert.h"
#include "html/card.h"
#include "html/layout.h"
#include "html/qr_code.h"
#include "html/text.h"
#include "identity/sign_in_page.h"

namespace prima::identity {

using html::Text;
using html::Writer;

namespace {

void write_secret(Writer& w, const EnrolForm& form) {
  html::card(w, {.title = Text::sign_in_enrol_step_secret}, [&] {
    w.p(Text::sign_in_enrol_scan);
    html::qr_code(w, form.address, Text::sign_in_enrol_qr);
    w.p(Text::sign_in_enrol_type);
    w.p([&] { w.code(grouped_by_four(form.secret)); });
    w.p([&] { w.a({{"href", form.address}}, Text::sign_in_enrol_open_app); });
  });
}

void write_first_code(Writer& w, const EnrolForm& form) {
  html::card(w, {.title = Text::sign_in_enrol_step_code}, [&] {
    post_form(w, {.path = "/masuk/kode/daftar", .csrf = form.csrf}, [&] {
      html::hidden_field(w, "benih", form.sealed);
      if (!form.return_path.empty()) html::hidden_field(w, "ke", form.return_path);
      if (form.asks_password) {
        password_field(w,
                       {.id = "kata-sandi",
                        .name = "kata_sandi",
                        .label = Text::account_current_password,
                        .hint = Text::account_current_password_hint,
                        .error = problem_of(form.problems, "kata-sandi"),
                        .required = true},
                       PasswordUse::current);
      }
      html::text_field(w, {.field = {.id = "kode",
                                     .name = "kode",
                                     .label = Text::sign_in_enrol_code,
                                     .hint = Text::sign_in_enrol_code_hint,
                                     .error = problem_of(form.problems, "kode"),
                                     .required = true},
                           .autocomplete = "one-time-code",
                           .inputmode = "numeric"});
      html::button_row(w, [&] { html::submit_button(w, {.label = Text::sign_in_enrol_submit}); });
    });
  });
}

}  // namespace

std::string grouped_by_four(std::string_view text) {
  std::string grouped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && i % 4 == 0) grouped += ' ';
    grouped += text[i];
  }
  return grouped;
}

std::string enrol_page(Language language, const EnrolForm& form) {
  return html::document({.language = language,
                         .path = with_return("/masuk/kode/daftar", form.return_path),
                         .title = std::string(text(language, Text::sign_in_enrol_title))},
                        [&](Writer& w) {
                          html::page_header(
                              w, {.title = Text::sign_in_enrol_title,
                                  .lead = form.is_required ? Text::sign_in_enrol_required : Text::sign_in_enrol_lead});
                          html::stack(w, [&] {
                            write_problems(w, form.problems);
                            html::columns(w, html::Columns::halves, [&] {
                              write_secret(w, form);
                              write_first_code(w, form);
                            });
                            processing_note(w, "sign_in");
                          });
                        });
}

std::string recovery_codes_page(Language language, const RecoverySheet& sheet) {
  return html::document(
      {.language = language,
       .path = "/masuk/kode/daftar",
       .title = std::string(text(language, Text::sign_in_recovery_title))},
      [&](Writer& w) {
        html::page_header(w, {.title = Text::sign_in_recovery_title, .lead = Text::sign_in_recovery_lead});
        html::stack(w, [&] {
          html::alert(w, {.kind = html::AlertKind::warning, .title = Text::sign_in_recovery_once},
                      [&] { w.p(Text::sign_in_recovery_keep); });
          html::card(w, {.title = say(Text::sign_in_recovery_of, sheet.account_name)}, [&] {
            w.ol([&] {
              for (const std::string& code : sheet.codes) w.li([&] { w.code(code); });
            });
          });
          html::button_row(w, [&] {
            html::button_link(w, Text::sign_in_recovery_go_on, sheet.return_path.empty() ? "/akun" : sheet.return_path,
                              html::ButtonKind::primary);
          });
        });
      });
}

}  // namespace prima::identity
