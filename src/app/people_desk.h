#pragma once

#include <vector>

#include "app/people_access.h"
#include "identity/person_page.h"

namespace prima::app {

// The people of an institution and their roles, for those who may see or manage them (/kelola/orang, /kelola/izin).
// Nobody manages themselves, gives roles to themselves, or touches somebody whose roles reach further than their own
// rights. Safe from any thread.
class PeopleDesk {
 public:
  explicit PeopleDesk(const PeopleAccess& access) : access_(access) {}

  std::vector<GatedRoute> routes();

 private:
  http::Response list(const Visit& visit) const;    // GET /kelola/orang
  http::Response invite(const Visit& visit) const;  // POST /kelola/orang
  http::Response person(const Visit& visit) const;  // GET /kelola/orang/{id}
  http::Response save(const Visit& visit) const;    // POST /kelola/orang/{id}
  // POST /kelola/orang/{id}/{what}: peran, cabut-peran, tautan, hapus-faktor, tutup, buka, hapus
  http::Response act(const Visit& visit) const;
  http::Response data(const Visit& visit) const;         // GET /kelola/orang/{id}/data.json
  http::Response permissions(const Visit& visit) const;  // GET /kelola/izin

  // The person that an address names, with what the visitor may do; nothing when they may not even look.
  struct Found {
    identity::Account account;
    std::vector<identity::Grant> grants;
    bool may_manage = false;
    bool may_grant = false;
    bool may_export_and_erase = false;
  };
  std::optional<Found> find(const Visit& visit) const;

  http::Response show_list(const Visit& visit, InstitutionId institution, identity::InvitationFields typed,
                           identity::FieldProblems problems) const;
  http::Response show_person(const Visit& visit, const Found& found, identity::GrantFields typed,
                             identity::FieldProblems problems) const;
  http::Response add_role(const Visit& visit, const Found& found) const;
  http::Response remove_role(const Visit& visit, const Found& found) const;
  http::Response renew_link(const Visit& visit, const Found& found) const;
  http::Response remove_factor(const Visit& visit, const Found& found) const;
  http::Response set_state(const Visit& visit, const Found& found, identity::AccountState state) const;
  http::Response erase(const Visit& visit, const Found& found) const;
  // Sends the link that was stored, or shows it.
  http::Response hand_over(const Visit& visit, const identity::Account& account, const NewLink& link) const;

  const PeopleAccess& access_;
};

}  // namespace prima::app
