#include "app/arguments.h"

#include <gtest/gtest.h>

namespace prima::app {
namespace {

const std::vector<OptionSpec> options = {
    {"--json", "", {"a", "a"}}, {"--out", "DIR", {"b", "b"}}, {"--lang", "id|en", {"c", "c"}}};

TEST(Arguments, OptionsMayStandAnywhere) {
  const auto arguments = read_arguments({"--json", "one", "--out", "folder", "two", "--lang=en"}, options);
  ASSERT_TRUE(arguments);
  EXPECT_EQ(arguments->words, (std::vector<std::string>{"one", "two"}));
  EXPECT_TRUE(arguments->has("--json"));
  EXPECT_EQ(arguments->value("--out"), "folder");
  EXPECT_EQ(arguments->language, Language::en);
}

TEST(Arguments, NegativeNumbersAndWordsAfterTwoDashesAreWords) {
  const auto arguments = read_arguments({"-5", "--", "--json"}, options);
  ASSERT_TRUE(arguments);
  EXPECT_EQ(arguments->words, (std::vector<std::string>{"-5", "--json"}));
  EXPECT_FALSE(arguments->has("--json"));
}

TEST(Arguments, WhatIsWrongIsSaidInBothLanguages) {
  struct Row {
    std::vector<std::string> raw;
    std::string id;
    std::string en;
  };
  const std::vector<Row> rows = {
      {{"--jsno"}, "mungkin maksudnya --json", "did you mean --json"},
      {{"--json=1"}, "tidak memakai nilai", "takes no value"},
      {{"--out"}, "memerlukan nilai DIR", "needs a value DIR"},
      {{"--lang", "fr"}, "--lang harus id atau en", "--lang must be id or en"},
  };
  for (const Row& row : rows) {
    const auto arguments = read_arguments(row.raw, options);
    ASSERT_FALSE(arguments) << row.en;
    EXPECT_NE(arguments.error().id.find(row.id), std::string::npos) << arguments.error().id;
    EXPECT_NE(arguments.error().en.find(row.en), std::string::npos) << arguments.error().en;
  }
}

}  // namespace
}  // namespace prima::app
