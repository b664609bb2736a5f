#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/words.h"

namespace prima::identity {

// Who may do what, where: one table of roles and actions (permission_rules.cpp), read by everything that asks. A
// citizen has no account and no role; what everybody may see is public by its route. Pure.

enum class Role : std::uint8_t {
  unit_staff,           // petugas unit layanan
  unit_head,            // kepala unit layanan
  organisation_bureau,  // bagian organisasi, which coaches the units of its government
  assessor,             // penilai
  verifier,             // verifikator
  decision_maker,       // pemutus
  national_office,      // kantor pusat
  auditor,              // auditor
  administrator,        // administrator
};
inline constexpr std::size_t role_count = 9;

enum class Action : std::uint8_t {
  view_people,
  manage_people,
  grant_roles,
  manage_settings,
  manage_keys,
  manage_institutions,
  manage_reference_data,
  handle_data_requests,
  edit_directory,
  draft_standard,
  review_standard,
  approve_standard,
  open_round,
  assign_assessors,
  answer_self_assessment,
  submit_self_assessment,
  view_answers,
  assess,
  verify,
  object_to_result,
  decide,
  publish_results,
  manage_surveys,
  view_survey_answers,
  view_complaints,
  handle_complaints,
  plan_improvement,
  approve_plan,
  coach,
  read_journal,
  cosign_checkpoint,
  view_national_overview,
};
inline constexpr std::size_t action_count = 32;

// How far a permission, or the grant of a role, reaches. In order: each includes those before it.
enum class Scope : std::uint8_t { nowhere, own_unit, own_institution, everywhere };

// One role that one account holds. The role's permissions end where the grant ends: an assessor whose grant reaches one
// institution assesses only there, whatever the table says about assessors.
struct Grant {
  Role role = Role::unit_staff;
  Scope reach = Scope::own_unit;
  InstitutionId institution{};      // where it holds; with `everywhere`, where it was given
  std::optional<UnitId> unit = {};  // present exactly when `reach` is own_unit

  bool operator==(const Grant&) const = default;
};

// What an action is done to: something of a unit, of an institution as a whole, or of the installation (neither).
struct Place {
  std::optional<InstitutionId> institution = {};
  std::optional<UnitId> unit = {};  // only with an institution
};

// What the table says, before a grant narrows it.
Scope scope_of(Role role, Action action);

// Whether one of the grants allows `action` at `place`.
bool allows(std::span<const Grant> grants, Action action, const Place& place);

// The widest scope in which the grants allow the action somewhere; for menus and lists. `nowhere` when not at all.
Scope widest_scope(std::span<const Grant> grants, Action action);

// Why somebody with `granter` may not give `wanted`, in words that say what to do; nothing when it may be given. Checks
// that the grant is well formed, that the granter may grant roles that far, and that no two roles held by the receiver
// would check each other (`held`).
std::optional<Words> why_not_grant(std::span<const Grant> granter, std::span<const Grant> held, const Grant& wanted);

// Why one person must not hold both roles in one institution; nothing when they may be combined.
std::optional<Words> why_roles_conflict(Role left, Role right);

// Whether whoever did `earlier` to a thing must leave `later` on that same thing to another person, whatever roles they
// hold: nobody assesses their own answers, verifies their own assessment, decides what they assessed, or approves the
// standard they wrote. Nobody grants roles to themselves either; that needs no table.
bool needs_another_person(Action earlier, Action later);

// The administrator, the assessor and the decision maker sign in with a second factor.
bool needs_second_factor(Role role);
bool needs_second_factor(std::span<const Grant> grants);

// The widest grant that makes sense for a role: staff and heads belong to a unit, the bureau to an institution.
Scope widest_reach(Role role);

// Words for pages; keys for storage and for the API: stable, English, snake_case.
Words name(Role role);
Words name(Action action);
Words name(Scope scope);
std::string_view key(Role role);
std::string_view key(Action action);
std::string_view key(Scope scope);
std::optional<Role> role_of(std::string_view key);
std::optional<Action> action_of(std::string_view key);
std::optional<Scope> scope_of(std::string_view key);

// In the order of the table.
std::array<Role, role_count> all_roles();
std::array<Action, action_count> all_actions();

}  // namespace prima::identity
