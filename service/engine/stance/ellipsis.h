// Stances that are said again in short, for other holders: "so did Kuwait",
// "Italy did not", "Peru concurred".

#ifndef STANCE_ENGINE_STANCE_ELLIPSIS_H_
#define STANCE_ENGINE_STANCE_ELLIPSIS_H_

#include <vector>

#include "service/engine/sentence.h"
#include "service/engine/stance/discourse.h"
#include "service/engine/stance/emission.h"
#include "service/engine/stance/found_stance.h"
#include "service/engine/stance/sentence_mentions.h"

namespace stance {

class Ellipses {
 public:
  // Borrows everything; reads and appends to `stances`.
  Ellipses(const SentenceView& view, bool explain, const Discourse& discourse,
           SentenceMentions* mentions, std::vector<FoundStance>* stances)
      : v_(view),
        explain_(explain),
        d_(discourse),
        mentions_(*mentions),
        out_(*stances) {}

  // True where the verb group, whose head is an auxiliary, stands for the verb
  // of the stances found last, which then are repeated for its subject.
  bool Take(int32_t verb);

  // "Peru concurred", "Peru begged to differ": the stances found last for the
  // frame's holders, turned round where it opposes. False where there are none.
  bool Again(const FiredFrame& fired, Polarity polarity);

  // "Peru thought better of it": what its holders said last they no longer hold
  // but its contrary.
  void Recant(const FiredFrame& fired);

  // "Peru, which had fought the pact, dropped its objections": what the holder
  // was told to be against before in the sentence it is for now. False where
  // nothing was told.
  bool Relent(const FiredFrame& fired, Polarity polarity);

 private:
  bool Echo(int32_t verb);
  bool Shortened(int32_t verb);
  // "In Denmark the figure | is | 48%", "among women it was 83 percent": the
  // stance of the share that was told last, for another one.
  bool ToldShare(int32_t verb);
  // A verb shows it: "backs it", not "is for it".
  bool IsFull(const FoundStance& stance) const;
  // "France backs it. | Italy does not.": there is nothing else.
  bool IsWholeSentence(int32_t verb) const;
  // The verb group before `limit` that is the cue of the stance; -1 where it is
  // in another sentence or its cue is no verb.
  int32_t VerbOf(const FoundStance& stance, int32_t limit) const;
  // The stances of the cue and holder found last, of that polarity where one is
  // given: [first, end) of out_; empty where they lie too far back.
  struct Range {
    size_t first;
    size_t end;
  };
  Range Last(Polarity polarity) const;
  // The stance of the last share, of this sentence or the one before.
  Range LastShare() const;
  // Who says them again.
  struct Voice {
    const EntityList& entities;
    Mention mention;
    Sieve sieve;
    uint32_t unit;  // that says so
    int32_t cue;    // its entry; -1 for an auxiliary
  };
  // The stance `model` of `out_` once more, for that holder.
  void Say(size_t model, int32_t holder, Polarity polarity, const Voice& voice);
  // The stance of the holder found last, of this sentence or a few before;
  // out_.size() for none.
  size_t LastOf(int32_t holder) const;
  // What the holder says now is the contrary of the stance `model`, which is
  // over.
  void TurnRound(size_t model, int32_t entity, const FiredFrame& fired);
  // Whose stance it is that the entity says.
  int32_t HolderOf(int32_t entity) const;
  // The stances of `range` for others than their holder, each with the polarity
  // that `turn` makes of its own.
  template <typename Turn>
  void Repeat(const Range& range, const Voice& voice, const Turn& turn);
  // The last ones for the holders of `subject`.
  template <typename Turn>
  void RepeatFor(int32_t verb, int32_t subject, const Turn& turn);

  const SentenceView& v_;
  const bool explain_;
  const Discourse& d_;
  SentenceMentions& mentions_;
  std::vector<FoundStance>& out_;
};

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_ELLIPSIS_H_
