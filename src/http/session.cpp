#include "http/session.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/thread_pool.hpp>
#include <ctime>
#include <type_traits>
#include <utility>

namespace prima::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

bool is_end(const error_code& ec) { return ec == asio::error::eof || ec == asio::ssl::error::stream_truncated; }

std::array<asio::const_buffer, 2> buffers_of(const std::array<std::string_view, 2>& pieces) {
  return {asio::buffer(pieces[0]), asio::buffer(pieces[1])};
}

// An IPv4 address that came over IPv6 ("::ffff:192.0.2.7") is written as IPv4.
std::string source_of(const tcp::socket& socket) {
  boost::system::error_code ec;
  const tcp::endpoint remote = socket.remote_endpoint(ec);
  if (ec) return {};
  const auto address = remote.address();
  if (address.is_v6() && address.to_v6().is_v4_mapped())
    return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
  return address.to_string();
}

Peer peer_of(const tcp::socket& socket) {
  error_code ec;
  const auto address = socket.remote_endpoint(ec).address();
  if (ec) return Peer::network;
  const bool mapped = address.is_v6() && address.to_v6().is_v4_mapped();
  const bool loopback =
      mapped ? asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).is_loopback() : address.is_loopback();
  return loopback ? Peer::loopback : Peer::network;
}

// What both kinds of stream have in common. `Stream` is a tcp::socket, or a TLS stream over one.
template <typename Stream>
class StreamSession : public Session {
 public:
  template <typename... More>
  StreamSession(SessionHost& host, tcp::socket socket, More&... more)
      : Session(host, {.peer = peer_of(socket), .source = source_of(socket), .secure = sizeof...(More) > 0}),
        stream_(std::move(socket), more...) {
    error_code ignored;
    lowest().set_option(tcp::no_delay(true), ignored);
    lowest().non_blocking(true, ignored);
  }

 protected:
  tcp::socket& lowest() {
    if constexpr (std::is_same_v<Stream, tcp::socket>) {
      return stream_;
    } else {
      return stream_.next_layer();
    }
  }
  std::shared_ptr<StreamSession> self() { return std::static_pointer_cast<StreamSession>(shared_from_this()); }

  void read() override {
    const std::span<char> room = connection_.room();
    stream_.async_read_some(asio::buffer(room.data(), room.size()),
                            [self = self()](const error_code& ec, std::size_t size) { self->received(ec, size); });
  }
  bool bytes_wait() override {
    error_code ec;
    return lowest().available(ec) > 0 && !ec;
  }
  void cancel() override {
    error_code ignored;
    lowest().cancel(ignored);
  }
  void close_socket() override {
    error_code ignored;
    lowest().close(ignored);
  }

  void received(const error_code& ec, std::size_t size) {
    if (closed_) return;
    if (ec && !is_end(ec) && ec != asio::error::operation_aborted) return close();
    go_on([&] {
      // When its patience ended while bytes came, the connection wants something else by now.
      if (connection_.want() != Connection::Want::read || ec == asio::error::operation_aborted) return;
      ec ? connection_.ended(read_clocks()) : connection_.received(size, read_clocks());
    });
  }

  void end_and_linger() {
    error_code ignored;
    lowest().shutdown(tcp::socket::shutdown_send, ignored);
    linger();
  }
  // Closing with bytes unread would make the system throw away what the peer has not read yet.
  void linger() {
    lowest().async_read_some(asio::buffer(host_.thrown_away), [self = self()](const error_code& ec, std::size_t) {
      if (self->closed_) return;
      ec ? self->close() : self->linger();
    });
  }

  Stream stream_;
};

class PlainSession : public StreamSession<tcp::socket> {
 public:
  using StreamSession::StreamSession;
  void start() override {
    go_on([] {});
  }

