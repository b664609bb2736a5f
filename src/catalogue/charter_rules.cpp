#include "catalogue/charter_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/assert.h"
#include "base/text.h"
#include "embedded/charter_files.h"
#include "html/format.h"
#include "instrument/yaml.h"

namespace prima::catalogue {

namespace {

using instrument::Standing;
using instrument::YamlNode;

constexpr std::array<std::string_view, 4> placeholders = {"unit", "institution", "compensation", "complaints"};
constexpr std::size_t longest_paragraph = 600;

// The first "{...}" that is none of ours.
std::optional<std::string> unknown_placeholder(std::string_view text) {
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const std::size_t close = std::min(text.find('}', open), text.size());
    const std::string_view name = text.substr(open + 1, close - open - 1);
    if (std::find(placeholders.begin(), placeholders.end(), name) == placeholders.end()) return std::string(name);
  }
  return std::nullopt;
}

Words unknown_placeholder_words(const std::string& name) {
  return {
      fmt::format("\"{{{}}}\" tidak dikenal; pakai {{unit}}, {{institution}}, {{compensation}}, atau {{complaints}}",
                  shown_to_people(name)),
      fmt::format("\"{{{}}}\" is not known; use {{unit}}, {{institution}}, {{compensation}} or {{complaints}}",
                  shown_to_people(name))};
}

Standing read_standing(const YamlNode& node) {
  const std::string text = node.text();
  for (const Standing one : {Standing::official, Standing::inferred, Standing::ours}) {
    if (instrument::name(one) == text) return one;
  }
  if (node.exists())
    node.report("bad_standing",
                {"standing harus official, inferred, atau ours", "standing must be official, inferred or ours"});
  return Standing::ours;
}

CharterPart read_part(const YamlNode& node) {
  node.allow_keys({"id", "required", "standing", "needs", "about", "text"});
  CharterPart part;
  part.id = node.required("id").id();
  part.required = node.required("required").flag();
  part.standing = read_standing(node.required("standing"));
  part.about = node.required("about").words();
  part.text = node.required("text").words();
  if (node.optional("needs").exists()) part.needs = node.optional("needs").id();
  if (!part.needs.empty() && std::find(placeholders.begin(), placeholders.end(), part.needs) == placeholders.end())
    node.report("unknown_placeholder", unknown_placeholder_words(part.needs));
  for (const std::string* text : {&part.text.id, &part.text.en}) {
    if (const auto unknown = unknown_placeholder(*text))
      node.report("unknown_placeholder", unknown_placeholder_words(*unknown));
  }
  return part;
}

CharterRules read_rules(const YamlNode& root) {
  root.allow_keys({"format", "title", "references", "parts"});
  if (root.required("format").text() != "prima-charter/1")
    root.report("bad_format", {"format harus \"prima-charter/1\"", "format must be \"prima-charter/1\""});
  CharterRules rules;
  rules.title = root.required("title").words();
  for (const YamlNode& node : root.required("references").items()) {
    node.allow_keys({"cite", "title"});
    rules.references.push_back({node.required("cite").text(), node.required("title").words()});
  }
  for (const YamlNode& node : root.required("parts").items()) rules.parts.push_back(read_part(node));
  if (std::none_of(rules.parts.begin(), rules.parts.end(), [](const CharterPart& part) { return part.required; }))
    root.report("nothing_required", {"tidak ada bagian yang wajib; maklumat harus memuat janji",
                                     "no part is required; a charter must hold the promise"});
  return rules;
}

// Fills the names of one charter into texts and collects what is wrong.
class Composer {
 public:
  Composer(const CharterRules& rules, const CharterNames& names) : rules_(rules), names_(names) {}

  Result<Charter, Findings> run() {
    check_names();
    Charter charter;
    charter.title = rules_.title;
    for (const CharterPart& part : rules_.parts) add_paragraph(part, charter);
    check_own_texts();
    if (!findings_.empty()) return failure(std::move(findings_));
    charter.place_and_date = {names_.place + ", " + html::format_date(Language::id, *names_.date),
                              names_.place + ", " + html::format_date(Language::en, *names_.date)};
    charter.signer_post = names_.signer_post.words();
    charter.signer_name = names_.signer_name;
    return charter;
  }

 private:
  void add(std::string code, std::string place, Words message) {
    findings_.push_back({std::move(code), std::move(place), 0, std::move(message)});
  }

  void need(bool there, const char* place, Words message) {
    if (!there) add("missing_field", place, std::move(message));
  }

