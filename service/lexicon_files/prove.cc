#include "service/lexicon_files/prove.h"

#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "service/engine/classifier.h"
#include "service/engine/examples.h"
#include "service/engine/lexicon/concat.h"
#include "service/engine/lexicon/finding_sink.h"
#include "service/engine/match.h"
#include "service/engine/text/text.h"
#include "service/lexicon_files/layers.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// What the entry of a reading is known by.
std::string KeyOf(const Lexicon& lexicon, const EntryRef& reading) {
  switch (reading.kind) {
    case EntryKind::kActor:
      return lexicon.actors[reading.index].id;
    case EntryKind::kAgent:
      return lexicon.agents[reading.index].id;
    case EntryKind::kIssue:
      return lexicon.issues[reading.index].id;
    case EntryKind::kCue:
      return lexicon.cues[reading.index].id;
    case EntryKind::kModifier:
      return lexicon.modifiers[reading.index].id;
    case EntryKind::kLightVerb:
      return lexicon.light_verbs[reading.index].lemma;
    case EntryKind::kReporting:
      return lexicon.reporting_verbs[reading.index].lemma;
    case EntryKind::kNull:
      return lexicon.nulls[reading.index].phrase;
  }
  return {};
}

// Finds the entries of later layers in the sentences of earlier ones.
class LayerReader {
 public:
  LayerReader(const LexiconLayers& layers, const Lexicon& lexicon)
      : layers_(layers), lexicon_(lexicon) {
    Add(&pb::LexiconFile::actor, "actor");
    Add(&pb::LexiconFile::agent, "agent");
    Add(&pb::LexiconFile::issue, "issue");
    Add(&pb::LexiconFile::cue, "cue");
    Add(&pb::LexiconFile::modifier, "modifier");
    Add(&pb::LexiconFile::light_verb, "light_verb");
    Add(&pb::LexiconFile::reporting_verb, "reporting_verb");
    ForEachEntry(layers_.lexicon.sources, &pb::LexiconFile::null, "null",
                 [&](const pb::NullPhrase& null, const Origin& origin) {
                   for (const std::string& phrase : null.phrase()) {
                     Add(phrase, origin);
                   }
                 });
  }

  uint32_t LayerOf(const std::string& file) const {
    for (size_t i = 0; i < layers_.lexicon.sources.size(); ++i) {
      if (layers_.lexicon.sources[i].path == file) return layers_.layers[i];
    }
    return 0;
  }

  // "cue/oppose (house/cues.txtpb:7), …"; empty where no one entry does it.
  std::string LaterEntriesIn(std::string_view sentence, uint32_t layer) const {
    Text text;
    Tokenize(sentence, lexicon_.text_rules, &text);
    LookUpWords(lexicon_, &text);
    std::vector<Match> matches;
    MatchPhrases(lexicon_, text, &matches);
    std::string names;
    for (const Match& match : matches) {
      ForEachReading(lexicon_, match, [&](const EntryRef& reading) {
        const std::string key = KeyOf(lexicon_, reading);
        const auto found = later_.find(key);
        if (found == later_.end() || found->second.layer <= layer) return;
        const std::string name = Concat(key, " (", found->second.place, ")");
        if (names.find(name) != std::string::npos) return;
        if (!names.empty()) names += ", ";
        names += name;
      });
    }
    return names;
  }

 private:
  struct Place {
    uint32_t layer;
    std::string place;
  };

  template <typename Entries>
  void Add(const Entries& (pb::LexiconFile::*entries)() const,
           const char* field) {
    ForEachEntry(layers_.lexicon.sources, entries, field,
                 [&](const auto& entry, const Origin& origin) {
                   Add(EntryKey(entry), origin);
                 });
  }

  void Add(const std::string& key, const Origin& origin) {
    const uint32_t layer = layers_.layers[origin.source];
    if (layer == 0) return;  // later than none
    const FindingSink places(layers_.lexicon.sources);
    later_.insert_or_assign(key, Place{layer, places.Place(origin)});
  }

  const LexiconLayers& layers_;
  const Lexicon& lexicon_;
  absl::flat_hash_map<std::string, Place> later_;  // by key
};

