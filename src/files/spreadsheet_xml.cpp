#include "files/spreadsheet_xml.h"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <limits>
#include <memory>
#include <new>

namespace prima::files {

namespace {

constexpr int deepest = 64;

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

std::string_view without_prefix(std::string_view name) { return name.substr(name.find(':') + 1); }

// What the callbacks of one reading share. No exception may pass through the C code of the parser: it is kept, the
// parser is stopped, and read_xml throws it again.
struct Reading {
  XML_Parser parser = nullptr;
  XmlReader* reader = nullptr;
  XmlAttributes attributes = {};
  int depth = 0;
  std::exception_ptr thrown = {};

  template <typename Tell>
  void tell(Tell what) {
    if (thrown) return;
    try {
      what();
      if (!reader->goes_on()) stop();
    } catch (...) {
      thrown = std::current_exception();
      stop();
    }
  }
  void stop() const { XML_StopParser(parser, XML_FALSE); }
};

void XMLCALL on_begin(void* data, const XML_Char* name, const XML_Char** pairs) {
  auto& reading = *static_cast<Reading*>(data);
  if (++reading.depth > deepest) return reading.stop();
  reading.tell([&] {
    reading.attributes.clear();
    for (; *pairs != nullptr; pairs += 2) reading.attributes.add(pairs[0], pairs[1]);
    reading.reader->begin(without_prefix(name), reading.attributes);
  });
}

void XMLCALL on_end(void* data, const XML_Char* name) {
  auto& reading = *static_cast<Reading*>(data);
  --reading.depth;
  reading.tell([&] { reading.reader->end(without_prefix(name)); });
}

void XMLCALL on_characters(void* data, const XML_Char* text, int size) {
  auto& reading = *static_cast<Reading*>(data);
  reading.tell([&] { reading.reader->characters({text, static_cast<std::size_t>(size)}); });
}

void XMLCALL on_document_type(void* data, const XML_Char* /*name*/, const XML_Char* /*system*/,
                              const XML_Char* /*public_name*/, int /*has_internal*/) {
  static_cast<Reading*>(data)->stop();
}

}  // namespace

std::string_view XmlAttributes::value(std::string_view name) const {
  const auto found = std::find_if(values_.begin(), values_.end(), [&](const auto& one) { return one.first == name; });
  return found == values_.end() ? std::string_view{} : found->second;
}

bool XmlAttributes::has(std::string_view name) const {
  return std::any_of(values_.begin(), values_.end(), [&](const auto& one) { return one.first == name; });
}

void XmlAttributes::add(std::string_view name, std::string_view value) {
  if (name != "xmlns" && !name.starts_with("xmlns:")) values_.emplace_back(without_prefix(name), value);
}

bool read_xml(std::string_view xml, XmlReader& reader) {
  if (xml.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return false;
  const std::unique_ptr<XML_ParserStruct, FreeParser> parser(XML_ParserCreate(nullptr));
  if (!parser) throw std::bad_alloc();
  Reading reading{parser.get(), &reader};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), on_begin, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_characters);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_document_type);
  const auto state = XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), XML_TRUE);
  if (reading.thrown) std::rethrow_exception(reading.thrown);
  return state == XML_STATUS_OK;
}

}  // namespace prima::files
