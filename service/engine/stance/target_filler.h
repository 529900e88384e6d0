// The target slots of one cue at one place: what stands in them. The slots
// that hold infinitives and clauses stand in infinitive_targets.cc and
// clause_targets.cc, those of words of verdict in verdict_targets.cc and
// verdicts_apart.cc, the others are shared out in target_slots.cc.

#ifndef STANCE_ENGINE_STANCE_TARGET_FILLER_H_
#define STANCE_ENGINE_STANCE_TARGET_FILLER_H_

#include "service/engine/stance/slots.h"

namespace stance {

class TargetFiller {
 public:
  // Borrows the cue.
  explicit TargetFiller(const CueContext& cue) : c_(cue) {}

  // Fills one target slot: adds to `out->targets` and `out->score`. False where
  // nothing fills it.
  bool Fill(const Filler& filler, FilledFrame* out);

  // The most that Fill() adds to the score for the slot.
  static int MostFor(lexicon::v1::Slot slot) {
    switch (slot) {
      case lexicon::v1::SLOT_CONTEXT:
        return 1;
      case lexicon::v1::SLOT_CONSEQUENCE:
        return 2;
      case lexicon::v1::SLOT_SUBJECT_TARGET:
        return 3;
      case lexicon::v1::SLOT_OBJECT:
      case lexicon::v1::SLOT_POSSESSOR:
      case lexicon::v1::SLOT_EVALUATED:
      case lexicon::v1::SLOT_MATRIX_OBJECT:
        return 4;
      case lexicon::v1::SLOT_INFINITIVE:
      case lexicon::v1::SLOT_THAT_CLAUSE:
      case lexicon::v1::SLOT_PREDICATE:
      case lexicon::v1::SLOT_MATRIX:
        return 5;
      case lexicon::v1::SLOT_PREPOSITION:
      case lexicon::v1::SLOT_EVALUATED_OBJECT:
      case lexicon::v1::SLOT_ECHO:
        return 6;
      case lexicon::v1::SLOT_OBJECT_INFINITIVE:
        return 7;
      default:
        return 8;
    }
  }

 private:
  // --- target_slots.cc ------------------------------------------------------

  // "were dismayed." names nothing; "were dismayed to see", "proud of" say at
  // what, even where that is not understood.
  bool EndsPredicate() const;
  // Nothing of the clause stands at the group: an end, a comma, a coordinator.
  bool EndsAt(int32_t i) const;
  // Nothing of the sentence stands at the group but adverbs.
  bool EndsSentence(int32_t i) const;
  // Or only when it was: "on Monday".
  bool EndsBeforeTime(int32_t i) const;
  // "Fiji voted against.": one of the prepositions, and nothing behind it.
  bool EndsWith(const std::vector<WordId>& prepositions) const;
  // "Peru concurred." and "agreed with him" say no more; "agreed on a date"
  // does.
  bool EndsStatement() const;
  // "agreed with him": the object of the cue is somebody who was spoken of.
  bool AgreesWithHolder() const;
  // "that view was | shared by Peru", "a concern that Peru | echoed": the noun
  // before the verb that tells what is shared; -1 for none.
  int32_t SharedBefore() const;
  // Of the cue that heads the noun group; unspecified for other nouns.
  lexicon::v1::Polarity PolarityOfNoun(int32_t group) const;
  TargetRef NounOrVerb(int32_t group) const;
  // "the levy's | backers", "the levy, whose | backers": -1 for none.
  int32_t PossessorOf(int32_t group) const;
  // "Boos greeted | the offer": what the noun of stance befalls.
  TargetRef Befallen() const;
  // The object: after an active verb or a phrase, the subject of a passive.
  TargetRef Object() const;
  // "(Peru) backs and | Chile opposes it": the object of the verb that the noun
  // group behind the coordinator begins a clause with; -1 for none.
  int32_t RaisedObject(int32_t subject) const;
  // "a plan to close the school, which Peru opposes": the plan rather than the
  // noun before the relative clause.
  int32_t ProposalAround(const Clause& relative) const;
  // "That idea | the union rejects": the object before the subject; -1 for
  // none.
  int32_t Fronted() const;
  // "Police beat the crowd, | the union complained": the clause before it.
  TargetRef Complained() const;
  // "Egypt | she finds unhelpful".
  int32_t FrontedBeforeAdjective() const;
  // "a motion that the union deplores the raid": a clause that lacks nothing.
  bool HasOwnObject(const Clause& clause) const;
  // "prefers A to | B", "would sooner resign than | C": what stands on the
  // other side of the frame.
  TargetRef SetAgainst(const Filler& filler, const FilledFrame& frame) const;
  // "which Peru objects | to", "which it is | against": the preposition has
  // nothing behind it, in a relative clause that lacks its object.
  bool IsStranded(int32_t preposition) const;
  // A relative clause that opens with a preposition: "to which Peru objects".
  bool IsPrepositional(const Clause& clause) const;
  // "to which he | appended his name": the last word of the phrase is the
  // preposition in front of the pronoun.
  bool TakesFronted() const;

