#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"

namespace prima::identity {

// What a password must be (Peraturan BSSN 4/2021 asks for rules; the figures follow NIST SP 800-63B: length and a list
// of guesses, no mixture of kinds of characters, no change by date). Pure.

// Counted in characters (code points), as people count.
struct PasswordLimits {
  std::size_t shortest = 12;
  std::size_t longest = 256;
};

// In order of precedence.
enum class PasswordProblem : std::uint8_t {
  not_text,   // not UTF-8, or with control characters
  too_short,  //
  too_long,
  uniform,   // one short piece again and again, a run along the alphabet, or digits alone
  own_name,  // made of the account's name, the person's name or the institution's
  common,    // made of words that everybody who guesses tries first
};

// The words of a list, for looking up. `sorted_lines` is one lower-case word a line, sorted by byte; it must outlive
// the object.
class CommonPasswords {
 public:
  explicit CommonPasswords(std::string_view sorted_lines);

  bool contains(std::string_view word) const;
  std::size_t size() const { return words_.size(); }
  // Whether every line is smaller than the next.
  bool is_sorted() const;

 private:
  std::vector<std::string_view> words_;
};

// The password as it is hashed: every kind of blank (non-breaking, ideographic) is a space, since keyboards differ in
// which one they make. Nothing else changes: not the case, no spaces at the ends.
std::string normalised_password(std::string_view password);

// The first thing that is wrong with a new password; nothing when it is good. `own_names` are texts that belong to the
// account: its name, the person's name, the institution's name. Do not ask this of a password that is being checked
// against a stored one.
std::optional<PasswordProblem> password_problem(std::string_view password, std::span<const std::string> own_names,
                                                const CommonPasswords& common, const PasswordLimits& limits = {});

// What is wrong and what to do.
Words describe(PasswordProblem problem, const PasswordLimits& limits = {});

// What stands beside the field before anything is typed.
Words password_advice(const PasswordLimits& limits = {});

}  // namespace prima::identity
