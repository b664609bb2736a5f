#pragma once

#include "app/account_desk.h"
#include "app/link_desk.h"
#include "app/people_desk.h"
#include "app/sign_in_desk.h"

namespace prima::app {

// All that the site has about people: sign-in, links, my account, and the administration of people. Must outlive its
// routes.
class PeoplePart {
 public:
  explicit PeoplePart(PeopleServices services);
  PeoplePart(const PeoplePart&) = delete;
  PeoplePart& operator=(const PeoplePart&) = delete;

  std::vector<GatedRoute> routes();

 private:
  PeopleAccess access_;
  SignInDesk sign_in_{access_};
  LinkDesk links_{access_};
  AccountDesk account_{access_};
  PeopleDesk people_{access_};
};

}  // namespace prima::app
