// The holder slots of one cue at one place: what stands in them.

#ifndef STANCE_ENGINE_STANCE_HOLDER_FILLER_H_
#define STANCE_ENGINE_STANCE_HOLDER_FILLER_H_

#include <cstdint>
#include <vector>

#include "service/engine/stance/slots.h"

namespace stance {

class HolderFiller {
 public:
  // Borrows the cue.
  explicit HolderFiller(const CueContext& cue) : c_(cue) {}

  // Who holds, by the holder slot of a frame whose targets are filled; none
  // where nothing fills it.
  HolderRef Fill(const Filler& filler, const FilledFrame& filled) const;

 private:
  // --- holder_slots.cc ------------------------------------------------------

  HolderRef Holding(int32_t group) const;
  // "the union, for whom it is a betrayal": whose verdict it is.
  HolderRef ForWhom() const;
  // "a motion that condemns it", "the motion condemns it": whoever made it.
  HolderRef Document(int32_t group) const;
  HolderRef Subject(const FilledFrame& filled) const;
  // The subject of the verb; of a clause that hangs on a thing, whoever has to
  // do with the thing: "issued a statement condemning …".
  HolderRef ClauseSubject(int32_t verb) const;
  // "set up a group | to fight the mast": whoever set it up fights it.
  bool IsPurposeOfMade(const Clause& infinitive) const;
  // "called for an inquiry after a decision | to close it": whose decision it
  // was is not said; but "in a bid to close it".
  bool OfAnothersNoun(const Clause& clause) const;
  // "vetoed a resolution condemning it": not in the name of who is against it.
  bool OfOpposedThing(const Clause& clause) const;
  // "those who urged Oslo | to back it": what is asked is not done.
  bool IsDemanded(const Clause& clause) const;
  // "kept the council from | backing it": it does not back it, nor does whoever
  // kept it from that.
  bool IsKeptFrom(const Clause& clause) const;
  // "Deplores the raid" in a communiqué, "Scrap the tax!" in speech: neither it
  // nor anything before it has a subject.
  bool IsUnowned() const;
  // "Farmers' union: against the levy": who stands before the colon that the
  // cue follows; -1 for nobody.
  int32_t LabelBefore() const;
  // "the union, | furious at it and wary of them,": the first adjective of the
  // list that the cue is the last of; the cue's group where there is none.
  int32_t BeforeList() const;
  // "approved it with misgivings about its cost", "not without regret at it":
  // the subject of what is done so.
  HolderRef WithFeeling() const;
  // "Opposed to it are | Peru and Chile": behind the copula, where the cue
  // opens the sentence; -1 for none.
  int32_t InvertedSubject() const;
  // "states that adhere to it", "anyone who wants": a kind, nobody in
  // particular.
  bool IsGeneric(const Clause& clause) const;
  // "It is for the courts to decide": the cue is "be for".
  bool IsUpToOthers() const;
  // "Unhappy with the offer, nurses …": it opens the clause whose subject it
  // is said of.
  bool IsPreposed() const;
  // "marched in support of": a phrase of several words beside a full verb.
  bool IsAdjunct() const;
  // "voted for the budget and | against the levy": the same verb says so.
  bool JoinsOtherSide() const;
  int32_t VerbBefore() const;

  // --- postnominal_holders.cc -----------------------------------------------

  // "residents against the plan", "France, wary of …".
  HolderRef Postnominal(const FilledFrame& filled) const;

  // --- passive_holders.cc ---------------------------------------------------

  // A passive: "by A" holds, where the object is the target; where the cue's
  // target is what was asked ("A was urged to C"), nobody is named.
  HolderRef PassiveSubject(int32_t verb) const;
  // "It was agreed to close it", "the motion was rejected", by nobody.
  bool IsDecision(int32_t verb) const;
  // "carried | 5-2", "failed on a tied vote", "carried.": nothing follows that
  // would make it another verb.
  bool IsOutcome(int32_t verb) const;
  // "was welcomed | in Paris": the seat of a government, right behind group
  // `after` and its adverbs.
  HolderRef InCapital(int32_t after) const;

  // --- prepositional_holders.cc --------------------------------------------

  // "opposition from farmers", "support among voters".
  HolderRef BehindNoun() const;
  // "Support for the plan came from farmers", "opposition to it is strongest
  // among nurses": the cue is the subject, its holder stands behind the verb.
  HolderRef BehindVerb() const;
  // "From the union | came | a plea for calm", "among farmers there was scorn".
  HolderRef BeforeVerb() const;
  // "Among farmers, | support for it is strong".
  HolderRef FrontedAmong() const;
  // "support in Brussels for the plan": somebody that the lexicon knows.
  HolderRef SomebodyInside() const;
  // "the plan has found a champion in | Peru".
  HolderRef FoundIn() const;
  // Behind which the cue has its target, not its holder.
  const std::vector<WordId>& TargetPrepositions() const;

  // --- nominal_holders.cc ---------------------------------------------------

  // Of a nominal cue.
  HolderRef Possessor() const;
  // "the Ministry of Trade's | refusal", "the mayor of Lund's | support": all
  // of the possessor; -1 where it has no "of" in it.
  int32_t WholePossessor() const;
  // "Roe said the talks had failed, | blaming Peru": of a clause whose subject
  // is nobody, around `verb`, the verb of saying; -1 for none.
  int32_t ReportOfThing(const Clause& clause, int32_t verb) const;
  // Of a verb: "got on | the growers' | nerves".
  HolderRef PossessorOfObject() const;
  // "noted the concerns of residents about it": the residents.
  HolderRef OwnerBehind() const;
  // "put support for it | at 61 percent", "support for it fell | to 41 per
  // cent": the noun group of the share; -1 for none.
  int32_t ShareBehind() const;
  // "faulted the council for its refusal to pay": what somebody is judged for
  // is their own, not of whoever judges.
  HolderRef OfJudged() const;
  // "critics of the plan": the group itself, or who they are; "X is a critic
  // of", "X, a critic of": the one it is said of.
  HolderRef Self() const;

  const CueContext& c_;
  const SentenceView& v_ = c_.v;
  const Syntax& s_ = v_.syntax;
  const int32_t group_ = c_.group;
};

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_HOLDER_FILLER_H_
