#include "catalogue/search_stem.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>

#include "base/assert.h"

namespace prima::catalogue {

namespace {

constexpr std::size_t shortest_root = 3;
constexpr std::size_t longest_word = 64;

// One language of libstemmer; an object of it belongs to one thread.
class Stemmer {
 public:
  explicit Stemmer(const char* algorithm) : stemmer_(sb_stemmer_new(algorithm, "UTF_8"), &sb_stemmer_delete) {
    PRIMA_ASSERT(stemmer_ != nullptr);
  }

  std::string root(const std::string& word) {
    const auto* const bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* const root = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(word.size()));
    if (root == nullptr) throw std::bad_alloc();
    const auto length = static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()));
    return length < shortest_root ? word : std::string(reinterpret_cast<const char*>(root), length);
  }

 private:
  std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> stemmer_;
};

struct Irregular {
  std::string_view form;
  std::string_view root;
};

// Words and roots that the algorithm takes apart wrongly (it drops the first letter of "terbit" after "men-", and takes
// the "i" of "cerai" for an ending), with the root that their family comes to; sorted.
constexpr auto irregular = std::to_array<Irregular>({
    {"awat", "rawat"},         {"bikinin", "bikin"},
    {"cera", "cerai"},         {"daftarin", "daftar"},
    {"eliti", "teliti"},       {"erbit", "terbit"},
    {"erima", "terima"},       {"esah", "sah"},
    {"ima", "terima"},         {"itip", "titip"},
    {"meneliti", "teliti"},    {"menempatkan", "tempat"},
    {"meni", "nikah"},         {"nduduk", "duduk"},
    {"ngajuin", "aju"},        {"ngurus", "urus"},
    {"ngurusin", "urus"},      {"pakam", "makam"},
    {"penempatan", "tempat"},  {"penghasil", "hasil"},
    {"perpanjang", "panjang"}, {"perubah", "ubah"},
    {"pilik", "milik"},        {"putakhir", "mutakhir"},
    {"rubah", "ubah"},         {"sabilitas", "disabilitas"},
    {"seko", "sekolah"},       {"siun", "pensiun"},
    {"telit", "teliti"},       {"terlambat", "lambat"},
    {"ubur", "kubur"},         {"umah", "rumah"},
    {"utup", "tutup"},
});
static_assert(std::is_sorted(irregular.begin(), irregular.end(),
                             [](const Irregular& a, const Irregular& b) { return a.form < b.form; }));

// The root of an irregular form; empty for any other.
std::string_view irregular_root(std::string_view form) {
  const auto* const found = std::lower_bound(irregular.begin(), irregular.end(), form,
                                             [](const Irregular& one, std::string_view f) { return one.form < f; });
  return found != irregular.end() && found->form == form ? found->root : std::string_view();
}

std::string indonesian_root(const std::string& word) {
  thread_local Stemmer stemmer("indonesian");
  if (const std::string_view root = irregular_root(word); !root.empty()) return std::string(root);
  std::string root = stemmer.root(word);
  const std::string_view better = irregular_root(root);
  return better.empty() ? root : std::string(better);
}

std::string english_root(const std::string& word) {
  thread_local Stemmer stemmer("english");
  return stemmer.root(word);
}

}  // namespace

Stems stems_of(std::string_view word) {
  const std::string whole(word);
  if (word.size() > longest_word) return {whole, whole};
  return {indonesian_root(whole), english_root(whole)};
}

}  // namespace prima::catalogue
