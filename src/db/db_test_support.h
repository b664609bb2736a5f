#pragma once

// Databases for tests: a new, empty or migrated one for each test, on both engines. The PostgreSQL is a real one that
// the test program starts itself, on loopback and as an unprivileged user, and stops when it ends.
//
//   class PeopleStore : public db::ContractTest {};
//   PRIMA_ON_BOTH_DATABASES(PeopleStore);
//   TEST_P(PeopleStore, FindsWhatItKept) { database().write([](db::Transaction& t) { ... }); }

#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "db/database.h"
#include "db/migrate.h"

namespace prima::db {

// A folder that is gone when the test ends.
class TestFolder {
 public:
  TestFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "prima-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a folder for the test");
    path_ = pattern;
  }
  ~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// A PostgreSQL server of this test program.
class TestPostgres {
 public:
  // The one server of the program, started when it is first asked for.
  static TestPostgres& server() {
    static TestPostgres only;
    return only;
  }

  // Stopped at once, and its folder removed.
  ~TestPostgres() { stop(SIGINT); }

  void start() {
    process_ = spawn({bin("postgres"), "-D", data(), "-p", std::to_string(port_), "-c", "listen_addresses=127.0.0.1",
                      "-c", "unix_socket_directories=", "-c", "max_connections=120", "-c", "shared_buffers=64MB"});
    for (int i = 0; i < 200; ++i) {
      try {
        open_postgres_admin();
        return;
      } catch (const Error&) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
      }
    }
    throw std::runtime_error("the PostgreSQL of the test does not answer");
  }

  // SIGINT: clients are cut off, data is flushed; SIGQUIT: as if the power failed.
  void stop(int signal) {
    if (process_ <= 0) return;
    kill(process_, signal);
    waitpid(process_, nullptr, 0);
    process_ = 0;
  }

  // The address of a new database, a copy of `like`.
  std::string create_database(const std::string& like = "template1") {
    const std::string name = fmt::format("test{}", ++made_);
    open_postgres_admin()->script(fmt::format("CREATE DATABASE {} TEMPLATE {}", name, like));
    return url(name);
  }

  std::string url(const std::string& name) const {
    return fmt::format("postgresql://prima@127.0.0.1:{}/{}?sslmode=disable", port_, name);
  }

  // A database with all tables, made once and copied for each test.
  const std::string& migrated_template() {
    if (template_.empty()) {
      const std::string address = create_database();
      const auto connection = connect({.postgres_url = address}, Purpose::migrate);
      const auto plan = plan_migration(*connection);
      const auto applied = apply_migration(*connection, plan.value(), from_unix_ms(0));
      if (!applied) throw std::runtime_error(to_text(applied.error().front(), Language::en));
      template_ = fmt::format("test{}", made_);
    }
    return template_;
  }

 private:
  TestPostgres() : port_(free_port()) {
    if (geteuid() == 0) {
      const passwd* user = getpwnam("postgres");
      if (user == nullptr) throw std::runtime_error("there is no user postgres; install postgresql-15");
      user_ = user->pw_uid;
      group_ = user->pw_gid;
      if (chown(folder_.path().c_str(), user_, group_) != 0) throw std::runtime_error("chown");
    }
    const pid_t init = spawn(
        {bin("initdb"), "-D", data(), "-U", "prima", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale", "C.UTF-8"});
    int status = 0;
    if (waitpid(init, &status, 0) != init || status != 0) throw std::runtime_error("initdb failed: " + log());
    start();
  }

  std::unique_ptr<Connection> open_postgres_admin() {
    return connect({.postgres_url = url("postgres")}, Purpose::migrate);
  }

  std::string data() const { return folder_.path() + "/data"; }
  std::string log_file() const { return folder_.path() + "/log"; }
  std::string log() const {
    std::ifstream file(log_file());
    return std::string(std::istreambuf_iterator<char>(file), {});
  }

  static std::string bin(const std::string& program) { return "/usr/lib/postgresql/15/bin/" + program; }

  static int free_port() {
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    const bool bound = bind(listener, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                       getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    close(listener);
    if (!bound) throw std::runtime_error("no free port");
    return ntohs(address.sin_port);
  }

  pid_t spawn(const std::vector<std::string>& command) {
    const std::string output = log_file();
    const pid_t child = fork();
    if (child != 0) return child;
    prctl(PR_SET_PDEATHSIG, SIGQUIT);
    if (user_ != 0 && (setgid(group_) != 0 || setuid(user_) != 0)) _exit(126);
    const int log = open(output.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    dup2(log, 1);
    dup2(log, 2);
    if (chdir("/") != 0) _exit(126);
    std::vector<char*> arguments;
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    execv(arguments[0], arguments.data());
    _exit(127);
  }

  TestFolder folder_;
  int port_;
  uid_t user_ = 0;
  gid_t group_ = 0;
  pid_t process_ = 0;
  int made_ = 0;
  std::string template_;
};

// The same test on both engines.
class ContractTest : public testing::TestWithParam<Engine> {
 protected:
  // A place without any table.
  Place empty_place() {
    if (GetParam() == Engine::postgresql) return {.postgres_url = TestPostgres::server().create_database()};
    folders_.push_back(std::make_unique<TestFolder>());
    return {.folder = folders_.back()->path()};
  }

  // A place with all tables of the program.
  Place migrated_place() {
    if (GetParam() == Engine::postgresql) {
      TestPostgres& server = TestPostgres::server();
      const std::string like = server.migrated_template();
      return {.postgres_url = server.create_database(like)};
    }
    const Place place = empty_place();
    const auto connection = connect(place, Purpose::migrate);
    const auto plan = plan_migration(*connection);
    const auto applied = apply_migration(*connection, plan.value(), from_unix_ms(0));
    EXPECT_TRUE(applied) << to_text(applied.error().front(), Language::en);
    return place;
  }

  // The database of this test, with all tables. From any thread.
  Database& database() {
    std::call_once(made_, [this] { database_ = std::make_unique<Database>(migrated_place()); });
    return *database_;
  }

 private:
  std::vector<std::unique_ptr<TestFolder>> folders_;
  std::once_flag made_;
  std::unique_ptr<Database> database_;
};

inline std::string engine_name(const testing::TestParamInfo<Engine>& info) {
  return info.param == Engine::sqlite ? "Sqlite" : "Postgresql";
}

}  // namespace prima::db

#define PRIMA_ON_BOTH_DATABASES(suite)                                                                    \
  INSTANTIATE_TEST_SUITE_P(Database, suite,                                                               \
                           testing::Values(::prima::db::Engine::sqlite, ::prima::db::Engine::postgresql), \
                           ::prima::db::engine_name)
