// Verbs that stand before their subjects: "nor does Peru support it", "nor is
// Peru fond of it", "will act should it be built".

#include "service/engine/syntax/clause_builder.h"

namespace stance {

namespace pb = lexicon::v1;

namespace {

// The clause of an auxiliary that stands before its subject.
void OpenDenied(ClauseBuilder& b) {
  b.current = b.Root(b.current);
  if (b.Current().verb >= 0 || b.Current().subject >= 0) {
    b.Open(ClauseKind::kMain, -1);
  }
}

}  // namespace

bool TakeAuxiliary(ClauseBuilder& b, int32_t i) {
  const Group& group = b.groups[i];
  const bool copula = b.Head(i).Is(kBe);
  bool denied =
      b.Is(i - 1, GroupKind::kCoordinator) && b.groups[i - 1].negative;
  const uint32_t first =
      b.Is(i - 1, GroupKind::kAdverb) ? b.groups[i - 1].begin : group.begin;
  for (uint32_t u = first; u < group.head; ++u) denied |= b.units[u].MayDeny();
  if (!denied) return false;
  for (int32_t j = i + 2; j < b.size && j < i + 8; ++j) {
    if (b.Is(j, GroupKind::kComma) || b.Is(j, GroupKind::kBreak)) return false;
    // "Nor is Peru fond of it".
    if (copula && (b.Is(j, GroupKind::kAdjective) ||
                   (b.Is(j, GroupKind::kPreposition) &&
                    b.Head(j).Reads(EntryKind::kCue)))) {
      OpenDenied(b);
      b.Current().subject = i + 1;
      b.Current().verb = i;
      return true;
    }
    if (!b.Is(j, GroupKind::kVerb)) continue;
    Group& verb = b.groups[j];
    const bool done =
        verb.form == VerbForm::kParticiple ||
        (copula && verb.form == VerbForm::kFinite &&
         verb.end - verb.begin == 1 && b.Head(j).MayBe(kVerbPast));
    if (!done && (copula || verb.form != VerbForm::kBase)) return false;
    verb.form = VerbForm::kFinite;
    // "nor was Peru impressed by it".
    verb.passive = copula;
    OpenDenied(b);
    b.Current().auxiliary = i;
    return true;
  }
  return false;
}

bool TakeInvertedCondition(ClauseBuilder& b, int32_t i) {
  const Unit& head = b.Head(i);
  if (!head.Is(kModal) || !head.Has(pb::FUNCTION_ROLE_CONDITION) ||
      b.Current().verb < 0 || b.Is(b.left, GroupKind::kInterrogative) ||
      b.Is(b.left, GroupKind::kCoordinator)) {
    return false;
  }
  for (int32_t j = i + 2; j < b.size && j < i + 8; ++j) {
    if (b.Is(j, GroupKind::kComma) || b.Is(j, GroupKind::kBreak)) return false;
    if (!b.Is(j, GroupKind::kVerb)) continue;
    if (!b.units[b.groups[j].begin].Is(kVerbBase)) return false;
    b.groups[j].form = VerbForm::kFinite;
    b.groups[i].kind = GroupKind::kSubordinator;
    TakeSubordinator(b, i);
    return true;
  }
  return false;
}

bool IsBeforeSpeaker(const ClauseBuilder& b, int32_t i) {
  if (i == 0) return false;
  if (!b.Is(i - 1, GroupKind::kComma) && !b.Is(i - 1, GroupKind::kQuote)) {
    return false;
  }
  // "…, a charity that runs the pool, told the Echo": the Echo is told.
  if (b.Is(i - 1, GroupKind::kComma) && b.Head(i).addressee) return false;
  // The council “demands that …”: what is said begins here.
  if (b.OpensQuote(i - 1)) return false;
  // "Cui, director of the institute, told …": the subject stands before.
  if (b.Is(i - 1, GroupKind::kComma) && b.current >= 0 &&
      b.clauses[b.current].verb < 0 && b.clauses[b.current].subject >= 0) {
    return false;
  }
  // The same behind a quotation: "…,” Cui, its director, told …".
  if (b.Is(i - 1, GroupKind::kComma)) {
    for (int32_t k = i - 2, nouns = 0; k >= 0 && k >= i - 14; --k) {
      if (b.Is(k, GroupKind::kNoun)) ++nouns;
      if (b.Is(k, GroupKind::kVerb)) break;
      if (b.Is(k, GroupKind::kQuote) && nouns > 0) return false;
    }
  }
  int32_t j = i + 1;
  if (!b.Is(j, GroupKind::kNoun)) return false;
  if (b.Head(j).Is(kPronoun) && !b.Head(j).Is(kProper)) return false;
  // "condemned it and, on Monday, | demanded an inquiry".
  if (b.Is(i - 1, GroupKind::kComma) && CoordinatorBefore(b, i) >= 0) {
    return false;
  }
  // "called it a danger, | demanded an inquiry and thanked them": no inquiry
  // demands.
  if (b.IsThing(j) && b.Is(j + 1, GroupKind::kCoordinator) &&
      b.Is(j + 2, GroupKind::kVerb)) {
    return false;
  }
  while (b.Possesses(j) && b.Is(j + 2, GroupKind::kNoun)) j += 2;
  if (!b.Is(j + 1, GroupKind::kVerb)) return true;
  // "Union thanks mayor, | asks state to pay": somebody is asked.
  if (b.groups[j + 1].form == VerbForm::kToInfinitive) {
    return !b.Head(i).Takes(pb::SLOT_OBJECT_INFINITIVE) ||
           b.Is(i - 1, GroupKind::kQuote);
  }
  return b.groups[j + 1].form != VerbForm::kFinite;
}

}  // namespace stance
