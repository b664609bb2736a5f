// docs/reference/verify_journal.py is what we tell others to check a journal with. It shares no code with this program.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "journal/checkpoint.h"
#include "journal/entry.h"

namespace prima::journal {
namespace {

namespace fs = std::filesystem;

class VerifyScript : public testing::Test {
 protected:
  VerifyScript() {
    fs::create_directories(folder);
    for (std::uint64_t i = 0; i < 21; ++i) {
      Json after = Json::object({{"name", "Kartu \xe2\x82\xac " + std::to_string(i)}});
      const Change change{Uuid(),           from_unix_ms(1'764'000'000'000 + static_cast<std::int64_t>(i)),
                          "service.create", {"service", std::to_string(i)},
                          nullptr,          std::move(after)};
      entries.push_back(to_bytes({i, InstitutionId(7), change}));
    }
  }
  ~VerifyScript() override { fs::remove_all(folder); }

  // The note over the first `size` entries as they are now.
  std::string checkpoint(std::size_t size) const {
    Frontier frontier;
    for (std::size_t i = 0; i < size; ++i) frontier.append(leaf_hash(entries[i]));
    return to_text(sign_checkpoint({"contoh.go.id/journal/7", {size, frontier.root()}}, key));
  }
  // What the script prints, without its last newline; its exit code must fit.
  std::string run(const std::string& note, const VerifierKey& with) const {
    std::ofstream lines(folder / "entries");
    for (const std::string& entry : entries) lines << entry << '\n';
    lines.close();
    std::ofstream(folder / "checkpoint") << note;
    const std::string script = PRIMA_SOURCE_DIR "/docs/reference/verify_journal.py";
    const std::string at = folder.string();
    const int status = std::system(("python3 " + script + " " + at + "/entries " + at + "/checkpoint '" +
                                    to_text(with) + "' > " + at + "/out 2> " + at + "/err")
                                       .c_str());
    std::ifstream out(folder / "out");
    std::string line;
    std::getline(out, line);
    EXPECT_EQ(status == 0, line.rfind("ok", 0) == 0) << line;
    return line;
  }

  const fs::path folder = fs::path(testing::TempDir()) / ("verify_script_test_" + std::to_string(::getpid()));
  const SigningKey key = SigningKey::generate("contoh.go.id", KeyUse::log);
  std::vector<std::string> entries;
};

TEST_F(VerifyScript, AcceptsWhatWasSigned) {
  for (const std::size_t size : {0u, 1u, 13u, 16u, 21u})
    EXPECT_EQ(run(checkpoint(size), key.verifier()), "ok: 21 entries");
}

TEST_F(VerifyScript, FindsEachChange) {
  const std::string note = checkpoint(21);
  const auto original = entries;
  entries[4].replace(entries[4].find("Kartu"), 5, "Surat");
  EXPECT_EQ(run(note, key.verifier()), "one of the entries before 21 is not the one that was signed");
  entries = original;
  entries.erase(entries.begin() + 4);
  EXPECT_EQ(run(note, key.verifier()), "entry 20 is missing: the checkpoint covers 21");
  entries = original;
  std::swap(entries[4], entries[9]);
  EXPECT_EQ(run(note, key.verifier()), "entry 4 is not in its place");
}

TEST_F(VerifyScript, RefusesAnotherKeyAndAForgedCheckpoint) {
  const VerifierKey other = SigningKey::generate("contoh.go.id", KeyUse::log).verifier();
  EXPECT_EQ(run(checkpoint(21), other), "the checkpoint is not signed with this key");
  std::string note = checkpoint(21);
  note.replace(note.find("\n21\n"), 4, "\n20\n");
  EXPECT_EQ(run(note, key.verifier()), "the checkpoint is not signed with this key");
}

}  // namespace
}  // namespace prima::journal
