#include "service/engine/stance/aggregation.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

bool Before(const Mention& a, const Mention& b) {
  // The title stands before the text.
  if (a.part != b.part) return a.part == Part::kTitle;
  return std::tie(a.begin, a.end) < std::tie(b.begin, b.end);
}

bool Separates(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == ',' || c == '"' ||
         c == '(' || c == ')' || c == '.';
}

// Case-folded lemmas of the content words: what makes two open targets one.
void AppendTargetKey(const Lexicon& lexicon, std::string_view phrase,
                     std::string* key) {
  constexpr uint32_t kContent =
      kAnyNoun | kAdjective | kAnyVerb | kNumberWord | kAdverb;
  const char* const readable = phrase.data() + phrase.size();
  for (size_t i = 0; i < phrase.size();) {
    if (Separates(phrase[i])) {
      ++i;
      continue;
    }
    const size_t begin = i;
    while (i < phrase.size() && !Separates(phrase[i])) ++i;
    const std::string_view word(phrase.data() + begin, i - begin);
    const WordId id = lexicon.vocabulary.Find(word, readable);
    const WordInfo& info = lexicon.Word(id);
    if (info.classes != 0 && (info.classes & kContent) == 0) continue;
    *key += ' ';
    if (id != 0) {
      key->append(reinterpret_cast<const char*>(&info.lemma),
                  sizeof(info.lemma));
      continue;
    }
    for (char c : word)
      *key += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
}

class Aggregator {
 public:
  Aggregator(const Lexicon& lexicon, const PartTexts& parts,
             const Discourse& discourse, const ClassifyOptions& options,
             Analysis& analysis)
      : lexicon_(lexicon),
        parts_(parts),
        d_(discourse),
        options_(options),
        analysis_(analysis) {}

  void Run(std::vector<FoundStance>& stances) {
    // The text was analysed first; the title stands before it.
    for (FoundStance& stance : stances) {
      if (stance.sentence.part == Part::kTitle && Wanted(stance)) Add(stance);
    }
    for (FoundStance& stance : stances) {
      if (stance.sentence.part == Part::kText && Wanted(stance)) Add(stance);
    }
    Sort();
  }

 private:
  bool Wanted(const FoundStance& stance) const {
    if (stance.confidence < options_.min_confidence) return false;
    if (stance.derived && !options_.include_derived) return false;
    if (!FactualityWanted(stance.factuality)) return false;
    if (!options_.actor_ids.empty()) {
      const int32_t actor = d_.entities[stance.holder].actor;
      if (actor < 0 || !Listed(options_.actor_ids, lexicon_.actors[actor].id))
        return false;
    }
    return options_.issue_ids.empty() || IssueWanted(stance);
  }

  bool FactualityWanted(Factuality factuality) const {
    if (options_.factualities.empty()) {
      return factuality == pb::FACTUALITY_ASSERTED ||
             factuality == pb::FACTUALITY_REPORTED ||
             factuality == pb::FACTUALITY_CONDITIONAL;
    }
    return std::find(options_.factualities.begin(), options_.factualities.end(),
                     factuality) != options_.factualities.end();
  }

  static bool Listed(const std::vector<std::string>& ids,
                     const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  }

  // The issue itself, or one above it in the tree; an actor's id where the
  // target is an actor.
  bool IssueWanted(const FoundStance& stance) const {
    for (int32_t i = stance.issue; i >= 0; i = lexicon_.issues[i].parent) {
      if (Listed(options_.issue_ids, lexicon_.issues[i].id)) return true;
    }
    if (stance.target_entity < 0) return false;
    const int32_t actor = d_.entities[stance.target_entity].actor;
    return actor >= 0 && Listed(options_.issue_ids, lexicon_.actors[actor].id);
  }

  void Add(FoundStance& found) {
    std::vector<Stance>& list = analysis_.actors[ActorIndex(found)].stances;
    MakeKey(found);
    const auto [it, added] = stances_.try_emplace(key_, list.size());
    if (added) {
      Stance& stance = list.emplace_back();
      stance.polarity = found.polarity;
      stance.target = MakeTarget(found);
      stance.derived = found.derived;
    }
    Stance& stance = list[it->second];
    Evidence evidence;
    evidence.sentence = found.sentence;
    evidence.actor = found.holder_mention;
    evidence.cue = found.cue;
    evidence.target = found.target;
    evidence.speakers.reserve(found.speakers.size());
    for (const SpeakerRef& speaker : found.speakers) {
      evidence.speakers.push_back(MakeSpeaker(speaker));
    }
    evidence.quoted = found.quoted;
    evidence.factuality = found.factuality;
    evidence.derivation = std::move(found.derivation);
    // Clearest first: the evidence found in the surest way leads.
    if (found.confidence > stance.confidence && !stance.evidence.empty()) {
      stance.evidence.insert(stance.evidence.begin(), std::move(evidence));
    } else {
      stance.evidence.push_back(std::move(evidence));
    }
    stance.confidence = std::max(stance.confidence, found.confidence);
  }

  // What makes two stances one: holder, polarity, target.
  void MakeKey(const FoundStance& found) {
    const bool entity = found.issue < 0 && found.target_entity >= 0;
    // Issues and entities are told by number, phrases by their words.
    const int32_t numbers[] = {found.holder, found.polarity, found.derived,
                               found.issue, entity ? found.target_entity : -1};
    key_.assign(reinterpret_cast<const char*>(numbers), sizeof(numbers));
    if (found.issue >= 0 || entity) return;
    AppendTargetKey(
        lexicon_,
        found.antecedent.empty() ? parts_.Of(found.target) : found.antecedent,
        &key_);
  }

  Speaker MakeSpeaker(const SpeakerRef& ref) const {
    const Entity& entity = d_.entities[ref.entity];
    Speaker speaker;
    speaker.display_name = entity.name;
    speaker.kind = entity.kind;
    speaker.mention = ref.mention;
    if (entity.actor >= 0) speaker.id = lexicon_.actors[entity.actor].id;
    if (entity.represents >= 0) {
      const Entity& body = d_.entities[entity.represents];
      speaker.represents_display_name = body.name;
      if (body.actor >= 0) {
        speaker.represents_id = lexicon_.actors[body.actor].id;
      }
    }
    return speaker;
  }

  Target MakeTarget(const FoundStance& found) const {
    Target target;
    target.text = parts_.Of(found.target);
    target.display_name = target.text;
    target.kind = TargetKind::kPhrase;
    if (found.issue >= 0) {
      target.id = lexicon_.issues[found.issue].id;
      target.display_name = lexicon_.issues[found.issue].name;
      target.kind = TargetKind::kIssue;
      return target;
    }
    if (found.target_entity >= 0) {
      const Entity& entity = d_.entities[found.target_entity];
      target.kind = TargetKind::kActor;
      target.display_name = entity.name;
      if (entity.actor >= 0) target.id = lexicon_.actors[entity.actor].id;
      return target;
    }
    if (!found.antecedent.empty()) {
      target.display_name = found.antecedent;
    }
    return target;
  }

  size_t ActorIndex(const FoundStance& found) {
    auto [it, added] =
        actors_.try_emplace(found.holder, analysis_.actors.size());
    if (added) {
      const Entity& entity = d_.entities[found.holder];
      ActorStances actor;
      actor.actor.display_name = entity.name;
      actor.actor.kind = entity.kind;
      if (entity.actor >= 0) {
        actor.actor.id = lexicon_.actors[entity.actor].id;
      }
      analysis_.actors.push_back(std::move(actor));
    }
    return it->second;
  }

  // Actors by the first mention that shows a stance of theirs.
  void Sort() {
    std::vector<std::pair<Mention, size_t>> order;
    order.reserve(analysis_.actors.size());
    for (const ActorStances& actor : analysis_.actors) {
      Mention earliest = actor.stances[0].evidence[0].sentence;
      for (const Stance& stance : actor.stances) {
        for (const Evidence& evidence : stance.evidence) {
          if (Before(evidence.sentence, earliest)) earliest = evidence.sentence;
        }
      }
      order.emplace_back(earliest, order.size());
    }
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
      if (a.first == b.first) return a.second < b.second;
      return Before(a.first, b.first);
    });
    std::vector<ActorStances> sorted;
    sorted.reserve(order.size());
    for (const auto& [mention, index] : order) {
      sorted.push_back(std::move(analysis_.actors[index]));
    }
    analysis_.actors = std::move(sorted);
  }

  const Lexicon& lexicon_;
  const PartTexts& parts_;
  const Discourse& d_;
  const ClassifyOptions& options_;
  Analysis& analysis_;
  absl::flat_hash_map<int32_t, size_t> actors_;
  absl::flat_hash_map<std::string, size_t> stances_;  // by key
  std::string key_;
};

}  // namespace

void Aggregate(const Lexicon& lexicon, const PartTexts& parts,
               const Discourse& discourse, const ClassifyOptions& options,
               std::vector<FoundStance>* stances, Analysis* analysis) {
  Aggregator(lexicon, parts, discourse, options, *analysis).Run(*stances);
}

}  // namespace stance
