#pragma once

#include <tl/expected.hpp>
#include <type_traits>
#include <utility>

namespace prima {

// What an operation with an expected failure returns: a value, or that operation's own error. A broken environment is
// an exception; a bug of ours is PRIMA_ASSERT.
template <typename T, typename E>
using Result = tl::expected<T, E>;

template <typename E>
using Failure = tl::unexpected<E>;

// Wraps an error so that it converts to any Result with that error type: `return failure(Problem{...});`
template <typename E>
Failure<std::decay_t<E>> failure(E&& error) {
  return Failure<std::decay_t<E>>(std::forward<E>(error));
}

}  // namespace prima
