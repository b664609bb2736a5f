#include "db/postgres.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <charconv>
#include <cstring>
#include <deque>
#include <exception>
#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace prima::db {

namespace {

// Fixed by PostgreSQL's catalogue, pg_type.dat.
enum TypeOid : Oid {
  bool_oid = 16,
  bytea_oid = 17,
  int8_oid = 20,
  int2_oid = 21,
  int4_oid = 23,
  text_oid = 25,
  name_oid = 19,
  unknown_oid = 705,
  numeric_oid = 1700,
  varchar_oid = 1043,
  uuid_oid = 2950,
};

constexpr std::size_t most_in_pipeline = 128;  // the server's answers to so many fit into the socket's buffers

struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};
struct Finish {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

Trouble trouble_of(std::string_view state) {
  const std::string_view family = state.substr(0, 2);
  if (state == "53100") return Trouble::full;
  if (state == "25006") return Trouble::read_only;
  if (state == "42P01" || state == "42703") return Trouble::wrong_schema;
  if (family == "08" || family == "53" || family == "57" || state.empty()) return Trouble::unavailable;
  if (family == "40" || state == "55P03") return Trouble::busy;
  if (family == "23") return Trouble::conflict;
  if (family == "22") return Trouble::wrong_value;
  if (family == "58") return Trouble::full;
  if (family == "XX") return Trouble::damaged;
  return Trouble::failed;
}

std::int64_t to_integer(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  PRIMA_ASSERT(error == std::errc() && end == text.data() + text.size());
  return value;
}

std::uint8_t nibble(char c) { return static_cast<std::uint8_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10); }

// "\x0a1b" -> the bytes.
std::string from_hex(std::string_view text) {
  PRIMA_ASSERT(text.starts_with("\\x") && text.size() % 2 == 0);
  std::string bytes;
  bytes.reserve(text.size() / 2 - 1);
  for (std::size_t i = 2; i < text.size(); i += 2)
    bytes += static_cast<char>(nibble(text[i]) << 4 | nibble(text[i + 1]));
  return bytes;
}

std::string raw_uuid(std::string_view text) {
  const auto uuid = parse_uuid(text);
  PRIMA_ASSERT(uuid);
  return std::string(uuid->bytes.begin(), uuid->bytes.end());
}

Cell cell_of(const PGresult* result, int row, int column) {
  if (PQgetisnull(result, row, column)) return std::monostate();
  const std::string_view text(PQgetvalue(result, row, column),
                              static_cast<std::size_t>(PQgetlength(result, row, column)));
  switch (PQftype(result, column)) {
    case int2_oid:
    case int4_oid:
    case int8_oid:
    case numeric_oid:
      return to_integer(text);  // the sum of bigints is numeric
    case bool_oid:
      return std::int64_t{text == "t" ? 1 : 0};
    case bytea_oid:
      return from_hex(text);
    case uuid_oid:
      return raw_uuid(text);
    case text_oid:
    case varchar_oid:
    case name_oid:
    case unknown_oid:
      return std::string(text);
    default:
      PRIMA_UNREACHABLE("a column of a type the house does not use");
  }
}

Connection::Outcome outcome_of(const PGresult* result) {
  const int columns = PQnfields(result);
  Connection::Outcome outcome{Rows(static_cast<std::size_t>(columns)), 0};
  for (int row = 0; row < PQntuples(result); ++row)
    for (int column = 0; column < columns; ++column) outcome.rows.add(cell_of(result, row, column));
  const std::string_view changed = PQcmdTuples(const_cast<PGresult*>(result));
  if (!changed.empty()) outcome.changed = to_integer(changed);
  return outcome;
}

