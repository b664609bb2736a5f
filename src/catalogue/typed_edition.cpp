#include "catalogue/typed_edition.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "catalogue/typed_edition_walk.h"

namespace prima::catalogue {

namespace {

const std::string nothing;
const std::vector<std::string> no_values;

std::string row_pointer(std::string_view list, std::size_t row) {
  return std::string(list) + "/" + std::to_string(row);
}

std::string without_carriage_returns(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      kept.push_back('\n');
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    } else {
      kept.push_back(text[i]);
    }
  }
  return kept;
}

// The row of `list` that a name belongs to.
std::optional<std::size_t> row_of(std::string_view name, std::string_view list) {
  if (name.size() < list.size() + 2 || !name.starts_with(list) || name[list.size()] != '/') return std::nullopt;
  std::size_t row = 0;
  const char* end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data() + list.size() + 1, end, row);
  if (error != std::errc() || (stop != end && *stop != '/')) return std::nullopt;
  return row < TypedEdition::most_rows ? std::optional(row) : std::nullopt;
}

// Puts an edition into typed texts.
class Filler {
 public:
  explicit Filler(TypedEdition* typed) : typed_(typed) {}

  void operator()(const std::string& at, const std::string& text, const Limit&) { typed_->set(at, text); }
  void operator()(const std::string& at, const LocalText& text, const Limit&) {
    typed_->set(at + "/id", text.id);
    typed_->set(at + "/en", text.en);
  }
  void operator()(const std::string& at, const std::int64_t& number, const Limit& limit) {
    typed_->set(at, number == 0 && !limit.required ? "" : std::to_string(number));
  }
  void operator()(const std::string& at, const int& number, const Limit& limit) {
    operator()(at, std::int64_t{number}, limit);
  }
  void operator()(const std::string& at, const std::optional<Date>& date, const Limit&) {
    typed_->set(at, date ? iso(*date) : "");
  }
  void operator()(const std::string& at, const Duration& duration, const Limit&) {
    typed_->set(at + "/amount", duration.amount == 0 ? "" : std::to_string(duration.amount));
    typed_->set(at + "/unit", std::string(key(duration.unit)));
  }
  void operator()(const std::string& at, const std::optional<Duration>& duration, const Limit& limit) {
    operator()(at, duration.value_or(Duration{}), limit);
  }
  template <typename E>
  requires std::is_enum_v<E>
  void operator()(const std::string& at, const E& one, const Limit&) { typed_->set(at, std::string(key(one))); }
  template <BoxList List>
  void operator()(const std::string& at, const List& list, const Limit&) {
    for (const auto one : list) typed_->add(at, std::string(key(one)));
  }
  template <Lines List>
  void operator()(const std::string& at, const List& list, const Limit&) {
    std::string lines;
    for (const std::string& line : list) {
      if (is_case_list(at)) typed_->add(at, line);
      lines += (lines.empty() ? "" : "\n") + line;
    }
    if (!is_case_list(at)) typed_->set(at, lines);
  }
  template <RowList List>
  void operator()(const std::string& at, const List& list, const Limit& limit) {
    for (std::size_t i = 0; i < list.size(); ++i) row(row_pointer(at, i), list[i], limit);
  }

 private:
  void row(const std::string& at, const LocalText& text, const Limit& limit) { operator()(at, text, limit); }
  template <typename T>
  void row(const std::string& at, const T& one, const Limit&) {
    walk_fields(*this, at, one);
  }

  TypedEdition* typed_;
};

// Whether anything was typed into one row; what a new row shows by itself does not count.
class BlankRow {
 public:
  explicit BlankRow(const TypedEdition& typed) : typed_(typed) {}
  bool blank = true;

  void operator()(const std::string& at, const LocalText&, const Limit&) { look(at + "/id"), look(at + "/en"); }
  void operator()(const std::string& at, const Duration&, const Limit&) { look(at + "/amount"); }
  void operator()(const std::string& at, const std::optional<Duration>&, const Limit&) { look(at + "/amount"); }
  template <typename E>
  requires std::is_enum_v<E>
  void operator()(const std::string& at, const E& by_itself, const Limit& limit) {
    if (limit.required || typed_.value(at) != key(by_itself)) look(at);
  }
  template <typename T>
  requires(!std::is_enum_v<T>) void operator()(const std::string& at, const T&, const Limit&) { look(at); }

 private:
  void look(const std::string& at) {
    for (const std::string& value : typed_.values(at)) blank = blank && trimmed(value).empty();
  }
  const TypedEdition& typed_;
};

template <typename T>
bool is_blank(const TypedEdition& typed, const std::string& at) {
  BlankRow look(typed);
  const T row{};
  if constexpr (std::same_as<T, LocalText>) {
    look(at, row, Limit{});
  } else {
    walk_fields(look, at, row);
  }
  return look.blank;
}

class BlankRows {
 public:
  explicit BlankRows(TypedEdition* typed) : typed_(typed) {}

