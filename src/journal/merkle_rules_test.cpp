#include "journal/merkle_rules.h"

#include <gtest/gtest.h>

#include <bit>
#include <map>
#include <set>

namespace prima::journal {
namespace {

constexpr std::uint64_t greatest_size = 64;

std::string raw(std::string_view hex_text) {
  std::string bytes;
  for (std::size_t i = 0; i < hex_text.size(); i += 2)
    bytes += static_cast<char>(std::stoi(std::string(hex_text.substr(i, 2)), nullptr, 16));
  return bytes;
}

// The leaves and roots that the authors of Certificate Transparency published with their code.
const std::vector<std::string>& known_leaves() {
  static const std::vector<std::string> leaves = {"",
                                                  raw("00"),
                                                  raw("10"),
                                                  raw("2021"),
                                                  raw("3031"),
                                                  raw("40414243"),
                                                  raw("5051525354555657"),
                                                  raw("606162636465666768696a6b6c6d6e6f")};
  return leaves;
}

constexpr const char* known_roots[] = {"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                                       "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                       "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                       "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                       "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                       "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                       "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                       "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                       "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

Proof proof_of(const std::vector<const char*>& hashes) {
  Proof proof;
  for (const char* hash : hashes) proof.push_back(*parse_hex(hash));
  return proof;
}

// The definitions of the RFC, word by word, over a list of leaves: slow, and written without a look at the code above.
namespace naive {

std::size_t split(std::size_t n) {
  std::size_t k = 1;
  while (2 * k < n) k *= 2;
  return k;
}

std::vector<std::string> part(const std::vector<std::string>& d, std::size_t from, std::size_t to) {
  return {d.begin() + static_cast<std::ptrdiff_t>(from), d.begin() + static_cast<std::ptrdiff_t>(to)};
}

Hash mth(const std::vector<std::string>& d) {
  if (d.empty()) return sha256("");
  if (d.size() == 1) return sha256(std::string(1, '\0') + d[0]);
  const std::size_t k = split(d.size());
  const Hash left = mth(part(d, 0, k));
  const Hash right = mth(part(d, k, d.size()));
  return sha256(std::string(1, '\1') + std::string(bytes_of(left)) + std::string(bytes_of(right)));
}

Proof path(std::size_t m, const std::vector<std::string>& d) {
  if (d.size() == 1) return {};
  const std::size_t k = split(d.size());
  Proof proof = m < k ? path(m, part(d, 0, k)) : path(m - k, part(d, k, d.size()));
  proof.push_back(mth(m < k ? part(d, k, d.size()) : part(d, 0, k)));
  return proof;
}

Proof subproof(std::size_t m, const std::vector<std::string>& d, bool b) {
  if (m == d.size()) return b ? Proof{} : Proof{mth(d)};
  const std::size_t k = split(d.size());
  Proof proof = m <= k ? subproof(m, part(d, 0, k), b) : subproof(m - k, part(d, k, d.size()), false);
  proof.push_back(mth(m <= k ? part(d, k, d.size()) : part(d, 0, k)));
  return proof;
}

}  // namespace naive

// A log in memory that keeps the hashes of full subtrees, as the store does.
class Log {
 public:
  explicit Log(const std::vector<std::string>& entries) {
    for (const std::string& entry : entries) add(entry);
  }
  void add(const std::string& leaf) {
    leaves.push_back(leaf);
    const std::uint64_t index = frontier.size();
    const std::vector<Hash> filled = frontier.append(leaf_hash(leaf));
    EXPECT_EQ(filled.size(), filled_by(index));
    for (unsigned level = 0; level < filled.size(); ++level) kept[{level, index >> level}] = filled[level];
    roots.push_back(frontier.root());
  }
  SubtreeHash lookup(std::set<std::uint64_t>* asked = nullptr) const {
    return [this, asked](const Subtree& subtree) {
      if (asked) asked->insert(subtree.last_leaf());
      return kept.at({subtree.level, subtree.index});
    };
  }
  TreeHead head(std::uint64_t size) const { return {size, size == 0 ? empty_root() : roots[size - 1]}; }

  std::vector<std::string> leaves;
  Frontier frontier;
  std::map<std::pair<unsigned, std::uint64_t>, Hash> kept;
  std::vector<Hash> roots;
};

Log numbered_log() {
  std::vector<std::string> leaves;
  for (std::uint64_t i = 0; i < greatest_size; ++i) leaves.push_back("entry " + std::to_string(i));
  return Log(leaves);
}

TEST(Merkle, RootsAreThoseOfTheVectors) {
  const Log log(known_leaves());
  for (std::uint64_t size = 0; size <= 8; ++size) {
    EXPECT_EQ(hex(root_of(size, log.lookup())), known_roots[size]);
    EXPECT_EQ(hex(log.head(size).root), known_roots[size]);
  }
}

TEST(Merkle, ProofsAreThoseOfTheVectors) {
  const Log log(known_leaves());
  EXPECT_EQ(inclusion_proof(5, 8, log.lookup()),
            proof_of({"bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
  EXPECT_EQ(consistency_proof(6, 8, log.lookup()),
            proof_of({"0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
}

TEST(Merkle, EverySizeHasTheRootOfTheDefinition) {
  const Log log = numbered_log();
  for (std::uint64_t size = 0; size <= greatest_size; ++size) {
    const Hash expected = naive::mth(naive::part(log.leaves, 0, size));
    EXPECT_EQ(root_of(size, log.lookup()), expected) << size;
    EXPECT_EQ(log.head(size).root, expected) << size;
  }
}

TEST(Merkle, AFrontierContinuesFromThePeaks) {
  const Log log = numbered_log();
  for (std::uint64_t size = 0; size < greatest_size; ++size) {
    std::vector<Hash> hashes;
    for (const Subtree& peak : peaks(size)) hashes.push_back(log.lookup()(peak));
    Frontier frontier(size, hashes);
    EXPECT_EQ(frontier.root(), log.head(size).root);
    frontier.append(leaf_hash(log.leaves[size]));
    EXPECT_EQ(frontier.root(), log.head(size + 1).root) << size;
  }
}

TEST(Merkle, EverySubtreeIsFilledByItsLastLeaf) {
  const Log log = numbered_log();
  for (const auto& [place, hash] : log.kept) {
    const Subtree subtree{place.first, place.second};
    EXPECT_LT(subtree.level, filled_by(subtree.last_leaf()));
    const std::uint64_t begin = subtree.index << subtree.level;
    EXPECT_EQ(hash, naive::mth(naive::part(log.leaves, begin, subtree.last_leaf() + 1)));
  }
}

TEST(Merkle, EveryInclusionProofIsThatOfTheDefinitionAndVerifies) {
  const Log log = numbered_log();
  for (std::uint64_t size = 1; size <= greatest_size; ++size)
    for (std::uint64_t index = 0; index < size; ++index) {
      const Proof proof = inclusion_proof(index, size, log.lookup());
      EXPECT_EQ(proof, naive::path(index, naive::part(log.leaves, 0, size))) << index << " of " << size;
      EXPECT_TRUE(proves_inclusion(leaf_hash(log.leaves[index]), index, size, proof, log.head(size).root));
    }
}

TEST(Merkle, EveryConsistencyProofIsThatOfTheDefinitionAndVerifies) {
  const Log log = numbered_log();
  for (std::uint64_t to = 1; to <= greatest_size; ++to)
    for (std::uint64_t from = 0; from <= to; ++from) {
      const Proof proof = consistency_proof(from, to, log.lookup());
      if (from != 0) {
        EXPECT_EQ(proof, naive::subproof(from, naive::part(log.leaves, 0, to), true)) << from << ' ' << to;
      }
      EXPECT_TRUE(proves_consistency(log.head(from), log.head(to), proof)) << from << " of " << to;
    }
}

TEST(Merkle, ProofsAskForFewSubtrees) {
  const std::uint64_t size = (1ULL << 40) - 1;  // as many peaks as a tree of this size can have
  std::uint64_t asked = 0;
  const SubtreeHash count = [&asked](const Subtree&) {
    ++asked;
    return Hash{};
  };
  inclusion_proof(size / 3, size, count);
  EXPECT_LE(asked, 80u);
  asked = 0;
  consistency_proof(size / 3, size, count);
  EXPECT_LE(asked, 80u);
}

TEST(Merkle, AProofWithOneBitFlippedAnywhereProvesNothing) {
  const Log log = numbered_log();
  const auto flip = [](Hash& hash, unsigned bit) {
    hash[bit / 8] = static_cast<std::uint8_t>(hash[bit / 8] ^ 1u << bit % 8);
  };
  const Hash leaf = leaf_hash(log.leaves[5]);
  const TreeHead from = log.head(6), to = log.head(13);
  const Proof inclusion = inclusion_proof(5, 13, log.lookup());
  const Proof consistency = consistency_proof(6, 13, log.lookup());
  for (unsigned bit = 0; bit < 256; ++bit) {
    Hash wrong = leaf;
    flip(wrong, bit);
    EXPECT_FALSE(proves_inclusion(wrong, 5, 13, inclusion, to.root));
    TreeHead head = to;
    flip(head.root, bit);
    EXPECT_FALSE(proves_inclusion(leaf, 5, 13, inclusion, head.root));
    EXPECT_FALSE(proves_consistency(from, head, consistency));
    head = from;
    flip(head.root, bit);
    EXPECT_FALSE(proves_consistency(head, to, consistency));
    for (std::size_t step = 0; step < inclusion.size(); ++step) {
      Proof bent = inclusion;
      flip(bent[step], bit);
      EXPECT_FALSE(proves_inclusion(leaf, 5, 13, bent, to.root));
    }
    for (std::size_t step = 0; step < consistency.size(); ++step) {
      Proof bent = consistency;
      flip(bent[step], bit);
      EXPECT_FALSE(proves_consistency(from, to, bent));
    }
  }
}

TEST(Merkle, AProofForAnotherPlaceOrLengthProvesNothing) {
  const Log log = numbered_log();
  for (std::uint64_t size = 2; size <= 40; ++size)
    for (std::uint64_t index = 0; index < size; ++index) {
      const Hash leaf = leaf_hash(log.leaves[index]);
      Proof proof = inclusion_proof(index, size, log.lookup());
      EXPECT_FALSE(proves_inclusion(leaf, index == 0 ? 1 : index - 1, size, proof, log.head(size).root));
      EXPECT_FALSE(proves_inclusion(leaf, size, size, proof, log.head(size).root));
      proof.push_back(leaf);
      EXPECT_FALSE(proves_inclusion(leaf, index, size, proof, log.head(size).root));
      proof.resize(proof.size() - 2);
      EXPECT_FALSE(proves_inclusion(leaf, index, size, proof, log.head(size).root));
    }
  for (std::uint64_t to = 2; to <= 40; ++to)
    for (std::uint64_t from = 1; from < to; ++from) {
      Proof proof = consistency_proof(from, to, log.lookup());
      EXPECT_FALSE(proves_consistency(log.head(to), log.head(from), proof));
      proof.push_back(proof.back());
      EXPECT_FALSE(proves_consistency(log.head(from), log.head(to), proof));
      proof.resize(proof.size() - 2);
      EXPECT_FALSE(proves_consistency(log.head(from), log.head(to), proof));
    }
}

TEST(Merkle, TheEmptyTreeIsTheBeginningOfEveryTree) {
  const Log log = numbered_log();
  EXPECT_TRUE(proves_consistency(log.head(0), log.head(9), {}));
  EXPECT_TRUE(proves_consistency(log.head(0), log.head(0), {}));
  EXPECT_FALSE(proves_consistency({0, log.head(1).root}, log.head(9), {}));
  EXPECT_FALSE(proves_consistency(log.head(9), log.head(0), {}));
  EXPECT_FALSE(proves_consistency(log.head(0), log.head(9), {empty_root()}));
  EXPECT_FALSE(proves_inclusion(empty_root(), 0, 0, {}, empty_root()));
}

}  // namespace
}  // namespace prima::journal
