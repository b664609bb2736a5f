#include "http/connection.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "base/assert.h"
#include "http/message_parser.h"

namespace prima::http {
namespace {

constexpr Instant never = Instant::max();

std::uint64_t microseconds(Instant from, Instant to) {
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(to - from).count());
}

Refusal too_slow() { return {408, {"Permintaan datang terlalu lambat.", "The request came too slowly."}}; }

Refusal cut_off() {
  return {400, {"Permintaan terputus sebelum selesai.", "The request ended before it was complete."}};
}

Refusal no_memory() {
  return {503,
          {"Terlalu banyak berkas sedang dikirim; coba sebentar lagi.",
           "Too many files are being sent; try again in a moment."}};
}

}  // namespace

Connection::Connection(Service& service, Client client, Now now)
    : service_(service), client_(client), scan_(service.head_limits) {
  // A client that opens a connection has something to say; it does not get the patience that is for a second request.
  phase_began_ = now.instant;
  deadline_ = now.instant + service.timeouts.read;
}

Connection::~Connection() { service_.body_memory.give_back(exchange_.body_memory); }

// --- bytes in

std::span<char> Connection::room() {
  PRIMA_ASSERT(want_ == Want::read);
  return phase_ == Phase::body ? exchange_.body->room() : input_.room();
}

void Connection::received(std::size_t size, Now now) {
  PRIMA_ASSERT(want_ == Want::read);
  if (phase_ == Phase::body) {
    auto refusal = exchange_.body->received(size);
    if (refusal) return refuse(*refusal, now);
    return read_body(now);
  }
  input_.filled(size);
  read_head(now);
}

void Connection::ended(Now now) {
  PRIMA_ASSERT(want_ == Want::read);
  if (phase_ == Phase::idle) {
    want_ = Want::close;
  } else {
    refuse(cut_off(), now);
  }
}

void Connection::read_head(Now now) {
  if (phase_ == Phase::idle) {
    input_.drop(size_of_leading_empty_lines(input_.bytes()));
    // A lone CR may become an empty line, which is no part of a request.
    if (input_.empty() || input_.bytes() == "\r") return wait_for_request();
    phase_ = Phase::head;
    phase_began_ = now.instant;
    deadline_ = now.instant + service_.timeouts.read;
  }
  want_ = Want::read;
  const auto size = scan_.scan(input_.bytes());
  if (!size) return refuse(size.error(), now);
  if (*size == 0) return;
  const auto head = parse_head(input_.bytes().substr(0, *size), service_.head_limits.fields);
  if (!head) return refuse(head.error(), now);
  auto message = check_request(*head);
  if (!message) return refuse(message.error(), now);
  begin_exchange(*std::move(message), *size, now);
}

// What the server in front of us adds stands last; what stands before it was sent by the client and proves nothing.
void Connection::believe_forwarder(Request& request) {
  request.secure = true;
  for (const HeaderField& field : request.headers) {
    if (!same_token(field.name, "X-Forwarded-For")) continue;
    const std::size_t comma = field.value.rfind(',');
    std::string_view last = comma == std::string_view::npos ? field.value : field.value.substr(comma + 1);
    while (!last.empty() && last.front() == ' ') last.remove_prefix(1);
    if (last.empty()) continue;
    request.source = last;
    request.peer = Peer::network;
  }
}

void Connection::begin_exchange(Message message, std::size_t head_size, Now now) {
  exchange_.head_size = head_size;
  exchange_.keep_alive = message.keep_alive;
  exchange_.complete_at = now.instant;
  Request& request = exchange_.message.emplace(std::move(message)).request;
  request.peer = client_.peer;
  request.source = client_.source;
  request.secure = client_.secure;
  if (service_.tls_in_front && client_.peer == Peer::loopback) believe_forwarder(request);
  exchange_.match = service_.router.match(request);
  if (exchange_.message->framing.kind == Framing::Kind::none) return call_handler(now);
  begin_body(now);
}

