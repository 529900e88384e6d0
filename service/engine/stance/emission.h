// Fired frames and their innermost targets -> stances: the target's identity,
// representation, speakers, confidence, derivation.

#ifndef STANCE_ENGINE_STANCE_EMISSION_H_
#define STANCE_ENGINE_STANCE_EMISSION_H_

#include <string_view>
#include <vector>

#include "service/engine/sentence.h"
#include "service/engine/stance/attribution.h"
#include "service/engine/stance/composition.h"
#include "service/engine/stance/descent.h"
#include "service/engine/stance/discourse.h"
#include "service/engine/stance/found_stance.h"
#include "service/engine/stance/frames.h"
#include "service/engine/stance/sentence_mentions.h"

namespace stance {

// A frame that has fired: who holds, and in whose words.
struct FiredFrame {
  const FilledFrame* frame = nullptr;
  const Composition* composition = nullptr;
  EntityList holders;
  Mention holder_mention;
  Sieve sieve = Sieve::kNone;
  int32_t speaker = -1;  // entity, -1: the article itself
  ReportList reports;    // around the frame, outermost first
  Factuality factuality{};
};

class Emitter {
 public:
  // Borrows everything; appends to `stances`.
  Emitter(const SentenceView& view, bool explain,
          const Attribution& attribution, SentenceMentions* mentions,
          Discourse* discourse, std::vector<FoundStance>* stances)
      : v_(view),
        explain_(explain),
        a_(attribution),
        mentions_(*mentions),
        d_(*discourse),
        out_(*stances) {}

  // A stance on an innermost target.
  void Emit(const FiredFrame& fired, const InnerTarget& inner);
  // A stance on what the text is about at this point.
  void EmitTopic(const FiredFrame& fired, Polarity polarity);

  // Where a speaker of the sentence is named.
  Mention SpeakerMention(int32_t speaker) const;

 private:
  // A stance on the words of `span`: on the entity, or with -1 on what they
  // name.
  void EmitOn(const FiredFrame& fired, const InnerTarget& inner,
              const TokenSpan& span, int32_t entity);
  // A stance on the thing of that name; `target`: where it is named.
  bool IsOn(const FoundStance& stance, const Mention& target,
            std::string_view name, int32_t issue) const;
  // Whatever was done to what was reacted to was done against it. `deed`: what
  // nobody needs to be for or against to do, "scrapped the levy"; then false.
  bool WasUndone(const FoundStance& reaction, const FoundStance** deed) const;
  // How many stances there are so far on each thing spoken of.
  void CountStances();
  // Where a stance that names no target has it from; false for nowhere.
  bool TakeOpening(FoundStance* stance) const;
  bool TakeLastTarget(const FiredFrame& fired, FoundStance* stance) const;
  bool TakeQuestion(FoundStance* stance) const;
  bool TakeUndone(const FiredFrame& fired, FoundStance* stance) const;
  void Start(const FiredFrame& fired, Polarity polarity,
             FoundStance* stance) const;
  bool SpeaksItself(const TargetRef& target) const;
  bool IsSetIn(int32_t group) const;
  bool IsIdle(const FiredFrame& fired, const TargetRef& target) const;
  Way WayOf(const FiredFrame& fired) const;
  bool NameTarget(const FiredFrame& fired, int32_t group, FoundStance* stance);
  // "“It is a disgrace,” said Roe of the ruling": what a speaker's "it" means;
  // -1 where nothing says so.
  int32_t SaidOf(const FiredFrame& fired) const;
  // "As for the levy, Roe called it absurd": what the sentence opens with, and
  // "it" means; -1 where it does not.
  int32_t FrontedTopic() const;
  // "Samoa proposed closing it, and Fiji was happy with that": what somebody
  // else wants in the same sentence.
  bool TakeUpHere(const FiredFrame& fired, FoundStance* stance) const;
  // The plural that the sentence before, or this one, has as its subject: whom
  // "them" takes up; -1 for none.
  int32_t LastPeople(const FiredFrame& fired) const;
  bool NamePronoun(const FiredFrame& fired, int32_t group, FoundStance* stance);
  // What a pronoun takes up is spoken of again: "it" may go on meaning it.
  void KeepInMind(const Discourse::Thing& thing);
  bool Reciprocal(int32_t group) const;
  void TakeUp(const Unit& head, FoundStance* stance) const;
  bool TakeUpMember(int32_t group, FoundStance* stance) const;
  // Who decides by votes that the text counts: the body of later passives.
  void NoteDecider(const FiredFrame& fired);
  // Makes the stance appended last one of each holder.
  void Finish(const FiredFrame& fired, const InnerTarget* inner, Way way);
  void Represent(int32_t holder, const FiredFrame& fired,
                 FoundStance* stance) const;
  void AddSpeakers(const FiredFrame& fired, FoundStance* stance) const;
  void Explain(const FiredFrame& fired, const InnerTarget* inner,
               int32_t holder, FoundStance* stance) const;
  // For "it" and "the move" to come. `first`: token of the target.
  void RememberTarget(const InnerTarget& inner, uint32_t first,
                      const FoundStance& stance);
  std::string_view ActorId(int32_t entity) const;

  const SentenceView& v_;
  const bool explain_;
  const Attribution& a_;
  SentenceMentions& mentions_;
  Discourse& d_;
  std::vector<FoundStance>& out_;
};

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_EMISSION_H_
