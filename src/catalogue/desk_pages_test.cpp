#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "catalogue/desk_edition_page.h"
#include "catalogue/desk_page.h"
#include "catalogue/desk_service_page.h"
#include "catalogue/standard_test_support.h"
#include "html/html.h"

namespace prima::catalogue {
namespace {

using testing::HasSubstr;
using testing::Not;

const Date today = parse_date("2026-11-24").value();

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

Service card() {
  Service service;
  service.code = "ktp";
  service.title = {"KTP elektronik", "Electronic identity card"};
  service.template_key = "ktp-elektronik";
  return service;
}

StoredEdition stored(int number, EditionState state) {
  StoredEdition one;
  one.edition = test::published_edition();
  one.edition.number = number;
  one.edition.state = state;
  one.version = 7;
  return one;
}

struct Shown {
  StoredEdition edition = stored(1, EditionState::draft);
  StandardPlainReport plain = check_plain_language(edition.edition.standard, plain_words());
  DeskEdition view{.service = card(),
                   .unit_name = "Dinas <b>",
                   .stored = edition,
                   .plain = plain,
                   .moves = {.code = "ktp", .number = 1, .version = 7, .csrf = "tanda", .moves = {}}};
};

std::vector<std::string> pages(Language language) {
  DeskView desk{.person_name = "Sri", .institution_name = "Kota Contoh", .services = true, .units = true};
  DeskServicesView list{.institution_name = "Kota Contoh"};
  list.services = {{.service = card(), .unit_name = "Dinas", .number = 2}};
  DeskServiceView service{.unit_name = "Dinas", .service = card()};
  service.editions = {stored(1, EditionState::published), stored(2, EditionState::draft)};
  service.today = service.asked_day.emplace(today);
  service.may_draft = true;
  const StoredEdition first = stored(1, EditionState::published);
  const Shown shown;
  const TypedEdition typed = TypedEdition::of(shown.edition.edition);
  return {desk_page(language, desk),
          desk_services_page(language, list),
          desk_services_page(language, {.institution_name = "Kota"}),
          new_service_page(language, {.units = {{"1", "Dinas"}}}),
          desk_service_page(language, service),
          desk_comparison_page(language, {.service = card(), .before = first.edition, .after = shown.edition.edition}),
          desk_edition_page(language, shown.view),
          edition_form_page(language, shown.view, {.typed = typed})};
}

TEST(DeskPages, HaveOneHeadingInBothLanguages) {
  for (const Language language : {Language::id, Language::en})
    for (const std::string& page : pages(language)) EXPECT_EQ(count(page, "<h1"), 1U) << page.substr(0, 400);
}

TEST(DeskPages, EscapeWhatPeopleWrote) {
  for (const std::string& page : pages(Language::id)) EXPECT_THAT(page, Not(HasSubstr("Dinas <b>")));
}

TEST(DeskPages, NoTwoElementsOfTheFormShareAnId) {
  const Shown shown;
  TypedEdition typed = TypedEdition::of(shown.edition.edition);
  typed.press("add:/standard/requirements");
  typed.press("add:/standard/fees/rows");
  const std::string page = edition_form_page(Language::id, shown.view, {.typed = typed});
  std::vector<std::string> ids;
  for (std::size_t at = page.find(" id=\""); at != std::string::npos; at = page.find(" id=\"", at + 1))
    ids.push_back(page.substr(at + 5, page.find('"', at + 5) - at - 5));
  std::sort(ids.begin(), ids.end());
  const auto twice = std::adjacent_find(ids.begin(), ids.end());
  EXPECT_EQ(twice, ids.end()) << *twice;
}

TEST(DeskPages, TheFormShowsProblemsAtTheirFields) {
  const Shown shown;
  const TypedEdition typed = TypedEdition::of(shown.edition.edition);
  const Findings problems{{"x", "/standard/requirements/0/name/id", 0, {"Nama belum ada.", "No name."}},
                          {"x", "/standard/time", 0, {"Dua waktu.", "Two times."}}};
  const std::string page = edition_form_page(Language::id, shown.view, {.typed = typed, .problems = problems});
  EXPECT_THAT(page, HasSubstr("href=\"#f-standard-requirements-0-name-id\""));
  EXPECT_THAT(page, HasSubstr("id=\"f-standard-requirements-0-name-id-error\""));
  EXPECT_EQ(count(page, "Dua waktu."), 2U);
}

TEST(DeskPages, TheFormShowsTheHintsOfItsTemplateWhereItIsSilent) {
  const Shown shown;
  const TypedEdition typed;
  const ServiceTemplate* source = find_template("ktp-elektronik");
  ASSERT_NE(source, nullptr);
  const std::string page = edition_form_page(Language::en, shown.view, {.typed = typed});
  for (const Component component : {Component::fees, Component::time}) {
    ASSERT_NE(source->hint(component), nullptr);
    EXPECT_THAT(page, HasSubstr(html::Html::escaped(source->hint(component)->en).view()));
  }
}

TEST(DeskPages, AConflictShowsBothTexts) {
  const Shown shown;
  Edition mine = shown.edition.edition;
  mine.standard.audience = {"Semua warga Kota", ""};
  const TypedEdition typed = TypedEdition::of(mine);
  const std::string page =
      edition_form_page(Language::id, shown.view, {.typed = typed, .typed_now = mine, .version = 7, .conflict = true});
  EXPECT_THAT(page, HasSubstr("Semua warga Kota"));
  EXPECT_THAT(page, HasSubstr("Warga berusia 17 tahun ke atas"));
  EXPECT_THAT(page, HasSubstr("name=\"versi\" value=\"7\""));
}

TEST(DeskPages, TheDayQuestionAnswersWithTheEditionInForce) {
  DeskServiceView view{.unit_name = "Dinas", .service = card()};
  view.editions = {stored(1, EditionState::published)};
  view.today = today;
  view.asked_day = parse_date("2026-02-01");
  EXPECT_THAT(desk_service_page(Language::id, view), HasSubstr("UU 24/2013 Pasal 79A"));
  view.asked_day = parse_date("2025-12-31");
  const std::string before = desk_service_page(Language::id, view);
  EXPECT_THAT(before, HasSubstr("tidak ada edisi yang berlaku"));
  EXPECT_THAT(before, Not(HasSubstr("UU 24/2013 Pasal 79A")));
}

TEST(CodeFromTitle, KeepsLettersAndDigits) {
  EXPECT_EQ(code_from_title("KTP elektronik (hilang)"), "ktp-elektronik-hilang");
  EXPECT_EQ(code_from_title("  Akta – lahir  "), "akta-lahir");
  EXPECT_EQ(code_from_title("日本"), "");
  EXPECT_EQ(code_from_title("surat keterangan tidak mampu untuk beasiswa sekolah"),
            "surat-keterangan-tidak-mampu-untuk");
}

}  // namespace
}  // namespace prima::catalogue
