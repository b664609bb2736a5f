#include "catalogue/standard_value_api.h"

#include <fmt/format.h>

#include "base/text.h"

namespace prima::catalogue {

namespace json = boost::json;

namespace {

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// Control characters other than the line break, and marks that turn the direction of writing.
bool has_hidden_characters(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte < 0x20 && byte != '\n') || byte == 0x7F) return true;
    if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) return true;
    const std::string_view three = text.substr(i, 3);
    if (three >= "\xE2\x80\xA8" && three <= "\xE2\x80\xAE") return true;
    if (three >= "\xE2\x81\xA6" && three <= "\xE2\x81\xA9") return true;
  }
  return false;
}

std::string escaped(std::string_view key) {
  std::string text;
  for (const char c : shown_to_people(key)) text += c == '~' ? "~0" : (c == '/' ? "~1" : std::string(1, c));
  return text;
}

std::string listed(const std::vector<std::string>& keys) {
  std::string text;
  for (const std::string& one : keys) text += (text.empty() ? "\"" : ", \"") + one + "\"";
  return text;
}

}  // namespace

void ValueReader::add(std::string code, const std::string& pointer, Words message) {
  findings_->push_back({std::move(code), pointer, 0, std::move(message)});
}

void ValueReader::missing(const std::string& pointer) {
  add("missing_field", pointer, {"isian ini wajib; tambahkan isinya", "this field is required; add it"});
}

void ValueReader::read(const json::value& value, const std::string& pointer, std::string& text, const Limit& limit) {
  const json::string* given = value.if_string();
  if (given == nullptr)
    return add("not_a_text", pointer, {"isi dengan teks dalam tanda kutip", "write a text in quotes"});
  text.assign(given->data(), given->size());
  if (limit.required && trimmed(text).empty()) return missing(pointer);
  if (!text.empty() && trimmed(text).empty())
    return add("only_spaces", pointer,
               {"isinya hanya spasi; hapus atau isi", "there are only spaces; remove or fill it"});
  const std::size_t length = characters(text);
  if (length > limit.longest)
    add("too_long", pointer,
        {fmt::format("terlalu panjang: {} huruf; paling banyak {}", length, limit.longest),
         fmt::format("too long: {} characters; at most {}", length, limit.longest)});
  if (has_hidden_characters(text))
    add("hidden_characters", pointer,
        {"ada karakter yang tidak tampak; ketik ulang teks ini",
         "there are characters that cannot be seen; type this again"});
}

void ValueReader::read(const json::value& value, const std::string& pointer, LocalText& text, const Limit& limit) {
  if (value.is_string())
    return add("not_by_language", pointer,
               {"tulis per bahasa: {\"id\": \"...\", \"en\": \"...\"}; bahasa Inggris boleh kosong",
                "write it by language: {\"id\": \"...\", \"en\": \"...\"}; English may be left out"});
  const json::object* object = object_of(value, pointer);
  if (object == nullptr) return;
  FieldReader visit{this, object, pointer, {}};
  fields(visit, text, limit);
  refuse_unknown(*object, pointer, visit.known);
}

void ValueReader::read(const json::value& value, const std::string& pointer, std::int64_t& number, const Limit& limit) {
  const std::int64_t* given = value.if_int64();
  if (given != nullptr && *given >= limit.least && *given <= limit.greatest) {
    number = *given;
    return;
  }
  add("not_in_range", pointer,
      {fmt::format("isi dengan bilangan bulat dari {} sampai {}", limit.least, limit.greatest),
       fmt::format("write a whole number from {} to {}", limit.least, limit.greatest)});
}

void ValueReader::read(const json::value& value, const std::string& pointer, int& number, const Limit& limit) {
  std::int64_t wide = number;
  read(value, pointer, wide, limit);
  number = static_cast<int>(wide);
}

void ValueReader::read(const json::value& value, const std::string& pointer, std::optional<Date>& date, const Limit&) {
  const json::string* given = value.if_string();
  if (given != nullptr) date = parse_date({given->data(), given->size()});
  if (!date)
    add("not_a_date", pointer, {"isi dengan tanggal seperti \"2026-12-01\"", "write a date like \"2026-12-01\""});
}

const json::array* ValueReader::array_of(const json::value& value, const std::string& pointer, const Limit& limit) {
  const json::array* items = value.if_array();
  if (items == nullptr) {
    add("not_a_list", pointer, {"isi dengan daftar dalam [ ]", "write a list in [ ]"});
  } else if (items->size() > limit.most) {
    add("too_many", pointer,
        {fmt::format("terlalu banyak: {} butir; paling banyak {}", items->size(), limit.most),
         fmt::format("too many: {} items; at most {}", items->size(), limit.most)});
    return nullptr;
  } else if (limit.required && items->empty()) {
    missing(pointer);
  }
  return items;
}

const json::object* ValueReader::object_of(const json::value& value, const std::string& pointer) {
  const json::object* object = value.if_object();
  if (object == nullptr)
    add("not_an_object", pointer, {"isi dengan pasangan kunci dan nilai dalam { }", "write keys and values in { }"});
  return object;
}

void ValueReader::refuse_unknown(const json::object& object, const std::string& pointer,
                                 const std::vector<std::string>& known) {
  for (const auto& member : object) {
    const std::string name(member.key().data(), member.key().size());
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const auto near = closest(name, known);
    add("unknown_field", pointer + "/" + escaped(name),
        {fmt::format("isian \"{}\" tidak dikenal; {}", shown_to_people(name),
                     near ? fmt::format("mungkin maksudnya \"{}\"?", *near) : "hapus isian ini"),
         fmt::format("the field \"{}\" is not known; {}", shown_to_people(name),
                     near ? fmt::format("did you mean \"{}\"?", *near) : "remove it")});
  }
}

void ValueReader::unknown_name(const json::value& value, const std::string& pointer,
                               const std::vector<std::string>& keys) {
  const json::string* given = value.if_string();
  const std::string shown = given == nullptr ? "" : shown_to_people({given->data(), given->size()});
  add("unknown_choice", pointer,
      {fmt::format("\"{}\" bukan pilihan; pilih {}", shown, listed(keys)),
       fmt::format("\"{}\" is not a choice; choose {}", shown, listed(keys))});
}

}  // namespace prima::catalogue
