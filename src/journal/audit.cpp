#include "journal/audit.h"

#include <algorithm>

#include "journal/audit_store.h"
#include "journal/checkpoint_store.h"
#include "journal/entry.h"
#include "journal/stored_hashes.h"
#include "journal/tamper_words.h"

namespace prima::journal {

namespace {

constexpr std::int64_t rows_at_once = 1'000;

std::int64_t signed_number(std::uint64_t number) { return static_cast<std::int64_t>(number); }

std::string_view bytes_of(const Uuid& uuid) {
  return {reinterpret_cast<const char*>(uuid.bytes.data()), uuid.bytes.size()};
}

bool repeats(const AuditRow& row, const Change& change) {
  return row.happened_at == unix_ms(change.at) && row.actor == bytes_of(change.actor) && row.action == change.action &&
         row.subject_kind == change.subject.kind && row.subject_id == change.subject.id;
}

std::optional<Hash> stored_leaf(const AuditRow& row) { return hash_from(std::string_view(row.hashes).substr(0, 32)); }

bool fits_its_hash(const AuditRow& row) { return stored_leaf(row) == leaf_hash(row.entry); }

// What one row claims to be: its own entry's sequence, if it is one of this institution.
std::optional<std::uint64_t> claim_of(const AuditRow& row, InstitutionId institution) {
  const auto entry = parse_entry(row.entry);
  return entry && entry->institution == institution ? std::optional(entry->sequence) : std::nullopt;
}

// Reads the rows one after the other.
class Rows {
 public:
  Rows(db::Reader reader, InstitutionId institution, std::optional<std::int64_t> after = std::nullopt)
      : reader_(reader), institution_(institution), last_(after) {}

  const AuditRow* next() {
    if (place_ == part_.size()) {
      part_ = audit_rows(reader_, institution_, last_, rows_at_once);
      place_ = 0;
      if (part_.empty()) return nullptr;
      last_ = part_.back().sequence;
    }
    return &part_[place_++];
  }

 private:
  db::Reader reader_;
  InstitutionId institution_;
  std::optional<std::int64_t> last_;
  std::vector<AuditRow> part_;
  std::size_t place_ = 0;
};

class Audit {
 public:
  Audit(db::Reader reader, InstitutionId institution, const AuditOptions& options)
      : reader_(reader), institution_(institution), kept_(options.kept_elsewhere) {
    open_checkpoints(journal_origin(options.server, institution), options.log);
  }

  AuditReport run() {
    report_.tampering = in_entries();
    report_.entries = size();
    if (!report_.tampering) report_.tampering = at_the_end();
    if (!report_.tampering) report_.tampering = bad_checkpoint_;
    return report_;
  }

 private:
  std::uint64_t size() const { return frontier_.size(); }

  void open_checkpoints(const std::string& origin, const VerifierKey& log) {
    for (const StoredCheckpoint& stored : checkpoints(reader_, institution_)) {
      const auto checkpoint = open_checkpoint(stored.note, log);
      if (checkpoint && checkpoint->origin == origin && signed_number(checkpoint->head.size) == stored.size) {
        kept_.push_back(*checkpoint);
      } else if (!bad_checkpoint_) {
        const auto covered = static_cast<std::uint64_t>(std::max<std::int64_t>(stored.size, 1) - 1);
        bad_checkpoint_ = make_tampering(Tamper::checkpoint_changed, covered, covered);
      }
    }
    std::erase_if(kept_, [&](const Checkpoint& checkpoint) { return checkpoint.origin != origin; });
    std::stable_sort(kept_.begin(), kept_.end(),
                     [](const Checkpoint& a, const Checkpoint& b) { return a.head.size < b.head.size; });
  }

  std::optional<Tampering> in_entries() {
    if (auto found = at_checkpoints()) return found;
    Rows rows(reader_, institution_);
    while (const AuditRow* row = rows.next()) {
      if (auto found = in_row(*row)) return found;
      add(*row);
      if (auto found = at_checkpoints()) return found;
    }
    return std::nullopt;
  }

  // What is wrong with the row that should be entry size().
  std::optional<Tampering> in_row(const AuditRow& row) {
    const std::uint64_t place = size();
    if (row.sequence < signed_number(place)) return make_tampering(Tamper::inserted, place, place);
    if (row.sequence > signed_number(place))
      return make_tampering(Tamper::removed, place, static_cast<std::uint64_t>(row.sequence) - 1);
    const auto entry = parse_entry(row.entry);
    const bool is_ours = entry && entry->institution == institution_;
    if (is_ours && entry->sequence != place) return out_of_place(row, entry->sequence);
    if (entry && !is_ours) return make_tampering(Tamper::inserted, place, place);
    if (!entry || !fits_its_hash(row) || row.hashes.size() != 32 * filled_by(place)) return changed(row);
    if (!repeats(row, entry->change)) return make_tampering(Tamper::misfiled, place, place);
    return std::nullopt;
  }

