#include "app/commands_user.h"

#include "app/people_test_support.h"
#include "identity/session_rules.h"
#include "identity/sessions_store.h"

namespace prima::app {
namespace {

using identity::Grant;
using identity::Role;
using identity::Scope;

struct Said {
  Exit exit = Exit::done;
  std::string out = {};
  std::string err = {};
};

// What a command writes, on the data in a folder.
class UserCommands : public testing::Test {
 protected:
  void SetUp() override {
    const db::Place place{.folder = folder_.path()};
    ASSERT_TRUE(prepare_database(place, from_unix_ms(0)));
    db::Database database(place);
    database.write([](db::Transaction& transaction) {
      transaction.execute(
          "INSERT INTO institution (institution_id, code, name, kind, region_code, time_zone, status, details, "
          "version, changed_at) VALUES ($1, '33.74', 'Pemerintah Kota Contoh', 'city', '33.74', 'WIB', 'active', "
          "'{}', 1, $2)",
          test_city, from_unix_ms(0));
    });
  }

  Said run(Exit (*command)(const Arguments&), std::vector<std::string> words,
           std::map<std::string, std::string, std::less<>> values = {}) {
    Arguments arguments;
    arguments.words = std::move(words);
    arguments.values = std::move(values);
    arguments.values["--data"] = folder_.path();
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    Said said;
    said.exit = command(arguments);
    said.out = testing::internal::GetCapturedStdout();
    said.err = testing::internal::GetCapturedStderr();
    return said;
  }

  std::vector<Grant> grants_of(const std::string& name) {
    db::Database database({.folder = folder_.path()});
    db::Snapshot snapshot = database.read();
    const auto account = identity::find_account_by_name(snapshot, name);
    return account ? identity::grants_of(snapshot, account->institution, account->id) : std::vector<Grant>{};
  }

  // Whether the link on the command's last line may be used.
  bool is_good(const std::string& out) {
    const std::string token = between(out, "/tautan/", "\n");
    const auto place = identity::read_token_place(token);
    if (!place) return false;
    db::Database database({.folder = folder_.path()});
    db::Snapshot snapshot = database.read();
    return identity::find_link(snapshot, place->institution, *identity::stored_session_token(place->token), now())
        .has_value();
  }

 private:
  db::TestFolder folder_;
};

TEST_F(UserCommands, AddAnAccountWithItsRoleAndGiveItsLink) {
  const Said said = run(run_user_add, {"Sari"},
                        {{"--role", "administrator"}, {"--person", "Sari W."}, {"--origin", "https://prima.test/"}});
  EXPECT_EQ(said.exit, Exit::done) << said.err;
  EXPECT_NE(said.out.find("https://prima.test/tautan/3374."), std::string::npos) << said.out;
  EXPECT_TRUE(is_good(said.out));
  EXPECT_EQ(grants_of("sari"), (std::vector<Grant>{{Role::administrator, Scope::everywhere, test_city, {}}}));
}

TEST_F(UserCommands, KeepARoleInTheInstitutionThatWasNamed) {
  run(run_user_add, {"sari"}, {{"--role", "auditor"}, {"--institution", "3374"}});
  EXPECT_EQ(grants_of("sari"), (std::vector<Grant>{{Role::auditor, Scope::own_institution, test_city, {}}}));
}

TEST_F(UserCommands, RefuseWhatCannotBe) {
  using Values = std::map<std::string, std::string, std::less<>>;
  const std::vector<std::pair<std::string, Values>> wrong = {
      {"x", {{"--role", "auditor"}}},
      {"sari", {}},
      {"sari", {{"--role", "king"}}},
      {"sari", {{"--role", "unit_head"}}},
      {"sari", {{"--role", "unit_head"}, {"--unit", "TIDAK-ADA"}}},
      {"sari", {{"--role", "auditor"}, {"--institution", "1"}}},
      {"sari", {{"--role", "auditor"}, {"--institution", "3374x"}}},
      {"sari", {{"--role", "auditor"}, {"--mail", "bukan"}}},
  };
  for (const auto& [name, values] : wrong) {
    const Said said = run(run_user_add, {name}, values);
    EXPECT_NE(said.exit, Exit::done) << name;
    EXPECT_EQ(said.out, "");
    EXPECT_NE(said.err, "");
  }
  EXPECT_EQ(run(run_user_list, {}).out, "");
  run(run_user_add, {"sari"}, {{"--role", "auditor"}});
  EXPECT_NE(run(run_user_add, {"SARI"}, {{"--role", "auditor"}}).exit, Exit::done) << "the name is taken";
}

TEST_F(UserCommands, ListOneLineAnAccount) {
  run(run_user_add, {"sari"}, {{"--role", "auditor"}, {"--person", "Sari W."}});
  run(run_user_add, {"budi"}, {{"--role", "verifier"}});
  EXPECT_EQ(run(run_user_list, {}).out, "3374\tbudi\tinvited\tverifier\t\n3374\tsari\tinvited\tauditor\tSari W.\n");
}

TEST_F(UserCommands, ReplaceTheLink) {
  const Said first = run(run_user_add, {"sari"}, {{"--role", "auditor"}});
  const Said second = run(run_user_reset, {"sari"});
  EXPECT_TRUE(is_good(second.out));
  EXPECT_FALSE(is_good(first.out));
  EXPECT_NE(run(run_user_reset, {"budi"}).exit, Exit::done);
}

}  // namespace
}  // namespace prima::app
