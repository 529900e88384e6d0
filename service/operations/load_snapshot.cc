#include "service/operations/load_snapshot.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <thread>
#include <utility>

#include "service/engine/examples.h"

namespace stance {
namespace {

// To load the shipped lexicon some 24,000 pages are touched for the first time,
// and to be given them takes as long as to fill them (counted with perf: a
// start takes two thirds of the time with huge pages). So the heap is grown
// beforehand, and that room asked for in huge pages. Where the system grants
// none it is as it was.
class HeapForLoading {
 public:
  HeapForLoading() {
    mallopt(M_TOP_PAD, kRoom);
    mallopt(M_MMAP_THRESHOLD, kApart);
    const uintptr_t begin = EndOfHeap();
    // More than is left of the heap, and not mapped apart from it.
    void* volatile grown = malloc(kApart / 2);  // not to be optimised away
    free(grown);
    const uintptr_t first = (begin + kHugePage - 1) / kHugePage * kHugePage;
    const uintptr_t last = EndOfHeap() / kHugePage * kHugePage;
    if (first < last) {
      madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE);
    }
  }
  ~HeapForLoading() {
    mallopt(M_TOP_PAD, 128 << 10);
    // The parsed files are gone; glibc would keep their memory for ever.
    malloc_trim(0);
  }
  HeapForLoading(const HeapForLoading&) = delete;
  HeapForLoading& operator=(const HeapForLoading&) = delete;

 private:
  static constexpr int kRoom = 64 << 20;
  static constexpr int kApart = 32 << 20;
  static constexpr uintptr_t kHugePage = 2 << 20;

  static uintptr_t EndOfHeap() { return reinterpret_cast<uintptr_t>(sbrk(0)); }
};

}  // namespace

std::shared_ptr<const Snapshot> LoadSnapshot(const std::string& directory,
                                             std::vector<Finding>* findings) {
  const HeapForLoading heap;
  std::shared_ptr<const Lexicon> lexicon = LoadLexicon(directory, findings);
  if (lexicon == nullptr) return nullptr;
  auto snapshot = std::make_shared<const Snapshot>(Snapshot{
      Classifier(std::move(lexicon)), std::chrono::system_clock::now()});
  bool sound = true;
  for (const ExampleFailure& failure :
       RunExamples(snapshot->classifier, std::thread::hardware_concurrency())) {
    findings->push_back(ToFinding(failure));
    sound &= findings->back().severity != Severity::kError;
  }
  return sound ? snapshot : nullptr;
}

}  // namespace stance
