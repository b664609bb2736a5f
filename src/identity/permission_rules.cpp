#include "identity/permission_rules.h"

#include <algorithm>

#include "base/assert.h"

namespace prima::identity {

namespace {

struct RoleRow {
  Role role;
  std::string_view key;
  std::string_view id;
  std::string_view en;
  Scope widest_reach;
  bool second_factor;
};

constexpr std::array<RoleRow, role_count> role_rows = {{
    {Role::unit_staff, "unit_staff", "Petugas unit", "Unit staff", Scope::own_unit, false},
    {Role::unit_head, "unit_head", "Kepala unit", "Head of unit", Scope::own_unit, false},
    {Role::organisation_bureau, "organisation_bureau", "Bagian organisasi", "Organisation bureau",
     Scope::own_institution, false},
    {Role::assessor, "assessor", "Penilai", "Assessor", Scope::everywhere, true},
    {Role::verifier, "verifier", "Verifikator", "Verifier", Scope::everywhere, false},
    {Role::decision_maker, "decision_maker", "Pemutus", "Decision maker", Scope::everywhere, true},
    {Role::national_office, "national_office", "Kantor pusat", "National office", Scope::everywhere, false},
    {Role::auditor, "auditor", "Auditor", "Auditor", Scope::everywhere, false},
    {Role::administrator, "administrator", "Administrator", "Administrator", Scope::everywhere, true},
}};

// The cells of the table: not at all, own unit, own institution, everywhere.
constexpr Scope n = Scope::nowhere;
constexpr Scope u = Scope::own_unit;
constexpr Scope i = Scope::own_institution;
constexpr Scope e = Scope::everywhere;

struct ActionRow {
  Action action;
  std::string_view key;
  std::string_view id;
  std::string_view en;
  std::array<Scope, role_count> scopes;
};

using A = Action;

// Columns: unit staff, head of unit, organisation bureau, assessor, verifier, decision maker, national office, auditor,
// administrator.
// clang-format off
constexpr std::array<ActionRow, action_count> action_rows = {{
    {A::view_people, "view_people", "Melihat daftar pengguna", "See the list of people",
     {n, u, i, n, n, n, n, e, e}},
    {A::manage_people, "manage_people", "Membuat dan menutup akun", "Create and close accounts",
     {n, n, n, n, n, n, n, n, e}},
    {A::grant_roles, "grant_roles", "Memberi dan mencabut peran", "Give and take away roles",
     {n, n, n, n, n, n, n, n, e}},
    {A::manage_settings, "manage_settings", "Mengatur cara masuk dan surat elektronik", "Set how people sign in and how mail is sent",
     {n, n, n, n, n, n, n, n, e}},
    {A::manage_keys, "manage_keys", "Mengelola kunci API dan pemberitahuan", "Manage API keys and notifications",
     {n, n, n, n, n, n, n, n, e}},
    {A::manage_institutions, "manage_institutions", "Mendaftarkan instansi", "Register institutions",
     {n, n, n, n, n, n, e, n, e}},
    {A::manage_reference_data, "manage_reference_data", "Mengubah wilayah, hari libur, dan instrumen", "Change regions, holidays and instruments",
     {n, n, n, n, n, n, e, n, e}},
    {A::handle_data_requests, "handle_data_requests", "Menangani permintaan data pribadi", "Handle requests about personal data",
     {n, n, i, n, n, n, n, n, e}},
    {A::edit_directory, "edit_directory", "Mengubah data unit layanan", "Change the data of service units",
     {n, u, i, n, n, n, e, n, e}},
    {A::draft_standard, "draft_standard", "Menyusun standar pelayanan", "Draft a service standard",
     {u, u, i, n, n, n, n, n, n}},
    {A::review_standard, "review_standard", "Menelaah standar pelayanan", "Review a service standard",
     {n, u, i, n, n, n, n, n, n}},
    {A::approve_standard, "approve_standard", "Menetapkan standar pelayanan", "Approve a service standard",
     {n, u, i, n, n, n, n, n, n}},
    {A::open_round, "open_round", "Membuka penilaian", "Open an assessment round",
     {n, n, i, n, n, n, e, n, n}},
    {A::assign_assessors, "assign_assessors", "Menugaskan penilai", "Assign assessors",
     {n, n, i, n, n, n, e, n, n}},
    {A::answer_self_assessment, "answer_self_assessment", "Mengisi penilaian mandiri", "Answer the self-assessment",
     {u, u, n, n, n, n, n, n, n}},
    {A::submit_self_assessment, "submit_self_assessment", "Mengirim penilaian mandiri", "Submit the self-assessment",
     {n, u, n, n, n, n, n, n, n}},
    {A::view_answers, "view_answers", "Melihat jawaban dan bukti", "See answers and evidence",
     {u, u, i, e, e, e, e, e, n}},
    {A::assess, "assess", "Menilai", "Assess",
     {n, n, n, e, n, n, n, n, n}},
    {A::verify, "verify", "Memverifikasi penilaian", "Verify an assessment",
     {n, n, n, n, e, n, n, n, n}},
    {A::object_to_result, "object_to_result", "Mengajukan keberatan", "Object to a result",
     {n, u, i, n, n, n, n, n, n}},
    {A::decide, "decide", "Memutus hasil dan keberatan", "Decide results and objections",
     {n, n, n, n, n, e, n, n, n}},
    {A::publish_results, "publish_results", "Mengumumkan hasil", "Publish results",
     {n, n, i, n, n, n, e, n, n}},
    {A::manage_surveys, "manage_surveys", "Mengelola survei", "Manage surveys",
     {n, u, i, n, n, n, n, n, n}},
    {A::view_survey_answers, "view_survey_answers", "Melihat jawaban survei", "See survey answers",
     {u, u, i, n, n, n, e, e, n}},
    {A::view_complaints, "view_complaints", "Melihat pengaduan", "See complaints",
     {u, u, i, n, n, n, n, n, n}},
    {A::handle_complaints, "handle_complaints", "Menangani pengaduan", "Handle complaints",
     {u, u, i, n, n, n, n, n, n}},
    {A::plan_improvement, "plan_improvement", "Menyusun rencana perbaikan", "Plan improvements",
     {u, u, i, n, n, n, n, n, n}},
    {A::approve_plan, "approve_plan", "Menyetujui rencana perbaikan", "Approve an improvement plan",
     {n, u, i, n, n, n, n, n, n}},
    {A::coach, "coach", "Mendampingi unit", "Coach units",
     {n, n, i, n, n, n, e, n, n}},
    {A::read_journal, "read_journal", "Membaca jurnal", "Read the journal",
     {n, n, i, n, n, n, e, e, n}},
    {A::cosign_checkpoint, "cosign_checkpoint", "Menjadi saksi jurnal", "Witness the journal",
     {n, n, n, n, n, n, e, e, n}},
    {A::view_national_overview, "view_national_overview", "Melihat gambaran nasional", "See the national overview",
     {n, n, n, n, n, e, e, e, n}},
}};
// clang-format on

struct ScopeRow {
  Scope scope;
  std::string_view key;
  std::string_view id;
  std::string_view en;
};

constexpr std::array<ScopeRow, 4> scope_rows = {{
    {Scope::nowhere, "nowhere", "tidak", "no"},
    {Scope::own_unit, "own_unit", "unit sendiri", "own unit"},
    {Scope::own_institution, "own_institution", "instansi sendiri", "own institution"},
    {Scope::everywhere, "everywhere", "semua", "everywhere"},
}};

template <typename Rows, typename Value>
constexpr bool stands_in_order(const Rows& rows, Value member) {
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (static_cast<std::size_t>(rows[at].*member) != at) return false;
  }
  return true;
}
static_assert(stands_in_order(role_rows, &RoleRow::role));
static_assert(stands_in_order(action_rows, &ActionRow::action));
static_assert(stands_in_order(scope_rows, &ScopeRow::scope));

const RoleRow& row_of(Role role) { return role_rows.at(static_cast<std::size_t>(role)); }
const ActionRow& row_of(Action action) { return action_rows.at(static_cast<std::size_t>(action)); }
const ScopeRow& row_of(Scope scope) { return scope_rows.at(static_cast<std::size_t>(scope)); }

Words words_of(std::string_view id, std::string_view en) { return {std::string(id), std::string(en)}; }

struct Conflict {
  Role left;
  Role right;
  std::string_view id;
  std::string_view en;
};

constexpr std::array<Conflict, 13> conflicts = {{
    {Role::assessor, Role::decision_maker, "Yang menilai tidak boleh memutus hasilnya. Berikan salah satu saja.",
     "Who assesses must not decide the result. Give only one of the two."},
    {Role::assessor, Role::verifier, "Yang menilai tidak boleh memeriksa penilaiannya. Berikan salah satu saja.",
     "Who assesses must not check the assessment. Give only one of the two."},
    {Role::verifier, Role::decision_maker, "Yang memeriksa tidak boleh memutus hasilnya. Berikan salah satu saja.",
     "Who checks must not decide the result. Give only one of the two."},
    {Role::unit_staff, Role::assessor, "Petugas unit tidak boleh menilai instansinya sendiri.",
     "Staff must not assess their own institution."},
    {Role::unit_head, Role::assessor, "Kepala unit tidak boleh menilai instansinya sendiri.",
     "A head of unit must not assess their own institution."},
    {Role::unit_staff, Role::verifier, "Petugas unit tidak boleh memeriksa penilaian atas instansinya sendiri.",
     "Staff must not check the assessment of their own institution."},
    {Role::unit_head, Role::verifier, "Kepala unit tidak boleh memeriksa penilaian atas instansinya sendiri.",
     "A head of unit must not check the assessment of their own institution."},
    {Role::unit_staff, Role::decision_maker, "Petugas unit tidak boleh memutus hasil instansinya sendiri.",
     "Staff must not decide results of their own institution."},
    {Role::unit_head, Role::decision_maker, "Kepala unit tidak boleh memutus hasil instansinya sendiri.",
     "A head of unit must not decide results of their own institution."},
    {Role::administrator, Role::decision_maker, "Administrator memberi peran, maka tidak boleh ikut memutus hasil.",
     "An administrator gives roles, and so must not decide results."},
    {Role::administrator, Role::assessor, "Administrator memberi peran, maka tidak boleh ikut menilai.",
     "An administrator gives roles, and so must not assess."},
    {Role::administrator, Role::verifier, "Administrator memberi peran, maka tidak boleh ikut memeriksa penilaian.",
     "An administrator gives roles, and so must not check assessments."},
    {Role::administrator, Role::auditor, "Auditor memeriksa administrator; satu orang tidak boleh menjadi keduanya.",
     "An auditor checks the administrator; one person must not be both."},
}};

struct Separation {
  Action earlier;
  Action later;
};

constexpr std::array<Separation, 13> separations = {{
    {A::draft_standard, A::approve_standard},
    {A::answer_self_assessment, A::assess},
    {A::answer_self_assessment, A::verify},
    {A::answer_self_assessment, A::decide},
    {A::submit_self_assessment, A::assess},
    {A::submit_self_assessment, A::verify},
    {A::submit_self_assessment, A::decide},
    {A::assess, A::verify},
    {A::assess, A::decide},
    {A::verify, A::decide},
    {A::object_to_result, A::decide},
    {A::decide, A::publish_results},
    {A::plan_improvement, A::approve_plan},
}};

bool reaches(const Grant& grant, Scope scope, const Place& place) {
  switch (scope) {
    case Scope::nowhere:
      return false;
    case Scope::own_unit:
      return place.institution == grant.institution && grant.unit && place.unit == grant.unit;
    case Scope::own_institution:
      return place.institution == grant.institution;
    case Scope::everywhere:
      return true;
  }
  PRIMA_UNREACHABLE("a scope without a case");
}

bool is_well_formed(const Grant& grant) {
  return grant.reach != Scope::nowhere && grant.reach <= widest_reach(grant.role) &&
         grant.unit.has_value() == (grant.reach == Scope::own_unit) && grant.institution != InstitutionId{};
}

Place place_of(const Grant& grant) {
  return grant.reach == Scope::everywhere ? Place{} : Place{grant.institution, grant.unit};
}

bool meet(const Grant& left, const Grant& right) {
  return left.reach == Scope::everywhere || right.reach == Scope::everywhere || left.institution == right.institution;
}

}  // namespace

