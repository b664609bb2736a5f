#pragma once

#include <string>
#include <string_view>

#include "base/date.h"
#include "base/words.h"
#include "catalogue/public_catalogue.h"

// Published services as linked data. `origin` is where the site is reached, "https://layanan.contoh.go.id"; without one
// the identifiers are relative to the document.
namespace prima::catalogue {

// One service in CPSV-AP 3.2.0 (the European vocabulary of public services) as JSON-LD with its own small context, so
// that nothing has to be fetched: the service, its organisation, region, channels, requirements, rule, costs, outputs,
// legal resources and contact point. The components that CPSV-AP has no term for stand under our own, "prima:".
// Every class carries the properties that CPSV-AP requires. Content-Type: application/ld+json.
std::string service_linked_data(const PublicService& one, std::string_view origin);

// All services in one graph; organisations and regions stand in it once.
std::string catalogue_linked_data(const PublicCatalogue& catalogue, std::string_view origin);

// One service as schema.org GovernmentService, to stand in its page.
std::string service_schema_org(const PublicService& one, std::string_view origin, Language language);

// schema.org Dataset for the open data of the catalogue; `modified` is the day of the data.
std::string services_dataset_schema_org(std::string_view origin, Date modified, Language language);

// The description of services_csv() as CSV on the Web metadata. Content-Type: application/csvm+json; the CSV itself
// should be sent with Link: <layanan.csv-metadata.json>; rel="describedby"; type="application/csvm+json".
std::string services_csvw(std::string_view origin, Date modified);

}  // namespace prima::catalogue
