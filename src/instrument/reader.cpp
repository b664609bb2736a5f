#include "instrument/reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "instrument/content_hash.h"
#include "instrument/reader_parts.h"

namespace prima::instrument {

namespace {

constexpr NameTable<Standing, 3> standings = {
    {{"official", Standing::official}, {"inferred", Standing::inferred}, {"ours", Standing::ours}}};
constexpr NameTable<LevelAggregate, 4> aggregates = {{{"weighted_dimensions", LevelAggregate::weighted_dimensions},
                                                      {"mean_of_units", LevelAggregate::mean_of_units},
                                                      {"mean_of_products", LevelAggregate::mean_of_products},
                                                      {"mean_of_institutions", LevelAggregate::mean_of_institutions}}};
constexpr NameTable<RoundingMode, 3> rounding_modes = {
    {{"half_up", RoundingMode::half_up}, {"half_even", RoundingMode::half_even}, {"down", RoundingMode::down}}};
constexpr NameTable<int, 6> reference_kinds = {
    {{"law", 0}, {"regulation", 1}, {"guideline", 2}, {"report", 3}, {"news", 4}, {"secondary", 5}}};

void expect_format(const YamlNode& root) {
  const YamlNode format = root.required("format");
  if (format.exists() && format.text() != "prima-instrument/1") {
    format.report("unknown_format", {"format harus \"prima-instrument/1\"", "format must be \"prima-instrument/1\""});
  }
}

// One or two ids with a slash between them.
std::string read_family(const YamlNode& node) {
  const std::string text = node.text();
  const std::size_t slash = text.find('/');
  const auto good = [](std::string_view part) {
    return !part.empty() && part.size() <= 64 &&
           part.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.") == std::string_view::npos &&
           part.front() != '.' && part.front() != '-';
  };
  const bool well_formed =
      slash == std::string::npos ? good(text) : good(text.substr(0, slash)) && good(text.substr(slash + 1));
  if (node.exists() && !well_formed) {
    node.report("bad_id", {"id instrumen ditulis \"lembaga/nama\", misalnya ombudsman/kepatuhan",
                           "the id of an instrument is written \"authority/slug\", such as ombudsman/kepatuhan"});
  }
  return text;
}

std::vector<Reference> read_references(const YamlNode& list) {
  std::vector<Reference> references;
  for (const YamlNode& item : list.items()) {
    item.allow_keys({"id", "kind", "title", "cite", "url"});
    Reference reference;
    reference.id = item.required("id").id();
    const YamlNode kind = item.required("kind");
    read_name(kind, reference_kinds);
    reference.kind = kind.text();
    reference.title = item.required("title").words();
    reference.cite = item.required("cite").text();
    reference.url = item.optional("url").text();
    reference.line = item.line();
    references.push_back(std::move(reference));
  }
  return references;
}

Rounding read_rounding(const YamlNode& node) {
  constexpr int most_places = 9;
  node.allow_keys({"places", "mode"});
  Rounding rounding;
  rounding.places = node.required("places").whole();
  rounding.mode = read_name(node.required("mode"), rounding_modes);
  if (rounding.places < 0 || rounding.places > most_places) {
    node.report("bad_places", {fmt::format("{}: places harus 0 sampai {}", node.path(), most_places),
                               fmt::format("{}: places must be 0 to {}", node.path(), most_places)});
    rounding.places = 2;
  }
  return rounding;
}

Level read_level(const YamlNode& node, std::initializer_list<LevelAggregate> allowed) {
  node.allow_keys({"aggregate", "rounding", "standing", "references", "note"});
  Level level;
  const YamlNode aggregate = node.required("aggregate");
  level.aggregate = read_name(aggregate, aggregates);
  if (aggregate.exists() && std::find(allowed.begin(), allowed.end(), level.aggregate) == allowed.end()) {
    aggregate.report("unknown_value", {fmt::format("{}: cara ini tidak berlaku pada tingkat ini", aggregate.path()),
                                       fmt::format("{}: this way does not apply at this level", aggregate.path())});
    level.aggregate = *allowed.begin();
  }
  const YamlNode rounding = node.required("rounding");
  if (rounding.exists()) level.rounding = read_rounding(rounding);
  level.mark = read_mark(node);
  level.line = node.line();
  return level;
}

void read_levels(const YamlNode& node, Instrument& instrument) {
  if (!node.exists()) return;
  node.allow_keys({"unit", "institution", "province", "national"});
  instrument.unit = read_level(node.required("unit"), {LevelAggregate::weighted_dimensions});
  instrument.institution =
      read_level(node.required("institution"), {LevelAggregate::mean_of_units, LevelAggregate::mean_of_products});
  for (const auto& [key, level] :
       {std::pair{"province", &instrument.province}, std::pair{"national", &instrument.national}}) {
    const YamlNode wider = node.optional(key);
    if (wider.exists()) *level = read_level(wider, {LevelAggregate::mean_of_institutions});
  }
}

void read_identity(const YamlNode& root, Instrument& instrument) {
  instrument.family = read_family(root.required("id"));
  instrument.version = root.required("version").text();
  instrument.title = root.required("title").words();
  instrument.summary = root.required("summary").words();
  const YamlNode authority = root.required("authority");
  authority.allow_keys({"name", "url"});
  instrument.authority = authority.required("name").words();
  instrument.authority_url = authority.optional("url").text();
  const YamlNode valid = root.required("valid");
  valid.allow_keys({"from", "to"});
  instrument.valid_from = valid.required("from").date().value_or(Date{});
  if (valid.optional("to").exists()) instrument.valid_to = valid.optional("to").date();
}

void read_scope(const YamlNode& root, Instrument& instrument) {
  const YamlNode scale = root.required("scale");
  scale.allow_keys({"min", "max"});
  instrument.scale_min = scale.required("min").number();
  instrument.scale_max = scale.required("max").number();
  instrument.scale_line = scale.line();
  const YamlNode samples = root.optional("samples");
  samples.allow_keys({"products", "respondents"});
  instrument.samples_products = samples.optional("products").flag();
  instrument.samples_respondents = samples.optional("respondents").flag();
  for (const YamlNode& item : root.optional("roles").items()) {
    item.allow_keys({"id", "name"});
    instrument.roles.push_back(Role{item.required("id").id(), item.required("name").words(), item.line()});
  }
}

}  // namespace

Standing read_standing(const YamlNode& node) { return read_name(node, standings); }

Mark read_mark(const YamlNode& node) {
  Mark mark;
  mark.standing = read_standing(node.required("standing"));
  mark.references = node.optional("references").ids();
  mark.note = node.optional("note").words();
  return mark;
}

Result<Instrument, Findings> read_instrument(std::string_view text, const std::string& file) {
  YamlProblems problems{file, {}};
  const auto tree = parse_yaml(text, &problems);
  if (!tree) return failure(std::move(problems.findings));

  const YamlNode root(&*tree, "", tree->line, &problems);
  Instrument instrument;
  instrument.file = file;
  instrument.hash = content_hash(text);
  root.allow_keys({"format", "id", "version", "title", "summary", "authority", "valid", "references", "scale",
                   "samples", "roles", "ladders", "levels", "dimensions", "bands", "second_axis", "gates", "retired"});
  expect_format(root);
  read_identity(root, instrument);
  instrument.references = read_references(root.required("references"));
  read_scope(root, instrument);
  read_ladders(root.optional("ladders"), instrument);
  read_levels(root.required("levels"), instrument);
  read_dimensions(root.required("dimensions"), instrument);
  read_bands(root.required("bands"), instrument);
  read_second_axis(root.optional("second_axis"), instrument);
  read_gates(root.optional("gates"), instrument);
  instrument.retired = root.optional("retired").ids();

  if (!problems.findings.empty()) return failure(std::move(problems.findings));
  return instrument;
}

}  // namespace prima::instrument
