#pragma once

#include <functional>
#include <vector>

#include "app/catalogue_access.h"
#include "app/edition_desk.h"
#include "app/gate.h"
#include "catalogue/desk_service_page.h"
#include "catalogue/standard_completeness.h"

namespace prima::app {

// What those who look after services see: their desk (/kelola), the services of their units (/kelola/layanan), and
// through EditionDesk the editions of each. Everything is of the person's own institution. Safe from any thread.
class CatalogueDesk {
 public:
  // `published` is called after something that citizens see has changed; may be empty. Without `completeness`, which
  // must outlive this, nothing is scored.
  explicit CatalogueDesk(db::Database& database, std::function<void()> published = {},
                         const catalogue::CompletenessScorer* completeness = nullptr)
      : database_(database),
        published_(std::move(published)),
        completeness_scorer_(completeness),
        editions_(database, published_) {}

  std::vector<GatedRoute> routes();

 private:
  http::Response desk(const Visit& visit) const;
  http::Response services(const Visit& visit) const;
  // ?unit=CODE derives the score of that unit.
  http::Response completeness(const Visit& visit) const;
  // ?templat=KEY chooses one.
  http::Response new_service(const Visit& visit) const;
  http::Response create(const Visit& visit) const;
  // ?hari=2026-01-31 asks what held on that day.
  http::Response service(const Visit& visit) const;
  http::Response begin(const Visit& visit) const;
  http::Response offer(const Visit& visit, bool offered) const;
  // ?a=1&b=2
  http::Response compare(const Visit& visit) const;

  // A change of one service that ends at its page: leads there with a notice, or shows it with what was refused.
  using Change = std::function<std::optional<catalogue::ServiceRefusal>(db::Transaction&, const catalogue::Service&,
                                                                        const catalogue::Author&)>;
  http::Response change(const Visit& visit, std::string_view notice, const Change& change) const;
  http::Response service_page(const Visit& visit, const Findings& refused, int status) const;

  db::Database& database_;
  std::function<void()> published_;
  const catalogue::CompletenessScorer* completeness_scorer_;
  EditionDesk editions_;
};

}  // namespace prima::app
