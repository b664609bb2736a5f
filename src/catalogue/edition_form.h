#pragma once

#include <string>

#include "base/finding.h"
#include "catalogue/template.h"
#include "catalogue/typed_edition.h"
#include "html/writer.h"

namespace prima::catalogue {

// The fields of an edition as inputs, filled with what was typed.
struct EditionFields {
  const TypedEdition& typed;
  const Findings& problems;                    // of edition_of(); each shows at its field
  std::string path;                            // of the form, without language
  const ServiceTemplate* made_from = nullptr;  // whose hints show where it is silent on purpose
};

// Writes every field of standard_fields.h, in cards: the service itself, validity, then the 14 components. Lists are
// numbered rows with buttons that add, take away and raise a row; all are submit buttons named "aksi" with what
// TypedEdition::press() reads.
void write_edition_fields(html::Writer& w, const EditionFields& form);

}  // namespace prima::catalogue
