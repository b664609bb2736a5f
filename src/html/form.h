#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "html/icon.h"
#include "html/writer.h"

// Parts of forms. A form itself is w.form({{"method", "get"}, {"action", w.url("/hasil")}}, ...).
namespace prima::html {

// What every field has. `id` must be unique on the page: the label, the hint, the error and the error summary point at
// it. With an error the field is marked invalid and reads the error.
struct Field {
  std::string_view id = {};
  std::string_view name = {};
  Content label = {};
  Content hint = {};
  Content error = {};
  bool required = false;
};

struct TextField {
  Field field = {};
  std::string_view value = {};
  std::string_view type = "text";  // text, search, email, number, date, url
  std::string_view autocomplete = {};
  std::string_view inputmode = {};
};
void text_field(Writer& w, const TextField& field);

struct TextArea {
  Field field = {};
  std::string_view value = {};
  int rows = 4;
};
void text_area(Writer& w, const TextArea& field);

struct Option {
  std::string value = {};
  Content label = {};
};
// `chosen` is the value of the option that is selected; the first one when it is none of them.
void select_field(Writer& w, const Field& field, std::span<const Option> options, std::string_view chosen);
// One of several, all of them visible.
void radio_field(Writer& w, const Field& field, std::span<const Option> options, std::string_view chosen);
void checkbox_field(Writer& w, const Field& field, bool checked);
void hidden_field(Writer& w, std::string_view name, std::string_view value);

// A place to drop a file on, or to choose one. `accept` as in HTML: ".csv,text/csv". The form needs method="post" and
// enctype="multipart/form-data".
struct FileField {
  Field field = {};
  std::string_view accept = {};
};
void file_field(Writer& w, const FileField& field);

enum class ButtonKind { primary, secondary, tertiary };
struct Button {
  Content label = {};
  ButtonKind kind = ButtonKind::primary;
  std::string_view name = {};  // of the pair that is sent when this button was pressed; may be empty
  std::string_view value = {};
};
void submit_button(Writer& w, const Button& button);
void submit_button(Writer& w, const Button& button, Icon icon);
// A link that looks like a button, for actions that change nothing. `path` without language, or a full URL.
void button_link(Writer& w, const Content& label, std::string_view path, ButtonKind kind = ButtonKind::secondary);
void button_link(Writer& w, const Content& label, std::string_view path, ButtonKind kind, Icon icon);
// Buttons side by side.
void button_row(Writer& w, const Content& buttons);
// Fields side by side where there is room, aligned at their lower edge: a filter bar.
void field_row(Writer& w, const Content& fields);

// What is wrong with a form, above it: each message leads to its field. Writes nothing when there are none.
struct FieldError {
  std::string field_id = {};
  Content message = {};
};
void error_summary(Writer& w, std::span<const FieldError> errors);

// The search box. `large` for the first thing a citizen sees. `fields` (hidden_field) are sent along.
struct SearchBox {
  std::string_view path = {};  // of the page that shows what was found, without language
  Content label = {};          // also what a screen reader reads
  std::string_view value = {};
  Text placeholder = Text::search_placeholder;
  bool large = false;
  std::string_view name = "q";
  Content fields = {};
};
void search_box(Writer& w, const SearchBox& box);

}  // namespace prima::html
