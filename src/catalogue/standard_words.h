#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/words.h"
#include "catalogue/standard.h"

namespace prima::catalogue {

// One value of an enum: `key` is its name in JSON and YAML, the others are for people.
template <typename E>
struct Named {
  E value;
  std::string_view key;
  std::string_view id;
  std::string_view en;
};

// All values of an enum of standard.h, in the order of its declaration.
template <typename E>
std::span<const Named<E>> names();

template <>
std::span<const Named<Component>> names();
template <>
std::span<const Named<DocumentKind>> names();
template <>
std::span<const Named<DocumentForm>> names();
template <>
std::span<const Named<TimeUnit>> names();
template <>
std::span<const Named<Actor>> names();
template <>
std::span<const Named<FeeState>> names();
template <>
std::span<const Named<ProductForm>> names();
template <>
std::span<const Named<ContactKind>> names();
template <>
std::span<const Named<LegalKind>> names();
template <>
std::span<const Named<ChannelKind>> names();
template <>
std::span<const Named<Weekday>> names();
template <>
std::span<const Named<SpokenLanguage>> names();
template <>
std::span<const Named<EditionState>> names();

template <typename E>
std::string_view key(E value) {
  return names<E>()[static_cast<std::size_t>(value)].key;
}

template <typename E>
Words words(E value) {
  const Named<E>& named = names<E>()[static_cast<std::size_t>(value)];
  return {std::string(named.id), std::string(named.en)};
}

// The value with this key; nothing when there is none.
template <typename E>
std::optional<E> value_of(std::string_view key) {
  for (const Named<E>& named : names<E>()) {
    if (named.key == key) return named.value;
  }
  return std::nullopt;
}

// "3 hari kerja", "3 working days"; minutes add "ditunggu", "while you wait".
Words words(const Duration& duration);

// "Rp 1.250.000", "IDR 1,250,000"; 0 is "gratis", "free".
Words rupiah_words(std::int64_t rupiah);

// "UU 25/2009 Pasal 21", "Law 25/2009 article 21", with the title when there is one.
Words words(const LegalReference& reference);

// "Senin-Kamis 08:00-15:30": days that follow each other are drawn together.
Words words(const OpeningHours& hours);

}  // namespace prima::catalogue
