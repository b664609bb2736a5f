#include "catalogue/portal_paths.h"

#include "http/percent.h"

namespace prima::catalogue {

namespace {

std::string below(std::string_view root, std::string_view part) {
  return std::string(root).append("/").append(http::percent_encoded(part));
}

std::string codes_below(std::string_view root, const PublicService& one) {
  return below(below(root, one.institution->code), one.service.code);
}

}  // namespace

std::string service_path(const PublicService& one) { return codes_below(portal_path, one); }

std::string edition_path(const PublicService& one, int number) {
  return service_path(one) + "/edisi/" + std::to_string(number);
}

std::string linked_data_path(const PublicService& one) { return service_path(one) + ".jsonld"; }

std::string service_api_path(const PublicService& one) { return codes_below(services_api_path, one); }

std::string unit_path(const directory::Institution& institution, const directory::Unit& unit) {
  return below(below("/unit", institution.code), unit.code);
}

std::string life_event_path(std::string_view id) { return below("/peristiwa", id); }

std::string compare_path(std::string_view template_key) { return below("/bandingkan", template_key); }

}  // namespace prima::catalogue
