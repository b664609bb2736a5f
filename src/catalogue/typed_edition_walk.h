#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "catalogue/standard_fields.h"
#include "catalogue/standard_words.h"

// How the fields of an edition become inputs: which kinds of inputs there are, and the walk over all of them.
namespace prima::catalogue {

template <typename T>
struct IsList : std::false_type {};
template <typename T>
struct IsList<std::vector<T>> : std::true_type {
  using Item = T;
};

// A list whose items are rows of fields; other lists are boxes (of an enum) or lines (of texts).
template <typename T>
concept RowList = IsList<T>::value && std::is_class_v<typename IsList<T>::Item> &&
    !std::same_as<typename IsList<T>::Item, std::string>;
template <typename T>
concept BoxList = IsList<T>::value && std::is_enum_v<typename IsList<T>::Item>;
template <typename T>
concept Lines = std::same_as<T, std::vector<std::string>>;
template <typename T>
concept Group =
    std::is_class_v<T> && !IsList<T>::value && !std::same_as<T, std::string> && !std::same_as<T, LocalText> &&
    !std::same_as<T, Duration> && !std::same_as<T, std::optional<Duration>> && !std::same_as<T, std::optional<Date>>;

// Whether the input of a requirement's cases is boxes, one for each case that the form names.
inline bool is_case_list(std::string_view pointer) { return pointer.ends_with("/cases"); }

// Calls leaf(pointer, member, limit) for every member of `one` that is an input of its own or a list, and walks into
// groups. Number and state of an edition are not typed.
template <typename Leaf>
class FieldWalk {
 public:
  FieldWalk(Leaf& leaf, std::string at) : leaf_(leaf), at_(std::move(at)) {}

  template <typename T>
  void operator()(std::string_view key, T& member, const Limit& limit) {
    using Plain = std::remove_const_t<T>;
    const std::string pointer = at_ + "/" + std::string(key);
    if (pointer == "/number" || pointer == "/state") return;
    if constexpr (Group<Plain>) {
      FieldWalk inside(leaf_, pointer);
      fields(inside, member);
    } else {
      leaf_(pointer, member, limit);
    }
  }

 private:
  Leaf& leaf_;
  std::string at_;
};

template <typename Leaf, typename T>
void walk_fields(Leaf& leaf, const std::string& at, T& one) {
  FieldWalk<Leaf> walk(leaf, at);
  fields(walk, one);
}

}  // namespace prima::catalogue
