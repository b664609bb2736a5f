#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>

#include "http/connection.h"
#include "http/service.h"

// How bytes move between sockets and Connections; session.cpp and server.cpp are the two files that include Asio.
namespace boost::asio {
class io_context;
class thread_pool;
namespace ssl {
class context;
}
}  // namespace boost::asio

namespace prima::http {

Now read_clocks();

class Session;

// What the sessions of one thread share, and whom they tell that they have ended.
struct SessionHost {
  Service& service;
  boost::asio::io_context& context;     // of the thread; every function of a session is called in it
  boost::asio::thread_pool& heavy;      // for heavy handlers
  boost::asio::thread_pool& waiting;    // for handlers that wait
  std::function<void(Session&)> ended;  // called once by each session, by way of close()

  std::array<char, 16 * 1024> thrown_away = {};  // where bytes go that nobody reads
};

// One client: moves bytes between its socket and its Connection, as long as the connection wants to.
class Session : public std::enable_shared_from_this<Session> {
 public:
  virtual ~Session() = default;
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  virtual void start() = 0;
  void expire_if_due(Now now);
  void stop();   // lets a request that has begun come to its end
  void close();  // at once

 protected:
  Session(SessionHost& host, Connection::Client client);

  // The first returns whether something was written and it goes on at once; the others go on later.
  virtual bool write() = 0;
  virtual void read() = 0;
  virtual void say_end() = 0;  // tells the peer that no more will come, and reads on until it has nothing to say either
  virtual bool bytes_wait() = 0;
  virtual void cancel() = 0;  // ends the operation that is under way
  virtual void close_socket() = 0;

  // Does something to the connection, then what the connection wants. What is thrown ends this connection only.
  template <typename Action>
  void go_on(Action action);
  void proceed();

  SessionHost& host_;
  Connection connection_;
  bool closed_ = false;

 private:
  void work();
};

// Takes an accepted socket, as a file descriptor. `tls` may be nullptr: no TLS.
std::shared_ptr<Session> make_session(SessionHost& host, int descriptor, bool is_ipv6, boost::asio::ssl::context* tls);

}  // namespace prima::http
