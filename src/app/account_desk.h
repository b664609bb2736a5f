#pragma once

#include <vector>

#include "app/people_access.h"

namespace prima::app {

// What people do with their own account (/akun). Safe from any thread.
class AccountDesk {
 public:
  explicit AccountDesk(const PeopleAccess& access) : access_(access) {}

  std::vector<GatedRoute> routes();

 private:
  http::Response page(const Visit& visit) const;             // GET /akun
  http::Response save(const Visit& visit) const;             // POST /akun: name, mail, language
  http::Response end_one(const Visit& visit) const;          // POST /akun/sesi
  http::Response end_all(const Visit& visit) const;          // POST /akun/keluar-semua
  http::Response change_password(const Visit& visit) const;  // POST /akun/sandi
  http::Response make_codes(const Visit& visit) const;       // POST /akun/kode-pemulihan: shows ten new ones
  http::Response remove_factor(const Visit& visit) const;    // POST /akun/hapus-faktor
  http::Response data(const Visit& visit) const;             // GET /akun/data.json

  http::Response show(const Visit& visit, identity::FieldProblems problems) const;

  const PeopleAccess& access_;
};

// All that is kept about one account, as a file.
http::Response person_data_file(const PeopleAccess& access, Language language, const identity::Account& account);

}  // namespace prima::app
