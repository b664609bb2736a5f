#include "catalogue/edition_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "catalogue/standard_completeness_rules.h"
#include "catalogue/standard_words.h"

namespace prima::catalogue {

namespace {

bool was_in_force(const Edition& edition) {
  return (edition.state == EditionState::published ||
          (edition.state == EditionState::withdrawn && edition.valid_until)) &&
         edition.valid_from.has_value();
}

Date day_before(Date day) { return std::chrono::sys_days(day) - std::chrono::days(1); }

const EditionMove* find_move(EditionState from, EditionState to) {
  for (const EditionMove& move : edition_moves()) {
    if (move.from == from && move.to == to) return &move;
  }
  return nullptr;
}

bool is_allowed(const EditionMove& move, EditionActor actor) {
  return std::find(move.by.begin(), move.by.end(), actor) != move.by.end();
}

Findings no_such_move(EditionState from, EditionState to) {
  const Words a = words(from);
  const Words b = words(to);
  return {
      {"no_such_move",
       "/state",
       0,
       {fmt::format("edisi berstatus \"{}\" tidak dapat langsung menjadi \"{}\"; muat ulang halaman dan pilih langkah "
                    "yang tersedia",
                    a.id, b.id),
        fmt::format("an edition that is \"{}\" cannot become \"{}\"; load the page again and choose one of its steps",
                    a.en, b.en)}}};
}

void add(Findings& findings, std::string code, std::string place, Words message) {
  findings.push_back({std::move(code), std::move(place), 0, std::move(message)});
}

void add_component(Findings& findings, const ComponentCheck& check) {
  const Words name = words(check.component);
  add(findings, "component_missing", "/standard/" + std::string(key(check.component)),
      {name.id + ": " + check.reason.id, name.en + ": " + check.reason.en});
}

}  // namespace

std::span<const EditionMove> edition_moves() {
  using enum EditionState;
  using enum EditionActor;
  static const std::vector<EditionMove> moves = {
      {draft, review, {writer, head}, false, {"Ajukan untuk ditinjau", "Submit for review"}},
      {review, draft, {writer, head, publisher}, true, {"Kembalikan menjadi rancangan", "Return to draft"}},
      {review, approved, {head}, false, {"Setujui", "Approve"}},
      {approved, draft, {head, publisher}, true, {"Kembalikan menjadi rancangan", "Return to draft"}},
      {approved, published, {head, publisher}, false, {"Terbitkan", "Publish"}},
      {published, withdrawn, {head, publisher}, true, {"Tarik", "Withdraw"}},
  };
  return moves;
}

std::vector<const EditionMove*> moves_from(EditionState state, EditionActor actor) {
  std::vector<const EditionMove*> found;
  for (const EditionMove& move : edition_moves()) {
    if (move.from == state && is_allowed(move, actor)) found.push_back(&move);
  }
  return found;
}

bool may_be_edited(EditionState state) { return state == EditionState::draft; }

Findings what_is_missing_for(EditionState state, const Edition& edition) {
  Findings findings;
  if (state == EditionState::draft || state == EditionState::withdrawn) return findings;
  if (edition.standard.title.empty())
    add(findings, "title_missing", "/standard/title", {"judul layanan belum diisi", "the service has no title yet"});
  if (edition.standard.description.empty())
    add(findings, "description_missing", "/standard/description",
        {"uraian singkat layanan belum diisi; satu atau dua kalimat cukup",
         "the service has no description yet; one or two sentences are enough"});
  if (state == EditionState::review) return findings;
  for (const ComponentCheck& check : check_components(edition.standard)) {
    const bool strict = state == EditionState::published && must_be_published(check.component);
    if (check.state == ComponentState::absent || (strict && check.state == ComponentState::partial))
      add_component(findings, check);
  }
  if (state != EditionState::published) return findings;
  if (edition.decree.number.empty())
    add(findings, "decree_missing", "/decree/number",
        {"nomor keputusan penetapan belum diisi", "the number of the decree that lays it down is missing"});
  if (!edition.valid_from)
    add(findings, "first_day_missing", "/valid_from",
        {"hari mulai berlaku belum diisi", "the first day of validity is missing"});
  return findings;
}

Result<Edition, Findings> move_edition(const Edition& edition, const MoveRequest& request) {
  const EditionMove* move = find_move(edition.state, request.to);
  if (move == nullptr) return failure(no_such_move(edition.state, request.to));
  Findings findings;
  if (!is_allowed(*move, request.actor))
    add(findings, "not_allowed", "/state",
        {"langkah ini bukan wewenang Anda; minta kepala unit atau bagian organisasi",
         "this step is not yours to take; ask the head of the unit or the organisation bureau"});
  if (move->needs_reason && trimmed(request.reason).empty())
    add(findings, "reason_missing", "/reason",
        {"tulis alasannya; alasan ini disimpan dan dibaca penulis standar",
         "write the reason; it is kept, and the writer of the standard reads it"});
  Findings missing = what_is_missing_for(request.to, edition);
  findings.insert(findings.end(), missing.begin(), missing.end());
  if (!findings.empty()) return failure(std::move(findings));
  Edition moved = edition;
  moved.state = request.to;
  return moved;
}

const Edition* valid_on(std::span<const Edition> editions, Date day) {
  const Edition* found = nullptr;
  for (const Edition& edition : editions) {
    if (!was_in_force(edition) || *edition.valid_from > day) continue;
    const bool later = found == nullptr || *edition.valid_from > *found->valid_from ||
                       (*edition.valid_from == *found->valid_from && edition.number > found->number);
    if (later) found = &edition;
  }
  // The latest begun one takes over from all before it, also when it has ended itself.
  return found != nullptr && found->valid_until && *found->valid_until < day ? nullptr : found;
}

std::vector<std::optional<Date>> last_days(std::span<const Edition> editions) {
  std::vector<std::optional<Date>> days;
  for (const Edition& edition : editions) {
    std::optional<Date> last;
    if (was_in_force(edition)) {
      last = edition.valid_until;
      for (const Edition& other : editions) {
        if (!was_in_force(other) || *other.valid_from <= *edition.valid_from) continue;
        const Date before = day_before(*other.valid_from);
        if (!last || before < *last) last = before;
      }
    }
    days.push_back(last);
  }
  return days;
}

Findings check_editions(std::span<const Edition> editions) {
  Findings findings;
  for (std::size_t i = 0; i < editions.size(); ++i) {
    for (std::size_t j = 0; j < editions.size(); ++j) {
      const Edition& earlier = editions[i];
      const Edition& later = editions[j];
      if (i < j && earlier.number == later.number)
        add(findings, "number_twice", fmt::format("/{}/number", j),
            {fmt::format("edisi {} ada dua kali; beri nomor berikutnya", later.number),
             fmt::format("there are two editions {}; give one the next number", later.number)});
      if (i == j || !was_in_force(earlier) || !was_in_force(later)) continue;
      if (*earlier.valid_from == *later.valid_from && i < j)
        add(findings, "same_first_day", fmt::format("/{}/valid_from", j),
            {fmt::format("edisi {} dan {} mulai pada hari yang sama, {}; ubah salah satunya", earlier.number,
                         later.number, iso(*later.valid_from)),
             fmt::format("editions {} and {} begin on the same day, {}; change one of them", earlier.number,
                         later.number, iso(*later.valid_from))});
      if (*earlier.valid_from >= *later.valid_from) continue;
      if (earlier.number > later.number)
        add(findings, "numbers_go_back", fmt::format("/{}/valid_from", j),
            {fmt::format("edisi {} mulai sesudah edisi {}; edisi yang lebih baru harus mulai lebih akhir", later.number,
                         earlier.number),
             fmt::format("edition {} begins after edition {}; a newer edition must begin later", later.number,
                         earlier.number)});
      if (earlier.valid_until && *earlier.valid_until >= *later.valid_from)
        add(findings, "editions_overlap", fmt::format("/{}/valid_until", i),
            {fmt::format("edisi {} berlaku sampai {}, padahal edisi {} sudah mulai {}; akhiri paling lambat {}",
                         earlier.number, iso(*earlier.valid_until), later.number, iso(*later.valid_from),
                         iso(day_before(*later.valid_from))),
             fmt::format("edition {} holds until {}, but edition {} begins on {}; let it end by {}", earlier.number,
                         iso(*earlier.valid_until), later.number, iso(*later.valid_from),
                         iso(day_before(*later.valid_from)))});
    }
  }
  return findings;
}

}  // namespace prima::catalogue
