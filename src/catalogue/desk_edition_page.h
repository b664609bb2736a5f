#pragma once

#include <optional>
#include <string>

#include "base/finding.h"
#include "catalogue/desk_parts.h"
#include "catalogue/service_store.h"
#include "catalogue/template.h"
#include "catalogue/typed_edition.h"

namespace prima::catalogue {

// What both pages of an edition show around it.
struct DeskEdition {
  Service service;
  std::string unit_name;
  const StoredEdition& stored;
  const StandardPlainReport& plain;  // of the texts that are shown
  MoveButtons moves;
  std::string notice = {};
  Findings refused = {};
};

// /kelola/layanan/{code}/edisi/{n} of an edition that nobody may edit now: what it says, how complete it is, advice on
// its language, and its next steps.
std::string desk_edition_page(Language language, const DeskEdition& view);

// The same address of a draft for somebody who may write it.
struct EditionFormView {
  const TypedEdition& typed;
  Findings problems = {};                 // of edition_of(), below "/"
  std::optional<Edition> typed_now = {};  // what was typed, where it can be read; nothing: the stored one counts
  std::int64_t version = 0;               // that the person has read; of a conflict, that of the other's text
  bool saved = true;                      // false: what is shown is not stored yet
  // What somebody else has stored meanwhile: shown against what was typed, which stays in the form.
  bool conflict = false;
};
std::string edition_form_page(Language language, const DeskEdition& view, const EditionFormView& form);

}  // namespace prima::catalogue