void Connection::begin_body(Now now) {
  const Route* route = exchange_.match.route;
  if (!route) {
    // Nobody wants this body, so it is not waited for.
    exchange_.keep_alive = false;
    return call_handler(now);
  }
  BodyReader& body = exchange_.body.emplace(exchange_.message->framing, route->body_limit);
  if (const auto refusal = body.refused_at_once()) return refuse(*refusal, now);
  const auto used = body.take(input_.bytes().substr(exchange_.head_size));
  if (!used) return refuse(used.error(), now);
  exchange_.head_size += *used;
  phase_began_ = now.instant;
  if (exchange_.message->expects_continue && *used == 0) {
    phase_ = Phase::interim_reply;
    want_ = Want::write;
    deadline_ = transfer_deadline(0, now);
    return;
  }
  read_body(now);
}

void Connection::read_body(Now now) {
  if (!take_body_memory()) return refuse(no_memory(), now);
  if (exchange_.body->complete()) return finish_body(now);
  phase_ = Phase::body;
  want_ = Want::read;
  deadline_ = transfer_deadline(exchange_.body->received_bytes(), now);
}

bool Connection::take_body_memory() {
  const std::size_t memory = exchange_.body->memory();
  if (memory <= exchange_.body_memory) return true;
  if (!service_.body_memory.take(memory - exchange_.body_memory)) return false;
  exchange_.body_memory = memory;
  return true;
}

void Connection::finish_body(Now now) {
  exchange_.complete_at = now.instant;
  exchange_.message->request.body = exchange_.body->take_body();
  call_handler(now);
}

Instant Connection::transfer_deadline(std::size_t bytes, Now now) const {
  const auto earned = std::chrono::milliseconds(bytes * 1000 / service_.timeouts.least_rate);
  // Bytes that came fast earn time for slow ones, but no standstill.
  return std::min(phase_began_ + service_.timeouts.read + earned, now.instant + service_.timeouts.read);
}

// --- the handler

void Connection::call_handler(Now now) {
  if (stopping_) exchange_.keep_alive = false;
  phase_ = Phase::handler;
  deadline_ = never;
  const Route* route = exchange_.match.route;
  if (route && (route->heavy || route->waits)) {
    want_ = Want::work;
    return;
  }
  reply_with(run_handler(), now);
}

void Connection::work(Now now) { build_reply(run_handler(), now); }

void Connection::worked(Now now) {
  PRIMA_ASSERT(want_ == Want::work);
  begin_reply(now);
}

Response Connection::run_handler() {
  try {
    return service_.router.answer(exchange_.message->request, exchange_.match);
  } catch (const std::exception& exception) {
    return error_page(500, fail(exception.what()));
  } catch (...) {
    return error_page(500, fail("thrown, but no std::exception"));
  }
}

Words Connection::fail(std::string_view what) {
  exchange_.keep_alive = false;
  const std::string id = failure_id();
  if (service_.log) service_.log->failed({.id = id, .route = route_pattern(), .what = what});
  return {"Sebutkan nomor " + id + " bila Anda melaporkannya.", "Quote the number " + id + " when you report it."};
}

// The error page is code of a page author, too, and may fail; then the plain one answers.
Response Connection::error_page(int status, const Words& detail) {
  try {
    return service_.router.error(request_in_hand(), status, detail);
  } catch (const std::exception& exception) {
    fail(exception.what());
    return plain_error_page(request_in_hand(), status, detail);
  }
}

const Request& Connection::request_in_hand() const {
  static const Request nothing_understood;
  return exchange_.message ? exchange_.message->request : nothing_understood;
}

// --- bytes out

void Connection::refuse(const Refusal& refusal, Now now) {
  exchange_.keep_alive = false;
  if (exchange_.complete_at == Instant{}) exchange_.complete_at = now.instant;
  reply_with(error_page(refusal.status, refusal.why), now);
}

void Connection::reply_with(Response response, Now now) {
  build_reply(std::move(response), now);
  begin_reply(now);
}

