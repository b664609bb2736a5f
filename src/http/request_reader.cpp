#include "http/request_reader.h"

#include <utility>

#include "http/body_reader.h"

namespace prima::http {

Result<std::optional<ReadRequest>, Refusal> read_request(std::string_view bytes, const RequestLimits& limits) {
  const std::size_t skipped = size_of_leading_empty_lines(bytes);
  const auto head_size = HeadScan(limits.head).scan(bytes.substr(skipped));
  if (!head_size) return failure(head_size.error());
  if (*head_size == 0) return std::nullopt;
  const auto head = parse_head(bytes.substr(skipped, *head_size), limits.head.fields);
  if (!head) return failure(head.error());
  auto message = check_request(*head);
  if (!message) return failure(message.error());

  BodyReader body(message->framing, limits.body_bytes);
  if (auto refusal = body.refused_at_once()) return failure(*std::move(refusal));
  const auto used = body.take(bytes.substr(skipped + *head_size));
  if (!used) return failure(used.error());
  if (!body.complete()) return std::nullopt;
  message->request.body = body.take_body();
  return ReadRequest{*std::move(message), skipped + *head_size + *used};
}

}  // namespace prima::http
