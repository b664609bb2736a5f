#pragma once

#include <string>
#include <string_view>

namespace prima::identity {

// What a person calls the browser that they sit at, out of its User-Agent: "Firefox 128, Windows"; for a program that
// is no browser its first word; empty when it says nothing. At most 60 characters, printable ASCII.
std::string device_name(std::string_view user_agent);

}  // namespace prima::identity
