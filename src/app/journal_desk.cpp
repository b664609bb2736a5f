#include "app/journal_desk.h"

#include <charconv>

#include "app/journal_page.h"
#include "app/site.h"
#include "directory/directory_store.h"
#include "html/format.h"
#include "http/percent.h"
#include "http/problem.h"
#include "journal/checkpoint.h"
#include "journal/checkpoint_store.h"
#include "journal/journal_api.h"
#include "journal/journal_filter.h"
#include "journal/journal_store.h"

namespace prima::app {

using http::Method;
using http::Response;

namespace {

constexpr std::int64_t entries_a_page = 50;
constexpr std::int64_t lines_at_once = 1'000;

std::optional<std::uint64_t> number(const http::Request& request, std::string_view name) {
  const auto text = request.query(name);
  if (!text) return std::nullopt;
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  const bool whole = error == std::errc() && end == text->data() + text->size();
  return whole ? std::optional(value) : std::nullopt;
}

// ?institution=N; the first one when it is not given.
std::optional<InstitutionId> institution_of(const http::Request& request) {
  if (!request.query("institution")) return InstitutionId{1};
  const auto given = number(request, "institution");
  if (!given || *given > 2'147'483'647) return std::nullopt;
  return static_cast<InstitutionId>(*given);
}

Response no_proof(int status, Words words) { return http::problem(status, words); }

Words wrong_numbers() {
  return {"Sebutkan bilangan bulat yang tidak melebihi panjang jurnal.",
          "Give whole numbers that do not exceed the length of the journal."};
}

// The institution whose journal somebody reads: `instansi`, or their own.
InstitutionId wanted_institution(const Visit& visit) {
  const auto given = number(visit.request, "instansi");
  return given && *given <= 2'147'483'647 ? static_cast<InstitutionId>(*given) : visit.person->account.institution;
}

bool may_read(const Visit& visit, InstitutionId institution) {
  return visit.person->may(identity::Action::read_journal, {.institution = institution});
}

Response may_not(const Visit& visit) {
  return error_page_of_site(visit.request, 403,
                            {"Peran Anda tidak memberi hak membaca jurnal instansi ini.",
                             "Your roles do not allow reading the journal of this institution."});
}

}  // namespace

std::vector<GatedRoute> JournalDesk::routes() {
  const Needs auditor = needs(identity::Action::read_journal);
  return {
      {.pattern = "/jurnal", .needs = auditor, .handler = [this](const Visit& visit) { return page(visit); }},
      {.pattern = "/jurnal.jsonl",
       .needs = auditor,
       .handler = [this](const Visit& visit) { return lines(visit); },
       .both_languages = false},
      {.pattern = "/audit/checkpoint",
       .needs = everyone,
       .handler = [this](const Visit& visit) { return checkpoint(visit); },
       .both_languages = false},
      {.pattern = "/audit/key",
       .needs = everyone,
       .handler = [this](const Visit& visit) { return key(visit); },
       .both_languages = false},
      {.pattern = "/audit/inclusion",
       .needs = everyone,
       .handler = [this](const Visit& visit) { return inclusion(visit); },
       .both_languages = false},
      {.pattern = "/audit/consistency",
       .needs = everyone,
       .handler = [this](const Visit& visit) { return consistency(visit); },
       .both_languages = false},
  };
}

Response JournalDesk::page(const Visit& visit) {
  const InstitutionId institution = wanted_institution(visit);
  if (!may_read(visit, institution)) return may_not(visit);
  db::Snapshot snapshot = platform_.database().read();
  const auto found = directory::find_institution(snapshot, institution);
  JournalView view{.institution = institution,
                   .institution_name = found ? found->institution.name : "",
                   .zone = found ? found->institution.zone : TimeZone::wib};
  const auto parameter = [&](std::string_view name) { return visit.request.query(name); };
  auto filter = journal::read_filter(parameter, view.zone);
  if (filter) {
    view.filter = *filter;
    view.page = journal::find_entries(snapshot, institution, *filter, entries_a_page);
  } else {
    view.problems = filter.error();
  }
  for (const std::string_view name : journal_fields)
    view.typed.emplace_back(name, std::string(visit.request.query(name).value_or("")));
  view.head = journal::head(snapshot, institution);
  if (const auto note = journal::latest_checkpoint(snapshot, institution)) view.checkpoint = journal::to_text(*note);
  return http::html(journal_page(visit.language, view), view.problems.empty() ? 200 : 400);
}

Response JournalDesk::lines(const Visit& visit) {
  const InstitutionId institution = wanted_institution(visit);
  if (!may_read(visit, institution)) return may_not(visit);
  db::Snapshot snapshot = platform_.database().read();
  const auto entries =
      journal::entries_from(snapshot, institution, number(visit.request, "dari").value_or(0), lines_at_once);
  return http::download(journal::entries_lines(entries), "application/jsonl", "jurnal.jsonl");
}

Response JournalDesk::checkpoint(const Visit& visit) {
  const auto institution = institution_of(visit.request);
  if (!institution) return no_proof(400, wrong_numbers());
  db::Snapshot snapshot = platform_.database().read();
  const auto note = journal::latest_checkpoint(snapshot, *institution);
  if (!note) {
    return no_proof(404, {"Jurnal ini belum punya tanda tangan; tunggu sepuluh detik setelah perubahan pertama.",
                          "This journal has no signature yet; wait ten seconds after its first change."});
  }
  return http::text(journal::to_text(*note));
}

Response JournalDesk::key(const Visit& visit) {
  const auto institution = institution_of(visit.request);
  if (!institution) return no_proof(400, wrong_numbers());
  const std::string origin = journal::journal_origin(platform_.server(), *institution);
  return http::text(journal::to_text(platform_.keys().journal.verifier().named(origin)) + "\n");
}

Response JournalDesk::inclusion(const Visit& visit) {
  const auto institution = institution_of(visit.request);
  const auto index = number(visit.request, "index");
  const auto size = number(visit.request, "size");
  if (!institution || !index || !size) return no_proof(400, wrong_numbers());
  db::Snapshot snapshot = platform_.database().read();
  const auto proof = journal::prove_inclusion(snapshot, *institution, *index, *size);
  const auto entry = journal::find_entry(snapshot, *institution, *index);
  if (!proof || !entry) return no_proof(404, wrong_numbers());
  return http::json(journal::inclusion_json(*entry, *size, *proof));
}

Response JournalDesk::consistency(const Visit& visit) {
  const auto institution = institution_of(visit.request);
  const auto from = number(visit.request, "from");
  const auto to = number(visit.request, "to");
  if (!institution || !from || !to) return no_proof(400, wrong_numbers());
  db::Snapshot snapshot = platform_.database().read();
  const auto proof = journal::prove_consistency(snapshot, *institution, *from, *to);
  if (!proof) return no_proof(404, wrong_numbers());
  return http::json(journal::consistency_json(*from, *to, *proof));
}

}  // namespace prima::app