Scope scope_of(Role role, Action action) { return row_of(action).scopes.at(static_cast<std::size_t>(role)); }

bool allows(std::span<const Grant> grants, Action action, const Place& place) {
  return std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) {
    return reaches(grant, std::min(scope_of(grant.role, action), grant.reach), place);
  });
}

Scope widest_scope(std::span<const Grant> grants, Action action) {
  Scope widest = Scope::nowhere;
  for (const Grant& grant : grants) widest = std::max(widest, std::min(scope_of(grant.role, action), grant.reach));
  return widest;
}

std::optional<Words> why_not_grant(std::span<const Grant> granter, std::span<const Grant> held, const Grant& wanted) {
  if (!is_well_formed(wanted)) {
    return Words{"Peran ini tidak dapat diberikan seluas itu. Pilih unit untuk petugas dan kepala unit, atau instansi.",
                 "This role cannot be given that far. Choose a unit for staff and heads of unit, or an institution."};
  }
  if (!allows(granter, Action::grant_roles, place_of(wanted))) {
    return Words{"Anda tidak boleh memberi peran di sini. Mintalah kepada administrator instansi itu.",
                 "You may not give roles here. Ask the administrator of that institution."};
  }
  for (const Grant& grant : held) {
    if (!meet(grant, wanted)) continue;
    if (auto why = why_roles_conflict(grant.role, wanted.role)) return why;
  }
  return std::nullopt;
}

