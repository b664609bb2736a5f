#include "catalogue/service_api.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <map>
#include <set>

#include "base/csv.h"
#include "catalogue/public_catalogue_test_support.h"
#include "catalogue/service_csv.h"
#include "catalogue/service_feed.h"
#include "catalogue/service_linked_data_api.h"

namespace prima::catalogue {
namespace {

namespace json = boost::json;
using test::catalogue;
using test::count_of;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view origin = "https://layanan.contoh.go.id";

json::object parsed(const std::string& text) { return json::parse(text).as_object(); }

TEST(ServiceApi, ListsServicesPageByPage) {
  std::vector<std::string> urls;
  std::string after;
  for (int pages = 0; pages < 5; ++pages) {
    const json::object page = parsed(services_json(catalogue(), {.origin = origin, .limit = 1, .after = after}));
    for (const json::value& item : page.at("items").as_array()) {
      urls.emplace_back(item.at("url").as_string());
      EXPECT_TRUE(item.at("id").is_string());
      EXPECT_TRUE(item.at("name").is_string());
    }
    if (page.at("next").is_null()) break;
    after = page.at("next").as_string();
  }
  EXPECT_EQ(urls, (std::vector<std::string>{"https://layanan.contoh.go.id/layanan/33.74/ktp",
                                            "https://layanan.contoh.go.id/layanan/33.74/reklame",
                                            "https://layanan.contoh.go.id/layanan/34.71/ktp"}));
}

TEST(ServiceApi, ReadsTheLimit) {
  EXPECT_EQ(services_limit(""), default_services_limit);
  EXPECT_EQ(services_limit("500"), 500U);
  for (const std::string_view bad : {"0", "501", "-1", "1x", "99999999999999999999"})
    EXPECT_EQ(services_limit(bad), std::nullopt) << bad;
}

TEST(ServiceApi, GivesOneServiceWithItsWholeStandard) {
  const json::object one = parsed(service_json(*catalogue().find("33.74", "ktp"), ""));
  EXPECT_EQ(one.at("url").as_string(), "/layanan/33.74/ktp");
  EXPECT_EQ(one.at("edition").as_int64(), 1);
  EXPECT_EQ(one.at("fees").at("state").as_string(), "free");
  EXPECT_EQ(one.at("standard").at("requirements").as_array().size(), 2U);
}

// The properties that the SHACL shapes of CPSV-AP 3.2.0 require of each class.
const std::map<std::string, std::vector<std::string>, std::less<>>& required_properties() {
  static const std::map<std::string, std::vector<std::string>, std::less<>> all = {
      {"cpsv:PublicService", {"dct:identifier", "dct:title", "dct:description", "cv:hasCompetentAuthority"}},
      {"cv:PublicOrganisation", {"skos:prefLabel", "dct:spatial"}},
      {"cv:LifeEvent", {"dct:identifier", "dct:title"}},
      {"cv:Requirement", {"dct:identifier", "dct:title"}},
      {"cv:Output", {"dct:identifier", "dct:title"}},
      {"cpsv:Rule", {"dct:identifier", "dct:title", "dct:description"}},
      {"cv:Channel", {"dct:identifier"}},
      {"cv:Cost", {"dct:identifier"}},
      {"cv:ContactPoint", {}},
      {"eli:LegalResource", {}},
      {"dct:Location", {}}};
  return all;
}

void expect_conforming(const std::string& text) {
  const json::object document = parsed(text);
  std::set<std::string> defined;
  std::set<std::string> prefixes;
  for (const auto& one : document.at("@context").as_object()) prefixes.emplace(one.key());
  for (const json::value& node : document.at("@graph").as_array()) {
    EXPECT_TRUE(defined.emplace(node.at("@id").as_string()).second) << node;
    const std::string type(node.at("@type").as_string());
    ASSERT_TRUE(required_properties().contains(type)) << type;
    for (const std::string& property : required_properties().at(type))
      EXPECT_TRUE(node.as_object().contains(property)) << type << " lacks " << property;
    for (const auto& member : node.as_object()) {
      const std::string key(member.key());
      EXPECT_TRUE(key.starts_with("@") || prefixes.contains(key.substr(0, key.find(':')))) << key;
      EXPECT_FALSE(member.value().is_array() && member.value().as_array().empty()) << key;
    }
  }
  for (const json::value& node : document.at("@graph").as_array()) {
    for (const auto& member : node.as_object()) {
      if (!member.value().is_object() || !member.value().as_object().contains("@id")) continue;
      const std::string id(member.value().at("@id").as_string());
      EXPECT_TRUE(defined.contains(id) || id.ends_with("currency/IDR")) << id << " is nowhere";
    }
  }
}

TEST(LinkedData, HasWhatCpsvApRequiresOfEachClass) {
  expect_conforming(service_linked_data(*catalogue().find("33.74", "ktp"), origin));
  expect_conforming(catalogue_linked_data(catalogue(), origin));
}

TEST(LinkedData, FollowsTheShapeOfTheConformingExample) {
  const json::object document = parsed(service_linked_data(*catalogue().find("33.74", "ktp"), origin));
  const json::object& service = document.at("@graph").at(0).as_object();
  EXPECT_EQ(service.at("@type").as_string(), "cpsv:PublicService");
  EXPECT_EQ(service.at("cv:processingTime"), (json::value{{"@type", "xsd:duration"}, {"@value", "P1D"}}));
  EXPECT_EQ(service.at("dct:title").at(1),
            (json::value{{"@language", "en"}, {"@value", "Replacement of a lost identity card"}}));
  EXPECT_EQ(service.at("cv:hasCost").at("@id").as_string(), "https://layanan.contoh.go.id/layanan/33.74/ktp#biaya-1");
  EXPECT_EQ(service.at("cv:holdsRequirement").as_array().size(), 2U);
  for (const json::value& node : document.at("@graph").as_array()) {
    if (node.at("@type") != "cv:Cost") continue;
    EXPECT_EQ(node.at("cv:hasValue"), (json::value{{"@type", "xsd:double"}, {"@value", "0"}}));
  }
}

TEST(LinkedData, HasSharedThingsOnce) {
  const std::string text = catalogue_linked_data(catalogue(), origin);
  EXPECT_EQ(count_of(text, "\"@type\":\"cv:PublicOrganisation\""), 2U);
  EXPECT_EQ(count_of(text, "\"@type\":\"cpsv:PublicService\""), 3U);
}

TEST(LinkedData, OfSchemaOrgStatesNoPriceThatIsNotStated) {
  Standard standard = test::whole_standard();
  const json::object free = parsed(service_schema_org(*catalogue().find("33.74", "ktp"), origin, Language::en));
  EXPECT_EQ(free.at("@type").as_string(), "GovernmentService");
  EXPECT_EQ(free.at("offers").at("price").as_string(), "0");
  EXPECT_EQ(free.at("url").as_string(), "https://layanan.contoh.go.id/en/layanan/33.74/ktp");
  standard.fees = {};
  PublicCatalogue::Source source = test::two_cities();
  source.services = {test::published({.code = "x"}, standard)};
  const PublicCatalogue one(std::move(source));
  EXPECT_FALSE(parsed(service_schema_org(*one.find("33.74", "x"), origin, Language::id)).contains("offers"));
}

TEST(ServicesCsv, HasTheColumnsThatItsMetadataDescribes) {
  const std::string csv = services_csv(catalogue(), origin);
  EXPECT_EQ(count_of(csv, "\r\n"), 4U);
  CsvReader reader(csv, "layanan.csv");
  ASSERT_TRUE(reader.next());
  const json::object metadata = parsed(services_csvw(origin, parse_date("2026-11-24").value()));
  const json::array& columns = metadata.at("tableSchema").at("columns").as_array();
  ASSERT_EQ(reader.fields().size(), columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) EXPECT_EQ(reader.fields()[i], columns[i].at("name").as_string());
  while (reader.next()) EXPECT_EQ(reader.fields().size(), columns.size());
  EXPECT_FALSE(reader.problem());
  EXPECT_THAT(csv, HasSubstr(",14,working_days,charged,50000,1250000,"));
}

TEST(ServicesFeed, HasWhatAtomRequires) {
  for (const Language language : {Language::id, Language::en}) {
    const std::string feed = services_feed(catalogue(), origin, language, test::now());
    EXPECT_EQ(count_of(feed, "<entry>"), 3U);
    EXPECT_EQ(count_of(feed, "<id>"), 4U);
    EXPECT_EQ(count_of(feed, "<updated>"), 4U);
    EXPECT_EQ(count_of(feed, "<title>"), 4U);
    EXPECT_THAT(feed, HasSubstr("rel=\"self\""));
  }
  const PublicCatalogue nothing(PublicCatalogue::Source{});
  EXPECT_THAT(services_feed(nothing, origin, Language::id, test::now()),
              HasSubstr("<updated>2026-11-24T03:00:00.000Z</updated>"));
}

TEST(ServicesFeed, EscapesTitles) {
  PublicCatalogue::Source source = test::two_cities();
  source.services = {test::published({.code = "x"}, test::standard_titled("</title><x a='&'>\x01"))};
  const PublicCatalogue one(std::move(source));
  const std::string feed = services_feed(one, origin, Language::id, test::now());
  EXPECT_THAT(feed, HasSubstr("<title>&lt;/title&gt;&lt;x a=&#39;&amp;&#39;&gt;\xEF\xBF\xBD"));
  EXPECT_EQ(count_of(feed, "</title>"), 2U);
}

TEST(Sitemap, HasEachPageInBothLanguages) {
  const std::string map = sitemap_part(catalogue(), origin, 1, {"/", "/hasil"});
  EXPECT_THAT(map, HasSubstr("<loc>https://layanan.contoh.go.id/layanan/33.74/ktp</loc>"));
  EXPECT_THAT(map, HasSubstr("<loc>https://layanan.contoh.go.id/en/layanan/33.74/ktp</loc>"));
  EXPECT_THAT(map, HasSubstr("<loc>https://layanan.contoh.go.id/bandingkan/ktp-el</loc>"));
  EXPECT_EQ(count_of(map, "<xhtml:link "), 2 * count_of(map, "<loc>"));
  EXPECT_THAT(sitemap_index(catalogue(), origin), HasSubstr("<loc>https://layanan.contoh.go.id/sitemap-1.xml</loc>"));
}

}  // namespace
}  // namespace prima::catalogue
