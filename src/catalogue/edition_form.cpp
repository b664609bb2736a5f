#include "catalogue/edition_form.h"

#include <algorithm>
#include <map>
#include <type_traits>

#include "catalogue/standard_labels.h"
#include "catalogue/typed_edition_walk.h"
#include "html/alert.h"
#include "html/card.h"
#include "html/form.h"
#include "html/heading.h"
#include "html/layout.h"
#include "html/text.h"

namespace prima::catalogue {

using html::Content;
using html::Field;
using html::Text;
using html::Writer;

namespace {

constexpr std::size_t one_line_characters = 200;

// Writes one field after another; what `walk_fields` calls.
class FieldWriter {
 public:
  FieldWriter(Writer& w, const EditionFields& form) : w_(w), form_(form) {
    for (const Finding& finding : form.problems) problems_.emplace(field_of_finding(finding.file), &finding.message);
    for (std::size_t i = 0; i < form.typed.rows("/standard/cases"); ++i) {
      const std::string at = "/standard/cases/" + std::to_string(i);
      const std::string& key = form.typed.value(at + "/key");
      const std::string& name = form.typed.value(at + "/name/id");
      if (!key.empty()) cases_.push_back({key, name.empty() ? key : name});
    }
  }

  void operator()(const std::string& at, const std::string&, const Limit& limit) {
    if (at.ends_with("/case")) return case_choice(at);
    text(at, label_of(at).label, label_of(at).hint, limit.longest, limit.required);
  }
  void operator()(const std::string& at, const LocalText&, const Limit& limit) { both(at, label_of(at).label, limit); }
  void operator()(const std::string& at, const std::int64_t&, const Limit& limit) { number(at, label_of(at), limit); }
  void operator()(const std::string& at, const int&, const Limit& limit) { number(at, label_of(at), limit); }
  void operator()(const std::string& at, const std::optional<Date>&, const Limit&) {
    const std::string id = field_id(at);
    html::text_field(
        w_,
        {.field = {.id = id, .name = at, .label = label_of(at).label, .hint = label_of(at).hint, .error = problem(at)},
         .value = form_.typed.value(at),
         .type = "date"});
  }
  void operator()(const std::string& at, const Duration&, const Limit& limit) { duration(at, limit.required); }
  void operator()(const std::string& at, const std::optional<Duration>&, const Limit&) { duration(at, false); }
  template <typename E>
  requires std::is_enum_v<E>
  void operator()(const std::string& at, const E& by_itself, const Limit& limit) {
    const std::string& typed = form_.typed.value(at);
    std::vector<Words> labels;
    for (const Named<E>& named : names<E>()) labels.push_back({std::string(named.id), std::string(named.en)});
    std::vector<html::Option> options;
    if (limit.required) options.push_back({"", Text::desk_choose});
    for (std::size_t i = 0; i < labels.size(); ++i) options.push_back({std::string(names<E>()[i].key), labels[i]});
    const std::string id = field_id(at);
    html::select_field(w_,
                       {.id = id,
                        .name = at,
                        .label = label_of(at).label,
                        .hint = label_of(at).hint,
                        .error = problem(at),
                        .required = limit.required},
                       options, typed.empty() && !limit.required ? key(by_itself) : std::string_view(typed));
  }
  template <BoxList List>
  void operator()(const std::string& at, const List&, const Limit&) {
    using E = typename IsList<List>::Item;
    std::vector<Box> boxes;
    for (const Named<E>& named : names<E>())
      boxes.push_back({std::string(named.key), std::string(w_.language() == Language::id ? named.id : named.en)});
    write_boxes(at, boxes);
  }
  template <Lines List>
  void operator()(const std::string& at, const List&, const Limit&) {
    if (is_case_list(at)) {
      std::vector<Box> boxes = cases_;
      for (const std::string& typed : form_.typed.values(at)) {
        const bool known = std::any_of(boxes.begin(), boxes.end(), [&](const Box& box) { return box.value == typed; });
        if (!known && !typed.empty()) boxes.push_back({typed, typed});
      }
      if (!boxes.empty()) write_boxes(at, boxes);
      return;
    }
    const std::string id = field_id(at);
    html::text_area(
        w_,
        {.field = {.id = id, .name = at, .label = label_of(at).label, .hint = label_of(at).hint, .error = problem(at)},
         .value = form_.typed.value(at),
         .rows = 3});
  }
  template <RowList List>
  void operator()(const std::string& at, const List&, const Limit& limit) {
    using Item = typename IsList<List>::Item;
    const FieldLabel& label = label_of(at);
    const bool is_component = value_of<Component>(std::string_view(at).substr(at.rfind('/') + 1)).has_value() &&
                              at.find('/', 10) == std::string::npos;
    const std::string id = is_component ? "" : field_id(at);  // a component's card has the id already
    w_.div({{"class", "stack"}, {"id", html::unless_empty(id)}}, [&] {
      if (!is_component) html::heading(w_, 3, {}, label.label);
      if (!label.hint.empty()) w_.p({{"class", "small"}}, label.hint);
      error_line(at);
      const std::size_t count = form_.typed.rows(at);
      for (std::size_t i = 0; i < count; ++i)
        row(at, i, [&](const std::string& place) {
          const Item shape{};
          if constexpr (std::same_as<Item, LocalText>) {
            both(place, label_of(place).label, limit, true);
          } else {
            walk_fields(*this, place, shape);
          }
        });
      action("add:" + at, at + "/" + std::to_string(count),
             [&] { w_.text(say(Text::desk_add_row, label_of(at + "/0").label)); });
    });
  }

