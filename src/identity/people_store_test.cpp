#include "identity/people_store.h"

#include <gtest/gtest.h>

#include "db/db_test_support.h"
#include "identity/credentials_store.h"
#include "identity/sealed_secret.h"
#include "identity/sessions_store.h"
#include "identity/sign_in_store.h"
#include "identity/system_random.h"
#include "journal/commitment.h"
#include "journal/journal_store.h"

namespace prima::identity {
namespace {

constexpr InstitutionId city{3374};
constexpr InstitutionId regency{3322};
const Instant start = from_unix_ms(1'800'000'000'000);

class PeopleStore : public db::ContractTest {
 protected:
  template <typename Change>
  auto write(Change change) {
    return database().write(change);
  }
  template <typename Ask>
  auto read(Ask ask) {
    db::Snapshot snapshot = database().read();
    return ask(db::Reader(snapshot));
  }

  void SetUp() override {
    write([](db::Transaction& transaction) {
      for (const InstitutionId institution : {city, regency}) {
        transaction.execute(
            "INSERT INTO institution (institution_id, code, name, kind, region_code, time_zone, status, details, "
            "version, changed_at) VALUES ($1, $2, 'Kota', 'city', '33.74', 'WIB', 'active', '{}', 1, $3)",
            institution, std::to_string(static_cast<int>(institution)), start);
      }
    });
  }

  Doer doer(std::int64_t after_ms = 0) const {
    return {administrator.uuid(), start + std::chrono::milliseconds(after_ms)};
  }

  Account create(const std::string& name, InstitutionId institution = city) {
    const Account account{.institution = institution,
                          .id = AccountId(random_uuid(start)),
                          .name = name,
                          .person_name = "Sari Wulandari",
                          .mail = "sari@contoh.go.id",
                          .language = Language::en,
                          .state = AccountState::active,
                          .version = 1,
                          .created_at = start,
                          .changed_at = start};
    const auto commitment_key = journal::random_commitment_key();
    EXPECT_TRUE(write([&](db::Transaction& t) { return create_account(t, account, commitment_key, doer()); }));
    return account;
  }

  std::vector<std::string> journal_of(InstitutionId institution) {
    return read([&](db::Reader reader) {
      std::vector<std::string> entries;
      for (const auto& entry : journal::entries_from(reader, institution, 0, 1000)) entries.push_back(entry.bytes);
      return entries;
    });
  }

  Session session(AccountId account, std::uint8_t mark, std::int64_t after_ms = 0) const {
    Session made;
    made.token_hash.fill(mark);
    made.account = account;
    made.device = "Firefox";
    made.times = {start + std::chrono::milliseconds(after_ms), start + std::chrono::milliseconds(after_ms)};
    return made;
  }

  const AccountId administrator = AccountId(random_uuid(start));
};
PRIMA_ON_BOTH_DATABASES(PeopleStore);

TEST_P(PeopleStore, FindsAnAccountByItsIdAndByItsName) {
  EXPECT_TRUE(read([](db::Reader r) { return has_no_people(r); }));
  const Account sari = create("sari");
  EXPECT_FALSE(read([](db::Reader r) { return has_no_people(r); }));
  EXPECT_EQ(read([&](db::Reader r) { return find_account(r, city, sari.id); }), sari);
  EXPECT_EQ(read([&](db::Reader r) { return find_account_by_name(r, "sari"); }), sari);
  EXPECT_EQ(read([&](db::Reader r) { return find_account(r, regency, sari.id); }), std::nullopt);
  EXPECT_EQ(read([&](db::Reader r) { return find_account_by_name(r, "budi"); }), std::nullopt);
}

TEST_P(PeopleStore, GivesANameOnceInTheWholeInstallation) {
  create("sari");
  Account other = create("budi", regency);
  other.id = AccountId(random_uuid(start));
  other.name = "sari";
  const auto key = journal::random_commitment_key();
  const auto made = write([&](db::Transaction& t) { return create_account(t, other, key, doer()); });
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error(), AccountProblem::name_taken);
  EXPECT_EQ(read([&](db::Reader r) { return find_account(r, regency, other.id); }), std::nullopt);
}

TEST_P(PeopleStore, ChangesOnlyTheVersionThatWasSeen) {
  Account sari = create("sari");
  sari.person_name = "Sari W.";
  sari.mail = "";
  EXPECT_TRUE(write([&](db::Transaction& t) { return change_account(t, sari, doer(5)); }));
  const auto stored = read([&](db::Reader r) { return find_account(r, city, sari.id); });
  EXPECT_EQ(stored->person_name, "Sari W.");
  EXPECT_EQ(stored->version, 2);
  EXPECT_EQ(stored->changed_at, start + std::chrono::milliseconds(5));
  const auto again = write([&](db::Transaction& t) { return change_account(t, sari, doer(6)); });
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error(), AccountProblem::changed);
}

