#include "publication/registry_notes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/text.h"
#include "publication/registry_words.h"
#include "publication/search_words.h"
#include "scoring/roll_up.h"

namespace prima::publication {

namespace {

using Group = std::vector<std::size_t>;  // indices of rows

std::vector<std::int64_t> lines_of(const RegistryCheck& check, const Group& group) {
  std::vector<std::int64_t> lines;
  for (const std::size_t i : group) lines.push_back(check.rows[i].line);
  std::sort(lines.begin(), lines.end());
  return lines;
}

// Rows with a score, by what makes them speak of the same thing.
template <typename Key>
std::map<std::string, Group> grouped(const RegistryCheck& check, const Key& key) {
  std::map<std::string, Group> groups;
  for (std::size_t i = 0; i < check.rows.size(); ++i) {
    if (check.rows[i].score) groups[key(check.rows[i])].push_back(i);
  }
  return groups;
}

std::string place_and_time(const PublishedRow& row) {
  return fmt::format("{}\n{}\n{}", slug(row.institution), row.year, folded(row.year_note.id));
}

void note_disagreements(const RegistryCheck& check, std::vector<Note>& notes) {
  const auto same_subject = grouped(check, [](const PublishedRow& row) {
    return fmt::format("{}\n{}\n{}", place_and_time(row), static_cast<int>(row.subject.kind), slug(row.subject.name));
  });
  for (const auto& [key, group] : same_subject) {
    std::map<Rational, std::string> scores;
    for (const std::size_t i : group) scores.emplace(*check.rows[i].score, check.rows[i].score_text);
    if (scores.size() < 2) continue;
    std::vector<std::string> texts;
    for (const auto& [score, text] : scores) texts.push_back(text);
    const Words subject = subject_words(check.rows[group.front()]);
    const std::string list = fmt::format("{}", fmt::join(texts, ", "));
    notes.push_back({"sources_disagree",
                     lines_of(check, group),
                     {fmt::format("{}: sumber berbeda mencetak nilai berbeda ({})", subject.id, list),
                      fmt::format("{}: different sources print different scores ({})", subject.en, list)},
                     std::move(texts)});
  }
}

Words mean_message(const PublishedRow& total, const Verdict& verdict, const scoring::Classification& mean,
                   std::size_t units, bool equal) {
  const Words subject = subject_words(total);
  if (equal) {
    return {fmt::format("{}: nilai total {} sama dengan rata-rata {} unit yang diumumkan", subject.id, total.score_text,
                        units),
            fmt::format("{}: the total {} is the mean of the {} published units", subject.en, total.score_text, units)};
  }
  const bool by_products = verdict.instrument->institution.aggregate == instrument::LevelAggregate::mean_of_products;
  return {
      fmt::format("{}: rata-rata {} unit yang diumumkan {}, nilai total {}; {}", subject.id, units, mean.score,
                  total.score_text,
                  by_products ? "tahun itu dirata-rata menurut produk layanan" : "mungkin tidak semua unit diumumkan"),
      fmt::format(
          "{}: the mean of the {} published units is {}, the total {}; {}", subject.en, units, mean.score,
          total.score_text,
          by_products ? "that year the mean is over service products" : "perhaps not all units were published")};
}

void note_mean(const RegistryCheck& check, std::size_t total, const Group& units, std::vector<Note>& notes) {
  const Verdict& verdict = check.verdicts[total];
  std::vector<scoring::Member> members;
  for (const std::size_t i : units) members.push_back({check.rows[i].subject.name, check.rows[i].score, 1});
  const auto mean = scoring::roll_up(*verdict.instrument, verdict.instrument->institution, members);
  const bool equal = mean->rounded == verdict.classification->rounded;
  Group group = units;
  group.push_back(total);
  notes.push_back({equal ? "mean_of_units_equals" : "mean_of_units_differs",
                   lines_of(check, group),
                   mean_message(check.rows[total], verdict, *mean, units.size(), equal),
                   {mean->score, check.rows[total].score_text},
                   units.size()});
}

void note_means(const RegistryCheck& check, std::vector<Note>& notes) {
  const auto same_source =
      grouped(check, [](const PublishedRow& row) { return fmt::format("{}\n{}", place_and_time(row), row.source); });
  for (const auto& [key, group] : same_source) {
    Group units;
    Group totals;
    for (const std::size_t i : group) {
      if (check.rows[i].subject.kind == Subject::Kind::unit) units.push_back(i);
      if (check.rows[i].subject.kind == Subject::Kind::total) totals.push_back(i);
    }
    if (units.size() >= 2 && totals.size() == 1) note_mean(check, totals.front(), units, notes);
  }
}

void note_row(const PublishedRow& row, const Verdict& verdict, std::vector<Note>& notes) {
  const Words subject = subject_words(row);
  if (verdict.by_earlier_method) {
    notes.push_back({"judged_by_earlier_method",
                     {row.line},
                     {fmt::format("{}: memakai sebutan metode {}, jadi dinilai dengan metode itu", subject.id,
                                  verdict.instrument->version),
                      fmt::format("{}: uses the words of the method of {}, so it is judged by that method", subject.en,
                                  verdict.instrument->version)}});
  }
  if (verdict.not_read.empty()) return;
  const std::string shown = shown_to_people(fmt::format("{}", fmt::join(verdict.not_read, " ")));
  notes.push_back({"words_not_compared",
                   {row.line},
                   {fmt::format("{}: bagian kategori ini tidak dibandingkan: \"{}\"", subject.id, shown),
                    fmt::format("{}: these words of the category were not compared: \"{}\"", subject.en, shown)}});
}

}  // namespace

std::vector<Note> notes_of(const RegistryCheck& check) {
  std::vector<Note> notes;
  note_disagreements(check, notes);
  note_means(check, notes);
  for (std::size_t i = 0; i < check.rows.size(); ++i) note_row(check.rows[i], check.verdicts[i], notes);
  std::sort(notes.begin(), notes.end(), [](const Note& one, const Note& other) {
    return std::tie(one.lines, one.code) < std::tie(other.lines, other.code);
  });
  return notes;
}

}  // namespace prima::publication
