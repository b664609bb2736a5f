#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "journal/hash.h"

// The Merkle tree of RFC 6962 section 2.1 and RFC 9162 section 2.1: leaves are hashed with a leading 0x00, nodes with a
// leading 0x01, and a tree of n > 1 leaves splits at the largest power of two below n. Pure.
namespace prima::journal {

// A perfect tree of 2^level leaves, which never changes once it is full: leaves [index << level, (index + 1) << level).
struct Subtree {
  unsigned level = 0;
  std::uint64_t index = 0;

  // The leaf whose append fills it.
  std::uint64_t last_leaf() const { return ((index + 1) << level) - 1; }
  bool operator==(const Subtree&) const = default;
};

// Answers the hash of a full subtree of the log at hand; the proofs below ask for O(log n) of them.
using SubtreeHash = std::function<Hash(const Subtree&)>;

using Proof = std::vector<Hash>;

Hash leaf_hash(std::string_view entry);
Hash node_hash(const Hash& left, const Hash& right);

// The root of no leaves.
Hash empty_root();

// The full subtrees that make up a tree of `size` leaves, largest (leftmost) first; as many as `size` has one bits.
std::vector<Subtree> peaks(std::uint64_t size);

// How many subtrees the append of leaf `index` fills: the leaf itself (level 0) and one for each trailing one bit of
// `index`; those have levels 0 .. count - 1 and end with this leaf.
unsigned filled_by(std::uint64_t index);

// The tree's right edge: what an append needs to know of the leaves before it, at most 64 hashes.
class Frontier {
 public:
  Frontier() = default;

  // `hashes` are those of peaks(size), in that order and number.
  Frontier(std::uint64_t size, std::vector<Hash> hashes);

  // Adds one leaf; returns the hashes of the filled_by(old size) subtrees that it fills, level 0 first.
  std::vector<Hash> append(const Hash& leaf);

  std::uint64_t size() const { return size_; }
  const std::vector<Hash>& hashes() const { return hashes_; }
  Hash root() const;

 private:
  std::uint64_t size_ = 0;
  std::vector<Hash> hashes_;
};

// The root of the first `size` leaves.
Hash root_of(std::uint64_t size, const SubtreeHash& subtree_hash);

// Proves that leaf `index` is in the tree of the first `size` leaves; from the leaf towards the root. index < size.
Proof inclusion_proof(std::uint64_t index, std::uint64_t size, const SubtreeHash& subtree_hash);

// Proves that the tree of `from` leaves is the beginning of the tree of `to` leaves. from <= to; empty when from is 0
// or equal to `to`.
Proof consistency_proof(std::uint64_t from, std::uint64_t to, const SubtreeHash& subtree_hash);

// RFC 9162, 2.1.3.2.
bool proves_inclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size, const Proof& proof, const Hash& root);

struct TreeHead {
  std::uint64_t size = 0;
  Hash root{};

  bool operator==(const TreeHead&) const = default;
};

// RFC 9162, 2.1.4.2. Every tree begins with the empty one, whose proof is empty.
bool proves_consistency(const TreeHead& from, const TreeHead& to, const Proof& proof);

}  // namespace prima::journal
