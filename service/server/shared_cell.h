// A pointer that many read and one now and then replaces.

#ifndef STANCE_SERVER_SHARED_CELL_H_
#define STANCE_SERVER_SHARED_CELL_H_

#include <atomic>
#include <memory>
#include <thread>
#include <utility>

namespace stance {

// What std::atomic<std::shared_ptr<const T>> is for, and as it is made: a bit
// that is held for the few instructions in which the pointer is copied, never
// while anything waits or is freed. (That of GCC 12 gives the bit back without
// release order after a read: right on x86, a data race by the standard and to
// ThreadSanitizer.) Safe to use from any number of threads.
template <typename T>
class SharedCell {
 public:
  SharedCell() = default;
  explicit SharedCell(std::shared_ptr<const T> value)
      : value_(std::move(value)) {}
  SharedCell(const SharedCell&) = delete;
  SharedCell& operator=(const SharedCell&) = delete;

  std::shared_ptr<const T> Get() const {
    const Hold hold(&held_);
    return value_;
  }

  void Set(std::shared_ptr<const T> value) {
    const Hold hold(&held_);
    value_.swap(value);
  }  // parameters end behind local variables: the old value is freed then

 private:
  class Hold {
   public:
    explicit Hold(std::atomic_flag* held) : held_(*held) {
      while (held_.test_and_set(std::memory_order_acquire)) {
        std::this_thread::yield();
      }
    }
    ~Hold() { held_.clear(std::memory_order_release); }
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;

   private:
    std::atomic_flag& held_;
  };

  mutable std::atomic_flag held_;
  std::shared_ptr<const T> value_;
};

}  // namespace stance

#endif  // STANCE_SERVER_SHARED_CELL_H_
