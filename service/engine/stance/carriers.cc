// Which verb carries a cue that is no verb: "is | wary of it", "voiced | its
// concern", "gave the plan | its backing".

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/operators.h"
#include "service/engine/stance/parentheticals.h"
#include "service/engine/stance/slots.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

class CarrierFinder {
 public:
  CarrierFinder(const SentenceView& view, int32_t group, const CueEntry& cue)
      : v_(view), group_(group), cue_(cue) {}

  Carrier Find() {
    Run();
    return {carrier_, light_, recipient_};
  }

 private:
  void Run() {
    if (IsExpressed() || IsTakenUp()) return;
    // "has the union's backing", "shared the union's concern": over the
    // possessor.
    int32_t first = v_.FirstOfPossessors(group_);
    const bool had =
        first < group_ && v_.Is(first - 1, GroupKind::kVerb) &&
        (HaveVerb(first - 1) ||
         // "is the union's brainchild".
         v_.At(first - 1).copula ||
         v_.Head(first - 1).Has(pb::FUNCTION_ROLE_SHARE) ||
         LightDirection(v_, first - 1) == pb::LIGHT_VERB_DIRECTION_RECEIVE);
    int32_t i = had ? first - 1 : StartOfParenthetical(v_, group_) - 1;
    int steps = 0;
    bool paired = false;  // a coordinator before the cue
    while (i >= 0 && steps++ < 6) {
      const GroupKind kind = v_.At(i).kind;
      if (kind == GroupKind::kAdverb || kind == GroupKind::kQuote) {
        --i;
        continue;
      }
      if (kind == GroupKind::kVerb) {
        const bool copula = v_.At(i).copula;
        pb::LightVerbDirection direction = pb::LIGHT_VERB_DIRECTION_UNSPECIFIED;
        const int32_t light =
            v_.FirstReading(EntryKind::kLightVerb, v_.Head(i));
        if (light >= 0) direction = v_.lexicon.light_verbs[light].direction;
        if (cue_.word_class == pb::WORD_CLASS_NOUN) {
          if (direction == pb::LIGHT_VERB_DIRECTION_BEFALL) return;
          if (light >= 0) {
            carrier_ = i;
            light_ = direction;
          } else if (GivingUp(v_, i) != nullptr) {
            carrier_ = i;
            light_ = pb::LIGHT_VERB_DIRECTION_GIVE;
          } else if (copula || HaveVerb(i)) {
            carrier_ = i;
            light_ = copula         ? pb::LIGHT_VERB_DIRECTION_UNSPECIFIED
                     : IsOfOthers() ? pb::LIGHT_VERB_DIRECTION_RECEIVE
                                    : pb::LIGHT_VERB_DIRECTION_GIVE;
          }
        } else if (copula || light >= 0 || (paired && v_.At(i).passive) ||
                   (v_.At(i).passive &&
                    v_.Head(i).Has(pb::FUNCTION_ROLE_CAUSATIVE))) {
          carrier_ = i;
        }
        return;
      }
      // "a chorus of criticism", "one of the critics": the whole stands for
      // the part.
      if (kind == GroupKind::kPreposition &&
          cue_.word_class == pb::WORD_CLASS_NOUN &&
          v_.Head(i).Has(pb::FUNCTION_ROLE_GENITIVE) &&
          v_.Is(i - 1, GroupKind::kNoun)) {
        i -= 2;
        continue;
      }
      // "amounts to a betrayal", "looks like a mistake".
      if (kind == GroupKind::kPreposition &&
          cue_.word_class != pb::WORD_CLASS_VERB &&
          v_.Is(i - 1, GroupKind::kVerb) && v_.At(i - 1).copula &&
          !v_.Head(i - 1).Is(kBe) &&
          (v_.Head(i).MayBe(kTo) || v_.Head(i).Has(pb::FUNCTION_ROLE_AS))) {
        --i;
        continue;
      }
      // "opposed to X and wary of Y": back over the phrase of the first.
      paired |= kind == GroupKind::kCoordinator || IsListed(i);
      if (kind == GroupKind::kNoun && paired && v_.At(i).preposition >= 0 &&
          v_.At(i).preposition < i &&
          (cue_.word_class != pb::WORD_CLASS_PHRASE || IsPredicate(i))) {
        i = v_.At(i).preposition - 1;
        --steps;
        continue;
      }
      if (kind == GroupKind::kComma && paired) {
        i = StartOfRelative(v_, i) - 1;
        continue;
      }
      // "gave Ms Roe, | who is retiring, | an ovation".
      if (kind == GroupKind::kComma && i == group_ - 1 &&
          cue_.word_class == pb::WORD_CLASS_NOUN) {
        const int32_t named = StartOfSetOff(v_, i) - 1;
        if (v_.Is(named, GroupKind::kNoun)) Recipient(named);
        if (carrier_ >= 0) return;
      }
      // "is for | the levy | and against the fee".
      if (kind == GroupKind::kNoun && paired &&
          cue_.word_class == pb::WORD_CLASS_PHRASE &&
          v_.Is(i - 1, GroupKind::kVerb) &&
          v_.Head(i - 1).end - v_.Head(i - 1).begin > 1 &&
          (v_.lexicon.Word(v_.text.tokens[v_.Head(i - 1).begin].word).classes &
           kBe)) {
        carrier_ = i - 1;
        return;
      }
      // "spoke in favour of | the quota | but against the fine".
      if (kind == GroupKind::kNoun && paired && i == group_ - 2 &&
          cue_.word_class == pb::WORD_CLASS_PHRASE && IsOtherSide(i - 1)) {
        carrier_ = i - 1;
        return;
      }
      // "drew criticism from farmers and praise from nurses".
      if (kind == GroupKind::kNoun && paired &&
          cue_.word_class == pb::WORD_CLASS_NOUN &&
          v_.Head(i).Reads(EntryKind::kCue) && v_.At(i).possessor < 0) {
        --i;
        continue;
      }
      // Light verb + list of nominal cues: "expressed concern and opposition".
      if (kind == GroupKind::kCoordinator || kind == GroupKind::kComma ||
          (kind == GroupKind::kNoun && v_.At(group_).first_conjunct == i) ||
          kind == GroupKind::kAdjective) {
        --i;
        continue;
      }
      // "is a pay cut | by another name": the phrase judges the noun.
      if (kind == GroupKind::kNoun && i == group_ - 1 && JudgesNoun()) {
        i = v_.FirstOfPossessors(i) - 1;
        continue;
      }
      if (kind == GroupKind::kNoun && !IsDenied(i)) Recipient(i);
      return;
    }
  }

