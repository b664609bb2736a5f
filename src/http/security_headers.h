#pragma once

#include <string_view>

namespace prima::http {

// What every answer carries, ready to send. Scripts, styles, fonts and images come from this site alone, and none may
// stand in a page itself; no other site may frame a page, read an answer, or learn where a visitor came from; a browser
// guesses no type and uses no device.
inline constexpr std::string_view security_headers =
    "Content-Security-Policy: default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "object-src 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

// Over TLS only: the browser will not come back without it for a year.
inline constexpr std::string_view transport_security_header = "Strict-Transport-Security: max-age=31536000\r\n";

}  // namespace prima::http
