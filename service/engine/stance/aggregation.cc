#include "service/engine/stance/aggregation.h"

#include <algorithm>
#include <string>
#include <utility>

#include "service/engine/stance/confidence.h"
#include "service/engine/stance/content_words.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// Actors of one article that room is made for at once: no more than it has
// stances, and few have more.
constexpr size_t kManyActors = 32;

// A fingerprint of the content words: what makes two open targets one.
uint64_t TargetPrint(const Lexicon& lexicon, std::string_view phrase) {
  uint64_t print = 1;
  ForEachContentWord(lexicon, phrase,
                     [&](uint64_t word) { print = Mix(print, word); });
  return print;
}

class Aggregator {
 public:
  Aggregator(const Lexicon& lexicon, const PartTexts& parts,
             const Discourse& discourse, const ClassifyOptions& options,
             AggregationScratch& scratch, Analysis& analysis)
      : lexicon_(lexicon),
        parts_(parts),
        d_(discourse),
        options_(options),
        actors_(scratch.actors),
        stances_(scratch.stances),
        places_(scratch.places),
        analysis_(analysis) {
    actors_.assign(discourse.entities.size(), -1);
    stances_.clear();
    places_.Clear();
  }

  // Stances come in the order of their sentences, so do the actors.
  void Run(std::vector<FoundStance>& stances) {
    analysis_.actors.reserve(std::min(stances.size(), kManyActors));
    // The text was analysed first; the title stands before it.
    for (FoundStance& stance : stances) {
      if (stance.sentence.part == Part::kTitle && Wanted(stance)) Add(stance);
    }
    for (FoundStance& stance : stances) {
      if (stance.sentence.part == Part::kText && Wanted(stance)) Add(stance);
    }
    for (ActorStances& actor : analysis_.actors) {
      for (Stance& stance : actor.stances) {
        if (stance.evidence.size() == 1) continue;
        RateRepeated(lexicon_.calibration, options_.explain, &stance);
      }
    }
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
    auto& list = analysis_.actors[ActorIndex(found)].stances;
    const size_t index = IndexOf(found, list.size());
    if (index == list.size()) {
      Stance& stance = list.emplace_back();
      stance.polarity = found.polarity;
      FillTarget(found, &stance.target);
      stance.derived = found.derived;
    }
    Stance& stance = list[index];
    // Clearest first: the evidence found in the surest way leads.
    const bool leads = found.confidence > stance.confidence;
    stance.confidence = std::max(stance.confidence, found.confidence);
    Evidence& evidence = stance.evidence.emplace_back();
    evidence.sentence = found.sentence;
    evidence.actor = found.holder_mention;
    evidence.cue = found.cue;
    evidence.target = found.target;
    for (const SpeakerRef& speaker : found.speakers) {
      FillSpeaker(speaker, &evidence.speakers.emplace_back());
    }
    evidence.quoted = found.quoted;
    evidence.factuality = found.factuality;
    evidence.derivation = std::move(found.derivation);
    if (leads) {
      std::rotate(stance.evidence.begin(), stance.evidence.end() - 1,
                  stance.evidence.end());
    }
  }

  // Of the same stance in its actor's list; `next` where there is none so far.
  size_t IndexOf(const FoundStance& found, size_t next) {
    StanceKey key = KeyOf(found);
    std::string_view phrase;
    if (key.IsOpen()) {
      phrase =
          found.antecedent.empty() ? parts_.Of(found.target) : found.antecedent;
      // Most holders have one stance of a kind on a phrase: what it is about is
      // read when there is another.
      const int32_t first = places_.FindLast(key.Print(), [&](int32_t other) {
        return stances_[other].key.IsOfKind(key);
      });
      if (first >= 0) {
        ReadWords(first);
        key.words = TargetPrint(lexicon_, phrase);
      }
    }
    const uint32_t print = key.Print();
    const int32_t same = places_.FindLast(
        print, [&](int32_t other) { return stances_[other].key == key; });
    if (same >= 0) return stances_[same].index;
    places_.Add(print, static_cast<int32_t>(stances_.size()));
    stances_.push_back({key, next, phrase});
    return next;
  }

  void ReadWords(int32_t place) {
    PlacedStance& stance = stances_[place];
    if (stance.key.words != 0) return;
    stance.key.words = TargetPrint(lexicon_, stance.phrase);
    places_.Add(stance.key.Print(), place);
  }

  // Issues and entities are told by number, phrases by their words, which are
  // left to be read.
  static StanceKey KeyOf(const FoundStance& found) {
    StanceKey key{.holder = found.holder,
                  .polarity = found.polarity,
                  .derived = found.derived,
                  .issue = found.issue};
    if (found.issue < 0) key.entity = found.target_entity;
    return key;
  }

  void FillSpeaker(const SpeakerRef& ref, Speaker* speaker) const {
    const Entity& entity = d_.entities[ref.entity];
    speaker->display_name = entity.name;
    speaker->kind = entity.kind;
    speaker->mention = ref.mention;
    speaker->id = ActorId(entity);
    if (entity.represents < 0) return;
    const Entity& body = d_.entities[entity.represents];
    speaker->represents_display_name = body.name;
    speaker->represents_id = ActorId(body);
  }

  void FillTarget(const FoundStance& found, Target* target) const {
    target->text =
        found.taken_up.empty() ? parts_.Of(found.target) : found.taken_up;
    if (found.issue >= 0) {
      target->id = lexicon_.issues[found.issue].id;
      target->display_name = lexicon_.issues[found.issue].name;
      target->kind = TargetKind::kIssue;
    } else if (found.target_entity >= 0) {
      const Entity& entity = d_.entities[found.target_entity];
      target->kind = TargetKind::kActor;
      target->display_name = entity.name;
      target->id = ActorId(entity);
    } else {
      target->kind = TargetKind::kPhrase;
      target->display_name =
          found.antecedent.empty() ? target->text : found.antecedent;
    }
  }

  // Empty where the entity is in no lexicon.
  std::string_view ActorId(const Entity& entity) const {
    if (entity.actor < 0) return {};
    return lexicon_.actors[entity.actor].id;
  }

  size_t ActorIndex(const FoundStance& found) {
    int32_t& index = actors_[found.holder];
    if (index < 0) {
      index = static_cast<int32_t>(analysis_.actors.size());
      const Entity& entity = d_.entities[found.holder];
      ActorStances& actor = analysis_.actors.emplace_back();
      actor.actor.display_name = entity.name;
      actor.actor.kind = entity.kind;
      actor.actor.id = ActorId(entity);
    }
    return static_cast<size_t>(index);
  }

  const Lexicon& lexicon_;
  const PartTexts& parts_;
  const Discourse& d_;
  const ClassifyOptions& options_;
  std::vector<int32_t>& actors_;
  std::vector<PlacedStance>& stances_;
  ChainedTable& places_;
  Analysis& analysis_;
};

}  // namespace

void Aggregate(const Lexicon& lexicon, const PartTexts& parts,
               const Discourse& discourse, const ClassifyOptions& options,
               AggregationScratch* scratch, std::vector<FoundStance>* stances,
               Analysis* analysis) {
  Aggregator(lexicon, parts, discourse, options, *scratch, *analysis)
      .Run(*stances);
}

}  // namespace stance
