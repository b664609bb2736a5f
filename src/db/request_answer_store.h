#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/instant.h"
#include "db/database.h"

// Answers to requests that create something (migrations/0002_requests.sql), so that a client that sends the same
// request again, because it never saw the answer, gets that answer and creates nothing twice. Throws Error.
namespace prima::db {

// What a client says to make a request repeatable: its Idempotency-Key, and who it is.
struct RequestKey {
  InstitutionId institution{};
  std::string client;   // the account or API key: two clients may choose the same key
  std::string key;      // as sent
  std::string request;  // method, path and body: the same key with another request is a mistake
};

struct KeptAnswer {
  int status = 0;
  std::string content_type = {};
  std::string location = {};
  std::string body = {};

  bool operator==(const KeptAnswer&) const = default;
};

// What is known of a request, in the transaction that would do it.
struct Earlier {
  enum class Kind : std::uint8_t {
    unknown,  // do it, then keep_answer()
    same,     // it was done: answer with `answer`
    other     // the key belongs to another request: refuse (422)
  };
  Kind kind = Kind::unknown;
  KeptAnswer answer = {};
};
Earlier earlier_answer(Transaction& transaction, const RequestKey& key);

// In the same transaction as what was created. When another process did the same request meanwhile, Trouble::busy is
// thrown, which Database::write answers by running the change again: then earlier_answer() knows it.
void keep_answer(Transaction& transaction, const RequestKey& key, const KeptAnswer& answer, Instant now);

// Removes answers older than `before`; gives how many. A client that waits longer than that creates a second time.
std::int64_t forget_answers(Transaction& transaction, InstitutionId institution, Instant before);

}  // namespace prima::db
