// Which of two clauses a verb behind "and" or a comma goes on with: "said that
// the talks had failed and | praised the envoys" with the outer one.

#include "service/engine/syntax/clause_builder.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

class Conjunct {
 public:
  Conjunct(const ClauseBuilder& b, int32_t host, int32_t i)
      : b_(b),
        i_(i),
        verb_(b.Head(i)),
        clause_(b.clauses[host]),
        inner_(clause_.verb) {}

  bool BelongsFurtherOut() const {
    if (clause_.parent < 0) return false;
    // "believes in it as others do and | wants it": not what many do.
    if (clause_.kind == ClauseKind::kSubordinate && clause_.subject >= 0 &&
        b_.groups[clause_.subject].plural &&
        b_.units[b_.groups[i_].begin].tag == kVerbThird) {
      return true;
    }
    // "Bazoum, who was detained, and | demanded": a comma closes what a comma
    // opened.
    const Clause& relative =
        clause_.kind == ClauseKind::kComplement
            ? b_.clauses[clause_.parent]
            : clause_;  // "which he said | had failed, and"
    if (relative.kind == ClauseKind::kRelative && relative.opener > 0 &&
        b_.Is(relative.opener - 1, GroupKind::kComma)) {
      const int32_t coordinator = b_.Before(i_);
      return b_.Is(coordinator, GroupKind::kCoordinator) &&
             b_.Is(b_.Before(coordinator), GroupKind::kComma);
    }
    if (clause_.kind != ClauseKind::kComplement) return false;
    const int32_t outer = b_.clauses[clause_.parent].verb;
    return outer >= 0 && GoesWith(outer);
  }

 private:
  // Whether its tense, or what only somebody can do, tells that it goes with
  // the verb that governs the complement clause.
  bool GoesWith(int32_t outer) const {
    const bool finite = b_.groups[i_].form == VerbForm::kFinite;
    const Group& inner = b_.groups[inner_];
    // "worries a leak could spoil it and | has promised": a modal would have
    // gone on with a base form.
    if (inner.modal && Present(outer) && Present(i_) && finite) return true;
    // "said a judge could stop it and | praised the crew": likewise.
    if (inner.modal && !inner.passive && !inner.perfect && Past(outer) &&
        Past(i_) && finite && !b_.groups[i_].passive) {
      return true;
    }
    const bool both_past = Past(i_) && Past(outer);
    if (!both_past && !AgreesInPresent(outer)) return false;
    // "said the plan was unfair and | called for talks": plans do not call.
    if (OnlySomebodyDoes() && (IsOfThing(!both_past) || IsOfNobody())) {
      return true;
    }
    return both_past && !inner.modal && !inner.perfect && !Past(inner_);
  }

  bool Past(int32_t verb) const {
    const Group& g = b_.groups[verb];
    // "had fallen and | praised": the form may be either.
    return b_.units[g.begin].Is(kVerbPast) ||
           (g.end - g.begin == 1 && b_.Head(verb).Is(kVerbParticiple) &&
            b_.Head(verb).MayBe(kVerbPast));
  }
  bool Present(int32_t verb) const {
    return !b_.groups[verb].modal &&
           b_.units[b_.groups[verb].begin].Is(kVerbThird | kVerbBase);
  }

  // "says the plan was costly and | welcomes its aims", "says it is costly but
  // | welcomes its aims", "said it was costly and | is asking for another".
  bool AgreesInPresent(int32_t outer) const {
    if (!Present(i_)) return false;
    const bool other_tense =
        !Present(inner_) || b_.groups[i_].perfect != b_.groups[inner_].perfect;
    if (Past(outer)) return other_tense;
    if (!Present(outer)) return false;
    const int32_t coordinator = b_.Before(i_);
    return other_tense || IsOfSpeech() ||
           (b_.Is(coordinator, GroupKind::kCoordinator) &&
            b_.Head(coordinator).Has(pb::FUNCTION_ROLE_ADVERSATIVE));
  }

  // "says the levy is unfair and | urges MPs to drop it".
  bool IsOfSpeech() const {
    return verb_.Reads(EntryKind::kReporting) ||
           verb_.Takes(pb::SLOT_OBJECT_INFINITIVE);
  }

  bool OnlySomebodyDoes() const {
    // "had divided them and | cost them votes": what is no sure past has to be
    // as "praised them for it" and "appealed to them to act" are.
    const bool participle = verb_.Is(kVerbParticiple) && Past(i_);
    const bool judges = verb_.Reads(EntryKind::kCue) &&
                        verb_.Takes(pb::SLOT_OBJECT) &&
                        !verb_.Takes(pb::SLOT_SUBJECT_TARGET) &&
                        (!participle || verb_.Takes(pb::SLOT_PREPOSITION));
    return judges || HasView() || Feels() || IsOfSpeech() ||
           (verb_.Takes(pb::SLOT_INFINITIVE) && !participle) ||
           verb_.Takes(pb::SLOT_THAT_CLAUSE) ||
           verb_.Takes(pb::SLOT_PREPOSITION_INFINITIVE);
  }
  // "but voiced support", "but has doubts about it".
  bool HasView() const {
    return (verb_.Reads(EntryKind::kLightVerb) || verb_.Is(kHave)) &&
           b_.Is(i_ + 1, GroupKind::kNoun) &&
           b_.Head(i_ + 1).Reads(EntryKind::kCue) &&
           b_.Is(i_ + 2, GroupKind::kPreposition);
  }
  // "and was scathing about the delay".
  bool Feels() const {
    const int32_t adjective = b_.After(i_);
    return b_.groups[i_].copula && b_.Is(adjective, GroupKind::kAdjective) &&
           b_.Head(adjective).Reads(EntryKind::kCue) &&
           b_.Head(adjective).Takes(pb::SLOT_PREPOSITION) &&
           !b_.Head(adjective).Takes(pb::SLOT_SUBJECT_TARGET) &&
           b_.Is(adjective + 1, GroupKind::kPreposition);
  }

  // The clause that it stands behind has a thing for its subject.
  bool IsOfThing(bool or_statement) const {
    if (clause_.subject < 0) return false;
    return b_.IsThing(clause_.subject) &&
           !(or_statement &&
             b_.Head(clause_.subject).Has(pb::FUNCTION_ROLE_STATEMENT));
  }

  // "said nobody had asked and | denounced it".
  bool IsOfNobody() const {
    return clause_.subject >= 0 && b_.groups[clause_.subject].negative &&
           !b_.groups[i_].negative;
  }

  const ClauseBuilder& b_;
  const int32_t i_;
  const Unit& verb_;
  const Clause& clause_;
  const int32_t inner_;
};

}  // namespace

bool ClauseBuilder::IsThing(int32_t noun) const {
  const Unit& head = Head(noun);
  return !head.Is(kProper | kPronoun) && !head.name && !head.person &&
         !head.Reads(EntryKind::kActor) && !head.Reads(EntryKind::kAgent) &&
         !head.Has(pb::FUNCTION_ROLE_QUANTITY);
}

bool ClauseBuilder::BelongsFurtherOut(int32_t host, int32_t i) const {
  return Conjunct(*this, host, i).BelongsFurtherOut();
}

}  // namespace stance