// The values of one statement as libpq wants them. Everything goes as text, but bytes.
class Parameters {
 public:
  explicit Parameters(std::span<const Value> values) {
    for (const Value& value : values) std::visit([this](const auto& held) { add(held); }, value.held());
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      pointers_.push_back(texts_[i] ? texts_[i]->c_str() : nullptr);
      lengths_.push_back(texts_[i] ? static_cast<int>(texts_[i]->size()) : 0);
      formats_.push_back(types_[i] == bytea_oid ? 1 : 0);
    }
  }

  int count() const { return static_cast<int>(texts_.size()); }
  const Oid* types() const { return types_.data(); }
  const char* const* values() const { return pointers_.data(); }
  const int* lengths() const { return lengths_.data(); }
  const int* formats() const { return formats_.data(); }
  // The same statement with values of other types is another prepared statement.
  std::string key(std::string_view sql) const {
    std::string key(sql);
    for (const Oid type : types_) fmt::format_to(std::back_inserter(key), "\x1f{}", type);
    return key;
  }

 private:
  void add(std::monostate) { push(0, std::nullopt); }
  void add(std::int64_t number) { push(int8_oid, std::to_string(number)); }
  void add(bool flag) { push(bool_oid, flag ? "t" : "f"); }
  void add(const std::string& text) {
    if (text.find('\0') != std::string::npos) throw Error(Trouble::wrong_value, "postgresql: a text with a NUL byte");
    push(text_oid, text);
  }
  void add(const Bytes& bytes) { push(bytea_oid, bytes.data); }
  void add(const Uuid& uuid) { push(uuid_oid, to_text(uuid)); }
  void push(Oid type, std::optional<std::string> text) {
    types_.push_back(type);
    texts_.push_back(std::move(text));
  }

  std::vector<Oid> types_;
  std::deque<std::optional<std::string>> texts_;
  std::vector<const char*> pointers_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
};

class PostgresConnection : public Connection {
 public:
  PostgresConnection(const std::string& url, Purpose purpose) : purpose_(purpose) {
    const char* const names[] = {"dbname", "connect_timeout", "client_encoding", "application_name", nullptr};
    const char* const values[] = {url.c_str(), "5", "UTF8", "prima", nullptr};
    connection_.reset(PQconnectdbParams(names, values, 1));
    if (PQstatus(connection_.get()) != CONNECTION_OK)
      throw Error(Trouble::unavailable, fmt::format("postgresql: {}", message()));
    if (PQserverVersion(connection_.get()) < 150000)
      throw Error(Trouble::wrong_schema, "postgresql: the server is older than version 15");
    PQsetNoticeReceiver(
        connection_.get(), [](void*, const PGresult*) {}, nullptr);
    command(
        "SET TIME ZONE 'UTC'; SET synchronous_commit = on; SET lock_timeout = '10s'; SET standard_conforming_strings = "
        "on;"
        " SET bytea_output = 'hex'; SET idle_in_transaction_session_timeout = '60s'");
    command(purpose == Purpose::migrate ? "SET statement_timeout = '1h'" : "SET statement_timeout = '30s'");
    if (purpose == Purpose::read) command("SET default_transaction_read_only = on");
  }

  Outcome run(std::string_view sql, std::span<const Value> values) override {
    enqueue(sql, values);
    return finish();
  }

  void send(std::string_view sql, std::span<const Value> values) override {
    enqueue(sql, values);
    if (waiting_.size() >= most_in_pipeline) finish();
  }

  void each(std::string_view sql, const std::function<void(const Row&)>& take) override {
    finish_if_any();
    if (PQsendQueryParams(connection_.get(), std::string(sql).c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0) != 1 ||
        PQsetSingleRowMode(connection_.get()) != 1)
      fail_sending();
    std::optional<Error> error;
    std::exception_ptr refused;
    while (const Answer answer{PQgetResult(connection_.get())}) {
      const ExecStatusType status = PQresultStatus(answer.get());
      if (status != PGRES_SINGLE_TUPLE && status != PGRES_TUPLES_OK) {
        if (!error) error = error_of(answer.get());
        continue;
      }
      try {
        if (!refused)
          for (const Row row : outcome_of(answer.get()).rows) take(row);
      } catch (...) {
        refused = std::current_exception();  // the rest of the answer has to be read all the same
      }
    }
    if (refused) std::rethrow_exception(refused);
    if (error) throw Error(*error);
  }

  void script(const std::string& sql) override {
    PRIMA_ASSERT(purpose_ == Purpose::migrate);
    finish_if_any();
    command(sql.c_str());
  }

