#include "directory/unit_desk.h"

#include <utility>
#include <vector>

#include "directory/unit_pages.h"

namespace prima::directory {

using http::Response;

namespace {

constexpr int unprocessable = 422;

std::vector<std::pair<std::string, std::string>> hidden_of(const DirectoryVisitor& visitor) {
  return {{"csrf", visitor.csrf}};
}

Author author_of(const DirectoryVisitor& visitor) { return {visitor.account, visitor.now}; }

Response to_unit(const Institution& institution, const Unit& unit, Language language) {
  return http::redirect(303, (language == Language::en ? "/en" : "") + about_unit_path(institution, unit));
}

Response show_new(const Institution& institution, const DirectoryVisitor& visitor, const UnitForm& form) {
  return http::html(new_unit_page(visitor.language, institution, form, hidden_of(visitor)),
                    form.problems.empty() ? 200 : unprocessable);
}

Response show_edit(const Institution& institution, const DirectoryVisitor& visitor, const Unit& unit,
                   const UnitForm& form, const HappeningForm& happening) {
  const bool fine = form.problems.empty() && happening.problems.empty();
  return http::html(edit_unit_page(visitor.language, institution, unit, form, happening, hidden_of(visitor),
                                   day_in(institution.zone, visitor.now)),
                    fine ? 200 : unprocessable);
}

// What the form asks for; a finding for what cannot be read.
Result<Happening, Finding> happening_of(const HappeningForm& form) {
  const auto event = parse_event(form.event);
  if (!event || *event == Event::create || *event == Event::change)
    return failure(
        Finding{"event", "event", 0, {"pilih peristiwanya dari daftar", "choose what happened from the list"}});
  const auto from = parse_date(form.from);
  if (!from)
    return failure(
        Finding{"from", "from", 0, {"tulis tanggalnya, misalnya 2026-11-24", "write the day, for example 2026-11-24"}});
  return Happening{*event, *from, form.name, form.into};
}

}  // namespace

std::optional<StoredUnit> UnitDesk::find(const Institution& institution, std::string_view code) const {
  db::Snapshot snapshot = database_.read();
  return find_unit(snapshot, institution.id, code);
}

Response UnitDesk::new_form(const Institution& institution, const DirectoryVisitor& visitor) const {
  UnitForm form;
  form.texts[static_cast<std::size_t>(UnitField::region)] = institution.region_code;
  return show_new(institution, visitor, form);
}

Response UnitDesk::create(const Institution& institution, const DirectoryVisitor& visitor,
                          const http::Form& form) const {
  UnitForm typed = read_unit_form(form);
  typed.version = 0;
  Unit base;
  base.institution = institution.id;
  base.id = UnitId(make_uuid(visitor.now, random_()));
  const Unit unit = unit_from(typed, base);
  if (!typed.problems.empty()) return show_new(institution, visitor, typed);
  auto made = database_.write([&](db::Transaction& transaction) {
    return create_unit(transaction, unit, day_in(institution.zone, visitor.now), author_of(visitor));
  });
  if (made) return to_unit(institution, made->unit, visitor.language);
  typed.problems = std::move(made.error().findings);
  return show_new(institution, visitor, typed);
}

std::optional<Response> UnitDesk::edit_form(const Institution& institution, std::string_view code,
                                            const DirectoryVisitor& visitor) const {
  const auto stored = find(institution, code);
  if (!stored) return std::nullopt;
  return show_edit(institution, visitor, stored->unit, form_of(stored->unit, stored->version), {});
}

std::optional<Response> UnitDesk::save(const Institution& institution, std::string_view code,
                                       const DirectoryVisitor& visitor, const http::Form& form) const {
  const auto stored = find(institution, code);
  if (!stored) return std::nullopt;
  UnitForm typed = read_unit_form(form);
  const Unit unit = unit_from(typed, stored->unit);
  if (!typed.problems.empty()) return show_edit(institution, visitor, stored->unit, typed, {});
  auto changed = database_.write(
      [&](db::Transaction& transaction) { return change_unit(transaction, unit, typed.version, author_of(visitor)); });
  if (changed) return to_unit(institution, changed->unit, visitor.language);
  typed.problems = std::move(changed.error().findings);
  return show_edit(institution, visitor, stored->unit, typed, {});
}

std::optional<Response> UnitDesk::enter(const Institution& institution, std::string_view code,
                                        const DirectoryVisitor& visitor, const http::Form& form) const {
  const auto stored = find(institution, code);
  if (!stored) return std::nullopt;
  HappeningForm typed = read_happening_form(form);
  const std::int64_t version = read_unit_form(form).version;
  const auto happening = happening_of(typed);
  if (happening) {
    auto happened = database_.write([&](db::Transaction& transaction) {
      return happen(transaction, UnitPlace{institution.id, stored->unit.id, version}, *happening, author_of(visitor));
    });
    if (happened) return to_unit(institution, happened->unit, visitor.language);
    typed.problems = std::move(happened.error().findings);
  } else {
    typed.problems.push_back(happening.error());
  }
  return show_edit(institution, visitor, stored->unit, form_of(stored->unit, stored->version), typed);
}

}  // namespace prima::directory
