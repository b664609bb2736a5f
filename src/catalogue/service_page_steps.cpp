#include <algorithm>
#include <vector>

#include "catalogue/portal_parts.h"
#include "catalogue/service_page_parts.h"
#include "catalogue/service_promise.h"
#include "catalogue/standard_items.h"
#include "catalogue/standard_summary.h"
#include "catalogue/standard_words.h"
#include "html/alert.h"
#include "html/card.h"
#include "html/disclosure.h"
#include "html/table.h"
#include "html/text.h"

// What an applicant does, in the order in which they do it.
namespace prima::catalogue {

using html::say;
using html::Text;
using html::Writer;

namespace {

void write_derivation(Writer& w, const std::vector<directory::PromiseStep>& steps) {
  if (steps.empty()) return;
  html::disclosure(w, {.summary = Text::service_promise_how}, [&] {
    w.ol({{"class", "promise-steps"}}, [&] {
      for (const directory::PromiseStep& step : steps) {
        w.li([&] {
          w.text(step.words);
          if (!step.decree.empty()) w.span({{"class", "small"}}, say(Text::service_promise_decree, step.decree));
        });
      }
    });
    w.p({{"class", "small"}}, directory::our_counting_rule().basis);
  });
}

void write_told(Writer& w, const directory::Promise& promise) {
  html::alert(w, {.kind = html::AlertKind::success, .title = directory::apply_today_words(promise)}, [&] {
    w.p(Text::service_promise_condition);
    write_derivation(w, promise.steps);
  });
}

void write_not_told(Writer& w, const directory::NoPromise& none) {
  html::alert(w, {.kind = html::AlertKind::warning, .title = Text::service_promise_none}, [&] {
    w.p(none.message);
    write_derivation(w, none.steps);
  });
}

// Cases that a requirement is only for; nothing for one that everybody needs.
void write_only_for(Writer& w, const Standard& standard, const Requirement& one) {
  std::string names;
  for (const std::string& key : one.cases)
    names.append(names.empty() ? "" : ", ").append(case_name(standard, key).in(w.language()));
  w.span({{"class", "only-for"}}, say(Text::service_only_for, names));
}

std::string form_of(const Writer& w, const Requirement& one) {
  if (one.form == DocumentForm::none || one.form == DocumentForm::not_stated) return {};
  std::string text = words(one.form).in(w.language());
  if (one.copies > 1) text += " " + w.plain(say(Text::service_copies, w.count(one.copies)));
  return text;
}

// A box to tick, on the screen and on paper; nothing is sent or kept.
void write_requirement(Writer& w, const ServicePage& page, const Requirement& one) {
  w.li([&] {
    w.label([&] {
      w.input({{"type", "checkbox"}, {"autocomplete", "off"}});
      w.span([&] {
        w.strong([&] { write_local(w, one.name); });
        if (const std::string form = form_of(w, one); !form.empty()) w.text(" · " + form);
        if (!one.cases.empty() && page.case_key.empty()) write_only_for(w, standard_of(page), one);
        if (!one.where.empty()) {
          w.small([&] {
            w.text(Text::service_from_where);
            w.text(" ");
            write_local(w, one.where);
          });
        }
        if (!one.note.empty()) w.small([&] { write_local(w, one.note); });
      });
    });
  });
}

void write_step(Writer& w, const Step& step) {
  w.li([&] {
    w.span([&] { write_local(w, step.what); });
    w.small([&] {
      if (step.who.empty()) {
        w.text(words(step.actor));
      } else {
        write_local(w, step.who);
      }
      if (step.duration) {
        w.text(" · ");
        w.text(words(*step.duration));
      }
    });
  });
}

bool is_wanted(const ServicePage& page, const std::string& case_key) {
  return case_key.empty() || page.case_key.empty() || page.case_key == case_key;
}

// In the cell of a table: a text, and a note below it.
void write_with_note(Writer& w, const LocalText& text, const LocalText& note) {
  write_local(w, text);
  if (!note.empty()) w.small([&] { write_local(w, note); });
}

void write_fee_rows(Writer& w, const ServicePage& page) {
  const Standard& standard = standard_of(page);
  html::table(w,
              {.caption = Text::service_fee,
               .caption_hidden = true,
               .columns = {{Text::service_case}, {Text::service_fee, true}, {Text::service_fee_ground}}},
              [&](html::TableRows& rows) {
                for (const FeeRow& one : standard.fees.rows) {
                  if (!is_wanted(page, one.case_key)) continue;
                  rows.row([&](html::TableRow& row) {
                    row.header([&] { write_local(w, case_name(standard, one.case_key)); });
                    row.cell([&] {
                      w.text(rupiah_words(one.rupiah));
                      if (!one.per.empty()) w.small([&] { write_local(w, one.per); });
                    });
                    if (one.legal_ground.empty() && one.note.empty()) {
                      row.none();
                    } else {
                      row.cell([&] { write_with_note(w, one.legal_ground, one.note); });
                    }
                  });
                }
              });
}

}  // namespace

void write_promise(Writer& w, const ServicePage& page) {
  const TimeRow* row = time_of_case(standard_of(page), page.case_key);
  if (row == nullptr) {
    if (!standard_of(page).time.empty()) html::alert(w, {}, [&] { w.p(Text::service_promise_choose); });
    return;
  }
  const auto promise = promise_of(page.service, row->duration, page.calendars, page.now);
  if (!promise) return;
  if (*promise) {
    write_told(w, **promise);
  } else {
    write_not_told(w, promise->error());
  }
}

void write_requirements(Writer& w, const ServicePage& page) {
  const Standard& standard = standard_of(page);
  html::card(w, {.title = Text::service_bring_title}, [&] {
    if (standard.requirements.empty()) return w.p(Text::service_bring_none);
    w.ul({{"class", "checklist"}}, [&] {
      for (const Requirement& one : standard.requirements)
        if (is_for(one.cases, page.case_key)) write_requirement(w, page, one);
    });
  });
}

void write_steps(Writer& w, const ServicePage& page) {
  const std::vector<Step>& steps = standard_of(page).procedure;
  if (steps.empty()) return;
  html::card(w, {.title = Text::service_steps}, [&] {
    w.ol({{"class", "steps"}}, [&] {
      for (const Step& step : steps) write_step(w, step);
    });
  });
}

void write_times(Writer& w, const ServicePage& page) {
  const Standard& standard = standard_of(page);
  if (standard.time.empty()) return;
  html::card(w, {.title = Text::service_time}, [&] {
    w.ul({{"class", "plain-list"}}, [&] {
      for (const TimeRow& one : standard.time) {
        if (!is_wanted(page, one.case_key)) continue;
        w.li([&] {
          w.strong(words(one.duration));
          if (!one.case_key.empty()) {
            w.text(" · ");
            write_local(w, case_name(standard, one.case_key));
          }
          if (!one.starts.empty()) w.small([&] { write_local(w, one.starts); });
          if (!one.note.empty()) w.small([&] { write_local(w, one.note); });
        });
      }
    });
  });
}

void write_fees(Writer& w, const ServicePage& page) {
  const Fees& fees = standard_of(page).fees;
  html::card(w, {.title = Text::service_fee, .flush = fees.state == FeeState::charged}, [&] {
    switch (fees.state) {
      case FeeState::not_stated:
        return w.p(Text::service_fee_missing);
      case FeeState::charged:
        return write_fee_rows(w, page);
      case FeeState::free:
        w.p([&] {
          w.strong(Text::service_fee_free);
          w.text(" ");
          write_local(w, fees.legal_ground);
        });
        w.p(Text::service_fee_free_warning);
    }
  });
}

void write_products(Writer& w, const ServicePage& page) {
  const std::vector<Product>& products = standard_of(page).products;
  if (products.empty()) return;
  html::card(w, {.title = Text::service_products}, [&] {
    w.ul({{"class", "plain-list"}}, [&] {
      for (const Product& one : products) {
        w.li([&] {
          w.strong([&] { write_local(w, one.name); });
          w.small([&] {
            if (one.form != ProductForm::not_stated) w.text(words(one.form));
            if (one.validity.empty()) return;
            w.text(" ");
            w.text(Text::service_validity);
            w.text(" ");
            write_local(w, one.validity);
          });
        });
      }
    });
  });
}

}  // namespace prima::catalogue
