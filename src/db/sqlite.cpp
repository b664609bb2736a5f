#include "db/sqlite.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <functional>
#include <unordered_map>
#include <vector>

namespace prima::db {

namespace {

constexpr int busy_timeout_ms = 10'000;
constexpr std::size_t statements_kept = 512;

Trouble trouble_of(int code) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Trouble::busy;
    case SQLITE_FULL:
      return Trouble::full;
    case SQLITE_READONLY:
      return Trouble::read_only;
    case SQLITE_CANTOPEN:
      return Trouble::unavailable;
    case SQLITE_IOERR:
      return Trouble::full;  // a write that failed: the disk is full or gone
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Trouble::damaged;
    case SQLITE_CONSTRAINT:
      return Trouble::conflict;
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
      return Trouble::wrong_value;
    default:
      return Trouble::failed;
  }
}

[[noreturn]] void fail(sqlite3* handle, const std::string& doing) {
  throw Error(trouble_of(sqlite3_extended_errcode(handle)),
              fmt::format("sqlite: {}: {}", doing, sqlite3_errmsg(handle)));
}

struct Close {
  void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Handle = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

// The verbs the program needs, and no others: a statement that slipped through everything else cannot attach a file or
// turn a safety off.
int authorize(void* purpose_of, int action, const char*, const char* second, const char*, const char*) {
  const Purpose purpose = *static_cast<Purpose*>(purpose_of);
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
    case SQLITE_TRANSACTION:
      return SQLITE_OK;
    case SQLITE_FUNCTION:
      return second != nullptr && std::strcmp(second, "load_extension") == 0 ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
    case SQLITE_SAVEPOINT:
      return purpose == Purpose::read ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_CREATE_TABLE:
    case SQLITE_CREATE_INDEX:
    case SQLITE_ALTER_TABLE:
    case SQLITE_DROP_TABLE:
    case SQLITE_DROP_INDEX:
    case SQLITE_REINDEX:
      return purpose == Purpose::migrate ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
  }
}

Handle open_file(const std::string& path, int flags) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  Handle handle(raw);
  if (code != SQLITE_OK) {
    throw Error(trouble_of(code), fmt::format("sqlite: open {}: {}", path, raw ? sqlite3_errmsg(raw) : "no memory"));
  }
  return handle;
}

// Makes the file, if there is none, so that only its owner can read it; SQLite gives its other files the same rights.
void make_private_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) {
    const Trouble trouble = errno == ENOSPC || errno == EDQUOT  ? Trouble::full
                            : errno == EROFS || errno == EACCES ? Trouble::read_only
                                                                : Trouble::unavailable;
    throw Error(trouble, fmt::format("sqlite: make {}: {}", path, std::strerror(errno)));
  }
  ::close(file);
}

class SqliteConnection : public Connection {
 public:
  SqliteConnection(const std::string& path, Purpose purpose) : purpose_(purpose) {
    if (purpose == Purpose::migrate) make_private_file(path);
    // A reader opens for writing too, so that it can make the shared memory of WAL; the authorizer keeps it from
    // changing anything.
    handle_ = open_file(path, SQLITE_OPEN_READWRITE);
    sqlite3_busy_timeout(handle_.get(), busy_timeout_ms);
    set("PRAGMA journal_mode = WAL");
    set("PRAGMA synchronous = FULL");
    set("PRAGMA foreign_keys = ON");
    set("PRAGMA trusted_schema = OFF");
    set("PRAGMA cell_size_check = ON");
    set("PRAGMA temp_store = MEMORY");
    set("PRAGMA cache_size = -8192");
    sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_set_authorizer(handle_.get(), authorize, &purpose_);
  }

  Outcome run(std::string_view sql, std::span<const Value> values) override {
    sqlite3_stmt* statement = prepared(sql);
    const Reset reset{statement};
    bind_all(statement, values);
    const int columns = sqlite3_column_count(statement);
    Outcome outcome{Rows(static_cast<std::size_t>(columns)), 0};
    for (;;) {
      const int code = sqlite3_step(statement);
      if (code == SQLITE_DONE) break;
      if (code != SQLITE_ROW) fail(handle_.get(), "run");
      for (int column = 0; column < columns; ++column) outcome.rows.add(cell(statement, column));
    }
    outcome.changed = sqlite3_stmt_readonly(statement) ? 0 : sqlite3_changes64(handle_.get());
    return outcome;
  }

