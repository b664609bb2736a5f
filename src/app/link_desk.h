#pragma once

#include <vector>

#include "app/people_access.h"

namespace prima::app {

// One-time links and forgotten passwords (/tautan, /lupa-sandi). Safe from any thread.
class LinkDesk {
 public:
  explicit LinkDesk(const PeopleAccess& access) : access_(access) {}

  std::vector<GatedRoute> routes();

 private:
  // GET /tautan/{link}: looks, and uses nothing up, since mail programs open links by themselves.
  http::Response form(const Visit& visit) const;
  // POST /tautan/{link}: keeps the password, ends all sessions of the account, and signs in.
  http::Response use(const Visit& visit) const;
  // GET, POST /lupa-sandi: the same answer whether the name exists or not.
  http::Response forgotten_form(const Visit& visit) const;
  http::Response forgotten(const Visit& visit) const;

  const PeopleAccess& access_;
};

}  // namespace prima::app
