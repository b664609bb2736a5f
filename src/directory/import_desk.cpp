#include "directory/import_desk.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

#include "directory/import_page.h"
#include "directory/unit_pages.h"
#include "directory/unit_store.h"
#include "files/spreadsheet.h"

namespace prima::directory {

using http::Response;

namespace {

constexpr std::chrono::minutes longest_kept{30};
constexpr std::size_t most_kept = 32;
constexpr int unprocessable = 422;

std::vector<std::pair<std::string, std::string>> hidden_of(const DirectoryVisitor& visitor) {
  return {{"csrf", visitor.csrf}};
}

Response refused(const Institution& institution, const DirectoryVisitor& visitor, const Finding& why) {
  return http::html(import_page(visitor.language, institution, hidden_of(visitor), why), unprocessable);
}

Finding no_file() {
  return {"no_file", {}, 0, {"pilih berkas XLSX atau CSV, lalu kirim", "choose an XLSX or CSV file and send it"}};
}

Finding upload_is_gone() {
  return {"upload_is_gone",
          {},
          0,
          {"pratinjau ini sudah kedaluwarsa atau sudah dipakai; unggah berkasnya sekali lagi",
           "this preview has expired or was already used; upload the file once more"}};
}

files::Sheet sheet_of(db::Database& database, const Institution& institution, Language language) {
  db::Snapshot snapshot = database.read();
  return export_units(all_units(snapshot, institution.id), language, "Unit " + institution.code);
}

}  // namespace

Response ImportDesk::form(const Institution& institution, const DirectoryVisitor& visitor) const {
  return http::html(import_page(visitor.language, institution, hidden_of(visitor)));
}

Response ImportDesk::take(const Institution& institution, const DirectoryVisitor& visitor, const http::Form& form) {
  return form.value("apply") ? apply(institution, visitor, form) : preview(institution, visitor, form);
}

Response ImportDesk::preview(const Institution& institution, const DirectoryVisitor& visitor, const http::Form& form) {
  const http::UploadedFile* file = form.file("file");
  if (file == nullptr) return refused(institution, visitor, no_file());
  const auto sheet = files::read_spreadsheet(file->bytes, file->name);
  if (!sheet) return refused(institution, visitor, sheet.error());
  ImportPlan plan;
  {
    db::Snapshot snapshot = database_.read();
    plan = plan_import(*sheet, institution.id, all_units(snapshot, institution.id), regions());
  }
  auto hidden = hidden_of(visitor);
  const int status = plan.can_be_applied() ? 200 : unprocessable;
  if (plan.can_be_applied()) hidden.emplace_back("upload", to_text(keep(institution.id, visitor, plan)));
  return http::html(import_preview_page(visitor.language, institution, plan, file->name, hidden), status);
}

Response ImportDesk::apply(const Institution& institution, const DirectoryVisitor& visitor, const http::Form& form) {
  const auto plan = take_plan(institution.id, visitor, form);
  if (!plan) return refused(institution, visitor, upload_is_gone());
  std::vector<UnitId> ids;
  for (std::size_t left = plan->count(ImportAction::create); left > 0; --left)
    ids.emplace_back(make_uuid(visitor.now, random_()));
  const Author author{visitor.account, visitor.now};
  const auto outcome = database_.write(
      [&](db::Transaction& transaction) { return apply_import(transaction, institution.id, *plan, ids, author); });
  if (!outcome) return refused(institution, visitor, outcome.error().findings.front());
  return http::redirect(303, (visitor.language == Language::en ? "/en" : "") + units_path(institution));
}

Uuid ImportDesk::keep(InstitutionId institution, const DirectoryVisitor& visitor, ImportPlan plan) {
  const Uuid upload = make_uuid(visitor.now, random_());
  const std::lock_guard lock(mutex_);
  std::erase_if(kept_, [&](const auto& one) { return one.second.at + longest_kept < visitor.now; });
  if (kept_.size() >= most_kept && !kept_.contains(visitor.account)) {
    kept_.erase(std::min_element(kept_.begin(), kept_.end(),
                                 [](const auto& a, const auto& b) { return a.second.at < b.second.at; }));
  }
  kept_.insert_or_assign(visitor.account, Kept{upload, institution, visitor.now, std::move(plan)});
  return upload;
}

std::optional<ImportPlan> ImportDesk::take_plan(InstitutionId institution, const DirectoryVisitor& visitor,
                                                const http::Form& form) {
  const auto upload = parse_uuid(form.value("upload").value_or(std::string_view()));
  const std::lock_guard lock(mutex_);
  const auto found = kept_.find(visitor.account);
  const bool fits = found != kept_.end() && upload == found->second.upload &&
                    found->second.institution == institution && found->second.at + longest_kept >= visitor.now;
  if (!fits) return std::nullopt;
  ImportPlan plan = std::move(found->second.plan);
  kept_.erase(found);
  return plan;
}

Response ImportDesk::table_xlsx(const Institution& institution, Language language, Instant now) const {
  auto bytes = files::write_xlsx(sheet_of(database_, institution, language), now);
  if (!bytes) return http::text(to_text(bytes.error(), language) + "\n", unprocessable);
  return http::download(*std::move(bytes), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "unit-" + institution.code + ".xlsx");
}

Response ImportDesk::table_csv(const Institution& institution, Language language) const {
  return http::download(files::write_csv(sheet_of(database_, institution, language)), "text/csv; charset=utf-8",
                        "unit-" + institution.code + ".csv");
}

}  // namespace prima::directory
