#pragma once

#include "catalogue/search_events.h"
#include "catalogue/search_everyday.h"

namespace prima::catalogue {

// What the search knows about words before it has seen a service.
struct SearchVocabulary {
  EverydayWords everyday;
  LifeEvents events;
};

// The one that is part of the program; read once, then kept. Safe from any thread.
const SearchVocabulary& built_in_vocabulary();

}  // namespace prima::catalogue
