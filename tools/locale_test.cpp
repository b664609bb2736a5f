#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "locale_texts.h"

namespace prima::locale {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> problems(const std::string& id, const std::string& en) {
  std::vector<std::string> found;
  const File first = read("id.yaml", id, found);
  const File second = read("en.yaml", en, found);
  compare(first, second, found);
  return found;
}

TEST(Locale, AcceptsTwoFilesThatAgree) {
  EXPECT_THAT(problems("a.b: Satu {0} dari {1}\na.c: \"x\"", "a.b: \"{1} of {0}\"\na.c: \"y\""), IsEmpty());
}

struct Mistake {
  const char* name;
  const char* id;
  const char* en;
  const char* message;
};

const std::vector<Mistake> kMistakes = {
    {"missing in English", "a.b: x\na.c: y", "a.b: x", "id.yaml:2: a.c is missing in en.yaml"},
    {"missing in Indonesian", "a.b: x", "a.b: x\n\na.d: z", "en.yaml:3: a.d is missing in id.yaml"},
    {"empty", "a.b: ''", "a.b: x", "id.yaml:1: a.b: the text is empty"},
    {"nothing", "a.b:", "a.b: x", "id.yaml:1: a.b: the text is empty"},
    {"other placeholders", "a.b: '{0} dan {1}'", "a.b: 'only {0}'",
     "en.yaml:1: a.b has other placeholders than on line 1"},
    {"gap in placeholders", "a.b: '{1}'", "a.b: '{1}'", "id.yaml:1: a.b: placeholders are {0} to {5}"},
    {"open brace", "a.b: 'x {'", "a.b: 'x'", "id.yaml:1: a.b: placeholders"},
    {"named placeholder", "a.b: '{name}'", "a.b: 'x'", "id.yaml:1: a.b: placeholders"},
    {"white space", "a.b: ' x'", "a.b: x", "begins or ends with white space"},
    {"twice", "a.b: x\na.b: y", "a.b: x", "id.yaml:2: a.b stands on line 1 already"},
    {"no section", "judul: x", "judul: x", "is not of the form section.key"},
    {"capital letters", "a.B: x", "a.B: x", "is not of the form section.key"},
    {"nested", "a:\n  b: x", "a.b: x", "the value is not a text"},
    {"same name", "a.b_c: x\na_b.c: y", "a.b_c: x\na_b.c: y", "would have the same name"},
    {"no map", "- x", "a.b: x", "id.yaml:1: not a map"},
    {"not YAML", "a.b: 'x", "a.b: x", "id.yaml:"},
};

TEST(Locale, RefusesEachMistakeWithFileAndLine) {
  for (const Mistake& mistake : kMistakes) {
    EXPECT_THAT(problems(mistake.id, mistake.en), testing::Contains(HasSubstr(mistake.message))) << mistake.name;
  }
}

TEST(Locale, WritesTheTextsInTheOrderOfTheKeys) {
  std::vector<std::string> found;
  const File id = read("id.yaml", "a.b: Halo \"{0}\"\na.c: \"x\\ny\"", found);
  const File en = read("en.yaml", "a.c: z\na.b: Hello {0}", found);
  EXPECT_THAT(header(id), HasSubstr("  a_b,\n  a_c,\n"));
  EXPECT_THAT(source(id, en), HasSubstr(R"(    "Halo \"{0}\"",
    "x\ny",)"));
  EXPECT_THAT(source(id, en), HasSubstr("    \"Hello {0}\",\n    \"z\",\n"));
}

}  // namespace
}  // namespace prima::locale
