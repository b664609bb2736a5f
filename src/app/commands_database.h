#pragma once

#include "app/command.h"

namespace prima::app {

// Show what would be changed; with --commit, change it.
Exit run_migrate(const Arguments& arguments);
// The whole database into one new file, while it is used.
Exit run_backup(const Arguments& arguments);
// Such a file into an empty place.
Exit run_restore(const Arguments& arguments);

}  // namespace prima::app
