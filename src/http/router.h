#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/words.h"
#include "http/request.h"
#include "http/response.h"

namespace prima::http {

inline constexpr std::size_t kibibyte = 1024;
inline constexpr std::size_t mebibyte = 1024 * kibibyte;

using Handler = std::function<Response(const Request&)>;

// Who may ask. The server enforces it: others get 403.
enum class Access : std::uint8_t { everyone, loopback };

// One row of the table of routes.
struct Route {
  Method method = Method::get;
  // "/pemerintah/{id}": a name in braces takes one segment that is not empty; "{name...}", only at the end, takes one
  // or more.
  std::string pattern;
  // Runs on a thread of the server, several at once. May throw: the request ends with 500, the server goes on.
  Handler handler;

  Access access = Access::everyone;
  std::size_t body_limit = mebibyte;  // a longer body is refused with 413 before it is read
  bool cacheable = false;             // the answer is the same for everybody
  // Where the handler runs: at once, or apart, so that other requests need not wait for it.
  bool heavy = false;  // computes for more than some milliseconds
  bool waits = false;  // waits for a disk or another server, but hardly computes: many of these run at the same time
};

// Makes the answer to a request that no handler answers: 400, 403, 404, 405, 408, 413, 414, 417, 431, 500, 501, 503,
// 505. `detail` says more about this case and may be empty. Of a request that could not be read, `request` has only
// what was understood, at least the path "/". The status of what it returns is overwritten; the fields that HTTP asks
// for (Allow) are added.
using ErrorPage = std::function<Response(const Request& request, int status, const Words& detail)>;

// The default: problem+json below "/api/" and for clients that prefer JSON, else both languages as plain text.
Response plain_error_page(const Request& request, int status, const Words& detail);

// The table of routes. Built once, then only read, from any thread.
class Router {
 public:
  Router() = default;
  // Asserts that patterns are well formed and no two rows are the same. A pattern without braces wins over one with; of
  // those with braces the first that fits wins.
  explicit Router(std::vector<Route> routes, ErrorPage error_page = plain_error_page);

  std::span<const Route> routes() const { return routes_; }
  std::size_t index_of(const Route& route) const { return static_cast<std::size_t>(&route - routes_.data()); }

  // Where a request leads.
  struct Match {
    const Route* route = nullptr;  // nullptr: there is an error status, or this is an OPTIONS
    int status = 200;              // 200, or 403, 404, 405, 501; 204 for OPTIONS
    std::string allow = {};        // for 405 and OPTIONS: "GET, HEAD, POST"
  };
  // Looks only at method, path and peer, and fills the captures of the request. HEAD goes where GET goes.
  Match match(Request& request) const;
  // The whole way without a server: match, then the handler or the error page. What a handler throws, this throws.
  Response answer(Request& request) const;
  Response answer(const Request& request, const Match& match) const;
  Response error(const Request& request, int status, const Words& detail = {}) const;

 private:
  using RouteList = std::vector<std::size_t>;
  struct Pattern {
    std::vector<std::string> segments;  // "pemerintah", "{id}"
    RouteList routes;
  };
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  void add(std::size_t index);
  const RouteList* find(Request& request) const;
  std::string allowed(const RouteList& list) const;

  std::vector<Route> routes_;
  ErrorPage error_page_ = plain_error_page;
  std::unordered_map<std::string, RouteList, TextHash, std::equal_to<>> fixed_;
  std::vector<Pattern> patterns_;
};

}  // namespace prima::http
