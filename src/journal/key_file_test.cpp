#include "journal/key_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

namespace prima::journal {
namespace {

namespace fs = std::filesystem;

class KeyFile : public testing::Test {
 protected:
  KeyFile() { fs::create_directories(folder); }
  ~KeyFile() override { fs::remove_all(folder); }

  const fs::path folder = fs::path(testing::TempDir()) / ("key_file_test_" + std::to_string(::getpid()));
  const fs::path path = folder / "journal.key";
  const SigningKey key = SigningKey::generate("contoh.go.id", KeyUse::log);
};

TEST_F(KeyFile, IsForItsOwnerOnlyAndReadBack) {
  const mode_t mask = ::umask(0);
  const auto written = write_key_file(path, key);
  ::umask(mask);
  ASSERT_TRUE(written) << written.error().en;
  EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  const auto read = read_key_file(path);
  ASSERT_TRUE(read) << read.error().en;
  EXPECT_EQ(read->secret_text(), key.secret_text());
}

TEST_F(KeyFile, IsNeverReplaced) {
  ASSERT_TRUE(write_key_file(path, key));
  EXPECT_FALSE(write_key_file(path, SigningKey::generate("contoh.go.id", KeyUse::log)));
  EXPECT_EQ(read_key_file(path)->secret_text(), key.secret_text());
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1)
      << "nothing else is left behind";
}

TEST_F(KeyFile, IsRefusedWhenOthersMayOpenIt) {
  ASSERT_TRUE(write_key_file(path, key));
  for (const fs::perms extra : {fs::perms::group_read, fs::perms::others_read, fs::perms::group_write}) {
    fs::permissions(path, fs::perms::owner_read | extra);
    const auto read = read_key_file(path);
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().en.find("chmod 600"), std::string::npos);
  }
}

TEST_F(KeyFile, IsMadeAtTheFirstStartOnly) {
  const auto first = open_key_file(path, "contoh.go.id", KeyUse::log);
  ASSERT_TRUE(first) << first.error().en;
  EXPECT_EQ(first->verifier().name, "contoh.go.id");
  EXPECT_EQ(open_key_file(path, "contoh.go.id", KeyUse::log)->secret_text(), first->secret_text());
  EXPECT_FALSE(open_key_file(folder / "none" / "x", "contoh.go.id", KeyUse::log));
}

TEST_F(KeyFile, SaysWhatIsWrong) {
  EXPECT_FALSE(read_key_file(folder / "none"));
  EXPECT_FALSE(write_key_file(folder / "none" / "x", key));
  std::ofstream(path) << "not a key\n";
  fs::permissions(path, fs::perms::owner_read);
  const auto read = read_key_file(path);
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().en.find(path.string()), std::string::npos);
  EXPECT_NE(read.error().id.find(path.string()), std::string::npos);
}

}  // namespace
}  // namespace prima::journal
