#include "app/commands_instrument.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "app/instruments.h"
#include "files/input_file.h"
#include "instrument/diff.h"
#include "instrument/lint.h"
#include "instrument/reader.h"
#include "instrument/show_api.h"
#include "instrument/show_text.h"
#include "scoring/cases.h"

namespace prima::app {

using instrument::Instrument;

namespace {

// What lint found in some files, and how many cases were run.
struct LintResult {
  Findings findings;
  std::size_t cases = 0;

  void add(const Findings& more) { findings.insert(findings.end(), more.begin(), more.end()); }
};

// The case files beside an instrument: <folder>/cases/*.yaml.
std::vector<std::string> case_files(const std::string& instrument_path) {
  namespace fs = std::filesystem;
  std::vector<std::string> paths;
  std::error_code error;
  for (fs::directory_iterator entry(fs::path(instrument_path).parent_path() / "cases", error), end;
       !error && entry != end; entry.increment(error)) {
    if (entry->path().extension() == ".yaml") paths.push_back(entry->path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void lint_cases(const Instrument& instrument, const std::string& path, LintResult& result) {
  const scoring::Compiled compiled(instrument);
  for (const std::string& cases_path : case_files(path)) {
    const auto file = files::InputFile::open(cases_path);
    if (!file) {
      result.findings.push_back(file.error());
      continue;
    }
    const scoring::CasesRun run = scoring::run_cases(compiled, file->bytes(), cases_path);
    result.cases += run.cases;
    result.add(run.findings);
  }
}

// The relatives of an instrument: those of the program, and those of the same call.
std::vector<const Instrument*> relatives_of(const Instrument& instrument, const std::vector<Instrument>& others) {
  std::vector<const Instrument*> relatives = library().family(instrument);
  for (const Instrument& other : others) relatives.push_back(&other);
  return relatives;
}

Exit print_lint(const Arguments& arguments, std::size_t files, const LintResult& result) {
  const Language language = arguments.language;
  if (arguments.has("--json")) {
    print(instrument::lint_json(result.findings, result.cases, language) + "\n");
  } else {
    std::string text;
    for (const Finding& finding : result.findings) text += to_text(finding, language) + "\n";
    text += language == Language::id ? fmt::format("{} berkas diperiksa, {} kasus dijalankan, {} temuan\n", files,
                                                   result.cases, result.findings.size())
                                     : fmt::format("{} files checked, {} cases run, {} findings\n", files, result.cases,
                                                   result.findings.size());
    print(text);
  }
  return result.findings.empty() ? Exit::done : Exit::findings;
}

}  // namespace

Exit run_instrument_list(const Arguments& arguments) {
  std::vector<const Instrument*> all;
  for (const std::string& id : library().ids()) all.push_back(library().find(id));
  if (arguments.has("--json")) {
    print(instrument::list_json(all) + "\n");
    return Exit::done;
  }
  std::string text;
  for (const Instrument* one : all) text += fmt::format("{:<34} {}\n", one->id(), one->title.in(arguments.language));
  print(text);
  return Exit::done;
}

Exit run_instrument_show(const Arguments& arguments) {
  const auto method = find_instrument(arguments.words[0]);
  if (!method) return report(method.error(), arguments.language);
  print(arguments.has("--json") ? instrument::show_json(**method) + "\n"
                                : instrument::to_text(**method, arguments.language));
  return Exit::done;
}

Exit run_instrument_lint(const Arguments& arguments) {
  LintResult result;
  std::vector<Instrument> readable;
  for (const std::string& path : arguments.words) {
    const auto file = files::InputFile::open(path);
    if (!file) return report(file.error(), arguments.language);
    auto read = instrument::read_instrument(file->bytes(), path);
    if (read) {
      readable.push_back(std::move(*read));
    } else {
      result.add(read.error());
    }
  }
  for (const Instrument& instrument : readable) {
    const Findings findings = instrument::lint(instrument, relatives_of(instrument, readable));
    result.add(findings);
    if (findings.empty())
      lint_cases(instrument, instrument.file, result);  // cases mean nothing while the method is broken
  }
  return print_lint(arguments, arguments.words.size(), result);
}

Exit run_instrument_diff(const Arguments& arguments) {
  const auto before = find_instrument(arguments.words[0]);
  if (!before) return report(before.error(), arguments.language);
  const auto after = find_instrument(arguments.words[1]);
  if (!after) return report(after.error(), arguments.language);
  const auto changes = instrument::diff(**before, **after);
  print(arguments.has("--json") ? instrument::diff_json(changes, arguments.language) + "\n"
                                : instrument::to_text(changes, arguments.language));
  return Exit::done;
}

}  // namespace prima::app
