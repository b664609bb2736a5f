#include "publication/registry.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "html/province.h"
#include "scoring/roll_up.h"

namespace prima::publication {

namespace {

// Institutions by the address of their names as written.
std::map<std::string, const GovernmentPlace*> by_slug(const std::vector<GovernmentPlace>& places) {
  std::map<std::string, const GovernmentPlace*> found;
  for (const GovernmentPlace& place : places) found.emplace(slug(place.institution), &place);
  return found;
}

bool is_official_source(const PublishedRow& row) {
  return row.source.find("://ombudsman.go.id/") != std::string::npos ||
         row.source.find("://www.ombudsman.go.id/") != std::string::npos;
}

bool is_total(const PublishedRow& row) {
  return row.subject.kind == Subject::Kind::total || row.subject.kind == Subject::Kind::average;
}

bool is_local_government(Level level) {
  return level == Level::province || level == Level::city || level == Level::regency;
}

std::string search_text(const PublishedRow& row, const Government& government) {
  const Words level = words(row.level);
  std::string text = government.name + " " + row.institution + " " + level.id + " " + level.en + " " + row.level_text +
                     " " + std::to_string(row.year) + " " + row.subject.name;
  if (const html::Province* province = html::find_province(government.province)) {
    for (const std::string_view name : {province->name, province->english, province->abbreviation}) {
      text += " ";
      text += name;
    }
  }
  return text;
}

}  // namespace

Registry::Registry(RegistryCheck check, const std::vector<GovernmentPlace>& places) : check_(std::move(check)) {
  notes_ = notes_of(check_);
  group(places);
  for (RowIndex i = 0; i < rows().size(); ++i) search_texts_.push_back(tokens(search_text(row(i), government_of(i))));
  sort_rows();
}

// Two spellings with one address are one government, and so are an abbreviation and its full name.
void Registry::group(const std::vector<GovernmentPlace>& places) {
  const auto known = by_slug(places);
  std::map<std::string, std::vector<RowIndex>> members;
  std::map<std::string, Government> found;
  for (RowIndex i = 0; i < rows().size(); ++i) {
    const auto place = known.find(slug(row(i).institution));
    const bool has_name = place != known.end() && !place->second->name.empty();
    const std::string name = has_name ? place->second->name : row(i).institution;
    const std::string address = slug(name);
    Government& government = found[address];
    government.slug = address;
    government.name = std::max(government.name, name);  // of two spellings always the same one
    government.level = members[address].empty() ? row(i).level : std::min(government.level, row(i).level);
    if (place != known.end()) government.province = std::max(government.province, place->second->province);
    members[address].push_back(i);
  }
  for (auto& [address, government] : found) governments_.push_back(std::move(government));
  std::sort(governments_.begin(), governments_.end(), [](const Government& one, const Government& other) {
    return std::tuple(folded(one.name), one.slug) < std::tuple(folded(other.name), other.slug);
  });
  owners_.resize(rows().size());
  for (std::size_t i = 0; i < governments_.size(); ++i) {
    const auto& mine = members[governments_[i].slug];
    for (const RowIndex one : mine) owners_[one] = i;
    fill(governments_[i], mine);
  }
}

bool Registry::counts_before(RowIndex one, RowIndex other) const {
  const auto order = [&](RowIndex i) {
    const PublishedRow& r = row(i);
    return std::tuple(!r.year_note.empty(), !r.score.has_value(), !is_official_source(r), std::string_view(r.source),
                      std::string_view(r.year_text), std::string_view(r.score_text), std::string_view(r.category_text));
  };
  return order(one) < order(other);
}

void Registry::fill(Government& government, const std::vector<RowIndex>& mine) {
  std::map<int, YearResult, std::greater<>> years;
  for (const RowIndex i : mine) {
    YearResult& result = years[row(i).year];
    result.year = row(i).year;
    (is_total(row(i)) ? result.totals : result.units).push_back(i);
  }
  for (auto& [year, result] : years) {
    std::sort(result.totals.begin(), result.totals.end(),
              [&](RowIndex one, RowIndex other) { return counts_before(one, other); });
    std::sort(result.units.begin(), result.units.end(), [&](RowIndex one, RowIndex other) {
      const std::string name = folded(row(one).subject.name);
      const std::string other_name = folded(row(other).subject.name);
      return name == other_name ? counts_before(one, other) : name < other_name;
    });
    government.years.push_back(std::move(result));
  }
}

bool Registry::is_shown_before(RowIndex one, RowIndex other) const {
  const auto order = [&](RowIndex i) { return std::tuple(-row(i).year, owners_[i], !is_total(row(i))); };
  if (order(one) != order(other)) return order(one) < order(other);
  const std::string name = folded(row(one).subject.name);
  const std::string other_name = folded(row(other).subject.name);
  return name == other_name ? counts_before(one, other) : name < other_name;
}

void Registry::sort_rows() {
  shown_order_.resize(rows().size());
  for (RowIndex i = 0; i < shown_order_.size(); ++i) shown_order_[i] = i;
  std::sort(shown_order_.begin(), shown_order_.end(),
            [&](RowIndex one, RowIndex other) { return is_shown_before(one, other); });
}

const Government* Registry::find(std::string_view slug) const {
  const auto found =
      std::find_if(governments_.begin(), governments_.end(), [&](const Government& one) { return one.slug == slug; });
  return found == governments_.end() ? nullptr : &*found;
}

std::optional<RowIndex> Registry::latest(const Government& government) const {
  for (const YearResult& result : government.years) {
    const auto scored =
        std::find_if(result.totals.begin(), result.totals.end(), [&](RowIndex i) { return verdict(i).is_checked(); });
    if (scored != result.totals.end()) return *scored;
  }
  return std::nullopt;
}

bool Registry::matches(RowIndex i, const Filter& filter, const std::vector<Token>& words) const {
  if (filter.year && row(i).year != *filter.year) return false;
  if (filter.level && row(i).level != *filter.level) return false;
  if (!filter.province.empty() && government_of(i).province != filter.province) return false;
  if (filter.contradictions_only && verdict(i).mismatches.empty()) return false;
  if (filter.zone) {
    const auto& result = verdict(i).classification;
    if (!result || result->band->zone != filter.zone) return false;
  }
  return every_word_begins_one_of(words, search_texts_[i]);
}

std::vector<RowIndex> Registry::search(const Filter& filter) const {
  const std::vector<Token> words = tokens(filter.words);
  std::vector<RowIndex> found;
  std::copy_if(shown_order_.begin(), shown_order_.end(), std::back_inserter(found),
               [&](RowIndex i) { return matches(i, filter, words); });
  return found;
}

std::optional<RowIndex> Registry::comparable_total(const YearResult& result) const {
  for (const RowIndex i : result.totals) {
    if (row(i).subject.kind != Subject::Kind::total) continue;
    const Verdict& one = verdict(i);
    if (one.is_checked() && !one.by_earlier_method) return i;
  }
  return std::nullopt;
}

void Registry::sort_by_score(std::vector<RowIndex>& totals) const {
  std::sort(totals.begin(), totals.end(), [&](RowIndex one, RowIndex other) {
    const Rational& score = verdict(one).classification->rounded;
    const Rational& other_score = verdict(other).classification->rounded;
    return score == other_score ? owners_[one] < owners_[other] : score > other_score;
  });
}

std::vector<Ranked> Registry::ranking(int year, std::optional<Level> level) const {
  std::vector<RowIndex> totals;
  for (const Government& government : governments_) {
    const bool is_wanted = level ? government.level == *level : government.level != Level::vertical_unit;
    if (!is_wanted || government.level == Level::national) continue;
    for (const YearResult& result : government.years) {
      if (result.year != year) continue;
      if (const auto total = comparable_total(result)) totals.push_back(*total);
    }
  }
  sort_by_score(totals);
  std::vector<Ranked> ranked;
  for (std::size_t i = 0; i < totals.size(); ++i) {
    const bool is_tie =
        i > 0 && verdict(totals[i]).classification->rounded == verdict(totals[i - 1]).classification->rounded;
    ranked.push_back({is_tie ? ranked.back().rank : i + 1, totals[i]});
  }
  return ranked;
}

ProvinceSummary Registry::summary(const std::string& code, int year, std::vector<RowIndex> totals) const {
  ProvinceSummary summary;
  summary.code = code;
  summary.year = year;
  sort_by_score(totals);
  std::vector<scoring::Member> members;
  for (const RowIndex i : totals) {
    if (government_of(i).level == Level::province) {
      summary.own = i;
    } else {
      members.push_back({government_of(i).name, row(i).score, 1});
    }
  }
  const instrument::Instrument& method = *verdict(totals.front()).instrument;
  summary.mean = scoring::roll_up(method, method.province ? *method.province : method.institution, members);
  summary.governments = std::move(totals);
  return summary;
}

std::vector<ProvinceSummary> Registry::provinces(int year) const {
  std::map<std::string, std::vector<RowIndex>> totals;
  for (const Government& government : governments_) {
    if (government.province.empty() || !is_local_government(government.level)) continue;
    for (const YearResult& result : government.years) {
      if (result.year != year) continue;
      if (const auto total = comparable_total(result)) totals[government.province].push_back(*total);
    }
  }
  std::vector<ProvinceSummary> summaries;
  for (auto& [code, rows_of_code] : totals) summaries.push_back(summary(code, year, std::move(rows_of_code)));
  return summaries;
}

std::vector<ProvinceSummary> Registry::newest_provinces() const {
  std::map<std::string, ProvinceSummary> newest;
  for (const int year : years()) {
    for (ProvinceSummary& one : provinces(year)) newest.emplace(one.code, std::move(one));
  }
  std::vector<ProvinceSummary> summaries;
  for (auto& [code, one] : newest) summaries.push_back(std::move(one));
  return summaries;
}

std::vector<int> Registry::years() const {
  std::set<int, std::greater<>> found;
  for (const PublishedRow& one : rows()) found.insert(one.year);
  return {found.begin(), found.end()};
}

std::vector<Level> Registry::levels() const {
  std::set<Level> found;
  for (const PublishedRow& one : rows()) found.insert(one.level);
  return {found.begin(), found.end()};
}

}  // namespace prima::publication
