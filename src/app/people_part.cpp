#include "app/people_part.h"

namespace prima::app {

PeoplePart::PeoplePart(PeopleServices services) : access_(std::move(services)) {}

std::vector<GatedRoute> PeoplePart::routes() {
  std::vector<GatedRoute> all;
  for (auto routes : {sign_in_.routes(), links_.routes(), account_.routes(), people_.routes()})
    all.insert(all.end(), routes.begin(), routes.end());
  return all;
}

}  // namespace prima::app
