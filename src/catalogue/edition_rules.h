#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "base/result.h"
#include "base/words.h"
#include "catalogue/standard.h"

namespace prima::catalogue {

// What somebody is to a standard; the roles of people are mapped to it by the caller.
enum class EditionActor {
  writer,    // writes standards in the unit
  head,      // heads the unit, or the institution: lays the standard down
  publisher  // the organisation bureau, which looks after the catalogue
};

// One allowed move of an edition.
struct EditionMove {
  EditionState from;
  EditionState to;
  std::vector<EditionActor> by;
  bool needs_reason = false;  // a sentence that stays in the journal
  Words name;                 // what stands on the button
};

// draft -> review (writer, head), review -> approved (head), review and approved -> draft (head, publisher; with a
// reason; the writer may take back what is still in review), approved -> published (head, publisher), published ->
// withdrawn (head, publisher; with a reason). Withdrawn is the end, and nobody changes what was published: the next
// change is a new edition.
std::span<const EditionMove> edition_moves();

// The moves that `actor` may make from `state`.
std::vector<const EditionMove*> moves_from(EditionState state, EditionActor actor);

// Only a draft may be edited.
bool may_be_edited(EditionState state);

struct MoveRequest {
  EditionState to = EditionState::review;
  EditionActor actor = EditionActor::writer;
  std::string_view reason;  // may be empty where none is needed
};

// The edition after the move, or every reason against it: there is no such move, it is for somebody else, the reason is
// missing, or the standard is not ready (what_is_missing_for()).
Result<Edition, Findings> move_edition(const Edition& edition, const MoveRequest& request);

// What a standard must have before it reaches `state`. For review: a title and a description. For approved: something
// in each of the 14 components, as article 21 asks. For published: the decree's number, the first day of validity, and
// the six published components complete.
Findings what_is_missing_for(EditionState state, const Edition& edition);

// The edition that was in force on `day`: published, begun and not ended. Of several that follow each other without an
// end the latest begun one counts. A withdrawn edition is not in force on any day from its withdrawal on; the caller
// closes it with `valid_until`, so it still answers for the days before. Null when there was none.
const Edition* valid_on(std::span<const Edition> editions, Date day);

// The last day on which each edition was really in force: its own end, or the day before the next one begins. In the
// order of `editions`; nothing where there is no end or the edition never began.
std::vector<std::optional<Date>> last_days(std::span<const Edition> editions);

// Whether the editions of one service fit together: numbers go up with their first days and come once, and no two
// published or withdrawn ones hold for the same day unless the earlier has no end of its own. Finding::file is
// "/<index>/valid_from" or the like, into `editions`.
Findings check_editions(std::span<const Edition> editions);

}  // namespace prima::catalogue
