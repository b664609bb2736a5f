#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prima {

// `text` as it may stand in a message: at most 60 characters; invalid bytes, control characters and marks that turn the
// direction of writing are replaced by "?".
std::string shown_to_people(std::string_view text);

// The position of the first byte that is not valid UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above
// U+10FFFF), or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

// Without white space (space, tab, CR, LF, NBSP) at both ends.
std::string_view trimmed(std::string_view text);

// ASCII letters made lower-case; all other bytes stay.
std::string lowered(std::string_view text);

// The candidate that is closest to `word` by edit distance, when it is close enough to be a likely spelling mistake (at
// most a third of its length).
std::optional<std::string> closest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace prima