  // A phrase of verdict, as "by another name" is.
  bool JudgesNoun() const {
    return cue_.word_class == pb::WORD_CLASS_PHRASE && !cue_.frames.empty() &&
           !cue_.frames[0].targets.empty() &&
           cue_.frames[0].targets[0].slot == pb::SLOT_EVALUATED;
  }

  // "has | the approval | of the board": not its own.
  bool IsOfOthers() const {
    const int32_t whose = GenitiveOf(v_, group_);
    return whose >= 0 && CanHold(v_, whose) &&
           v_.units[v_.At(group_).begin].Has(pb::FUNCTION_ROLE_DEFINITE);
  }

  // "spoke in favour of", before "but | against": a verb with its preposition
  // that is for it where the phrase is against it, or the other way round.
  bool IsOtherSide(int32_t verb) const {
    if (!v_.Is(verb, GroupKind::kVerb) ||
        v_.Head(verb).end - v_.Head(verb).begin < 2) {
      return false;
    }
    return v_.FindCue(v_.Head(verb), pb::WORD_CLASS_VERB,
                      [&](const CueEntry& cue) {
                        return cue.sense == pb::SENSE_EVALUATION &&
                               cue.polarity != pb::POLARITY_UNSPECIFIED &&
                               cue.polarity != cue_.polarity;
                      }) != nullptr;
  }

  // "wary of X, | hostile to Y and in favour of Z": the comma at `comma` parts
  // an adjective of stance from another, and the list goes on.
  bool IsListed(int32_t comma) const {
    if (comma != group_ - 1 || !v_.Is(comma, GroupKind::kComma) ||
        !v_.Is(comma - 1, GroupKind::kNoun) ||
        cue_.word_class == pb::WORD_CLASS_NOUN || !IsPredicate(comma - 1)) {
      return false;
    }
    constexpr int32_t kLongest = 8;
    for (int32_t i = group_ + 1; i < group_ + kLongest; ++i) {
      if (v_.Is(i, GroupKind::kCoordinator)) return true;
      if (!v_.Is(i, GroupKind::kNoun) && !v_.Is(i, GroupKind::kPreposition) &&
          !v_.Is(i, GroupKind::kAdverb) && !v_.Is(i, GroupKind::kAdjective) &&
          !v_.Is(i, GroupKind::kComma)) {
        break;
      }
    }
    return false;
  }