  void check_names() {
    need(!names_.unit.empty(), "/unit", {"nama unit belum diisi", "the name of the unit is missing"});
    need(!names_.institution.empty(), "/institution",
         {"nama instansi belum diisi", "the name of the institution is missing"});
    need(!names_.place.empty(), "/place", {"tempat penetapan belum diisi", "the place is missing"});
    need(names_.date.has_value(), "/date", {"tanggal penetapan belum diisi", "the date is missing"});
    need(!names_.signer_post.empty(), "/signer_post",
         {"jabatan penanda tangan belum diisi", "the post of the person who signs is missing"});
    need(!names_.signer_name.empty(), "/signer_name",
         {"nama penanda tangan belum diisi", "the name of the person who signs is missing"});
  }

  const LocalText* own_text(const std::string& id) const {
    for (const CharterOwnText& own : names_.own_texts) {
      if (own.part == id) return &own.text;
    }
    return nullptr;
  }

  bool has(const std::string& needed) const {
    if (needed == "compensation") return !names_.compensation.empty();
    if (needed == "complaints") return !names_.complaints.empty();
    return true;
  }

  void add_paragraph(const CharterPart& part, Charter& charter) {
    const std::string place = "/own_texts/" + part.id;
    const LocalText* own = own_text(part.id);
    if (own != nullptr && trimmed(own->id).empty()) {
      if (part.required)
        add("required_part", place,
            {fmt::format("bagian ini wajib: {}; tulis kalimat Anda atau pakai kalimat kami", part.about.id),
             fmt::format("this part is required: {}; write your sentence or use ours", part.about.en)});
      return;
    }
    if (own == nullptr && !has(part.needs)) return;
    const Words source = own == nullptr ? part.text : own->words();
    const Words text{filled(source.id, Language::id), filled(source.en, Language::en)};
    if (const auto unknown = own == nullptr ? std::nullopt : unknown_placeholder(own->id + own->en))
      add("unknown_placeholder", place, unknown_placeholder_words(*unknown));
    if (text.id.size() > longest_paragraph || text.en.size() > longest_paragraph)
      add("too_long", place,
          {fmt::format("kalimat ini terlalu panjang untuk maklumat; paling banyak {} huruf", longest_paragraph),
           fmt::format("this is too long for a charter; at most {} characters", longest_paragraph)});
    charter.paragraphs.push_back({part.id, text, own != nullptr});
  }

  void check_own_texts() {
    for (const CharterOwnText& own : names_.own_texts) {
      const std::string shown = shown_to_people(own.part);
      if (std::any_of(rules_.parts.begin(), rules_.parts.end(),
                      [&](const CharterPart& part) { return part.id == own.part; }))
        continue;
      add("unknown_part", "/own_texts/" + shown,
          {fmt::format("maklumat tidak punya bagian \"{}\"; hapus", shown),
           fmt::format("a charter has no part \"{}\"; remove it", shown)});
    }
  }

  std::string value(std::string_view name, Language language) const {
    if (name == "unit") return names_.unit.in(language);
    if (name == "institution") return names_.institution.in(language);
    if (name == "compensation") return names_.compensation.in(language);
    return names_.complaints;
  }

  // One pass from left to right, so a name that holds "{unit}" itself stays as it is.
  std::string filled(std::string_view text, Language language) const {
    std::string result;
    while (!text.empty()) {
      const std::size_t open = std::min(text.find('{'), text.size());
      result += text.substr(0, open);
      text.remove_prefix(open);
      if (text.empty()) break;
      const std::size_t close = text.find('}');
      const std::string_view name = close == std::string_view::npos ? "" : text.substr(1, close - 1);
      if (std::find(placeholders.begin(), placeholders.end(), name) == placeholders.end()) {
        result += text.front();
        text.remove_prefix(1);
      } else {
        result += value(name, language);
        text.remove_prefix(close + 1);
      }
    }
    return result;
  }

  const CharterRules& rules_;
  const CharterNames& names_;
  Findings findings_;
};

}  // namespace

Result<CharterRules, Findings> read_charter_rules(std::string_view yaml, const std::string& file) {
  instrument::YamlProblems problems{file, {}};
  const auto value = instrument::parse_yaml(yaml, &problems);
  if (!value) return failure(std::move(problems.findings));
  CharterRules rules = read_rules(YamlNode(&*value, "", 1, &problems));
  if (!problems.findings.empty()) return failure(std::move(problems.findings));
  return rules;
}

const CharterRules& charter_rules() {
  static const CharterRules rules = [] {
    const EmbeddedFile* file = charter_data::find("charter.yaml");
    PRIMA_ASSERT(file != nullptr);
    auto read = read_charter_rules(file->bytes, "charter.yaml");
    PRIMA_ASSERT(read.has_value());
    return std::move(*read);
  }();
  return rules;
}

Result<Charter, Findings> compose_charter(const CharterRules& rules, const CharterNames& names) {
  return Composer(rules, names).run();
}

}  // namespace prima::catalogue