  // Above the fields of a group.
  void error_line(const std::string& at) {
    if (const Words* words = problem_words(at)) w_.p({{"class", "ds-validation-message"}}, *words);
  }

 private:
  struct Box {
    std::string value;
    std::string label;
  };

  const Words* problem_words(const std::string& at) const {
    const auto found = problems_.find(at);
    return found == problems_.end() ? nullptr : found->second;
  }
  Content problem(const std::string& at) const {
    const Words* words = problem_words(at);
    return words ? Content(*words) : Content();
  }

  void text(const std::string& at, const Words& label, const Words& hint, std::size_t longest, bool required) {
    const std::string id = field_id(at);
    const Field field{.id = id, .name = at, .label = label, .hint = hint, .error = problem(at), .required = required};
    const std::string& typed = form_.typed.value(at);
    if (longest > one_line_characters || typed.find('\n') != std::string::npos) {
      html::text_area(w_, {.field = field, .value = typed, .rows = longest > 1000 ? 4 : 2});
    } else {
      html::text_field(w_, {.field = field, .value = typed, .autocomplete = "off"});
    }
  }

  void both(const std::string& at, const Words& label, const Limit& limit, bool required = false) {
    const Words indonesian{label.id, label.en + " (Indonesian)"};
    const Words english{label.id + " (bahasa Inggris)", label.en + " (English)"};
    w_.div({{"id", field_id(at)}}, [&] {
      error_line(at);
      html::field_row(w_, [&] {
        text(at + "/id", indonesian, label_of(at).hint, limit.longest, required || limit.required);
        text(at + "/en", english, {}, limit.longest, false);
      });
    });
  }

  void number(const std::string& at, const FieldLabel& label, const Limit& limit) {
    const std::string id = field_id(at);
    html::text_field(w_, {.field = {.id = id,
                                    .name = at,
                                    .label = label.label,
                                    .hint = label.hint,
                                    .error = problem(at),
                                    .required = limit.required},
                          .value = form_.typed.value(at),
                          .autocomplete = "off",
                          .inputmode = "numeric"});
  }

  void duration(const std::string& at, bool required) {
    const FieldLabel& label = label_of(at);
    const Words unit_label{label.label.id + ": satuan", label.label.en + ": unit"};
    const std::string amount_id = field_id(at + "/amount");
    const std::string unit_id = field_id(at + "/unit");
    std::vector<Words> labels;
    for (const Named<TimeUnit>& named : names<TimeUnit>())
      labels.push_back({std::string(named.id), std::string(named.en)});
    std::vector<html::Option> options;
    for (std::size_t i = 0; i < labels.size(); ++i)
      options.push_back({std::string(names<TimeUnit>()[i].key), labels[i]});
    w_.div({{"id", field_id(at)}}, [&] {
      error_line(at);
      html::field_row(w_, [&] {
        html::text_field(w_, {.field = {.id = amount_id,
                                        .name = at + "/amount",
                                        .label = label.label,
                                        .hint = label.hint,
                                        .error = problem(at + "/amount"),
                                        .required = required},
                              .value = form_.typed.value(at + "/amount"),
                              .autocomplete = "off",
                              .inputmode = "numeric"});
        html::select_field(w_,
                           {.id = unit_id, .name = at + "/unit", .label = unit_label, .error = problem(at + "/unit")},
                           options, form_.typed.value(at + "/unit"));
      });
    });
  }

  void case_choice(const std::string& at) {
    const std::string& typed = form_.typed.value(at);
    std::vector<html::Option> options{{"", Text::desk_every_case}};
    bool known = typed.empty();
    for (const Box& box : cases_) {
      options.push_back({box.value, box.label});
      known = known || box.value == typed;
    }
    if (!known) options.push_back({typed, typed});
    const std::string id = field_id(at);
    html::select_field(
        w_, {.id = id, .name = at, .label = label_of(at).label, .hint = label_of(at).hint, .error = problem(at)},
        options, typed);
  }

