// The slots in which holders stand.

#include <algorithm>

#include "service/engine/stance/decisions.h"
#include "service/engine/stance/documents.h"
#include "service/engine/stance/holder_filler.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/motions.h"
#include "service/engine/stance/named_members.h"
#include "service/engine/stance/negation.h"
#include "service/engine/stance/spokesmen.h"

namespace stance {

namespace pb = lexicon::v1;

HolderRef HolderFiller::Fill(const Filler& filler,
                             const FilledFrame& filled) const {
  switch (filler.slot) {
    case pb::SLOT_SUBJECT: {
      // "Moved Cr Ito, | seconded Cr Shah: That …".
      if (v_.Is(0, GroupKind::kVerb) && v_.Is(group_, GroupKind::kVerb) &&
          !v_.At(group_).passive) {
        if (const HolderRef mover = Holding(MoverBehind(v_, group_))) {
          return mover;
        }
      }
      const HolderRef subject = Subject(filled);
      if (subject) return subject;
      if (const HolderRef inverted = Holding(InvertedSubject())) {
        return inverted;
      }
      if (const HolderRef label = Holding(LabelBefore())) return label;
      if (v_.Is(group_, GroupKind::kVerb)) {
        if (const HolderRef mover = Holding(MoverBehind(v_, group_))) {
          return mover;
        }
      }
      if (!IsUnowned()) return {};
      return {HolderRef::Kind::kSpeaker, -1, 0};
    }
    case pb::SLOT_POSSESSOR:
      return v_.Is(group_, GroupKind::kVerb) ? PossessorOfObject()
                                             : Possessor();
    case pb::SLOT_SPEAKER:
      if (const HolderRef whom = ForWhom()) return whom;
      return {HolderRef::Kind::kSpeaker, -1, 0};
    case pb::SLOT_SELF:
      // "The motion | carried 5-2": the body that decides, whoever it is.
      if (v_.Is(group_, GroupKind::kVerb)) {
        return IsDecision(group_) && IsOutcome(group_)
                   ? HolderRef{HolderRef::Kind::kBody, group_, 0}
                   : HolderRef{};
      }
      return Self();
    case pb::SLOT_PREPOSITION: {
      const int32_t preposition =
          FindPreposition(v_, group_, filler.prepositions);
      if (preposition < 0) return InCapital(group_);
      return Holding(ObjectOf(v_, preposition));
    }
    case pb::SLOT_OBJECT:
      // "residents were angered by the toll".
      if (v_.Is(group_, GroupKind::kVerb) && v_.At(group_).passive) {
        return Holding(v_.ClauseOf(group_).subject);
      }
      // "passed | 5-2": no chamber.
      {
        const int32_t object = ObjectOf(v_, group_);
        if (v_.Is(object, GroupKind::kNoun) &&
            v_.Head(object).Is(kNumberWord) && CountsVotes(v_, group_)) {
          return {};
        }
        return Holding(object);
      }
    default:
      return {};
  }
}

HolderRef HolderFiller::ForWhom() const {
  const Clause& clause =
      v_.ClauseOf(c_.carrier.verb >= 0 ? c_.carrier.verb : group_);
  if (clause.kind != ClauseKind::kRelative || clause.antecedent < 0 ||
      !v_.Is(clause.opener - 1, GroupKind::kPreposition)) {
    return {};
  }
  const Unit& preposition = v_.Head(clause.opener - 1);
  return preposition.Has(pb::FUNCTION_ROLE_SPOKEN_FOR) || preposition.MayBe(kTo)
             ? Holding(clause.antecedent)
             : HolderRef{};
}

HolderRef HolderFiller::Holding(int32_t group) const {
  if (group < 0 || !v_.Is(group, GroupKind::kNoun)) return {};
  if (!CanHold(v_, group)) return {};
  return {HolderRef::Kind::kGroup, group, 0};
}

HolderRef HolderFiller::Document(int32_t group) const {
  if (group < 0) return {};
  if (const HolderRef author = Holding(AuthorIn(v_, group))) return author;
  if (const int32_t body = BodyBefore(v_, group); body >= 0) {
    return {HolderRef::Kind::kModifier, group, static_cast<uint32_t>(body)};
  }
  if (v_.Head(group).Is(kPronoun) || !MayTakeUpDocument(v_, group)) return {};
  return {HolderRef::Kind::kDocument, group, 0};
}

HolderRef HolderFiller::Subject(const FilledFrame& filled) const {
  if (v_.Is(group_, GroupKind::kVerb)) {
    if (v_.At(group_).passive && c_.cue.word_class == pb::WORD_CLASS_VERB) {
      return PassiveSubject(group_);
    }
    if (IsUpToOthers()) return {};
    return ClauseSubject(group_);
  }
  // Adjectives and phrases: the copula's subject, else the noun group that
  // they follow.
  if (c_.carrier.verb >= 0) {
    const int32_t subject = v_.ClauseOf(c_.carrier.verb).subject;
    // "Those who are wary of it include | Chile".
    if (subject >= 0 && v_.Head(subject).Has(pb::FUNCTION_ROLE_DEMONSTRATIVE)) {
      if (const HolderRef named = Holding(EquatedMembers(v_, subject))) {
        return named;
      }
    }
    const HolderRef holder = Holding(subject);
    // "Among those wary of it | is | Chile": no predicate of the copula.
    if (holder || c_.carrier.verb < group_) return holder;
  }
  const HolderRef postnominal = Postnominal(filled);
  if (postnominal) return postnominal;
  if (IsPreposed()) return Holding(v_.ClauseOf(group_).subject);
  const int32_t verb = VerbBefore();
  if (verb < 0 || (!IsAdjunct() && !JoinsOtherSide())) return {};
  return ClauseSubject(verb);
}

HolderRef HolderFiller::ClauseSubject(int32_t verb) const {
  const Clause* clause = &v_.ClauseOf(verb);
  const bool subject_gap = clause->kind == ClauseKind::kRelative &&
                           clause->opener >= 0 &&
                           clause->subject == clause->antecedent;
  if (subject_gap && clause->subject >= 0 && IsClefted(v_, clause->subject)) {
    return Holding(clause->subject);
  }
  if (subject_gap && IsGeneric(*clause)) {
    if (const HolderRef author = Document(clause->antecedent)) return author;
    // "Peru is among those that back it".
    const int32_t equated = EquatedSubject(v_, clause->antecedent);
    if (equated >= 0) return Holding(equated);
    return Holding(EquatedMembers(v_, clause->antecedent));
  }
  for (int steps = 0; steps < 3; ++steps) {
    if (IsDemanded(*clause) || IsKeptFrom(*clause)) return {};
    if (clause->kind == ClauseKind::kInfinitive && IsPurposeOfMade(*clause)) {
      clause = &s_.clauses[clause->parent];
      continue;
    }
    // "was the first country to back it".
    if (clause->kind != ClauseKind::kMain && clause->subject >= 0) {
      const int32_t equated = EquatedSubject(v_, clause->subject);
      if (equated >= 0) return Holding(equated);
    }
    if (clause->kind == ClauseKind::kInfinitive && clause->subject >= 0 &&
        clause->subject + 1 == clause->verb) {
      const HolderRef named = Holding(NamedByDeed(v_, clause->subject));
      if (named) return named;
    }
    // "Others, such as the union, are eager to talk".
    if (clause->subject >= 0 &&
        v_.Head(clause->subject).Has(pb::FUNCTION_ROLE_QUANTITY) &&
        !v_.Head(clause->subject).Is(kNumberWord)) {
      if (const HolderRef named = Holding(NamedMembers(v_, clause->subject))) {
        return named;
      }
    }
    // "Those backing it include | Chile".
    if (clause->subject >= 0 && clause->kind == ClauseKind::kGerund &&
        v_.Head(clause->subject).Has(pb::FUNCTION_ROLE_DEMONSTRATIVE)) {
      if (const HolderRef named =
              Holding(EquatedMembers(v_, clause->subject))) {
        return named;
      }
    }
    if (clause->subject >= 0) {
      if (const HolderRef named = Holding(NamedOne(v_, clause->subject))) {
        return named;
      }
    }
    const HolderRef holder =
        Holding(clause->subject < 0 ? -1 : Spokesman(v_, clause->subject));
    if (holder) return holder;
    if (const HolderRef author = Document(clause->subject)) return author;
    // "the bishops, | whose letter condemned it".
    if (clause->subject > 0 &&
        v_.Head(clause->subject).Has(pb::FUNCTION_ROLE_STATEMENT) &&
        v_.Is(clause->subject - 1, GroupKind::kRelative) &&
        v_.Head(clause->subject - 1)
            .Has(pb::FUNCTION_ROLE_RELATIVE_POSSESSIVE)) {
      return Holding(clause->antecedent);
    }
    if (const int32_t report = ReportOfThing(*clause, verb); report >= 0) {
      clause = &v_.ClauseOf(report);
      continue;
    }
    if (clause->kind != ClauseKind::kGerund &&
        clause->kind != ClauseKind::kInfinitive) {
      break;
    }
    if (clause->parent < 0 || OfAnothersNoun(*clause) ||
        OfOpposedThing(*clause)) {
      break;
    }
    clause = &s_.clauses[clause->parent];
  }
  return {};
}

bool HolderFiller::IsPurposeOfMade(const Clause& infinitive) const {
  const int32_t made = v_.Is(infinitive.governor, GroupKind::kNoun)
                           ? infinitive.governor
                           : infinitive.subject;
  if (infinitive.parent < 0 || made < 0) return false;
  const int32_t verb = s_.clauses[infinitive.parent].verb;
  if (verb < 0 || verb > made || v_.At(verb).passive || v_.At(verb).copula ||
      ObjectOf(v_, verb) != made ||
      !v_.units[v_.At(made).begin].Has(pb::FUNCTION_ROLE_INDEFINITE)) {
    return false;
  }
  const Unit& head = v_.Head(verb);
  return !head.Is(kHave) && !head.Takes(pb::SLOT_OBJECT_INFINITIVE) &&
         !head.Has(pb::FUNCTION_ROLE_CAUSATIVE);
}

int32_t HolderFiller::ReportOfThing(const Clause& clause, int32_t verb) const {
  return clause.kind == ClauseKind::kComplement && clause.governor >= 0 &&
                 clause.verb < verb && v_.At(verb).form == VerbForm::kGerund &&
                 v_.Is(verb - 1, GroupKind::kComma) &&
                 v_.Is(clause.governor, GroupKind::kVerb) &&
                 v_.Head(clause.governor).Reads(EntryKind::kReporting)
             ? clause.governor
             : -1;
}

int32_t HolderFiller::InvertedSubject() const {
  int32_t first = group_ - 1;
  while (v_.Is(first, GroupKind::kAdverb) || v_.Is(first, GroupKind::kQuote)) {
    --first;
  }
  if (first >= 0) return -1;
  constexpr int32_t kFarthest = 6;
  for (int32_t i = group_ + 1; i < s_.size() && i < group_ + kFarthest; ++i) {
    switch (v_.At(i).kind) {
      case GroupKind::kPreposition:
      case GroupKind::kNoun:
      case GroupKind::kAdverb:
      case GroupKind::kOther:
        continue;
      case GroupKind::kVerb:
        return v_.At(i).copula && v_.At(i).form == VerbForm::kFinite
                   ? ObjectOf(v_, i)
                   : -1;
      default:
        return -1;
    }
  }
  return -1;
}

bool HolderFiller::IsUnowned() const {
  if (v_.Is(group_, GroupKind::kNoun) ||
      v_.Is(group_, GroupKind::kPreposition)) {
    return false;
  }
  const int32_t verb = v_.Is(group_, GroupKind::kVerb) ? group_ : -1;
  // "Cannot endorse the text".
  if (verb >= 0 && v_.At(verb).modal && !IsNegated(v_, verb)) return false;
  // "…, backed by Peru": a participle that opens nothing.
  if (verb >= 0 && v_.At(verb).passive &&
      c_.cue.word_class == pb::WORD_CLASS_VERB) {
    return false;
  }
  for (const Clause& clause : v_.ClausesAround(group_)) {
    if (clause.subject >= 0 && clause.subject < group_ && clause.verb >= 0 &&
        clause.kind != ClauseKind::kComplement &&
        clause.kind != ClauseKind::kRelative &&
        v_.At(clause.verb).form == VerbForm::kFinite) {
      return false;
    }
  }
  return v_.ClauseOf(group_).subject < 0;
}

int32_t HolderFiller::LabelBefore() const {
  if (s_.label_end < 0) return -1;
  int32_t first = s_.label_end + 1;
  while (v_.Is(first, GroupKind::kAdverb) || v_.Is(first, GroupKind::kQuote)) {
    ++first;
  }
  return first == group_ ? s_.label : -1;
}

bool HolderFiller::IsGeneric(const Clause& clause) const {
  if (clause.antecedent < 0) return false;
  if (v_.Is(clause.opener - 1, GroupKind::kComma)) return false;
  if (v_.Head(clause.antecedent).Is(kProper)) return false;
  // "staff who had hoped for it", "the three nurses who opposed it": some in
  // particular.
  if (v_.Head(clause.antecedent).Is(kPronoun | kNumberWord | kQuantifier) ||
      clause.verb < 0) {
    return true;
  }
  return !v_.At(clause.verb).perfect &&
         !v_.units[v_.At(clause.antecedent).begin].Is(kNumberWord);
}

bool HolderFiller::IsPreposed() const {
  if (v_.ClauseOf(group_).subject < group_) return false;
  for (int32_t i = group_ - 1; i >= 0; --i) {
    if (v_.Is(i, GroupKind::kBreak)) break;
    // "While wary of it, | Norway signed".
    if (!v_.Is(i, GroupKind::kAdverb) && !v_.Is(i, GroupKind::kQuote) &&
        !v_.Is(i, GroupKind::kSubordinator)) {
      return false;
    }
  }
  for (int32_t i = group_ + 1; i < v_.ClauseOf(group_).subject; ++i) {
    if (v_.Is(i, GroupKind::kComma)) return true;
  }
  return false;
}

bool HolderFiller::IsAdjunct() const {
  const Unit& unit = s_.units[c_.unit];
  return c_.cue.word_class == pb::WORD_CLASS_PHRASE &&
         unit.end - unit.begin > 1;
}

bool HolderFiller::JoinsOtherSide() const {
  if (c_.cue.word_class != pb::WORD_CLASS_PHRASE ||
      !v_.Is(group_, GroupKind::kPreposition) ||
      !v_.Is(group_ - 1, GroupKind::kCoordinator)) {
    return false;
  }
  int32_t noun = group_ - 2;
  while (v_.Is(noun, GroupKind::kNoun) && v_.At(noun).preposition > 0 &&
         v_.Head(v_.At(noun).preposition).Has(pb::FUNCTION_ROLE_GENITIVE)) {
    noun = v_.At(noun).preposition - 1;
  }
  if (!v_.Is(noun, GroupKind::kNoun)) return false;
  const int32_t preposition = v_.At(noun).preposition;
  if (preposition > 0) return v_.Is(preposition - 1, GroupKind::kVerb);
  // "came out for" may be one phrase.
  const int32_t verb = v_.FirstOfPossessors(noun) - 1;
  return v_.Is(verb, GroupKind::kVerb) &&
         (v_.lexicon.Word(v_.text.tokens[v_.EndToken(verb) - 1].word).classes &
          kPreposition) != 0;
}

int32_t HolderFiller::VerbBefore() const {
  for (int32_t i = group_ - 1; i >= 0 && i >= group_ - 7; --i) {
    switch (v_.At(i).kind) {
      case GroupKind::kVerb:
        return i;
      case GroupKind::kNoun:
      case GroupKind::kAdverb:
      case GroupKind::kPreposition:
      case GroupKind::kAdjective:
      case GroupKind::kOther:
        continue;
      case GroupKind::kCoordinator:
        // "said yes to the park and | no to the tower".
        if (i == group_ - 1) continue;
        return -1;
      default:
        return -1;
    }
  }
  return -1;
}

}  // namespace stance
