#pragma once

#include "publication/registry.h"
#include "publication/rounds.h"

namespace prima::app {

// The Ombudsman's methods, made when first asked for. Safe from any thread.
const publication::Rounds& registry_rounds();

// The published results that are part of the program, checked and indexed when first asked for. Safe from any thread.
const publication::Registry& registry();

}  // namespace prima::app
