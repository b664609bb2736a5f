#include "app/data_place.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "base/text.h"
#include "db/migrate.h"
#include "db/postgres.h"

namespace prima::app {

namespace fs = std::filesystem;

namespace {

Finding wrong_database(const std::string& url) {
  return {"wrong_use",
          "--database",
          0,
          {fmt::format("\"{}\" bukan alamat PostgreSQL; tulis misalnya postgresql://prima@localhost/prima",
                       shown_to_people(db::shown_postgres_url(url))),
           fmt::format("\"{}\" is no address of PostgreSQL; write for example postgresql://prima@localhost/prima",
                       shown_to_people(db::shown_postgres_url(url)))}};
}

// Makes the folder, open to its owner only, when it is not there.
std::optional<Finding> make_folder(const std::string& folder) {
  std::error_code error;
  if (!fs::exists(folder, error) && fs::create_directories(folder, error))
    fs::permissions(folder, fs::perms::owner_all, fs::perm_options::replace, error);
  if (!error && fs::is_directory(folder, error) && !error) return std::nullopt;
  return Finding{"no_data_folder",
                 folder,
                 0,
                 {"folder data tidak dapat dibuat atau bukan folder; pilih folder lain atau beri hak tulis",
                  "the data folder cannot be made or is no folder; choose another one or grant the right to write"}};
}

std::string keys_without_folder() {
  const char* state = std::getenv("STATE_DIRECTORY");
  return state && *state ? std::string(state) + "/keys" : "prima-keys";
}

Finding not_brought_up(std::size_t steps) {
  return {
      "database_is_older",
      {},
      0,
      {fmt::format(
           "Basis data ini dari versi yang lebih lama: {} langkah migrasi belum diterapkan. Buat cadangan (prima "
           "backup BERKAS), lalu jalankan: prima migrate --commit",
           steps),
       fmt::format("This database is of an older version: {} migration steps are pending. Make a backup (prima backup "
                   "FILE), then run: prima migrate --commit",
                   steps)}};
}

}  // namespace

const std::vector<OptionSpec>& data_options() {
  static const std::vector<OptionSpec> options = {
      {"--data", "DIR", {"folder data (SQLite, kunci, instrumen)", "the data folder (SQLite, keys, instruments)"}},
      {"--database",
       "URL",
       {"PostgreSQL, misalnya postgresql://prima@localhost/prima",
        "PostgreSQL, such as postgresql://prima@localhost/prima"}},
  };
  return options;
}

Result<std::optional<DataPlace>, Finding> data_place(const Arguments& arguments) {
  const auto folder = arguments.value("--data");
  const auto url = arguments.value("--database");
  if (!folder && !url) return std::optional<DataPlace>();
  if (url && !url->starts_with("postgresql://") && !url->starts_with("postgres://"))
    return failure(wrong_database(*url));
  if (folder)
    if (auto problem = make_folder(*folder)) return failure(std::move(*problem));
  DataPlace place{.database = {}, .keys_folder = folder ? *folder + "/keys" : keys_without_folder()};
  if (url) {
    place.database.postgres_url = *url;
  } else {
    place.database.folder = *folder;
  }
  return std::optional(std::move(place));
}

Result<DataPlace, Finding> needed_data_place(const Arguments& arguments) {
  auto place = data_place(arguments);
  if (!place) return failure(place.error());
  if (*place) return std::move(**place);
  return failure(Finding{"no_place",
                         "--data",
                         0,
                         {"sebutkan tempat datanya: --data DIR atau --database URL",
                          "say where the data is: --data DIR or --database URL"}});
}

Result<void, Finding> prepare_database(const db::Place& place, Instant now) {
  const auto connection = db::connect(place, db::Purpose::migrate);
  const auto plan = db::plan_migration(*connection);
  if (!plan) return failure(plan.error());
  if (plan->pending.empty()) return {};
  if (plan->applied > 0) return failure(not_brought_up(plan->pending.size()));
  const auto applied = db::apply_migration(*connection, *plan, now);
  if (!applied) return failure(applied.error().front());
  return {};
}

Instant now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

}  // namespace prima::app
