#include "identity/people_journal.h"

#include "journal/journal_store.h"

namespace prima::identity {

void note(db::Transaction& transaction, InstitutionId institution, AccountId account, const Doer& doer,
          std::string_view action, journal::Json before, journal::Json after) {
  journal::append(transaction, institution,
                  journal::Change{.actor = doer.actor,
                                  .at = doer.at,
                                  .action = "identity." + std::string(action),
                                  .subject = {"account", to_text(account)},
                                  .before = std::move(before),
                                  .after = std::move(after)});
}

}  // namespace prima::identity
