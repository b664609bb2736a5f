#include "http/router.h"

#include <algorithm>
#include <utility>

#include "base/assert.h"
#include "http/problem.h"

namespace prima::http {
namespace {

bool is_capture(std::string_view segment) { return segment.starts_with('{') && segment.ends_with('}'); }
bool is_rest(std::string_view segment) { return is_capture(segment) && segment.ends_with("...}"); }

std::string_view capture_name(std::string_view segment) {
  return segment.substr(1, segment.size() - (is_rest(segment) ? 5 : 2));
}

bool is_name(std::string_view text) { return !text.empty() && text.find_first_of("{}.") == std::string_view::npos; }

// "/a/{b}" -> "a", "{b}".
std::vector<std::string> segments_of(std::string_view pattern) {
  std::vector<std::string> segments;
  for (std::size_t begin = 1; begin <= pattern.size();) {
    const std::size_t end = std::min(pattern.find('/', begin), pattern.size());
    segments.emplace_back(pattern.substr(begin, end - begin));
    begin = end + 1;
  }
  return segments;
}

void check_segments(const std::vector<std::string>& segments) {
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const std::string& segment = segments[i];
    PRIMA_ASSERT(!segment.empty());
    PRIMA_ASSERT(is_capture(segment) || segment.find_first_of("{}") == std::string::npos);
    PRIMA_ASSERT(!is_capture(segment) || is_name(capture_name(segment)));
    PRIMA_ASSERT(!is_rest(segment) || i + 1 == segments.size());
  }
}

// Whether the path has the form of the segments. Fills the captures when it has.
bool fits(std::string_view path, const std::vector<std::string>& segments, std::vector<Request::Capture>& captures) {
  captures.clear();
  std::size_t begin = 1;
  for (const std::string& segment : segments) {
    if (begin >= path.size()) return false;
    const std::size_t slash = is_rest(segment) ? path.size() : std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, slash - begin);
    if (part.empty() || (!is_capture(segment) && part != segment)) return false;
    if (is_rest(segment) && (part.starts_with('/') || part.ends_with('/') || part.find("//") != std::string_view::npos))
      return false;
    if (is_capture(segment)) captures.push_back({capture_name(segment), begin, part.size()});
    begin = slash + 1;
  }
  return begin == path.size() + 1;
}

bool answers(Method route, Method request) {
  return route == request || (route == Method::get && request == Method::head);
}

bool prefers_json(const Request& request) {
  const auto accept = request.header("accept");
  return request.path.starts_with("/api/") ||
         (accept && accept->find("json") != std::string_view::npos && accept->find("html") == std::string_view::npos);
}

}  // namespace

Response plain_error_page(const Request& request, int status, const Words& detail) {
  if (prefers_json(request)) return problem(status, detail);
  const Words title = title_of(status);
  const auto line = [](const std::string& first, const std::string& second) {
    return second.empty() ? first + ".\n" : first + ". " + second + "\n";
  };
  return text(line(title.id, detail.id) + line(title.en, detail.en), status);
}

Router::Router(std::vector<Route> routes, ErrorPage error_page)
    : routes_(std::move(routes)), error_page_(std::move(error_page)) {
  for (std::size_t i = 0; i < routes_.size(); ++i) add(i);
}

void Router::add(std::size_t index) {
  const Route& route = routes_[index];
  PRIMA_ASSERT(route.handler && route.pattern.starts_with('/'));
  PRIMA_ASSERT(route.method != Method::other && route.method != Method::options);
  RouteList* list = nullptr;
  if (route.pattern.find('{') == std::string::npos) {
    list = &fixed_[route.pattern];
  } else {
    std::vector<std::string> segments = segments_of(route.pattern);
    check_segments(segments);
    auto same =
        std::find_if(patterns_.begin(), patterns_.end(), [&](const Pattern& p) { return p.segments == segments; });
    if (same == patterns_.end()) same = patterns_.insert(same, Pattern{std::move(segments), {}});
    list = &same->routes;
  }
  for (const std::size_t other : *list) PRIMA_ASSERT(routes_[other].method != route.method);
  list->push_back(index);
}

const Router::RouteList* Router::find(Request& request) const {
  request.captures.clear();
  if (const auto found = fixed_.find(std::string_view(request.path)); found != fixed_.end()) return &found->second;
  for (const Pattern& pattern : patterns_) {
    if (fits(request.path, pattern.segments, request.captures)) return &pattern.routes;
  }
  request.captures.clear();
  return nullptr;
}

std::string Router::allowed(const RouteList& list) const {
  std::string allow;
  const auto add_method = [&](Method method) { allow.append(allow.empty() ? "" : ", ").append(to_text(method)); };
  const bool own_head =
      std::any_of(list.begin(), list.end(), [&](auto i) { return routes_[i].method == Method::head; });
  for (const std::size_t index : list) {
    add_method(routes_[index].method);
    if (routes_[index].method == Method::get && !own_head) add_method(Method::head);
  }
  add_method(Method::options);
  return allow;
}

Router::Match Router::match(Request& request) const {
  if (request.method == Method::other) return {.status = 501};
  const RouteList* list = find(request);
  if (!list) {
    const bool about_the_server = request.method == Method::options && request.path == "*";
    return about_the_server ? Match{.status = 204, .allow = "GET, HEAD, POST, OPTIONS"} : Match{.status = 404};
  }
  // An own route for HEAD comes before that of GET.
  const auto exact =
      std::find_if(list->begin(), list->end(), [&](std::size_t i) { return routes_[i].method == request.method; });
  const auto fitting = exact != list->end() ? exact : std::find_if(list->begin(), list->end(), [&](std::size_t i) {
    return answers(routes_[i].method, request.method);
  });
  if (fitting == list->end()) {
    return {.status = request.method == Method::options ? 204 : 405, .allow = allowed(*list)};
  }
  const Route& route = routes_[*fitting];
  if (route.access == Access::loopback && request.peer != Peer::loopback) return {.status = 403};
  return {.route = &route};
}

Response Router::answer(Request& request) const { return answer(request, match(request)); }

Response Router::answer(const Request& request, const Match& match) const {
  if (match.route) return match.route->handler(request);
  Response response = match.status == 204 ? no_content() : error(request, match.status);
  if (match.allow.empty()) return response;
  return std::move(response).with("Allow", match.allow);
}

Response Router::error(const Request& request, int status, const Words& detail) const {
  Response response = error_page_(request, status, detail);
  response.status = status;
  return response;
}

}  // namespace prima::http
