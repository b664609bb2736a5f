#pragma once

#include <array>

#include "base/words.h"
#include "catalogue/standard.h"

namespace prima::catalogue {

// How much of a component a standard holds.
enum class ComponentState { absent, partial, complete };

struct ComponentCheck {
  Component component = Component::legal_basis;
  ComponentState state = ComponentState::absent;
  Words reason;  // what is missing and what to write; for a complete one, what is there
};

// Looks at each component by the guidance of the instrument standar-pelayanan/14-komponen: a free service must say that
// it is free, a time needs a figure for every case and the moment from which it counts, a paper must say original or
// copy, a complaint needs a living channel, somebody who answers and a time. Whether it is true no program can see.
// In the order of the law.
std::array<ComponentCheck, component_count> check_components(const Standard& standard);

}  // namespace prima::catalogue
