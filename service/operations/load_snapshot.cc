#include "service/operations/load_snapshot.h"

#include <chrono>
#include <optional>
#include <utility>

#include "service/lexicon_files/prove.h"
#include "service/machine/processors.h"

namespace stance {

std::shared_ptr<const Snapshot> LoadSnapshot(
    const std::vector<std::string>& directories, unsigned threads,
    std::vector<Finding>* findings, std::shared_ptr<const void>* parsed) {
  if (threads == 0) threads = static_cast<unsigned>(AvailableProcessors());
  std::optional<ProvenLexicon> proven =
      LoadProvenLexicon(directories, threads, findings);
  if (!proven) return nullptr;
  if (parsed != nullptr) *parsed = std::move(proven->parsed);
  return std::make_shared<const Snapshot>(Snapshot{
      Classifier(std::move(proven->lexicon)), std::chrono::system_clock::now(),
      proven->examples, std::move(proven->catalogue)});
}

}  // namespace stance
