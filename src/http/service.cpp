#include "http/service.h"

#include <fmt/format.h>

#include <atomic>
#include <random>

namespace prima::http {

bool BodyMemory::take(std::size_t bytes) {
  if (used_.fetch_add(bytes, std::memory_order_relaxed) + bytes <= limit_) return true;
  give_back(bytes);
  return false;
}

std::string failure_id() {
  static const std::uint32_t process = std::random_device{}();
  static std::atomic<std::uint32_t> failures{0};
  return fmt::format("{:08x}-{}", process, failures.fetch_add(1) + 1);
}

}  // namespace prima::http
