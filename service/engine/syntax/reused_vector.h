// A vector for what is made anew for each sentence: to be resized costs next to
// nothing, and leaves elements as they are where their type allows it.

#ifndef STANCE_ENGINE_SYNTAX_REUSED_VECTOR_H_
#define STANCE_ENGINE_SYNTAX_REUSED_VECTOR_H_

#include <cassert>
#include <cstddef>
#include <vector>

#include "service/engine/text/default_init_allocator.h"

namespace stance {

template <typename T>
class ReusedVector {
 public:
  void resize(size_t size) {
    if (size > room_.size()) room_.resize(size);
    size_ = size;
  }

  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T* data() { return room_.data(); }
  const T* data() const { return room_.data(); }
  T* begin() { return data(); }
  const T* begin() const { return data(); }
  T* end() { return data() + size_; }
  const T* end() const { return data() + size_; }
  T& operator[](size_t i) {
    assert(i < size_);
    return data()[i];
  }
  const T& operator[](size_t i) const {
    assert(i < size_);
    return data()[i];
  }

 private:
  // As many elements as ever were needed at once; the first `size_` are in use.
  std::vector<T, DefaultInitAllocator<T>> room_;
  size_t size_ = 0;
};

}  // namespace stance

#endif  // STANCE_ENGINE_SYNTAX_REUSED_VECTOR_H_
