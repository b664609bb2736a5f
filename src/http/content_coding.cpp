#include "http/content_coding.h"

#include <algorithm>
#include <array>

#include "base/assert.h"
#include "base/text.h"
#include "http/request.h"

namespace prima::http {
namespace {

constexpr int not_said = -1;
constexpr int most_liked = 1000;

// "0.5" -> 500. Anything else than RFC 9110 lets stand there is 0: such a coding is not used.
int read_weight(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1') || (text.size() > 1 && text[1] != '.'))
    return 0;
  int weight = (text[0] - '0') * most_liked;
  int unit = most_liked / 10;
  for (const char c : text.substr(std::min<std::size_t>(text.size(), 2))) {
    if (c < '0' || c > '9') return 0;
    weight += (c - '0') * unit;
    unit /= 10;
  }
  return std::min(weight, most_liked);
}

struct Weights {
  int identity = not_said, gzip = not_said, brotli = not_said, others = not_said;

  void read(std::string_view element) {
    const std::size_t semicolon = element.find(';');
    const std::string_view name = trimmed(element.substr(0, semicolon));
    int weight = most_liked;
    if (semicolon != std::string_view::npos) {
      const std::string_view parameter = trimmed(element.substr(semicolon + 1));
      weight = parameter.starts_with("q=") || parameter.starts_with("Q=") ? read_weight(parameter.substr(2)) : 0;
    }
    if (name == "*") others = weight;
    if (same_token(name, "br")) brotli = weight;
    if (same_token(name, "gzip") || same_token(name, "x-gzip")) gzip = weight;
    if (same_token(name, "identity")) identity = weight;
  }
  int of(int weight) const { return weight != not_said ? weight : std::max(others, 0); }
};

Weights read_weights(std::string_view text) {
  Weights weights;
  for (;;) {
    const std::size_t comma = text.find(',');
    weights.read(text.substr(0, comma));
    if (comma == std::string_view::npos) return weights;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace

Coding preferred_coding(std::optional<std::string_view> accept_encoding) {
  if (!accept_encoding || accept_encoding->empty()) return Coding::identity;
  const Weights weights = read_weights(*accept_encoding);
  const int brotli = weights.of(weights.brotli);
  const int gzip = weights.of(weights.gzip);
  if (std::max(brotli, gzip) == 0 || weights.identity > std::max(brotli, gzip)) return Coding::identity;
  return brotli >= gzip ? Coding::brotli : Coding::gzip;
}

std::string_view to_text(Coding coding) {
  switch (coding) {
    case Coding::identity:
      return "";
    case Coding::gzip:
      return "gzip";
    case Coding::brotli:
      return "br";
  }
  PRIMA_UNREACHABLE("a coding without a name");
}

bool is_compressible(std::string_view content_type) {
  constexpr std::array<std::string_view, 6> types = {"application/json",       "application/problem+json",
                                                     "application/javascript", "application/manifest+json",
                                                     "application/xml",        "image/svg+xml"};
  const std::string_view type = content_type.substr(0, content_type.find(';'));
  return type.starts_with("text/") || std::find(types.begin(), types.end(), type) != types.end();
}

}  // namespace prima::http
