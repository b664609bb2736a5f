#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace prima::http {

// Bytes that came and were not used yet, in one piece. Adding may move them; dropping does not.
class InputBuffer {
 public:
  // Room for at least one more byte, to be filled from the front. Moves the bytes: no view may be alive.
  std::span<char> room();
  // So many bytes of the room were filled.
  void filled(std::size_t size) { end_ += size; }
  void append(std::string_view bytes);

  std::string_view bytes() const { return {bytes_.data() + begin_, end_ - begin_}; }
  bool empty() const { return begin_ == end_; }
  // The first bytes were used. Their memory stays as it is until room() or append().
  void drop(std::size_t size) { begin_ += size; }

 private:
  void make_room(std::size_t size);

  std::vector<char> bytes_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace prima::http
