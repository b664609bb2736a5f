#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace prima::files {

// The attributes of one element by their names without prefix; declarations of namespaces are left out.
class XmlAttributes {
 public:
  // The value, or an empty text when there is no such attribute.
  std::string_view value(std::string_view name) const;
  bool has(std::string_view name) const;

  // For the parser.
  void add(std::string_view name, std::string_view value);
  void clear() { values_.clear(); }

 private:
  std::vector<std::pair<std::string_view, std::string_view>> values_;
};

// What a reader of one XML part is told, in the order of the text. Names come without prefix. Views last for the call.
class XmlReader {
 public:
  virtual ~XmlReader() = default;
  virtual void begin(std::string_view element, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view element) = 0;
  virtual void characters(std::string_view text) = 0;
  // Asked after each element: whether to go on. A reader that met something wrong ends the reading.
  virtual bool goes_on() const { return true; }
};

// Reads a part. False when it is not well-formed, nests deeper than 64 elements, has a document type (so that nothing
// in it is ever expanded) or when the reader did not want to go on; what was told until then does not count.
bool read_xml(std::string_view xml, XmlReader& reader);

}  // namespace prima::files
