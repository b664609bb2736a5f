#include <gtest/gtest.h>

#include "identity/common_passwords.h"
#include "identity/password_hash.h"
#include "identity/password_rules.h"

namespace prima::identity {
namespace {

std::optional<PasswordProblem> problem(std::string_view password) {
  const std::vector<std::string> own = {"sari.wulandari@semarangkota.go.id", "Sari Wulandari", "Kota Semarang"};
  return password_problem(password, own, common_passwords());
}

TEST(PasswordRules, AcceptWhatNobodyWouldGuess) {
  for (const char* password :
       {"kuda baterai staples benar", "Xk9#vT2pLq7w", "warung hijau dekat stasiun", "pintu-gerbang-7-ungu-terbalik",
        "тихая река ночью", "日本語のパスワードは長いです", "8f3a9c1e7b2d", "merdeka sepeda tumpul lampu"}) {
    EXPECT_EQ(problem(password), std::nullopt) << password;
  }
}

TEST(PasswordRules, RefuseEachKindOfBadPassword) {
  struct Row {
    std::string password;
    PasswordProblem problem;
  };
  const Row rows[] = {
      {"", PasswordProblem::too_short},
      {"Xk9#vT2pLq7", PasswordProblem::too_short},
      {"日本語日本語日本語日本", PasswordProblem::too_short},
      {std::string("abc\xff") + "defghijkl", PasswordProblem::not_text},
      {"tanda\nkendali\nbaris", PasswordProblem::not_text},
      {std::string("tanda\0nul tanda", 15), PasswordProblem::not_text},
      {"aaaaaaaaaaaaaaaa", PasswordProblem::uniform},
      {"abcabcabcabcabc", PasswordProblem::uniform},
      {"rahasiarahasia", PasswordProblem::common},
      {"abcdefghijklmn", PasswordProblem::uniform},
      {"ponmlkjihgfedcb", PasswordProblem::uniform},
      {"12345678901234", PasswordProblem::uniform},
      {"3374010101900001", PasswordProblem::uniform},
      {"0812-3456-7891", PasswordProblem::uniform},
      {"passwordpassword", PasswordProblem::common},
      {"Password123456!", PasswordProblem::common},
      {"P@ssw0rd2026!!", PasswordProblem::common},
      {"indonesiaraya45", PasswordProblem::common},
      {"Jakarta-Bandung-2024", PasswordProblem::common},
      {"1q2w3e4r5t6y7u", PasswordProblem::common},
      {"1qaz2wsx3edc4rfv", PasswordProblem::common},
      {"admindisdukcapil", PasswordProblem::common},
      {"QWERTYUIOP123456", PasswordProblem::common},
      {"bismillah 1445 H", PasswordProblem::common},
      {"sari.wulandari@semarangkota.go.id", PasswordProblem::own_name},
      {"SariWulandari1990", PasswordProblem::own_name},
      {"kota semarang 2026", PasswordProblem::own_name},
      {"wulandari123456", PasswordProblem::own_name},
      {"rahasiawulandari", PasswordProblem::common},
  };
  for (const Row& row : rows) EXPECT_EQ(problem(row.password), row.problem) << row.password;
}

TEST(PasswordRules, CountCharactersNotBytes) {
  const std::string twelve = "péñülträßîøå";
  EXPECT_EQ(problem(twelve), std::nullopt);
  std::string longest;
  for (int i = 0; i < 256; ++i) longest += i % 7 == 0 ? "é" : std::string(1, static_cast<char>('a' + i % 23));
  EXPECT_EQ(problem(longest), std::nullopt);
  EXPECT_EQ(problem(longest + "x"), PasswordProblem::too_long);
}

TEST(PasswordRules, KindsOfBlanksAreOne) {
  EXPECT_EQ(normalised_password("satu\u00A0dua\u3000tiga"), "satu dua tiga");
  EXPECT_EQ(normalised_password(" Spasi Tetap "), " Spasi Tetap ");
}

TEST(PasswordRules, SayWhatToDoInBothLanguages) {
  for (const auto each : {PasswordProblem::not_text, PasswordProblem::too_short, PasswordProblem::too_long,
                          PasswordProblem::uniform, PasswordProblem::own_name, PasswordProblem::common}) {
    EXPECT_NE(describe(each).id.find(". "), std::string::npos);
    EXPECT_FALSE(describe(each).en.empty());
  }
  EXPECT_NE(describe(PasswordProblem::too_short, {.shortest = 15, .longest = 64}).en.find("15"), std::string::npos);
}

TEST(CommonPasswords, AreSeveralThousandInOrder) {
  EXPECT_GT(common_passwords().size(), 3000U);
  EXPECT_TRUE(common_passwords().is_sorted());
  EXPECT_TRUE(common_passwords().contains("iloveyou"));
  EXPECT_TRUE(common_passwords().contains("rahasia"));
  EXPECT_FALSE(common_passwords().contains(""));
  EXPECT_FALSE(common_passwords().contains("zzzz-not-there"));
}

TEST(PasswordHash, VerifiesOnlyTheRightPassword) {
  const PasswordHasher hasher(PasswordCost{.passes = 1, .memory_kib = 8});
  const std::string stored = hasher.hash("kuda baterai staples benar");
  EXPECT_TRUE(stored.starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
  EXPECT_TRUE(hasher.verify(stored, "kuda baterai staples benar"));
  EXPECT_FALSE(hasher.verify(stored, "kuda baterai staples salah"));
  EXPECT_FALSE(hasher.verify(stored, ""));
  EXPECT_NE(stored, hasher.hash("kuda baterai staples benar")) << "each has its own salt";
}

TEST(PasswordHash, TakesNoOtherTextForAHash) {
  const PasswordHasher hasher(PasswordCost{.passes = 1, .memory_kib = 8});
  for (const char* stored : {"", "x", "$argon2id$", "$argon2i$v=19$m=8,t=1,p=1$AAAA$AAAA", "plain password"}) {
    EXPECT_FALSE(hasher.verify(stored, stored)) << stored;
    EXPECT_TRUE(hasher.needs_rehash(stored)) << stored;
  }
  EXPECT_FALSE(hasher.verify(std::string(500, 'a'), "a"));
}

TEST(PasswordHash, AsksForANewHashWhenTheCostRises) {
  const PasswordHasher cheap(PasswordCost{.passes = 1, .memory_kib = 8});
  const PasswordHasher dear(PasswordCost{.passes = 2, .memory_kib = 16});
  const std::string stored = cheap.hash("kuda baterai staples benar");
  EXPECT_FALSE(cheap.needs_rehash(stored));
  EXPECT_TRUE(dear.needs_rehash(stored));
  EXPECT_TRUE(dear.verify(stored, "kuda baterai staples benar"));
}

TEST(PasswordHash, CostsAtLeastWhatIsRecommendedUnlessToldOtherwise) {
  EXPECT_GE(PasswordCost{}.passes, 2U);
  EXPECT_GE(PasswordCost{}.memory_kib, 64U * 1024U);
  const PasswordHasher hasher;
  const std::string stored = hasher.hash("kuda baterai staples benar");
  EXPECT_TRUE(stored.starts_with("$argon2id$v=19$m=65536,t=2,p=1$"));
  EXPECT_LT(stored.size(), 128U);
  hasher.pretend("kuda baterai staples benar");
}

}  // namespace
}  // namespace prima::identity
