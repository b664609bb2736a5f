#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/tokens.h"

namespace prima::publication {

// "Kota Pangkalpinang" -> "kota-pangkalpinang"; empty when there is no letter or digit from a to z or 0 to 9.
std::string slug(std::string_view text);

// Whether each word of `query` begins a word of `text`. A query without words matches everything.
bool every_word_begins_one_of(const std::vector<Token>& query, const std::vector<Token>& text);

}  // namespace prima::publication
