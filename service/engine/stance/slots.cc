#include "service/engine/stance/slots.h"

#include <algorithm>

#include "service/engine/stance/composition.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/parentheticals.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// How far a preposition may stand from the cue that takes it, in groups.
constexpr int32_t kPrepositionReach = 10;

// "Her quarrel", "the union's quarrel".
bool IsOwned(const SentenceView& view, int32_t group) {
  return view.Is(group, GroupKind::kNoun) &&
         (view.At(group).possessor >= 0 ||
          view.units[view.At(group).begin].Is(kPossessivePronoun));
}

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
         v_.Head(first - 1).Has(pb::FUNCTION_ROLE_SHARE) ||
         LightDirection(v_, first - 1) == pb::LIGHT_VERB_DIRECTION_RECEIVE);
    int32_t i = had ? first - 1 : BeforeParenthetical(group_) - 1;
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
          if (light >= 0) {
            carrier_ = i;
            light_ = direction;
          } else if (GivingUp(v_, i) != nullptr) {
            carrier_ = i;
            light_ = pb::LIGHT_VERB_DIRECTION_GIVE;
          } else if (copula || HaveVerb(i)) {
            carrier_ = i;
            light_ = copula ? pb::LIGHT_VERB_DIRECTION_UNSPECIFIED
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
      paired |= kind == GroupKind::kCoordinator;
      if (kind == GroupKind::kNoun && paired &&
          cue_.word_class != pb::WORD_CLASS_PHRASE &&
          v_.At(i).preposition >= 0 && v_.At(i).preposition < i) {
        i = v_.At(i).preposition - 1;
        continue;
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
      if (kind == GroupKind::kNoun && !IsDenied(i)) Recipient(i);
      return;
    }
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

  // "was, | from the start, | against it": the first group of what is set in
  // right before a phrase; the phrase itself where nothing is.
  int32_t BeforeParenthetical(int32_t group) const {
    constexpr int32_t kLongest = 8;
    int32_t closing = group - 1;
    // "is, | the mayor said, | “a mistake”".
    if (v_.Is(closing, GroupKind::kQuote)) --closing;
    if (!IsParentheticalMark(v_, closing)) return group;
    for (int32_t i = closing - 1; i > 0 && i > closing - kLongest; --i) {
      // "is, | the mayor said, | a mistake".
      if (v_.Is(i, GroupKind::kVerb) &&
          !v_.Head(i).Reads(EntryKind::kReporting) &&
          !v_.Head(i).Has(pb::FUNCTION_ROLE_ACCORDING)) {
        break;
      }
      if (v_.At(i).kind == v_.At(closing).kind &&
          v_.Is(i - 1, GroupKind::kVerb)) {
        return EndOfParenthetical(v_, i) == closing ? i : group;
      }
    }
    return group;
  }

  // "Concerns about the plan were raised by unions".
  bool IsExpressed() {
    if (cue_.word_class != pb::WORD_CLASS_NOUN) return false;
    const int32_t clause = v_.At(group_).clause;
    if (clause < 0) return false;
    const int32_t verb = v_.syntax.clauses[clause].verb;
    if (v_.syntax.clauses[clause].subject != group_ || verb <= group_ ||
        !v_.At(verb).passive ||
        LightDirection(v_, verb) != pb::LIGHT_VERB_DIRECTION_GIVE) {
      return false;
    }
    carrier_ = verb;
    light_ = pb::LIGHT_VERB_DIRECTION_GIVE;
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

const CueEntry* GivingUp(const SentenceView& view, int32_t verb) {
  return view.FindCue(view.Head(verb), pb::WORD_CLASS_VERB,
                      [](const CueEntry& cue) {
                        return cue.effect == pb::EFFECT_REVERSE &&
                               cue.polarity == pb::POLARITY_UNSPECIFIED;
                      });
}

Carrier FindCarrierOf(const SentenceView& view, int32_t group,
                      const CueEntry& cue) {
  return CarrierFinder(view, group, cue).Find();
}

namespace {

// "urged to act ahead of strikes | by nurses": the phrase belongs to the noun.
bool IsOfEvent(const SentenceView& view, int32_t by, int32_t verb) {
  const int32_t noun = by - 1;
  return view.Is(noun, GroupKind::kNoun) && view.At(noun).plural &&
         view.At(noun).preposition > verb &&
         view.Head(noun).Reads(EntryKind::kCue);
}

}  // namespace

int32_t BehindRelative(const SentenceView& view, int32_t i) {
  if (!view.Is(i + 1, GroupKind::kRelative) ||
      (!view.Is(i, GroupKind::kComma) && !view.Is(i, GroupKind::kBreak))) {
    return i;
  }
  for (int32_t j = i + 2; j < view.syntax.size() && j < i + 16; ++j) {
    if (view.At(j).kind == view.At(i).kind) return j + 1;
  }
  return i;
}

int32_t CausedBy(const SentenceView& view, int32_t verb) {
  if (!view.Head(verb).Is(kHave) || !view.Is(verb + 1, GroupKind::kNoun)) {
    return -1;
  }
  int32_t caused = verb + 2;
  while (view.Is(caused, GroupKind::kOther) ||
         view.Is(caused, GroupKind::kNoun)) {
    ++caused;
  }
  return view.Is(caused, GroupKind::kVerb) &&
                 view.At(caused).form == VerbForm::kParticiple
             ? caused
             : -1;
}

int32_t PassiveBy(const SentenceView& view, int32_t verb, int32_t after) {
  const int32_t limit = std::min(view.syntax.size(), verb + 12);
  // "was approved despite a plea | by nurses": up to a comma, of the plea.
  bool despite = false;
  for (int32_t i = after + 1; i < limit; ++i) {
    const GroupKind kind = view.At(i).kind;
    if (kind == GroupKind::kComma) {
      despite = false;
    } else if (kind == GroupKind::kPreposition &&
               view.Head(i).Has(pb::FUNCTION_ROLE_DESPITE)) {
      despite = true;
    }
    if (kind == GroupKind::kPreposition && !despite &&
        view.Head(i).Has(pb::FUNCTION_ROLE_PASSIVE_AGENT) &&
        !IsOfEvent(view, i, verb)) {
      return i;
    }
    if (kind == GroupKind::kBreak || kind == GroupKind::kSubordinator ||
        kind == GroupKind::kRelative ||
        (kind == GroupKind::kVerb && view.At(i).form == VerbForm::kFinite)) {
      break;
    }
  }
  return -1;
}

// "abstained | in order to keep the peace": what for.
static bool OpensPurpose(const SentenceView& view, int32_t preposition) {
  const int32_t noun = preposition + 1;
  return view.Head(preposition).Has(pb::FUNCTION_ROLE_IN) &&
         view.Is(noun, GroupKind::kNoun) &&
         view.Is(noun + 1, GroupKind::kVerb) &&
         view.At(noun + 1).form == VerbForm::kToInfinitive &&
         view.At(noun).end - view.At(noun).begin == 1 &&
         view.Head(noun).Is(kNoun);
}

int32_t FindPreposition(const SentenceView& view, int32_t group,
                        const std::vector<WordId>& words) {
  int32_t limit = std::min(view.syntax.size(), group + 1 + kPrepositionReach);
  int32_t time = -1;  // "pleaded | for years | for a park"
  for (int32_t i = group + 1; i < limit; ++i) {
    // "took the sponsors | to task | for C": the rest of the cue.
    if (view.units[view.At(i).begin].resumes) continue;
    switch (view.At(i).kind) {
      case GroupKind::kPreposition:
      case GroupKind::kAdverb: {
        const Unit& unit = view.Head(i);
        // "firmly against" counts as its preposition, "in favour of" does not.
        const bool single = unit.end - unit.begin == 1;
        const bool adverbial = (view.lexicon.Word(unit.word).classes &
                                (kAdverb | kPreposition)) == kAdverb;
        if ((single || adverbial) &&
            Contains(words, view.text.tokens[unit.end - 1].word) &&
            !OpensPurpose(view, i)) {
          const bool tells_when =
              view.Is(i + 1, GroupKind::kNoun) && view.Head(i + 1).Is(kTime);
          if (!tells_when) return i;
          if (time < 0) time = i;
        }
        continue;
      }
      case GroupKind::kNoun:
      case GroupKind::kQuote:
      case GroupKind::kOther:
      case GroupKind::kAdjective:
        continue;
      case GroupKind::kComma: {
        const int32_t closing = std::max(EndOfParenthetical(view, i),
                                         EndOfRenaming(view, i, words));
        if (closing < 0 && i > group + 1) return time;
        i = std::max(i, closing);
        continue;
      }
      case GroupKind::kVerb:
        // "Its quarrel | is | with the regulator": of the noun all the same.
        if (view.At(i).copula && view.ClauseOf(i).subject == group &&
            IsOwned(view, group) && !IsNegated(view, i) &&
            !(view.Is(i + 1, GroupKind::kAdverb) &&
              view.Head(i + 1).Is(kNegation))) {
          continue;
        }
        // Else the verb takes the preposition itself.
        return time;
      case GroupKind::kCoordinator:
        if (view.Is(i + 1, GroupKind::kNoun) &&
            view.At(i + 1).first_conjunct >= 0) {
          continue;
        }
        return time;
      default:
        return time;
    }
  }
  return time;
}

}  // namespace stance