  void write_boxes(const std::string& at, const std::vector<Box>& boxes) {
    const std::string id = field_id(at);
    const auto& typed = form_.typed.values(at);
    w_.fieldset({{"class", "ds-fieldset"}, {"id", id}}, [&] {
      w_.legend(label_of(at).label);
      if (!label_of(at).hint.empty()) w_.div({{"data-field", "description"}}, label_of(at).hint);
      error_line(at);
      w_.div({{"class", "choices"}}, [&] {
        for (const Box& box : boxes) {
          const std::string box_id = id + "-" + box.value;
          const bool checked = std::find(typed.begin(), typed.end(), box.value) != typed.end();
          w_.div({{"class", "ds-field"}}, [&] {
            w_.input({{"class", "ds-input"},
                      {"type", "checkbox"},
                      {"id", box_id},
                      {"name", at},
                      {"value", box.value},
                      {"checked", checked}});
            w_.label({{"for", box_id}}, box.label);
          });
        }
      });
    });
  }

  template <typename Fields>
  void row(const std::string& list, std::size_t i, const Fields& fields) {
    const std::string place = list + "/" + std::to_string(i);
    const Words& noun = label_of(place).label;
    const std::string shown = std::to_string(i + 1);
    w_.fieldset({{"class", "ds-fieldset card"}, {"id", field_id(place) + "-row"}}, [&] {
      w_.legend([&] {
        w_.text(noun);
        w_.text(" " + shown);
      });
      error_line_of_row(list, place);
      fields(place);
      html::button_row(w_, [&] {
        if (i > 0)
          action("raise:" + place, list + "/" + std::to_string(i - 1),
                 [&] { w_.text(say(Text::desk_raise_row, noun, shown)); });
        action("remove:" + place, list, [&] { w_.text(say(Text::desk_remove_row, noun, shown)); });
      });
    });
  }

  // A finding about a whole row; a row of one text shows it at that text.
  void error_line_of_row(const std::string& list, const std::string& place) {
    if (list.ends_with("/other_names") || list.ends_with("/facilities") || list.ends_with("/safety_guarantee")) return;
    w_.div({{"id", field_id(place)}}, [&] { error_line(place); });
  }

  // A button that changes the form without saving, and comes back to `target`.
  void action(const std::string& value, const std::string& target, const Content& label) {
    const bool to_row = target.find_last_of("0123456789") == target.size() - 1;
    const std::string address = w_.url(form_.path) + "#" + field_id(target) + (to_row ? "-row" : "");
    w_.button({{"class", "ds-button"},
               {"data-variant", "tertiary"},
               {"type", "submit"},
               {"name", "aksi"},
               {"value", value},
               {"formaction", address}},
              label);
  }

  Writer& w_;
  const EditionFields& form_;
  std::map<std::string, const Words*> problems_;
  std::vector<Box> cases_;
};

// Walks the fields of the standard itself and puts each component into a card.
class Parts {
 public:
  Parts(Writer& w, const EditionFields& form, FieldWriter& fields, bool components)
      : w_(w), form_(form), fields_(fields), components_(components) {}

  template <typename T>
  void operator()(std::string_view name, T& member, const Limit& limit) {
    const auto component = value_of<Component>(name);
    if (component.has_value() != components_) return;
    const std::string at = "/standard/" + std::string(name);
    if (!component) return inside(at, member, limit);
    const Words title = words(*component);
    const Words* hint = form_.made_from ? form_.made_from->hint(*component) : nullptr;
    w_.div({{"id", field_id(at)}}, [&] {
      html::card(w_, {.title = title}, [&] {
        html::stack(w_, [&] {
          if (hint) html::alert(w_, {.kind = html::AlertKind::info}, [&] { w_.p(*hint); });
          if constexpr (Group<std::remove_const_t<T>>) fields_.error_line(at);
          inside(at, member, limit);
        });
      });
    });
  }

 private:
  template <typename T>
  void inside(const std::string& at, T& member, const Limit& limit) {
    if constexpr (Group<std::remove_const_t<T>>) {
      walk_fields(fields_, at, member);
    } else {
      fields_(at, member, limit);
    }
  }

  Writer& w_;
  const EditionFields& form_;
  FieldWriter& fields_;
  bool components_;
};

// When the edition holds and what laid it down.
class Validity {
 public:
  Validity(FieldWriter& fields) : fields_(fields) {}
  template <typename T>
  void operator()(const std::string& at, T& member, const Limit& limit) {
    if (!at.starts_with("/standard/")) fields_(at, member, limit);
  }

 private:
  FieldWriter& fields_;
};

}  // namespace

void write_edition_fields(Writer& w, const EditionFields& form) {
  FieldWriter fields_writer(w, form);
  const Edition shape;
  Parts about(w, form, fields_writer, false);
  html::card(w, {.title = Text::desk_about_service}, [&] { html::stack(w, [&] { fields(about, shape.standard); }); });
  html::card(w, {.title = Text::desk_validity}, [&] {
    html::stack(w, [&] {
      Validity validity(fields_writer);
      walk_fields(validity, "", shape);
    });
  });
  Parts components(w, form, fields_writer, true);
  fields(components, shape.standard);
}

}  // namespace prima::catalogue
