#include "client/lexicon/petrarch/prove.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "service/engine/classifier.h"
#include "service/engine/examples.h"
#include "service/engine/lexicon/concat.h"
#include "service/engine/lexicon/inflection.h"

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
    source.lines = nullptr;  // of what was there before
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

// The imported cues and agents by the first words of their forms.
class FormsInSentences {
 public:
  explicit FormsInSentences(const Converted& converted) {
    Inflector inflector;
    for (const pb::IrregularForms& forms : converted.cues.irregular()) {
      inflector.AddIrregular(forms);
    }
    for (const pb::Cue& cue : converted.cues.cue()) {
      const std::string first = cue.lemma().substr(0, cue.lemma().find(' '));
      const std::string rest = cue.lemma().substr(first.size());
      const VerbForms forms = inflector.Verb(first);
      Add(first, rest, cue.id());
      for (const auto* list :
           {&forms.third, &forms.past, &forms.participle, &forms.gerund}) {
        for (const std::string& form : *list) Add(form, rest, cue.id());
      }
    }
    for (const pb::Agent& agent : converted.agents.agent()) {
      Add(agent.lemma(), "", agent.id());
      if (!agent.plural().empty()) Add(agent.plural(), "", agent.id());
      for (const std::string& plural : inflector.Plurals(agent.lemma())) {
        Add(plural, "", agent.id());
      }
    }
  }

  // The entries of which a form stands in the sentence.
  std::vector<std::string> In(std::string_view sentence) const {
    std::string words = " ";
    for (const char c : sentence) {
      words +=
          absl::ascii_isalpha(c) || c == '-' ? absl::ascii_tolower(c) : ' ';
    }
    words += ' ';
    std::vector<std::string> ids;
    ForEachWord(words, [&](std::string_view word) {
      const auto found = entries_.find(std::string(word));
      if (found == entries_.end()) return;
      for (const auto& [phrase, id] : found->second) {
        if (words.find(phrase) != std::string::npos) ids.push_back(id);
      }
    });
    return ids;
  }

 private:
  void Add(std::string_view form, std::string_view rest, std::string_view id) {
    const std::string phrase = Concat(" ", form, rest, " ");
    entries_[phrase.substr(1, phrase.find(' ', 1) - 1)].emplace_back(phrase,
                                                                     id);
  }

  absl::flat_hash_map<std::string,
                      std::vector<std::pair<std::string, std::string>>>
      entries_;
};

// What speaks against imported entries, of all that compiling and running
// examples says: their own examples, and those of the base that they break.
Reasons FindReasons(const std::vector<LexiconSource>& base, unsigned threads,
                    const Converted& converted) {
  Reasons reasons;
  std::vector<stance::Finding> findings;
  std::vector<Example> examples;
  const std::vector<LexiconSource> sources = Layered(base, converted);
  const auto lexicon = CompileLexicon(sources, kImported.data(), "0", "",
                                      &findings, &examples, threads);
  for (const stance::Finding& finding : findings) {
    if (finding.file == kImported && !finding.entry_id.empty()) {
      reasons.try_emplace(finding.entry_id,
                          Concat(finding.message, " [", finding.code, "]"));
    }
  }
  if (lexicon == nullptr) return reasons;
  const FormsInSentences forms(converted);
  for (const ExampleFailure& failure :
       RunExamples(Classifier(lexicon), examples, threads)) {
    const Example& example = *failure.example;
    if (example.kind == Example::Kind::kKnownBug) continue;
    const stance::Finding finding = ToFinding(failure);
    if (example.File() != kImported) {
      for (const std::string& id : forms.In(example.sentence)) {
        reasons.try_emplace(
            id, Concat("breaks an example of ", example.entry_id, ": \"",
                       example.sentence, "\""));
      }
      continue;
    }
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
