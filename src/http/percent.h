#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace prima::http {

enum class Plus { is_plus, is_space };

// Percent-decoded text; nothing when a "%" is not followed by two hexadecimal digits. Any bytes may come out.
std::optional<std::string> percent_decoded(std::string_view text, Plus plus);

// Text for a part of an address: everything but letters, digits and "-._~" becomes "%XX".
std::string percent_encoded(std::string_view text);

}  // namespace prima::http
