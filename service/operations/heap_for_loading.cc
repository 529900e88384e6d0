#include "service/operations/heap_for_loading.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace stance {
namespace {

constexpr int kRoom = 64 << 20;           // bytes that a load may take at once
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
  const uintptr_t first = (begin + kHugePage - 1) / kHugePage * kHugePage;
  const uintptr_t last = EndOfHeap() / kHugePage * kHugePage;
  if (first < last) {
    madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE);
  }
}

HeapForLoading::~HeapForLoading() {
  mallopt(M_TOP_PAD, kDefaultTopPad);
  mallopt(M_MMAP_THRESHOLD, kDefaultLargestOnHeap);
  malloc_trim(0);
}

}  // namespace stance
