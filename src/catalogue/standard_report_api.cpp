#include "catalogue/standard_report_api.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "catalogue/standard_api.h"
#include "catalogue/standard_words.h"

namespace prima::catalogue {

namespace json = boost::json;

namespace {

json::value text(std::string_view view) { return json::string_view(view.data(), view.size()); }

std::string_view name(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::added:
      return "added";
    case ChangeKind::removed:
      return "removed";
    case ChangeKind::changed:
      return "changed";
  }
  return {};
}

std::string_view name(PartDiff::Part part) {
  switch (part) {
    case PartDiff::Part::validity:
      return "validity";
    case PartDiff::Part::description:
      return "description";
    case PartDiff::Part::component:
      return "component";
  }
  return {};
}

std::string_view name(ComponentState state) {
  switch (state) {
    case ComponentState::absent:
      return "absent";
    case ComponentState::partial:
      return "partial";
    case ComponentState::complete:
      return "complete";
  }
  return {};
}

std::string_view name(RemarkKind kind) {
  switch (kind) {
    case RemarkKind::long_sentence:
      return "long_sentence";
    case RemarkKind::long_word:
      return "long_word";
    case RemarkKind::passive:
      return "passive";
    case RemarkKind::abbreviation:
      return "abbreviation";
    case RemarkKind::nominalisation:
      return "nominalisation";
    case RemarkKind::office_word:
      return "office_word";
  }
  return {};
}

json::object change_object(const Change& change, Language language) {
  json::array facets;
  for (const FacetChange& facet : change.facets) {
    facets.push_back(json::object{{"label", facet.label.in(language)},
                                  {"before", facet.before.in(language)},
                                  {"after", facet.after.in(language)}});
  }
  return {{"kind", text(name(change.kind))}, {"name", change.name.in(language)}, {"facets", std::move(facets)}};
}

json::object part_object(const PartDiff& part, Language language) {
  json::array changes;
  for (const Change& change : part.changes) changes.push_back(change_object(change, language));
  return {{"part", text(name(part.part))},
          {"component", part.component ? text(key(*part.component)) : json::value()},
          {"name", part.name.in(language)},
          {"changes", std::move(changes)}};
}

json::object remark_object(const Remark& remark, Language language) {
  return {{"kind", text(name(remark.kind))},
          {"offset", remark.offset},
          {"length", remark.length},
          {"reason", remark.reason.in(language)},
          {"proposal", remark.proposal.in(language)}};
}

}  // namespace

std::string diff_json(const EditionDiff& diff, Language language) {
  json::array parts;
  for (const PartDiff& part : diff.parts) {
    if (!part.changes.empty()) parts.push_back(part_object(part, language));
  }
  return json::serialize(json::object{{"before", diff.before},
                                      {"after", diff.after},
                                      {"summary", summary(diff).in(language)},
                                      {"parts", std::move(parts)}});
}

std::string completeness_json(const ServiceCompleteness& service, Language language) {
  json::array list;
  for (const ServiceCompleteness::Answer& answer : service.answers) {
    list.push_back(json::object{{"component", text(key(answer.check.component))},
                                {"indicator", text(indicator_of(answer.check.component))},
                                {"choice", answer.choice},
                                {"state", text(name(answer.check.state))},
                                {"reason", answer.reason.in(language)}});
  }
  const scoring::Classification& result = service.score.classification;
  return json::serialize(json::object{{"instrument", text(completeness_instrument)},
                                      {"score", result.score},
                                      {"exact", result.exact.fraction()},
                                      {"category", result.band->key},
                                      {"quality", result.band->quality.in(language)},
                                      {"components", std::move(list)}});
}

std::string completeness_json(const CompletenessScorer::GroupCompleteness& group, Language language) {
  json::array list;
  for (const CompletenessScorer::Count& count : group.counts) {
    list.push_back(
        json::object{{"component", text(key(count.component))}, {"absent", count.absent}, {"weak", count.weak}});
  }
  const bool scored = group.exact.has_value();
  return json::serialize(
      json::object{{"services", group.services},
                   {"without_standard", group.without_standard},
                   {"score", scored ? json::value(group.rounded) : json::value()},
                   {"exact", scored ? json::value(group.exact->fraction()) : json::value()},
                   {"category", scored ? json::value(group.band->key) : json::value()},
                   {"quality", scored ? json::value(group.band->quality.in(language)) : json::value()},
                   {"absent", group.absent_total},
                   {"summary", summary(group).in(language)},
                   {"components", std::move(list)}});
}

std::string plain_language_json(const StandardPlainReport& report, Language language) {
  json::array texts;
  for (const PlacedReport& one : report.texts) {
    json::array remarks;
    for (const Remark& remark : one.report.remarks) remarks.push_back(remark_object(remark, language));
    texts.push_back(json::object{{"pointer", one.pointer}, {"text", one.text}, {"remarks", std::move(remarks)}});
  }
  return json::serialize(json::object{
      {"index", report.index}, {"standing", "ours"}, {"words", report.words}, {"texts", std::move(texts)}});
}

std::string templates_json(std::span<const ServiceTemplate> templates, Language language) {
  json::array list;
  for (const ServiceTemplate& one : templates) {
    list.push_back(json::object{{"key", one.key}, {"sector", one.sector}, {"title", one.standard.title.in(language)}});
  }
  json::array sectors;
  for (const TemplateSector& sector : template_sectors())
    sectors.push_back(json::object{{"key", text(sector.key)}, {"name", sector.name.in(language)}});
  return json::serialize(json::object{
      {"templates", std::move(list)}, {"sectors", std::move(sectors)}, {"notice", template_notice().in(language)}});
}

std::string template_json(const ServiceTemplate& one, Language language) {
  json::object hints;
  for (const TemplateHint& hint : one.hints) {
    const std::string_view component = key(hint.component);
    hints[json::string_view(component.data(), component.size())] = hint.text.in(language);
  }
  return json::serialize(json::object{{"key", one.key},
                                      {"sector", one.sector},
                                      {"standing", "ours"},
                                      {"notice", template_notice().in(language)},
                                      {"hints", std::move(hints)},
                                      {"standard", standard_value(one.standard)}});
}

}  // namespace prima::catalogue
