#include "journal/checkpoint.h"

#include <gtest/gtest.h>

#include "journal/witness.h"

namespace prima::journal {
namespace {

// The example that the Go project publishes with its package sumdb/note.
constexpr const char* known_verifier = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
constexpr const char* known_secret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
constexpr const char* known_text =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
constexpr const char* known_line =
    "\xe2\x80\x94 PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

const Instant noon = *parse_instant("2026-11-24T05:00:00.999Z");

std::string known_note() { return std::string(known_text) + "\n" + known_line; }

TEST(SigningKey, IsThatOfTheGoExample) {
  const auto key = SigningKey::parse(known_secret);
  ASSERT_TRUE(key);
  EXPECT_EQ(to_text(key->verifier()), known_verifier);
  EXPECT_EQ(key->secret_text(), known_secret);
  EXPECT_EQ(key->verifier().id(), 0xc74f20a3u);
}

TEST(SigningKey, ReadsNoOtherText) {
  const std::string text = known_verifier;
  for (std::size_t i = 0; i <= text.size(); ++i)
    for (std::size_t j = i + 1; j <= text.size(); ++j) {
      if (i == 0 && j == text.size()) continue;
      EXPECT_FALSE(parse_verifier_key(text.substr(i, j - i)));
    }
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    ++changed[i];
    EXPECT_FALSE(parse_verifier_key(changed)) << changed;
    std::string secret = known_secret;
    ++secret[i];
    EXPECT_FALSE(SigningKey::parse(secret)) << secret;
  }
  // A key that is too long, and an unknown use, both with their right id.
  EXPECT_FALSE(parse_verifier_key("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=="));
  EXPECT_FALSE(parse_verifier_key("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"));
}

TEST(SigningKey, NewOnesDifferAndSignUnderTheirName) {
  const SigningKey key = SigningKey::generate("contoh.go.id", KeyUse::log);
  EXPECT_NE(key.verifier().key, SigningKey::generate("contoh.go.id", KeyUse::log).verifier().key);
  const SigningKey other = key.named("contoh.go.id/journal/7");
  EXPECT_EQ(other.verifier().key, key.verifier().key);
  EXPECT_NE(other.verifier().id(), key.verifier().id());
  EXPECT_EQ(other.verifier(), key.verifier().named("contoh.go.id/journal/7"));
  EXPECT_TRUE(key.verifier().verifies("x", other.sign("x")));
  EXPECT_FALSE(key.verifier().verifies("y", other.sign("x")));
}

TEST(SigningKey, NamesHaveNoSpaceAndNoPlus) {
  for (const char* name : {"contoh.go.id/journal/7", "PeterNeumann", "layanan-\xc3\xa9"})
    EXPECT_TRUE(is_key_name(name));
  for (const char* name : {"", "a b", "a+b", "a\nb", "a\xc2\xa0", "\xe3\x80\x80", "\xff"})
    EXPECT_FALSE(is_key_name(name)) << name;
}

TEST(SignedNote, IsSignedAsInTheGoExample) {
  const auto key = SigningKey::parse(known_secret);
  ASSERT_TRUE(key);
  const SignedNote note{known_text, {sign_note(known_text, *key, noon)}};
  EXPECT_EQ(to_text(note), known_note());
}

TEST(SignedNote, OfTheGoExampleVerifies) {
  const auto note = parse_note(known_note());
  ASSERT_TRUE(note);
  EXPECT_EQ(note->text, known_text);
  EXPECT_EQ(to_text(*note), known_note());
  EXPECT_EQ(standing_of(*note, *parse_verifier_key(known_verifier)), NoteStanding::signed_by_key);
}

TEST(SignedNote, AFlippedBitAnywhereIsFound) {
  const VerifierKey key = *parse_verifier_key(known_verifier);
  const std::string whole = known_note();
  for (std::size_t i = 0; i < whole.size(); ++i)
    for (int bit = 0; bit < 8; ++bit) {
      std::string changed = whole;
      changed[i] = static_cast<char>(changed[i] ^ (1 << bit));
      const auto note = parse_note(changed);
      if (note) {
        EXPECT_NE(standing_of(*note, key), NoteStanding::signed_by_key) << changed;
      }
    }
}

TEST(SignedNote, RefusesOtherForms) {
  const std::string text = known_text;
  const std::string line = known_line;
  std::string many = text + "\n";
  for (int i = 0; i < 101; ++i) many += line;
  const std::string bad[] = {"",
                             text,
                             text + "\n",
                             text + line,
                             text + "\n" + line.substr(0, line.size() - 1),
                             text + "\n" + line.substr(4),
                             text + "\n" + line + "x\n",
                             "\x01" + text + "\n" + line,
                             "\xff" + text + "\n" + line,
                             text + "\n\xe2\x80\x94 Peter x08g\n",
                             text + "\n\xe2\x80\x94 Peter\n",
                             std::string(70'000, 'x') + "\n\n" + line,
                             many};
  for (const std::string& note : bad) EXPECT_FALSE(parse_note(note)) << note.substr(0, 300);
}

TEST(SignedNote, ReadsOneLineOfASignature) {
  const auto signature = parse_note_signature(known_line);
  ASSERT_TRUE(signature);
  EXPECT_EQ(to_text(*signature), known_line);
  const std::string line = known_line;
  EXPECT_EQ(*parse_note_signature(line.substr(0, line.size() - 1)), *signature);
  for (const std::string& bad : {std::string(), line + line, line + "\n", line.substr(4), std::string("\xff")})
    EXPECT_FALSE(parse_note_signature(bad)) << bad;
}

TEST(SignedNote, IgnoresKeysItDoesNotKnowAndChecksAllItKnows) {
  const SigningKey known = SigningKey::generate("a", KeyUse::log);
  const SigningKey stranger = SigningKey::generate("a", KeyUse::log);
  const std::string text = "teks\n";
  SignedNote note{text, {sign_note(text, stranger, noon)}};
  EXPECT_EQ(standing_of(note, known.verifier()), NoteStanding::not_signed_by_key);
  note.signatures.push_back(sign_note(text, known, noon));
  EXPECT_EQ(standing_of(note, known.verifier()), NoteStanding::signed_by_key);
  note.signatures.push_back(sign_note("lain\n", known, noon));
  EXPECT_EQ(standing_of(note, known.verifier()), NoteStanding::forged);
}

// Made with another implementation of Ed25519 (Python's cryptography) from the same seed.
TEST(SignedNote, AWitnessSignsTheTimeToo) {
  const std::string text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
  const auto key = SigningKey::parse("PRIVATE+KEY+PeterNeumann+18b9780b+BIEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
  ASSERT_TRUE(key);
  EXPECT_EQ(to_text(key->verifier()), "PeterNeumann+18b9780b+BBpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  const Instant then = from_unix_ms(1'679'315'147'000);
  const NoteSignature signature = sign_note(text, *key, then);
  EXPECT_EQ(
      to_text(signature),
      "\xe2\x80\x94 PeterNeumann "
      "GLl4CwAAAABkGFDLJeR//pqzhnEKVvEm2wWbh2RJ6oru5+cUUfm5X9NnlaGr8aSH9QE5RVZD4QGlxl2F5UpVIIi94p178KLfqPPsAA==\n");
  const SignedNote note{text, {signature}};
  EXPECT_EQ(standing_of(note, key->verifier()), NoteStanding::signed_by_key);
  EXPECT_EQ(witnessed_at(note, key->verifier()), then);
  SignedNote later = note;
  ++later.signatures[0].bytes[7];
  EXPECT_EQ(standing_of(later, key->verifier()), NoteStanding::forged);
  EXPECT_FALSE(witnessed_at(later, key->verifier()));
  later.signatures[0].bytes = "short";
  EXPECT_EQ(standing_of(later, key->verifier()), NoteStanding::forged);
}

Checkpoint example(std::uint64_t size) { return {"contoh.go.id/journal/7", {size, sha256(std::to_string(size))}}; }

TEST(Checkpoint, HasThreeLines) {
  EXPECT_EQ(to_text(Checkpoint{journal_origin("contoh.go.id", InstitutionId(7)), {0, empty_root()}}),
            "contoh.go.id/journal/7\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
  EXPECT_EQ(*parse_checkpoint(to_text(example(12))), example(12));
}

TEST(Checkpoint, ReadsTheExampleOfTheFormat) {
  const auto checkpoint =
      parse_checkpoint("example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nmore\n");
  ASSERT_TRUE(checkpoint);
  EXPECT_EQ(checkpoint->origin, "example.com/behind-the-sofa");
  EXPECT_EQ(checkpoint->head.size, 20'852'163u);
}

TEST(Checkpoint, RefusesOtherForms) {
  const std::string root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
  for (const std::string& text :
       {std::string(), std::string("a\n0\n"), "\n0\n" + root, "a\n00\n" + root, "a\n-1\n" + root, "a\n+1\n" + root,
        "a\n 1\n" + root, "a\n18446744073709551616\n" + root, "a\n1\n\n" + root, std::string("a\n1\nAAAA\n"),
        "a\n1\n" + root.substr(0, root.size() - 1), "a\n1\n" + root + "\n", "a\n1\n" + root + "x"})
    EXPECT_FALSE(parse_checkpoint(text)) << text;
}

TEST(Checkpoint, OpensOnlyWithTheKeyThatSigned) {
  const SigningKey key = SigningKey::generate("contoh.go.id", KeyUse::log);
  const SignedNote note = sign_checkpoint(example(12), key);
  EXPECT_EQ(note.signatures[0].name, "contoh.go.id/journal/7");
  EXPECT_EQ(*open_checkpoint(to_text(note), key.verifier()), example(12));
  const auto other = open_checkpoint(note, SigningKey::generate("contoh.go.id", KeyUse::log).verifier());
  ASSERT_FALSE(other);
  EXPECT_NE(other.error().en.find("not signed"), std::string::npos);
  SignedNote changed = note;
  changed.text = to_text(example(13));
  const auto forged = open_checkpoint(changed, key.verifier());
  ASSERT_FALSE(forged);
  EXPECT_NE(forged.error().en.find("forged"), std::string::npos);
  EXPECT_FALSE(open_checkpoint("x", key.verifier()));
}

class Witness : public testing::Test {
 protected:
  Witness() {
    Frontier frontier;
    for (int i = 0; i < 12; ++i) {
      for (const Hash& hash : frontier.append(sha256(std::to_string(i)))) hashes.push_back(hash);
      heads.push_back({frontier.size(), frontier.root()});
    }
  }
  SignedNote note(std::size_t size) const { return sign_checkpoint({origin, heads[size - 1]}, log_key); }
  Proof proof(std::uint64_t from, std::uint64_t to) const {
    return consistency_proof(from, to, [this](const Subtree& subtree) {
      std::uint64_t place = 0;
      for (std::uint64_t leaf = 0; leaf < subtree.last_leaf(); ++leaf) place += filled_by(leaf);
      return hashes[place + subtree.level];
    });
  }
  auto ask(const SignedNote& about, std::optional<TreeHead> last_seen, const Proof& with) const {
    return witness(about, {log_key.verifier(), origin, last_seen}, with, witness_key, noon);
  }

  const std::string origin = "contoh.go.id/journal/7";
  const SigningKey log_key = SigningKey::generate("contoh.go.id", KeyUse::log);
  const SigningKey witness_key = SigningKey::generate("saksi.go.id", KeyUse::witness);
  std::vector<Hash> hashes;
  std::vector<TreeHead> heads;
};

TEST_F(Witness, SignsTheFirstCheckpointAndThoseThatContinueIt) {
  const auto first = ask(note(5), std::nullopt, {});
  ASSERT_TRUE(first);
  EXPECT_EQ(first->head, heads[4]);
  const auto next = ask(note(12), first->head, proof(5, 12));
  ASSERT_TRUE(next) << next.error().en;
  SignedNote both = note(12);
  both.signatures.push_back(next->signature);
  const auto read = parse_note(to_text(both));
  ASSERT_TRUE(read);
  EXPECT_EQ(standing_of(*read, witness_key.verifier()), NoteStanding::signed_by_key);
  EXPECT_EQ(witnessed_at(*read, witness_key.verifier()), *parse_instant("2026-11-24T05:00:00Z"));
  EXPECT_TRUE(open_checkpoint(*read, log_key.verifier()));
  EXPECT_TRUE(ask(note(12), next->head, {}));
}

TEST_F(Witness, RefusesAJournalThatWasRewritten) {
  const auto words = [](const auto& statement) { return statement ? std::string() : statement.error().en; };
  TreeHead other = heads[4];
  other.root[0] ^= 1;
  EXPECT_NE(words(ask(note(12), other, proof(5, 12))).find("rewritten"), std::string::npos);
  EXPECT_NE(words(ask(note(12), heads[4], {})).find("rewritten"), std::string::npos);
  EXPECT_NE(words(ask(note(4), heads[4], {})).find("shorter"), std::string::npos);
  const SignedNote elsewhere = sign_checkpoint({"contoh.go.id/journal/8", heads[4]}, log_key);
  EXPECT_NE(words(ask(elsewhere, std::nullopt, {})).find("another journal"), std::string::npos);
  const SignedNote unsigned_note = sign_checkpoint({origin, heads[4]}, SigningKey::generate("x", KeyUse::log));
  EXPECT_NE(words(ask(unsigned_note, std::nullopt, {})).find("not signed"), std::string::npos);
}

}  // namespace
}  // namespace prima::journal
