// An allocator that leaves new elements of a vector as they are where their
// type allows it: for vectors that are resized first and filled then.

#ifndef STANCE_ENGINE_TEXT_DEFAULT_INIT_ALLOCATOR_H_
#define STANCE_ENGINE_TEXT_DEFAULT_INIT_ALLOCATOR_H_

#include <memory>
#include <utility>

namespace stance {

template <typename T>
struct DefaultInitAllocator : std::allocator<T> {
  template <typename U>
  struct rebind {
    using other = DefaultInitAllocator<U>;
  };

  template <typename U>
  void construct(U* p) {
    ::new (static_cast<void*>(p)) U;
  }
  template <typename U, typename... Args>
  void construct(U* p, Args&&... args) {
    ::new (static_cast<void*>(p)) U(std::forward<Args>(args)...);
  }
};

}  // namespace stance

#endif  // STANCE_ENGINE_TEXT_DEFAULT_INIT_ALLOCATOR_H_
