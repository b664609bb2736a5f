#include "identity/password_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/assert.h"
#include "base/text.h"

namespace prima::identity {

namespace {

bool is_letter(char byte) { return byte >= 'a' && byte <= 'z'; }
bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

std::size_t characters_in(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(
      utf8.begin(), utf8.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

bool has_control_characters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value < 0x20 || value == 0x7F;
  });
}

// Signs and digits that stand for letters.
std::string with_letters(std::string_view text) {
  constexpr std::string_view signs = "013457@$!";
  constexpr std::string_view letters = "oieastasi";
  static_assert(signs.size() == letters.size());
  std::string read(text);
  for (char& byte : read) {
    const std::size_t at = signs.find(byte);
    if (at != std::string_view::npos) byte = letters[at];
  }
  return read;
}

std::string letters_of(std::string_view text) {
  std::string letters;
  std::copy_if(text.begin(), text.end(), std::back_inserter(letters), is_letter);
  return letters;
}

// Without what is no letter at both ends.
std::string_view core_of(std::string_view text) {
  while (!text.empty() && !is_letter(text.front())) text.remove_prefix(1);
  while (!text.empty() && !is_letter(text.back())) text.remove_suffix(1);
  return text;
}

bool has_other_than_ascii(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) > 0x7F; });
}

// The shortest piece that, repeated, is the whole text.
std::string_view repeated_piece(std::string_view text) {
  for (std::size_t size = 1; size <= text.size() / 2; ++size) {
    if (text.size() % size == 0 && text.substr(size) == text.substr(0, text.size() - size)) return text.substr(0, size);
  }
  return text;
}

bool is_run(std::string_view text) {
  const int step = text[1] - text[0];
  if (step != 1 && step != -1) return false;
  for (std::size_t at = 1; at < text.size(); ++at) {
    const bool turns_over = (text[at - 1] == '9' && text[at] == '0') || (text[at - 1] == '0' && text[at] == '9');
    if (text[at] - text[at - 1] != step && !turns_over) return false;
  }
  return true;
}

bool is_uniform(std::string_view text) {
  constexpr std::size_t longest_number = 20;  // shorter ones are dates, telephone and identity numbers
  constexpr std::size_t fewest_different = 5;
  constexpr std::size_t longest_piece = 6;
  if (repeated_piece(text).size() <= longest_piece || is_run(text)) return true;
  if (std::set<char>(text.begin(), text.end()).size() < fewest_different) return true;
  return text.size() < longest_number &&
         std::all_of(text.begin(), text.end(), [](char byte) { return is_digit(byte) || byte == '-' || byte == ' '; });
}

// Knows the words of the list and those of the account.
class Guesses {
 public:
  Guesses(const CommonPasswords& common, std::span<const std::string> own_names) : common_(common) {
    for (const std::string& name : own_names) take(lowered(name));
  }

  // Whether the text says only what belongs to the account.
  bool are_own(std::string_view text) const {
    return fits(text, [this](std::string_view word) { return own_.contains(word); });
  }
  bool are_known(std::string_view text) const {
    return fits(text, [this](std::string_view word) { return own_.contains(word) || common_.contains(word); });
  }

 private:
  // Takes a name as a whole and each of its words.
  void take(const std::string& name) {
    constexpr std::size_t shortest = 3;
    own_.insert(name);
    const std::string whole = letters_of(name);
    if (whole.size() >= shortest) own_.insert(whole);
    std::string word;
    for (const char byte : name + " ") {
      if (is_letter(byte)) {
        word += byte;
        continue;
      }
      if (word.size() >= shortest) own_.insert(word);
      word.clear();
    }
  }

  template <typename IsWord>
  static bool says_nothing_new(std::string_view part, const IsWord& is_word) {
    constexpr std::size_t longest_ending = 2;
    return part.size() <= longest_ending || is_word(part);
  }

  // Whether the text, without its digits and signs, is one word, one word again and again, two,
  // or one with one or two letters more.
  template <typename IsWord>
  static bool fits(std::string_view text, const IsWord& is_word) {
    if (is_word(text) || is_word(core_of(text))) return true;
    if (has_other_than_ascii(text)) return false;
    const std::string letters = letters_of(text);
    if (letters.empty()) return false;
    if (is_word(letters) || is_word(repeated_piece(letters))) return true;
    for (std::size_t at = 1; at < letters.size(); ++at) {
      const std::string_view all = letters;
      if (says_nothing_new(all.substr(0, at), is_word) && says_nothing_new(all.substr(at), is_word)) return true;
    }
    return false;
  }

