#include "journal/merkle_rules.h"

#include <bit>

#include "base/assert.h"

namespace prima::journal {

namespace {

// Leaves [begin, end) of the log. Wherever the recursions below split, `begin` is a multiple of the power of two they
// split at, so that every full part is a Subtree.
struct Range {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;

  std::uint64_t size() const { return end - begin; }
};

// The largest power of two below `size`; size > 1.
std::uint64_t split_of(std::uint64_t size) { return std::bit_floor(size - 1); }

Hash hash_of(Range range, const SubtreeHash& subtree_hash) {
  const std::uint64_t size = range.size();
  if (std::has_single_bit(size)) {
    const auto level = static_cast<unsigned>(std::countr_zero(size));
    return subtree_hash({level, range.begin >> level});
  }
  const std::uint64_t middle = range.begin + split_of(size);
  return node_hash(hash_of({range.begin, middle}, subtree_hash), hash_of({middle, range.end}, subtree_hash));
}

// PATH(m, D[n]) of the RFC, for the leaf `index` of the whole log.
void add_path(std::uint64_t index, Range range, const SubtreeHash& subtree_hash, Proof& proof) {
  if (range.size() == 1) return;
  const std::uint64_t middle = range.begin + split_of(range.size());
  const Range left{range.begin, middle};
  const Range right{middle, range.end};
  const bool is_left = index < middle;
  add_path(index, is_left ? left : right, subtree_hash, proof);
  proof.push_back(hash_of(is_left ? right : left, subtree_hash));
}

// SUBPROOF(m, D[n], b): `known` is b, whether the verifier has the hash of this range already.
void add_subproof(std::uint64_t from, Range range, bool known, const SubtreeHash& subtree_hash, Proof& proof) {
  if (from == range.end) {
    if (!known) proof.push_back(hash_of(range, subtree_hash));
    return;
  }
  const std::uint64_t middle = range.begin + split_of(range.size());
  const Range left{range.begin, middle};
  const Range right{middle, range.end};
  const bool is_left = from <= middle;
  add_subproof(from, is_left ? left : right, is_left && known, subtree_hash, proof);
  proof.push_back(hash_of(is_left ? right : left, subtree_hash));
}

// Where both verifications stand: a node's number on its level, and the last node's.
struct Climb {
  std::uint64_t node = 0;
  std::uint64_t last = 0;

  bool from_left() const { return (node & 1) == 1 || node == last; }
  void up() {
    node >>= 1;
    last >>= 1;
  }
  // After a sibling on the left: a node without a right sibling stands for its parents too.
  void skip_only_children() {
    while (node != 0 && (node & 1) == 0) up();
  }
};

}  // namespace

Hash leaf_hash(std::string_view entry) {
  std::string bytes(1, '\0');
  bytes += entry;
  return sha256(bytes);
}

Hash node_hash(const Hash& left, const Hash& right) {
  std::string bytes(1, '\1');
  bytes += bytes_of(left);
  bytes += bytes_of(right);
  return sha256(bytes);
}

Hash empty_root() { return sha256({}); }

std::vector<Subtree> peaks(std::uint64_t size) {
  std::vector<Subtree> list;
  for (unsigned level = 64; level-- > 0;)
    if ((size >> level & 1) == 1) list.push_back({level, (size >> level) - 1});
  return list;
}

unsigned filled_by(std::uint64_t index) { return 1 + static_cast<unsigned>(std::countr_one(index)); }

Frontier::Frontier(std::uint64_t size, std::vector<Hash> hashes) : size_(size), hashes_(std::move(hashes)) {
  PRIMA_ASSERT(hashes_.size() == static_cast<std::size_t>(std::popcount(size_)));
}

std::vector<Hash> Frontier::append(const Hash& leaf) {
  std::vector<Hash> filled{leaf};
  const unsigned count = filled_by(size_);
  while (filled.size() < count) {
    filled.push_back(node_hash(hashes_.back(), filled.back()));
    hashes_.pop_back();
  }
  hashes_.push_back(filled.back());
  ++size_;
  return filled;
}

Hash Frontier::root() const {
  if (hashes_.empty()) return empty_root();
  Hash hash = hashes_.back();
  for (auto peak = hashes_.rbegin() + 1; peak != hashes_.rend(); ++peak) hash = node_hash(*peak, hash);
  return hash;
}

Hash root_of(std::uint64_t size, const SubtreeHash& subtree_hash) {
  return size == 0 ? empty_root() : hash_of({0, size}, subtree_hash);
}

Proof inclusion_proof(std::uint64_t index, std::uint64_t size, const SubtreeHash& subtree_hash) {
  PRIMA_ASSERT(index < size);
  Proof proof;
  add_path(index, {0, size}, subtree_hash, proof);
  return proof;
}

Proof consistency_proof(std::uint64_t from, std::uint64_t to, const SubtreeHash& subtree_hash) {
  PRIMA_ASSERT(from <= to);
  Proof proof;
  if (from != 0) add_subproof(from, {0, to}, true, subtree_hash, proof);
  return proof;
}

bool proves_inclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size, const Proof& proof, const Hash& root) {
  if (index >= size) return false;
  Climb climb{index, size - 1};
  Hash hash = leaf;
  for (const Hash& sibling : proof) {
    if (climb.last == 0) return false;
    if (climb.from_left()) {
      hash = node_hash(sibling, hash);
      climb.skip_only_children();
    } else {
      hash = node_hash(hash, sibling);
    }
    climb.up();
  }
  return climb.last == 0 && hash == root;
}

bool proves_consistency(const TreeHead& from, const TreeHead& to, const Proof& proof) {
  if (from.size == to.size) return proof.empty() && from.root == to.root;
  if (from.size == 0) return proof.empty() && from.root == empty_root();
  if (from.size > to.size || proof.empty()) return false;
  Climb climb{from.size - 1, to.size - 1};
  while ((climb.node & 1) == 1) climb.up();
  // A full old tree is its own first node, which the proof leaves out.
  const bool is_full = std::has_single_bit(from.size);
  Hash old_hash = is_full ? from.root : proof.front();
  Hash new_hash = old_hash;
  for (std::size_t i = is_full ? 0 : 1; i < proof.size(); ++i) {
    if (climb.last == 0) return false;
    if (climb.from_left()) {
      old_hash = node_hash(proof[i], old_hash);
      new_hash = node_hash(proof[i], new_hash);
      climb.skip_only_children();
    } else {
      new_hash = node_hash(new_hash, proof[i]);
    }
    climb.up();
  }
  return climb.last == 0 && old_hash == from.root && new_hash == to.root;
}

}  // namespace prima::journal
