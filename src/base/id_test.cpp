#include "base/id.h"

#include <gtest/gtest.h>

#include <unordered_set>

namespace prima {
namespace {

const IdRandom zeros{};
const IdRandom ones = [] {
  IdRandom random;
  random.fill(0xff);
  return random;
}();

// RFC 9562, appendix A.6.
TEST(Uuid, IsTheExampleOfTheRfc) {
  const IdRandom random{0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f};
  EXPECT_EQ(to_text(make_uuid(from_unix_ms(0x017F22E279B0), random)), "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
}

TEST(Uuid, CarriesVersionAndVariantWhateverTheRandomBits) {
  EXPECT_EQ(to_text(make_uuid(from_unix_ms(0), zeros)), "00000000-0000-7000-8000-000000000000");
  EXPECT_EQ(to_text(make_uuid(from_unix_ms(0), ones)), "00000000-0000-7fff-bfff-ffffffffffff");
}

TEST(Uuid, LaterSortsLater) { EXPECT_LT(make_uuid(from_unix_ms(1), ones), make_uuid(from_unix_ms(2), zeros)); }

TEST(Uuid, ReadsBackInEitherCase) {
  const Uuid uuid = make_uuid(from_unix_ms(0x017F22E279B0), ones);
  EXPECT_EQ(parse_uuid(to_text(uuid)), uuid);
  EXPECT_EQ(parse_uuid("017F22E2-79B0-7FFF-BFFF-FFFFFFFFFFFF"), uuid);
}

TEST(Uuid, RefusesEveryOtherForm) {
  for (const char* text : {"", "017f22e2", "017f22e279b07cc398c4dc0c0c07398f", "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
                           "{17f22e2-79b0-7cc3-98c4-dc0c0c07398f}", "017f22e2079b0-7cc3-98c4-dc0c0c07398f",
                           "017f22e2-79b0-7cc3-98c4-dc0c0c07398-"})
    EXPECT_FALSE(parse_uuid(text)) << text;
}

TEST(Id, OfOneKindReadsBackAndHashes) {
  const UnitId id(make_uuid(from_unix_ms(7), ones));
  EXPECT_EQ(parse_id<UnitTag>(to_text(id)), id);
  EXPECT_TRUE((std::unordered_set<UnitId>{id}).contains(id));
}

}  // namespace
}  // namespace prima
