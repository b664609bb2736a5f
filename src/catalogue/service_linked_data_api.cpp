#include "catalogue/service_linked_data_api.h"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <set>

#include "catalogue/portal_paths.h"
#include "catalogue/service_csv.h"
#include "catalogue/standard_items.h"
#include "catalogue/standard_summary.h"
#include "catalogue/standard_words.h"
#include "html/format.h"

namespace prima::catalogue {

namespace {

namespace json = boost::json;

// Which components CPSV-AP has no term for, with ours.
struct OwnTerm {
  Component component;
  std::string_view term;
};
constexpr OwnTerm own_terms[] = {{Component::facilities, "prima:facilities"},
                                 {Component::competence, "prima:competence"},
                                 {Component::supervision, "prima:supervision"},
                                 {Component::staff, "prima:staff"},
                                 {Component::service_guarantee, "prima:serviceGuarantee"},
                                 {Component::safety_guarantee, "prima:safetyGuarantee"},
                                 {Component::evaluation, "prima:evaluation"}};

// Our own terms live on the site that publishes them.
json::object context(const std::string& origin) {
  return {{"cpsv", "http://purl.org/vocab/cpsv#"},
          {"cv", "http://data.europa.eu/m8g/"},
          {"dct", "http://purl.org/dc/terms/"},
          {"dcat", "http://www.w3.org/ns/dcat#"},
          {"skos", "http://www.w3.org/2004/02/skos/core#"},
          {"adms", "http://www.w3.org/ns/adms#"},
          {"foaf", "http://xmlns.com/foaf/0.1/"},
          {"xsd", "http://www.w3.org/2001/XMLSchema#"},
          {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
          {"eli", "http://data.europa.eu/eli/ontology#"},
          {"schema", "https://schema.org/"},
          {"prima", origin.empty() ? "urn:prima:" : origin + "/ns#"}};
}

json::object reference(std::string_view id) { return {{"@id", id}}; }

json::object in_language(std::string_view language, std::string_view text) {
  return {{"@language", language}, {"@value", text}};
}

// Each language that there is.
json::array texts(const LocalText& text) {
  json::array all;
  if (!text.id.empty()) all.push_back(in_language("id", text.id));
  if (!text.en.empty()) all.push_back(in_language("en", text.en));
  return all;
}

json::array texts(const Words& words) { return texts(LocalText{words.id, words.en}); }

// What a required text falls back to.
json::array texts_or(const LocalText& text, const LocalText& other) { return texts(text.empty() ? other : text); }

// ISO 8601. Whether days are working days stands in the text of the rule, since a duration cannot say so.
std::string duration_text(const Duration& duration) {
  switch (duration.unit) {
    case TimeUnit::working_days:
    case TimeUnit::calendar_days:
      return fmt::format("P{}D", duration.amount);
    case TimeUnit::hours:
      return fmt::format("PT{}H", duration.amount);
    case TimeUnit::minutes:
      return fmt::format("PT{}M", duration.amount);
  }
  return {};
}

class Graph {
 public:
  explicit Graph(std::string_view origin) : origin_(origin) {}

  void add(const PublicService& one) {
    service_ = &one;
    id_ = origin_ + service_path(one);
    node_ = json::object{{"@id", id_}, {"@type", "cpsv:PublicService"}};
    describe();
    place();
    time();
    costs();
    requirements();
    procedure();
    products();
    legal_basis();
    channels();
    contact();
    own();
    const std::size_t at = graph_.size() - nodes_of_service_;
    graph_.insert(graph_.begin() + static_cast<std::ptrdiff_t>(at), json::value(std::move(node_)));
    nodes_of_service_ = 0;
  }

  std::string text() && {
    return json::serialize(json::object{{"@context", context(origin_)}, {"@graph", std::move(graph_)}});
  }

 private:
  const Standard& standard() const { return service_->standard(); }

  // Adds a part of the service and says that it belongs to it.
  void part(std::string_view property, std::string_view type, const std::string& name, json::object properties) {
    const std::string id = id_ + "#" + name;
    json::object node = {{"@id", id}, {"@type", type}};
    if (type != "cv:ContactPoint") node["dct:identifier"] = service_->service.code + "-" + name;
    for (auto& [key, value] : properties) node[key] = std::move(value);
    graph_.emplace_back(std::move(node));
    ++nodes_of_service_;
    append(property, reference(id));
  }

  // One value stands alone, several in an array.
  void append(std::string_view property, json::value value) {
    json::value& there = node_[property];
    if (there.is_null()) {
      there = std::move(value);
    } else if (there.is_array()) {
      there.as_array().push_back(std::move(value));
    } else {
      there = json::array{std::move(there), std::move(value)};
    }
  }

  void shared(const std::string& id, json::object node) {
    if (!shared_.insert(id).second) return;
    graph_.emplace_back(std::move(node));
    ++nodes_of_service_;
  }

  void describe() {
    node_["dct:identifier"] = service_->institution->code + "-" + service_->service.code;
    node_["dct:title"] = texts_or(standard().title, {service_->service.code, {}});
    node_["dct:description"] = texts_or(standard().description, standard().title);
    for (const std::string& keyword : standard().keywords) append("dcat:keyword", in_language("id", keyword));
    if (!standard().audience.empty()) node_["prima:audience"] = texts(standard().audience);
    for (const std::string& event : service_->life_events) {
      const std::string id = origin_ + life_event_path(event);
      append("cv:isGroupedBy", reference(id));
      const LifeEvent* known = built_in_vocabulary().events.find(event);
      const Words name = known == nullptr ? Words{event, event} : known->name;
      shared(id, {{"@id", id}, {"@type", "cv:LifeEvent"}, {"dct:identifier", event}, {"dct:title", texts(name)}});
    }
  }

  void place() {
    const std::string unit = origin_ + unit_path(*service_->institution, *service_->unit);
    const std::string region = origin_ + "/wilayah/" + (service_->region.empty() ? "id" : service_->region);
    node_["cv:hasCompetentAuthority"] = reference(unit);
    node_["dct:spatial"] = reference(region);
    shared(unit, {{"@id", unit},
                  {"@type", "cv:PublicOrganisation"},
                  {"skos:prefLabel", in_language("id", service_->unit->name)},
                  {"dct:spatial", reference(region)}});
    shared(region, {{"@id", region}, {"@type", "dct:Location"}});
  }

  void time() {
    const auto range = durations_of(standard());
    if (!range) return;
    node_["cv:processingTime"] = json::object{{"@type", "xsd:duration"}, {"@value", duration_text(range->longest)}};
    node_["prima:processingTimeText"] = texts(time_summary(standard()));
  }

  void cost(const std::string& name, std::int64_t rupiah, const Words& description) {
    part("cv:hasCost", "cv:Cost", name,
         {{"cv:hasValue", json::object{{"@type", "xsd:double"}, {"@value", std::to_string(rupiah)}}},
          {"cv:currency", reference("http://publications.europa.eu/resource/authority/currency/IDR")},
          {"dct:description", texts(description)}});
  }

  void costs() {
    if (standard().fees.state == FeeState::free) return cost("biaya-1", 0, rupiah_words(0));
    int number = 0;
    for (const FeeRow& row : standard().fees.rows) {
      const Words of_case = case_name(standard(), row.case_key).words();
      const Words amount = rupiah_words(row.rupiah);
      cost(fmt::format("biaya-{}", ++number), row.rupiah,
           {fmt::format("{}: {}", of_case.id, amount.id), fmt::format("{}: {}", of_case.en, amount.en)});
    }
  }

  void requirements() {
    int number = 0;
    for (const Requirement& one : standard().requirements) {
      json::object properties = {{"dct:title", texts(one.name)}};
      if (!one.where.empty()) properties["dct:description"] = texts(one.where);
      part("cv:holdsRequirement", "cv:Requirement", fmt::format("syarat-{}", ++number), std::move(properties));
    }
  }

  void procedure() {
    if (standard().procedure.empty()) return;
    LocalText steps;
    for (const Step& step : standard().procedure) {
      steps.id.append(steps.id.empty() ? "" : " ").append(step.what.in(Language::id));
      steps.en.append(steps.en.empty() ? "" : " ").append(step.what.in(Language::en));
    }
    part("cpsv:follows", "cpsv:Rule", "prosedur",
         {{"dct:title", texts(words(Component::procedure))}, {"dct:description", texts(steps)}});
  }

  void products() {
    int number = 0;
    for (const Product& one : standard().products)
      part("cpsv:produces", "cv:Output", fmt::format("produk-{}", ++number), {{"dct:title", texts(one.name)}});
  }

  void legal_basis() {
    int number = 0;
    for (const LegalReference& one : standard().legal_basis)
      part("cv:hasLegalResource", "eli:LegalResource", fmt::format("hukum-{}", ++number),
           {{"dct:title", texts(words(one))}});
  }

  void channels() {
    int number = 0;
    for (const Channel& one : standard().channels) {
      const Words kind = words(one.kind);
      const std::string place =
          (one.name.empty() ? "" : ": " + one.name.id) + (one.address.empty() ? std::string() : " " + one.address);
      part("cv:hasChannel", "cv:Channel", fmt::format("kanal-{}", ++number),
           {{"dct:description", texts(Words{kind.id + place, kind.en + place})}});
    }
  }

  void contact() {
    json::object properties;
    for (const Contact& one : standard().complaints.contacts) {
      if (one.value.empty()) continue;
      if (one.kind == ContactKind::phone) properties["cv:telephone"] = one.value;
      if (one.kind == ContactKind::email) properties["cv:email"] = one.value;
      if (one.kind == ContactKind::website) properties["cv:contactPage"] = one.value;
    }
    if (!properties.empty()) part("cv:contactPoint", "cv:ContactPoint", "kontak", std::move(properties));
  }

  void own() {
    for (const OwnTerm& term : own_terms) {
      for (const StandardItem& item : items_of(standard(), term.component))
        for (json::value& text : texts(item.name)) append(term.term, std::move(text));
    }
  }

  std::string origin_;
  const PublicService* service_ = nullptr;
  std::string id_;
  json::object node_;
  json::array graph_;
  std::size_t nodes_of_service_ = 0;
  std::set<std::string> shared_;
};

json::array opening_hours(const directory::OpeningHours& hours) {
  static constexpr std::string_view days[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                              "Friday", "Saturday", "Sunday"};
  json::array all;
  for (std::size_t day = 0; day < hours.week.size(); ++day) {
    if (!hours.week[day]) continue;
    for (const directory::MinuteSpan& span : *hours.week[day]) {
      all.push_back(json::object{{"@type", "OpeningHoursSpecification"},
                                 {"dayOfWeek", days[day]},
                                 {"opens", fmt::format("{:02}:{:02}", span.from / 60, span.from % 60)},
                                 {"closes", fmt::format("{:02}:{:02}", span.to / 60, span.to % 60)}});
    }
  }
  return all;
}

json::object channel_of(const PublicService& one, const std::string& url) {
  const directory::Unit& unit = *one.unit;
  json::object address = {{"@type", "PostalAddress"}, {"addressCountry", "ID"}};
  if (!unit.address.empty()) address["streetAddress"] = unit.address;
  if (!unit.postcode.empty()) address["postalCode"] = unit.postcode;
  if (const std::string region = region_name(one.region); !region.empty()) address["addressRegion"] = region;
  json::object channel = {
      {"@type", "ServiceChannel"},
      {"serviceUrl", url},
      {"availableLanguage", "id"},
      {"serviceLocation", json::object{{"@type", "Place"}, {"name", unit.name}, {"address", std::move(address)}}}};
  if (!unit.contacts.phone.empty())
    channel["servicePhone"] = json::object{{"@type", "ContactPoint"}, {"telephone", unit.contacts.phone}};
  if (const auto range = durations_of(one.standard())) channel["processingTime"] = duration_text(range->longest);
  return channel;
}

}  // namespace

std::string service_linked_data(const PublicService& one, std::string_view origin) {
  Graph graph(origin);
  graph.add(one);
  return std::move(graph).text();
}

std::string catalogue_linked_data(const PublicCatalogue& catalogue, std::string_view origin) {
  Graph graph(origin);
  for (const PublicService& one : catalogue.services()) graph.add(one);
  return std::move(graph).text();
}

std::string service_schema_org(const PublicService& one, std::string_view origin, Language language) {
  const Standard& standard = one.standard();
  const std::string url = std::string(origin) + html::localized_path(language, service_path(one));
  const std::string region = region_name(one.region);
  json::object service = {
      {"@context", "https://schema.org"},
      {"@type", "GovernmentService"},
      {"@id", url},
      {"name", standard.title.in(language)},
      {"url", url},
      {"identifier", one.institution->code + "-" + one.service.code},
      {"provider", json::object{{"@type", "GovernmentOrganization"}, {"name", one.institution->name}}},
      {"serviceOperator", json::object{{"@type", "GovernmentOrganization"}, {"name", one.unit->name}}},
      {"availableChannel", channel_of(one, url)}};
  if (!standard.description.empty()) service["description"] = standard.description.in(language);
  if (!region.empty()) {
    service["jurisdiction"] = json::object{{"@type", "AdministrativeArea"}, {"name", region}};
    service["areaServed"] = json::object{{"@type", "AdministrativeArea"}, {"name", region}};
  }
  if (!standard.audience.empty())
    service["audience"] = json::object{{"@type", "Audience"}, {"audienceType", standard.audience.in(language)}};
  if (json::array hours = opening_hours(one.unit->hours); !hours.empty()) service["hoursAvailable"] = std::move(hours);
  if (!standard.products.empty())
    service["serviceOutput"] = json::object{{"@type", "Thing"}, {"name", standard.products.front().name.in(language)}};
  if (const auto rupiah = rupiah_of(standard))
    service["offers"] =
        json::object{{"@type", "Offer"}, {"price", std::to_string(rupiah->most)}, {"priceCurrency", "IDR"}};
  return json::serialize(service);
}

std::string services_dataset_schema_org(std::string_view origin, Date modified, Language language) {
  const std::string base(origin);
  const bool indonesian = language == Language::id;
  const auto distribution = [&](std::string_view type, std::string_view path) {
    return json::object{{"@type", "DataDownload"}, {"encodingFormat", type}, {"contentUrl", base + std::string(path)}};
  };
  return json::serialize(json::object{
      {"@context", "https://schema.org"},
      {"@type", "Dataset"},
      {"name", indonesian ? "Layanan publik dan standarnya" : "Public services and their standards"},
      {"description", indonesian
                          ? "Waktu, biaya, syarat, dan tempat setiap layanan publik menurut standar yang berlaku."
                          : "Time, cost, requirements and place of each public service by the standard in force."},
      {"license", "https://creativecommons.org/licenses/by/4.0/"},
      {"dateModified", iso(modified)},
      {"distribution",
       json::array{distribution("text/csv", portal_csv_path), distribution("application/json", services_api_path),
                   distribution("application/ld+json", portal_linked_data_path)}}});
}

std::string services_csvw(std::string_view origin, Date modified) {
  json::array columns;
  for (const CsvColumn& column : services_csv_columns()) {
    json::object one = {{"name", column.name}, {"titles", column.name}};
    if (column.datatype == "date") {
      one["datatype"] = json::object{{"base", "date"}, {"format", "yyyy-MM-dd"}};
    } else {
      one["datatype"] = column.datatype;
    }
    if (column.required) one["required"] = true;
    one["dc:description"] = texts(column.about);
    columns.push_back(std::move(one));
  }
  return json::serialize(json::object{
      {"@context", json::array{"http://www.w3.org/ns/csvw", json::object{{"@language", "id"}}}},
      {"url", std::string(origin) + std::string(portal_csv_path)},
      {"dc:title", "Layanan publik dan standarnya"},
      {"dc:license", reference("https://creativecommons.org/licenses/by/4.0/")},
      {"dc:modified", json::object{{"@value", iso(modified)}, {"@type", "xsd:date"}}},
      {"dialect", json::object{{"delimiter", ","}, {"encoding", "utf-8"}, {"header", true}}},
      {"tableSchema",
       json::object{{"columns", std::move(columns)}, {"primaryKey", json::array{"kode_instansi", "kode_layanan"}}}}});
}

}  // namespace prima::catalogue
