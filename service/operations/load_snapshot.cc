#include "service/operations/load_snapshot.h"

#include <malloc.h>

#include <chrono>
#include <thread>
#include <utility>

#include "service/engine/examples.h"

namespace stance {

std::shared_ptr<const Snapshot> LoadSnapshot(const std::string& directory,
                                             std::vector<Finding>* findings) {
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
  // The parsed files are gone; glibc would keep their memory for ever.
  malloc_trim(0);
  return sound ? snapshot : nullptr;
}

}  // namespace stance
