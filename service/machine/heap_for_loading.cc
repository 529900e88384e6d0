#include "service/machine/heap_for_loading.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace stance {
namespace {

// Of addresses: what is not touched takes no memory. 100,000 names take most.
constexpr int kRoom = 320 << 20;
constexpr int kLargestOnHeap = 32 << 20;  // larger blocks are mapped apart
constexpr uintptr_t kHugePage = 2 << 20;

// glibc's own, see mallopt(3).
constexpr int kDefaultTopPad = 128 << 10;
constexpr int kDefaultLargestOnHeap = 128 << 10;

uintptr_t EndOfHeap() { return reinterpret_cast<uintptr_t>(sbrk(0)); }

}  // namespace

HeapForLoading::HeapForLoading() {
  mallopt(M_TOP_PAD, kRoom);
  mallopt(M_MMAP_THRESHOLD, kLargestOnHeap);
  const uintptr_t begin = EndOfHeap();
  // More than is left of the heap, so that it grows.
  void* volatile block = malloc(kLargestOnHeap / 2);  // kept by the compiler
  free(block);
  first_ = (begin + kHugePage - 1) / kHugePage * kHugePage;
  const uintptr_t last = EndOfHeap() / kHugePage * kHugePage;
  if (first_ < last) size_ = last - first_;
  Advise(MADV_HUGEPAGE);
}

HeapForLoading::~HeapForLoading() {
  StopGrowing();
  malloc_trim(0);
  // Else the system, which looks for room to join to huge pages every 10 s,
  // would fill what has just been given back: 35 MB within a minute.
  Advise(MADV_NOHUGEPAGE);
}

void HeapForLoading::StopGrowing() {
  mallopt(M_TOP_PAD, kDefaultTopPad);
  mallopt(M_MMAP_THRESHOLD, kDefaultLargestOnHeap);
}

void HeapForLoading::Advise(int advice) const {
  if (size_ > 0) madvise(reinterpret_cast<void*>(first_), size_, advice);
}

}  // namespace stance