  // --- prepositional_targets.cc ---------------------------------------------

  // "promised tenants | a freeze": what somebody is to have; -1 where `noun` is
  // all that the verb has.
  int32_t GivenTo(int32_t noun) const;
  // "opposed | Chile joining the pact": what a named one does, not the one.
  bool ActsInGerund(int32_t noun) const;
  // "demanded | the mayor resign": what is demanded of the object.
  bool IsWantedToAct(int32_t noun) const;
  // First noun group or gerund after one of the prepositions.
  // `first`: no other target of the frame stands before it.
  TargetRef Prepositional(const Filler& filler, bool first) const;
  TargetRef AfterPreposition(int32_t preposition) const;

  // --- subject_targets.cc ---------------------------------------------------

  // "was called for": a passive whose preposition governs nothing.
  bool IsPassiveBefore(const Filler& filler) const;
  // "residents were angered by the toll": what the verb would have as subject.
  TargetRef PassiveAgent() const;
  // The subject; of "the council backed C, drawing fire from A" what the main
  // clause says.
  bool PushSubject(FilledFrame* out) const;
  TargetRef SubjectTarget() const;
  // The subject of the verb as the target, without the verb's own words.
  TargetRef OfSubject(int32_t verb) const;

  // --- carried_targets.cc ---------------------------------------------------

  // "The ruling left residents angry": of an adjective, what made them so.
  TargetRef CauseOfFeeling() const;
  // "reacted with fury to the plan": the light verb takes "to", whatever the
  // noun takes.
  TargetRef ReactedTo() const;
  // "won the endorsement of unions": whose it is, not of what.
  bool IsReceivedOf() const;
  // "has the support of unions", "has their support": a noun cue with its
  // holder as the object of "have".
  bool IsHad() const;

  // --- blamed_targets.cc ----------------------------------------------------

  // "The mayor drew criticism over the merger": of the mayor, too.
  bool IsReproachReceived(const Filler& filler) const;
  // "furious with Peru | for closing the border": the verb of what somebody is
  // blamed or praised for; -1 for none. Of an evaluation of a noun.
  int32_t ReasonFor(const TargetRef& blamed) const;
  // Pushes whoever is blamed, and behind them what for; false where nobody is.
  bool PushBlamed(TargetRef blamed, int score, FilledFrame* out) const;

  // --- infinitive_targets.cc -----------------------------------------------

  // A to-infinitive that the cue governs without an object between.
  TargetRef Infinitive() const;
  // The infinitive whose subject is the object: "urged A to C"; in a passive,
  // "A was urged to C".
  TargetRef VerbOrCaused(int32_t verb) const;
  TargetRef ObjectInfinitive() const;
  TargetRef PrepositionInfinitive(const Filler& filler) const;
  TargetRef InfinitiveAfter(int32_t noun) const;
  bool IsReducedBeforeInfinitive(int32_t noun, int32_t participle) const;

  // --- clause_targets.cc ----------------------------------------------------

  TargetRef ThatClause() const;
  // Behind the noun of stance and whose it is: "boos | from the gallery |
  // when", "boos | rang out | from the gallery | as".
  int32_t BehindHolder() const;
  // "furious after the council backed it": the clause that one of the words of
  // the filler opens right behind the cue.
  TargetRef EventBehind(const Filler& filler) const;
  // "repeated that it would sit it out": what the clause says of the one
  // who says it is the stance.
  bool TellsOwnStance(const Clause& clause) const;
  // "insists that the levy is fair" asserts it, "insists that the levy go" and
  // "must go" ask for it: only of verbs that do both.
  bool IsAssertion(const Clause& clause) const;
  // "Their demand is a pay rise", "its aim is to end the war", "our view is
  // that it should stop".
  // Only what one of the prepositions opens where the frame names some.
  TargetRef Predicate(const Filler& filler) const;
  // Behind the colon that follows the noun; -1 for nothing.
  int32_t ListedBehind(int32_t noun) const;
  // "to the dismay of farmers", "despite their opposition", "with their
  // support": what the clause around the phrase says.
  TargetRef Matrix(const Filler& filler) const;
  // "was shelved after an outcry from farmers": what the clause around the
  // phrase acts on.
  TargetRef MatrixObject(const Filler& filler) const;
  // "if Peru had its way, the treaty would go": what would be.
  TargetRef OfCondition() const;

  // --- listed_targets.cc ---------------------------------------------------

