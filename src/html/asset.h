#pragma once

#include <span>
#include <string_view>

#include "base/embedded_file.h"

namespace prima::html {

// The address of a file of the site: "site.css" -> "/assets/site-1f0c7b0d9a2e.css". The hash of its content stands in
// the name, so it may be kept for ever (Cache-Control: public, max-age=31536000, immutable). The name must exist.
std::string_view asset_url(std::string_view name);

// The file behind the path of a request, "/assets/site-1f0c7b0d9a2e.css"; nullptr when there is none, also when the
// hash is that of another version.
const EmbeddedFile* find_asset(std::string_view url_path);

struct Asset {
  std::string_view url = {};
  const EmbeddedFile* file;
};

// All files of the site, for a server that lists its routes.
std::span<const Asset> assets();

}  // namespace prima::html