  // "is wary of | X", "is against | X": the noun group ends the phrase of
  // another cue.
  bool IsPredicate(int32_t noun) const {
    const int32_t preposition = v_.At(noun).preposition;
    if (preposition < 1) return false;
    // "against X"; "unhappy | with X"; "wary | of the terms | of X".
    int32_t cue = preposition;
    if (!v_.Head(cue).Reads(EntryKind::kCue)) --cue;
    if (v_.Is(cue, GroupKind::kNoun) && v_.At(cue).preposition > 0) {
      cue = v_.At(cue).preposition - 1;
    }
    return (v_.Is(cue, GroupKind::kAdjective) ||
            v_.Is(cue, GroupKind::kPreposition) ||
            (v_.Is(cue, GroupKind::kVerb) && v_.At(cue).passive)) &&
           v_.Head(cue).Reads(EntryKind::kCue);
  }

  // "nor is | Peru | fond of it": the verb before its subject.
  bool IsDenied(int32_t noun) {
    const Clause& clause = v_.ClauseOf(group_);
    if (clause.verb < 1 || clause.verb > clause.subject ||
        clause.subject > noun || !v_.At(clause.verb).copula ||
        (!v_.Is(clause.verb - 1, GroupKind::kCoordinator) &&
         !v_.Is(clause.verb - 1, GroupKind::kAdverb))) {
      return false;
    }
    carrier_ = clause.verb;
    return true;
  }

  // "Concerns about the plan were raised by unions".
  bool IsExpressed() {
    if (cue_.word_class != pb::WORD_CLASS_NOUN) return false;
    const int32_t clause = v_.At(group_).clause;
    if (clause < 0) return false;
    const int32_t verb = v_.syntax.clauses[clause].verb;
    const int32_t subject = v_.syntax.clauses[clause].subject;
    if ((subject != group_ && subject != WholeOf(v_, group_)) ||
        verb <= group_) {
      return false;
    }
    // "Boos | greeted | the offer".
    const pb::LightVerbDirection expected =
        v_.At(verb).passive ? pb::LIGHT_VERB_DIRECTION_GIVE
                            : pb::LIGHT_VERB_DIRECTION_BEFALL;
    if (LightDirection(v_, verb) != expected) return false;
    carrier_ = verb;
    light_ = expected;
    return true;
  }

  // "rushed to Peru's defence", "took Serbia's side": the possessor is what the
  // noun is about.
  bool IsTakenUp() {
    int32_t first = v_.At(group_).possessor;
    if (first < 0 || !TakesPossessor()) return false;
    first = v_.FirstOfPossessors(first);
    int32_t verb = first - 1;
    const bool to =
        v_.Is(verb, GroupKind::kPreposition) && v_.Head(verb).MayBe(kTo);
    if (to) --verb;
    if (!v_.Is(verb, GroupKind::kVerb) || v_.Head(verb).Is(kBe | kHave) ||
        (to ? v_.Head(verb).Reads(EntryKind::kCue)
            : LightDirection(v_, verb) != pb::LIGHT_VERB_DIRECTION_GIVE)) {
      return false;
    }
    carrier_ = verb;
    return true;
  }

  bool TakesPossessor() const {
    for (const Frame& frame : cue_.frames) {
      for (const Filler& filler : frame.targets) {
        if (filler.slot == pb::SLOT_POSSESSOR) return true;
      }
    }
    return false;
  }

  // "gave the plan its backing": a light verb, whom or what it is given, and
  // the noun.
  void Recipient(int32_t noun) {
    if (cue_.word_class != pb::WORD_CLASS_NOUN || v_.Head(noun).Is(kTime) ||
        v_.At(noun).next_conjunct >= 0 || v_.At(group_).possessor == noun) {
      return;
    }
    int32_t first = v_.FirstOfPossessors(noun);
    const int32_t verb = first - 1;
    if (!v_.Is(verb, GroupKind::kVerb) || v_.At(verb).passive) return;
    if (LightDirection(v_, verb) != pb::LIGHT_VERB_DIRECTION_GIVE) {
      return;
    }
    carrier_ = verb;
    light_ = pb::LIGHT_VERB_DIRECTION_GIVE;
    recipient_ = noun;
  }

  bool HaveVerb(int32_t i) const { return v_.Head(i).Is(kHave); }

  const SentenceView& v_;
  const int32_t group_;
  const CueEntry& cue_;
  int32_t carrier_ = -1;
  int32_t recipient_ = -1;
  pb::LightVerbDirection light_ = pb::LIGHT_VERB_DIRECTION_UNSPECIFIED;
};

}  // namespace

pb::LightVerbDirection LightDirection(const SentenceView& view, int32_t verb) {
  const int32_t light =
      view.FirstReading(EntryKind::kLightVerb, view.Head(verb));
  return light < 0 ? pb::LIGHT_VERB_DIRECTION_UNSPECIFIED
                   : view.lexicon.light_verbs[light].direction;
}

Carrier FindCarrierOf(const SentenceView& view, int32_t group,
                      const CueEntry& cue) {
  return CarrierFinder(view, group, cue).Find();
}

}  // namespace stance
