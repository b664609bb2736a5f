#pragma once

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "base/finding.h"
#include "catalogue/standard_fields.h"
#include "catalogue/standard_words.h"

// JSON values into the structs of standard.h and back, along the table of standard_fields.h.
namespace prima::catalogue {

// Reads one value after another and collects what is wrong; what cannot be read stays as it was.
class ValueReader {
 public:
  explicit ValueReader(Findings* findings) : findings_(findings) {}

  void read(const boost::json::value& value, const std::string& pointer, std::string& text, const Limit& limit);
  void read(const boost::json::value& value, const std::string& pointer, LocalText& text, const Limit& limit);
  void read(const boost::json::value& value, const std::string& pointer, std::int64_t& number, const Limit& limit);
  void read(const boost::json::value& value, const std::string& pointer, int& number, const Limit& limit);
  void read(const boost::json::value& value, const std::string& pointer, std::optional<Date>& date, const Limit&);

  void read(const boost::json::value& value, const std::string& pointer, std::optional<Duration>& duration,
            const Limit& limit) {
    read(value, pointer, duration.emplace(), limit);
  }

  template <typename E>
  requires std::is_enum_v<E>
  void read(const boost::json::value& value, const std::string& pointer, E& one, const Limit&) {
    const boost::json::string* text = value.if_string();
    const auto known = text != nullptr ? value_of<E>({text->data(), text->size()}) : std::nullopt;
    if (known) {
      one = *known;
    } else {
      std::vector<std::string> keys;
      for (const Named<E>& named : names<E>()) keys.emplace_back(named.key);
      unknown_name(value, pointer, keys);
    }
  }

  template <typename T>
  void read(const boost::json::value& value, const std::string& pointer, std::vector<T>& list, const Limit& limit) {
    const boost::json::array* items = array_of(value, pointer, limit);
    if (items == nullptr) return;
    for (const boost::json::value& item : *items) {
      const std::string place = pointer + "/" + std::to_string(list.size());
      read(item, place, list.emplace_back(), item_limit(limit));
    }
  }

  template <typename T>
  requires std::is_class_v<T>
  void read(const boost::json::value& value, const std::string& pointer, T& one, const Limit&) {
    const boost::json::object* object = object_of(value, pointer);
    if (object == nullptr) return;
    FieldReader visit{this, object, pointer, {}};
    fields(visit, one);
    refuse_unknown(*object, pointer, visit.known);
  }

 private:
  // The visitor of one object.
  struct FieldReader {
    ValueReader* reader;
    const boost::json::object* object;
    const std::string& pointer;
    std::vector<std::string> known;

    template <typename T>
    void operator()(std::string_view key, T& member, const Limit& limit) {
      known.emplace_back(key);
      const boost::json::value* value = object->if_contains(boost::json::string_view(key.data(), key.size()));
      const std::string place = pointer + "/" + std::string(key);
      if (value != nullptr && !value->is_null()) {
        reader->read(*value, place, member, limit);
      } else if (limit.required) {
        reader->missing(place);
      }
    }
  };

  static Limit item_limit(Limit limit) {
    limit.required = true;
    return limit;
  }
  const boost::json::array* array_of(const boost::json::value& value, const std::string& pointer, const Limit& limit);
  const boost::json::object* object_of(const boost::json::value& value, const std::string& pointer);
  void refuse_unknown(const boost::json::object& object, const std::string& pointer,
                      const std::vector<std::string>& known);
  void unknown_name(const boost::json::value& value, const std::string& pointer, const std::vector<std::string>& keys);
  void missing(const std::string& pointer);
  void add(std::string code, const std::string& pointer, Words message);

  Findings* findings_;
};

// Makes JSON values with the keys in ascending order; what is empty is left out.
class ValueWriter {
 public:
  static boost::json::value value_of(const std::string& text) { return boost::json::value(text); }
  static boost::json::value value_of(int number) { return std::int64_t{number}; }
  static boost::json::value value_of(std::int64_t number) { return number; }
  static boost::json::value value_of(const std::optional<Date>& date) { return boost::json::value(iso(*date)); }
  static boost::json::value value_of(const std::optional<Duration>& duration) { return value_of(*duration); }
  static boost::json::value value_of(const LocalText& text) {
    boost::json::object object;
    if (!text.en.empty()) object["en"] = text.en;
    object["id"] = text.id;
    return object;
  }
  template <typename E>
  requires std::is_enum_v<E>
  static boost::json::value value_of(E one) {
    const std::string_view name = key(one);
    return boost::json::value(boost::json::string_view(name.data(), name.size()));
  }
  template <typename T>
  static boost::json::value value_of(const std::vector<T>& list) {
    boost::json::array items;
    for (const T& item : list) items.push_back(value_of(item));
    return items;
  }
  template <typename T>
  requires std::is_class_v<T>
  static boost::json::value value_of(const T& one) {
    FieldWriter visit;
    fields(visit, one);
    std::sort(visit.written.begin(), visit.written.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    boost::json::object object;
    for (auto& [name, value] : visit.written)
      object.emplace(boost::json::string_view(name.data(), name.size()), std::move(value));
    return object;
  }

 private:
  struct FieldWriter {
    std::vector<std::pair<std::string_view, boost::json::value>> written;

    template <typename T>
    void operator()(std::string_view name, const T& member, const Limit& limit) {
      if (limit.required || !is_empty(member)) {
        boost::json::value value = value_of(member);
        if (value.is_object() && value.get_object().empty()) return;
        written.emplace_back(name, std::move(value));
      }
    }
  };

  template <typename E>
  requires std::is_enum_v<E>
  static bool is_empty(E) { return false; }
  static bool is_empty(std::int64_t number) { return number == 0; }
  static bool is_empty(const std::string& text) { return text.empty(); }
  static bool is_empty(const LocalText& text) { return text.empty(); }
  template <typename T>
  static bool is_empty(const std::optional<T>& value) {
    return !value;
  }
  template <typename T>
  static bool is_empty(const std::vector<T>& list) {
    return list.empty();
  }
  template <typename T>
  requires std::is_class_v<T>
  static bool is_empty(const T&) { return false; }
};

}  // namespace prima::catalogue
