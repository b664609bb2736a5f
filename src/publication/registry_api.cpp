#include "publication/registry_api.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <numeric>
#include <vector>

#include "base/assert.h"
#include "base/csv.h"
#include "publication/registry_notes.h"
#include "publication/registry_words.h"

namespace prima::publication {

namespace {

namespace json = boost::json;

json::value text_or_null(std::string_view text) { return text.empty() ? json::value() : json::value(text); }

std::string_view key(PartKind kind) {
  switch (kind) {
    case PartKind::letter:
      return "letter";
    case PartKind::label:
      return "label";
    case PartKind::zone:
      return "zone";
    case PartKind::suffix:
      return "suffix";
  }
  PRIMA_UNREACHABLE("every kind of part has a key");
}

std::string_view key(Subject::Kind kind) {
  switch (kind) {
    case Subject::Kind::total:
      return "total";
    case Subject::Kind::unit:
      return "unit";
    case Subject::Kind::dimension:
      return "dimension";
    case Subject::Kind::average:
      return "average";
  }
  PRIMA_UNREACHABLE("every kind of subject has a key");
}

json::object part_object(const Mismatch& mismatch) {
  return {{"part", key(mismatch.kind)},
          {"printed", mismatch.printed},
          {"expected", text_or_null(mismatch.expected)},
          {"belongs_to", mismatch.owner == nullptr ? json::value() : json::value(official_category(*mismatch.owner))}};
}

json::object contradiction_object(const PublishedRow& row, const Verdict& verdict, Language language) {
  json::array parts;
  for (const Mismatch& mismatch : verdict.mismatches) parts.push_back(part_object(mismatch));
  return {{"line", row.line},
          {"institution", row.institution},
          {"year", row.year},
          {"subject", row.subject_text},
          {"score", verdict.classification->score},
          {"printed", printed_of(row, verdict)},
          {"expected", expected_of(verdict)},
          {"reason", reason(row, verdict).in(language)},
          {"instrument", verdict.instrument->id()},
          {"parts", std::move(parts)}};
}

json::object note_object(const Note& note, Language language) {
  json::array lines;
  for (const std::int64_t line : note.lines) lines.emplace_back(line);
  return {{"code", note.code}, {"lines", std::move(lines)}, {"message", note.message.in(language)}};
}

std::string_view zone_text(const instrument::Band& band) {
  return band.zone ? official_name(*band.zone) : std::string_view();
}

json::value computed_of(const Verdict& verdict) {
  if (!verdict.classification) return nullptr;
  const instrument::Band& band = *verdict.classification->band;
  return json::object{{"score", verdict.classification->score},
                      {"category", band.key},
                      {"quality", band.quality.id},
                      {"opinion", text_or_null(band.opinion.id)},
                      {"zone", text_or_null(zone_text(band))},
                      {"instrument", verdict.instrument->id()}};
}

std::string contradiction_of(const PublishedRow& row, const Verdict& verdict, Language language) {
  return verdict.mismatches.empty() ? std::string() : reason(row, verdict).in(language);
}

json::object row_object(const PublishedRow& row, const Verdict& verdict, Language language) {
  return {{"line", row.line},
          {"institution", row.institution},
          {"level", row.level == Level::other ? std::string_view(row.level_text) : official_name(row.level)},
          {"year", row.year},
          {"year_note", text_or_null(row.year_note.in(language))},
          {"subject", key(row.subject.kind)},
          {"unit", text_or_null(row.subject.name)},
          {"remark", text_or_null(row.subject.remark.in(language))},
          {"score", text_or_null(row.score_text)},
          {"zone", text_or_null(row.zone_text)},
          {"category", text_or_null(row.category_text)},
          {"source", text_or_null(row.source)},
          {"computed", computed_of(verdict)},
          {"contradiction", text_or_null(contradiction_of(row, verdict, language))}};
}

void add_field(std::string& line, std::string_view text) {
  if (!line.empty()) line += ',';
  line += csv_field(text);
}

std::string csv_line(const PublishedRow& row, const Verdict& verdict, Language language) {
  const instrument::Band* band = verdict.classification ? verdict.classification->band : nullptr;
  const std::string contradiction = contradiction_of(row, verdict, language);
  std::string line;
  for (const std::string_view text :
       {std::string_view(row.institution), std::string_view(row.level_text), std::string_view(row.year_text),
        std::string_view(row.score_text), std::string_view(row.zone_text), std::string_view(row.category_text),
        std::string_view(row.subject_text), std::string_view(row.source)}) {
    add_field(line, text);
  }
  add_field(line, band == nullptr ? "" : official_category(*band));
  add_field(line, band == nullptr ? "" : zone_text(*band));
  add_field(line, verdict.instrument->id());
  add_field(line, contradiction);
  return line;
}

std::vector<std::size_t> all_of(const RegistryCheck& check) {
  std::vector<std::size_t> rows(check.rows.size());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  return rows;
}

}  // namespace

std::string to_json(const RegistryCheck& check, Language language) {
  json::array contradictions;
  for (std::size_t i = 0; i < check.rows.size(); ++i) {
    if (check.verdicts[i].mismatches.empty()) continue;
    contradictions.push_back(contradiction_object(check.rows[i], check.verdicts[i], language));
  }
  json::array notes;
  for (const Note& note : notes_of(check)) notes.push_back(note_object(note, language));
  return json::serialize(json::object{{"rows", check.rows.size()},
                                      {"checked", check.checked()},
                                      {"contradictions", std::move(contradictions)},
                                      {"compared", check.compared()},
                                      {"notes", std::move(notes)}});
}

std::string rows_to_json(const RegistryCheck& check, std::span<const std::size_t> rows, Language language) {
  json::array list;
  for (const std::size_t i : rows) list.push_back(row_object(check.rows[i], check.verdicts[i], language));
  return json::serialize(json::object{{"rows", std::move(list)}});
}

std::string rows_to_json(const RegistryCheck& check, Language language) {
  return rows_to_json(check, all_of(check), language);
}

std::string rows_to_csv(const RegistryCheck& check, std::span<const std::size_t> rows, Language language) {
  std::string text =
      "institution,level,year,score,zone,category,dimension_or_unit,source_url,computed_category,computed_zone,"
      "instrument,contradiction\n";
  for (const std::size_t i : rows) text += csv_line(check.rows[i], check.verdicts[i], language) + '\n';
  return text;
}

std::string rows_to_csv(const RegistryCheck& check, Language language) {
  return rows_to_csv(check, all_of(check), language);
}

}  // namespace prima::publication
