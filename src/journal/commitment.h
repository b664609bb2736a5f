#pragma once

#include <string_view>

#include "journal/canonical_json.h"
#include "journal/hash.h"

// Personal data in a journal that is never pruned: the entry holds only a keyed commitment. Whoever has the value and
// the record's key can show that this value was entered; without the key the commitment says nothing about the value,
// not even to somebody who tries all likely ones. So the key stands beside the value, in its own table, and erasing a
// person's data (Law 27/2022 on personal data) deletes both, while the journal and its proofs stay whole.
namespace prima::journal {

// A new key for one record, from the system's source of randomness. Never use one for two records.
CommitmentKey random_commitment_key();

// {"commitment": "hmac-sha256:<64 hex digits>"} over the canonical JSON of [field, value]: stands in `before` or
// `after` where the value would. The field is part of it, so that equal values in two fields do not look equal.
Json commitment(const CommitmentKey& key, std::string_view field, const Json& value);

// Whether `entered` is the commitment to this value.
bool commits_to(const Json& entered, const CommitmentKey& key, std::string_view field, const Json& value);

}  // namespace prima::journal
