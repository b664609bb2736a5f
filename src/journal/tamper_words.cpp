#include "journal/tamper_words.h"

#include <fmt/format.h>

#include "base/assert.h"

namespace prima::journal {

namespace {

// "{0}" stands for the entries, "{1}" for "was" or "were".
Words pattern(Tamper kind) {
  switch (kind) {
    case Tamper::changed:
      return {"{0} diubah: isinya tidak cocok dengan hash yang disimpan di sampingnya.",
              "{0} was changed: the content does not fit the hash that is stored beside it."};
    case Tamper::misfiled:
      return {"{0} disimpan dengan kolom pencarian yang lain daripada isinya, sehingga pencarian menyesatkan.",
              "{0} stands under other search columns than its content says, so that searches mislead."};
    case Tamper::removed:
      return {"{0} dihapus.", "{0} {1} removed."};
    case Tamper::truncated:
      return {"{0} dihapus dari akhir jurnal.", "{0} {1} cut off the end of the journal."};
    case Tamper::moved:
      return {"{0} dipindahkan: di tempatnya ada catatan lain.", "{0} was moved: another entry stands in its place."};
    case Tamper::inserted:
      return {"{0} disisipkan kemudian.", "{0} {1} inserted later."};
    case Tamper::rewritten:
      return {"{0} ditulis ulang bersama hash-nya: isi jurnal tidak cocok dengan titik periksa yang ditandatangani.",
              "{0} was rewritten together with its hashes: the journal does not fit a signed checkpoint."};
    case Tamper::hash_changed:
      return {"Hash yang disimpan pada {0} diubah; isi catatannya utuh.",
              "A hash stored with {0} was changed; the entry itself is whole."};
    case Tamper::head_changed:
      return {"Baris kepala jurnal diubah; catatan hingga {0} utuh.",
              "The head row of the journal was changed; the entries up to {0} are whole."};
    case Tamper::checkpoint_changed:
      return {"Titik periksa yang disimpan untuk jurnal hingga {0} bukan yang ditandatangani.",
              "The checkpoint that is stored for the journal up to {0} is not the one that was signed."};
  }
  PRIMA_UNREACHABLE("a tamper without words");
}

std::string entries(std::string_view one, std::string_view word_or, std::uint64_t first, std::uint64_t last) {
  return first == last ? fmt::format("{} {}", one, first) : fmt::format("{} {} {} {}", one, first, word_or, last);
}

bool stands_first(Tamper kind) {
  return kind != Tamper::hash_changed && kind != Tamper::head_changed && kind != Tamper::checkpoint_changed;
}

std::string filled(std::string_view text, const std::string& entries, std::string_view verb) {
  return fmt::format(fmt::runtime(text), entries, verb);
}

}  // namespace

std::string_view name(Tamper tamper) {
  switch (tamper) {
    case Tamper::changed:
      return "changed";
    case Tamper::misfiled:
      return "misfiled";
    case Tamper::removed:
      return "removed";
    case Tamper::truncated:
      return "truncated";
    case Tamper::moved:
      return "moved";
    case Tamper::inserted:
      return "inserted";
    case Tamper::rewritten:
      return "rewritten";
    case Tamper::hash_changed:
      return "hash_changed";
    case Tamper::head_changed:
      return "head_changed";
    case Tamper::checkpoint_changed:
      return "checkpoint_changed";
  }
  PRIMA_UNREACHABLE("a tamper without a name");
}

Words summary(const AuditReport& report) {
  if (report.tampering) return report.tampering->message;
  return {
      fmt::format("Jurnal utuh: {} catatan, {} di antaranya tercakup titik periksa yang ditandatangani (jumlah titik "
                  "periksa: {}).",
                  report.entries, report.covered, report.checkpoints),
      fmt::format("The journal is whole: {} entries, {} of them covered by a signed checkpoint (checkpoints: {}).",
                  report.entries, report.covered, report.checkpoints)};
}

Tampering make_tampering(Tamper kind, std::uint64_t first, std::uint64_t last) {
  const Words words = pattern(kind);
  const bool is_first = stands_first(kind);
  // A gap or an insertion names all its entries; anything else only the stretch in which the entry lies.
  const bool is_stretch = kind == Tamper::removed || kind == Tamper::truncated || kind == Tamper::inserted;
  const bool is_plural = is_stretch && first != last;
  const std::string id =
      entries(is_first ? "Catatan" : "catatan", is_stretch ? "sampai" : "atau salah satu sampai", first, last);
  const std::string en = entries(is_plural  ? "Entries"
                                 : is_first ? "Entry"
                                            : "entry",
                                 is_stretch ? "to" : "or one of those up to", first, last);
  const std::string_view verb = is_plural ? "were" : "was";
  return {kind,
          first,
          last,
          {filled(words.id, id, verb) + " Simpan salinan basis data apa adanya, lalu bandingkan dengan cadangan.",
           filled(words.en, en, verb) + " Keep a copy of the database as it is, and compare it with a backup."}};
}

}  // namespace prima::journal