  // Waits for the answer, so that a connection lost while nobody used it is found before anything depends on it.
  void begin() override {
    run(purpose_ == Purpose::read ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN", {});
  }
  void commit() override { run("COMMIT", {}); }
  void rollback() noexcept override {
    try {
      if (!waiting_.empty()) {
        try {
          finish();
        } catch (const Error&) {  // the reason for rolling back was told already
        }
      }
      if (!lost() && PQtransactionStatus(connection_.get()) != PQTRANS_IDLE) command("ROLLBACK");
    } catch (...) {
      lost_ = true;
    }
  }
  bool lost() const override { return lost_ || PQstatus(connection_.get()) != CONNECTION_OK; }
  Engine engine() const override { return Engine::postgresql; }

 private:
  std::string message() const {
    std::string text = PQerrorMessage(connection_.get());
    while (text.ends_with('\n')) text.pop_back();
    return text;
  }

  [[noreturn]] void fail_sending() {
    lost_ = true;
    throw Error(Trouble::unavailable, fmt::format("postgresql: {}", message()));
  }

  void command(const char* sql) {
    const Answer answer(PQexec(connection_.get(), sql));
    const ExecStatusType status = PQresultStatus(answer.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) throw error_of(answer.get());
  }

  Error error_of(const PGresult* result) {
    const char* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    std::string text = result ? PQresultErrorMessage(result) : message();
    while (text.ends_with('\n')) text.pop_back();
    return Error(trouble_of(state ? state : ""), fmt::format("postgresql: {} ({})", text, state ? state : "no answer"));
  }

  // Puts a statement, and its preparation when it is new, into the pipeline.
  void enqueue(std::string_view sql, std::span<const Value> values) {
    const Parameters parameters(values);
    if (PQpipelineStatus(connection_.get()) == PQ_PIPELINE_OFF && PQenterPipelineMode(connection_.get()) != 1)
      fail_sending();
    std::string key = parameters.key(sql);
    auto found = names_.find(key);
    if (found == names_.end()) {
      found = names_.emplace(key, fmt::format("p{}", ++prepared_)).first;
      if (PQsendPrepare(connection_.get(), found->second.c_str(), std::string(sql).c_str(), parameters.count(),
                        parameters.types()) != 1)
        fail_sending();
      waiting_.push_back({.prepared_key = std::move(key)});
    }
    if (PQsendQueryPrepared(connection_.get(), found->second.c_str(), parameters.count(), parameters.values(),
                            parameters.lengths(), parameters.formats(), 0) != 1)
      fail_sending();
    waiting_.push_back({});
  }

  // Waits for the answers to everything in the pipeline; gives the last one, or throws the first error.
  Outcome finish() {
    if (PQpipelineSync(connection_.get()) != 1) fail_sending();
    Outcome outcome;
    std::optional<Error> error;
    for (const Waiting& waiting : waiting_) {
      while (const Answer answer{PQgetResult(connection_.get())}) {
        const ExecStatusType status = PQresultStatus(answer.get());
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) {
          if (waiting.prepared_key.empty()) outcome = outcome_of(answer.get());
          continue;
        }
        if (!error && status != PGRES_PIPELINE_ABORTED) error = error_of(answer.get());
        if (!waiting.prepared_key.empty()) names_.erase(waiting.prepared_key);
      }
      if (PQstatus(connection_.get()) != CONNECTION_OK) break;
    }
    waiting_.clear();
    // A server that stops answers what waits with an error, and no longer marks the end.
    const Answer end(PQstatus(connection_.get()) == CONNECTION_OK ? PQgetResult(connection_.get()) : nullptr);
    if (PQresultStatus(end.get()) != PGRES_PIPELINE_SYNC) {
      lost_ = true;
      throw Error(Trouble::unavailable, error ? error->what() : "postgresql: the connection was lost");
    }
    if (PQexitPipelineMode(connection_.get()) != 1) fail_sending();
    if (error) throw Error(*error);
    return outcome;
  }

  void finish_if_any() {
    if (!waiting_.empty()) finish();
  }

  struct Waiting {
    std::string prepared_key = {};  // of a preparation; empty for a statement
  };

  Purpose purpose_;
  std::unique_ptr<PGconn, Finish> connection_;
  std::unordered_map<std::string, std::string> names_;
  std::uint64_t prepared_ = 0;
  std::vector<Waiting> waiting_;
  bool lost_ = false;
};

}  // namespace

std::unique_ptr<Connection> open_postgres(const std::string& url, Purpose purpose) {
  return std::make_unique<PostgresConnection>(url, purpose);
}

std::string shown_postgres_url(const std::string& url) {
  const std::size_t begin = url.find("://");
  const std::size_t at = url.find('@');
  if (begin == std::string::npos || at == std::string::npos) return url;
  const std::size_t colon = url.find(':', begin + 3);
  return colon == std::string::npos || colon > at ? url : url.substr(0, colon) + url.substr(at);
}

}  // namespace prima::db
