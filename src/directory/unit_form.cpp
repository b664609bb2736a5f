#include "directory/unit_form.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.h"
#include "directory/unit_page_parts.h"
#include "directory/unit_pages.h"
#include "directory/unit_words.h"
#include "html/breadcrumb.h"
#include "html/form.h"
#include "html/layout.h"
#include "html/text.h"

namespace prima::directory {

using html::Text;
using html::Writer;

namespace {

std::string text_at(const http::Form& form, std::string_view name) {
  return std::string(form.value(name).value_or(std::string_view()));
}

std::int64_t version_in(const http::Form& form) {
  const auto text = form.value("version").value_or(std::string_view());
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// What a field's text may look like; nothing for those that need no word.
std::string_view example_of(UnitField field) {
  switch (field) {
    case UnitField::code:
      return "DISDUKCAPIL";
    case UnitField::region:
      return "33.74.10";
    case UnitField::latitude:
      return "-6.914744";
    case UnitField::longitude:
      return "110.609810";
    case UnitField::monday:
      return "08:00-12:00, 13:00-16:00 / tutup / 24 jam";
    case UnitField::special_days:
      return "2026-12-24 08:00-12:00 (malam Natal); 2026-12-25 tutup";
    case UnitField::channels:
      return "loket; web: https://layanan.contoh.go.id; whatsapp: +62 811 5550100";
    case UnitField::access:
      return "ramp, kursi roda, jalur pemandu";
    case UnitField::website:
      return "https://layanan.contoh.go.id";
    default:
      return {};
  }
}

const Finding* problem_of(const Findings& problems, std::string_view field) {
  const auto found =
      std::find_if(problems.begin(), problems.end(), [&](const Finding& one) { return one.file == field; });
  return found == problems.end() ? nullptr : &*found;
}

html::Content message_of(const Finding* problem) {
  return problem == nullptr ? html::Content() : html::Content(problem->message);
}

// Leads from each problem to its field; from one without a field, to the first.
void write_problems(Writer& w, const Findings& problems, std::string_view first, std::string_view name) {
  std::vector<html::FieldError> errors;
  for (const Finding& problem : problems) {
    const std::string_view field = problem.file.empty() ? first : std::string_view(problem.file);
    errors.push_back({std::string(field == "name" ? name : field), problem.message});
  }
  html::error_summary(w, errors);
}

void write_kind(Writer& w, const html::Field& field, const std::string& chosen) {
  std::vector<Words> words;
  for (const auto& one : unit_kinds()) words.push_back(one.words());
  std::vector<html::Option> options;
  for (std::size_t at = 0; at < words.size(); ++at) options.push_back({std::string(unit_kinds()[at].key), words[at]});
  const auto kind = parse_unit_kind(chosen);
  html::select_field(w, field, options, kind ? word_of(*kind).key : std::string_view());
}

void write_field(Writer& w, const UnitColumn& column, const UnitForm& form) {
  // The code is given once.
  if (column.field == UnitField::code && form.version != 0) return;
  const std::string& text = form.texts[static_cast<std::size_t>(column.field)];
  const std::string_view example = example_of(column.field);
  const std::string hint =
      example.empty() ? std::string() : std::string(w.plain(Text::directory_example)) + " " + std::string(example);
  const Words label = column.words();
  const html::Field field{.id = column.key,
                          .name = column.key,
                          .label = label,
                          .hint = hint,
                          .error = message_of(problem_of(form.problems, column.key)),
                          .required = column.field == UnitField::code || column.field == UnitField::name};
  if (column.field == UnitField::kind) return write_kind(w, field, text);
  if (column.field == UnitField::address || column.field == UnitField::special_days ||
      column.field == UnitField::channels)
    return html::text_area(w, {.field = field, .value = text, .rows = 2});
  html::text_field(w, {.field = field, .value = text});
}

void write_hidden(Writer& w, HiddenFields hidden, std::int64_t version) {
  for (const auto& [name, value] : hidden) html::hidden_field(w, name, value);
  const std::string shown = std::to_string(version);
  html::hidden_field(w, "version", shown);
}

void write_form(Writer& w, const std::string& path, const UnitForm& form, HiddenFields hidden) {
  write_problems(w, form.problems, "name", "name");
  w.form({{"method", "post"}, {"action", w.url(path)}}, [&] {
    write_hidden(w, hidden, form.version);
    for (const UnitColumn& column : unit_columns()) write_field(w, column, form);
    html::submit_button(w, {.label = Text::directory_save});
  });
}

void write_event(Writer& w, const Unit& unit, const HappeningForm& happening) {
  const bool active = unit.standing.status == Status::active;
  const std::vector<Event> events =
      active ? std::vector{Event::rename, Event::merge, Event::close} : std::vector{Event::reopen};
  std::vector<Words> words;
  for (const Event event : events) words.push_back(event_words(event));
  std::vector<html::Option> options;
  for (std::size_t at = 0; at < events.size(); ++at) options.push_back({std::string(to_text(events[at])), words[at]});
  html::select_field(w, {.id = "event", .name = "event", .label = Text::directory_event}, options, happening.event);
}

void write_happening(Writer& w, const Institution& institution, const Unit& unit, std::int64_t version,
                     const HappeningForm& happening, HiddenFields hidden, Date today) {
  write_problems(w, happening.problems, "event", "new_name");
  const auto error = [&](std::string_view field) { return message_of(problem_of(happening.problems, field)); };
  w.form({{"method", "post"}, {"action", w.url(happening_path(institution, unit))}}, [&] {
    write_hidden(w, hidden, version);
    write_event(w, unit, happening);
    const std::string from = happening.from.empty() ? iso(today) : happening.from;
    html::text_field(w, {.field = {.id = "from",
                                   .name = "from",
                                   .label = Text::directory_since,
                                   .error = error("from"),
                                   .required = true},
                         .value = from,
                         .type = "date"});
    if (unit.standing.status == Status::active) {
      html::text_field(w, {.field = {.id = "new_name",
                                     .name = "name",
                                     .label = Text::directory_new_name,
                                     .hint = Text::directory_new_name_hint,
                                     .error = error("name")},
                           .value = happening.name});
      html::text_field(w, {.field = {.id = "into",
                                     .name = "into",
                                     .label = Text::directory_into,
                                     .hint = Text::directory_into_hint,
                                     .error = error("into")},
                           .value = happening.into});
    }
    html::submit_button(w, {.label = Text::directory_enter, .kind = html::ButtonKind::secondary});
  });
}

}  // namespace

UnitForm form_of(const Unit& unit, std::int64_t version) {
  UnitForm form;
  form.version = version;
  for (const UnitColumn& column : unit_columns())
    form.texts[static_cast<std::size_t>(column.field)] = text_of(unit, column.field);
  return form;
}

UnitForm read_unit_form(const http::Form& form) {
  UnitForm typed;
  typed.version = version_in(form);
  for (const UnitColumn& column : unit_columns())
    typed.texts[static_cast<std::size_t>(column.field)] = text_at(form, column.key);
  return typed;
}

Unit unit_from(UnitForm& form, const Unit& base) {
  Unit unit = base;
  for (const UnitColumn& column : unit_columns()) {
    if (column.field == UnitField::code && form.version != 0) continue;
    auto wrong = set_text(unit, column.field, form.texts[static_cast<std::size_t>(column.field)]);
    if (wrong) form.problems.push_back({"value_not_usable", std::string(column.key), 0, *std::move(wrong)});
  }
  return unit;
}

HappeningForm read_happening_form(const http::Form& form) {
  return {.event = text_at(form, "event"),
          .from = text_at(form, "from"),
          .name = text_at(form, "name"),
          .into = text_at(form, "into")};
}

std::string new_unit_path(const Institution& institution) { return "/kelola/unit/" + institution.code + "/baru"; }

std::string edit_unit_path(const Institution& institution, const Unit& unit) {
  return "/kelola/unit/" + institution.code + "/unit/" + unit.code;
}

std::string happening_path(const Institution& institution, const Unit& unit) {
  return edit_unit_path(institution, unit) + "/peristiwa";
}

std::string new_unit_page(Language language, const Institution& institution, const UnitForm& form,
                          HiddenFields hidden) {
  const std::string path = new_unit_path(institution);
  return html::document(
      {.language = language, .path = path, .title = Words{"Unit layanan baru", "New service unit"}.in(language)},
      [&](Writer& w) {
        html::breadcrumb(w, {{Text::directory_units, units_path(institution)}}, Text::directory_new_unit);
        html::page_header(
            w, {.eyebrow = institution.name, .title = Text::directory_new_unit, .lead = Text::directory_new_unit_lead});
        html::prose(w, [&] { write_form(w, path, form, hidden); });
      });
}

std::string edit_unit_page(Language language, const Institution& institution, const Unit& unit, const UnitForm& form,
                           const HappeningForm& happening, HiddenFields hidden, Date today) {
  const std::string path = edit_unit_path(institution, unit);
  const bool active = unit.standing.status == Status::active;
  return html::document({.language = language, .path = path, .title = unit.name}, [&](Writer& w) {
    html::breadcrumb(
        w, {{Text::directory_units, units_path(institution)}, {unit.name, about_unit_path(institution, unit)}},
        Text::directory_edit);
    html::page_header(w, {.eyebrow = unit.code,
                          .title = unit.name,
                          .lead = active ? Text::directory_edit_lead : Text::directory_edit_closed});
    if (active) html::prose(w, [&] { write_form(w, path, form, hidden); });
    html::section(w, {.title = Text::directory_happened, .lead = Text::directory_happened_lead}, [&] {
      html::prose(w, [&] { write_happening(w, institution, unit, form.version, happening, hidden, today); });
    });
  });
}

}  // namespace prima::directory
