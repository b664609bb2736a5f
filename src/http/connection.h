#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "http/body_reader.h"
#include "http/head_scan.h"
#include "http/input_buffer.h"
#include "http/reply.h"
#include "http/request_rules.h"
#include "http/router.h"
#include "http/service.h"

namespace prima::http {

// One connection as HTTP sees it: bytes in, bytes out, and when its patience ends. Knows no socket, so a test can drive
// it; the server drives it by what want() says. One thread at a time.
class Connection {
 public:
  struct Client {
    Peer peer = Peer::loopback;
    std::string source = {};  // see Request
    bool secure = false;
  };
  Connection(Service& service, Client client, Now now);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  enum class Want : std::uint8_t {
    read,    // fill room(), then say received() or ended()
    write,   // send output(), then say written()
    work,    // call work() on any thread, then worked() on the own one
    linger,  // everything was sent: tell the peer so, then throw away what it still sends until deadline()
    close,   // at once
  };
  Want want() const { return want_; }

  std::span<char> room();
  void received(std::size_t size, Now now);
  void ended(Now now);  // the peer sends no more

  // What is still to be sent, in order; a piece may be empty.
  std::array<std::string_view, 2> output() const;
  void written(std::size_t size, Now now);

  void work(Now now);
  // Of Want::work: whether it waits for something rather than computes.
  bool work_waits() const { return exchange_.match.route && exchange_.match.route->waits; }
  void worked(Now now);

  // When expired() is due; far in the future when never.
  Instant deadline() const { return deadline_; }
  void expired(Now now);

  // The server stops. What has begun is finished; a connection without a request wants to close, unless the caller
  // knows that bytes wait to be read.
  void stop(bool bytes_wait);

 private:
  enum class Phase : std::uint8_t { idle, head, body, handler, interim_reply, reply };

  // All that belongs to one request and its answer.
  struct Exchange {
    std::size_t head_size = 0;       // the views of the message point into the front of input_
    std::optional<Message> message;  // when the head was understood
    Router::Match match = {};        // then this, too
    std::optional<BodyReader> body;
    std::size_t body_memory = 0;  // taken from the service
    bool keep_alive = false;      // another request may follow
    Instant complete_at = {};     // when its last byte came
    std::size_t sent = 0;         // bytes of the answer
  };

  void read_head(Now now);
  void begin_exchange(Message message, std::size_t head_size, Now now);
  static void believe_forwarder(Request& request);
  void begin_body(Now now);
  void read_body(Now now);
  void finish_body(Now now);
  bool take_body_memory();
  void call_handler(Now now);
  Response run_handler();
  Words fail(std::string_view what);
  Response error_page(int status, const Words& detail);
  const Request& request_in_hand() const;
  std::string_view route_pattern() const;
  std::size_t route_index() const;
  void refuse(const Refusal& refusal, Now now);
  void reply_with(Response response, Now now);
  void build_reply(Response response, Now now);
  void make_reply(Response response, Now now);
  void begin_reply(Now now);
  void finish_reply(Now now);
  void report(Now now);
  void end_exchange();
  void wait_for_request();

  // When a transfer that began at phase_began_, and has just brought it to so many bytes, will have become too slow.
  Instant transfer_deadline(std::size_t bytes, Now now) const;

  Service& service_;
  const Client client_;
  Want want_ = Want::read;
  Phase phase_ = Phase::idle;
  Instant phase_began_;
  Instant deadline_;
  bool stopping_ = false;

  InputBuffer input_;
  HeadScan scan_;
  Exchange exchange_;
  Reply reply_;
};

}  // namespace prima::http
