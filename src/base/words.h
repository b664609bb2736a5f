#pragma once

#include <string>
#include <string_view>

namespace prima {

// The languages Prima speaks. Indonesian comes first everywhere and is the default.
enum class Language { id, en };

// One message in both languages. A message cannot be made with only one of them, so no reader ever meets the wrong
// language.
struct Words {
  std::string id;
  std::string en;

  const std::string& in(Language language) const { return language == Language::id ? id : en; }
  bool empty() const { return id.empty() && en.empty(); }
  bool operator==(const Words&) const = default;
};

}  // namespace prima
