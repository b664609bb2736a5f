#include "http/media_type.h"

#include <algorithm>

#include "base/text.h"

namespace prima::http {
namespace {

bool is_token_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

// Takes from the front of `text` and leaves the rest there.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool at_end() const { return text_.empty(); }
  void skip_space() {
    while (!text_.empty() && (text_[0] == ' ' || text_[0] == '\t')) text_.remove_prefix(1);
  }
  bool take(char c) {
    if (text_.empty() || text_[0] != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  std::string_view take_token() {
    const auto* const end = std::find_if_not(text_.begin(), text_.end(), is_token_char);
    const auto token = text_.substr(0, static_cast<std::size_t>(end - text_.begin()));
    text_.remove_prefix(token.size());
    return token;
  }
  // What stands between quotes; the first quote was taken already.
  std::optional<std::string> take_quoted() {
    std::string out;
    while (!text_.empty()) {
      if (take('"')) return out;
      if (text_[0] == '\\' && text_.size() > 1 && (text_[1] == '"' || text_[1] == '\\')) text_.remove_prefix(1);
      out += text_[0];
      text_.remove_prefix(1);
    }
    return std::nullopt;
  }

 private:
  std::string_view text_;
};

std::optional<Parameter> read_parameter(Reader& reader) {
  const std::string_view name = reader.take_token();
  if (name.empty() || !reader.take('=')) return std::nullopt;
  if (reader.take('"')) {
    auto value = reader.take_quoted();
    if (!value) return std::nullopt;
    return Parameter{lowered(name), *std::move(value)};
  }
  const std::string_view value = reader.take_token();
  if (value.empty()) return std::nullopt;
  return Parameter{lowered(name), std::string(value)};
}

}  // namespace

std::optional<std::string_view> ParameterisedValue::parameter(std::string_view name) const {
  for (const Parameter& parameter : parameters) {
    if (parameter.name == name) return parameter.value;
  }
  return std::nullopt;
}

std::optional<ParameterisedValue> read_parameterised(std::string_view text) {
  Reader reader(trimmed(text));
  std::string value(reader.take_token());
  if (!value.empty() && reader.take('/')) value.append("/").append(reader.take_token());
  if (value.empty() || value.ends_with('/')) return std::nullopt;
  ParameterisedValue result{lowered(value), {}};
  for (;;) {
    reader.skip_space();
    if (reader.at_end()) return result;
    if (!reader.take(';')) return std::nullopt;
    reader.skip_space();
    if (reader.at_end()) return result;
    auto parameter = read_parameter(reader);
    if (!parameter || result.parameter(parameter->name)) return std::nullopt;
    result.parameters.push_back(*std::move(parameter));
  }
}

}  // namespace prima::http
