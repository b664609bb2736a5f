#include "identity/person_data_api.h"

#include <boost/json.hpp>

#include "identity/personal_data.h"

namespace prima::identity {

namespace {

namespace json = boost::json;

json::object account_json(const Account& account) {
  return {{"id", to_text(account.id)},
          {"institution", static_cast<std::int32_t>(account.institution)},
          {"name", account.name},
          {"person_name", account.person_name},
          {"mail", account.mail},
          {"language", account.language == Language::en ? "en" : "id"},
          {"state", key(account.state)},
          {"created_at", iso(account.created_at)},
          {"changed_at", iso(account.changed_at)}};
}

json::array grants_json(const std::vector<Grant>& grants) {
  json::array all;
  for (const Grant& grant : grants) {
    json::object one{{"role", key(grant.role)},
                     {"reach", key(grant.reach)},
                     {"institution", static_cast<std::int32_t>(grant.institution)}};
    if (grant.unit) one["unit"] = to_text(*grant.unit);
    all.push_back(std::move(one));
  }
  return all;
}

json::array sessions_json(const std::vector<Session>& sessions) {
  json::array all;
  for (const Session& session : sessions) {
    all.push_back(json::object{{"device", session.device},
                               {"second_factor", session.second_factor},
                               {"created_at", iso(session.times.created_at)},
                               {"last_seen_at", iso(session.times.last_seen_at)}});
  }
  return all;
}

json::array processing_json(Language language) {
  json::array all;
  for (const ProcessingActivity& activity : personal_data_register().activities) {
    all.push_back(json::object{{"id", activity.id},
                               {"title", activity.title.in(language)},
                               {"purpose", activity.purpose.in(language)},
                               {"basis", name(activity.basis).in(language)},
                               {"retention", retention_of(activity).in(language)},
                               {"seen_by", seen_by(activity).in(language)}});
  }
  return all;
}

}  // namespace

std::string person_data_json(const PersonData& data, Language language) {
  const json::object document{{"format", "prima-person-data/1"},
                              {"exported_at", iso(data.exported_at)},
                              {"account", account_json(data.account)},
                              {"roles", grants_json(data.grants)},
                              {"sign_in",
                               {{"has_password", data.has_password},
                                {"has_second_factor", data.has_second_factor},
                                {"recovery_codes_left", data.recovery_codes_left}}},
                              {"sessions", sessions_json(data.sessions)},
                              {"processing", processing_json(language)}};
  return json::serialize(document) + "\n";
}

}  // namespace prima::identity
