// Promise: the engine alone scores at least 100 million answers a second on one core, for answers in memory and a
// compiled instrument.
//
//   score_engine [--runs N]
//
// Prints one line for each shape: the median of the runs in answers a second, and the ratio of its time to a plain
// vectorised sum over the same bytes, measured in turn with it. Scoring means: every answer checked to be one, the
// exact score of each dimension and unit, rounded and classified. "national" has the size of a national round: 2,366
// units and 64,779 respondents; "one row" is the worst case, a unit for each 31 answers, and promises nothing. Exit
// code 1 when the promise is broken, 2 when an instrument cannot be read.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <random>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "instrument/reader.h"
#include "scoring/batch.h"

namespace {

using namespace prima;

constexpr double promised_answers_a_second = 100e6;

struct Shape {
  std::string_view name;
  std::string_view instrument;
  std::uint64_t units;
  std::uint64_t rows;
  bool promised;
};

constexpr Shape shapes[] = {
    {"Ombudsman 2023, national", "ombudsman/kepatuhan/2023", 2'366, 64'779, true},
    {"PEKPPP F-02, national", "pekppp/f02a/2022", 2'366, 64'779, true},
    {"PEKPPP F-02, 100 million", "pekppp/f02a/2022", 32'258, 3'225'800, true},
    {"PEKPPP F-02, one row", "pekppp/f02a/2022", 64'779, 64'779, false},
};

instrument::Instrument load(std::string_view id) {
  const std::string path = fmt::format("{}/instruments/{}/instrument.yaml", PRIMA_SOURCE_DIR, id);
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  auto read = instrument::read_instrument(text.str(), path);
  if (read) return std::move(*read);
  for (const Finding& finding : read.error()) fmt::print(stderr, "{}\n", to_text(finding, Language::en));
  std::exit(2);
}

std::size_t places_of(const instrument::Indicator& indicator) {
  return indicator.choices.empty() ? indicator.thresholds.size() : indicator.choices.size();
}

// Random places everywhere; the columns that hold no places are missing.
std::vector<std::uint8_t> random_answers(const instrument::Instrument& instrument, std::uint64_t rows) {
  std::mt19937 random(2023);
  std::vector<std::uint8_t> answers;
  answers.reserve(rows * instrument.indicators.size());
  for (std::uint64_t row = 0; row < rows; ++row) {
    for (const instrument::Indicator& indicator : instrument.indicators) {
      const std::size_t places = places_of(indicator);
      answers.push_back(places == 0 ? scoring::matrix_missing : static_cast<std::uint8_t>(random() % places));
    }
  }
  return answers;
}

std::vector<std::uint64_t> equal_units(std::uint64_t units, std::uint64_t rows) {
  std::vector<std::uint64_t> begin;
  for (std::uint64_t unit = 0; unit <= units; ++unit) begin.push_back(rows * unit / units);
  return begin;
}

// The compiler makes it as wide as the target it builds for allows.
std::uint64_t plain_sum(std::span<const std::uint8_t> bytes) {
  std::uint64_t sum = 0;
  for (const std::uint8_t byte : bytes) sum += byte;
  return sum;
}

double seconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

struct Measurement {
  double engine = 0;
  double sum = 0;
};

// Both in turn, so that whatever disturbs the machine disturbs both; the first round warms up and does not count.
Measurement measure(const scoring::Compiled& compiled, const scoring::AnswerMatrix& matrix, unsigned runs) {
  std::vector<double> engine;
  std::vector<double> sum;
  std::uint64_t expected = 0;
  for (unsigned run = 0; run <= runs; ++run) {
    std::uint64_t total = 0;
    const double sum_time = seconds([&] { total = plain_sum(matrix.answers); });
    if (run > 0 && total != expected) std::abort();  // and so that the sum is not optimised away
    expected = total;
    const double engine_time = seconds([&] {
      if (!scoring::score_matrix(compiled, matrix)) std::abort();
    });
    if (run == 0) continue;
    engine.push_back(engine_time);
    sum.push_back(sum_time);
  }
  return {.engine = median(engine), .sum = median(sum)};
}

}  // namespace

int main(int argc, char** argv) {
  unsigned runs = 9;
  if (argc == 3 && std::string_view(argv[1]) == "--runs")
    runs = std::max(1U, static_cast<unsigned>(std::strtoul(argv[2], nullptr, 10)));
  fmt::print("# one core, median of {} runs\n", runs);
  fmt::print("{:<26} {:>7} {:>9} {:>11} {:>8} {:>12} {:>7}\n", "shape", "units", "rows", "answers", "ms", "M_answers/s",
             "ratio");
  bool kept = true;
  for (const Shape& shape : shapes) {
    const instrument::Instrument instrument = load(shape.instrument);
    const scoring::Compiled compiled(instrument);
    const std::vector<std::uint8_t> answers = random_answers(instrument, shape.rows);
    const auto missing = std::count(answers.begin(), answers.end(), scoring::matrix_missing);
    const auto count = answers.size() - static_cast<std::size_t>(missing);
    const auto begin = equal_units(shape.units, shape.rows);
    const Measurement time = measure(compiled, {.answers = answers, .unit_begin = begin}, runs);
    const double speed = static_cast<double>(count) / time.engine;
    kept = kept && (!shape.promised || speed >= promised_answers_a_second);
    fmt::print("{:<26} {:>7} {:>9} {:>11} {:>8.2f} {:>12.1f} {:>7.2f}\n", shape.name, shape.units, shape.rows, count,
               time.engine * 1e3, speed / 1e6, time.engine / time.sum);
  }
  return kept ? 0 : 1;
}
