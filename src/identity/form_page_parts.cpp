#include "identity/form_page_parts.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "html/alert.h"
#include "html/disclosure.h"
#include "html/lists.h"
#include "identity/csrf_rules.h"
#include "identity/personal_data.h"

namespace prima::identity {

using html::Content;
using html::Text;
using html::Writer;

Content problem_of(const FieldProblems& problems, std::string_view field) {
  for (const FieldProblem& problem : problems) {
    if (problem.field == field) return problem.words;
  }
  return {};
}

void write_problems(Writer& w, const FieldProblems& problems) {
  std::vector<html::FieldError> errors;
  for (const FieldProblem& problem : problems) errors.push_back({problem.field, problem.words});
  html::error_summary(w, errors);
}

void post_form(Writer& w, const PostForm& form, const Content& body) {
  w.form({{"method", "post"}, {"action", w.url(form.path)}, {"class", "stack"}}, [&] {
    if (!form.csrf.empty()) html::hidden_field(w, csrf_field, form.csrf);
    w.add(body);
  });
}

void password_field(Writer& w, const html::Field& field, PasswordUse use) {
  html::text_field(w, {.field = field,
                       .type = "password",
                       .autocomplete = use == PasswordUse::current ? "current-password" : "new-password"});
}

std::string moment_text(const Writer& w, Instant moment, TimeZone zone) {
  const int minute = minute_of_day_in(zone, moment);
  const char separator = w.language() == Language::id ? '.' : ':';
  return fmt::format("{} {:02}{}{:02} {}", w.date(day_in(zone, moment)), minute / 60, separator, minute % 60,
                     to_text(zone));
}

void processing_note(Writer& w, std::string_view activity) {
  const ProcessingActivity* found = personal_data_register().find(activity);
  PRIMA_ASSERT(found);
  const Words basis = name(found->basis);
  const Words retention = retention_of(*found);
  const Words seen = seen_by(*found);
  html::disclosure(w, {.summary = Text::account_processing}, [&] {
    html::facts(w, {{.term = Text::account_processing_purpose, .detail = found->purpose},
                    {.term = Text::account_processing_basis,
                     .detail =
                         [&] {
                           w.p(basis);
                           w.p({{"class", "small"}}, found->basis_note);
                         }},
                    {.term = Text::account_processing_retention, .detail = retention},
                    {.term = Text::account_processing_seen_by, .detail = seen}});
  });
}

void write_notice(Writer& w, std::string_view notice) {
  static constexpr std::array<std::pair<std::string_view, Text>, 12> notices = {{
      {"tersimpan", Text::account_notice_saved},
      {"kata-sandi", Text::account_notice_password},
      {"faktor", Text::account_notice_factor},
      {"faktor-dihapus", Text::account_notice_factor_removed},
      {"sesi", Text::account_notice_session},
      {"keluar", Text::sign_in_notice_signed_out},
      {"terkirim", Text::people_notice_sent},
      {"peran", Text::people_notice_roles},
      {"faktor-orang", Text::people_notice_factor},
      {"ditutup", Text::people_notice_closed},
      {"dibuka", Text::people_notice_opened},
      {"dihapus", Text::people_notice_erased},
  }};
  for (const auto& [word, text] : notices) {
    if (word != notice) continue;
    return html::alert(w, {.kind = html::AlertKind::success}, [&, said = text] { w.p(said); });
  }
}

}  // namespace prima::identity
