#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "base/words.h"
#include "identity/permission_rules.h"

namespace prima::identity {

// The register of processing: what personal data is kept and why (Law 27/2022). Read from a YAML file:
//
//   format: prima-personal-data/1
//   activities:
//     - id, title, purpose {id, en}
//       basis: consent | contract | legal_obligation | vital_interest | public_task | legitimate_interest
//       basis_note {id, en}
//       retention_days: a whole number, or "forever"      retention_from {id, en}: since when they are counted
//       seen_by: list of roles, "self" (the person), or only "nobody"
//       fields: list of {id, name {id, en}, column: table.column, specific: true | false}
//
// `specific` marks what article 4 protects more (health, biometrics, genetics, criminal record, children, finance);
// absent is false.

// Article 20(2).
enum class LegalBasis : std::uint8_t {
  consent,
  contract,
  legal_obligation,
  vital_interest,
  public_task,
  legitimate_interest,
};

struct PersonalField {
  std::string id;
  Words name;
  std::string table;
  std::string column;
  bool specific = false;
};

struct ProcessingActivity {
  std::string id;
  Words title;
  Words purpose;
  LegalBasis basis = LegalBasis::public_task;
  Words basis_note;
  std::optional<int> retention_days;  // nothing: for ever
  Words retention_from;
  bool seen_by_self = false;
  std::vector<Role> seen_by;
  std::vector<PersonalField> fields;
};

struct PersonalDataRegister {
  std::vector<ProcessingActivity> activities;

  const ProcessingActivity* find(std::string_view id) const;
};

// Gives the register or all findings.
Result<PersonalDataRegister, Findings> read_register(std::string_view text, std::string file);

// The one that is part of the program: reference/personal_data/register.yaml. Safe from any thread.
const PersonalDataRegister& personal_data_register();

Words name(LegalBasis basis);
// "1825 days, since the account was closed"
Words retention_of(const ProcessingActivity& activity);
// "the person, Administrator, Auditor"
Words seen_by(const ProcessingActivity& activity);

}  // namespace prima::identity
