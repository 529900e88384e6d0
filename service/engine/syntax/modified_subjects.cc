// Finite verbs whose subject has something between it and them: a relative
// clause, what it is for, an object.

#include "service/engine/syntax/clause_builder.h"

namespace stance {

bool TakeAfterRelative(ClauseBuilder& b, int32_t i) {
  for (int32_t c = b.current; c >= 0; c = b.clauses[c].parent) {
    const Clause& clause = b.clauses[c];
    if (clause.kind != ClauseKind::kRelative || clause.verb < 0) continue;
    const int32_t subject = clause.antecedent;
    if (subject < 0 || clause.parent < 0 ||
        b.groups[subject].preposition >= 0 ||
        subject < b.clauses[clause.parent].verb) {
      return false;
    }
    const int32_t start = b.FirstOfPossessors(subject);
    const int32_t before = b.Before(start);
    const int32_t verb = b.clauses[clause.parent].verb;
    if (b.Is(before, GroupKind::kVerb) && !b.TakesComplement(verb)) {
      return false;
    }
    b.current = clause.parent;
    NewClauseWithSubject(b, i, subject);
    return true;
  }
  return false;
}

bool TakeAfterModifier(ClauseBuilder& b, int32_t i) {
  for (int32_t c = b.current; c >= 0; c = b.clauses[c].parent) {
    const Clause& clause = b.clauses[c];
    if (clause.kind != ClauseKind::kInfinitive &&
        clause.kind != ClauseKind::kParticiple) {
      return false;
    }
    const int32_t subject = clause.kind == ClauseKind::kInfinitive
                                ? clause.governor
                                : clause.subject;
    if (clause.parent < 0 || subject < 0 || subject >= clause.verb ||
        !b.Is(subject, GroupKind::kNoun) ||
        b.groups[subject].preposition >= 0) {
      continue;
    }
    const int32_t said = b.Before(b.FirstOfPossessors(subject));
    if (!b.Is(said, GroupKind::kVerb) ||
        !b.Head(said).Reads(EntryKind::kReporting) ||
        b.clauses[clause.parent].verb != said || !b.TakesComplement(said)) {
      continue;
    }
    b.current = clause.parent;
    NewClauseWithSubject(b, i, subject);
    return true;
  }
  return false;
}

bool TakeAfterGerund(ClauseBuilder& b, int32_t i) {
  if (b.Current().kind != ClauseKind::kGerund || b.Current().parent < 0) {
    return false;
  }
  const Clause gerund = b.Current();
  const int32_t object = b.left;
  if (!b.Is(object, GroupKind::kNoun) ||
      b.GerundAround(object) != gerund.verb) {
    return false;
  }
  const int32_t verb = b.clauses[gerund.parent].verb;
  // "issued a statement saying | the mine would close": what it governs, unless
  // the gerund is itself what somebody says of, "said announcing the cuts |
  // was".
  if (verb >= 0 && b.Head(gerund.verb).Reads(EntryKind::kReporting) &&
      !(b.TakesComplement(verb) && b.Before(gerund.verb) == verb)) {
    NewClauseWithSubject(b, i, object);
    return true;
  }
  b.current = gerund.parent;
  if (verb >= 0) b.Open(ClauseKind::kComplement, verb);
  b.Current().subject = gerund.verb;
  b.Current().verb = i;
  return true;
}

}  // namespace stance
