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
    int32_t start = subject;
    while (b.groups[start].possessor >= 0) start = b.groups[start].possessor;
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
