#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/words.h"
#include "directory/unit.h"

namespace prima::directory {

// The values of a unit that have a form of their own, as text and back. `text` is trimmed and not empty.

// "-6.914744": degrees with up to six decimals; "," is read as "." too. `limit` is 90 or 180.
Result<std::int32_t, Words> parse_degrees(std::string_view text, int limit);
std::string degrees_text(std::int32_t millionths);

// "web: https://layanan.contoh.go.id; loket".
Result<std::vector<Channel>, Words> parse_channels(std::string_view text);
std::string to_text(const std::vector<Channel>& channels);

// "ramp, kursi roda".
Result<std::vector<AccessFeature>, Words> parse_access(std::string_view text);
std::string to_text(const std::vector<AccessFeature>& features);

// Each gives the text as it is kept, or what is wrong with it.
Result<std::string, Words> parse_phone(std::string_view text);
Result<std::string, Words> parse_email(std::string_view text);
Result<std::string, Words> parse_website(std::string_view text);
Result<std::string, Words> parse_postcode(std::string_view text);
// Text of one line with at most `longest` characters; line breaks become ", ".
Result<std::string, Words> parse_line(std::string_view text, std::size_t longest);

}  // namespace prima::directory
