#include "client/lexicon/petrarch/prove.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "service/engine/classifier.h"
#include "service/engine/examples.h"
#include "service/engine/lexicon/concat.h"

namespace stance::client::petrarch {
namespace {

namespace pb = lexicon::v1;

// Entries are taken out at most so often; what is left out of one round may
// be what another entry named.
constexpr int kMostRounds = 5;

constexpr std::string_view kImported = "imported";

// Why an entry does not stay, by its id.
using Reasons = absl::flat_hash_map<std::string, std::string>;

// The base without the entries that take other ones' places now, and the
// imported files behind it.
std::vector<LexiconSource> Layered(const std::vector<LexiconSource>& base,
                                   const Converted& converted) {
  absl::flat_hash_set<std::string> overridden;
  for (const pb::Actor& actor : converted.actors.actor()) {
    overridden.insert(actor.id());
  }
  std::vector<LexiconSource> sources = base;
  for (LexiconSource& source : sources) {
    auto* actors = source.file.mutable_actor();
    actors->erase(std::remove_if(actors->begin(), actors->end(),
                                 [&](const pb::Actor& actor) {
                                   return overridden.contains(actor.id());
                                 }),
                  actors->end());
    source.line = nullptr;  // of what was there before
    source.line_within = nullptr;
  }
  for (const pb::LexiconFile* file :
       {&converted.actors, &converted.agents, &converted.cues}) {
    LexiconSource source;
    source.path = kImported;
    source.file = *file;
    sources.push_back(std::move(source));
  }
  return sources;
}

// What speaks against imported entries, of all that compiling and running
// examples says.
Reasons FindReasons(const std::vector<LexiconSource>& base, unsigned threads,
                    const Converted& converted) {
  Reasons reasons;
  std::vector<stance::Finding> findings;
  std::vector<Example> examples;
  const auto lexicon =
      CompileLexicon(Layered(base, converted), kImported.data(), "0", "",
                     &findings, &examples);
  for (const stance::Finding& finding : findings) {
    if (finding.file == kImported && !finding.entry_id.empty()) {
      reasons.try_emplace(finding.entry_id,
                          Concat(finding.message, " [", finding.code, "]"));
    }
  }
  if (lexicon == nullptr) return reasons;
  std::erase_if(examples, [](const Example& example) {
    return example.file != kImported;
  });
  for (const ExampleFailure& failure :
       RunExamples(Classifier(lexicon), examples, threads)) {
    const stance::Finding finding = ToFinding(failure);
    reasons.try_emplace(finding.entry_id,
                        Concat(finding.message, " [", finding.code, "]"));
  }
  return reasons;
}

template <typename Entries>
void TakeOut(const Reasons& reasons, Entries* entries, Converted* converted) {
  const auto gone = std::stable_partition(
      entries->begin(), entries->end(),
      [&](const auto& entry) { return !reasons.contains(entry.id()); });
  for (auto entry = gone; entry != entries->end(); ++entry) {
    converted->left.push_back(
        {converted->places[entry->id()], entry->id(), reasons.at(entry->id())});
  }
  entries->erase(gone, entries->end());
}

}  // namespace

void KeepProven(const std::vector<LexiconSource>& base, unsigned threads,
                Converted* converted) {
  for (int round = 0; round < kMostRounds; ++round) {
    const Reasons reasons = FindReasons(base, threads, *converted);
    if (reasons.empty()) return;
    TakeOut(reasons, converted->actors.mutable_actor(), converted);
    TakeOut(reasons, converted->agents.mutable_agent(), converted);
    TakeOut(reasons, converted->cues.mutable_cue(), converted);
  }
}

}  // namespace stance::client::petrarch
