#include "journal/stored_hashes.h"

namespace prima::journal {

std::string joined(const std::vector<Hash>& hashes) {
  std::string bytes;
  bytes.reserve(hashes.size() * sizeof(Hash));
  for (const Hash& hash : hashes) bytes += bytes_of(hash);
  return bytes;
}

std::optional<std::vector<Hash>> hashes_in(std::string_view bytes) {
  std::vector<Hash> hashes;
  for (; !bytes.empty(); bytes.remove_prefix(sizeof(Hash))) {
    const auto hash = hash_from(bytes.substr(0, sizeof(Hash)));
    if (!hash) return std::nullopt;
    hashes.push_back(*hash);
  }
  return hashes;
}

}  // namespace prima::journal
