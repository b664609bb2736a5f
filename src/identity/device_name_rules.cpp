#include "identity/device_name_rules.h"

#include <algorithm>
#include <array>
#include <utility>

namespace prima::identity {

namespace {

using Mark = std::pair<std::string_view, std::string_view>;  // what stands in the text, and what it means

// In order: browsers name those that they are like, so the rarer word decides.
constexpr std::array<Mark, 7> browsers = {{
    {"Edg/", "Edge"},
    {"OPR/", "Opera"},
    {"SamsungBrowser/", "Samsung Internet"},
    {"Firefox/", "Firefox"},
    {"CriOS/", "Chrome"},
    {"Chrome/", "Chrome"},
    {"Version/", "Safari"},
}};

constexpr std::array<Mark, 6> systems = {{
    {"Android", "Android"},
    {"iPhone", "iPhone"},
    {"iPad", "iPad"},
    {"Windows", "Windows"},
    {"Mac OS X", "macOS"},
    {"Linux", "Linux"},
}};

std::string first_word(std::string_view text) {
  constexpr std::size_t longest = 60;
  std::string word;
  for (const char c : text) {
    if (c <= ' ' || c > '~' || word.size() == longest) break;
    word += c;
  }
  return word;
}

// The digits before the first point.
std::string version_at(std::string_view text) {
  constexpr std::size_t longest = 4;
  std::string version;
  for (const char c : text.substr(0, longest)) {
    if (c < '0' || c > '9') break;
    version += c;
  }
  return version;
}

}  // namespace

std::string device_name(std::string_view user_agent) {
  std::string name;
  for (const auto& [mark, browser] : browsers) {
    const std::size_t at = user_agent.find(mark);
    if (at == std::string_view::npos) continue;
    name = browser;
    const std::string version = version_at(user_agent.substr(at + mark.size()));
    if (!version.empty()) name += " " + version;
    break;
  }
  if (name.empty()) return first_word(user_agent);
  const auto* system = std::find_if(systems.begin(), systems.end(), [&](const Mark& mark) {
    return user_agent.find(mark.first) != std::string_view::npos;
  });
  return system == systems.end() ? name : name.append(", ").append(system->second);
}

}  // namespace prima::identity
