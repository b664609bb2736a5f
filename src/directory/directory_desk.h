#pragma once

#include <optional>

#include "base/instant.h"
#include "db/database.h"
#include "http/request.h"
#include "http/response.h"

namespace prima::directory {

// Answers requests about regions, institutions and units that everybody may make. Nothing: there is no such thing, and
// the site answers with its own page. Throws db::Error. Safe from any thread. The captures are {instansi}, {unit} and
// {wilayah}.
class DirectoryDesk {
 public:
  explicit DirectoryDesk(db::Database& database) : database_(database) {}

  // GET /unit/{instansi}?q=&halaman=
  std::optional<http::Response> units(const http::Request& request, Language language, Instant now) const;
  // GET /unit/{instansi}/{unit}/tentang
  std::optional<http::Response> about_unit(const http::Request& request, Language language, Instant now) const;

  // GET /api/v1/institutions/{instansi}, .../units?after=CODE&limit=100, .../units/{unit}, .../units/{unit}/history.
  std::optional<http::Response> institution_api(const http::Request& request) const;
  std::optional<http::Response> units_api(const http::Request& request) const;
  std::optional<http::Response> unit_api(const http::Request& request) const;
  std::optional<http::Response> history_api(const http::Request& request) const;

  // GET /wilayah?q=, /wilayah/{wilayah}, /wilayah.csv, /api/v1/regions?parent=33 (none: the provinces),
  // /api/v1/regions/{wilayah}. They need no database.
  static http::Response regions(const http::Request& request, Language language);
  static std::optional<http::Response> region(const http::Request& request, Language language);
  static http::Response region_table();
  static std::optional<http::Response> regions_api(const http::Request& request, Language language);
  static std::optional<http::Response> region_api(const http::Request& request);

 private:
  db::Database& database_;
};

}  // namespace prima::directory
