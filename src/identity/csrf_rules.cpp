#include "identity/csrf_rules.h"

#include "base/assert.h"
#include "base/text.h"
#include "identity/digest.h"
#include "identity/encoding.h"

namespace prima::identity {

namespace {

std::string plain_token(std::string_view session_token) {
  return std::string(bytes_of(hmac_sha256(session_token, "form of prima")));
}

std::string masked(std::string_view text, std::string_view mask) {
  std::string result(text);
  for (std::size_t at = 0; at < result.size(); ++at) result[at] = static_cast<char>(result[at] ^ mask[at]);
  return result;
}

bool only_reads(const http::Request& request) {
  return request.method == http::Method::get || request.method == http::Method::head;
}

}  // namespace

std::string own_origin(const http::Request& request, std::string_view public_origin) {
  if (!public_origin.empty()) return std::string(public_origin);
  return (request.secure ? "https://" : "http://") + lowered(request.host);
}

Origin origin_of(const http::Request& request, std::string_view public_origin) {
  if (only_reads(request)) return Origin::here;
  const auto site = request.header("Sec-Fetch-Site");
  const auto origin = request.header("Origin");
  if (site && *site != "same-origin" && *site != "none") return Origin::foreign;
  if (origin && lowered(*origin) != own_origin(request, public_origin)) return Origin::foreign;
  return site || origin ? Origin::here : Origin::unknown;
}

std::string csrf_token(std::string_view session_token, std::string_view random) {
  PRIMA_ASSERT(random.size() == csrf_mask_bytes);
  return base64url(std::string(random) + masked(plain_token(session_token), random));
}

bool is_csrf_token(std::string_view session_token, std::string_view token) {
  const auto bytes = read_base64url(token);
  if (!bytes || bytes->size() != 2 * csrf_mask_bytes) return false;
  const std::string_view all = *bytes;
  return same_secret(masked(all.substr(csrf_mask_bytes), all.substr(0, csrf_mask_bytes)), plain_token(session_token));
}

std::optional<Words> why_not_from_here(const http::Request& request, std::string_view public_origin,
                                       std::string_view session_token, std::string_view token) {
  if (only_reads(request)) return std::nullopt;
  if (origin_of(request, public_origin) == Origin::foreign) {
    return Words{"Permintaan ini datang dari situs lain, maka tidak dikerjakan. Buka halamannya di situs ini.",
                 "This request came from another site and was not carried out. Open the page on this site."};
  }
  if (!is_csrf_token(session_token, token)) {
    return Words{"Formulir ini dibuka dalam sesi lain. Muat ulang halamannya, lalu kirim lagi.",
                 "This form was opened in another session. Load the page again, then send it once more."};
  }
  return std::nullopt;
}

}  // namespace prima::identity
