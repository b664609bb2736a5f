#include "instrument/model.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace prima::instrument {
namespace {

// Whatever is written out must be a word that docs/reference/instrument-format.md knows.
TEST(Names, AreThoseOfTheFileFormat) {
  const std::vector<std::pair<std::string_view, std::string>> table = {
      {name(Standing::official), "official"},
      {name(Standing::inferred), "inferred"},
      {name(Standing::ours), "ours"},
      {name(AnswerKind::choice), "choice"},
      {name(AnswerKind::yes_no), "yes_no"},
      {name(AnswerKind::number), "number"},
      {name(AnswerKind::count), "count"},
      {name(AnswerKind::share), "share"},
      {name(AnswerKind::figure), "figure"},
      {name(Answerer::unit), "unit"},
      {name(Answerer::product), "product"},
      {name(Answerer::respondent), "respondent"},
      {name(LevelAggregate::weighted_dimensions), "weighted_dimensions"},
      {name(LevelAggregate::mean_of_units), "mean_of_units"},
      {name(LevelAggregate::mean_of_products), "mean_of_products"},
      {name(LevelAggregate::mean_of_institutions), "mean_of_institutions"},
      {official_name(Zone::green), "Hijau"},
      {official_name(Zone::yellow), "Kuning"},
      {official_name(Zone::red), "Merah"},
  };
  for (const auto& [found, expected] : table) EXPECT_EQ(found, expected);
}

TEST(Names, OfZonesHaveWordsInBothLanguagesTheIndonesianBeingTheOfficialOne) {
  const std::vector<std::pair<Zone, std::string>> table = {
      {Zone::green, "Green"}, {Zone::yellow, "Yellow"}, {Zone::red, "Red"}};
  for (const auto& [zone, english] : table) {
    EXPECT_EQ(words(zone).id, official_name(zone));
    EXPECT_EQ(words(zone).en, english);
  }
}

TEST(Names, OfOversightAreReadBack) {
  for (const Oversight level : {Oversight::followed, Oversight::open, Oversight::none})
    EXPECT_EQ(oversight(name(level)), level);
  EXPECT_EQ(oversight("Followed"), std::nullopt);
  EXPECT_EQ(oversight(""), std::nullopt);
}

}  // namespace
}  // namespace prima::instrument
