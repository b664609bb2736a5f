#pragma once

#include "app/command.h"

namespace prima::app {

Exit run_survey_index(const Arguments& arguments);
Exit run_registry_check(const Arguments& arguments);
Exit run_sample_data(const Arguments& arguments);

}  // namespace prima::app
