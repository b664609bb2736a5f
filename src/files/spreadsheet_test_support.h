#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace prima::files::test {

inline std::string little_endian(std::uint64_t value, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text += static_cast<char>(i < 8 ? (value >> (8 * i)) & 0xFFU : 0U);
  return text;
}

inline std::string deflated(std::string_view text) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

struct ZipPart {
  std::string name;
  std::string text;
  bool packed = true;
  unsigned flags = 0;
  std::uint32_t claimed_size = 0;  // instead of the true one, when it is not 0
};

// A ZIP file with these parts.
inline std::string zip_of(const std::vector<ZipPart>& parts) {
  std::string file;
  std::string list;
  for (const ZipPart& part : parts) {
    const std::string packed = part.packed ? deflated(part.text) : part.text;
    const auto checksum = static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(part.text.data()), static_cast<uInt>(part.text.size())));
    const auto size = part.claimed_size != 0 ? part.claimed_size : static_cast<std::uint32_t>(part.text.size());
    const std::string shared =
        little_endian(20, 2) + little_endian(part.flags, 2) + little_endian(part.packed ? 8 : 0, 2) +
        little_endian(0, 4) + little_endian(checksum, 4) + little_endian(static_cast<std::uint32_t>(packed.size()), 4) +
        little_endian(size, 4) + little_endian(static_cast<std::uint32_t>(part.name.size()), 2) + little_endian(0, 2);
    list += "PK\x01\x02" + little_endian(20, 2) + shared + little_endian(0, 10) +
            little_endian(static_cast<std::uint32_t>(file.size()), 4) + part.name;
    file += "PK\x03\x04" + shared + part.name + packed;
  }
  const auto count = static_cast<std::uint32_t>(parts.size());
  const std::string end = "PK\x05\x06" + little_endian(0, 4) + little_endian(count, 2) + little_endian(count, 2) +
                          little_endian(static_cast<std::uint32_t>(list.size()), 4) +
                          little_endian(static_cast<std::uint32_t>(file.size()), 4) + little_endian(0, 2);
  return file + list + end;
}

// What varies between the hand-made workbooks of the tests.
struct HandMade {
  std::string rows = {};     // inside <sheetData>
  std::string strings = {};  // inside <sst>
  std::string sheets = R"(<sheet name="Unit" sheetId="1" r:id="rId1"/>)";
  std::string properties = {};  // of the workbook
  std::string formats = {};     // inside <numFmts>
  std::string styles = {};      // inside <cellXfs>
};

inline std::vector<ZipPart> parts_of(const HandMade& made) {
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  const std::string relations =
      R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
  const std::string type = R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)";
  const std::string main = R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
  return {
      {"_rels/.rels", head + relations + R"(<Relationship Id="rId9" )" + type +
                          R"(officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
      {"xl/workbook.xml", head + "<workbook " + main +
                              R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)" +
                              made.properties + "<sheets>" + made.sheets + "</sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       head + relations + R"(<Relationship Id="rId1" )" + type + R"(worksheet" Target="worksheets/sheet1.xml"/>)" +
           R"(<Relationship Id="rId2" )" + type + R"(sharedStrings" Target="/xl/sharedStrings.xml"/>)" +
           R"(<Relationship Id="rId3" )" + type + R"(styles" Target="styles.xml"/></Relationships>)"},
      {"xl/sharedStrings.xml", head + "<sst " + main + ">" + made.strings + "</sst>"},
      {"xl/styles.xml", head + "<styleSheet " + main + "><numFmts>" + made.formats +
                            R"(</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>)" + made.styles +
                            "</cellXfs></styleSheet>"},
      {"xl/worksheets/sheet1.xml",
       head + "<worksheet " + main + "><sheetData>" + made.rows + "</sheetData></worksheet>", false},
  };
}

inline std::string workbook_of(const HandMade& made) { return zip_of(parts_of(made)); }

}  // namespace prima::files::test