 private:
  // At once and in one call, when the system takes it; almost always it does.
  bool write() override {
    error_code ec;
    const std::size_t size = stream_.write_some(buffers_of(connection_.output()), ec);
    if (ec == asio::error::would_block || ec == asio::error::try_again) {
      wait_until_writable();
      return false;
    }
    if (ec) {
      close();
      return false;
    }
    connection_.written(size, read_clocks());
    return true;
  }
  void wait_until_writable() {
    stream_.async_wait(tcp::socket::wait_write, [self = self()](const error_code&) {
      if (!self->closed_) self->go_on([] {});
    });
  }
  void say_end() override { end_and_linger(); }
  std::shared_ptr<PlainSession> self() { return std::static_pointer_cast<PlainSession>(shared_from_this()); }
};

class TlsSession : public StreamSession<asio::ssl::stream<tcp::socket>> {
 public:
  using StreamSession::StreamSession;

  void start() override {
    stream_.async_handshake(asio::ssl::stream_base::server, [self = self()](const error_code& ec) {
      if (self->closed_) return;
      ec ? self->close() : self->go_on([] {});
    });
  }

 private:
  bool write() override {
    stream_.async_write_some(buffers_of(connection_.output()), [self = self()](const error_code& ec, std::size_t size) {
      if (self->closed_) return;
      if (ec) return self->close();
      self->go_on([&] { self->connection_.written(size, read_clocks()); });
    });
    return false;
  }
  void say_end() override {
    stream_.async_shutdown([self = self()](const error_code&) {
      if (!self->closed_) self->end_and_linger();
    });
  }
  bool bytes_wait() override { return StreamSession::bytes_wait() || SSL_pending(stream_.native_handle()) > 0; }
  std::shared_ptr<TlsSession> self() { return std::static_pointer_cast<TlsSession>(shared_from_this()); }
};

}  // namespace

Now read_clocks() { return {std::chrono::steady_clock::now(), static_cast<std::int64_t>(std::time(nullptr))}; }

Session::Session(SessionHost& host, Connection::Client client)
    : host_(host), connection_(host.service, client, read_clocks()) {}

template <typename Action>
void Session::go_on(Action action) {
  try {
    action();
    proceed();
  } catch (const std::exception& exception) {
    if (host_.service.log) host_.service.log->failed({.id = failure_id(), .route = "-", .what = exception.what()});
    close();
  }
}

void Session::proceed() {
  while (!closed_) {
    switch (connection_.want()) {
      case Connection::Want::read:
        return read();
      case Connection::Want::write:
        if (!write()) return;
        break;
      case Connection::Want::work:
        return work();
      case Connection::Want::linger:
        return say_end();
      case Connection::Want::close:
        return close();
    }
  }
}

void Session::work() {
  asio::post(connection_.work_waits() ? host_.waiting : host_.heavy, [self = shared_from_this()] {
    self->connection_.work(read_clocks());
    asio::post(self->host_.context, [self] {
      if (!self->closed_) self->go_on([&] { self->connection_.worked(read_clocks()); });
    });
  });
}

void Session::expire_if_due(Now now) {
  if (closed_ || now.instant < connection_.deadline()) return;
  connection_.expired(now);
  // What is under way ends with an error, and then the session goes on with what the connection wants now.
  connection_.want() == Connection::Want::close ? close() : cancel();
}

void Session::stop() {
  if (closed_) return;
  connection_.stop(bytes_wait());
  if (connection_.want() == Connection::Want::close) close();
}

void Session::close() {
  if (std::exchange(closed_, true)) return;
  close_socket();
  host_.ended(*this);
}

std::shared_ptr<Session> make_session(SessionHost& host, int descriptor, bool is_ipv6, asio::ssl::context* tls) {
  tcp::socket socket(host.context, is_ipv6 ? tcp::v6() : tcp::v4(), descriptor);
  if (tls) return std::make_shared<TlsSession>(host, std::move(socket), *tls);
  return std::make_shared<PlainSession>(host, std::move(socket));
}

}  // namespace prima::http