  // "They want | :", "its demands are simple | :": the colon behind which the
  // targets of the cue stand; -1 for none.
  int32_t ColonOf(const Filler& filler) const;
  bool Listed(const Filler& filler, FilledFrame* out) const;

  // --- cleft_targets.cc ----------------------------------------------------

  // "What we need is a truce", "what we object to is the haste": what stands
  // behind the copula at `copula`.
  TargetRef Cleft(int32_t copula) const;
  // "All | we want is C": nothing but what is said of it tells what it is.
  bool IsAllThat() const;
  // "A pause is | what they want", "is all | they ask for": what stands before
  // the copula, where the clause of the cue ends at `end`.
  TargetRef EquatedBefore(int32_t end) const;
  // "What | we are unable to applaud": the clause of the cue is opened so.
  bool OpensWithWhat() const;
  // "criticised | how it was run": a word of question, which may open a clause.
  bool AsksOf(int32_t group) const {
    return v_.Is(group, GroupKind::kInterrogative) ||
           (v_.Is(group, GroupKind::kSubordinator) &&
            v_.Head(group).MayBe(kInterrogative) &&
            !v_.Head(group).MayBe(kPreposition));
  }
  // "what remains of the sanctions": the clause after the word.
  TargetRef WhatClause(int32_t i) const;
  // A verb of calling: one of its cues has an evaluated object.
  bool NamesThings(int32_t verb) const;

  // --- verdict_targets.cc ---------------------------------------------------

  // "called the plan a disgrace": the object, and after it a word of verdict;
  // behind one of the prepositions where the frame names some: "sees it as".
  bool EvaluatedObject(const Filler& filler, FilledFrame* out) const;
  // "found the plot thin | and the songs glorious": the other pair of the verb.
  void JudgeNext(int32_t verdict, lexicon::v1::Polarity polarity,
                 FilledFrame* out) const;
  // "called it | welcome | but inadequate": what is only granted.
  bool IsGranted(int32_t verdict) const;
  // "what they find | unfair | is the rota": the rota.
  TargetRef CleftBehindVerdict() const;
  // What a word says of what it is said of; unspecified for most words.
  lexicon::v1::Polarity VerdictAt(uint32_t unit) const;
  // "finds it wrong to close the mine", "called it a shame that it closed":
  // what "it" stands for, behind the verdict.
  TargetRef Extraposed(const TargetRef& object, int32_t verdict) const;
  // A quotation mark stands in the group, and no name behind it: 'called the
  // scheme "Safe Streets"' is no slight.
  bool OpensInLowerCase(int32_t group) const;
  // "called the plan “theatre”", "likened it to a lottery": what is no word of
  // verdict, in quotation marks or behind a preposition of the frame's own;
  // only frames with a polarity of their own say what that means.
  bool NamedInQuotes(const Filler& filler, const TargetRef& object,
                     int32_t after, FilledFrame* out) const;
  // "the cap would lead to shortages", "the levy would ease congestion": what
  // comes of the subject says whether it is good.
  bool Consequence(const Filler& filler, FilledFrame* out) const;
  // Of a relative clause whose object is left out; -1 for none.
  int32_t GapAntecedent() const;
  // "what | she | called".
  bool FollowsWhat() const;
  // What is meant by a verdict in quotation marks that has no verb: see
  // spoken_topics.h.
  TargetRef OfSpeech() const;
  // The subject of "is illegal", "was a mistake".
  TargetRef Evaluated() const;

  // --- verdicts_apart.cc ----------------------------------------------------

  // "sees a threat in the dam", "sees in the dam a threat": what stands behind
  // one of the prepositions, and the object of the verb says what of it.
  bool SeenIn(const Filler& filler, FilledFrame* out) const;
  // "Aid groups spoke of | a disaster": a word of verdict on what the text is
  // about.
  bool SpokenOf(FilledFrame* out) const;
  // "the levy, | “a disgrace” in the union's words,": what it renames.
  TargetRef Renamed() const;
  // "“A disgrace,” | Roe said": the closing mark of a quotation that is nothing
  // but a word of verdict; -1 where it is more.
  int32_t EndOfFragment() const;
  // The same: of what the text is about, where nothing says of what.
  bool Fragment(FilledFrame* out) const;

  static bool Push(const TargetRef& target, int score, FilledFrame* out) {
    if (!target) return false;
    out->targets.push_back(target);
    out->score += score;
    return true;
  }

  static TargetRef Noun(int32_t group) {
    return group < 0 ? TargetRef{} : TargetRef{TargetRef::Kind::kNoun, group};
  }

  const CueContext& c_;
  const SentenceView& v_ = c_.v;
  const Syntax& s_ = v_.syntax;
  const int32_t group_ = c_.group;
};

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_TARGET_FILLER_H_