TEST_P(PeopleStore, ListsAccountsPageByPage) {
  for (const char* name : {"citra", "andi", "budi"}) create(name);
  create("dewi", regency);
  const auto names = [&](std::string_view after) {
    return read([&](db::Reader r) {
      std::string all;
      for (const Account& account : accounts_after(r, city, after, 2)) all += account.name + " ";
      return all;
    });
  };
  EXPECT_EQ(names(""), "andi budi ");
  EXPECT_EQ(names("budi"), "citra ");
}

TEST_P(PeopleStore, TheJournalTellsWhatWasDoneButNotWhoItWas) {
  const Account sari = create("sari.wulandari");
  write([&](db::Transaction& t) { set_password_hash(t, city, sari.id, "$argon2id$secret", doer(1)); });
  const auto entries = journal_of(city);
  ASSERT_EQ(entries.size(), 2U);
  for (const std::string& entry : entries) {
    for (const char* personal : {"sari.wulandari", "Sari", "contoh.go.id", "argon2id"}) {
      EXPECT_EQ(entry.find(personal), std::string::npos) << entry;
    }
    EXPECT_NE(entry.find(to_text(sari.id)), std::string::npos);
  }
  EXPECT_NE(entries[0].find("identity.account.create"), std::string::npos);
  EXPECT_NE(entries[1].find("identity.password.set"), std::string::npos);
}

TEST_P(PeopleStore, ErasingTakesEverythingPersonalAndFreesTheName) {
  const Account sari = create("sari");
  const Grant grant{Role::assessor, Scope::own_institution, city, {}};
  write([&](db::Transaction& t) {
    add_grant(t, city, sari.id, grant, doer());
    set_password_hash(t, city, sari.id, "$argon2id$x", doer());
    begin_second_factor(t, city, sari.id, "sealed", doer());
    set_recovery_codes(t, city, sari.id, {std::string(32, 'a')}, doer());
    link_outside_identity(t, city, sari.id, "https://sso.contoh.go.id", "sub-1", doer());
    begin_session(t, city, session(sari.id, 1), doer());
  });
  EXPECT_TRUE(write([&](db::Transaction& t) { return erase_account(t, city, sari.id, doer(9)); }));
  const auto left = read([&](db::Reader r) { return find_account(r, city, sari.id); });
  EXPECT_EQ(left->state, AccountState::erased);
  EXPECT_EQ(left->person_name + left->mail, "");
  EXPECT_EQ(left->name.find("sari"), std::string::npos);
  read([&](db::Reader r) {
    EXPECT_FALSE(find_account_by_name(r, "sari"));
    EXPECT_FALSE(password_hash_of(r, city, sari.id));
    EXPECT_FALSE(second_factor_of(r, city, sari.id));
    EXPECT_EQ(recovery_codes_left(r, city, sari.id), 0);
    EXPECT_FALSE(account_of_outside_identity(r, city, "https://sso.contoh.go.id", "sub-1"));
    EXPECT_TRUE(sessions_of(r, city, sari.id).empty());
    EXPECT_TRUE(grants_of(r, city, sari.id).empty());
    EXPECT_TRUE(accounts_after(r, city, "", 10).empty());
    return 0;
  });
  EXPECT_FALSE(write([&](db::Transaction& t) { return erase_account(t, city, sari.id, doer(9)); }));
  Account changed = *left;
  EXPECT_FALSE(write([&](db::Transaction& t) { return change_account(t, changed, doer(9)); }));
  create("sari");
}

TEST_P(PeopleStore, KeepsEachGrantOnce) {
  const Account sari = create("sari");
  const UnitId unit(random_uuid(start));
  const Grant staff{Role::unit_staff, Scope::own_unit, city, unit};
  const Grant assessor{Role::assessor, Scope::own_institution, regency, {}};
  EXPECT_TRUE(write([&](db::Transaction& t) { return add_grant(t, city, sari.id, staff, doer()); }));
  EXPECT_FALSE(write([&](db::Transaction& t) { return add_grant(t, city, sari.id, staff, doer()); }));
  EXPECT_TRUE(write([&](db::Transaction& t) { return add_grant(t, city, sari.id, assessor, doer()); }));
  EXPECT_EQ(read([&](db::Reader r) { return grants_of(r, city, sari.id); }), (std::vector{assessor, staff}));
  EXPECT_EQ(read([&](db::Reader r) { return holders_of(r, city, Role::assessor); }), std::vector{sari.id});
  EXPECT_TRUE(write([&](db::Transaction& t) { return remove_grant(t, city, sari.id, staff, doer()); }));
  EXPECT_FALSE(write([&](db::Transaction& t) { return remove_grant(t, city, sari.id, staff, doer()); }));
  EXPECT_EQ(read([&](db::Reader r) { return grants_of(r, city, sari.id); }), std::vector{assessor});
}