  // The row at size() says that it is entry `claimed`.
  std::optional<Tampering> out_of_place(const AuditRow& row, std::uint64_t claimed) const {
    const std::uint64_t place = size();
    const auto other = row_at(claimed);
    const bool is_copy = other && other->entry == row.entry;
    const bool is_genuine = fits_its_hash(row) || (other && stored_leaf(*other) == leaf_hash(row.entry));
    if (is_copy || !is_genuine) return changed(row);
    // An earlier place is taken by what was put before it, so that this one had to move up.
    if (claimed < place) return make_tampering(Tamper::inserted, claimed, place - 1);
    // Entries were numbered anew to close a gap, unless the missing one stands somewhere else.
    if (is_claimed_after(row.sequence, place)) return make_tampering(Tamper::moved, place, place);
    return make_tampering(Tamper::removed, place, claimed - 1);
  }

  // A row that fits nothing: either its content was changed, or it is new and the true one was moved up.
  Tampering changed(const AuditRow& row) const {
    const std::uint64_t place = size();
    const auto following = audit_rows(reader_, institution_, row.sequence, 1);
    const bool moved_up = !following.empty() && claim_of(following[0], institution_) == place;
    return make_tampering(moved_up ? Tamper::inserted : Tamper::changed, place, place);
  }

  std::optional<AuditRow> row_at(std::uint64_t sequence) const {
    auto rows = audit_rows(reader_, institution_, signed_number(sequence) - 1, 1);
    if (rows.empty() || rows[0].sequence != signed_number(sequence)) return std::nullopt;
    return std::move(rows[0]);
  }

  bool is_claimed_after(std::int64_t after, std::uint64_t wanted) const {
    Rows rows(reader_, institution_, after);
    while (const AuditRow* row = rows.next())
      if (claim_of(*row, institution_) == wanted) return true;
    return false;
  }

  // Adds the row's leaf, and remembers the first entry whose stored hashes of the tree are not those of the entries.
  void add(const AuditRow& row) {
    const std::uint64_t place = size();
    const std::vector<Hash> filled = frontier_.append(leaf_hash(row.entry));
    const auto stored = hashes_in(row.hashes);
    if (wrong_hash_ || stored == filled) return;
    const auto [ours, theirs] = std::mismatch(filled.begin(), filled.end(), stored->begin());
    const auto level = static_cast<unsigned>(ours - filled.begin());
    wrong_hash_ = Stretch{place >> level << level, place};
  }

  // Compares with every checkpoint of the size that is reached now.
  std::optional<Tampering> at_checkpoints() {
    for (; next_ < kept_.size() && kept_[next_].head.size == size(); ++next_) {
      if (kept_[next_].head.root != frontier_.root()) return rewritten();
      if (wrong_hash_) return make_tampering(Tamper::hash_changed, wrong_hash_->last, wrong_hash_->last);
      report_.covered = size();
      ++report_.checkpoints;
    }
    return std::nullopt;
  }

  // Something between the last checkpoint that fitted and this one. A hash of the tree that was left may say where, or
  // the following entry, which had to move up.
  Tampering rewritten() const {
    const Stretch all{report_.covered, size() == 0 ? 0 : size() - 1};
    if (wrong_hash_)
      return make_tampering(Tamper::rewritten, std::max(all.first, wrong_hash_->first), wrong_hash_->last);
    const auto following = row_at(size());
    const auto claimed = following ? claim_of(*following, institution_) : std::nullopt;
    if (claimed && *claimed < size()) return make_tampering(Tamper::inserted, *claimed, size() - 1);
    return make_tampering(Tamper::rewritten, all.first, all.last);
  }

  std::optional<Tampering> at_the_end() {
    if (next_ < kept_.size()) return make_tampering(Tamper::truncated, size(), kept_.back().head.size - 1);
    const auto head = audit_head(reader_, institution_);
    const std::int64_t head_size = head ? head->size : 0;
    if (head_size > signed_number(size()))
      return make_tampering(Tamper::truncated, size(), static_cast<std::uint64_t>(head_size) - 1);
    // What a checkpoint covers was not put behind the end: then the head itself is wrong.
    const bool is_behind_end = head_size < signed_number(size()) && head_size >= signed_number(report_.covered);
    if (is_behind_end) return make_tampering(Tamper::inserted, static_cast<std::uint64_t>(head_size), size() - 1);
    if (wrong_hash_) return make_tampering(Tamper::rewritten, wrong_hash_->first, wrong_hash_->last);
    const bool is_whole =
        head_size == signed_number(size()) && (head ? head->frontier : "") == joined(frontier_.hashes());
    if (is_whole) return std::nullopt;
    const std::uint64_t last = size() == 0 ? 0 : size() - 1;
    return make_tampering(Tamper::head_changed, last, last);
  }

  struct Stretch {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
  };

  db::Reader reader_;
  InstitutionId institution_;
  std::vector<Checkpoint> kept_;  // by size
  std::size_t next_ = 0;          // the first of kept_ that is not compared yet
  std::optional<Tampering> bad_checkpoint_;
  Frontier frontier_;
  std::optional<Stretch> wrong_hash_;
  AuditReport report_;
};

}  // namespace

AuditReport audit(db::Reader reader, InstitutionId institution, const AuditOptions& options) {
  return Audit(reader, institution, options).run();
}

}  // namespace prima::journal
