#pragma once

#include <cstddef>
#include <thread>
#include <vector>

namespace prima::assessment {

// Calls work(part) for each part below `parts`, at least 1, each on a thread of its own, the last one on the caller's;
// returns when all are done. `work` must not throw and must be safe to call from several threads at once.
template <typename Work>
void in_parallel(std::size_t parts, const Work& work) {
  std::vector<std::jthread> threads;
  threads.reserve(parts);
  for (std::size_t part = 0; part + 1 < parts; ++part) threads.emplace_back([&work, part] { work(part); });
  work(parts - 1);
}

}  // namespace prima::assessment
