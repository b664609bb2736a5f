#pragma once

#include "app/command.h"

namespace prima::app {

Exit run_serve(const Arguments& arguments);

}  // namespace prima::app
