#include "http/metrics.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/assert.h"

namespace prima::http {
namespace {

constexpr std::size_t shard_count = 8;
constexpr std::size_t status_classes = 5;

using Counter = std::atomic<std::uint64_t>;

void add(Counter& counter, std::uint64_t amount) { counter.fetch_add(amount, std::memory_order_relaxed); }
std::uint64_t value_of(const Counter& counter) { return counter.load(std::memory_order_relaxed); }

std::size_t status_class(int status) {
  return static_cast<std::size_t>(std::clamp(status / 100, 1, static_cast<int>(status_classes))) - 1;
}

// A value of a label, as the text format wants it between quotes.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == '"') out += '\\';
    out += c;
  }
  return out;
}

std::string label(std::string_view route, std::string_view method) {
  return fmt::format("route=\"{}\",method=\"{}\"", escaped(route), method);
}

// Microseconds as seconds, without rounding: 2500 -> "0.0025".
std::string seconds(std::uint64_t us) {
  std::string text = fmt::format("{}.{:06}", us / 1'000'000, us % 1'000'000);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

void heading(std::string& out, std::string_view name, std::string_view type, std::string_view help) {
  out += fmt::format("# HELP {0} {1}\n# TYPE {0} {2}\n", name, help, type);
}

}  // namespace

struct Metrics::Row {
  std::array<Counter, status_classes> statuses{};
  std::array<Counter, steps_us.size() + 1> steps{};
  Counter duration_us{0};
  Counter bytes{0};

  Row() = default;
  void operator+=(const Row& other) {
    for (std::size_t i = 0; i < statuses.size(); ++i) add(statuses[i], value_of(other.statuses[i]));
    for (std::size_t i = 0; i < steps.size(); ++i) add(steps[i], value_of(other.steps[i]));
    add(duration_us, value_of(other.duration_us));
    add(bytes, value_of(other.bytes));
  }
};

struct alignas(64) Metrics::Shard {
  explicit Shard(std::size_t size) : rows(std::make_unique<Row[]>(size)) {}
  std::unique_ptr<Row[]> rows;
};

Metrics::Metrics() { set_routes({}); }
Metrics::~Metrics() = default;

void Metrics::set_routes(const std::vector<RouteLabel>& routes) {
  labels_.clear();
  for (const auto& [method, pattern] : routes) labels_.push_back(label(pattern, to_text(method)));
  labels_.push_back(label("-", "-"));
  shards_.clear();
  for (std::size_t i = 0; i < shard_count; ++i) shards_.push_back(std::make_unique<Shard>(labels_.size()));
}

Metrics::Shard& Metrics::own_shard() {
  static std::atomic<std::size_t> threads{0};
  thread_local const std::size_t own = threads.fetch_add(1) % shard_count;
  return *shards_[own];
}

void Metrics::answered(const Answered& answered) {
  Row& row = own_shard().rows[std::min(answered.route, labels_.size() - 1)];
  const auto* const step = std::lower_bound(steps_us.begin(), steps_us.end(), answered.duration_us);
  add(row.statuses[status_class(answered.status)], 1);
  add(row.steps[static_cast<std::size_t>(step - steps_us.begin())], 1);
  add(row.duration_us, answered.duration_us);
  add(row.bytes, answered.bytes);
}

void Metrics::add_up(std::size_t row, Row& sum) const {
  for (const auto& shard : shards_) sum += shard->rows[row];
}

std::string Metrics::text() const {
  std::string requests;
  std::string durations;
  std::string bytes;
  for (std::size_t i = 0; i < labels_.size(); ++i) {
    Row row;
    add_up(i, row);
    const std::string& label = labels_[i];
    for (std::size_t c = 0; c < status_classes; ++c) {
      const std::uint64_t count = value_of(row.statuses[c]);
      if (count > 0)
        requests += fmt::format("prima_http_requests_total{{{},status=\"{}xx\"}} {}\n", label, c + 1, count);
    }
    std::uint64_t count = 0;
    for (const Counter& step : row.steps) count += value_of(step);
    if (count == 0) continue;
    durations += histogram(row, label);
    bytes += fmt::format("prima_http_response_bytes_total{{{}}} {}\n", label, value_of(row.bytes));
  }
  std::string out;
  heading(out, "prima_http_requests_total", "counter", "Answered requests by route and class of status.");
  heading(out += requests, "prima_http_request_duration_seconds", "histogram",
          "From the last byte of a request to the last byte of its answer.");
  heading(out += durations, "prima_http_response_bytes_total", "counter", "Bytes of answers, with their heads.");
  heading(out += bytes, "prima_http_connections_total", "counter", "Accepted connections.");
  const std::uint64_t closed = value_of(closed_);
  const std::uint64_t opened = std::max(value_of(opened_), closed);
  out += fmt::format("prima_http_connections_total {}\n", opened);
  heading(out, "prima_http_connections_open", "gauge", "Connections that are open now.");
  out += fmt::format("prima_http_connections_open {}\n", opened - closed);
  return out;
}

std::string Metrics::histogram(const Row& row, const std::string& label) {
  std::string out;
  std::uint64_t count = 0;
  const auto bucket = [&](std::string_view bound, const Counter& step) {
    count += value_of(step);
    out += fmt::format("prima_http_request_duration_seconds_bucket{{{},le=\"{}\"}} {}\n", label, bound, count);
  };
  for (std::size_t i = 0; i < steps_us.size(); ++i) bucket(seconds(steps_us[i]), row.steps[i]);
  bucket("+Inf", row.steps.back());
  out += fmt::format("prima_http_request_duration_seconds_sum{{{}}} {}\n", label, seconds(value_of(row.duration_us)));
  out += fmt::format("prima_http_request_duration_seconds_count{{{}}} {}\n", label, count);
  return out;
}

}  // namespace prima::http
