#include "service/operations/load_snapshot.h"

#include <chrono>
#include <thread>
#include <utility>

#include "service/engine/examples.h"
#include "service/operations/heap_for_loading.h"

namespace stance {

std::shared_ptr<const Snapshot> LoadSnapshot(const std::string& directory,
                                             std::vector<Finding>* findings) {
  const HeapForLoading heap;  // what was parsed goes back with it
  std::vector<Example> examples;
  std::shared_ptr<const Lexicon> lexicon =
      LoadLexicon(directory, findings, &examples);
  if (lexicon == nullptr) return nullptr;
  auto snapshot = std::make_shared<const Snapshot>(
      Snapshot{Classifier(std::move(lexicon)), std::chrono::system_clock::now(),
               examples.size()});
  bool sound = true;
  for (const ExampleFailure& failure :
       RunExamples(snapshot->classifier, examples,
                   std::thread::hardware_concurrency())) {
    findings->push_back(ToFinding(failure));
    sound &= findings->back().severity != Severity::kError;
  }
  return sound ? snapshot : nullptr;
}

}  // namespace stance
