#pragma once

#include <stdexcept>
#include <string>

namespace prima {

// A bug of ours was met. Ends the request or command at its border; it is never raised for bad input.
class Bug : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] inline void fail_assertion(const char* expression, const char* file, int line) {
  throw Bug(std::string("assertion failed: ") + expression + " at " + file + ":" + std::to_string(line));
}

}  // namespace prima

// Checks what must hold whatever the input was; compiled into every build.
#define PRIMA_ASSERT(expression)                                                 \
  do {                                                                           \
    if (!(expression)) ::prima::fail_assertion(#expression, __FILE__, __LINE__); \
  } while (false)

// Marks a place that no correct program reaches, such as the end of a switch over all values of an enum.
#define PRIMA_UNREACHABLE(why) ::prima::fail_assertion(why, __FILE__, __LINE__)
