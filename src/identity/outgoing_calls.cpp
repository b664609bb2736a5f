#include "identity/outgoing_calls.h"

#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <span>
#include <vector>

#include "identity/address_rules.h"
#include "identity/curl_handle.h"

namespace prima::identity {

namespace {

struct Guard {
  bool loopback = false;
  bool private_network = false;
  bool refused = false;
};

std::vector<std::uint8_t> bytes_of_address(const curl_sockaddr& address) {
  const auto* raw = reinterpret_cast<const std::uint8_t*>(&address.addr);
  if (address.family == AF_INET) {
    const auto* at = raw + offsetof(sockaddr_in, sin_addr);
    return {at, at + 4};
  }
  if (address.family == AF_INET6) {
    const auto* at = raw + offsetof(sockaddr_in6, sin6_addr);
    return {at, at + 16};
  }
  return {};
}

// Called by libcurl for each address of the host, before it connects.
curl_socket_t open_allowed(void* context, curlsocktype, curl_sockaddr* address) {
  auto& guard = *static_cast<Guard*>(context);
  const auto bytes = bytes_of_address(*address);
  const bool allowed = is_loopback_address(bytes) ? guard.loopback : guard.private_network || is_public_address(bytes);
  if (!allowed) {
    guard.refused = true;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

struct Incoming {
  std::string body;
  std::size_t largest = 0;
  bool too_large = false;
};

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* context) {
  auto& incoming = *static_cast<Incoming*>(context);
  if (incoming.body.size() + size * count > incoming.largest) {
    incoming.too_large = true;
    return 0;
  }
  incoming.body.append(bytes, size * count);
  return size * count;
}

// A field name or value with a line break would make lines of its own.
bool is_clean(std::string_view text) { return text.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos; }

CurlList headers_of(const OutgoingRequest& request) {
  CurlList list = with_line({}, "User-Agent: Prima");
  list = with_line(std::move(list), "Expect:");
  for (const auto& [name, value] : request.headers) {
    if (is_clean(name) && is_clean(value)) list = with_line(std::move(list), name + ": " + value);
  }
  return list;
}

void set_request(CURL* curl, const OutgoingRequest& request, const curl_slist* headers, const CallLimits& limits) {
  curl_easy_setopt(curl, CURLOPT_URL, request.address.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  const auto ms = static_cast<long>(limits.timeout.count());
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, ms);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, ms);
  if (request.body) {
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body->size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body->data());
  }
}

}  // namespace

Result<OutgoingAnswer, CallFailure> CurlCalls::call(const OutgoingRequest& request) {
  const auto address = read_web_address(request.address);
  if (!address || (!address->secure && !(limits_.loopback && is_loopback_host(address->host)))) {
    return failure(CallFailure{CallProblem::not_allowed, "not an https address"});
  }
  Guard guard{.loopback = limits_.loopback, .private_network = limits_.private_hosts.contains(address->host)};
  Incoming incoming{.body = {}, .largest = limits_.largest_answer};
  const CurlList headers = headers_of(request);
  const CurlHandle curl = make_curl();
  set_request(curl.get(), request, headers.get(), limits_);
  curl_easy_setopt(curl.get(), CURLOPT_OPENSOCKETFUNCTION, open_allowed);
  curl_easy_setopt(curl.get(), CURLOPT_OPENSOCKETDATA, &guard);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &incoming);
  const CURLcode code = curl_easy_perform(curl.get());
  if (incoming.too_large) return failure(CallFailure{CallProblem::too_large, address->host});
  if (code != CURLE_OK) {
    return failure(CallFailure{guard.refused ? CallProblem::not_allowed : CallProblem::unreachable,
                               fmt::format("{}: {}", address->host, curl_easy_strerror(code))});
  }
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  return OutgoingAnswer{static_cast<int>(status), std::move(incoming.body)};
}

}  // namespace prima::identity
