#include "http/form.h"

#include <algorithm>
#include <utility>

#include "http/form_rules.h"
#include "http/media_type.h"
#include "http/percent.h"

namespace prima::http {
namespace {

struct Pair {
  std::string_view name;
  std::string_view value;
};

// Takes the first pair off the text.
Pair take_pair(std::string_view& text) {
  const std::string_view pair = text.substr(0, text.find('&'));
  text.remove_prefix(std::min(pair.size() + 1, text.size()));
  const std::size_t equals = std::min(pair.find('='), pair.size());
  return {pair.substr(0, equals), pair.substr(std::min(equals + 1, pair.size()))};
}

Result<Parameter, Findings> read_pair(const Pair& pair, const FormLimits& limits) {
  auto name = percent_decoded(pair.name, Plus::is_space);
  auto value = percent_decoded(pair.value, Plus::is_space);
  if (!name || !value) {
    return failure(form_finding("form_encoding", "Formulir memuat % yang tidak diikuti dua angka heksadesimal.",
                                "The form has a % without two hexadecimal digits after it."));
  }
  if (!is_form_text(*name) || !is_form_text(*value)) return failure(not_text());
  if (name->empty() || name->size() > limits.name_bytes) return failure(bad_name());
  if (value->size() > limits.value_bytes) return failure(too_long_value(*name, limits.value_bytes));
  return Parameter{*std::move(name), *std::move(value)};
}

Findings wrong_type() {
  return form_finding(
      "form_type", "Kirim formulir sebagai application/x-www-form-urlencoded atau multipart/form-data dengan boundary.",
      "Send the form as application/x-www-form-urlencoded or multipart/form-data with a boundary.");
}

}  // namespace

std::optional<std::string_view> Form::value(std::string_view name) const {
  for (const Parameter& field : fields) {
    if (field.name == name) return field.value;
  }
  return std::nullopt;
}

const UploadedFile* Form::file(std::string_view field) const {
  const auto found = std::find_if(files.begin(), files.end(), [&](const UploadedFile& f) { return f.field == field; });
  return found == files.end() ? nullptr : &*found;
}

Result<Form, Findings> read_urlencoded(std::string_view body, const FormLimits& limits) {
  Form form;
  while (!body.empty()) {
    const Pair pair = take_pair(body);
    if (pair.name.empty() && pair.value.empty()) continue;
    if (form.fields.size() == limits.parts) return failure(too_many_parts());
    auto field = read_pair(pair, limits);
    if (!field) return failure(field.error());
    form.fields.push_back(*std::move(field));
  }
  return form;
}

Result<Form, Findings> read_form(const Request& request, const FormLimits& limits) {
  const auto type = read_parameterised(request.header("content-type").value_or(""));
  if (!type) return failure(wrong_type());
  if (type->value == "application/x-www-form-urlencoded") return read_urlencoded(request.body, limits);
  const auto boundary = type->parameter("boundary");
  if (type->value != "multipart/form-data" || !boundary) return failure(wrong_type());
  return read_multipart(request.body, *boundary, limits);
}

}  // namespace prima::http
