#pragma once

#include <cstddef>
#include <string_view>

namespace prima::directory {

// Whether `text` has control characters, marks that turn the direction of writing, or bytes that are not UTF-8.
bool has_hidden_characters(std::string_view text);

// Characters, not bytes, of valid UTF-8.
std::size_t characters_of(std::string_view text);

// Whether `text` may be the code of an institution or unit: 1 to 40 of letters, digits, ".", "-" and "_", beginning
// with a letter or digit.
bool is_directory_code(std::string_view text);

}  // namespace prima::directory
