#include "app/commands_score.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "app/instruments.h"
#include "assessment/answers_reader.h"
#include "assessment/rollup_reader.h"
#include "assessment/score_api.h"
#include "base/decimal.h"
#include "base/rounding.h"
#include "base/text.h"
#include "files/input_file.h"

namespace prima::app {

using assessment::ScoredTable;
using instrument::Instrument;
using scoring::Classification;
using scoring::Compiled;

namespace {

// Findings go to standard error in one line, and with --json all of them to standard output as well.
Exit refuse(const Arguments& arguments, const Instrument& method, const Findings& findings) {
  if (arguments.has("--json")) print(assessment::findings_json(method, findings, arguments.language) + "\n");
  return report(findings, arguments.language);
}

std::string line_of(const std::string& name, const std::optional<Classification>& result, Language language) {
  if (!result) return fmt::format("{}: {}\n", name, language == Language::id ? "tidak dinilai" : "not assessed");
  std::string line = fmt::format("{}: {}  {} {}", name, with_decimal_mark(result->score, language), result->band->key,
                                 result->band->quality.in(language));
  if (result->band->zone)
    line += fmt::format(", {} {}", language == Language::id ? "zona" : "zone",
                        instrument::words(*result->band->zone).in(language));
  if (!result->opinion.empty()) line += ", " + result->opinion.in(language);
  if (result->certificate_withheld)
    line += language == Language::id ? ", sertifikat ditahan" : ", certificate withheld";
  return line + "\n";
}

std::string table_text(const ScoredTable& table, Language language) {
  std::string text;
  for (std::size_t i = 0; i < table.scores.size(); ++i) {
    const scoring::InstitutionAnswers& answers = table.answers.institutions[i];
    text += line_of(answers.institution, table.scores[i].classification, language);
    for (std::size_t k = 0; k < answers.units.size(); ++k) {
      const scoring::UnitScore& unit = table.scores[i].units[k];
      text +=
          "  " + line_of(answers.units[k].unit,
                         unit.assessed ? std::optional<Classification>(unit.classification) : std::nullopt, language);
    }
  }
  for (const Finding& finding : table.findings) text += "! " + to_text(finding, language) + "\n";
  return text;
}

Finding unknown_name(const std::string& what_id, const std::string& what_en, const std::string& name,
                     const std::vector<std::string>& known) {
  const auto near = closest(name, known);
  return Finding{"unknown_name",
                 "--explain",
                 0,
                 {fmt::format("{} \"{}\" tidak ada dalam berkas{}", what_id, shown_to_people(name),
                              near ? fmt::format("; mungkin maksudnya \"{}\"?", *near) : "; periksa namanya"),
                  fmt::format("the file has no {} \"{}\"{}", what_en, shown_to_people(name),
                              near ? fmt::format("; did you mean \"{}\"?", *near) : "; check the name")}};
}

// What --explain names: an institution, or one of its units after a "/". Names may hold slashes themselves.
Result<scoring::TraceNode, Finding> explain(const Compiled& compiled, const assessment::AnswerTable& table,
                                            const std::string& name) {
  std::vector<std::string> institutions;
  for (const scoring::InstitutionAnswers& answers : table.institutions) {
    if (answers.institution == name) return scoring::explain_institution(compiled, answers);
    institutions.push_back(answers.institution);
    if (!name.starts_with(answers.institution + "/")) continue;
    const std::string unit_name = name.substr(answers.institution.size() + 1);
    std::vector<std::string> units;
    for (const scoring::UnitAnswers& unit : answers.units) {
      if (unit.unit == unit_name) return scoring::explain_unit(compiled, unit);
      units.push_back(unit.unit);
    }
    return failure(unknown_name("unit", "unit", unit_name, units));
  }
  return failure(unknown_name("instansi", "institution", name, institutions));
}

}  // namespace

Exit run_score(const Arguments& arguments) {
  const auto method = find_instrument(arguments.words[0]);
  if (!method) return report(method.error(), arguments.language);
  const auto file = files::InputFile::open(arguments.words[1]);
  if (!file) return refuse(arguments, **method, {file.error()});
  const Compiled compiled(**method);
  const assessment::Shares shares{.threads = std::max(std::thread::hardware_concurrency(), 1U)};
  auto table = assessment::read_answers(compiled, file->bytes(), file->name(), shares);
  if (!table) return refuse(arguments, **method, table.error());

  if (const auto name = arguments.value("--explain")) {
    const auto trace = explain(compiled, *table, *name);
    if (!trace) return refuse(arguments, **method, {trace.error()});
    print(arguments.has("--json") ? assessment::trace_json(**method, *trace, arguments.language) + "\n"
                                  : scoring::to_text(*trace, **method, arguments.language));
    return Exit::done;
  }
  const ScoredTable scored = assessment::score_table(compiled, std::move(*table), shares.threads);
  print(arguments.has("--json") ? assessment::to_json(compiled, scored, arguments.language, shares.threads) + "\n"
                                : table_text(scored, arguments.language));
  return Exit::done;
}

Exit run_rollup(const Arguments& arguments) {
  const auto method = find_instrument(arguments.words[0]);
  if (!method) return report(method.error(), arguments.language);
  const auto file = files::InputFile::open(arguments.words[1]);
  if (!file) return refuse(arguments, **method, {file.error()});
  const auto results = assessment::roll_up_file(**method, file->bytes(), file->name());
  if (!results) return refuse(arguments, **method, results.error());
  if (arguments.has("--json")) {
    print(assessment::rollup_json(**method, *results, arguments.language) + "\n");
    return Exit::done;
  }
  std::string text;
  for (const assessment::RolledUp& result : *results)
    text += line_of(result.institution, result.classification, arguments.language);
  print(text);
  return Exit::done;
}

Exit run_classify(const Arguments& arguments) {
  const auto method = find_instrument(arguments.words[0]);
  if (!method) return report(method.error(), arguments.language);
  std::optional<instrument::Oversight> oversight;
  if (const auto word = arguments.value("--oversight")) {
    oversight = instrument::oversight(*word);
    if (!oversight) {
      return report(
          Finding{
              "unknown_value", "--oversight", 0, {"pilih followed, open atau none", "choose followed, open or none"}},
          arguments.language);
    }
  }
  std::vector<Classification> results;
  for (std::size_t i = 1; i < arguments.words.size(); ++i) {
    const std::string& word = arguments.words[i];
    const auto score = parse_decimal(word);
    if (!score)
      return report(Finding{"bad_score", fmt::format("SCORE {}", i), 0, describe(score.error(), word)},
                    arguments.language);
    if (!scoring::on_scale(**method, *score)) {
      const std::string from = plain((*method)->scale_min);
      const std::string to = plain((*method)->scale_max);
      return report(Finding{"score_off_scale",
                            fmt::format("SCORE {}", i),
                            0,
                            {fmt::format("{} di luar skala {} sampai {}", shown_to_people(word), from, to),
                             fmt::format("{} is outside the scale {} to {}", shown_to_people(word), from, to)}},
                    arguments.language);
    }
    results.push_back(scoring::classify(**method, (*method)->institution, *score, oversight));
  }
  if (arguments.has("--json")) {
    print(assessment::classify_json(results) + "\n");
    return Exit::done;
  }
  std::string text;
  for (std::size_t i = 0; i < results.size(); ++i)
    text += line_of(arguments.words[i + 1], results[i], arguments.language);
  print(text);
  return Exit::done;
}

}  // namespace prima::app