void Connection::build_reply(Response response, Now now) {
  try {
    make_reply(std::move(response), now);
  } catch (const std::exception& exception) {
    make_reply(plain_error_page(request_in_hand(), 500, fail(exception.what())), now);
  }
}

void Connection::begin_reply(Now now) {
  phase_ = Phase::reply;
  want_ = Want::write;
  phase_began_ = now.instant;
  deadline_ = transfer_deadline(0, now);
}

void Connection::make_reply(Response response, Now now) {
  const Route* route = exchange_.match.route;
  reply_.make(request_in_hand(), std::move(response),
              {.unix_seconds = now.unix_seconds,
               .cacheable = route && route->cacheable,
               .secure = request_in_hand().secure || client_.secure,
               .keep_alive = exchange_.keep_alive,
               .minor_version = exchange_.message ? exchange_.message->minor_version : 1});
}

std::array<std::string_view, 2> Connection::output() const {
  PRIMA_ASSERT(want_ == Want::write);
  if (phase_ == Phase::interim_reply) return {continue_line.substr(exchange_.sent), {}};
  const std::string_view head = reply_.head();
  if (exchange_.sent >= head.size()) return {std::string_view(), reply_.body().substr(exchange_.sent - head.size())};
  return {head.substr(exchange_.sent), reply_.body()};
}

void Connection::written(std::size_t size, Now now) {
  exchange_.sent += size;
  if (phase_ == Phase::interim_reply) {
    if (exchange_.sent < continue_line.size()) return;
    exchange_.sent = 0;
    return read_body(now);
  }
  if (exchange_.sent == reply_.head().size() + reply_.body().size()) return finish_reply(now);
  deadline_ = transfer_deadline(exchange_.sent, now);
}

void Connection::finish_reply(Now now) {
  report(now);
  const bool goes_on = exchange_.keep_alive && !stopping_;
  end_exchange();
  if (!goes_on) {
    want_ = Want::linger;
    deadline_ = now.instant + service_.timeouts.linger;
    return;
  }
  phase_ = Phase::idle;
  deadline_ = now.instant + service_.timeouts.idle;
  if (input_.empty()) return wait_for_request();
  read_head(now);
}

void Connection::report(Now now) {
  const Method method = exchange_.message ? exchange_.message->request.method : Method::other;
  const std::uint64_t duration_us = microseconds(exchange_.complete_at, now.instant);
  service_.metrics.answered(
      {.route = route_index(), .status = reply_.status(), .bytes = exchange_.sent, .duration_us = duration_us});
  if (!service_.log) return;
  service_.log->answered({.method = method,
                          .route = route_pattern(),
                          .status = reply_.status(),
                          .bytes = exchange_.sent,
                          .duration_us = duration_us});
}

std::string_view Connection::route_pattern() const {
  return exchange_.match.route ? std::string_view(exchange_.match.route->pattern) : "-";
}

std::size_t Connection::route_index() const {
  return exchange_.match.route ? service_.router.index_of(*exchange_.match.route) : Metrics::no_route;
}

void Connection::end_exchange() {
  input_.drop(exchange_.head_size);
  if (exchange_.body) input_.append(exchange_.body->rest());
  service_.body_memory.give_back(exchange_.body_memory);
  exchange_ = Exchange{};
  scan_ = HeadScan(service_.head_limits);
  reply_.release();
}

void Connection::wait_for_request() { want_ = stopping_ ? Want::close : Want::read; }

// --- time

void Connection::expired(Now now) {
  deadline_ = never;
  switch (phase_) {
    case Phase::head:
    case Phase::body:
      return refuse(too_slow(), now);
    case Phase::handler:
      return;
    case Phase::idle:
    case Phase::interim_reply:
    case Phase::reply:
      want_ = Want::close;
      return;
  }
}

void Connection::stop(bool bytes_wait) {
  stopping_ = true;
  if (phase_ == Phase::idle && want_ == Want::read && !bytes_wait) want_ = Want::close;
}

}  // namespace prima::http
