#include "app/sample_data.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "app/instruments.h"
#include "app/sample_data_random.h"
#include "assessment/answers_reader.h"
#include "assessment/rollup_reader.h"
#include "base/csv.h"
#include "scoring/compiled.h"
#include "surveys/responses.h"

namespace prima::app {
namespace {

using Files = std::map<std::string, std::string>;

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

const instrument::Instrument& method(const std::string& id = "ombudsman/kepatuhan/2024") {
  return **find_instrument(id);
}

// What write_sample() writes, by name of file.
Files sample(SampleKind kind, std::uint64_t seed, const std::string& id = "ombudsman/kepatuhan/2024") {
  const std::filesystem::path folder =
      std::filesystem::path(testing::TempDir()) /
      (std::string("prima-sample-") + testing::UnitTest::GetInstance()->current_test_info()->name());
  const auto summary = write_sample(kind, seed, method(id), folder.string());
  EXPECT_TRUE(summary.has_value());
  Files files;
  for (const std::string& name : summary->files) files[name] = bytes_of(folder / name);
  std::filesystem::remove_all(folder);
  return files;
}

struct Shape {
  std::map<std::string, std::int64_t> institutions;  // by kind of institution
  std::set<std::string> units;
  std::int64_t products = 0;
  std::int64_t users = 0;
  std::int64_t rows = 0;
  std::int64_t not_applicable = 0;
  std::int64_t refused = 0;
};

// Counts a file whose rows stand together by unit.
Shape shape_of(const std::string& answers, const scoring::Compiled& compiled) {
  Shape shape;
  CsvReader csv(answers, "ANSWERS.csv");
  csv.next();
  std::set<std::string> institutions;
  std::string last;
  while (csv.next()) {
    const auto& row = csv.fields();
    ++shape.rows;
    const std::string name(row[0]);
    if (institutions.insert(name).second) ++shape.institutions[name.substr(0, name.rfind(' '))];
    shape.units.insert(name + "/" + std::string(row[1]));
    const std::string subject =
        name + "/" + std::string(row[1]) + "/" + std::string(row[4]) + "/" + std::string(row[5]);
    if (subject != last && !row[4].empty()) ++shape.products;
    if (subject != last && row[5].starts_with("P")) ++shape.users;
    last = subject;
    if (row[3] == "NA") ++shape.not_applicable;
    const auto indicator = compiled.find(row[2]);
    if (!indicator || !compiled.read_answer(*indicator, row[3])) ++shape.refused;
  }
  return shape;
}

TEST(SampleData, IsTheSameForTheSameSeed) {
  EXPECT_EQ(sample(SampleKind::city, 7), sample(SampleKind::city, 7));
  EXPECT_EQ(sample(SampleKind::national, 7)["ANSWERS.csv"], sample(SampleKind::national, 7)["ANSWERS.csv"]);
}

TEST(SampleData, IsAnotherForAnotherSeed) {
  Files one = sample(SampleKind::city, 1);
  Files other = sample(SampleKind::city, 2);
  for (const auto& [name, bytes] : one) EXPECT_NE(bytes, other[name]) << name;
}

// What the generator has given since it was published: a change of it must be meant.
TEST(SampleData, DrawsTheNumbersOfSplitMix64) {
  SampleRandom random(0);
  EXPECT_EQ(random.next(), 0xe220a8397b1dcdafU);
  EXPECT_EQ(random.next(), 0x6e789e6aa1b965f4U);
}

TEST(SampleData, NationHasTheMagnitudesOfARound) {
  const scoring::Compiled compiled(method());
  const Shape shape = shape_of(sample(SampleKind::national, 1)["ANSWERS.csv"], compiled);
  const std::map<std::string, std::int64_t> kinds = {{"[SINTETIS] Kementerian", 25},
                                                     {"[SINTETIS] Lembaga", 14},
                                                     {"[SINTETIS] Provinsi", 34},
                                                     {"[SINTETIS] Kota", 98},
                                                     {"[SINTETIS] Kabupaten", 416}};
  EXPECT_EQ(shape.institutions, kinds);
  EXPECT_EQ(shape.units.size(), 2366U);
  EXPECT_EQ(shape.products, 17717);
  EXPECT_EQ(shape.users, 64779);
  EXPECT_EQ(shape.refused, 0);
  EXPECT_GT(shape.not_applicable, 0);
}

TEST(SampleData, CityIsReadByEveryReader) {
  Files files = sample(SampleKind::city, 3);
  const scoring::Compiled compiled(method());
  const Shape shape = shape_of(files["ANSWERS.csv"], compiled);
  EXPECT_EQ(shape.units.size(), 7U);
  EXPECT_EQ(shape.refused, 0);
  EXPECT_TRUE(assessment::read_answers(compiled, files["ANSWERS.csv"], "ANSWERS.csv").has_value());
  const auto units = assessment::roll_up_file(method(), files["UNITS.csv"], "UNITS.csv");
  ASSERT_TRUE(units.has_value());
  EXPECT_EQ(units->front().units.size(), 7U);
  EXPECT_TRUE(surveys::read_responses(files["RESPONSES.csv"], "RESPONSES.csv").has_value());
  EXPECT_TRUE(files.contains("RESULTS.csv"));
  EXPECT_TRUE(files.contains("COSTS.csv"));
}

TEST(SampleData, EveryRowWithANameCarriesTheMark) {
  Files files = sample(SampleKind::city, 3);
  for (const char* name : {"ANSWERS.csv", "UNITS.csv", "RESULTS.csv", "RESPONSES.csv"}) {
    std::istringstream lines(files[name]);
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) ASSERT_NE(line.find("SINTETIS"), std::string::npos) << name << ": " << line;
  }
  EXPECT_NE(files["README.json"].find("\"synthetic\":true"), std::string::npos);
}

TEST(SampleData, EveryInstrumentTakesItsSample) {
  for (const std::string& id : library().ids()) {
    const scoring::Compiled compiled(method(id));
    const auto table =
        assessment::read_answers(compiled, sample(SampleKind::city, 5, id)["ANSWERS.csv"], "ANSWERS.csv");
    EXPECT_TRUE(table.has_value()) << id << ": " << (table ? "" : table.error().front().message.en);
  }
}

TEST(SampleData, SaysWhatCannotBeWritten) {
  const auto summary = write_sample(SampleKind::city, 1, method(), "/dev/null/sample");
  ASSERT_FALSE(summary.has_value());
  EXPECT_EQ(summary.error().code, "cannot_write");
}

}  // namespace
}  // namespace prima::app