// Which of the examples fail without the layers behind `layer`: all of them
// where there is no lexicon without.
std::vector<bool> FailAlone(const std::vector<std::string>& directories,
                            uint32_t layer,
                            const std::vector<Example>& examples,
                            unsigned threads) {
  std::vector<Finding> unused;
  const std::vector<std::string> earlier(directories.begin(),
                                         directories.begin() + layer + 1);
  const std::shared_ptr<const Lexicon> alone = LoadLexicon(earlier, &unused);
  std::vector<bool> fail(examples.size(), alone == nullptr);
  if (alone == nullptr) return fail;
  for (const ExampleFailure& failure :
       RunExamples(Classifier(alone), examples, threads)) {
    fail[static_cast<size_t>(failure.example - examples.data())] = true;
  }
  return fail;
}

// The finding of a failure that later layers have brought about.
Finding Accuse(const LayerReader& reader, uint32_t layer,
               const std::string& last_directory, Finding finding,
               std::string_view sentence) {
  finding.severity = Severity::kWarning;
  finding.code = "BROKEN_BY_LAYER";
  std::string culprits = reader.LaterEntriesIn(sentence, layer);
  if (culprits.empty()) culprits = Concat("the word lists of ", last_directory);
  finding.message += Concat("; it holds without ", culprits);
  return finding;
}

}  // namespace

std::vector<Finding> FailureFindings(
    const std::vector<std::string>& directories, const LexiconLayers& layers,
    const Lexicon& lexicon, const std::vector<ExampleFailure>& failures,
    unsigned threads) {
  std::vector<Finding> findings;
  if (failures.empty()) return findings;
  const LayerReader reader(layers, lexicon);
  std::map<uint32_t, std::vector<ExampleFailure>> by_layer;
  for (const ExampleFailure& failure : failures) {
    by_layer[reader.LayerOf(failure.example->File())].push_back(failure);
  }
  for (const auto& [layer, failed] : by_layer) {
    const bool is_last = layer + 1 == directories.size();
    std::vector<Example> again;
    for (const ExampleFailure& failure : failed) {
      again.push_back(*failure.example);
    }
    const std::vector<bool> own_fault =
        is_last ? std::vector<bool>(again.size(), true)
                : FailAlone(directories, layer, again, threads);
    for (size_t i = 0; i < failed.size(); ++i) {
      Finding finding = ToFinding(failed[i]);
      const bool accused =
          !own_fault[i] && finding.severity == Severity::kError;
      findings.push_back(accused ? Accuse(reader, layer, directories.back(),
                                          std::move(finding), again[i].sentence)
                                 : std::move(finding));
    }
  }
  return findings;
}

std::optional<ProvenLexicon> LoadProvenLexicon(
    const std::vector<std::string>& directories, unsigned threads,
    std::vector<Finding>* findings) {
  struct Parsed {
    std::optional<LexiconLayers> read;
    std::vector<Example> examples;
  };
  const auto parsed = std::make_shared<Parsed>();
  const auto& [read, examples] = *parsed;
  std::vector<Finding> found;
  ProvenLexicon proven;
  proven.parsed = parsed;
  parsed->read = ReadLexiconLayers(directories, &found, threads);
  if (read) {
    const LexiconDirectory& files = read->lexicon;
    proven.lexicon =
        CompileLexicon(files.sources, files.name, files.version, files.checksum,
                       &found, &parsed->examples, threads);
    if (proven.lexicon != nullptr) {
      const std::vector<ExampleFailure> failures =
          RunExamples(Classifier(proven.lexicon), examples, threads);
      for (Finding& finding : FailureFindings(
               directories, *read, *proven.lexicon, failures, threads)) {
        found.push_back(std::move(finding));
      }
      proven.catalogue = MakeCatalogue(files.sources);
      proven.examples = examples.size();
    }
  }
  const bool sound = !HasError(found);
  std::move(found.begin(), found.end(), std::back_inserter(*findings));
  if (!sound) return std::nullopt;
  return proven;
}

}  // namespace stance
