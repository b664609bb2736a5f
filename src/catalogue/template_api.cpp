#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <charconv>

#include "base/text.h"
#include "catalogue/standard_api.h"
#include "catalogue/standard_words.h"
#include "catalogue/template.h"
#include "instrument/yaml.h"

// The standard inside a template has the fields of its JSON form, written as YAML, so one reader knows them all.
namespace prima::catalogue {

namespace json = boost::json;

namespace {

using instrument::YamlNode;
using instrument::YamlProblems;
using instrument::YamlValue;

json::value scalar_value(const YamlValue& value) {
  if (!value.quoted) {
    std::int64_t number = 0;
    const char* end = value.scalar.data() + value.scalar.size();
    const auto read = std::from_chars(value.scalar.data(), end, number);
    if (read.ec == std::errc() && read.ptr == end) return number;
  }
  return json::value(value.scalar);
}

json::value to_json(const YamlValue& value) {
  switch (value.kind) {
    case YamlValue::Kind::null:
      return nullptr;
    case YamlValue::Kind::scalar:
      return scalar_value(value);
    case YamlValue::Kind::list: {
      json::array items;
      for (const YamlValue& item : value.items) items.push_back(to_json(item));
      return items;
    }
    case YamlValue::Kind::map: {
      json::object object;
      for (const auto& [key, member] : value.entries) object[key] = to_json(member);
      return object;
    }
  }
  return nullptr;
}

const YamlValue* member(const YamlValue& value, std::string_view name) {
  for (const auto& [key, inner] : value.entries) {
    if (key == name) return &inner;
  }
  std::size_t place = 0;
  const auto read = std::from_chars(name.data(), name.data() + name.size(), place);
  return read.ec == std::errc() && place < value.items.size() ? &value.items[place] : nullptr;
}

// The line of the value a JSON pointer leads to, or of the last one on the way that is there.
std::int64_t line_of(const YamlValue& root, std::string_view pointer) {
  const YamlValue* at = &root;
  while (pointer.starts_with('/')) {
    pointer.remove_prefix(1);
    const std::size_t end = std::min(pointer.find('/'), pointer.size());
    const YamlValue* next = member(*at, pointer.substr(0, end));
    if (next == nullptr) break;
    at = next;
    pointer.remove_prefix(end);
  }
  return at->line;
}

void add_findings(const Findings& findings, const YamlValue& standard, YamlProblems& problems) {
  for (const Finding& finding : findings) {
    problems.add(finding.code, line_of(standard, finding.file),
                 {finding.file + ": " + finding.message.id, finding.file + ": " + finding.message.en});
  }
}

void refuse_fees_and_times(const Standard& standard, const YamlNode& node) {
  const bool has_fee = standard.fees.state != FeeState::not_stated || !standard.fees.rows.empty();
  if (has_fee) {
    node.optional("fees").report("fee_in_template", {"templat tidak boleh menyebut biaya; hapus, lalu tulis petunjuk",
                                                     "a template must not state a fee; remove it and write a hint"});
  }
  const bool has_time = !standard.time.empty() || standard.complaints.answer_time.has_value() ||
                        std::any_of(standard.procedure.begin(), standard.procedure.end(),
                                    [](const Step& s) { return s.duration.has_value(); });
  if (has_time) {
    node.report("time_in_template", {"templat tidak boleh menyebut lama layanan; hapus, lalu tulis petunjuk",
                                     "a template must not state a time; remove it and write a hint"});
  }
}

std::vector<TemplateHint> read_hints(const YamlNode& node) {
  std::vector<TemplateHint> hints;
  for (const auto& [name, hint] : node.entries()) {
    const auto component = value_of<Component>(name);
    if (component) {
      hints.push_back({*component, hint.words()});
    } else {
      hint.report("unknown_component",
                  {fmt::format("\"{}\" bukan komponen standar; perbaiki namanya", shown_to_people(name)),
                   fmt::format("\"{}\" is not a component of a standard; correct its name", shown_to_people(name))});
    }
  }
  for (const Component needed : {Component::fees, Component::time}) {
    const bool there =
        std::any_of(hints.begin(), hints.end(), [&](const TemplateHint& hint) { return hint.component == needed; });
    if (!there) {
      node.report("hint_missing", {fmt::format("petunjuk untuk \"{}\" belum ada; tambahkan", key(needed)),
                                   fmt::format("there is no hint for \"{}\"; add it", key(needed))});
    }
  }
  return hints;
}

void check_head(const YamlNode& root, const ServiceTemplate& one, const std::string& file) {
  if (root.required("format").text() != "prima-service-template/1")
    root.report("bad_format",
                {"format harus \"prima-service-template/1\"", "format must be \"prima-service-template/1\""});
  if (root.required("standing").text() != "ours")
    root.report("bad_standing", {"standing harus \"ours\": templat bukan aturan resmi",
                                 "standing must be \"ours\": a template is no official rule"});
  if (one.key != file)
    root.report("bad_key", {fmt::format("kunci \"{}\" harus sama dengan nama berkas \"{}\"", one.key, file),
                            fmt::format("the key \"{}\" must be the name of the file, \"{}\"", one.key, file)});
  const auto& sectors = template_sectors();
  if (std::none_of(sectors.begin(), sectors.end(), [&](const auto& sector) { return sector.key == one.sector; }))
    root.report("unknown_sector",
                {fmt::format("bidang \"{}\" tidak dikenal; pilih salah satu bidang", one.sector),
                 fmt::format("the sector \"{}\" is not known; choose one of the sectors", one.sector)});
}

}  // namespace

Result<ServiceTemplate, Findings> read_template(std::string_view yaml, const std::string& file) {
  YamlProblems problems{file + ".yaml", {}};
  const auto value = instrument::parse_yaml(yaml, &problems);
  if (!value) return failure(std::move(problems.findings));
  const YamlNode root(&*value, "", 1, &problems);
  root.allow_keys({"format", "key", "standing", "sector", "hints", "standard"});
  ServiceTemplate one;
  one.key = root.required("key").id();
  one.sector = root.required("sector").id();
  check_head(root, one, file);
  one.hints = read_hints(root.required("hints"));
  if (const YamlValue* standard = member(*value, "standard")) {
    auto read = read_standard_value(to_json(*standard));
    if (read) {
      refuse_fees_and_times(*read, root.optional("standard"));
      one.standard = std::move(*read);
    } else {
      add_findings(read.error(), *standard, problems);
    }
  } else {
    root.required("standard");
  }
  if (!problems.findings.empty()) return failure(std::move(problems.findings));
  return one;
}

}  // namespace prima::catalogue
