#include "app/commands_database.h"

#include <fmt/format.h>

#include <filesystem>

#include "app/data_place.h"
#include "db/copy.h"
#include "db/migrate.h"

namespace prima::app {

namespace {

// What went wrong with the database, as a command says it.
Exit report(const db::Error& error, const db::Place& place, Language language) {
  Words words = error.words();
  const std::string detail = fmt::format(" ({})", error.what());
  return app::report(Finding{"database", place.shown(), 0, {words.id + detail, words.en + detail}}, language);
}

void say(Language language, const Words& words) { print(words.in(language) + "\n"); }

Exit migrate(const DataPlace& place, bool commit, Language language) {
  const auto connection = db::connect(place.database, db::Purpose::migrate);
  const auto plan = db::plan_migration(*connection);
  if (!plan) return app::report(plan.error(), language);
  if (plan->pending.empty()) {
    say(language, {fmt::format("Basis data sudah sesuai (langkah {}).", plan->applied),
                   fmt::format("The database is up to date (step {}).", plan->applied)});
    return Exit::done;
  }
  for (const db::Migration* step : plan->pending)
    say(language, commit ? Words{"Diterapkan: " + step->name, "Applied: " + step->name}
                         : Words{"Akan diterapkan: " + step->name, "Would be applied: " + step->name});
  if (!commit) {
    say(language, {"Belum ada yang diubah. Buat cadangan, lalu jalankan lagi dengan --commit.",
                   "Nothing was changed yet. Make a backup, then run again with --commit."});
    return Exit::done;
  }
  const auto applied = db::apply_migration(*connection, *plan, now());
  return applied ? Exit::done : app::report(applied.error(), language);
}

// Runs `action` with the place that the caller named.
template <typename Action>
Exit with_place(const Arguments& arguments, Action action) {
  const auto place = needed_data_place(arguments);
  if (!place) return app::report(place.error(), arguments.language);
  try {
    return action(*place);
  } catch (const db::Error& error) {
    return report(error, place->database, arguments.language);
  }
}

}  // namespace

Exit run_migrate(const Arguments& arguments) {
  return with_place(
      arguments, [&](const DataPlace& place) { return migrate(place, arguments.has("--commit"), arguments.language); });
}

Exit run_backup(const Arguments& arguments) {
  return with_place(arguments, [&](const DataPlace& place) {
    const std::string& file = arguments.words[0];
    if (std::filesystem::exists(file)) {
      return app::report(Finding{"file_exists",
                                 file,
                                 0,
                                 {"berkas ini sudah ada; cadangan tidak pernah menimpa berkas, pilih nama lain",
                                  "this file exists; a backup never replaces a file, choose another name"}},
                         arguments.language);
    }
    db::back_up(place.database, file, now());
    say(arguments.language,
        {"Cadangan selesai dan sudah diperiksa: " + file, "The backup is done and was checked: " + file});
    return Exit::done;
  });
}

Exit run_restore(const Arguments& arguments) {
  return with_place(arguments, [&](const DataPlace& place) {
    const auto restored = db::restore(arguments.words[0], place.database, now());
    if (!restored) return app::report(restored.error(), arguments.language);
    say(arguments.language,
        {"Data sudah dipulihkan ke " + place.database.shown(), "The data was restored into " + place.database.shown()});
    return Exit::done;
  });
}

}  // namespace prima::app
