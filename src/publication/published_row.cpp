#include "publication/published_row.h"

#include <array>

#include "publication/search_words.h"

namespace prima::publication {

namespace {

struct LevelName {
  Level level;
  std::string_view id;
  std::string_view en;
};

constexpr std::array<LevelName, 8> level_names = {{
    {Level::province, "provinsi", "province"},
    {Level::city, "kota", "city"},
    {Level::regency, "kabupaten", "regency"},
    {Level::ministry, "kementerian", "ministry"},
    {Level::agency, "lembaga", "agency"},
    {Level::vertical_unit, "unit vertikal", "vertical unit"},
    {Level::national, "nasional", "national"},
    {Level::other, "lainnya", "other"},
}};

const LevelName& name_of(Level level) { return level_names[static_cast<std::size_t>(level)]; }

}  // namespace

std::string_view official_name(Level level) { return name_of(level).id; }

Words words(Level level) { return {std::string(name_of(level).id), std::string(name_of(level).en)}; }

Level level_of(std::string_view word) {
  const std::string wanted = slug(word);
  for (const LevelName& one : level_names) {
    if (slug(one.id) == wanted || slug(one.en) == wanted) return one.level;
  }
  return Level::other;
}

}  // namespace prima::publication
