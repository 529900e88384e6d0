// Room on the heap for a lexicon that is about to be loaded.

#ifndef STANCE_MACHINE_HEAP_FOR_LOADING_H_
#define STANCE_MACHINE_HEAP_FOR_LOADING_H_

#include <cstddef>
#include <cstdint>

namespace stance {

// While it lives, the heap is kept larger than is needed, and that room is
// asked for in huge pages; at its end what is free goes back to the system.
//
// To load the shipped lexicon some 24,000 pages of 4 KiB are touched for the
// first time, and to be given a page takes longer than to fill it: with huge
// pages there are 5,900 faults, and a start takes 260 ms instead of some 450
// (perf stat, 2 cores); with 100,000 names it takes 1.2 s instead of 1.8. Where
// the system grants none (transparent huge pages "never"), all is as it was.
//
// Settings of glibc's malloc are those of the process: one at a time.
class HeapForLoading {
 public:
  HeapForLoading();
  ~HeapForLoading();
  HeapForLoading(const HeapForLoading&) = delete;
  HeapForLoading& operator=(const HeapForLoading&) = delete;

  // What is freed from now on goes back to the system.
  void StopGrowing();

 private:
  void Advise(int advice) const;

  uintptr_t first_ = 0;  // of the room, whole huge pages
  size_t size_ = 0;      // bytes; 0 where there is none
};

}  // namespace stance

#endif  // STANCE_MACHINE_HEAP_FOR_LOADING_H_
