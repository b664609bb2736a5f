#include "publication/registry_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iterator>

#include "base/text.h"
#include "publication/registry_notes.h"
#include "publication/registry_words.h"

namespace prima::publication {

namespace {

template <typename... Arguments>
void line(std::string& text, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
  fmt::format_to(std::back_inserter(text), format, std::forward<Arguments>(arguments)...);
  text += '\n';
}

void write_counts(std::string& text, const RegistryCheck& check, Language language) {
  const Words counts{fmt::format("{} baris, {} dapat dihitung ulang, {} mencetak zona atau kategori, {} bertentangan",
                                 check.rows.size(), check.checked(), check.compared(), check.contradictions()),
                     fmt::format("{} rows, {} can be recomputed, {} print a zone or category, {} contradict the rule",
                                 check.rows.size(), check.checked(), check.compared(), check.contradictions())};
  line(text, "{}", counts.in(language));
}

void write_contradiction(std::string& text, const PublishedRow& row, const Verdict& verdict, Language language) {
  const Words at{fmt::format("baris {}", row.line), fmt::format("line {}", row.line)};
  line(text, "");
  line(text, "{}: {}", at.in(language), shown_to_people(subject_words(row).in(language)));
  line(text, "  {}: {}", Words{"nilai", "score"}.in(language), verdict.classification->score);
  line(text, "  {}: {}", Words{"tercetak", "printed"}.in(language), shown_to_people(printed_of(row, verdict)));
  line(text, "  {}: {}", Words{"menurut aturan", "by the rule"}.in(language), expected_of(verdict));
  line(text, "  {}", reason(row, verdict).in(language));
  if (!row.source.empty()) line(text, "  {}: {}", Words{"sumber", "source"}.in(language), shown_to_people(row.source));
}

void write_notes(std::string& text, const RegistryCheck& check, Language language) {
  const auto notes = notes_of(check);
  if (notes.empty()) return;
  line(text, "");
  line(text, "{}", Words{"Catatan (bukan pertentangan):", "Notes (no contradictions):"}.in(language));
  for (const Note& note : notes) {
    const std::string lines = fmt::format("{}", fmt::join(note.lines, ", "));
    const Words at{fmt::format("baris {}", lines),
                   fmt::format("{} {}", note.lines.size() == 1 ? "line" : "lines", lines)};
    line(text, "  {} ({})", note.message.in(language), at.in(language));
  }
}

}  // namespace

std::string to_text(const RegistryCheck& check, Language language) {
  std::string text;
  write_counts(text, check, language);
  for (std::size_t i = 0; i < check.rows.size(); ++i) {
    if (!check.verdicts[i].mismatches.empty()) write_contradiction(text, check.rows[i], check.verdicts[i], language);
  }
  write_notes(text, check, language);
  return text;
}

}  // namespace prima::publication
