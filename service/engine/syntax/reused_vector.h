// A vector for what is made anew for each sentence: to be resized costs next to
// nothing, and leaves elements as they are where their type allows it.

#ifndef STANCE_ENGINE_SYNTAX_REUSED_VECTOR_H_
#define STANCE_ENGINE_SYNTAX_REUSED_VECTOR_H_

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <vector>

#include "service/engine/text/default_init_allocator.h"

namespace stance {

// `kMargin` elements before the first and as many behind the last are blank
// (T{}) and may be read: code that looks at what stands around an element then
// meets no end.
template <typename T, size_t kMargin = 0>
class ReusedVector {
 public:
  // Room for as many elements, to be written from data() on. How many there
  // are is told to resize() then.
  void MakeRoom(size_t size) {
    if (size + 2 * kMargin <= room_.size()) return;
    room_.resize(size + 2 * kMargin);
    std::fill_n(room_.begin(), kMargin, T{});
  }
  void resize(size_t size) {
    MakeRoom(size);
    std::fill_n(room_.begin() + static_cast<ptrdiff_t>(kMargin + size), kMargin,
                T{});
    size_ = size;
  }

  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T* data() { return room_.data() + kMargin; }
  const T* data() const { return room_.data() + kMargin; }
  const T& front() const { return (*this)[0]; }
  const T& back() const { return (*this)[size_ - 1]; }
  T* begin() { return data(); }
  const T* begin() const { return data(); }
  T* end() { return data() + size_; }
  const T* end() const { return data() + size_; }
  // i from -kMargin, which wraps around, to size() + kMargin - 1.
  T& operator[](size_t i) {
    assert(i + kMargin < size_ + 2 * kMargin);
    return room_[i + kMargin];
  }
  const T& operator[](size_t i) const {
    assert(i + kMargin < size_ + 2 * kMargin);
    return room_[i + kMargin];
  }

 private:
  // As many elements as ever were needed at once, and the margins; `size_` of
  // them are in use.
  std::vector<T, DefaultInitAllocator<T>> room_;
  size_t size_ = 0;
};

}  // namespace stance

#endif  // STANCE_ENGINE_SYNTAX_REUSED_VECTOR_H_