  template <typename T>
  void operator()(const std::string& at, T&, const Limit&) {
    if constexpr (RowList<std::remove_const_t<T>>) {
      for (std::size_t row = typed_->rows(at); row-- > 0;)
        if (is_blank<typename IsList<std::remove_const_t<T>>::Item>(*typed_, row_pointer(at, row)))
          typed_->remove_row(at, row);
    }
  }

 private:
  TypedEdition* typed_;
};

}  // namespace

TypedEdition TypedEdition::of(const Edition& edition) {
  TypedEdition typed;
  Filler filler(&typed);
  walk_fields(filler, "", edition);
  return typed;
}

TypedEdition TypedEdition::of(const http::Form& form) {
  TypedEdition typed;
  for (const http::Parameter& field : form.fields)
    if (field.name.starts_with('/')) typed.add(field.name, without_carriage_returns(field.value));
  return typed;
}

const std::string& TypedEdition::value(std::string_view pointer) const {
  const auto& all = values(pointer);
  return all.empty() ? nothing : all.front();
}

const std::vector<std::string>& TypedEdition::values(std::string_view pointer) const {
  const auto found = values_.find(pointer);
  return found == values_.end() ? no_values : found->second;
}

void TypedEdition::set(std::string_view pointer, std::string value) {
  values_[std::string(pointer)] = {std::move(value)};
}

void TypedEdition::add(std::string_view pointer, std::string value) {
  values_[std::string(pointer)].push_back(std::move(value));
}

std::size_t TypedEdition::rows(std::string_view list) const {
  std::size_t count = 0;
  const std::string prefix = std::string(list) + "/";
  for (auto at = values_.lower_bound(prefix); at != values_.end() && at->first.starts_with(prefix); ++at)
    if (const auto row = row_of(at->first, list)) count = std::max(count, *row + 1);
  return count;
}

void TypedEdition::add_row(std::string_view list) {
  const std::size_t count = rows(list);
  if (count < most_rows) set(row_pointer(list, count), "");
}

void TypedEdition::remove_row(std::string_view list, std::size_t row) {
  std::map<std::string, std::vector<std::string>, std::less<>> kept;
  for (auto& [name, values] : values_) {
    const auto at = row_of(name, list);
    if (at == row) continue;
    const std::string rest = at ? name.substr(row_pointer(list, *at).size()) : "";
    kept[at && *at > row ? row_pointer(list, *at - 1) + rest : name] = std::move(values);
  }
  values_ = std::move(kept);
}

void TypedEdition::raise_row(std::string_view list, std::size_t row) {
  if (row == 0 || row >= rows(list)) return;
  std::map<std::string, std::vector<std::string>, std::less<>> kept;
  for (auto& [name, values] : values_) {
    const auto at = row_of(name, list);
    const bool moves = at == row || at == row - 1;
    const std::string rest = moves ? name.substr(row_pointer(list, *at).size()) : "";
    kept[moves ? row_pointer(list, at == row ? row - 1 : row) + rest : name] = std::move(values);
  }
  values_ = std::move(kept);
}

void TypedEdition::drop_blank_rows() {
  BlankRows drop(this);
  const Edition shape;
  walk_fields(drop, "", shape);
}

bool TypedEdition::press(std::string_view button) {
  const std::size_t colon = button.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view what = button.substr(0, colon);
  const std::string_view pointer = button.substr(colon + 1);
  if (what == "add") return add_row(pointer), true;
  const std::size_t slash = pointer.rfind('/');
  if (slash == std::string_view::npos) return false;
  const std::string_view list = pointer.substr(0, slash);
  const auto row = row_of(pointer, list);
  if (!row) return false;
  if (what == "remove") return remove_row(list, *row), true;
  if (what == "raise") return raise_row(list, *row), true;
  return false;
}

std::vector<http::Parameter> TypedEdition::parameters() const {
  std::vector<http::Parameter> all;
  for (const auto& [name, values] : values_)
    for (const std::string& value : values) all.push_back({name, value});
  return all;
}

std::string field_id(std::string_view pointer) {
  std::string id = "f" + std::string(pointer);
  std::replace(id.begin(), id.end(), '/', '-');
  return id;
}

std::string field_of_finding(std::string_view pointer) {
  const std::size_t slash = pointer.rfind('/');
  if (slash == std::string_view::npos) return std::string(pointer);
  const std::string_view list = pointer.substr(0, slash);
  if (!row_of(pointer, list) || pointer.find('/', list.size() + 1) != std::string_view::npos)
    return std::string(pointer);
  const bool boxes_or_lines = list.ends_with("/keywords") || list.ends_with("/life_events") ||
                              list.ends_with("/languages") || list.ends_with("/days") ||
                              (is_case_list(list) && list != "/standard/cases");
  return std::string(boxes_or_lines ? list : pointer);
}

}  // namespace prima::catalogue
