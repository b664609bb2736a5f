#pragma once

#include "app/command.h"

namespace prima::app {

Exit run_instrument_list(const Arguments& arguments);
Exit run_instrument_show(const Arguments& arguments);
Exit run_instrument_lint(const Arguments& arguments);
Exit run_instrument_diff(const Arguments& arguments);

}  // namespace prima::app
