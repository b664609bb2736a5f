#include "identity/link_page.h"

#include "html/alert.h"
#include "html/card.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/text.h"
#include "identity/password_rules.h"

namespace prima::identity {

using html::Text;
using html::Writer;

namespace {

// What is kept about the person, each with why.
void write_known(Writer& w, const LinkForm& form) {
  html::card(w, {.title = Text::sign_in_link_known}, [&] {
    const auto with_purpose = [&](const std::string& value, Text purpose) {
      w.p([&] {
        if (value.empty()) return w.text(Text::common_no_data);
        w.text(value);
      });
      w.p({{"class", "small"}}, purpose);
    };
    html::facts(
        w,
        {{.term = Text::account_name, .detail = [&] { with_purpose(form.account_name, Text::account_purpose_name); }},
         {.term = Text::account_person_name,
          .detail = [&] { with_purpose(form.person_name, Text::account_purpose_person_name); }},
         {.term = Text::account_mail, .detail = [&] { with_purpose(form.mail, Text::account_purpose_mail); }}});
    processing_note(w, "account");
  });
}

void write_choice(Writer& w, const LinkForm& form) {
  const Words advice = password_advice();
  html::card(w, {}, [&] {
    post_form(w, {.path = "/tautan/" + form.link, .csrf = form.csrf}, [&] {
      // Lets the browser's store of passwords know whose it is.
      html::text_field(w, {.field = {.id = "nama", .name = "nama", .label = Text::account_name},
                           .value = form.account_name,
                           .autocomplete = "username"});
      password_field(w,
                     {.id = "kata-sandi",
                      .name = "kata_sandi",
                      .label = Text::account_new_password,
                      .hint = advice,
                      .error = problem_of(form.problems, "kata-sandi"),
                      .required = true},
                     PasswordUse::fresh);
      password_field(w,
                     {.id = "ulang",
                      .name = "ulang",
                      .label = Text::account_repeat_password,
                      .error = problem_of(form.problems, "ulang"),
                      .required = true},
                     PasswordUse::fresh);
      html::button_row(w, [&] { html::submit_button(w, {.label = Text::sign_in_link_submit}); });
    });
  });
}

void write_request(Writer& w, const ForgottenForm& form) {
  html::card(w, {}, [&] {
    post_form(w, {.path = "/lupa-sandi", .csrf = form.csrf}, [&] {
      html::text_field(w, {.field = {.id = "nama",
                                     .name = "nama",
                                     .label = Text::sign_in_name,
                                     .hint = Text::sign_in_name_hint,
                                     .error = problem_of(form.problems, "nama"),
                                     .required = true},
                           .autocomplete = "username"});
      html::button_row(w, [&] {
        html::submit_button(w, {.label = Text::sign_in_forgotten_submit});
        html::button_link(w, Text::sign_in_back, "/masuk", html::ButtonKind::tertiary);
      });
    });
  });
}

}  // namespace

std::string choose_password_page(Language language, const LinkForm& form) {
  const Text title = form.is_invitation ? Text::sign_in_link_welcome : Text::sign_in_link_title;
  return html::document(
      {.language = language, .path = "/tautan/" + form.link, .title = std::string(text(language, title))},
      [&](Writer& w) {
        html::page_header(w, {.title = title, .lead = Text::sign_in_link_lead});
        html::stack(w, [&] {
          write_problems(w, form.problems);
          html::columns(w, html::Columns::main_and_aside, [&] {
            write_choice(w, form);
            write_known(w, form);
          });
        });
      });
}

std::string dead_link_page(Language language) {
  return html::document(
      {.language = language, .path = "/lupa-sandi", .title = std::string(text(language, Text::sign_in_dead_title))},
      [&](Writer& w) {
        html::page_header(w, {.title = Text::sign_in_dead_title, .lead = Text::sign_in_dead_lead});
        html::button_row(w, [&] {
          html::button_link(w, Text::sign_in_dead_new, "/lupa-sandi", html::ButtonKind::primary);
          html::button_link(w, Text::sign_in_title, "/masuk");
        });
      });
}

std::string forgotten_page(Language language, const ForgottenForm& form) {
  return html::document(
      {.language = language,
       .path = "/lupa-sandi",
       .title = std::string(text(language, Text::sign_in_forgotten_title))},
      [&](Writer& w) {
        html::page_header(w, {.title = Text::sign_in_forgotten_title, .lead = Text::sign_in_forgotten_lead});
        html::stack(w, [&] {
          if (!form.sends_mail) {
            return html::alert(w, {.kind = html::AlertKind::info, .title = Text::sign_in_forgotten_no_mail},
                               [&] { w.p(Text::sign_in_forgotten_ask); });
          }
          write_problems(w, form.problems);
          if (form.was_sent) {
            html::alert(w, {.kind = html::AlertKind::success, .title = Text::sign_in_forgotten_sent},
                        [&] { w.p(Text::sign_in_forgotten_sent_body); });
          }
          write_request(w, form);
        });
      });
}

}  // namespace prima::identity
