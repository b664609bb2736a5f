#include "journal/journal_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "journal/journal_test_support.h"

namespace prima::journal {
namespace {

using namespace prima::journal::test;
using testing::ElementsAre;
using testing::IsEmpty;

class JournalStore : public db::ContractTest {
 protected:
  template <typename Ask>
  auto read(Ask ask) {
    db::Snapshot snapshot = database().read();
    return ask(db::Reader(snapshot));
  }
  TreeHead head_of(InstitutionId institution) {
    return read([&](db::Reader reader) { return head(reader, institution); });
  }
  std::vector<std::uint64_t> found(const JournalFilter& filter, std::int64_t limit = 100) {
    const JournalPage page = read([&](db::Reader reader) { return find_entries(reader, kota, filter, limit); });
    std::vector<std::uint64_t> numbers;
    for (const StoredEntry& entry : page.entries) numbers.push_back(entry.sequence);
    return numbers;
  }
};
PRIMA_ON_BOTH_DATABASES(JournalStore);

TEST_P(JournalStore, BeginsEmpty) {
  EXPECT_EQ(head_of(kota), (TreeHead{0, empty_root()}));
  EXPECT_THAT(found({}), IsEmpty());
  EXPECT_THAT(read([](db::Reader reader) { return institutions_with_journal(reader); }), IsEmpty());
  EXPECT_FALSE(read([](db::Reader reader) { return find_entry(reader, kota, 0); }));
  EXPECT_FALSE(read([](db::Reader reader) { return prove_inclusion(reader, kota, 0, 0); }));
  EXPECT_TRUE(read([](db::Reader reader) { return prove_consistency(reader, kota, 0, 0); }));
}

TEST_P(JournalStore, KeepsWhatWasEnteredByteForByte) {
  enter(database(), kota, 0, 3);
  const std::uint64_t next =
      database().write([](db::Transaction& transaction) { return append(transaction, kota, change_number(3)); });
  EXPECT_EQ(next, 3u);
  for (int number = 0; number < 4; ++number) {
    const auto sequence = static_cast<std::uint64_t>(number);
    const auto stored = read([&](db::Reader reader) { return find_entry(reader, kota, sequence); });
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->bytes, to_bytes({sequence, kota, change_number(number)}));
  }
}

TEST_P(JournalStore, IsOneForEachInstitution) {
  enter(database(), kota, 0, 5);
  enter(database(), kabupaten, 0, 2);
  EXPECT_EQ(head_of(kota).size, 5u);
  EXPECT_EQ(head_of(kabupaten).size, 2u);
  EXPECT_THAT(read([](db::Reader reader) { return institutions_with_journal(reader); }), ElementsAre(kota, kabupaten));
}

TEST_P(JournalStore, HasTheRootOfItsEntriesHoweverTheyCame) {
  Frontier frontier;
  const int ends[] = {1, 2, 7, 8, 20, 33};
  int begin = 0;
  for (const int end : ends) {
    enter(database(), kota, begin, end);
    for (; begin < end; ++begin)
      frontier.append(leaf_hash(to_bytes({static_cast<std::uint64_t>(begin), kota, change_number(begin)})));
    EXPECT_EQ(head_of(kota), (TreeHead{frontier.size(), frontier.root()}));
  }
}

TEST_P(JournalStore, ForgetsWhatItsTransactionUndoes) {
  enter(database(), kota, 0, 3);
  const TreeHead before = head_of(kota);
  EXPECT_THROW(database().write([](db::Transaction& transaction) {
    append(transaction, kota, change_number(3));
    throw std::runtime_error("no");
  }),
               std::runtime_error);
  EXPECT_EQ(head_of(kota), before);
  EXPECT_FALSE(read([](db::Reader reader) { return find_entry(reader, kota, 3); }));
}

TEST_P(JournalStore, ProvesEachEntryAndEachBeginning) {
  enter(database(), kota, 0, 13);
  std::vector<TreeHead> heads{{0, empty_root()}};
  Frontier frontier;
  std::vector<Hash> leaves;
  for (int number = 0; number < 13; ++number) {
    leaves.push_back(leaf_hash(to_bytes({static_cast<std::uint64_t>(number), kota, change_number(number)})));
    frontier.append(leaves.back());
    heads.push_back({frontier.size(), frontier.root()});
  }
  db::Snapshot snapshot = database().read();
  for (std::uint64_t size = 0; size <= 13; ++size) {
    for (std::uint64_t index = 0; index < size; ++index) {
      const auto proof = prove_inclusion(snapshot, kota, index, size);
      ASSERT_TRUE(proof);
      EXPECT_TRUE(proves_inclusion(leaves[index], index, size, *proof, heads[size].root)) << index << " of " << size;
    }
    for (std::uint64_t from = 0; from <= size; ++from) {
      const auto proof = prove_consistency(snapshot, kota, from, size);
      ASSERT_TRUE(proof);
      EXPECT_TRUE(proves_consistency(heads[from], heads[size], *proof)) << from << " of " << size;
    }
  }
  EXPECT_FALSE(prove_inclusion(snapshot, kota, 13, 13));
  EXPECT_FALSE(prove_inclusion(snapshot, kota, 0, 14));
  EXPECT_FALSE(prove_consistency(snapshot, kota, 5, 4));
  EXPECT_FALSE(prove_consistency(snapshot, kota, 5, 14));
}

TEST_P(JournalStore, FindsByWhoWhatWhenAndOnWhat) {
  enter(database(), kota, 0, 15);
  enter(database(), kabupaten, 0, 15);
  EXPECT_THAT(found({}), ElementsAre(14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));
  EXPECT_THAT(found({.actor = actor_number(2)}), ElementsAre(14, 11, 8, 5, 2));
  EXPECT_THAT(found({.action = "service.rename"}), ElementsAre(13, 11, 9, 7, 5, 3, 1));
  EXPECT_THAT(found({.subject_kind = "service", .subject_id = "s4"}), ElementsAre(14, 9, 4));
  EXPECT_THAT(found({.subject_kind = "service"}).size(), 15u);
  EXPECT_THAT(found({.subject_kind = "unit"}), IsEmpty());
  EXPECT_THAT(found({.from = minute(3), .until = minute(6)}), ElementsAre(5, 4, 3));
  EXPECT_THAT(found({.actor = actor_number(2), .subject_kind = "service", .subject_id = "s4"}), ElementsAre(14));
  EXPECT_THAT(found({.actor = actor_number(2),
                     .action = "service.create",
                     .subject_kind = "service",
                     .from = minute(3),
                     .until = minute(14)}),
              ElementsAre(8));
}

TEST_P(JournalStore, PagesFollowOneAnotherWithoutGapOrRepetition) {
  // Some at the same moment, and one that came late.
  database().write([](db::Transaction& transaction) {
    for (int number = 0; number < 23; ++number) {
      Change change = change_number(number);
      change.at = number == 20 ? minute(2) : minute(number / 4);
      append(transaction, kota, change);
    }
  });
  std::vector<std::uint64_t> all;
  JournalFilter filter;
  do {
    const JournalPage page = read([&](db::Reader reader) { return find_entries(reader, kota, filter, 5); });
    for (const StoredEntry& entry : page.entries) all.push_back(entry.sequence);
    filter.after = page.next;
    ASSERT_LE(all.size(), 23u);
  } while (filter.after);
  EXPECT_EQ(all, found({}));
  EXPECT_EQ(all.size(), 23u);
  EXPECT_EQ(all[0], 22u);
  EXPECT_EQ(all.back(), 0u);
}

TEST_P(JournalStore, ExportsInOrder) {
  enter(database(), kota, 0, 9);
  const auto entries = read([](db::Reader reader) { return entries_from(reader, kota, 4, 3); });
  ASSERT_EQ(entries.size(), 3u);
  EXPECT_EQ(entries[0].sequence, 4u);
  EXPECT_EQ(entries[2].sequence, 6u);
}

// Two programs on one database, each with a writer of its own.
TEST_P(JournalStore, NeverForks) {
  db::Database other(database().place());
  constexpr int rounds = 40;
  const auto work = [](db::Database& with, int number) {
    for (int i = 0; i < rounds; ++i) {
      for (bool done = false; !done;) {
        try {
          with.write([&](db::Transaction& transaction) { append(transaction, kota, change_number(number)); });
          done = true;
        } catch (const db::Error& error) {
          ASSERT_EQ(error.trouble(), db::Trouble::busy) << error.what();
        }
      }
    }
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < 2; ++i) {
    threads.emplace_back(work, std::ref(database()), i);
    threads.emplace_back(work, std::ref(other), i + 2);
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(head_of(kota).size, 4u * rounds);
  Frontier frontier;
  for (const StoredEntry& entry : read([](db::Reader reader) { return entries_from(reader, kota, 0, 1'000); })) {
    EXPECT_EQ(entry.sequence, frontier.size());
    frontier.append(leaf_hash(entry.bytes));
  }
  EXPECT_EQ(head_of(kota).root, frontier.root());
}

TEST_P(JournalStore, SaysWhenItsHeadIsDamaged) {
  enter(database(), kota, 0, 3);
  database().write([](db::Transaction& transaction) {
    transaction.execute("UPDATE journal_head SET size = 4 WHERE institution_id = $1", kota);
  });
  try {
    enter(database(), kota, 3, 4);
    FAIL();
  } catch (const db::Error& error) {
    EXPECT_EQ(error.trouble(), db::Trouble::damaged);
  }
}

class CheckpointStore : public JournalStore {
 protected:
  Result<SignedNote, Words> sign(const SigningKey& with, Instant now = minute(100)) {
    return database().write(
        [&](db::Transaction& transaction) { return sign_journal(transaction, kota, server, with, now); });
  }

  const SigningKey key = SigningKey::generate(server, KeyUse::log);
};
PRIMA_ON_BOTH_DATABASES(CheckpointStore);

TEST_P(CheckpointStore, SignsEachSizeOnce) {
  EXPECT_FALSE(read([](db::Reader reader) { return latest_checkpoint(reader, kota); }));
  ASSERT_TRUE(sign(key));
  enter(database(), kota, 0, 5);
  const auto note = sign(key);
  ASSERT_TRUE(note) << note.error().en;
  EXPECT_EQ(open_checkpoint(*note, key.verifier())->head, head_of(kota));
  EXPECT_EQ(*sign(key, minute(200)), *note);
  EXPECT_EQ(read([](db::Reader reader) { return latest_checkpoint(reader, kota); }), *note);
  const auto all = read([](db::Reader reader) { return checkpoints(reader, kota); });
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].size, 0);
  EXPECT_EQ(all[1].size, 5);
  EXPECT_EQ(all[1].signed_at, minute(100));
}

TEST_P(CheckpointStore, DoesNotSignAJournalThatDoesNotContinueTheLastOne) {
  enter(database(), kota, 0, 6);
  ASSERT_TRUE(sign(key));
  enter(database(), kota, 6, 8);
  database().write([](db::Transaction& transaction) {
    std::string hashes =
        transaction.query("SELECT hashes FROM journal_entry WHERE institution_id = $1 AND sequence = 5", kota)
            .only()
            .bytes(0);
    hashes[40] = static_cast<char>(hashes[40] ^ 1);
    transaction.execute("UPDATE journal_entry SET hashes = $2 WHERE institution_id = $1 AND sequence = 5", kota,
                        db::Bytes{hashes});
  });
  const auto note = sign(key);
  ASSERT_FALSE(note);
  EXPECT_NE(note.error().en.find("does not continue"), std::string::npos);
}

TEST_P(CheckpointStore, DoesNotSignAfterACheckpointOfAnotherKey) {
  enter(database(), kota, 0, 6);
  ASSERT_TRUE(sign(key));
  EXPECT_FALSE(sign(SigningKey::generate(server, KeyUse::log)));
}

TEST_P(CheckpointStore, KeepsTheSignaturesOfWitnesses) {
  enter(database(), kota, 0, 6);
  const SignedNote note = *sign(key);
  const SigningKey witness = SigningKey::generate("saksi.go.id", KeyUse::witness);
  const auto add = [&](std::uint64_t size, const NoteSignature& signature) {
    return database().write([&](db::Transaction& transaction) {
      return add_witness(transaction, kota, size, signature, witness.verifier());
    });
  };
  EXPECT_TRUE(add(6, sign_note(note.text, witness, minute(101))));
  EXPECT_TRUE(add(6, sign_note(note.text, witness, minute(102))));
  EXPECT_FALSE(add(5, sign_note(note.text, witness, minute(102))));
  EXPECT_FALSE(add(6, sign_note("lain\n", witness, minute(102))));
  EXPECT_FALSE(add(6, note.signatures[0]));
  const auto kept = read([](db::Reader reader) { return latest_checkpoint(reader, kota); });
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->signatures.size(), 2u);
  EXPECT_EQ(witnessed_at(*kept, witness.verifier()), minute(102));
  EXPECT_TRUE(open_checkpoint(*kept, key.verifier()));
  EXPECT_TRUE(sign(key));
}

}  // namespace
}  // namespace prima::journal
