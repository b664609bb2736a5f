#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/words.h"
#include "http/request.h"

namespace prima::identity {

// Forms of other sites must not act for somebody who is signed in here. Two checks, of which each would do: where the
// browser says the request comes from, and a token that only our pages have. Pure.

enum class Origin : std::uint8_t {
  here,     // the browser says it comes from a page of this site, or was typed by the person
  unknown,  // it says nothing, as old browsers and programs do; the token decides
  foreign,  // it comes from another site: refuse
};

// "https://host:port" of this request. Behind a server that forwards to us, `public_origin` is what the browser sees;
// empty otherwise.
std::string own_origin(const http::Request& request, std::string_view public_origin);

// Judges Sec-Fetch-Site and Origin. Requests that only read (GET, HEAD) are not judged: they change nothing.
Origin origin_of(const http::Request& request, std::string_view public_origin);

// The token for a form, bound to the session: an HMAC with the session's token as its key, behind a mask that is new on
// every page, so that compressed pages do not tell it. `random` has csrf_mask_bytes bytes of the system's source.
inline constexpr std::size_t csrf_mask_bytes = 32;
inline constexpr std::string_view csrf_field = "csrf";
std::string csrf_token(std::string_view session_token, std::string_view random);

// Whether `token` was made for that session.
bool is_csrf_token(std::string_view session_token, std::string_view token);

// Why a request that changes something is refused; nothing when it may go on. `token` is what its form said.
std::optional<Words> why_not_from_here(const http::Request& request, std::string_view public_origin,
                                       std::string_view session_token, std::string_view token);

}  // namespace prima::identity