  const CommonPasswords& common_;
  std::set<std::string, std::less<>> own_;
};

}  // namespace

CommonPasswords::CommonPasswords(std::string_view sorted_lines) {
  while (!sorted_lines.empty()) {
    const std::size_t end = std::min(sorted_lines.find('\n'), sorted_lines.size());
    if (end > 0) words_.push_back(sorted_lines.substr(0, end));
    sorted_lines.remove_prefix(std::min(end + 1, sorted_lines.size()));
  }
}

bool CommonPasswords::contains(std::string_view word) const {
  return std::binary_search(words_.begin(), words_.end(), word);
}

bool CommonPasswords::is_sorted() const {
  return std::adjacent_find(words_.begin(), words_.end(), std::greater_equal<>()) == words_.end();
}

std::string normalised_password(std::string_view password) {
  constexpr std::string_view blanks[] = {"\u00A0", "\u2002", "\u2003", "\u2007", "\u2009", "\u202F", "\u3000"};
  std::string text(password);
  for (const std::string_view blank : blanks) {
    for (std::size_t at = text.find(blank); at != std::string::npos; at = text.find(blank, at)) {
      text.replace(at, blank.size(), " ");
    }
  }
  return text;
}

std::optional<PasswordProblem> password_problem(std::string_view password, std::span<const std::string> own_names,
                                                const CommonPasswords& common, const PasswordLimits& limits) {
  if (first_invalid_utf8(password) || has_control_characters(password)) return PasswordProblem::not_text;
  const std::string text = normalised_password(password);
  const std::size_t characters = characters_in(text);
  if (characters < limits.shortest) return PasswordProblem::too_short;
  if (characters > limits.longest) return PasswordProblem::too_long;
  const std::string lower = lowered(text);
  if (is_uniform(lower)) return PasswordProblem::uniform;
  const Guesses guesses(common, own_names);
  const std::string read = with_letters(lower);
  if (guesses.are_own(lower) || guesses.are_own(read)) return PasswordProblem::own_name;
  // Look-alike signs stand inside a word; at its end they are only an ending.
  const std::string read_core = with_letters(core_of(lower));
  if (guesses.are_known(lower) || guesses.are_known(read) || guesses.are_known(read_core)) {
    return PasswordProblem::common;
  }
  return std::nullopt;
}

Words describe(PasswordProblem problem, const PasswordLimits& limits) {
  switch (problem) {
    case PasswordProblem::not_text:
      return {"Kata sandi berisi tanda yang tidak dapat dibaca. Ketik ulang dengan huruf, angka, dan tanda biasa.",
              "The password has signs that cannot be read. Type it again with letters, digits and common signs."};
    case PasswordProblem::too_short:
      return {fmt::format("Kata sandi terlalu pendek. Pakai sedikitnya {} tanda, misalnya empat kata yang tidak "
                          "berhubungan.",
                          limits.shortest),
              fmt::format("The password is too short. Use at least {} characters, for example four words that have "
                          "nothing to do with each other.",
                          limits.shortest)};
    case PasswordProblem::too_long:
      return {fmt::format("Kata sandi terlalu panjang. Pakai paling banyak {} tanda.", limits.longest),
              fmt::format("The password is too long. Use at most {} characters.", limits.longest)};
    case PasswordProblem::uniform:
      return {
          "Kata sandi ini mudah ditebak karena hanya angka, urutan, atau pengulangan. Pakai beberapa kata yang "
          "tidak berhubungan.",
          "This password is easy to guess: it is only digits, a sequence or a repetition. Use some words that have "
          "nothing to do with each other."};
    case PasswordProblem::own_name:
      return {"Kata sandi ini memuat nama akun, nama Anda, atau nama instansi saja. Pakai kata lain.",
              "This password is only the name of the account, of you or of the institution. Use other words."};
    case PasswordProblem::common:
      return {
          "Kata sandi ini termasuk yang pertama dicoba orang yang menebak. Pakai beberapa kata yang tidak "
          "berhubungan.",
          "This password is among the first that somebody who guesses will try. Use some words that have nothing "
          "to do with each other."};
  }
  PRIMA_UNREACHABLE("a problem without a case");
}

Words password_advice(const PasswordLimits& limits) {
  return {fmt::format("Sedikitnya {} tanda. Empat kata yang tidak berhubungan lebih kuat dan lebih mudah diingat "
                      "daripada kata pendek dengan angka.",
                      limits.shortest),
          fmt::format("At least {} characters. Four words that have nothing to do with each other are stronger and "
                      "easier to remember than a short word with digits.",
                      limits.shortest)};
}

}  // namespace prima::identity
