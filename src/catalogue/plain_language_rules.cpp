#include "catalogue/plain_language_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue/plain_language_text.h"
#include "catalogue/standard_texts.h"

namespace prima::catalogue {

namespace {

bool has_lower(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// The capital letters that begin a word like "KTP-el" or "AK1"; empty when the word is no abbreviation.
std::string abbreviation_in(std::string_view word) {
  constexpr std::size_t longest = 8;
  const std::string_view first = word.substr(0, word.find('-'));
  const auto capitals = std::count_if(first.begin(), first.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool plain =
      std::all_of(first.begin(), first.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
  return plain && capitals >= 2 && first.size() <= longest ? std::string(first) : std::string();
}

class Check {
 public:
  Check(std::string_view text, const PlainWords& lists, const std::set<std::string>& explained)
      : text_(text), lists_(lists), explained_(explained_abbreviations(text)) {
    explained_.insert(explained.begin(), explained.end());
  }

  PlainReport run() {
    for (const TextSentence& sentence : sentences_of(text_)) {
      ++report_.sentences;
      report_.words += sentence.words.size();
      check_length(sentence);
      check_words(sentence);
    }
    std::stable_sort(report_.remarks.begin(), report_.remarks.end(),
                     [](const Remark& a, const Remark& b) { return a.offset < b.offset; });
    for (const Remark& remark : report_.remarks) report_.weight += remark.weight;
    report_.index = plain_index(report_.weight, report_.words);
    return std::move(report_);
  }

 private:
  void check_length(const TextSentence& sentence) {
    const std::size_t count = sentence.words.size();
    if (count <= longest_sentence) return;
    const int weight = static_cast<int>(std::min<std::size_t>(count - longest_sentence, 12));
    report_.remarks.push_back(
        {RemarkKind::long_sentence,
         sentence.offset(),
         sentence.end() - sentence.offset(),
         {fmt::format("Kalimat ini {} kata; di atas {} kata orang mulai kehilangan alurnya.", count, longest_sentence),
          fmt::format("This sentence has {} words; beyond {} people begin to lose the thread.", count,
                      longest_sentence)},
         {"Bagi menjadi dua kalimat, atau jadikan daftar.", "Make two sentences of it, or a list."},
         weight});
  }

  void check_words(const TextSentence& sentence) {
    const bool shouted =
        sentence.words.size() >= 4 && std::none_of(sentence.words.begin(), sentence.words.end(),
                                                   [](const TextWord& word) { return has_lower(word.text); });
    for (std::size_t i = 0; i < sentence.words.size();) {
      const std::size_t used = std::max(nominalisation_at(sentence, i), office_word_at(sentence, i));
      for (std::size_t j = i; j < i + std::max<std::size_t>(used, 1); ++j) check_long_word(sentence.words[j]);
      if (used == 0) {
        check_passive(sentence.words[i], i == 0);
        if (!shouted) check_abbreviation(sentence.words[i]);
      }
      i += std::max<std::size_t>(used, 1);
    }
  }

  // Whether only spaces lie between two words.
  bool next_to(const TextWord& a, const TextWord& b) const {
    const std::size_t end = a.offset + a.text.size();
    return text_.substr(end, b.offset - end).find_first_not_of(' ') == std::string_view::npos;
  }

  std::size_t nominalisation_at(const TextSentence& sentence, std::size_t i) {
    if (i + 1 >= sentence.words.size()) return 0;
    const TextWord& verb = sentence.words[i];
    const TextWord& noun = sentence.words[i + 1];
    const auto found = lists_.nominalisations.find(noun.lower);
    if (found == lists_.nominalisations.end() || !lists_.light_verbs.contains(verb.lower) || !next_to(verb, noun))
      return 0;
    add(RemarkKind::nominalisation, verb.offset, noun.offset + noun.text.size() - verb.offset,
        {fmt::format("Tindakannya bersembunyi dalam kata benda \"{}\".", noun.lower),
         fmt::format("The action hides in the noun \"{}\".", noun.lower)},
        {fmt::format("Tulis \"{}\".", found->second), fmt::format("Write \"{}\".", found->second)}, 3);
    return 2;
  }

  std::size_t office_word_at(const TextSentence& sentence, std::size_t i) {
    const auto found = lists_.office_words.find(sentence.words[i].lower);
    if (found == lists_.office_words.end() || is_nominalised(sentence, i)) return 0;
    for (const OfficeWord& one : found->second) {
      if (!stands_at(one, sentence, i)) continue;
      const TextWord& last = sentence.words[i + one.words.size() - 1];
      Words reason = one.why;
      if (reason.empty())
        reason = {fmt::format("\"{}\" adalah kata kantor; ada kata yang lebih dikenal.", one.phrase),
                  fmt::format("\"{}\" is an office word; there is one that more people know.", one.phrase)};
      const bool hint = one.say.starts_with('(');
      const std::string say = hint ? one.say.substr(1, one.say.size() - 2) : one.say;
      add(RemarkKind::office_word, sentence.words[i].offset, last.offset + last.text.size() - sentence.words[i].offset,
          std::move(reason),
          hint ? Words{"Saran: " + say + ".", "Suggestion (in Indonesian): " + say + "."}
               : Words{fmt::format("Tulis \"{}\".", say), fmt::format("Write \"{}\".", say)},
          2);
      return one.words.size();
    }
    return 0;
  }

  // nominalisation_at() has remarked this pair already.
  bool is_nominalised(const TextSentence& sentence, std::size_t i) const {
    return !report_.remarks.empty() && report_.remarks.back().kind == RemarkKind::nominalisation &&
           report_.remarks.back().offset == sentence.words[i].offset;
  }

  bool stands_at(const OfficeWord& one, const TextSentence& sentence, std::size_t i) const {
    if (i + one.words.size() > sentence.words.size()) return false;
    for (std::size_t j = 0; j < one.words.size(); ++j) {
      if (sentence.words[i + j].lower != one.words[j]) return false;
      if (j > 0 && !next_to(sentence.words[i + j - 1], sentence.words[i + j])) return false;
    }
    return true;
  }

  void check_long_word(const TextWord& word) {
    // A doubled or joined word is as long as its longest half.
    std::size_t longest = 0;
    std::string_view rest = word.lower;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('-'), rest.size());
      longest = std::max(longest, letters(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (longest <= longest_word || lists_.long_words_allowed.contains(word.lower)) return;
    add(RemarkKind::long_word, word.offset, word.text.size(),
        {fmt::format("Kata ini {} huruf; kata panjang memperlambat pembaca.", longest),
         fmt::format("This word has {} letters; long words slow readers down.", longest)},
        {"Cari kata dasar atau kata sehari-harinya.", "Look for its root or an everyday word."}, 2);
  }

  bool is_known(const std::string& lower) const {
    if (lists_.not_passive.contains(lower)) return true;
    constexpr std::string_view suffix = "nya";
    return lower.ends_with(suffix) && lists_.not_passive.contains(lower.substr(0, lower.size() - suffix.size()));
  }

  void check_passive(const TextWord& word, bool first) {
    const bool di = word.lower.starts_with("di") && letters(word.lower) >= 5;
    const bool ter = word.lower.starts_with("ter") && letters(word.lower) >= 6;
    const bool capital = word.text[0] >= 'A' && word.text[0] <= 'Z';
    if (!(di || ter) || is_known(word.lower) || (capital && !first) || !has_lower(word.text)) return;
    add(RemarkKind::passive, word.offset, word.text.size(),
        {"Kalimat pasif tidak menyebut siapa yang bertindak.", "A passive verb does not say who acts."},
        {"Mulai dengan pelakunya: \"Anda\", \"petugas\", atau \"kami\".",
         "Begin with who acts: \"Anda\" (you), \"petugas\" (staff) or \"kami\" (we)."},
        2);
  }

  void check_abbreviation(const TextWord& word) {
    const std::string name = abbreviation_in(word.text);
    if (name.empty() || explained_.contains(name) || lists_.known_abbreviations.contains(name) ||
        lists_.known_abbreviations.contains(word.text) || !remarked_.insert(name).second)
      return;
    add(RemarkKind::abbreviation, word.offset, word.text.size(),
        {fmt::format("Singkatan \"{}\" belum dijelaskan.", name),
         fmt::format("The abbreviation \"{}\" is not explained.", name)},
        {fmt::format("Tulis kepanjangannya sekali: \"... ({})\".", name),
         fmt::format("Write it out once: \"... ({})\".", name)},
        3);
  }

  void add(RemarkKind kind, std::size_t offset, std::size_t length, Words reason, Words proposal, int weight) {
    report_.remarks.push_back({kind, offset, length, std::move(reason), std::move(proposal), weight});
  }

  std::string_view text_;
  const PlainWords& lists_;
  std::set<std::string> explained_;
  std::set<std::string> remarked_;
  PlainReport report_;
};

}  // namespace

Words words(RemarkKind kind) {
  switch (kind) {
    case RemarkKind::long_sentence:
      return {"Kalimat panjang", "Long sentence"};
    case RemarkKind::long_word:
      return {"Kata panjang", "Long word"};
    case RemarkKind::passive:
      return {"Kalimat pasif", "Passive"};
    case RemarkKind::abbreviation:
      return {"Singkatan tanpa penjelasan", "Abbreviation without explanation"};
    case RemarkKind::nominalisation:
      return {"Kata kerja dijadikan kata benda", "Verb made into a noun"};
    case RemarkKind::office_word:
      return {"Kata kantor", "Office word"};
  }
  return {};
}

int plain_index(int weight, std::size_t words) {
  const auto base = static_cast<long long>(words) + 20;
  const long long lost = (100LL * weight + base - 1) / base;  // rounded up, so the index is rounded down
  return static_cast<int>(std::max(0LL, 100 - lost));
}

std::set<std::string> explained_abbreviations(std::string_view text) {
  std::set<std::string> found;
  for (std::size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
    const std::size_t close = text.find(')', open);
    if (close == std::string_view::npos) break;
    const std::string_view inside = text.substr(open + 1, close - open - 1);
    const std::string name = abbreviation_in(inside);
    if (!name.empty() && open > 1 && has_lower(text.substr(0, open))) found.insert(name);
    // "NIB (Nomor Induk Berusaha)": at least two words inside, an abbreviation just before.
    if (inside.find(' ') == std::string_view::npos || !has_lower(inside) || open == 0) continue;
    std::size_t end = open;
    while (end > 0 && text[end - 1] == ' ') --end;
    const std::size_t space = text.substr(0, end).find_last_of(" \n(\"");
    const std::size_t start = space == std::string_view::npos ? 0 : space + 1;
    const std::string before = abbreviation_in(text.substr(start, end - start));
    if (!before.empty()) found.insert(before);
  }
  return found;
}

PlainReport check_plain_language(std::string_view text, const PlainWords& lists,
                                 const std::set<std::string>& explained) {
  return Check(text, lists, explained).run();
}

StandardPlainReport check_plain_language(const Standard& standard, const PlainWords& lists) {
  const std::vector<PlacedText> texts = indonesian_texts(standard);
  std::set<std::string> explained;
  for (const PlacedText& one : texts) explained.merge(explained_abbreviations(one.text));
  StandardPlainReport whole;
  for (const PlacedText& one : texts) {
    PlainReport report = check_plain_language(one.text, lists, explained);
    whole.words += report.words;
    whole.weight += report.weight;
    if (!report.remarks.empty()) whole.texts.push_back({one.pointer, one.text, std::move(report)});
  }
  whole.index = plain_index(whole.weight, whole.words);
  return whole;
}

}  // namespace prima::catalogue