TEST_P(PeopleStore, ASessionEndsWhenRolesChangeOrTheAccountIsClosed) {
  Account sari = create("sari");
  const Grant grant{Role::assessor, Scope::own_institution, city, {}};
  const auto count = [&] { return read([&](db::Reader r) { return sessions_of(r, city, sari.id).size(); }); };
  write([&](db::Transaction& t) { begin_session(t, city, session(sari.id, 1), doer()); });
  EXPECT_EQ(count(), 1U);
  write([&](db::Transaction& t) { add_grant(t, city, sari.id, grant, doer()); });
  EXPECT_EQ(count(), 0U);
  write([&](db::Transaction& t) { begin_session(t, city, session(sari.id, 2), doer()); });
  write([&](db::Transaction& t) { remove_grant(t, city, sari.id, grant, doer()); });
  EXPECT_EQ(count(), 0U);
  write([&](db::Transaction& t) { begin_session(t, city, session(sari.id, 3), doer()); });
  sari.state = AccountState::closed;
  EXPECT_TRUE(write([&](db::Transaction& t) { return change_account(t, sari, doer()); }));
  EXPECT_EQ(count(), 0U);
}

TEST_P(PeopleStore, KeepsOnePasswordAnAccount) {
  const Account sari = create("sari");
  EXPECT_FALSE(read([&](db::Reader r) { return password_hash_of(r, city, sari.id); }));
  write([&](db::Transaction& t) { set_password_hash(t, city, sari.id, "one", doer()); });
  write([&](db::Transaction& t) { set_password_hash(t, city, sari.id, "two", doer()); });
  EXPECT_EQ(read([&](db::Reader r) { return password_hash_of(r, city, sari.id); }), "two");
  const std::size_t before = journal_of(city).size();
  write([&](db::Transaction& t) { renew_password_hash(t, city, sari.id, "three"); });
  EXPECT_EQ(read([&](db::Reader r) { return password_hash_of(r, city, sari.id); }), "three");
  EXPECT_EQ(journal_of(city).size(), before);
}

TEST_P(PeopleStore, UsesEachStepOfTheSecondFactorOnce) {
  const Account sari = create("sari");
  const auto use = [&](std::int64_t step) {
    return write([&](db::Transaction& t) { return use_totp_step(t, city, sari.id, step, doer()); });
  };
  EXPECT_FALSE(use(100));
  write([&](db::Transaction& t) { begin_second_factor(t, city, sari.id, std::string("\0sealed", 7), doer()); });
  EXPECT_EQ(read([&](db::Reader r) { return second_factor_of(r, city, sari.id); }),
            (SecondFactor{std::string("\0sealed", 7), false, -1}));
  EXPECT_TRUE(use(100));
  EXPECT_FALSE(use(100));
  EXPECT_FALSE(use(99));
  EXPECT_TRUE(use(101));
  EXPECT_TRUE(read([&](db::Reader r) { return second_factor_of(r, city, sari.id); })->confirmed);
  EXPECT_TRUE(write([&](db::Transaction& t) { return remove_second_factor(t, city, sari.id, doer()); }));
  EXPECT_FALSE(use(102));
}

TEST_P(PeopleStore, UsesEachRecoveryCodeOnce) {
  const Account sari = create("sari");
  const std::string one(32, '\x01');
  const std::string two(32, '\x02');
  const auto use = [&](const std::string& code) {
    return write([&](db::Transaction& t) { return use_recovery_code(t, city, sari.id, code, doer()); });
  };
  write([&](db::Transaction& t) { set_recovery_codes(t, city, sari.id, {one, two}, doer()); });
  EXPECT_TRUE(use(one));
  EXPECT_FALSE(use(one));
  EXPECT_EQ(read([&](db::Reader r) { return recovery_codes_left(r, city, sari.id); }), 1);
  write([&](db::Transaction& t) { set_recovery_codes(t, city, sari.id, {one}, doer()); });
  EXPECT_FALSE(use(two));
  EXPECT_TRUE(use(one));
}

