#include "app/journal_page.h"

#include <fmt/format.h>

#include "base/working_calendar_words.h"
#include "html/alert.h"
#include "html/card.h"
#include "html/disclosure.h"
#include "html/form.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/table.h"
#include "http/percent.h"
#include "journal/entry.h"
#include "journal/journal_filter.h"

namespace prima::app {

using html::say;
using html::Text;
using html::Writer;

namespace {

constexpr std::string_view path = "/jurnal";

std::string_view typed(const JournalView& view, std::string_view name) {
  for (const auto& [field, value] : view.typed)
    if (field == name) return value;
  return {};
}

Words problem_of(const JournalView& view, std::string_view name) {
  for (const Finding& finding : view.problems)
    if (finding.code == "journal_filter_" + std::string(name)) return finding.message;
  return {};
}

void field(Writer& w, const JournalView& view, std::string_view name, Text label, std::string_view type = "text") {
  const Words error = problem_of(view, name);
  html::text_field(
      w, {.field = {.id = name, .name = name, .label = label, .error = error.empty() ? html::Content() : error},
          .value = typed(view, name),
          .type = type,
          .autocomplete = "off"});
}

void search_form(Writer& w, const JournalView& view) {
  w.form({{"class", "stack"}, {"role", "search"}, {"method", "get"}, {"action", w.url(path)}}, [&] {
    html::hidden_field(w, "instansi", std::to_string(static_cast<std::int32_t>(view.institution)));
    html::field_row(w, [&] {
      field(w, view, "from", Text::journal_from, "date");
      field(w, view, "until", Text::journal_until, "date");
      field(w, view, "action", Text::journal_action);
    });
    html::field_row(w, [&] {
      field(w, view, "actor", Text::journal_actor);
      field(w, view, "kind", Text::journal_kind);
      field(w, view, "id", Text::journal_subject);
    });
    html::button_row(w, [&] {
      html::submit_button(w, {.label = Text::journal_search}, html::Icon::search);
      html::button_link(w, Text::journal_all, path, html::ButtonKind::tertiary);
    });
  });
}

std::string moment(const Writer& w, Instant at, TimeZone zone) {
  const int minute = minute_of_day_in(zone, at);
  return fmt::format("{}, {:02}{}{:02} {}", w.date(day_in(zone, at)), minute / 60,
                     w.language() == Language::id ? '.' : ':', minute % 60, to_text(zone));
}

void before_and_after(Writer& w, const journal::Change& change) {
  html::disclosure(w, {.summary = Text::journal_details}, [&] {
    if (!change.before.is_null()) {
      w.p([&] { w.strong(Text::journal_before); });
      w.pre({{"class", "journal-value"}, {"tabindex", "0"}}, to_text(change.before));
    }
    if (!change.after.is_null()) {
      w.p([&] { w.strong(Text::journal_after); });
      w.pre({{"class", "journal-value"}, {"tabindex", "0"}}, to_text(change.after));
    }
  });
}

void entry_row(html::TableRows& rows, Writer& w, const JournalView& view, const journal::StoredEntry& stored) {
  const auto entry = journal::parse_entry(stored.bytes);
  rows.row([&](html::TableRow& row) {
    row.header(w.count(static_cast<std::int64_t>(stored.sequence)));
    if (!entry) {
      row.cell(Text::journal_unreadable);
      row.none();
      row.none();
      row.none();
      return;
    }
    const journal::Change& change = entry->change;
    row.cell(moment(w, change.at, view.zone));
    row.cell([&] { w.code(change.action); });
    row.cell([&] {
      w.text(change.subject.kind);
      w.br();
      w.small({{"class", "journal-id"}}, change.subject.id);
      before_and_after(w, change);
    });
    if (change.actor == Uuid{}) {
      row.cell(Text::journal_program);
    } else {
      row.cell([&] { w.small({{"class", "journal-id"}}, to_text(change.actor)); });
    }
  });
}

void entries(Writer& w, const JournalView& view) {
  if (view.page.entries.empty()) {
    html::empty_state(w, {.title = Text::journal_none_title}, [&] { w.p(Text::journal_none_body); });
    return;
  }
  html::card(w, {.flush = true}, [&] {
    html::table(w,
                {.caption = Text::journal_caption,
                 .columns = {{Text::journal_number},
                             {Text::journal_when},
                             {Text::journal_what},
                             {Text::journal_on_what},
                             {Text::journal_who}}},
                [&](html::TableRows& rows) {
                  for (const journal::StoredEntry& stored : view.page.entries) entry_row(rows, w, view, stored);
                });
  });
  if (!view.page.next) return;
  journal::JournalFilter next = view.filter;
  next.after = view.page.next;
  std::string address = fmt::format("{}?instansi={}", path, static_cast<std::int32_t>(view.institution));
  for (const auto& [name, value] : journal::parameters_of(next))
    address += "&" + name + "=" + http::percent_encoded(value);
  html::button_row(w, [&] { html::button_link(w, Text::journal_older, address); });
}

void checkpoint(Writer& w, const JournalView& view) {
  html::section(w, {.title = Text::journal_checkpoint_title, .lead = Text::journal_checkpoint_lead}, [&] {
    w.p(say(Text::journal_length, w.count(static_cast<std::int64_t>(view.head.size))));
    if (view.checkpoint.empty()) {
      w.p(Text::journal_not_signed);
    } else {
      w.pre({{"class", "journal-value"}, {"tabindex", "0"}}, view.checkpoint);
    }
  });
}

}  // namespace

std::string journal_page(Language language, const JournalView& view) {
  return html::document(
      {.language = language,
       .path = std::string(path),
       .title = std::string(html::text(language, Text::journal_title))},
      [&](Writer& w) {
        html::page_header(w,
                          {.eyebrow = view.institution_name, .title = Text::journal_title, .lead = Text::journal_lead});
        html::stack(w, [&] {
          search_form(w, view);
          if (view.problems.empty()) entries(w, view);
          checkpoint(w, view);
        });
      });
}

}  // namespace prima::app
