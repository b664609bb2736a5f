#pragma once

#include <vector>

#include "app/people_access.h"

namespace prima::app {

// Signing in and out, and the second factor (/masuk, /keluar). Safe from any thread.
class SignInDesk {
 public:
  explicit SignInDesk(const PeopleAccess& access) : access_(access) {}

  std::vector<GatedRoute> routes();

 private:
  // GET /masuk: the form, or on to where somebody who has signed in wants to go.
  http::Response form(const Visit& visit) const;
  // POST /masuk: budgets, then the password, then a session under a new token.
  http::Response sign_in(const Visit& visit) const;
  // GET, POST /masuk/kode: a code of the app or a recovery code.
  http::Response code_form(const Visit& visit) const;
  http::Response check_code(const Visit& visit) const;
  // GET, POST /masuk/kode/daftar: a new secret, which the form itself carries sealed; stored with its first code.
  http::Response enrol_form(const Visit& visit) const;
  http::Response enrol(const Visit& visit) const;
  // POST /keluar
  http::Response sign_out(const Visit& visit) const;

  http::Response begin(const Visit& visit, const KnownAccount& known, const identity::Attempt& attempt,
                       const std::string& return_path) const;

  const PeopleAccess& access_;
};

}  // namespace prima::app