TEST_P(PeopleStore, LinksAnOutsideIdentityToOneAccount) {
  const Account sari = create("sari");
  const Account budi = create("budi");
  const auto link = [&](const Account& account) {
    return write([&](db::Transaction& t) {
      return link_outside_identity(t, city, account.id, "https://sso.contoh.go.id", "sub-1", doer());
    });
  };
  EXPECT_TRUE(link(sari));
  EXPECT_FALSE(link(budi));
  const auto found = [&](std::string_view issuer, std::string_view subject) {
    return read([&](db::Reader r) { return account_of_outside_identity(r, city, issuer, subject); });
  };
  EXPECT_EQ(found("https://sso.contoh.go.id", "sub-1"), sari.id);
  EXPECT_EQ(found("https://sso.contoh.go.id", "sub-2"), std::nullopt);
  EXPECT_EQ(found("https://lain.contoh.go.id", "sub-1"), std::nullopt);
}

TEST_P(PeopleStore, ASessionGoesOnUnderAnotherToken) {
  const Account sari = create("sari");
  const Session first = session(sari.id, 1);
  const Session second = session(sari.id, 2);
  write([&](db::Transaction& t) { begin_session(t, city, first, doer()); });
  EXPECT_EQ(read([&](db::Reader r) { return find_session(r, city, first.token_hash); }), first);
  EXPECT_TRUE(
      write([&](db::Transaction& t) { return rotate_session(t, city, first.token_hash, second.token_hash, true); }));
  EXPECT_FALSE(read([&](db::Reader r) { return find_session(r, city, first.token_hash); }));
  const auto found = read([&](db::Reader r) { return find_session(r, city, second.token_hash); });
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->second_factor);
  EXPECT_EQ(found->times.created_at, first.times.created_at);
  EXPECT_FALSE(
      write([&](db::Transaction& t) { return rotate_session(t, city, first.token_hash, second.token_hash, true); }));
  EXPECT_FALSE(read([&](db::Reader r) { return find_session(r, regency, second.token_hash); }));
}

TEST_P(PeopleStore, SignsOutEverywhereButHere) {
  const Account sari = create("sari");
  const Account budi = create("budi");
  write([&](db::Transaction& t) {
    for (const std::uint8_t mark : std::initializer_list<std::uint8_t>{1, 2, 3})
      begin_session(t, city, session(sari.id, mark, mark), doer());
    begin_session(t, city, session(budi.id, 4), doer());
  });
  const Session here = session(sari.id, 2, 2);
  EXPECT_EQ(write([&](db::Transaction& t) { return end_sessions_of(t, city, sari.id, here.token_hash, doer()); }), 2);
  EXPECT_EQ(read([&](db::Reader r) { return sessions_of(r, city, sari.id); }), std::vector{here});
  EXPECT_EQ(write([&](db::Transaction& t) { return end_sessions_of(t, city, sari.id, std::nullopt, doer()); }), 1);
  EXPECT_EQ(read([&](db::Reader r) { return sessions_of(r, city, budi.id).size(); }), 1U);
  const Sha256 budis = session(budi.id, 4).token_hash;
  EXPECT_TRUE(write([&](db::Transaction& t) { return end_session(t, city, budis, doer()); }));
  EXPECT_FALSE(write([&](db::Transaction& t) { return end_session(t, city, budis, doer()); }));
}

TEST_P(PeopleStore, RemovesSessionsThatNobodyCanUse) {
  const Account sari = create("sari");
  const Session old = session(sari.id, 1);
  Session seen = session(sari.id, 2);
  write([&](db::Transaction& t) {
    begin_session(t, city, old, doer());
    begin_session(t, city, seen, doer());
    note_seen(t, city, seen.token_hash, start + std::chrono::minutes(20));
  });
  const auto removed = [&](std::chrono::milliseconds after) {
    return write([&](db::Transaction& t) { return remove_old_sessions(t, city, start + after, {}); });
  };
  EXPECT_EQ(removed(std::chrono::minutes(29)), 0);
  EXPECT_EQ(removed(std::chrono::minutes(30)), 1);
  seen.times.last_seen_at = start + std::chrono::minutes(20);
  EXPECT_EQ(read([&](db::Reader r) { return find_session(r, city, seen.token_hash); }), seen);
}

