// Any bytes as what a client sends: a request, a form, an address. Each reader must end, keep the promises of its
// header, and mean the same however the bytes are cut.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/assert.h"
#include "base/text.h"
#include "http/conditions.h"
#include "http/connection.h"
#include "http/content_coding.h"
#include "http/form.h"
#include "http/media_type.h"
#include "http/percent.h"
#include "http/request_reader.h"
#include "http/target.h"

namespace {

using namespace prima;
using namespace prima::http;

constexpr RequestLimits limits{.head = {.head_bytes = 4096, .target_bytes = 1024, .fields = 50}, .body_bytes = 2000};

bool is_text(std::string_view text) { return !first_invalid_utf8(text) && text.find('\0') == std::string_view::npos; }

void check_words(const Words& words) { PRIMA_ASSERT(!words.id.empty() && !words.en.empty()); }

void check_path(std::string_view path) {
  PRIMA_ASSERT(path == "*" || path.starts_with('/'));
  PRIMA_ASSERT(is_text(path) && path.find('\\') == std::string_view::npos);
  const std::string closed = std::string(path) + "/";
  PRIMA_ASSERT(closed.find("/../") == std::string::npos && closed.find("/./") == std::string::npos);
}

void check_parameters(const std::vector<Parameter>& parameters) {
  PRIMA_ASSERT(parameters.size() <= max_parameters);
  for (const Parameter& parameter : parameters) PRIMA_ASSERT(is_text(parameter.name) && is_text(parameter.value));
}

void check_message(const Message& message) {
  const Request& request = message.request;
  check_path(request.path);
  check_parameters(request.parameters);
  PRIMA_ASSERT(message.minor_version == 0 || !request.host.empty());
  PRIMA_ASSERT(request.host.empty() || is_host(request.host));
  PRIMA_ASSERT(request.body.size() <= limits.body_bytes && request.headers.size() <= limits.head.fields);
  for (const HeaderField& field : request.headers) {
    PRIMA_ASSERT(!field.name.empty() && field.name.find_first_of(" \t\r\n:") == std::string_view::npos);
    PRIMA_ASSERT(field.value.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos);
  }
  PRIMA_ASSERT(!request.header("transfer-encoding") || !request.header("content-length"));
}

void check_request(std::string_view bytes) {
  const auto read = read_request(bytes, limits);
  if (!read) {
    check_words(read.error().why);
    PRIMA_ASSERT(read.error().status >= 400 && read.error().status <= 505);
    return;
  }
  if (!*read) return;
  check_message((*read)->message);
  PRIMA_ASSERT((*read)->size <= bytes.size());
  // What follows changes nothing, and what was used is enough.
  const auto exact = read_request(bytes.substr(0, (*read)->size), limits);
  PRIMA_ASSERT(exact && *exact && (*exact)->size == (*read)->size);
  PRIMA_ASSERT((*exact)->message.request.body == (*read)->message.request.body);
}

void check_form(const Form& form) {
  for (const Parameter& field : form.fields) PRIMA_ASSERT(is_text(field.name) && is_text(field.value));
  for (const UploadedFile& file : form.files) {
    PRIMA_ASSERT(is_text(file.name) && file.name.find_first_of("/\\\r\n") == std::string::npos &&
                 file.name.size() <= 200);
    PRIMA_ASSERT(is_text(file.field) && !file.field.empty());
  }
}

void check_forms(std::string_view bytes) {
  for (const auto& form : {read_urlencoded(bytes), read_multipart(bytes, "b"), read_multipart(bytes, "batas")}) {
    if (form) {
      check_form(*form);
    } else {
      PRIMA_ASSERT(form.error().size() == 1);
      check_words(form.error()[0].message);
    }
  }
}

void check_address(std::string_view bytes) {
  for (const Method method : {Method::get, Method::options}) {
    const auto target = read_target(bytes, method);
    if (!target) {
      check_words(target.error().why);
      continue;
    }
    check_path(target->path);
    check_parameters(target->parameters);
  }
  const auto decoded = percent_decoded(bytes, Plus::is_plus);
  if (decoded) PRIMA_ASSERT(percent_decoded(percent_encoded(*decoded), Plus::is_plus) == *decoded);
}

void check_fields(std::string_view bytes) {
  preferred_coding(bytes);
  matches_tag(bytes, "\"a\"", Comparison::weak);
  read_parameterised(bytes);
  const RangeAnswer range = read_range(bytes, 1000);
  PRIMA_ASSERT(range.part.first + range.part.size <= 1000);
  PRIMA_ASSERT((range.kind == RangeAnswer::Kind::part) == (range.part.size > 0));
}

// --- a whole connection

// Nothing a client sends may make a handler fail, or us.
class StrictLog : public AccessLog {
 public:
  void answered(const AccessRecord& record) override { PRIMA_ASSERT(record.status != 500); }
  void failed(const FailureRecord&) override { std::abort(); }
};

Router make_router() {
  return Router({{.pattern = "/", .handler = [](const Request&) { return html("halo"); }, .cacheable = true},
                 {.pattern = "/a/{b}", .handler = [](const Request& r) { return text(std::string(r.capture("b"))); }},
                 {.method = Method::post,
                  .pattern = "/",
                  .handler = [](const Request& r) { return text(std::to_string(read_form(r).has_value()) + r.body); },
                  .body_limit = limits.body_bytes}});
}

// All that a connection sends for these bytes, when they come in pieces of one size.
std::string converse(std::string_view bytes, std::size_t piece) {
  static const Router router = make_router();
  static Metrics metrics;
  static StrictLog log;
  static Service service{.router = router,
                         .metrics = metrics,
                         .log = &log,
                         .head_limits = limits.head,
                         .timeouts = {},
                         .body_memory = BodyMemory(1'000'000)};
  const Now now{Instant{} + std::chrono::hours(1), 0};
  Connection connection(service, {}, now);
  std::string sent;
  for (;;) {
    switch (connection.want()) {
      case Connection::Want::read: {
        if (bytes.empty()) return sent;
        const auto room = connection.room();
        const std::size_t size = std::min({room.size(), piece, bytes.size()});
        std::copy_n(bytes.begin(), size, room.begin());
        bytes.remove_prefix(size);
        connection.received(size, now);
        break;
      }
      case Connection::Want::write: {
        const auto output = connection.output();
        sent.append(output[0]).append(output[1]);
        connection.written(output[0].size() + output[1].size(), now);
        break;
      }
      case Connection::Want::work:
      case Connection::Want::close:
      case Connection::Want::linger:
        return sent;
    }
  }
}

void check_conversation(std::string_view bytes, std::size_t piece) {
  const std::string whole = converse(bytes, bytes.size());
  const std::string cut = converse(bytes, piece);
  // "100 Continue" is left out when the body came along with the head.
  if (whole.find("100 Continue") == std::string::npos && cut.find("100 Continue") == std::string::npos) {
    PRIMA_ASSERT(whole == cut);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  // The first byte says what the others are, and how they are cut.
  switch (data[0] % 4) {
    case 0:
      check_request(bytes);
      break;
    case 1:
      check_forms(bytes);
      break;
    case 2:
      check_address(bytes);
      check_fields(bytes);
      break;
    default:
      check_conversation(bytes, 1 + data[0] / 4U);
      break;
  }
  return 0;
}