std::optional<Words> why_roles_conflict(Role left, Role right) {
  for (const Conflict& conflict : conflicts) {
    if ((conflict.left == left && conflict.right == right) || (conflict.left == right && conflict.right == left)) {
      return words_of(conflict.id, conflict.en);
    }
  }
  return std::nullopt;
}

bool needs_another_person(Action earlier, Action later) {
  return std::any_of(separations.begin(), separations.end(),
                     [&](const Separation& pair) { return pair.earlier == earlier && pair.later == later; });
}

bool needs_second_factor(Role role) { return row_of(role).second_factor; }

bool needs_second_factor(std::span<const Grant> grants) {
  return std::any_of(grants.begin(), grants.end(), [](const Grant& grant) { return needs_second_factor(grant.role); });
}

Scope widest_reach(Role role) { return row_of(role).widest_reach; }

Words name(Role role) { return words_of(row_of(role).id, row_of(role).en); }
Words name(Action action) { return words_of(row_of(action).id, row_of(action).en); }
Words name(Scope scope) { return words_of(row_of(scope).id, row_of(scope).en); }
std::string_view key(Role role) { return row_of(role).key; }
std::string_view key(Action action) { return row_of(action).key; }
std::string_view key(Scope scope) { return row_of(scope).key; }

std::optional<Role> role_of(std::string_view key) {
  for (const RoleRow& row : role_rows) {
    if (row.key == key) return row.role;
  }
  return std::nullopt;
}

std::optional<Action> action_of(std::string_view key) {
  for (const ActionRow& row : action_rows) {
    if (row.key == key) return row.action;
  }
  return std::nullopt;
}

std::optional<Scope> scope_of(std::string_view key) {
  for (const ScopeRow& row : scope_rows) {
    if (row.key == key) return row.scope;
  }
  return std::nullopt;
}

std::array<Role, role_count> all_roles() {
  std::array<Role, role_count> roles{};
  for (std::size_t at = 0; at < role_count; ++at) roles[at] = role_rows[at].role;
  return roles;
}

std::array<Action, action_count> all_actions() {
  std::array<Action, action_count> actions{};
  for (std::size_t at = 0; at < action_count; ++at) actions[at] = action_rows[at].action;
  return actions;
}

}  // namespace prima::identity
