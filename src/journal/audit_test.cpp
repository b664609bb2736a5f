// Tampers with the database directly, as its administrator could, and asks the audit what happened.
#include "journal/audit.h"

#include <gtest/gtest.h>

#include "journal/journal_test_support.h"
#include "journal/stored_hashes.h"

namespace prima::journal {
namespace {

using namespace prima::journal::test;

constexpr int entries = 21;

std::string entry_bytes(int number) {
  return to_bytes({static_cast<std::uint64_t>(number), kota, change_number(number)});
}

std::string forged_bytes(int number) {
  Change change = change_number(number);
  change.after = Json::object({{"name", "Palsu"}});
  return to_bytes({static_cast<std::uint64_t>(number), kota, change});
}

std::vector<Hash> hashes_at(db::Transaction& t, int number) {
  return *hashes_in(
      t.query("SELECT hashes FROM journal_entry WHERE institution_id = $1 AND sequence = $2", kota, number)
          .only()
          .bytes(0));
}

void set_hashes(db::Transaction& t, int number, const std::vector<Hash>& hashes) {
  t.execute("UPDATE journal_entry SET hashes = $3 WHERE institution_id = $1 AND sequence = $2", kota, number,
            db::Bytes{joined(hashes)});
}

void set_entry(db::Transaction& t, int number, const std::string& bytes) {
  t.execute("UPDATE journal_entry SET entry = $3 WHERE institution_id = $1 AND sequence = $2", kota, number,
            db::Bytes{bytes});
}

void set_leaf(db::Transaction& t, int number, const std::string& bytes) {
  std::vector<Hash> hashes = hashes_at(t, number);
  hashes[0] = leaf_hash(bytes);
  set_hashes(t, number, hashes);
}

void remove(db::Transaction& t, int from, int to) {
  t.execute("DELETE FROM journal_entry WHERE institution_id = $1 AND sequence BETWEEN $2 AND $3", kota, from, to);
}

void renumber(db::Transaction& t, int from, int by) {
  constexpr int far = 1'000'000;
  t.execute("UPDATE journal_entry SET sequence = sequence + $3 WHERE institution_id = $1 AND sequence >= $2", kota,
            from, far);
  t.execute("UPDATE journal_entry SET sequence = sequence + $3 WHERE institution_id = $1 AND sequence >= $2", kota, far,
            by - far);
}

void insert(db::Transaction& t, int place, int as_number, const std::string& bytes, const std::vector<Hash>& hashes) {
  const Change change = change_number(as_number);
  t.execute(
      "INSERT INTO journal_entry (institution_id, sequence, happened_at, actor, action, subject_kind, subject_id, "
      "entry,"
      " hashes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      kota, place, change.at, change.actor, change.action, change.subject.kind, change.subject.id, db::Bytes{bytes},
      db::Bytes{joined(hashes)});
}

// Makes all hashes and the head fit the entries as they are now: what somebody does who knows this program.
void rebuild(db::Transaction& t) {
  Frontier frontier;
  for (const StoredEntry& entry : entries_from(t, kota, 0, 1'000))
    set_hashes(t, static_cast<int>(entry.sequence), frontier.append(leaf_hash(entry.bytes)));
  t.execute("UPDATE journal_head SET size = $2, frontier = $3 WHERE institution_id = $1", kota, frontier.size(),
            db::Bytes{joined(frontier.hashes())});
}

// The hashes that an honest append of entry 21 would store.
std::vector<Hash> hashes_of_next(db::Transaction& t) {
  Frontier frontier;
  for (const StoredEntry& entry : entries_from(t, kota, 0, 1'000)) frontier.append(leaf_hash(entry.bytes));
  return frontier.append(leaf_hash(entry_bytes(entries)));
}

void forget_checkpoints(db::Transaction& t) {
  t.execute("DELETE FROM journal_checkpoint WHERE institution_id = $1", kota);
}

void swap_sequences(db::Transaction& t, int a, int b) {
  const auto move = [&t](int from, int to) {
    t.execute("UPDATE journal_entry SET sequence = $3 WHERE institution_id = $1 AND sequence = $2", kota, from, to);
  };
  move(a, 1'000'000);
  move(b, a);
  move(1'000'000, b);
}

class JournalAudit : public db::ContractTest {
 protected:
  // Checkpoints in the database at 8 and 16, the last one (21) only elsewhere.
  void prepare() {
    enter(database(), kota, 0, 8);
    sign();
    enter(database(), kota, 8, 16);
    sign();
    enter(database(), kota, 16, entries);
    enter(database(), kabupaten, 0, 3);
    db::Snapshot snapshot = database().read();
    last = {journal_origin(server, kota), head(snapshot, kota)};
  }
  void sign() {
    const auto note =
        database().write([&](db::Transaction& t) { return sign_journal(t, kota, server, key, minute(100)); });
    ASSERT_TRUE(note);
  }
  AuditReport report(bool with_last = false) {
    db::Snapshot snapshot = database().read();
    return audit(snapshot, kota, {key.verifier(), server, with_last ? std::vector{last} : std::vector<Checkpoint>{}});
  }

  const SigningKey key = SigningKey::generate(server, KeyUse::log);
  Checkpoint last;
};
PRIMA_ON_BOTH_DATABASES(JournalAudit);

TEST_P(JournalAudit, FindsNothingInAWholeJournal) {
  prepare();
  const AuditReport found = report();
  EXPECT_FALSE(found.tampering) << found.tampering->message.en;
  EXPECT_EQ(found.entries, 21u);
  EXPECT_EQ(found.checkpoints, 2u);
  EXPECT_EQ(found.covered, 16u);
  EXPECT_EQ(report(true).covered, 21u);
}

TEST_P(JournalAudit, FindsNothingInAnEmptyJournal) {
  EXPECT_FALSE(report().tampering);
  sign();
  EXPECT_FALSE(report().tampering);
  EXPECT_EQ(report().checkpoints, 1u);
}

struct Deed {
  std::string what;
  void (*tamper)(db::Transaction&);
  Tamper kind;
  std::uint64_t first;
  std::uint64_t last;
};

const std::vector<Deed>& deeds() {
  static const std::vector<Deed> list = {
      {"a byte flipped", [](db::Transaction& t) { set_entry(t, 5, forged_bytes(5)); }, Tamper::changed, 5, 5},
      {"a byte flipped in the first", [](db::Transaction& t) { set_entry(t, 0, forged_bytes(0)); }, Tamper::changed, 0,
       0},
      {"a byte flipped in the last", [](db::Transaction& t) { set_entry(t, 20, forged_bytes(20)); }, Tamper::changed,
       20, 20},
      {"no JSON", [](db::Transaction& t) { set_entry(t, 12, "x"); }, Tamper::changed, 12, 12},
      {"a byte flipped in its number",
       [](db::Transaction& t) {
         std::string bytes = entry_bytes(12);
         bytes.replace(bytes.find("\"sequence\":12"), 13, "\"sequence\":10");
         set_entry(t, 12, bytes);
       },
       Tamper::changed, 12, 12},
      {"a leaf's hash flipped",
       [](db::Transaction& t) {
         std::vector<Hash> hashes = hashes_at(t, 6);
         hashes[0][31] ^= 1;
         set_hashes(t, 6, hashes);
       },
       Tamper::changed, 6, 6},
      {"hashes cut", [](db::Transaction& t) { set_hashes(t, 7, {hashes_at(t, 7)[0]}); }, Tamper::changed, 7, 7},
      {"flipped with the leaf's hash, on the left",
       [](db::Transaction& t) {
         set_entry(t, 4, forged_bytes(4));
         set_leaf(t, 4, forged_bytes(4));
       },
       Tamper::rewritten, 4, 5},
      {"flipped with the leaf's hash, on the right",
       [](db::Transaction& t) {
         set_entry(t, 5, forged_bytes(5));
         set_leaf(t, 5, forged_bytes(5));
       },
       Tamper::rewritten, 4, 5},
      {"flipped with all hashes",
       [](db::Transaction& t) {
         set_entry(t, 10, forged_bytes(10));
         rebuild(t);
       },
       Tamper::rewritten, 8, 15},
      {"flipped behind the checkpoints with the leaf's hash",
       [](db::Transaction& t) {
         set_entry(t, 18, forged_bytes(18));
         set_leaf(t, 18, forged_bytes(18));
       },
       Tamper::rewritten, 18, 19},
      {"another actor to search by",
       [](db::Transaction& t) {
         t.execute("UPDATE journal_entry SET actor = $2 WHERE institution_id = $1 AND sequence = 7", kota, Uuid());
       },
       Tamper::misfiled, 7, 7},
      {"another time to search by",
       [](db::Transaction& t) {
         t.execute("UPDATE journal_entry SET happened_at = happened_at + 1 WHERE institution_id = $1 AND sequence = 3",
                   kota);
       },
       Tamper::misfiled, 3, 3},
      {"one deleted", [](db::Transaction& t) { remove(t, 9, 9); }, Tamper::removed, 9, 9},
      {"three deleted", [](db::Transaction& t) { remove(t, 9, 11); }, Tamper::removed, 9, 11},
      {"the first deleted", [](db::Transaction& t) { remove(t, 0, 0); }, Tamper::removed, 0, 0},
      {"two deleted and the others numbered anew",
       [](db::Transaction& t) {
         remove(t, 9, 10);
         renumber(t, 11, -2);
       },
       Tamper::removed, 9, 10},
      {"two deleted, numbered anew, all hashes made to fit",
       [](db::Transaction& t) {
         remove(t, 9, 10);
         renumber(t, 11, -2);
         rebuild(t);
       },
       Tamper::removed, 9, 10},
      {"the end cut off", [](db::Transaction& t) { remove(t, 19, 20); }, Tamper::truncated, 19, 20},
      {"the end cut off with the head",
       [](db::Transaction& t) {
         remove(t, 14, 20);
         rebuild(t);
       },
       Tamper::truncated, 14, 15},
      {"all cut off", [](db::Transaction& t) { remove(t, 0, 20); }, Tamper::truncated, 0, 15},
      {"two swapped", [](db::Transaction& t) { swap_sequences(t, 3, 12); }, Tamper::moved, 3, 3},
      {"two neighbours swapped", [](db::Transaction& t) { swap_sequences(t, 3, 4); }, Tamper::moved, 3, 3},
      {"two swapped without their hashes",
       [](db::Transaction& t) {
         set_entry(t, 3, entry_bytes(12));
         set_entry(t, 12, entry_bytes(3));
       },
       Tamper::moved, 3, 3},
      {"two swapped, all hashes made to fit",
       [](db::Transaction& t) {
         swap_sequences(t, 3, 12);
         rebuild(t);
       },
       Tamper::moved, 3, 3},
      {"one overwritten with a copy of another", [](db::Transaction& t) { set_entry(t, 12, entry_bytes(3)); },
       Tamper::changed, 12, 12},
      {"one inserted",
       [](db::Transaction& t) {
         renumber(t, 6, 1);
         insert(t, 6, 6, forged_bytes(6), {leaf_hash(forged_bytes(6))});
       },
       Tamper::inserted, 6, 6},
      {"one inserted at an odd place",
       [](db::Transaction& t) {
         renumber(t, 7, 1);
         insert(t, 7, 7, forged_bytes(7), {leaf_hash(forged_bytes(7))});
       },
       Tamper::inserted, 7, 7},
      {"one inserted, all hashes made to fit",
       [](db::Transaction& t) {
         renumber(t, 6, 1);
         insert(t, 6, 6, forged_bytes(6), {});
         rebuild(t);
       },
       Tamper::inserted, 6, 6},
      {"one inserted right before a checkpoint, all hashes made to fit",
       [](db::Transaction& t) {
         renumber(t, 7, 1);
         insert(t, 7, 7, forged_bytes(7), {});
         rebuild(t);
       },
       Tamper::inserted, 7, 7},
      {"one inserted behind the checkpoints, all hashes made to fit",
       [](db::Transaction& t) {
         renumber(t, 18, 1);
         insert(t, 18, 18, forged_bytes(18), {});
         rebuild(t);
       },
       Tamper::inserted, 18, 18},
      {"a copy inserted",
       [](db::Transaction& t) {
         renumber(t, 9, 1);
         insert(t, 9, 2, entry_bytes(2), {leaf_hash(entry_bytes(2))});
       },
       Tamper::inserted, 9, 9},
      {"one put behind the end", [](db::Transaction& t) { insert(t, 21, 21, entry_bytes(21), hashes_of_next(t)); },
       Tamper::inserted, 21, 21},
      {"one put before the beginning",
       [](db::Transaction& t) { insert(t, -3, 0, entry_bytes(0), {leaf_hash(entry_bytes(0))}); }, Tamper::inserted, 0,
       0},
      {"one of another institution",
       [](db::Transaction& t) {
         const std::string bytes = to_bytes({1, kabupaten, change_number(1)});
         set_entry(t, 1, bytes);
         set_leaf(t, 1, bytes);
       },
       Tamper::inserted, 1, 1},
      {"a hash of the tree flipped",
       [](db::Transaction& t) {
         std::vector<Hash> hashes = hashes_at(t, 5);
         hashes[1][0] ^= 1;
         set_hashes(t, 5, hashes);
       },
       Tamper::hash_changed, 5, 5},
      {"the head's size changed",
       [](db::Transaction& t) { t.execute("UPDATE journal_head SET size = 3 WHERE institution_id = $1", kota); },
       Tamper::head_changed, 20, 20},
      {"the head deleted",
       [](db::Transaction& t) { t.execute("DELETE FROM journal_head WHERE institution_id = $1", kota); },
       Tamper::head_changed, 20, 20},
      {"the head's hashes changed",
       [](db::Transaction& t) {
         t.execute("UPDATE journal_head SET frontier = $2 WHERE institution_id = $1", kota, db::Bytes{"x"});
       },
       Tamper::head_changed, 20, 20},
      {"a checkpoint changed",
       [](db::Transaction& t) {
         std::string note =
             t.query("SELECT note FROM journal_checkpoint WHERE institution_id = $1 AND size = 8", kota).only().text(0);
         note.replace(note.find("\n8\n"), 3, "\n9\n");
         t.execute("UPDATE journal_checkpoint SET note = $2 WHERE institution_id = $1 AND size = 8", kota, note);
       },
       Tamper::checkpoint_changed, 7, 7},
      {"a checkpoint in the place of another",
       [](db::Transaction& t) {
         t.execute("DELETE FROM journal_checkpoint WHERE institution_id = $1 AND size = 8", kota);
         t.execute("UPDATE journal_checkpoint SET size = 12 WHERE institution_id = $1", kota);
       },
       Tamper::checkpoint_changed, 11, 11},
  };
  return list;
}

TEST_P(JournalAudit, NamesTheFirstEntryOfEachTampering) {
  prepare();
  for (const Deed& deed : deeds()) {
    SCOPED_TRACE(deed.what);
    struct Undo {};
    AuditReport found;
    // The audit reads inside the tampering transaction, which then is undone, so that all deeds meet the same journal.
    EXPECT_THROW(database().write([&](db::Transaction& transaction) {
      deed.tamper(transaction);
      found = audit(transaction, kota, {key.verifier(), server});
      throw Undo();
    }),
                 Undo);
    ASSERT_TRUE(found.tampering);
    EXPECT_EQ(name(found.tampering->kind), name(deed.kind)) << found.tampering->message.en;
    EXPECT_EQ(found.tampering->first, deed.first) << found.tampering->message.en;
    EXPECT_EQ(found.tampering->last, deed.last) << found.tampering->message.en;
    EXPECT_NE(found.tampering->message.id.find(std::to_string(deed.first)), std::string::npos);
    EXPECT_NE(found.tampering->message.en.find(std::to_string(deed.first)), std::string::npos);
  }
  EXPECT_FALSE(report().tampering);
}

// What nobody can see from the database alone, a checkpoint that was kept elsewhere shows.
TEST_P(JournalAudit, FindsWithACheckpointFromElsewhereWhatWasCoveredUp) {
  prepare();
  database().write([](db::Transaction& t) {
    set_entry(t, 18, forged_bytes(18));
    rebuild(t);
  });
  EXPECT_FALSE(report().tampering);
  EXPECT_EQ(report().covered, 16u);
  auto found = report(true).tampering;
  ASSERT_TRUE(found);
  EXPECT_EQ(found->kind, Tamper::rewritten);
  EXPECT_EQ(found->first, 16u);
  EXPECT_EQ(found->last, 20u);

  database().write([](db::Transaction& t) {
    remove(t, 14, 20);
    forget_checkpoints(t);
    rebuild(t);
  });
  EXPECT_FALSE(report().tampering);
  EXPECT_EQ(report().covered, 0u);
  found = report(true).tampering;
  ASSERT_TRUE(found);
  EXPECT_EQ(found->kind, Tamper::truncated);
  EXPECT_EQ(found->first, 14u);
}

TEST_P(JournalAudit, IsNotFooledByCheckpointsOfAnotherKeyOrJournal) {
  prepare();
  const SigningKey other = SigningKey::generate(server, KeyUse::log);
  database().write([&](db::Transaction& t) {
    set_entry(t, 10, forged_bytes(10));
    rebuild(t);
    forget_checkpoints(t);
    return sign_journal(t, kota, server, other, minute(200)).has_value();
  });
  auto found = report().tampering;
  ASSERT_TRUE(found);
  EXPECT_EQ(found->kind, Tamper::checkpoint_changed);
  Checkpoint elsewhere = last;
  elsewhere.origin = journal_origin(server, kabupaten);
  db::Snapshot snapshot = database().read();
  EXPECT_EQ(audit(snapshot, kota, {key.verifier(), server, {elsewhere}}).checkpoints, 0u);
}

}  // namespace
}  // namespace prima::journal