  void each(std::string_view sql, const std::function<void(const Row&)>& take) override {
    sqlite3_stmt* statement = prepared(sql);
    const Reset reset{statement};
    std::vector<Cell> cells(static_cast<std::size_t>(sqlite3_column_count(statement)));
    for (;;) {
      const int code = sqlite3_step(statement);
      if (code == SQLITE_DONE) return;
      if (code != SQLITE_ROW) fail(handle_.get(), "run");
      for (std::size_t column = 0; column < cells.size(); ++column)
        cells[column] = cell(statement, static_cast<int>(column));
      take(Row(cells));
    }
  }

  void script(const std::string& sql) override {
    PRIMA_ASSERT(purpose_ == Purpose::migrate);
    if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
      fail(handle_.get(), "migrate");
    statements_.clear();
  }

  void begin() override { run(purpose_ == Purpose::read ? "BEGIN" : "BEGIN IMMEDIATE", {}); }
  void commit() override { run("COMMIT", {}); }
  void rollback() noexcept override {
    if (sqlite3_get_autocommit(handle_.get()) == 0 &&
        sqlite3_exec(handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr) != SQLITE_OK)
      lost_ = true;
  }
  bool lost() const override { return lost_; }
  Engine engine() const override { return Engine::sqlite; }

 private:
  struct Reset {
    sqlite3_stmt* statement;
    ~Reset() {
      sqlite3_reset(statement);
      sqlite3_clear_bindings(statement);
    }
  };

  void set(const char* pragma) {
    if (sqlite3_exec(handle_.get(), pragma, nullptr, nullptr, nullptr) != SQLITE_OK) fail(handle_.get(), pragma);
  }

  sqlite3_stmt* prepared(std::string_view sql) {
    if (const auto found = statements_.find(sql); found != statements_.end()) return found->second.get();
    sqlite3_stmt* raw = nullptr;
    const char* rest = nullptr;
    if (sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw,
                           &rest) != SQLITE_OK)
      fail(handle_.get(), fmt::format("prepare \"{}\"", sql));
    Statement statement(raw);
    PRIMA_ASSERT(raw != nullptr && rest == sql.data() + sql.size());
    if (statements_.size() >= statements_kept) statements_.clear();
    return statements_.emplace(std::string(sql), std::move(statement)).first->second.get();
  }

  // SQLite takes "$2" for a name and numbers its places as they come.
  void bind_all(sqlite3_stmt* statement, std::span<const Value> values) {
    const int places = sqlite3_bind_parameter_count(statement);
    PRIMA_ASSERT(static_cast<std::size_t>(places) == values.size());
    for (int place = 1; place <= places; ++place) {
      const char* name = sqlite3_bind_parameter_name(statement, place);
      std::size_t number = 0;
      PRIMA_ASSERT(name != nullptr && *name == '$');
      for (const char* digit = name + 1; *digit != 0; ++digit)
        number = number * 10 + static_cast<std::size_t>(*digit - '0');
      PRIMA_ASSERT(number >= 1 && number <= values.size());
      bind(statement, place, values[number - 1]);
    }
  }

  void bind(sqlite3_stmt* statement, int place, const Value& value) {
    struct Binder {
      sqlite3_stmt* statement;
      int place;
      int operator()(std::monostate) const { return sqlite3_bind_null(statement, place); }
      int operator()(std::int64_t number) const { return sqlite3_bind_int64(statement, place, number); }
      int operator()(bool flag) const { return sqlite3_bind_int64(statement, place, flag ? 1 : 0); }
      int operator()(const std::string& text) const {
        return sqlite3_bind_text64(statement, place, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
      }
      int operator()(const Bytes& bytes) const {
        return sqlite3_bind_blob64(statement, place, bytes.data.data(), bytes.data.size(), SQLITE_STATIC);
      }
      int operator()(const Uuid& uuid) const {
        return sqlite3_bind_blob64(statement, place, uuid.bytes.data(), uuid.bytes.size(), SQLITE_STATIC);
      }
    };
    if (const auto* text = std::get_if<std::string>(&value.held()); text && text->find('\0') != std::string::npos)
      throw Error(Trouble::wrong_value, "sqlite: a text with a NUL byte");
    if (std::visit(Binder{statement, place}, value.held()) != SQLITE_OK) fail(handle_.get(), "bind");
  }

  static Cell cell(sqlite3_stmt* statement, int column) {
    switch (sqlite3_column_type(statement, column)) {
      case SQLITE_NULL:
        return std::monostate();
      case SQLITE_INTEGER:
        return static_cast<std::int64_t>(sqlite3_column_int64(statement, column));
      case SQLITE_TEXT:
      case SQLITE_BLOB: {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
        const int size = sqlite3_column_bytes(statement, column);
        return bytes == nullptr ? std::string() : std::string(bytes, static_cast<std::size_t>(size));
      }
      default:
        PRIMA_UNREACHABLE("a floating-point column");
    }
  }

  Purpose purpose_;
  Handle handle_;
  std::unordered_map<std::string, Statement, TextHash, std::equal_to<>> statements_;
  bool lost_ = false;
};

