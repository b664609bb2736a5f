// Runs the program itself: exit codes, what stands on standard output and on standard error, for good and for bad
// input.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "app/command.h"

namespace prima::app {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

struct Ran {
  int code = -1;
  std::string out;
  std::string err;
};

std::string slurp(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

class Program : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("prima-program-test-" + std::to_string(::getpid()) + "-" +
                                           testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string file(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return (folder_ / name).string();
  }

  Ran run(const std::string& arguments) {
    const fs::path err = folder_ / "stderr";
    const std::string line = std::string(PRIMA_PROGRAM) + " " + arguments + " 2>" + err.string();
    FILE* pipe = ::popen(line.c_str(), "r");
    Ran ran;
    std::vector<char> part(1U << 16U);
    for (std::size_t got = 0; (got = std::fread(part.data(), 1, part.size(), pipe)) > 0;)
      ran.out.append(part.data(), got);
    const int status = ::pclose(pipe);
    ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + status;
    ran.err = slurp(err);
    return ran;
  }

  fs::path folder_;
};

const std::string pekppp = "pekppp/f02a/2022";

std::string pekppp_answers(const std::string& first_value) {
  std::string csv = "institution,unit,indicator,value\n";
  for (int k = 1; k <= 31; ++k)
    csv += "Kota,Unit,f02-" + std::string(k < 10 ? "0" : "") + std::to_string(k) + "," +
           (k == 1 ? first_value : std::to_string(k % 6)) + "\n";
  return csv;
}

TEST_F(Program, PekpppCheckValueIsExact) {
  const Ran ran = run("score " + pekppp + " " + file("a.csv", pekppp_answers("1")) + " --json");
  ASSERT_EQ(ran.code, 0) << ran.err;
  const json::object result = json::parse(ran.out).at("results").at(0).as_object();
  EXPECT_EQ(result.at("exact"), "6029/2500");  // 2.4116
  EXPECT_EQ(result.at("score"), "2.41");
  EXPECT_EQ(result.at("category"), "C-");
}

TEST_F(Program, FourUnitsOfLombokTimurGiveThePublishedScore) {
  const Ran ran =
      run("rollup ombudsman/kepatuhan/2022 " +
          file("u.csv", "institution,unit,score\nLotim,a,62.41\nLotim,b,61.21\nLotim,c,75.41\nLotim,d,76.27\n") +
          " --json");
  ASSERT_EQ(ran.code, 0) << ran.err;
  const json::object result = json::parse(ran.out).at("results").at(0).as_object();
  EXPECT_EQ(result.at("score"), "68.82");
  EXPECT_EQ(result.at("exact"), "2753/40");
}

TEST_F(Program, TheOpinionNeedsOversightToBeFollowedUp) {
  const Ran followed = run("classify ombudsman/opini/2025 85.04 --oversight followed --json");
  EXPECT_EQ(json::parse(followed.out).at("results").at(0).at("opinion"), "Kualitas Tinggi Tanpa Maladministrasi");
  const Ran open = run("classify ombudsman/opini/2025 85.04 --oversight open --json");
  EXPECT_EQ(json::parse(open.out).at("results").at(0).at("opinion"), "Kualitas Tinggi");
  EXPECT_EQ(json::parse(open.out).at("results").at(0).at("certificate_withheld"), true);
}

TEST_F(Program, RegistryCheckFindsTheOneWrongLabelByItself) {
  const Ran ran = run("registry check " PRIMA_SOURCE_DIR "/reference/published_results.csv --json");
  EXPECT_EQ(ran.code, 1);
  const json::value document = json::parse(ran.out);
  ASSERT_EQ(document.at("contradictions").as_array().size(), 1U);
  EXPECT_EQ(document.at("contradictions").at(0).at("institution"), "Kota Pangkalpinang");
  EXPECT_NE(document.at("contradictions").at(0).at("reason").as_string().find("milik B"), std::string::npos);
}

TEST_F(Program, BadInputIsRefusedWithItsLineAndNothingOnStandardOutput) {
  struct Row {
    std::string name;
    std::string arguments;
    std::vector<std::string> words;  // that standard error must hold
  };
  const std::string missing_column = file("column.csv", "institution,unit,indikator,value\nA,B,f02-01,1\n");
  const std::string nul = file(
      "nul.csv", std::string("institution,unit,indicator,value\nA,B,f02-01,1\nA,B,f02") + std::string(1, 0) + ",1\n");
  const std::string long_line =
      file("long.csv", "institution,unit,indicator,value\n" + std::string(3U << 20U, 'x') + "\n");
  const std::vector<Row> rows = {
      {"no such file", "score " + pekppp + " " + (folder_ / "none.csv").string(), {"none.csv", "tidak ada"}},
      {"unknown instrument", "score pekppp/f02a/2023 " + missing_column, {"pekppp/f02a/2022"}},
      {"wrong column", "score " + pekppp + " " + missing_column, {"column.csv:1", "indikator", "indicator"}},
      {"decimal comma",
       "score " + pekppp + " " + file("comma.csv", pekppp_answers("\"3,5\"")),
       {"comma.csv:2", "koma"}},
      {"not a number", "score " + pekppp + " " + file("nan.csv", pekppp_answers("NaN")), {"nan.csv:2", "NaN"}},
      {"exponent", "score " + pekppp + " " + file("exp.csv", pekppp_answers("1e999")), {"exp.csv:2", "1e999"}},
      {"off the ladder", "score " + pekppp + " " + file("six.csv", pekppp_answers("6")), {"six.csv:2"}},
      {"given twice",
       "score " + pekppp + " " + file("twice.csv", pekppp_answers("1") + "Kota,Unit,f02-01,2\n"),
       {"twice.csv:33", "sudah ada"}},
      {"cut off",
       "score " + pekppp + " " + file("cut.csv", "institution,unit,indicator,value\nA,B,f02-0"),
       {"cut.csv:2"}},
      {"wrong encoding",
       "score " + pekppp + " " + file("latin.csv", "institution,unit,indicator,value\nA,Caf\xE9,f02-01,1\n"),
       {"latin.csv:2", "UTF-8"}},
      {"NUL byte", "score " + pekppp + " " + nul, {"nul.csv:3", "NUL"}},
      {"endless line", "score " + pekppp + " " + long_line, {"long.csv:2"}},
      {"empty file", "score " + pekppp + " " + file("empty.csv", ""), {"empty.csv"}},
      {"unknown unit to explain",
       "score " + pekppp + " " + file("ok.csv", pekppp_answers("1")) + " --explain Kota/Lain",
       {"Lain"}},
      {"score off the scale", "classify ombudsman/kepatuhan/2023 100.005", {"100.005", "skala"}},
      {"score with comma", "classify ombudsman/kepatuhan/2023 91,70", {"koma"}},
      {"score NaN", "classify ombudsman/kepatuhan/2023 NaN", {"NaN"}},
      {"unit score off the scale",
       "rollup ombudsman/kepatuhan/2023 " + file("off.csv", "institution,unit,score\nA,B,101\n"),
       {"off.csv:2", "skala"}},
      {"survey answer 5",
       "survey index " + file("five.csv", "resp,U1,U2,U3,U4,U5,U6,U7,U8,U9\n1,5,1,1,1,1,1,1,1,1\n"),
       {"five.csv:2", "U1"}},
      {"an address that is not one", "serve --listen somewhere", {"--listen", "somewhere"}},
      {"an address of another machine", "serve --listen 192.0.2.1:8099", {"192.0.2.1:8099"}},
      {"unknown command", "scor", {"score"}},
      {"unknown option", "score --jsno a b", {"--json"}},
      {"a folder", "score " + pekppp + " " + folder_.string(), {"folder"}},
  };
  for (const Row& row : rows) {
    const Ran ran = run(row.arguments);
    EXPECT_EQ(ran.code, 2) << row.name << ": " << ran.err;
    EXPECT_EQ(ran.out, "") << row.name;
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << row.name << ": " << ran.err;
    for (const std::string& word : row.words)
      EXPECT_NE(ran.err.find(word), std::string::npos) << row.name << ": " << ran.err;
  }
}

TEST_F(Program, SampleDataIsTheSameForTheSameSeed) {
  ASSERT_EQ(run("sample-data city --seed 7 --out " + (folder_ / "one").string()).code, 0);
  ASSERT_EQ(run("sample-data city --seed 7 --out " + (folder_ / "two").string()).code, 0);
  ASSERT_EQ(run("sample-data city --seed 8 --out " + (folder_ / "three").string()).code, 0);
  EXPECT_EQ(slurp(folder_ / "one" / "ANSWERS.csv"), slurp(folder_ / "two" / "ANSWERS.csv"));
  EXPECT_NE(slurp(folder_ / "one" / "ANSWERS.csv"), slurp(folder_ / "three" / "ANSWERS.csv"));
  EXPECT_NE(slurp(folder_ / "one" / "README.json").find("\"synthetic\":true"), std::string::npos);
}

TEST_F(Program, EveryShippedInstrumentPassesLintWithItsCases) {
  std::string files;
  for (const auto& entry : fs::recursive_directory_iterator(PRIMA_SOURCE_DIR "/instruments")) {
    if (entry.path().filename() == "instrument.yaml") files += " " + entry.path().string();
  }
  const Ran ran = run("instrument lint --json" + files);
  EXPECT_EQ(ran.code, 0) << ran.out.substr(0, 2000);
  EXPECT_GT(json::parse(ran.out).at("cases").to_number<int>(), 500);
}

TEST_F(Program, ShowGivesOfficialNamesAndExactWeights) {
  const json::value shown = json::parse(run("instrument show skm/2017 --json").out);
  EXPECT_EQ(shown.at("indicators").at(0).at("weight"), "1/9");
  EXPECT_EQ(shown.at("bands").at(0).at("quality"), "Sangat Baik");
  EXPECT_EQ(shown.at("rounding").at("mode"), "half_up");
}

TEST_F(Program, HelpAndManualKnowEveryCommandInBothLanguages) {
  for (const std::string language : {"id", "en"}) {
    const std::string help_text = run("--help --lang " + language).out;
    const std::string manual = run("man --lang " + language).out;
    for (const Command& command : commands()) {
      EXPECT_NE(help_text.find(command.name), std::string::npos) << command.name;
      EXPECT_FALSE(command.summary.id.empty() || command.summary.en.empty()) << command.name;
      EXPECT_NE(manual.find("prima"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace prima::app
