#pragma once

#include "app/command.h"

namespace prima::app {

Exit run_score(const Arguments& arguments);
Exit run_rollup(const Arguments& arguments);
Exit run_classify(const Arguments& arguments);

}  // namespace prima::app