// Flushes a file, or the names in a folder.
void flush(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool flushed = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (!flushed) throw Error(Trouble::full, fmt::format("sqlite: flush {}: {}", path, std::strerror(errno)));
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

void copy_pages(sqlite3* source, sqlite3* target) {
  sqlite3_backup* backup = sqlite3_backup_init(target, "main", source, "main");
  if (backup == nullptr) fail(target, "begin a copy");
  int code = SQLITE_OK;
  do {
    code = sqlite3_backup_step(backup, -1);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) sqlite3_sleep(20);
  } while (code == SQLITE_BUSY || code == SQLITE_LOCKED);
  sqlite3_backup_finish(backup);
  if (code != SQLITE_DONE) fail(target, "copy");
}

void check_integrity(sqlite3* handle) {
  std::string answer;
  const auto take = [](void* into, int, char** values, char**) {
    *static_cast<std::string*>(into) += values[0] ? values[0] : "";
    return 0;
  };
  if (sqlite3_exec(handle, "PRAGMA integrity_check", take, &answer, nullptr) != SQLITE_OK)
    fail(handle, "check the copy");
  if (answer != "ok") throw Error(Trouble::damaged, "sqlite: the copy is damaged: " + answer);
}

}  // namespace

std::unique_ptr<Connection> open_sqlite(const std::string& path, Purpose purpose) {
  return std::make_unique<SqliteConnection>(path, purpose);
}

void copy_sqlite(const std::string& from, const std::string& to) {
  if (::access(to.c_str(), F_OK) == 0) throw Error(Trouble::conflict, fmt::format("sqlite: {} exists", to));
  const std::string unfinished = to + ".unfinished";
  ::unlink(unfinished.c_str());
  make_private_file(unfinished);
  try {
    const Handle source = open_file(from, SQLITE_OPEN_READWRITE);
    sqlite3_busy_timeout(source.get(), busy_timeout_ms);
    {
      const Handle target = open_file(unfinished, SQLITE_OPEN_READWRITE);
      copy_pages(source.get(), target.get());
      // One file, without a WAL beside it.
      if (sqlite3_exec(target.get(), "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(target.get(), "finish the copy");
      check_integrity(target.get());
    }
    flush(unfinished);
    if (::rename(unfinished.c_str(), to.c_str()) != 0)
      throw Error(Trouble::unavailable, fmt::format("sqlite: rename {}: {}", unfinished, std::strerror(errno)));
    flush(folder_of(to));
  } catch (...) {
    ::unlink(unfinished.c_str());
    throw;
  }
}

}  // namespace prima::db
