#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "base/assert.h"
#include "base/text.h"
#include "http/http_test_support.h"

namespace prima::http::test {
namespace {

constexpr int longest_wait_ms = 10'000;

std::size_t length_in(std::string_view head) {
  constexpr std::string_view name = "\r\nContent-Length: ";
  const std::size_t at = head.find(name);
  std::size_t length = 0;
  if (at != std::string_view::npos) std::from_chars(head.data() + at + name.size(), head.data() + head.size(), length);
  return length;
}

// How many answers the bytes begin with that have come to their end; "100 Continue" does not count.
std::size_t whole_answers(std::string_view bytes) {
  std::size_t count = 0;
  for (;;) {
    const std::size_t end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos) return count;
    const std::size_t size = end + 4 + length_in(bytes.substr(0, end));
    if (size > bytes.size()) return count;
    if (!bytes.starts_with("HTTP/1.1 100 ")) ++count;
    bytes.remove_prefix(size);
  }
}

}  // namespace

void RecordingLog::answered(const AccessRecord& record) {
  const std::lock_guard lock(mutex_);
  lines_.push_back({record.method, std::string(record.route), record.status, record.bytes});
}

void RecordingLog::failed(const FailureRecord& record) {
  const std::lock_guard lock(mutex_);
  failures_.push_back(std::string(record.id) + " " + std::string(record.route) + " " + std::string(record.what));
}

std::vector<RecordingLog::Line> RecordingLog::lines() const {
  const std::lock_guard lock(mutex_);
  return lines_;
}

std::vector<std::string> RecordingLog::failures() const {
  const std::lock_guard lock(mutex_);
  return failures_;
}

ServerOptions quick_options() {
  return {.port = 0, .read_timeout_ms = 400, .idle_timeout_ms = 800, .linger_ms = 300, .stop_timeout_ms = 1500};
}

RunningServer::RunningServer(std::vector<Route> routes, const ServerOptions& options)
    : router_(std::move(routes)),
      server_(std::make_unique<Server>(options, router_, metrics_, &log_)),
      thread_([this] { server_->run(); }) {}

RunningServer::~RunningServer() {
  stop();
  wait();
}

void RunningServer::wait() {
  if (thread_.joinable()) thread_.join();
}

Client::Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  PRIMA_ASSERT(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
}

Client::~Client() { ::close(socket_); }

bool Client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t size = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (size <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(size));
  }
  return true;
}

void Client::end() { ::shutdown(socket_, SHUT_WR); }

bool Client::read_more(int wait_ms, std::string& into) {
  pollfd waiting{socket_, POLLIN, 0};
  if (ended_ || ::poll(&waiting, 1, wait_ms) <= 0) return false;
  char bytes[16384];
  const ssize_t size = ::recv(socket_, bytes, sizeof bytes, 0);
  ended_ = size <= 0;
  if (!ended_) into.append(bytes, static_cast<std::size_t>(size));
  return !ended_;
}

std::string Client::read_to_end() {
  std::string bytes;
  while (read_more(longest_wait_ms, bytes)) {
  }
  return bytes;
}

std::string Client::read_answers(std::size_t count) {
  std::string bytes;
  while (whole_answers(bytes) < count && read_more(longest_wait_ms, bytes)) {
  }
  return bytes;
}

std::string Client::read_until(std::string_view wanted) {
  std::string bytes;
  while (bytes.find(wanted) == std::string::npos && read_more(longest_wait_ms, bytes)) {
  }
  return bytes;
}

bool Client::ended_within(int ms) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(ms);
  std::string ignored;
  while (!ended_) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
    if (left <= 0) return false;
    read_more(static_cast<int>(left), ignored);
  }
  return true;
}

std::optional<std::string> Answer::field(std::string_view name) const {
  for (const auto& [field_name, value] : fields) {
    if (lowered(field_name) == lowered(name)) return value;
  }
  return std::nullopt;
}

namespace {

Answer parse_head_of_answer(std::string_view head) {
  Answer answer;
  EXPECT_TRUE(head.starts_with("HTTP/1.1 ")) << head;
  std::from_chars(head.data() + 9, head.data() + std::min<std::size_t>(12, head.size()), answer.status);
  const std::size_t first_line = head.find("\r\n");
  head.remove_prefix(first_line == std::string_view::npos ? head.size() : first_line + 2);
  while (!head.empty()) {
    const std::string_view line = head.substr(0, head.find("\r\n"));
    const std::size_t colon = line.find(": ");
    EXPECT_NE(colon, std::string_view::npos) << line;
    if (colon == std::string_view::npos) break;
    answer.fields.emplace_back(line.substr(0, colon), line.substr(colon + 2));
    head.remove_prefix(std::min(line.size() + 2, head.size()));
  }
  return answer;
}

}  // namespace

std::vector<Answer> parse_answers(std::string_view bytes, bool without_bodies) {
  std::vector<Answer> answers;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find("\r\n\r\n");
    EXPECT_NE(end, std::string_view::npos) << "no head: " << bytes;
    if (end == std::string_view::npos) break;
    Answer answer = parse_head_of_answer(bytes.substr(0, end));
    bytes.remove_prefix(end + 4);
    if (answer.status == 100) continue;  // whether it comes depends on how fast the body does
    const std::string length = answer.value("content-length");
    std::size_t size = 0;
    std::from_chars(length.data(), length.data() + length.size(), size);
    if (without_bodies) size = 0;
    EXPECT_LE(size, bytes.size()) << "the body is shorter than its Content-Length";
    answer.body = bytes.substr(0, size);
    bytes.remove_prefix(std::min(size, bytes.size()));
    answers.push_back(std::move(answer));
  }
  return answers;
}

Answer ask(std::uint16_t port, std::string_view request) {
  Client client(port);
  client.send(request);
  client.end();
  const auto answers = parse_answers(client.read_to_end(), request.starts_with("HEAD "));
  EXPECT_EQ(answers.size(), 1U);
  return answers.empty() ? Answer{} : answers.back();
}

std::string get(std::string_view path, std::string_view more_lines) {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(more_lines) + "\r\n";
}

std::string post(std::string_view path, std::string_view body, std::string_view more_lines) {
  return "POST " + std::string(path) +
         " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
         std::string(more_lines) + "\r\n" + std::string(body);
}

}  // namespace prima::http::test
