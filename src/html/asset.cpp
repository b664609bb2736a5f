#include "html/asset.h"

#include <string>
#include <unordered_map>
#include <vector>

#include "base/assert.h"
#include "embedded/web_files.h"

namespace prima::html {
namespace {

std::string url_of(const EmbeddedFile& file) {
  const auto dot = file.path.rfind('.');
  PRIMA_ASSERT(dot != std::string_view::npos);
  std::string url = "/assets/";
  url.append(file.path.substr(0, dot)).append("-").append(file.short_hash()).append(file.path.substr(dot));
  return url;
}

struct Table {
  std::vector<std::string> urls;
  std::vector<Asset> assets;
  std::unordered_map<std::string_view, const Asset*> by_name;
  std::unordered_map<std::string_view, const Asset*> by_url;
};

const Table& table() {
  static const Table made = [] {
    Table t;
    const auto files = web::files();
    t.urls.reserve(files.size());
    t.assets.reserve(files.size());
    for (const EmbeddedFile& file : files) {
      t.urls.push_back(url_of(file));
      t.assets.push_back({t.urls.back(), &file});
      t.by_name.emplace(file.path, &t.assets.back());
      t.by_url.emplace(t.urls.back(), &t.assets.back());
    }
    return t;
  }();
  return made;
}

}  // namespace

std::string_view asset_url(std::string_view name) {
  const auto found = table().by_name.find(name);
  PRIMA_ASSERT(found != table().by_name.end());
  return found->second->url;
}

const EmbeddedFile* find_asset(std::string_view url_path) {
  const auto found = table().by_url.find(url_path);
  return found == table().by_url.end() ? nullptr : found->second->file;
}

std::span<const Asset> assets() { return table().assets; }

}  // namespace prima::html
