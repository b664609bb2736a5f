#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/standard_api.h"
#include "catalogue/standard_fields.h"
#include "catalogue/standard_words.h"
#include "instrument/instrument_test_support.h"

namespace prima::catalogue {
namespace {

// A visitor of standard_fields.h that asks for the name of every field, and of every value of an enum, in a document.
struct NamesIn {
  const std::string& document;

  template <typename T>
  void operator()(std::string_view key, const T& member, const Limit&) {
    expect(key);
    look_into(member);
  }

  void expect(std::string_view name) {
    EXPECT_THAT(document, testing::HasSubstr("`" + std::string(name) + "`")) << "docs/reference/service-standard.md";
  }

  template <typename E>
  requires std::is_enum_v<E>
  void look_into(E) {
    for (const Named<E>& named : names<E>()) expect(named.key);
  }
  template <typename T>
  void look_into(const std::vector<T>&) {
    look_into(T());
  }
  template <typename T>
  void look_into(const std::optional<T>&) {
    look_into(T());
  }
  void look_into(const std::string&) {}
  void look_into(const LocalText&) {}
  void look_into(const Date&) {}
  void look_into(const Duration&) {}
  void look_into(int) {}
  void look_into(std::int64_t) {}
  template <typename T>
  requires std::is_class_v<T>
  void look_into(const T& one) { fields(*this, one); }
};

TEST(StandardDocument, NamesEveryFieldAndEveryChoice) {
  const std::string document = instrument::test::read_file(PRIMA_SOURCE_DIR "/docs/reference/service-standard.md");
  NamesIn visit{document};
  const Edition edition;
  fields(visit, edition);
  visit.look_into(TimeUnit());
}

TEST(StandardDocument, HasAnExampleThatIsReadAndWrittenToTheSameBytes) {
  const std::string document = instrument::test::read_file(PRIMA_SOURCE_DIR "/docs/reference/service-standard.md");
  const std::size_t start = document.find("```json\n") + 8;
  const std::string example = document.substr(start, document.find("\n```", start) - start);
  const auto standard = read_standard(example);
  ASSERT_TRUE(standard) << standard.error()[0].file << standard.error()[0].message.en;
  EXPECT_EQ(standard_json(*standard), example);
}

}  // namespace
}  // namespace prima::catalogue
