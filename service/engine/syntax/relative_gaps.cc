// What a relative clause is about may be missing further in: "the bill that the
// governor says | she will veto", "… has vowed | to veto", "… critics say |
// would cost jobs".

#include "service/engine/syntax/clause_builder.h"

namespace stance {

bool TakeInsideRelative(ClauseBuilder& b, int32_t i) {
  const int32_t relative = b.current;
  const Clause& around = b.clauses[relative];
  if (around.kind != ClauseKind::kRelative || !around.object_gap ||
      around.antecedent < 0 || around.verb < 0 ||
      !b.TakesComplement(around.verb)) {
    return false;
  }
  const int32_t antecedent = around.antecedent;
  const int32_t verb = around.verb;
  if (b.Before(i) == verb) {
    // "critics say | would cost jobs".
    b.Open(ClauseKind::kComplement, verb);
    b.Current().subject = antecedent;
  } else {
    const int32_t subject = b.SubjectLeft(i);
    if (subject <= verb) return false;
    const int32_t start = b.FirstOfPossessors(subject);
    if (b.Before(start) != verb) return false;
    b.Open(ClauseKind::kComplement, verb);
    b.Current().subject = subject;
    b.Current().object_gap = true;
    b.Current().antecedent = antecedent;
    b.MarkGroups(start, i);
  }
  b.Current().verb = i;
  b.clauses[relative].object_gap = false;
  return true;
}

namespace {

// A finite verb follows in what is left of the sentence, soon.
bool FiniteAhead(const ClauseBuilder& b, int32_t i) {
  constexpr int32_t kReach = 16;
  for (int32_t j = i + 1; j < b.size && j < i + kReach; ++j) {
    if (b.Is(j, GroupKind::kBreak)) return false;
    if (b.Is(j, GroupKind::kVerb) && b.groups[j].form == VerbForm::kFinite) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool TakeWantedDone(ClauseBuilder& b, int32_t i) {
  const Clause& around = b.clauses[b.current];
  if (around.kind != ClauseKind::kRelative || !around.object_gap ||
      around.antecedent < 0 || around.verb < 0 || b.left != around.verb ||
      !b.Head(around.verb).Takes(lexicon::v1::SLOT_OBJECT_INFINITIVE)) {
    return false;
  }
  Group& group = b.groups[i];
  const bool participle =
      group.form == VerbForm::kParticiple ||
      (group.form == VerbForm::kFinite && group.end - group.begin == 1 &&
       b.Head(i).MayBe(kVerbPast));
  if (!participle) return false;
  // "The plan that Russia backed | failed": the verb that the plan waits for.
  const bool waits = around.parent >= 0 && b.clauses[around.parent].verb < 0;
  if (waits && group.form == VerbForm::kFinite && !FiniteAhead(b, i)) {
    return false;
  }
  group.form = VerbForm::kParticiple;
  group.passive = true;
  const int32_t antecedent = around.antecedent;
  b.Open(ClauseKind::kParticiple, antecedent);
  b.Current().subject = antecedent;
  b.Current().verb = i;
  return true;
}

bool TakeBesideRelative(ClauseBuilder& b, int32_t i) {
  const Clause before = b.clauses[b.current];
  if (before.kind != ClauseKind::kRelative || !before.object_gap ||
      before.verb < 0) {
    return false;
  }
  const int32_t subject = b.left;
  if (!b.Is(subject, GroupKind::kNoun)) return false;
  const int32_t start = b.FirstOfPossessors(subject);
  const int32_t coordinator = b.Before(start);
  if (!b.Is(coordinator, GroupKind::kCoordinator) ||
      b.Before(coordinator) != before.verb) {
    return false;
  }
  b.current = before.parent >= 0 ? before.parent : b.current;
  b.Open(ClauseKind::kRelative, before.governor);
  Clause& clause = b.Current();
  clause.subject = subject;
  clause.verb = i;
  clause.opener = before.opener;
  clause.antecedent = before.antecedent;
  clause.object_gap = true;
  b.MarkGroups(start, i);
  return true;
}

void InheritGap(ClauseBuilder& b, int32_t host) {
  Clause& around = b.clauses[host];
  const int32_t infinitive = b.Current().verb;
  const int32_t next = b.After(infinitive);
  if (!around.object_gap || around.antecedent < 0 ||
      b.Current().governor != around.verb ||
      (b.Is(next, GroupKind::kNoun) && !b.IsTime(next))) {
    return;
  }
  b.Current().object_gap = true;
  b.Current().antecedent = around.antecedent;
  around.object_gap = false;
}

}  // namespace stance
