#include "identity/permission_rules.h"

#include <gtest/gtest.h>

#include <set>

#include "identity/permission_table.h"

namespace prima::identity {
namespace {

constexpr InstitutionId city{3374};
constexpr InstitutionId regency{3322};

UnitId unit(std::uint8_t number) {
  Uuid uuid;
  uuid.bytes[15] = number;
  return UnitId(uuid);
}

Grant of_unit(Role role, std::uint8_t number = 1) { return {role, Scope::own_unit, city, unit(number)}; }
Grant of_city(Role role) { return {role, Scope::own_institution, city, {}}; }
Grant of_all(Role role) { return {role, Scope::everywhere, city, {}}; }
Grant widest(Role role) {
  const Scope reach = widest_reach(role);
  return reach == Scope::own_unit ? of_unit(role) : Grant{role, reach, city, {}};
}

bool may(const Grant& grant, Action action, const Place& place) { return allows(std::span(&grant, 1), action, place); }

const Place own_unit{city, unit(1)};
const Place other_unit{city, unit(2)};
const Place whole_city{city, {}};
const Place elsewhere{regency, unit(1)};
const Place installation{};

TEST(Permissions, EndWhereTheScopeEnds) {
  struct Row {
    const char* name;
    Grant grant;
    Action action;
    bool own_unit, other_unit, whole_city, elsewhere, installation;
  };
  const Row rows[] = {
      {"staff drafts in its unit", of_unit(Role::unit_staff), Action::draft_standard, true, false, false, false, false},
      {"staff approves nowhere", of_unit(Role::unit_staff), Action::approve_standard, false, false, false, false,
       false},
      {"head approves in its unit", of_unit(Role::unit_head), Action::approve_standard, true, false, false, false,
       false},
      {"bureau in its city", of_city(Role::organisation_bureau), Action::draft_standard, true, true, true, false,
       false},
      {"assessor of one city", of_city(Role::assessor), Action::assess, true, true, true, false, false},
      {"assessor of all", of_all(Role::assessor), Action::assess, true, true, true, true, true},
      {"administrator of a city", of_city(Role::administrator), Action::manage_people, true, true, true, false, false},
      {"administrator of all", of_all(Role::administrator), Action::manage_people, true, true, true, true, true},
      {"administrator does not assess", of_all(Role::administrator), Action::assess, false, false, false, false, false},
      {"auditor reads", of_all(Role::auditor), Action::read_journal, true, true, true, true, true},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(may(row.grant, row.action, own_unit), row.own_unit) << row.name;
    EXPECT_EQ(may(row.grant, row.action, other_unit), row.other_unit) << row.name;
    EXPECT_EQ(may(row.grant, row.action, whole_city), row.whole_city) << row.name;
    EXPECT_EQ(may(row.grant, row.action, elsewhere), row.elsewhere) << row.name;
    EXPECT_EQ(may(row.grant, row.action, installation), row.installation) << row.name;
  }
}

TEST(Permissions, WithoutAGrantAllowNothing) {
  for (const Action action : all_actions()) {
    EXPECT_FALSE(allows({}, action, own_unit));
    EXPECT_EQ(widest_scope({}, action), Scope::nowhere);
  }
}

TEST(Permissions, AUnitOfAnotherInstitutionWithTheSameIdIsAnotherUnit) {
  EXPECT_FALSE(may(of_unit(Role::unit_staff), Action::draft_standard, elsewhere));
}

TEST(Permissions, AGrantWithoutItsUnitReachesNoUnit) {
  Grant broken = of_unit(Role::unit_staff);
  broken.unit.reset();
  EXPECT_FALSE(may(broken, Action::draft_standard, own_unit));
  EXPECT_FALSE(may(broken, Action::draft_standard, whole_city));
}

TEST(Permissions, OfSeveralGrantsTheBestCounts) {
  const std::vector<Grant> grants = {of_unit(Role::unit_staff), of_city(Role::organisation_bureau)};
  EXPECT_TRUE(allows(grants, Action::draft_standard, other_unit));
  EXPECT_EQ(widest_scope(grants, Action::draft_standard), Scope::own_institution);
  EXPECT_EQ(widest_scope(grants, Action::answer_self_assessment), Scope::own_unit);
}

TEST(Permissions, NoRoleHoldsTwoActionsThatCheckEachOtherAcrossTheAssessment) {
  const Action chain[] = {Action::answer_self_assessment, Action::assess, Action::verify, Action::decide};
  for (const Role role : all_roles()) {
    int held = 0;
    for (const Action action : chain) held += scope_of(role, action) != Scope::nowhere ? 1 : 0;
    EXPECT_LE(held, 1) << key(role);
  }
}

TEST(Permissions, TheAuditorOnlyReads) {
  const std::set<Action> reading = {Action::view_people,  Action::view_answers,      Action::view_survey_answers,
                                    Action::read_journal, Action::cosign_checkpoint, Action::view_national_overview};
  for (const Action action : all_actions()) {
    EXPECT_EQ(scope_of(Role::auditor, action) != Scope::nowhere, reading.contains(action)) << key(action);
  }
}

TEST(Permissions, OnlyTheAdministratorGivesRoles) {
  for (const Role role : all_roles()) {
    EXPECT_EQ(scope_of(role, Action::grant_roles) != Scope::nowhere, role == Role::administrator) << key(role);
  }
}

TEST(Permissions, EveryActionBelongsToSomebody) {
  for (const Action action : all_actions()) {
    bool somebody = false;
    for (const Role role : all_roles()) somebody = somebody || scope_of(role, action) != Scope::nowhere;
    EXPECT_TRUE(somebody) << key(action);
  }
}

TEST(Permissions, SecondFactorIsForThoseWhoAlterResultsOrPeople) {
  const std::set<Role> needing = {Role::assessor, Role::decision_maker, Role::administrator};
  for (const Role role : all_roles()) EXPECT_EQ(needs_second_factor(role), needing.contains(role)) << key(role);
  const std::vector<Grant> both = {of_unit(Role::unit_staff), of_city(Role::decision_maker)};
  EXPECT_TRUE(needs_second_factor(both));
  EXPECT_FALSE(needs_second_factor(std::vector{of_unit(Role::unit_head)}));
}

TEST(Granting, NeedsAnAdministratorThatFar) {
  const std::vector<Grant> admin_of_city = {of_city(Role::administrator)};
  EXPECT_EQ(why_not_grant(admin_of_city, {}, of_unit(Role::unit_staff)), std::nullopt);
  EXPECT_EQ(why_not_grant(admin_of_city, {}, of_city(Role::assessor)), std::nullopt);
  EXPECT_NE(why_not_grant(admin_of_city, {}, of_all(Role::assessor)), std::nullopt);
  EXPECT_NE(why_not_grant(admin_of_city, {}, Grant{Role::auditor, Scope::own_institution, regency, {}}), std::nullopt);
  EXPECT_EQ(why_not_grant(std::vector{of_all(Role::administrator)}, {}, of_all(Role::assessor)), std::nullopt);
  for (const Role role : all_roles()) {
    if (role == Role::administrator) continue;
    EXPECT_NE(why_not_grant(std::vector{widest(role)}, {}, of_unit(Role::unit_staff)), std::nullopt) << key(role);
  }
}

TEST(Granting, RefusesAGrantThatIsNotWellFormed) {
  const std::vector<Grant> admin = {of_all(Role::administrator)};
  const Grant rows[] = {
      {Role::unit_staff, Scope::own_institution, city, {}},     {Role::unit_staff, Scope::own_unit, city, {}},
      {Role::assessor, Scope::own_institution, city, unit(1)},  {Role::assessor, Scope::nowhere, city, {}},
      {Role::organisation_bureau, Scope::everywhere, city, {}}, {Role::assessor, Scope::own_institution, {}, {}},
  };
  for (const Grant& row : rows) EXPECT_NE(why_not_grant(admin, {}, row), std::nullopt);
}

TEST(Granting, KeepsDutiesApart) {
  const std::vector<Grant> admin = {of_all(Role::administrator)};
  struct Row {
    Role held;
    Role wanted;
    bool allowed;
  };
  const Row rows[] = {
      {Role::assessor, Role::decision_maker, false},
      {Role::decision_maker, Role::assessor, false},
      {Role::assessor, Role::verifier, false},
      {Role::verifier, Role::decision_maker, false},
      {Role::administrator, Role::decision_maker, false},
      {Role::administrator, Role::auditor, false},
      {Role::unit_staff, Role::assessor, false},
      {Role::unit_head, Role::decision_maker, false},
      {Role::unit_staff, Role::unit_head, true},
      {Role::organisation_bureau, Role::administrator, true},
  };
  for (const Row& row : rows) {
    const std::vector<Grant> held = {widest(row.held)};
    Grant wanted = widest(row.wanted);
    if (wanted.reach == Scope::everywhere) wanted.reach = Scope::own_institution;
    EXPECT_EQ(!why_not_grant(admin, held, wanted).has_value(), row.allowed) << key(row.held) << key(row.wanted);
  }
}

TEST(Granting, StaffOfOneInstitutionMayAssessAnother) {
  const std::vector<Grant> admin = {of_all(Role::administrator)};
  const std::vector<Grant> held = {of_unit(Role::unit_staff)};
  EXPECT_EQ(why_not_grant(admin, held, {Role::assessor, Scope::own_institution, regency, {}}), std::nullopt);
  EXPECT_NE(why_not_grant(admin, held, {Role::assessor, Scope::everywhere, regency, {}}), std::nullopt);
}

TEST(Separation, AsksForAnotherPerson) {
  EXPECT_TRUE(needs_another_person(Action::assess, Action::decide));
  EXPECT_TRUE(needs_another_person(Action::answer_self_assessment, Action::assess));
  EXPECT_TRUE(needs_another_person(Action::draft_standard, Action::approve_standard));
  EXPECT_FALSE(needs_another_person(Action::draft_standard, Action::draft_standard));
  EXPECT_FALSE(needs_another_person(Action::decide, Action::assess));
}

TEST(Names, AreCompleteAndDistinctInBothLanguages) {
  std::set<std::string> id;
  std::set<std::string> en;
  for (const Action action : all_actions()) {
    EXPECT_TRUE(id.insert(name(action).id).second && en.insert(name(action).en).second) << key(action);
    EXPECT_EQ(action_of(key(action)), action);
  }
  for (const Role role : all_roles()) {
    EXPECT_FALSE(name(role).id.empty() || name(role).en.empty());
    EXPECT_EQ(role_of(key(role)), role);
  }
  for (const Scope scope : {Scope::nowhere, Scope::own_unit, Scope::own_institution, Scope::everywhere}) {
    EXPECT_EQ(scope_of(key(scope)), scope);
  }
  EXPECT_EQ(role_of("citizen"), std::nullopt);
  EXPECT_EQ(action_of(""), std::nullopt);
}

TEST(PermissionTable, HasARowForEachActionAndACellForEachRole) {
  const PermissionTable table = permission_table();
  ASSERT_EQ(table.rows.size(), action_count);
  for (const auto& row : table.rows) EXPECT_EQ(row.cells.size(), role_count);
  const std::string text = permission_table_text(Language::en);
  EXPECT_NE(text.find("| Assess | - | - | - | everywhere | - | - | - | - | - |\n"), std::string::npos);
  EXPECT_NE(permission_table_text(Language::id).find("| Menilai |"), std::string::npos);
}

}  // namespace
}  // namespace prima::identity
