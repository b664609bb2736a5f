#include "base/text.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace prima {
namespace {

TEST(ShownToPeople, ReplacesWhatCouldMislead) {
  const std::pair<std::string, std::string> rows[] = {
      {"", ""},
      {"Kota Magelang", "Kota Magelang"},
      {"é 日 😀", "é 日 😀"},
      {"a\nb\tc\x1b[31m\x7f", "a?b?c?[31m?"},
      {std::string("a\0b", 3), "a?b"},
      {"a\xC2\x9B"
       "31m",
       "a?31m"},  // C1 control sequence introducer
      {"a\xC2\xA0"
       "b",
       "a\xC2\xA0"
       "b"},  // a no-break space is harmless
      {"a\xE2\x80\xAE"
       "b",
       "a?b"},  // right-to-left override
      {"a\xE2\x81\xA6"
       "b",
       "a?b"},  // left-to-right isolate
      {"a\xE2\x80\xA8"
       "b",
       "a?b"},                             // line separator
      {"a\xE2\x80\xA6", "a\xE2\x80\xA6"},  // an ellipsis
      {"a\xFF\xC3(",
       "a?"
       "?("},
      {std::string(60, 'x'), std::string(60, 'x')},
      {std::string(61, 'x'), std::string(60, 'x') + "…"},
  };
  for (const auto& [text, shown] : rows) EXPECT_EQ(shown_to_people(text), shown);
}

// UTF-8 by its definition: decodes, then asks whether this is how the number is written.
std::size_t reference_length(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U; };
  struct Form {
    unsigned mask;
    unsigned lead;
    std::uint32_t least;
  };
  const Form forms[] = {{0x80, 0x00, 0}, {0xE0, 0xC0, 0x80}, {0xF0, 0xE0, 0x800}, {0xF8, 0xF0, 0x10000}};
  for (std::size_t length = 1; length <= 4; ++length) {
    const Form& form = forms[length - 1];
    if ((at(0) & form.mask) != form.lead) continue;
    std::uint32_t code = at(0) & ~form.mask;
    for (std::size_t i = 1; i < length; ++i) {
      if ((at(i) & 0xC0U) != 0x80U) return 0;
      code = code << 6U | (at(i) & 0x3FU);
    }
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return code >= form.least && code <= 0x10FFFF && !surrogate ? length : 0;
  }
  return 0;
}

TEST(FirstInvalidUtf8, EqualsTheDefinitionForEveryStartOfThreeBytes) {
  std::string bytes(4, '\0');
  for (unsigned first = 0; first < 256; ++first) {
    for (unsigned second = 0; second < 256; ++second) {
      for (const unsigned third : {0x00U, 0x41U, 0x7FU, 0x80U, 0xBFU, 0xC0U, 0xFFU}) {
        for (const unsigned fourth : {0x41U, 0x80U, 0xBFU, 0xC2U}) {
          bytes = {static_cast<char>(first), static_cast<char>(second), static_cast<char>(third),
                   static_cast<char>(fourth)};
          std::size_t at = 0;
          while (at < bytes.size()) {
            const std::size_t length = reference_length(std::string_view(bytes).substr(at));
            if (length == 0) break;
            at += length;
          }
          const auto found = first_invalid_utf8(bytes);
          ASSERT_EQ(found, at < bytes.size() ? std::optional(at) : std::nullopt)
              << std::hex << first << " " << second << " " << third << " " << fourth;
        }
      }
    }
  }
}

TEST(FirstInvalidUtf8, FindsItBehindAnyNumberOfLetters) {
  EXPECT_EQ(first_invalid_utf8(""), std::nullopt);
  for (std::size_t letters = 0; letters < 40; ++letters) {
    const std::string start(letters, 'a');
    EXPECT_EQ(first_invalid_utf8(start), std::nullopt);
    EXPECT_EQ(first_invalid_utf8(start + "é日😀"), std::nullopt);
    EXPECT_EQ(first_invalid_utf8(start + "\xFF"
                                         "aaaaaaaaaa"),
              letters);
    EXPECT_EQ(first_invalid_utf8(start + "é\xE6\x97"), letters + 2) << "cut off at the end";
  }
}

TEST(Trimmed, TakesWhiteSpaceOffBothEnds) {
  const std::pair<const char*, const char*> rows[] = {{"", ""},
                                                      {" ", ""},
                                                      {"\t\r\n ", ""},
                                                      {"a", "a"},
                                                      {" a b\t", "a b"},
                                                      {"\xC2\xA0"
                                                       "a\xC2\xA0 ",
                                                       "a"},
                                                      {" \xC2\xA0 ", ""},
                                                      {"\xC2", "\xC2"},
                                                      {"a\xA0", "a\xA0"},
                                                      {"\r\na\r\n", "a"}};
  for (const auto& [text, expected] : rows) EXPECT_EQ(trimmed(text), expected);
}

TEST(Lowered, ChangesLettersOfAsciiOnly) {
  EXPECT_EQ(lowered("U1 Persyaratan @[`{ É"), "u1 persyaratan @[`{ É");
  EXPECT_EQ(lowered("AZaz"), "azaz");
}

TEST(Closest, FindsALikelySpelling) {
  const std::vector<std::string> names = {"institution", "unit", "indicator", "value"};
  struct Row {
    const char* word;
    std::optional<std::string> expected;
  };
  const Row rows[] = {{"unit", "unit"},           {"units", "unit"},
                      {"unti", std::nullopt},     {"uni", "unit"},
                      {"indikator", "indicator"}, {"instituton", "institution"},
                      {"vlue", "value"},          {"respondent", std::nullopt},
                      {"", std::nullopt},         {"nilai", std::nullopt}};
  for (const Row& row : rows) EXPECT_EQ(closest(row.word, names), row.expected) << row.word;
  EXPECT_EQ(closest("U8", {"U1", "U9"}), "U1") << "the first of two that are equally close";
  EXPECT_EQ(closest(std::string(100'000, 'x'), names), std::nullopt);
  EXPECT_EQ(closest("unit", {}), std::nullopt);
}

}  // namespace
}  // namespace prima
