#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

#include "base/text.h"
#include "instrument/yaml.h"

namespace prima::instrument {

namespace {

constexpr std::size_t largest_file = 4U << 20U;
constexpr std::size_t deepest = 32;

// Thrown inside the parser to leave it at once; never leaves this file.
struct Refused {
  std::string code;
  std::int64_t line;
  Words message;
};

// Builds the tree from the parser's events.
class TreeBuilder : public YAML::EventHandler {
 public:
  YamlValue root;

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { add(YamlValue{}, mark, anchor); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override { refuse_alias(mark); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    refuse_broken_escape(mark, text);
    YamlValue value;
    value.kind = YamlValue::Kind::scalar;
    value.quoted = tag == "!";
    value.scalar = text;
    add(std::move(value), mark, anchor);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(YamlValue::Kind::list, mark, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(YamlValue::Kind::map, mark, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    YamlValue value;
    std::optional<std::string> key;  // of a map: the key whose value comes next
  };
  std::vector<Open> stack_;

  static std::int64_t line_of(const YAML::Mark& mark) { return mark.line + 1; }

  [[noreturn]] static void refuse_alias(const YAML::Mark& mark) {
    throw Refused{"alias_refused",
                  line_of(mark),
                  {"jangkar dan alias YAML (& dan *) tidak diterima; tulis isinya di tempatnya",
                   "YAML anchors and aliases (& and *) are not accepted; write the content where it belongs"}};
  }

  // The file is UTF-8, but an escape such as "\_" becomes a byte that is not.
  static void refuse_broken_escape(const YAML::Mark& mark, const std::string& text) {
    if (!first_invalid_utf8(text)) return;
    throw Refused{"wrong_encoding",
                  line_of(mark),
                  {"sebuah lambang seperti \"\\_\" tidak diterima; tulis hurufnya sendiri",
                   "an escape such as \"\\_\" is not accepted; write the character itself"}};
  }

  void open(YamlValue::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0) refuse_alias(mark);
    if (stack_.size() >= deepest) {
      throw Refused{"nested_too_deep",
                    line_of(mark),
                    {fmt::format("isi bersarang lebih dari {} tingkat; sederhanakan", deepest),
                     fmt::format("the content is nested more than {} levels deep; make it simpler", deepest)}};
    }
    Open level;
    level.value.kind = kind;
    level.value.line = line_of(mark);
    stack_.push_back(std::move(level));
  }

  void close() {
    YamlValue value = std::move(stack_.back().value);
    stack_.pop_back();
    place(std::move(value));
  }

  void add(YamlValue value, const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0) refuse_alias(mark);
    value.line = line_of(mark);
    place(std::move(value));
  }

  void place(YamlValue value) {
    if (stack_.empty()) {
      root = std::move(value);
      return;
    }
    Open& parent = stack_.back();
    if (parent.value.kind == YamlValue::Kind::list) {
      parent.value.items.push_back(std::move(value));
    } else if (!parent.key) {
      parent.key = key_from(value, parent.value);
    } else {
      parent.value.entries.push_back({std::move(*parent.key), std::move(value)});
      parent.key.reset();
    }
  }

  static std::string key_from(const YamlValue& value, const YamlValue& map) {
    if (value.kind != YamlValue::Kind::scalar) {
      throw Refused{"yaml_syntax", value.line, {"nama kunci harus berupa teks", "a key must be a text"}};
    }
    const bool twice = std::any_of(map.entries.begin(), map.entries.end(),
                                   [&](const auto& entry) { return entry.key == value.scalar; });
    if (twice) {
      const std::string shown = shown_to_people(value.scalar);
      throw Refused{"duplicate_key",
                    value.line,
                    {fmt::format("kunci \"{}\" tertulis dua kali; hapus salah satu", shown),
                     fmt::format("the key \"{}\" is written twice; remove one of them", shown)}};
    }
    return value.scalar;
  }
};

std::optional<YamlValue> refuse(YamlProblems* problems, std::string code, std::int64_t line, Words message) {
  problems->add(std::move(code), line, std::move(message));
  return std::nullopt;
}

}  // namespace

std::optional<YamlValue> parse_yaml(std::string_view text, YamlProblems* problems) {
  if (text.size() > largest_file) {
    return refuse(problems, "file_too_large", 0, {"berkas lebih besar dari 4 MiB", "the file is larger than 4 MiB"});
  }
  if (const auto bad = first_invalid_utf8(text)) {
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n');
    return refuse(problems, "wrong_encoding", line,
                  {"teksnya bukan UTF-8; simpan ulang sebagai UTF-8", "the text is not UTF-8; save it again as UTF-8"});
  }
  TreeBuilder builder;
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
  } catch (const Refused& refused) {
    return refuse(problems, refused.code, refused.line, refused.message);
  } catch (const YAML::Exception& error) {
    return refuse(
        problems, "yaml_syntax", error.mark.line + 1,
        {fmt::format("YAML di sekitar kolom {} tidak dapat dibaca; periksa indentasi, titik dua dan tanda kutip",
                     error.mark.column + 1),
         fmt::format("the YAML near column {} cannot be read; check indentation, colons and quotes",
                     error.mark.column + 1)});
  }
  if (builder.root.kind != YamlValue::Kind::map) {
    return refuse(problems, "not_a_map", 1,
                  {"berkas ini kosong atau bukan pasangan kunci dan nilai; mulai dengan \"format:\"",
                   "this file is empty or not made of keys and values; begin with \"format:\""});
  }
  return std::move(builder.root);
}

}  // namespace prima::instrument
