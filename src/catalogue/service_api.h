#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "catalogue/public_catalogue.h"

// Published services as JSON.
namespace prima::catalogue {

// GET /api/v1/services?limit=N&after=CURSOR
//
//   {"items":[{"id","code","name","name_en","url","api_url","institution":{"code","name"},"unit":{"code","name"},
//    "region","life_events":[..],"template","edition","valid_from","decree","time":[{"case","amount","unit"}],
//    "fees":{"state","rows":[{"case","rupiah","per"}]},"requirements":3,"changed_at"}], "next": cursor or null}
//
// `url` and `api_url` begin with `origin` ("https://layanan.contoh.go.id"; may be empty). What a standard does not
// state is left out. In the order of codes, so a page stays the same while nothing is published.
struct ServicesPage {
  std::string_view origin = {};
  std::size_t limit = 50;       // at least 1
  std::string_view after = {};  // `next` of the page before; empty: from the beginning
};
std::string services_json(const PublicCatalogue& catalogue, const ServicesPage& page);

inline constexpr std::size_t default_services_limit = 50;
inline constexpr std::size_t most_services_limit = 500;
// Reads ?limit=: nothing for a text that is not a whole number from 1 to most_services_limit; the default for none.
std::optional<std::size_t> services_limit(std::string_view text);

// GET /api/v1/services/{institution}/{code}: an item as above with "standard", the whole standard in force as
// standard_json() writes it.
std::string service_json(const PublicService& one, std::string_view origin);

}  // namespace prima::catalogue
