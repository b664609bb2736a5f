#include "scoring/cases.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/decimal.h"
#include "scoring/cases_outcome.h"

namespace prima::scoring {

using instrument::YamlNode;
using instrument::YamlProblems;

namespace {

struct Member {
  std::string_view key;
  std::optional<std::string> CaseOutcome::*value;
};

constexpr std::array<Member, 8> members = {{{"score", &CaseOutcome::score},
                                            {"exact", &CaseOutcome::exact},
                                            {"category", &CaseOutcome::category},
                                            {"quality", &CaseOutcome::quality},
                                            {"zone", &CaseOutcome::zone},
                                            {"opinion", &CaseOutcome::opinion},
                                            {"withheld", &CaseOutcome::withheld},
                                            {"error", &CaseOutcome::error}}};

// Numbers are compared as numbers, so that "5" and "5.00" agree where the exact value is meant.
bool same(std::string_view key, const std::string& expected, const std::string& actual) {
  if (expected == actual || key != "exact") return expected == actual;
  const auto a = parse_number(expected);
  const auto b = parse_number(actual);
  return a && b && *a == *b;
}

void fail(const YamlNode& node, const std::string& name, const std::string& expectation_id,
          const std::string& expectation_en) {
  node.report("case_failed", {fmt::format("kasus \"{}\": {}", name, expectation_id),
                              fmt::format("case \"{}\": {}", name, expectation_en)});
}

void expect(const YamlNode& node, const std::string& name, const CaseOutcome& outcome) {
  node.allow_keys({"score", "exact", "category", "quality", "zone", "opinion", "withheld", "error", "findings"});
  for (const Member& member : members) {
    const YamlNode expected = node.optional(member.key);
    if (!expected.exists()) continue;
    const std::string wanted = expected.text();
    const std::string got = (outcome.*member.value).value_or("-");
    if (same(member.key, wanted, got)) continue;
    fail(expected, name, fmt::format("{} seharusnya {}, hasilnya {}", member.key, wanted, got),
         fmt::format("{} should be {}, but is {}", member.key, wanted, got));
  }
  const YamlNode findings = node.optional("findings");
  if (!findings.exists()) return;
  std::vector<std::string> wanted;
  for (const YamlNode& item : findings.items()) wanted.push_back(item.text());
  std::sort(wanted.begin(), wanted.end());
  if (wanted == outcome.findings) return;
  fail(findings, name, fmt::format("seharusnya ada {} temuan, hasilnya {}", wanted.size(), outcome.findings.size()),
       fmt::format("there should be {} findings, but there are {}", wanted.size(), outcome.findings.size()));
}

void expect_not(const YamlNode& node, const std::string& name, const CaseOutcome& outcome) {
  for (const auto& [key, value] : node.entries()) {
    for (const Member& member : members) {
      if (member.key != key || !same(key, value.text(), (outcome.*member.value).value_or("-"))) continue;
      fail(value, name, fmt::format("{} tidak boleh {}", key, value.text()),
           fmt::format("{} must not be {}", key, value.text()));
    }
  }
}

void run_case(const YamlNode& node, const Compiled& compiled) {
  node.allow_keys({"name", "source", "classify", "rollup", "answers", "expect", "expect_not"});
  const std::string name = node.required("name").text();
  CaseOutcome outcome;
  if (node.optional("classify").exists()) {
    outcome = classify_case(node.optional("classify"), compiled.instrument());
  } else if (node.optional("rollup").exists()) {
    outcome = rollup_case(node.optional("rollup"), compiled.instrument());
  } else {
    outcome = answers_case(node.required("answers"), compiled);
  }
  if (!node.optional("expect").exists() && !node.optional("expect_not").exists()) {
    fail(node, name, "tidak mengharapkan apa pun; tambahkan \"expect\"", "expects nothing; add \"expect\"");
  }
  expect(node.optional("expect"), name, outcome);
  expect_not(node.optional("expect_not"), name, outcome);
}

}  // namespace

CasesRun run_cases(const Compiled& compiled, std::string_view text, const std::string& file) {
  CasesRun run;
  YamlProblems problems{file, {}};
  const auto tree = instrument::parse_yaml(text, &problems);
  if (tree) {
    const YamlNode root(&*tree, "", tree->line, &problems);
    root.allow_keys({"format", "instrument", "cases"});
    if (root.required("format").text() != "prima-cases/1") {
      root.report("unknown_format", {"format harus \"prima-cases/1\"", "format must be \"prima-cases/1\""});
    }
    const YamlNode id = root.required("instrument");
    if (id.exists() && id.text() != compiled.instrument().id()) {
      id.report(
          "wrong_instrument",
          {fmt::format("berkas kasus ini untuk \"{}\", bukan untuk \"{}\"", id.text(), compiled.instrument().id()),
           fmt::format("these cases are for \"{}\", not for \"{}\"", id.text(), compiled.instrument().id())});
    }
    for (const YamlNode& node : root.required("cases").items()) {
      run_case(node, compiled);
      ++run.cases;
    }
  }
  run.findings = std::move(problems.findings);
  return run;
}

}  // namespace prima::scoring
