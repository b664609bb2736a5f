#include "catalogue/edition_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/standard_completeness_rules.h"
#include "catalogue/standard_test_support.h"
#include "catalogue/standard_words.h"

namespace prima::catalogue {
namespace {

using enum EditionState;
using enum EditionActor;

Edition in_state(EditionState state) {
  Edition edition = test::published_edition();
  edition.state = state;
  return edition;
}

std::vector<std::string> codes(const Findings& findings) {
  std::vector<std::string> list;
  for (const Finding& finding : findings) list.push_back(finding.code);
  return list;
}

TEST(EditionRules, AllowExactlyTheseMoves) {
  struct Row {
    EditionState from, to;
    std::vector<EditionActor> by;
  };
  const std::vector<Row> allowed = {
      {draft, review, {writer, head}},
      {review, draft, {writer, head, publisher}},
      {review, approved, {head}},
      {approved, draft, {head, publisher}},
      {approved, published, {head, publisher}},
      {published, withdrawn, {head, publisher}},
  };
  for (const auto& from : names<EditionState>()) {
    for (const auto& to : names<EditionState>()) {
      for (const EditionActor actor : {writer, head, publisher}) {
        bool expected = false;
        for (const Row& row : allowed)
          expected |= row.from == from.value && row.to == to.value && testing::Value(row.by, testing::Contains(actor));
        const auto moved = move_edition(in_state(from.value), {to.value, actor, "karena berubah"});
        EXPECT_EQ(moved.has_value(), expected) << from.key << " " << to.key << " " << static_cast<int>(actor);
        if (moved) {
          EXPECT_EQ(moved->state, to.value);
        }
      }
    }
  }
}

TEST(EditionRules, AskForAReasonWhereSomethingIsTakenBack) {
  for (const EditionMove& move : edition_moves()) {
    const auto silent = move_edition(in_state(move.from), {move.to, move.by.back(), "  "});
    EXPECT_EQ(silent.has_value(), !move.needs_reason);
    EXPECT_EQ(move.needs_reason, move.to == draft || move.to == withdrawn);
    if (!silent) {
      EXPECT_THAT(codes(silent.error()), testing::ElementsAre("reason_missing"));
    }
  }
}

TEST(EditionRules, GiveAllReasonsAgainstAMoveAtOnce) {
  Edition edition = in_state(approved);
  edition.decree = {};
  edition.valid_from.reset();
  edition.standard.fees = {};
  const auto moved = move_edition(edition, {published, writer, ""});
  ASSERT_FALSE(moved);
  EXPECT_THAT(codes(moved.error()),
              testing::ElementsAre("not_allowed", "component_missing", "decree_missing", "first_day_missing"));
  EXPECT_EQ(moved.error()[1].file, "/standard/fees");
}

TEST(EditionRules, LetADraftGrowStepByStep) {
  Edition edition;
  edition.standard.title = {"Layanan", ""};
  EXPECT_THAT(codes(what_is_missing_for(review, edition)), testing::ElementsAre("description_missing"));
  edition.standard.description = {"Uraian.", ""};
  EXPECT_TRUE(what_is_missing_for(review, edition).empty());
  EXPECT_EQ(what_is_missing_for(approved, edition).size(), component_count);
  edition.standard = test::whole_standard();
  edition.standard.requirements[0].form = DocumentForm::not_stated;
  EXPECT_TRUE(what_is_missing_for(approved, edition).empty());
  EXPECT_EQ(what_is_missing_for(published, edition).size(), 3U);
}

TEST(EditionRules, OnlyADraftIsEdited) {
  for (const auto& state : names<EditionState>()) EXPECT_EQ(may_be_edited(state.value), state.value == draft);
}

Edition of(int number, const char* from, const char* until, EditionState state = published) {
  Edition edition;
  edition.number = number;
  edition.state = state;
  edition.valid_from = parse_date(from);
  if (*until != '\0') edition.valid_until = parse_date(until);
  return edition;
}

TEST(EditionRules, SayWhichEditionWasInForceOnADay) {
  const std::vector<Edition> editions = {of(3, "2026-07-01", ""), of(1, "2024-01-01", "2024-12-31", withdrawn),
                                         of(2, "2025-03-01", ""), of(4, "2026-09-01", "", draft),
                                         of(5, "2023-01-01", "", withdrawn)};
  const std::vector<std::pair<const char*, int>> days = {
      {"2023-06-01", 0}, {"2023-12-31", 0}, {"2024-01-01", 1}, {"2024-12-31", 1}, {"2025-01-01", 0}, {"2025-02-28", 0},
      {"2025-03-01", 2}, {"2026-06-30", 2}, {"2026-07-01", 3}, {"2026-09-01", 3}, {"2036-01-01", 3}};
  for (const auto& [day, number] : days) {
    const Edition* found = valid_on(editions, *parse_date(day));
    EXPECT_EQ(found == nullptr ? 0 : found->number, number) << day;
  }
  const auto last = last_days(editions);
  EXPECT_FALSE(last[0]);
  EXPECT_EQ(last[1], parse_date("2024-12-31"));
  EXPECT_EQ(last[2], parse_date("2026-06-30"));
  EXPECT_FALSE(last[3] || last[4]);
}

TEST(EditionRules, AnEditionThatEndedDoesNotComeBackWithAnOlderOne) {
  const std::vector<Edition> editions = {of(1, "2025-01-01", ""), of(2, "2025-06-01", "2025-06-30")};
  EXPECT_EQ(valid_on(editions, *parse_date("2025-07-01")), nullptr);
  EXPECT_EQ(last_days(editions)[0], parse_date("2025-05-31"));
}

struct Together {
  const char* name;
  std::vector<Edition> editions;
  std::vector<std::string> codes;
};

TEST(EditionRules, FindEditionsThatDoNotFitTogether) {
  const std::vector<Together> rows = {
      {"one after the other", {of(1, "2025-01-01", "2025-12-31"), of(2, "2026-01-01", "")}, {}},
      {"open end", {of(1, "2025-01-01", ""), of(2, "2026-01-01", "")}, {}},
      {"one day too long", {of(1, "2025-01-01", "2026-01-01"), of(2, "2026-01-01", "")}, {"editions_overlap"}},
      {"same day", {of(1, "2025-01-01", ""), of(2, "2025-01-01", "")}, {"same_first_day"}},
      {"same number", {of(1, "2025-01-01", ""), of(1, "2026-01-01", "")}, {"number_twice"}},
      {"newer begins earlier", {of(2, "2025-01-01", ""), of(1, "2026-01-01", "")}, {"numbers_go_back"}},
      {"a draft may overlap", {of(1, "2025-01-01", "2026-12-31"), of(2, "2026-01-01", "", draft)}, {}},
      {"a withdrawn one counts",
       {of(1, "2025-01-01", "2026-02-01", withdrawn), of(2, "2026-01-01", "")},
       {"editions_overlap"}},
  };
  for (const Together& row : rows) EXPECT_EQ(codes(check_editions(row.editions)), row.codes) << row.name;
}

TEST(CompletenessRules, FindNothingMissingInAWholeStandardAndEverythingInAnEmptyOne) {
  for (const ComponentCheck& check : check_components(test::whole_standard()))
    EXPECT_EQ(check.state, ComponentState::complete) << key(check.component) << check.reason.en;
  for (const ComponentCheck& check : check_components({})) {
    EXPECT_EQ(check.state, ComponentState::absent) << key(check.component);
    EXPECT_FALSE(check.reason.id.empty() || check.reason.en.empty());
  }
}

struct Spoiled {
  const char* name;
  void (*spoil)(Standard&);
  Component component;
  ComponentState state;
  const char* says;
};

TEST(CompletenessRules, NameWhatIsMissing) {
  using enum ComponentState;
  const std::vector<Spoiled> rows = {
      {"no year", [](Standard& s) { s.legal_basis[0].year = 0; }, Component::legal_basis, partial, "year"},
      {"original or copy", [](Standard& s) { s.requirements[0].form = DocumentForm::not_stated; },
       Component::requirements, partial, "original"},
      {"condition has no form",
       [](Standard& s) { s.requirements[0].form = {}, s.requirements[0].kind = DocumentKind::condition; },
       Component::requirements, complete, "complete"},
      {"one side", [](Standard& s) { s.procedure.pop_back(); }, Component::procedure, partial, "one side"},
      {"case without time", [](Standard& s) { s.time[0].case_key = "baru"; }, Component::time, partial, "Lost"},
      {"no start", [](Standard& s) { s.time[0].starts = {}; }, Component::time, partial, "from when"},
      {"no fee stated", [](Standard& s) { s.fees = {}; }, Component::fees, absent, "free"},
      {"free is enough",
       [](Standard& s) {
         s.fees = {FeeState::free, {}, {}};
       },
       Component::fees, complete, "free"},
      {"charged nothing",
       [](Standard& s) {
         s.fees = {FeeState::charged, {}, {}};
       },
       Component::fees, partial, "table"},
      {"no ground",
       [](Standard& s) {
         s.fees = {FeeState::charged, {}, {{"", 100, {}, {}, {}}}};
       },
       Component::fees, partial, "legal ground"},
      {"fee of one case",
       [](Standard& s) {
         s.fees = {FeeState::charged, {}, {{"hilang", 100, {}, {"Perda", ""}, {}}}};
       },
       Component::fees, partial, "New"},
      {"form", [](Standard& s) { s.products[0].form = {}; }, Component::products, partial, "printed"},
      {"nobody answers", [](Standard& s) { s.complaints.answered_by = {}; }, Component::complaints, partial, "post"},
      {"no answer time", [](Standard& s) { s.complaints.answer_time.reset(); }, Component::complaints, partial,
       "by when"},
      {"empty address", [](Standard& s) { s.complaints.contacts[0].value.clear(); }, Component::complaints, partial,
       "e-mail"},
      {"desk needs none",
       [](Standard& s) {
         s.complaints.contacts = {{ContactKind::counter, "", {}}};
       },
       Component::complaints, complete, "complete"},
      {"nobody there", [](Standard& s) { s.staff[0].count = 0; }, Component::staff, partial, "how many"},
      {"no compensation", [](Standard& s) { s.service_guarantee.compensation = {}; }, Component::service_guarantee,
       partial, "compensation"},
      {"how often", [](Standard& s) { s.evaluation[0].how_often = {}; }, Component::evaluation, partial, "how often"},
      {"who supervises", [](Standard& s) { s.supervision[0].who = {}; }, Component::supervision, partial, "post"},
  };
  for (const Spoiled& row : rows) {
    Standard standard = test::whole_standard();
    row.spoil(standard);
    for (const ComponentCheck& check : check_components(standard)) {
      EXPECT_EQ(check.state, check.component == row.component ? row.state : complete)
          << row.name << key(check.component);
      if (check.component == row.component) {
        EXPECT_THAT(check.reason.en, testing::HasSubstr(row.says)) << row.name;
      }
    }
  }
}

}  // namespace
}  // namespace prima::catalogue
