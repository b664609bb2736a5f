#include "html/form.h"

#include <optional>

#include "base/assert.h"
#include "html/text.h"

namespace prima::html {
namespace {

// The ids of hint and error, for aria-describedby.
std::string described_by(const Field& field) {
  std::string ids;
  if (!field.hint.empty()) ids.append(field.id).append("-hint");
  if (!field.error.empty()) ids.append(ids.empty() ? "" : " ").append(field.id).append("-error");
  return ids;
}

std::optional<std::string_view> invalid(const Field& field) { return when(!field.error.empty(), "true"); }

void write_hint(Writer& w, const Field& field) {
  if (field.hint.empty()) return;
  w.div({{"data-field", "description"}, {"id", std::string(field.id).append("-hint")}}, field.hint);
}

void write_error(Writer& w, const Field& field) {
  if (field.error.empty()) return;
  w.p({{"class", "ds-validation-message"}, {"id", std::string(field.id).append("-error")}}, field.error);
}

void write_words(Writer& w, const Field& field) {
  w.add(field.label);
  if (!field.required) return;
  w.span({{"class", "required"}}, [&] {
    w.text(" (");
    w.text(Text::common_required);
    w.text(")");
  });
}

// Label, hint and error around one control.
void write_field(Writer& w, const Field& field, const Content& control) {
  w.div({{"class", "ds-field"}}, [&] {
    w.label({{"for", field.id}}, [&] { write_words(w, field); });
    write_hint(w, field);
    write_error(w, field);
    w.add(control);
  });
}

std::string_view variant(ButtonKind kind) {
  switch (kind) {
    case ButtonKind::primary:
      return "primary";
    case ButtonKind::secondary:
      return "secondary";
    case ButtonKind::tertiary:
      return "tertiary";
  }
  PRIMA_UNREACHABLE("kind of button");
}

void write_button(Writer& w, const Button& button, const Content& inside) {
  w.button({{"class", "ds-button"},
            {"data-variant", variant(button.kind)},
            {"type", "submit"},
            {"name", unless_empty(button.name)},
            {"value", unless_empty(button.value)}},
           inside);
}

void write_button_link(Writer& w, std::string_view path, ButtonKind kind, const Content& inside) {
  const std::string url = path.starts_with('/') ? w.url(path) : std::string(path);
  w.a({{"class", "ds-button"}, {"data-variant", variant(kind)}, {"href", url}}, inside);
}

}  // namespace

void text_field(Writer& w, const TextField& text) {
  const Field& field = text.field;
  const std::string described = described_by(field);
  write_field(w, field, [&] {
    w.input({{"class", "ds-input"},
             {"type", text.type},
             {"id", field.id},
             {"name", field.name},
             {"value", text.value},
             {"autocomplete", unless_empty(text.autocomplete)},
             {"inputmode", unless_empty(text.inputmode)},
             {"aria-describedby", unless_empty(described)},
             {"aria-invalid", invalid(field)},
             {"required", field.required}});
  });
}

void text_area(Writer& w, const TextArea& area) {
  const Field& field = area.field;
  const std::string described = described_by(field);
  write_field(w, field, [&] {
    w.textarea({{"class", "ds-input"},
                {"id", field.id},
                {"name", field.name},
                {"rows", area.rows},
                {"aria-describedby", unless_empty(described)},
                {"aria-invalid", invalid(field)},
                {"required", field.required}},
               area.value);
  });
}

void select_field(Writer& w, const Field& field, std::span<const Option> options, std::string_view chosen) {
  const std::string described = described_by(field);
  write_field(w, field, [&] {
    w.select({{"class", "ds-input"},
              {"id", field.id},
              {"name", field.name},
              {"aria-describedby", unless_empty(described)},
              {"aria-invalid", invalid(field)},
              {"required", field.required}},
             [&] {
               for (const Option& option : options) {
                 w.option({{"value", option.value}, {"selected", option.value == chosen}}, option.label);
               }
             });
  });
}

void radio_field(Writer& w, const Field& field, std::span<const Option> options, std::string_view chosen) {
  const std::string described = described_by(field);
  w.fieldset({{"class", "ds-fieldset"}, {"aria-describedby", unless_empty(described)}}, [&] {
    w.legend([&] { write_words(w, field); });
    write_hint(w, field);
    write_error(w, field);
    w.div({{"class", "choices"}}, [&] {
      bool is_first = true;
      for (const Option& option : options) {
        // The first one has the field's own id, so that the error summary leads to it.
        const std::string id =
            is_first ? std::string(field.id) : std::string(field.id).append("-").append(option.value);
        is_first = false;
        w.div({{"class", "ds-field"}}, [&] {
          w.input({{"class", "ds-input"},
                   {"type", "radio"},
                   {"id", id},
                   {"name", field.name},
                   {"value", option.value},
                   {"checked", option.value == chosen},
                   {"required", field.required}});
          w.label({{"for", id}}, option.label);
        });
      }
    });
  });
}

void checkbox_field(Writer& w, const Field& field, bool checked) {
  const std::string described = described_by(field);
  w.div({{"class", "ds-field"}}, [&] {
    w.input({{"class", "ds-input"},
             {"type", "checkbox"},
             {"id", field.id},
             {"name", field.name},
             {"value", "1"},
             {"checked", checked},
             {"aria-describedby", unless_empty(described)},
             {"aria-invalid", invalid(field)},
             {"required", field.required}});
    w.label({{"for", field.id}}, field.label);
    write_hint(w, field);
    write_error(w, field);
  });
}

void hidden_field(Writer& w, std::string_view name, std::string_view value) {
  w.input({{"type", "hidden"}, {"name", name}, {"value", value}});
}

void file_field(Writer& w, const FileField& file) {
  const Field& field = file.field;
  const std::string described = described_by(field);
  write_field(w, field, [&] {
    w.div({{"class", "upload"}}, [&] {
      icon(w, Icon::upload);
      w.div({{"class", "upload-drop"}}, Text::upload_drop);
      w.input({{"type", "file"},
               {"id", field.id},
               {"name", field.name},
               {"accept", unless_empty(file.accept)},
               {"aria-describedby", unless_empty(described)},
               {"aria-invalid", invalid(field)},
               {"required", field.required}});
    });
  });
}

void submit_button(Writer& w, const Button& button) { write_button(w, button, button.label); }

void submit_button(Writer& w, const Button& button, Icon which) {
  write_button(w, button, [&] {
    icon(w, which);
    w.add(button.label);
  });
}

void button_link(Writer& w, const Content& label, std::string_view path, ButtonKind kind) {
  write_button_link(w, path, kind, label);
}

void button_link(Writer& w, const Content& label, std::string_view path, ButtonKind kind, Icon which) {
  write_button_link(w, path, kind, [&] {
    icon(w, which);
    w.add(label);
  });
}

void button_row(Writer& w, const Content& buttons) { w.div({{"class", "button-row"}}, buttons); }

void field_row(Writer& w, const Content& fields) { w.div({{"class", "field-row"}}, fields); }

void error_summary(Writer& w, std::span<const FieldError> errors) {
  if (errors.empty()) return;
  const std::string id = w.unique_id();
  w.div({{"class", "ds-error-summary"}, {"tabindex", -1}, {"role", "alert"}, {"aria-labelledby", id}}, [&] {
    w.h2({{"id", id}}, Text::error_summary);
    w.ul([&] {
      for (const FieldError& error : errors) {
        w.li([&] { w.a({{"href", std::string("#").append(error.field_id)}}, error.message); });
      }
    });
  });
}

void search_box(Writer& w, const SearchBox& box) {
  const std::string id = w.unique_id();
  w.form({{"class", box.large ? "search search-large" : "search"},
          {"role", "search"},
          {"method", "get"},
          {"action", w.url(box.path)}},
         [&] {
           w.add(box.fields);
           w.label({{"for", id}}, box.label);
           w.div({{"class", "search-line"}}, [&] {
             icon(w, Icon::search);
             w.input({{"type", "search"},
                      {"id", id},
                      {"name", box.name},
                      {"value", box.value},
                      {"placeholder", box.placeholder},
                      {"autocomplete", "off"}});
             submit_button(w, {.label = Text::search_submit});
           });
         });
}

}  // namespace prima::html
