#include "identity/sign_in_page.h"

#include "html/alert.h"
#include "html/card.h"
#include "html/layout.h"
#include "html/text.h"
#include "http/percent.h"
#include "identity/form_page_parts.h"

namespace prima::identity {

using html::Text;
using html::Writer;

namespace {

void write_problem(Writer& w, const std::optional<Words>& problem) {
  if (problem) html::alert(w, {.kind = html::AlertKind::danger}, [&] { w.p(*problem); });
}

void return_field(Writer& w, const std::string& return_path) {
  if (!return_path.empty()) html::hidden_field(w, "ke", return_path);
}

}  // namespace

Words wrong_name_or_password() {
  return {"Nama akun atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.",
          "The account name or the password does not match. Check both and try again."};
}

std::string with_return(std::string_view path, std::string_view return_path) {
  std::string address(path);
  if (!return_path.empty()) address += "?ke=" + http::percent_encoded(return_path);
  return address;
}

std::string sign_in_page(Language language, const SignInForm& form) {
  return html::document(
      {.language = language,
       .path = with_return("/masuk", form.return_path),
       .title = std::string(text(language, Text::sign_in_title))},
      [&](Writer& w) {
        html::page_header(w, {.title = Text::sign_in_title, .lead = Text::sign_in_lead});
        html::columns(w, html::Columns::main_and_aside, [&] {
          html::stack(w, [&] {
            write_notice(w, form.notice);
            write_problem(w, form.problem);
            html::card(w, {}, [&] {
              post_form(w, {.path = "/masuk", .csrf = form.csrf}, [&] {
                return_field(w, form.return_path);
                html::text_field(w, {.field = {.id = "nama",
                                               .name = "nama",
                                               .label = Text::sign_in_name,
                                               .hint = Text::sign_in_name_hint,
                                               .required = true},
                                     .value = form.name,
                                     .autocomplete = "username"});
                password_field(
                    w, {.id = "kata-sandi", .name = "kata_sandi", .label = Text::sign_in_password, .required = true},
                    PasswordUse::current);
                html::button_row(w, [&] {
                  html::submit_button(w, {.label = Text::sign_in_submit});
                  html::button_link(w, Text::sign_in_forgotten, "/lupa-sandi", html::ButtonKind::tertiary);
                });
              });
            });
          });
          html::card(w, {.title = Text::sign_in_aside_title}, [&] {
            w.p(Text::sign_in_aside_who);
            w.p(Text::sign_in_aside_invitation);
            processing_note(w, "attempts");
          });
        });
      });
}

std::string code_page(Language language, const CodeForm& form) {
  return html::document(
      {.language = language,
       .path = with_return("/masuk/kode", form.return_path),
       .title = std::string(text(language, Text::sign_in_code_title))},
      [&](Writer& w) {
        html::page_header(w, {.title = Text::sign_in_code_title, .lead = Text::sign_in_code_lead});
        html::stack(w, [&] {
          write_problem(w, form.problem);
          html::card(w, {}, [&] {
            post_form(w, {.path = "/masuk/kode", .csrf = form.csrf}, [&] {
              return_field(w, form.return_path);
              html::text_field(w, {.field = {.id = "kode",
                                             .name = "kode",
                                             .label = Text::sign_in_code,
                                             .hint = Text::sign_in_code_hint,
                                             .required = true},
                                   .autocomplete = "one-time-code"});
              html::button_row(w, [&] { html::submit_button(w, {.label = Text::sign_in_code_submit}); });
            });
          });
          w.p({{"class", "small"}}, Text::sign_in_code_lost);
          post_form(w, {.path = "/keluar", .csrf = form.csrf}, [&] {
            html::submit_button(w, {.label = Text::sign_in_sign_out, .kind = html::ButtonKind::secondary});
          });
        });
      });
}

}  // namespace prima::identity
