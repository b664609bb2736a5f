#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/words.h"

// How figures, dates and paths are spelled in each language. Figures come in as exact decimal text (base/rounding.h
// makes it), so no digit is ever invented or lost on the way to the page.
namespace prima::html {

// "1234.50" -> "1.234,50" in Indonesian, "1,234.50" in English; "-3" gets a true minus sign. All digits are kept. What
// is not a decimal, such as the fraction "1/9", comes back unchanged.
std::string format_decimal(Language language, std::string_view exact);

// 587 -> "587"; 12345 -> "12.345" or "12,345".
std::string format_count(Language language, std::int64_t number);

// "92.5" -> "92,5%" or "92.5%".
std::string format_percent(Language language, std::string_view exact);

// "23 Juni 2024" or "23 June 2024". The date must exist.
std::string format_date(Language language, Date day);

// The path of a page in a language: "/hasil" -> "/hasil" or "/en/hasil"; "/" -> "/" or "/en/". `path` begins with "/"
// and carries no language; it may have a query and a fragment.
std::string localized_path(Language language, std::string_view path);

}  // namespace prima::html
