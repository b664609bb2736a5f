#include "publication/category_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace prima::publication {

using instrument::Band;
using instrument::Zone;

namespace {

// Words around the parts, which say nothing by themselves.
constexpr std::array<std::string_view, 31> fillers = {
    "atau",      "category",  "dan",      "dengan",          "grade",  "huruf",     "kategori", "kelas",   "mutu",
    "kepatuhan", "kualitas",  "masuk",    "meraih",          "nilai",  "ombudsman", "opini",    "opinion", "pada",
    "pelayanan", "penilaian", "predikat", "penyelenggaraan", "publik", "quality",   "raih",     "ri",      "standar",
    "tahun",     "zona",      "zone",     "compliance"};
// Words that begin a label: what follows is a label even when no method knows it.
constexpr std::array<std::string_view, 2> label_begins = {"kualitas", "kepatuhan"};

template <typename List>
bool is_one_of(std::string_view word, const List& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_number(std::string_view word) { return word.find_first_not_of("0123456789") == std::string_view::npos; }

bool is_filler(std::string_view word) { return is_one_of(word, fillers) || is_number(word); }

bool is_grade_letter(std::string_view word) {
  return (word.size() == 1 || (word.size() == 2 && word[1] == '+')) && word[0] >= 'a' && word[0] <= 'z';
}

std::string joined(const std::vector<Token>& words, std::size_t from, std::size_t count) {
  std::string phrase;
  for (std::size_t i = from; i < from + count; ++i) phrase += (i == from ? "" : " ") + words[i].word;
  return phrase;
}

// Reads one printed category from its first to its last word.
class Reading {
 public:
  Reading(std::string_view text, const Vocabulary& own, const std::vector<const Vocabulary*>& others)
      : text_(text), words_(tokens(text)), own_(own), others_(others) {}

  PrintedCategory run();

 private:
  // Each takes the words at `at_` if it can, and says whether it did.
  bool take_known();
  bool take_letter();
  bool take_unknown_label();
  void take(std::size_t count, PartKind kind, std::optional<Meaning> meaning,
            std::optional<std::size_t> known_to = std::nullopt);
  std::string printed(std::size_t count) const {
    return std::string(text_.substr(words_[at_].begin, words_[at_ + count - 1].end - words_[at_].begin));
  }

  std::string_view text_;
  std::vector<Token> words_;
  const Vocabulary& own_;
  const std::vector<const Vocabulary*>& others_;
  std::size_t at_ = 0;
  PrintedCategory result_;
};

void Reading::take(std::size_t count, PartKind kind, std::optional<Meaning> meaning,
                   std::optional<std::size_t> known_to) {
  result_.parts.push_back({printed(count), kind, meaning, known_to});
  at_ += count;
}

bool Reading::take_known() {
  const Vocabulary::Match own = own_.longest(words_, at_);
  Vocabulary::Match foreign;
  std::size_t whose = 0;
  for (std::size_t i = 0; i < others_.size(); ++i) {
    const Vocabulary::Match match = others_[i]->longest(words_, at_);
    if (match.words > foreign.words) {
      foreign = match;
      whose = i;
    }
  }
  if (own.words == 0 && foreign.words == 0) return false;
  if (own.words >= foreign.words) {
    take(own.words, own.meaning->kind, *own.meaning);
  } else {
    take(foreign.words, foreign.meaning->kind, std::nullopt, whose);
  }
  return true;
}

bool Reading::take_letter() {
  if (!is_grade_letter(words_[at_].word)) return false;
  take(1, PartKind::letter, std::nullopt);
  return true;
}

bool Reading::take_unknown_label() {
  if (!is_one_of(words_[at_].word, label_begins) || at_ + 1 == words_.size()) return false;
  const std::string& next = words_[at_ + 1].word;
  if (is_filler(next) || is_grade_letter(next)) return false;
  const auto begins_part = [&](const Vocabulary& one) { return one.longest(words_, at_ + 1).words > 0; };
  if (begins_part(own_)) return false;
  take(2, PartKind::label, std::nullopt);
  return true;
}

PrintedCategory Reading::run() {
  while (at_ < words_.size()) {
    if (take_known() || take_letter() || take_unknown_label()) continue;
    if (!is_filler(words_[at_].word)) result_.not_read.push_back(printed(1));
    ++at_;
  }
  if (result_.parts.empty() && !words_.empty()) {
    at_ = 0;
    take(words_.size(), PartKind::label, std::nullopt);
    result_.not_read.clear();
  }
  return std::move(result_);
}

}  // namespace

Vocabulary::Vocabulary(const instrument::Instrument& instrument) {
  for (const Band& band : instrument.bands) {
    add(band.key, {band.key.size() == 1 ? PartKind::letter : PartKind::label, &band, {}});
    for (const Words* name : {&band.quality, &band.opinion}) {
      add_label(name->id, band);
      add_label(name->en, band);
    }
    if (!band.zone) continue;
    add(official_name(*band.zone), {PartKind::zone, nullptr, band.zone});
    add(instrument::words(*band.zone).en, {PartKind::zone, nullptr, band.zone});
  }
  if (!instrument.second_axis) return;
  for (const instrument::OversightLevel& level : instrument.second_axis->levels) {
    add(level.opinion_suffix.id, {PartKind::suffix, nullptr, {}});
    add(level.opinion_suffix.en, {PartKind::suffix, nullptr, {}});
  }
}

void Vocabulary::add(std::string_view phrase, const Meaning& meaning) {
  const std::vector<Token> words = tokens(phrase);
  if (words.empty()) return;
  phrases_.emplace(joined(words, 0, words.size()), meaning);
  longest_ = std::max(longest_, words.size());
}

void Vocabulary::add_label(std::string_view label, const Band& band) {
  add(label, {PartKind::label, &band, {}});
  const std::vector<Token> words = tokens(label);
  if (words.size() == 2 && is_one_of(words[0].word, label_begins)) add(words[1].word, {PartKind::label, &band, {}});
}

Vocabulary::Match Vocabulary::longest(const std::vector<Token>& text, std::size_t from) const {
  for (std::size_t count = std::min(longest_, text.size() - from); count > 0; --count) {
    const auto found = phrases_.find(joined(text, from, count));
    if (found != phrases_.end()) return {&found->second, count};
  }
  return {};
}

PrintedCategory read_category(std::string_view text, const Vocabulary& own,
                              const std::vector<const Vocabulary*>& others) {
  return Reading(text, own, others).run();
}

std::optional<Zone> read_zone(std::string_view text) {
  std::vector<Token> words = tokens(text);
  std::erase_if(words, [](const Token& one) { return one.word == "zona"; });
  if (words.size() != 1) return std::nullopt;
  for (const Zone zone : {Zone::green, Zone::yellow, Zone::red}) {
    if (words.front().word == folded(official_name(zone))) return zone;
  }
  return std::nullopt;
}

}  // namespace prima::publication
