#include "catalogue/charter_api.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "catalogue/standard_value_api.h"

namespace prima::catalogue {

namespace json = boost::json;

template <typename V>
void fields(V& visit, Is<CharterOwnText> auto& own) {
  visit("part", own.part, needed_key);
  visit("text", own.text, Limit{.longest = 600, .required = true});
}

template <typename V>
void fields(V& visit, Is<CharterNames> auto& names) {
  visit("unit", names.unit, one_line);
  visit("institution", names.institution, one_line);
  visit("place", names.place, Limit{.longest = 100});
  visit("date", names.date, Limit{});
  visit("signer_post", names.signer_post, one_line);
  visit("signer_name", names.signer_name, one_line);
  visit("compensation", names.compensation, Limit{});
  visit("complaints", names.complaints, one_line);
  visit("own_texts", names.own_texts, Limit{.most = 20});
}

std::string charter_names_json(const CharterNames& names) { return json::serialize(ValueWriter::value_of(names)); }

Result<CharterNames, Findings> read_charter_names(std::string_view text) {
  json::error_code problem;
  json::parse_options options;
  options.max_depth = 6;
  const json::value value = json::parse(json::string_view(text.data(), text.size()), problem, {}, options);
  if (problem)
    return failure(Findings{{"not_json",
                             "",
                             0,
                             {"kiriman ini bukan JSON yang benar: " + problem.message(),
                              "this is not correct JSON: " + problem.message()}}});
  CharterNames names;
  Findings findings;
  ValueReader(&findings).read(value, "", names, needed);
  if (!findings.empty()) return failure(std::move(findings));
  return names;
}

std::string charter_json(const Charter& charter, Language language) {
  json::array paragraphs;
  for (const CharterParagraph& one : charter.paragraphs)
    paragraphs.push_back(json::object{{"id", one.id}, {"text", one.text.in(language)}});
  return json::serialize(json::object{{"title", charter.title.in(language)},
                                      {"paragraphs", std::move(paragraphs)},
                                      {"place_and_date", charter.place_and_date.in(language)},
                                      {"signer_post", charter.signer_post.in(language)},
                                      {"signer_name", charter.signer_name}});
}

}  // namespace prima::catalogue