TEST_P(PeopleStore, CountsAttemptsUntilTheyHaveToWait) {
  const LockoutPolicy policy;
  const auto keys = budgets_of({"sari", "192.0.2.7", {}});
  const auto attempt = [&](Instant now) {
    return write([&](db::Transaction& t) { return charge_budgets(t, keys, policy, now); });
  };
  for (int each = 0; each < 11; ++each) EXPECT_FALSE(attempt(start)) << each;
  EXPECT_EQ(attempt(start), start + std::chrono::seconds(1));
  EXPECT_EQ(read([&](db::Reader r) { return budget_of(r, keys[0]); }), (Budget{11, start}));
  write([&](db::Transaction& t) { refund_budgets(t, keys); });
  EXPECT_FALSE(attempt(start));
  const auto remove = [&](Instant now) {
    return write([&](db::Transaction& t) { return remove_old_budgets(t, policy, now); });
  };
  EXPECT_EQ(remove(start + std::chrono::hours(23)), 0);
  EXPECT_EQ(remove(start + std::chrono::hours(24)), 1);
  EXPECT_EQ(remove(start + std::chrono::hours(72)), 1);
}

TEST_P(PeopleStore, ALinkIsUsedOnceAndInTime) {
  const Account sari = create("sari");
  Sha256 token{};
  token.fill(7);
  Sha256 newer{};
  newer.fill(8);
  const OneTimeLink link{sari.id, LinkPurpose::password_reset, start, start + std::chrono::minutes(30)};
  const auto keep = [&](const Sha256& hash) {
    write([&](db::Transaction& t) { keep_link(t, city, hash, link, doer()); });
  };
  const auto take = [&](const Sha256& hash, std::int64_t after_ms) {
    return write([&](db::Transaction& t) { return take_link(t, city, hash, doer(after_ms)); });
  };
  keep(token);
  EXPECT_EQ(read([&](db::Reader r) { return find_link(r, city, token, start); }), link);
  EXPECT_EQ(take(token, 30 * 60 * 1000), std::nullopt) << "too old";
  EXPECT_EQ(take(token, 1), link);
  EXPECT_EQ(take(token, 1), std::nullopt) << "used";
  keep(token);
  keep(newer);
  EXPECT_EQ(take(token, 1), std::nullopt) << "replaced";
  EXPECT_EQ(take(newer, 1), link);
}

TEST_P(PeopleStore, ABegunSignInElsewhereIsTakenOnce) {
  Sha256 cookie{};
  cookie.fill(9);
  const OutsideSignIn begun{"https://sso.contoh.go.id",      "state", "nonce", "verifier", "/",
                            start + std::chrono::minutes(10)};
  const auto take = [&](Instant now) {
    return write([&](db::Transaction& t) { return take_outside_sign_in(t, city, cookie, now); });
  };
  write([&](db::Transaction& t) { keep_outside_sign_in(t, city, cookie, begun); });
  EXPECT_EQ(take(start), begun);
  EXPECT_EQ(take(start), std::nullopt);
  write([&](db::Transaction& t) { keep_outside_sign_in(t, city, cookie, begun); });
  EXPECT_EQ(take(start + std::chrono::minutes(10)), std::nullopt);
  write([&](db::Transaction& t) { keep_outside_sign_in(t, city, cookie, begun); });
  write([&](db::Transaction& t) { remove_old_sign_ins(t, city, start + std::chrono::minutes(10)); });
  EXPECT_EQ(take(start), std::nullopt);
}

TEST(SealedSecret, OpensOnlyWithItsKeyForItsAccount) {
  const std::string key(seal_key_bytes, 'k');
  const std::string sealed = seal(key, "account one", "the secret");
  EXPECT_EQ(sealed.find("secret"), std::string::npos);
  EXPECT_NE(seal(key, "account one", "the secret"), sealed);
  EXPECT_EQ(open_sealed(key, "account one", sealed), "the secret");
  EXPECT_EQ(open_sealed(key, "account two", sealed), std::nullopt);
  EXPECT_EQ(open_sealed(std::string(seal_key_bytes, 'x'), "account one", sealed), std::nullopt);
  EXPECT_EQ(open_sealed(key, "account one", sealed.substr(1)), std::nullopt);
  EXPECT_EQ(open_sealed(key, "account one", ""), std::nullopt);
}

TEST(AccountName, IsWhatCanBeTyped) {
  EXPECT_EQ(account_name("  Sari.W@Contoh.GO.ID "), "sari.w@contoh.go.id");
  for (const char* typed : {"", "ab", "sari wulandari", "sa\nri", "sarí", "<sari>"}) {
    EXPECT_FALSE(account_name(typed)) << typed;
  }
  EXPECT_FALSE(account_name(std::string(255, 'a')));
}

}  // namespace
}  // namespace prima::identity
