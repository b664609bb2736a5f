#pragma once

#include <functional>
#include <vector>

#include "app/catalogue_access.h"
#include "app/gate.h"
#include "catalogue/desk_edition_page.h"

namespace prima::app {

// One edition of a standard: reading it, writing it while it is a draft, and moving it on. Safe from any thread.
class EditionDesk {
 public:
  // As CatalogueDesk.
  EditionDesk(db::Database& database, std::function<void()> published)
      : database_(database), published_(std::move(published)) {}

  std::vector<GatedRoute> routes();

 private:
  http::Response page(const Visit& visit) const;
  // "aksi": "simpan" saves; anything else changes the rows of the form and shows it again, unsaved.
  http::Response write(const Visit& visit) const;
  http::Response move(const Visit& visit) const;

  // What a page shows besides the edition itself.
  struct Shown {
    std::optional<catalogue::TypedEdition> typed = {};  // nothing: as it is stored
    Findings problems = {};
    std::optional<catalogue::Edition> typed_now = {};
    std::int64_t version = 0;  // that the form was made from; 0: the stored one
    bool saved = true;
    bool conflict = false;
    Findings refused = {};
    int status = 200;
  };
  http::Response show(const Visit& visit, const Shown& shown) const;
  http::Response save(const Visit& visit, const OpenedService& opened, const catalogue::StoredEdition& stored,
                      catalogue::TypedEdition typed) const;

  db::Database& database_;
  std::function<void()> published_;
};

}  // namespace prima::app
