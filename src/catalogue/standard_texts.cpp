#include "catalogue/standard_texts.h"

#include <optional>
#include <type_traits>

#include "catalogue/standard_fields.h"

namespace prima::catalogue {

namespace {

// A visitor of standard_fields.h that keeps texts and passes over all else.
struct TextCollector {
  std::vector<PlacedText>& found;
  std::string pointer;

  template <typename T>
  void operator()(std::string_view key, const T& member, const Limit&) {
    take(member, pointer + "/" + std::string(key));
  }

  void take(const LocalText& text, const std::string& place) {
    if (!text.id.empty()) found.push_back({place + "/id", text.id});
  }
  void take(const LegalReference&, const std::string&) {}
  template <typename T>
  void take(const std::vector<T>& list, const std::string& place) {
    for (std::size_t i = 0; i < list.size(); ++i) take(list[i], place + "/" + std::to_string(i));
  }
  template <typename T>
  requires std::is_class_v<T>
  void take(const T& one, const std::string& place) {
    if constexpr (!std::is_same_v<T, std::string> && !std::is_same_v<T, std::optional<Duration>>) {
      TextCollector inner{found, place};
      fields(inner, one);
    }
  }
  template <typename T>
  requires(!std::is_class_v<T>) void take(const T&, const std::string&) {}
};

}  // namespace

std::vector<PlacedText> indonesian_texts(const Standard& standard) {
  std::vector<PlacedText> found;
  TextCollector collector{found, ""};
  fields(collector, standard);
  return found;
}

}  // namespace prima::catalogue
