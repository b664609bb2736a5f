#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace prima::files {

// What the number format of a cell shows of its number.
enum class NumberKind : std::uint8_t { number, date, time, date_time };

// The kind of format `id`; `code` is the format's text, needed only for formats that the file defines itself. Source of
// the built-in ids: ECMA-376, part 1, 18.8.30.
NumberKind number_kind(int id, std::string_view code);

// "1.1000000000000001" -> "1.1", "4.5E-2" -> "0.045", "0012" -> "12": the number in plain notation, rounded to 15
// significant digits when it is not an integer. Nothing when `text` is no number of a spreadsheet.
std::optional<std::string> plain_number(std::string_view text);

// The moment that a count of days means: 45000.5 -> "2023-03-15 12:00". Counted from 1900 with its missing leap day, or
// from 1904. Nothing for numbers that no date belongs to; they stay numbers.
std::optional<std::string> date_text(std::string_view number, NumberKind kind, bool from_1904);

// Whether a spreadsheet program that opens a CSV file would run this cell as a formula. Plain figures and telephone
// numbers are no formulas.
bool looks_like_formula(std::string_view text);

}  // namespace prima::files
