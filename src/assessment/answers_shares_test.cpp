#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "assessment/answers_cuts.h"
#include "assessment/answers_reader.h"
#include "assessment/score_api.h"
#include "scoring/scoring_test_support.h"

namespace prima::assessment {
namespace {

using namespace prima::scoring::test;
using instrument::Instrument;
using scoring::Compiled;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* header = "institution,unit,indicator,value,product,respondent\n";

Instrument desk() {
  Instrument method = blank();
  method.samples_products = true;
  method.samples_respondents = true;
  add_dimension(method, "satu", "1");
  add_choice(method, "p", "1/2", {"0", "1", "2", "3", "4"});
  add_choice(method, "r", "1/4", {"0", "1", "2", "3", "4"}).answered_by = instrument::Answerer::respondent;
  add_choice(method, "q", "1/4", {"0", "1", "2", "3", "4"}).answered_by = instrument::Answerer::product;
  return method;
}

using Rows = std::vector<std::string>;

// The rows of some units one after the other, each of a random number of respondents and products.
Rows random_rows(std::mt19937& random) {
  Rows rows;
  const auto below = [&](unsigned bound) { return static_cast<unsigned>(random()) % bound; };
  const unsigned units = 1 + below(12);
  for (unsigned unit = 0; unit < units; ++unit) {
    const std::string name = fmt::format("Kota {},Dinas {}", unit / 3, unit);
    rows.push_back(fmt::format("{},p,{},,\n", name, below(5)));
    for (unsigned i = below(30); i > 0; --i) rows.push_back(fmt::format("{},r,{},,warga {}\n", name, below(5), i));
    for (unsigned i = below(6); i > 0; --i) rows.push_back(fmt::format("{},q,{},produk {},\n", name, below(5), i));
    if (below(9) == 0) rows.push_back(name + ",*,NOT_ASSESSED,,\n");
    if (below(9) == 0) rows.push_back("\n");
  }
  return rows;
}

// What can happen to a file, right or wrong.
struct Event {
  const char* name;
  void (*happen)(Rows& rows, std::mt19937& random);
};

std::size_t any(const Rows& rows, std::mt19937& random) { return random() % rows.size(); }
void insert(Rows& rows, std::mt19937& random, const std::string& row) {
  rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(any(rows, random)), row);
}

const std::vector<Event> events = {
    {"nothing", [](Rows&, std::mt19937&) {}},
    {"a unit in two places",
     [](Rows& rows, std::mt19937& random) {
       std::rotate(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(any(rows, random)), rows.end());
     }},
    {"rows in any order", [](Rows& rows, std::mt19937& random) { std::shuffle(rows.begin(), rows.end(), random); }},
    {"an answer twice", [](Rows& rows, std::mt19937& random) { insert(rows, random, rows[any(rows, random)]); }},
    {"mistakes",
     [](Rows& rows, std::mt19937& random) {
       for (int i = 0; i < 4; ++i) insert(rows, random, i % 2 == 0 ? "A,B,p,77,,\n" : "A,B,x\n");
     }},
    {"more mistakes than are told",
     [](Rows& rows, std::mt19937& random) {
       for (int i = 0; i < 150; ++i) insert(rows, random, "A,B,p,77,,\n");
     }},
    {"quotes around line breaks",
     [](Rows& rows, std::mt19937& random) { insert(rows, random, "\"Kota\nbaru\",\"Dinas \"\"X\"\"\",p,1,,\n"); }},
    {"an open quote", [](Rows& rows, std::mt19937& random) { insert(rows, random, "A,\"B,p,1,,\n"); }},
    {"no UTF-8", [](Rows& rows, std::mt19937& random) { insert(rows, random, "\xE9,B,p,1,,\n"); }},
    {"CRLF",
     [](Rows& rows, std::mt19937&) {
       for (std::string& row : rows) row.insert(row.size() - 1, "\r");
     }},
    {"no last line break", [](Rows& rows, std::mt19937&) { rows.back() = "Kota 0,Z,p,1,,"; }},
    {"empty lines only", [](Rows& rows, std::mt19937&) { std::fill(rows.begin(), rows.end(), "\n"); }},
};

// All that reading and scoring tell, as text.
std::string outcome(const Compiled& compiled, const std::string& bytes, std::size_t threads) {
  auto table = read_answers(compiled, bytes, "a.csv", {.threads = threads, .least_bytes = 1});
  std::string text;
  if (table) {
    text = fmt::format("{} rows\n", table->rows);
    for (const Finding& notice : table->notices) text += to_text(notice, Language::en) + "\n";
    return text + to_json(compiled, score_table(compiled, std::move(*table), threads), Language::id, threads);
  }
  for (const Finding& finding : table.error()) text += to_text(finding, Language::en) + "\n";
  return text;
}

TEST(AnswersInShares, GiveTheSameToTheByteOnAnyNumberOfThreads) {
  const Instrument method = desk();
  const Compiled compiled(method);
  std::mt19937 random(20);
  for (const Event& event : events) {
    SCOPED_TRACE(event.name);
    for (int round = 0; round < 60; ++round) {
      Rows rows = random_rows(random);
      event.happen(rows, random);
      std::string bytes = header;
      for (const std::string& row : rows) bytes += row;
      const std::string expected = outcome(compiled, bytes, 1);
      for (std::size_t threads = 2; threads <= 5; ++threads)
        ASSERT_EQ(outcome(compiled, bytes, threads), expected) << bytes;
    }
  }
}

class Cuts : public testing::Test {
 protected:
  std::vector<std::size_t> cuts(const std::string& bytes, const Shares& shares) const {
    const std::string name = "a.csv";
    const AnswersFile file{compiled, bytes, name};
    return cuts_between_units(file, read_answers_header(file).value(), shares);
  }

  const Instrument method = desk();
  const Compiled compiled{method};
};

TEST_F(Cuts, LieWhereAnotherUnitBegins) {
  std::string bytes = header;
  std::vector<std::size_t> begins;
  for (int unit = 0; unit < 40; ++unit) {
    begins.push_back(bytes.size());
    for (int i = 0; i < 10; ++i) bytes += fmt::format("A,Dinas {},r,1,,{}\n", unit, i);
  }
  for (std::size_t threads = 2; threads <= 5; ++threads) {
    const auto places = cuts(bytes, {.threads = threads, .least_bytes = 1});
    ASSERT_THAT(places, SizeIs(threads - 1));
    for (std::size_t i = 0; i < places.size(); ++i) {
      EXPECT_THAT(begins, testing::Contains(places[i]));
      const std::size_t equal = bytes.size() / threads * (i + 1);
      EXPECT_LT(std::max(places[i], equal) - std::min(places[i], equal), 600U);
    }
  }
}

TEST_F(Cuts, AreNotMadeInSmallFilesNorInsideOneUnit) {
  std::string bytes = header;
  for (int i = 0; i < 1000; ++i) bytes += fmt::format("A,B,r,1,,{}\n", i);
  EXPECT_THAT(cuts(bytes, {.threads = 4, .least_bytes = 1}), IsEmpty());
  for (int i = 0; i < 1000; ++i) bytes += fmt::format("A,C {},p,1,,\n", i);
  EXPECT_THAT(cuts(bytes, {.threads = 4, .least_bytes = bytes.size()}), IsEmpty());
  EXPECT_THAT(cuts(bytes, {.threads = 1, .least_bytes = 1}), IsEmpty());
  EXPECT_THAT(cuts(header, {.threads = 4, .least_bytes = 1}), IsEmpty());
}

}  // namespace
}  // namespace prima::assessment
