#include "catalogue/service_feed.h"

#include <algorithm>
#include <set>

#include "base/assert.h"
#include "catalogue/portal_paths.h"
#include "catalogue/standard_summary.h"
#include "html/format.h"
#include "html/text.h"
#include "html/xml.h"

namespace prima::catalogue {

using html::Text;
using html::XmlWriter;

namespace {

constexpr std::size_t entries = 50;
constexpr std::size_t services_a_part = 10'000;

std::string_view code(Language language) { return language == Language::id ? "id" : "en"; }

std::string address(std::string_view origin, Language language, const std::string& path) {
  return std::string(origin) + html::localized_path(language, path);
}

void write_entry(XmlWriter& xml, const PublicService& one, std::string_view origin, Language language) {
  const Standard& standard = one.standard();
  const std::string url = address(origin, language, edition_path(one, one.edition.number));
  const std::string time = std::string(html::text(language, Text::service_time));
  const std::string fee = std::string(html::text(language, Text::service_fee));
  xml.element("entry", {}, [&] {
    xml.element("id", {}, std::string(origin) + edition_path(one, one.edition.number));
    xml.element("title", {}, standard.title.in(language) + " · " + one.unit->name);
    xml.element("updated", {}, iso(one.service.changed_at));
    xml.element("link", {{"rel", "alternate"}, {"type", "text/html"}, {"hreflang", code(language)}, {"href", url}});
    xml.element("author", {}, [&] { xml.element("name", {}, one.unit->name + ", " + one.institution->name); });
    xml.element("summary", {},
                time + ": " + time_summary(standard).in(language) + ". " + fee + ": " +
                    fee_summary(standard).in(language) + ".");
  });
}

void write_address(XmlWriter& xml, std::string_view origin, const std::string& path, std::string_view changed) {
  for (const Language language : {Language::id, Language::en}) {
    xml.element("url", {}, [&] {
      xml.element("loc", {}, address(origin, language, path));
      if (!changed.empty()) xml.element("lastmod", {}, changed);
      for (const Language other : {Language::id, Language::en})
        xml.element("xhtml:link",
                    {{"rel", "alternate"}, {"hreflang", code(other)}, {"href", address(origin, other, path)}});
    });
  }
}

// What is no service: the search, life events, units and comparisons that have something to show.
void write_portal_pages(XmlWriter& xml, const PublicCatalogue& catalogue, std::string_view origin) {
  write_address(xml, origin, std::string(portal_path), {});
  for (const LifeEvent& event : catalogue.life_events().all())
    if (!catalogue.of_life_event(event.id).empty()) write_address(xml, origin, life_event_path(event.id), {});
  std::set<std::string> others;
  for (const PublicService& one : catalogue.services()) {
    others.insert(unit_path(*one.institution, *one.unit));
    if (!one.service.template_key.empty()) others.insert(compare_path(one.service.template_key));
  }
  std::size_t left = services_a_part;  // so that the part stays below what a sitemap may hold
  for (const std::string& path : others) {
    if (left-- == 0) break;
    write_address(xml, origin, path, {});
  }
}

}  // namespace

std::string services_feed(const PublicCatalogue& catalogue, std::string_view origin, Language language, Instant now) {
  const PublicCatalogue::Found latest = catalogue.latest(entries);
  Instant updated = latest.empty() ? now : latest.front()->service.changed_at;
  for (const PublicService* one : latest) updated = std::max(updated, one->service.changed_at);
  const std::string self = address(origin, language, std::string(portal_feed_path));
  XmlWriter xml;
  xml.element("feed", {{"xmlns", "http://www.w3.org/2005/Atom"}, {"xml:lang", code(language)}}, [&] {
    xml.element("id", {}, std::string(origin) + std::string(portal_feed_path));
    xml.element("title", {}, html::text(language, Text::portal_feed));
    xml.element("updated", {}, iso(updated));
    xml.element("link", {{"rel", "self"}, {"type", "application/atom+xml"}, {"href", self}});
    xml.element(
        "link",
        {{"rel", "alternate"}, {"type", "text/html"}, {"href", address(origin, language, std::string(portal_path))}});
    xml.element("author", {}, [&] { xml.element("name", {}, html::text(language, Text::site_name)); });
    xml.element("rights", {}, "CC BY 4.0");
    for (const PublicService* one : latest) write_entry(xml, *one, origin, language);
  });
  return xml.take();
}

std::size_t sitemap_parts(const PublicCatalogue& catalogue) {
  return std::max<std::size_t>((catalogue.services().size() + services_a_part - 1) / services_a_part, 1);
}

std::string sitemap_index(const PublicCatalogue& catalogue, std::string_view origin) {
  XmlWriter xml;
  xml.element("sitemapindex", {{"xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"}}, [&] {
    for (std::size_t part = 1; part <= sitemap_parts(catalogue); ++part)
      xml.element("sitemap", {},
                  [&] { xml.element("loc", {}, std::string(origin) + "/sitemap-" + std::to_string(part) + ".xml"); });
  });
  return xml.take();
}

std::string sitemap_part(const PublicCatalogue& catalogue, std::string_view origin, std::size_t part,
                         const std::vector<std::string>& other_paths) {
  PRIMA_ASSERT(part >= 1 && part <= sitemap_parts(catalogue));
  const auto services = catalogue.services();
  const std::size_t begin = std::min((part - 1) * services_a_part, services.size());
  XmlWriter xml;
  xml.element(
      "urlset",
      {{"xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"}, {"xmlns:xhtml", "http://www.w3.org/1999/xhtml"}}, [&] {
        if (part == 1) {
          for (const std::string& path : other_paths) write_address(xml, origin, path, {});
          write_portal_pages(xml, catalogue, origin);
        }
        for (const PublicService& one : services.subspan(begin, std::min(services_a_part, services.size() - begin)))
          write_address(xml, origin, service_path(one), iso(one.service.changed_at));
      });
  return xml.take();
}

}  // namespace prima::catalogue
