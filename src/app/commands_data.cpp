#include "app/commands_data.h"

#include <fmt/format.h>

#include <charconv>

#include "app/instruments.h"
#include "app/registry_data.h"
#include "app/sample_data.h"
#include "base/text.h"
#include "files/input_file.h"
#include "publication/registry_api.h"
#include "publication/registry_check.h"
#include "publication/registry_reader.h"
#include "publication/registry_text.h"
#include "surveys/responses.h"
#include "surveys/skm_api.h"
#include "surveys/skm_report.h"
#include "surveys/skm_text.h"

namespace prima::app {

namespace {

std::optional<std::uint64_t> whole_number(const std::string& text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional<std::uint64_t>(number) : std::nullopt;
}

Exit not_whole(std::string_view option, const Arguments& arguments) {
  return report(Finding{"not_a_number",
                        std::string(option),
                        0,
                        {"tulis bilangan bulat, misalnya 1200", "write a whole number such as 1200"}},
                arguments.language);
}

Result<surveys::SkmOptions, Finding> skm_options(const Arguments& arguments) {
  surveys::SkmOptions options;
  if (const auto word = arguments.value("--convention")) {
    const auto convention = surveys::convention(*word);
    if (!convention) {
      std::string known;
      for (const surveys::Convention one : surveys::all_conventions)
        known += (known.empty() ? "" : ", ") + std::string(surveys::id(one));
      return failure(
          Finding{"unknown_value", "--convention", 0, {"pilih salah satu dari " + known, "choose one of " + known}});
    }
    options.convention = *convention;
  }
  if (const auto word = arguments.value("--population")) {
    options.population = whole_number(*word);
    if (!options.population) {
      return failure(Finding{"not_a_number",
                             "--population",
                             0,
                             {"tulis bilangan bulat, misalnya 1200", "write a whole number such as 1200"}});
    }
  }
  return options;
}

Exit refuse_survey(const Arguments& arguments, surveys::Convention convention, const Findings& findings) {
  if (arguments.has("--json"))
    print(surveys::to_json(surveys::SkmReport{convention, {}, findings}, arguments.language) + "\n");
  return report(findings, arguments.language);
}

}  // namespace

Exit run_survey_index(const Arguments& arguments) {
  const auto options = skm_options(arguments);
  if (!options) return report(options.error(), arguments.language);
  const auto file = files::InputFile::open(arguments.words[0]);
  if (!file) return refuse_survey(arguments, options->convention, {file.error()});
  auto responses = surveys::read_responses(file->bytes(), file->name());
  if (!responses) return refuse_survey(arguments, options->convention, responses.error());
  const surveys::SkmReport result = surveys::skm_report(std::move(*responses), *options);
  print(arguments.has("--json") ? surveys::to_json(result, arguments.language) + "\n"
                                : surveys::to_text(result, arguments.language));
  return Exit::done;
}

Exit run_registry_check(const Arguments& arguments) {
  const auto file = files::InputFile::open(arguments.words[0]);
  if (!file) return report(file.error(), arguments.language);
  const publication::Rounds& rounds = registry_rounds();
  auto rows = publication::read_registry(file->bytes(), file->name(), rounds);
  if (!rows) return report(rows.error(), arguments.language);
  const publication::RegistryCheck check = publication::check_registry(std::move(*rows), rounds);
  print(arguments.has("--json") ? publication::to_json(check, arguments.language) + "\n"
                                : publication::to_text(check, arguments.language));
  return check.contradictions() == 0 ? Exit::done : Exit::findings;
}

Exit run_sample_data(const Arguments& arguments) {
  const std::string& kind = arguments.words[0];
  if (kind != "city" && kind != "national") {
    return report(Finding{"unknown_value", "sample-data", 0, {"pilih city atau national", "choose city or national"}},
                  arguments.language);
  }
  const auto out = arguments.value("--out");
  if (!out) {
    return report(Finding{"wrong_use",
                          "sample-data",
                          0,
                          {"sebutkan folder tujuan dengan --out DIR", "name the folder to write to with --out DIR"}},
                  arguments.language);
  }
  const auto seed = whole_number(arguments.value("--seed").value_or("1"));
  if (!seed) return not_whole("--seed", arguments);
  const auto method = find_instrument(arguments.value("--instrument").value_or("ombudsman/kepatuhan/2024"));
  if (!method) return report(method.error(), arguments.language);
  const auto summary = write_sample(kind == "city" ? SampleKind::city : SampleKind::national, *seed, **method, *out);
  if (!summary) return report(summary.error(), arguments.language);
  std::string text;
  for (const std::string& name : summary->files) text += *out + "/" + name + "\n";
  text += arguments.language == Language::id
              ? fmt::format("{} baris data sintetis (seed {})\n", summary->rows, *seed)
              : fmt::format("{} rows of synthetic data (seed {})\n", summary->rows, *seed);
  print(text);
  return Exit::done;
}

}  // namespace prima::app
