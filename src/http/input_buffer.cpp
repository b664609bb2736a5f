#include "http/input_buffer.h"

#include <algorithm>
#include <cstring>

namespace prima::http {
namespace {

constexpr std::size_t first_size = 4096;
constexpr std::size_t least_room = 1024;

}  // namespace

std::span<char> InputBuffer::room() {
  make_room(least_room);
  return {bytes_.data() + end_, bytes_.size() - end_};
}

void InputBuffer::append(std::string_view bytes) {
  if (bytes.empty()) return;
  make_room(bytes.size());
  std::memcpy(bytes_.data() + end_, bytes.data(), bytes.size());
  end_ += bytes.size();
}

void InputBuffer::make_room(std::size_t size) {
  if (begin_ == end_) begin_ = end_ = 0;
  if (bytes_.size() - end_ >= size) return;
  if (begin_ > 0) {
    std::memmove(bytes_.data(), bytes_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (bytes_.size() - end_ < size) bytes_.resize(std::max({first_size, bytes_.size() * 2, end_ + size}));
}

}  // namespace prima::http
