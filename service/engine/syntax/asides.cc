// The subject of a verb that an aside keeps from it, in a clause that goes on
// from another: "the board met, and Ann Roe, a farmer seeking office, | opposes
// it".

#include "service/engine/syntax/clause_builder.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "…, and Bolt, a firm that makes cars, | urged it": the name behind a
// coordinator that an apposition with a clause of its own parts from its verb;
// -1 for none.
int32_t SubjectBeforeAside(const ClauseBuilder& b, int32_t i) {
  const int32_t relative = b.current;
  if (b.clauses[relative].kind != ClauseKind::kRelative ||
      b.clauses[relative].verb < 0 || b.clauses[relative].parent < 0) {
    return -1;
  }
  const int32_t verb = b.clauses[b.clauses[relative].parent].verb;
  const int32_t described = b.clauses[relative].governor;
  // "…, and Bolt, which makes cars, | urged it".
  if (described > verb && b.Is(described, GroupKind::kNoun) &&
      b.groups[described].first_conjunct < 0 &&
      b.groups[described].preposition < 0 &&
      b.Is(described + 1, GroupKind::kComma) &&
      b.clauses[relative].opener == described + 2 &&
      b.Is(b.Before(b.FirstOfPossessors(described)), GroupKind::kCoordinator)) {
    return described;
  }
  for (int32_t k = described - 1; k > verb && k >= described - 4; --k) {
    if (b.groups[k].apposition == described &&
        b.Is(b.Before(k), GroupKind::kCoordinator)) {
      return k;
    }
  }
  return -1;
}

// A clause around this one has its subject and still waits for its verb.
bool IsAwaited(const ClauseBuilder& b) {
  for (int32_t c = b.current; c >= 0; c = b.clauses[c].parent) {
    if (b.clauses[c].verb < 0 && b.clauses[c].subject >= 0) return true;
  }
  return false;
}

// Where the aside that ends before `end` begins, a comma: "| a farmer running
// for mayor", "| elected in May". It tells what somebody does, but has no
// finite verb; -1 where it is none.
int32_t OpeningOfDoing(const ClauseBuilder& b, int32_t end) {
  constexpr int32_t kLongest = 14;
  bool does = false;
  for (int32_t j = end; j >= 0 && j > end - kLongest; --j) {
    if (b.Is(j, GroupKind::kComma)) return does ? j : -1;
    if (b.Is(j, GroupKind::kVerb)) {
      if (b.groups[j].form == VerbForm::kFinite) return -1;
      does |= b.groups[j].form != VerbForm::kBase;
    } else if (!b.Is(j, GroupKind::kQuote) &&
               !StandsInPhrase(b.groups[j].kind)) {
      return -1;
    }
  }
  return -1;
}

// "the mayor | of the town": over its "of" phrases, the noun that a clause can
// have for its subject.
int32_t OverPhrases(const ClauseBuilder& b, int32_t noun) {
  while (b.Is(noun, GroupKind::kNoun) && b.groups[noun].first_conjunct < 0 &&
         b.groups[noun].preposition > 0 &&
         b.Head(b.groups[noun].preposition).Has(pb::FUNCTION_ROLE_GENITIVE)) {
    noun = b.Before(b.groups[noun].preposition);
  }
  return b.Is(noun, GroupKind::kNoun) && !b.IsTime(noun) ? noun : -1;
}

// "…, and Ann Roe, a farmer running for mayor, | opposes it", "…, but the
// union, formed in May, | opposes it"; -1 for none.
int32_t SubjectBeforeDoing(const ClauseBuilder& b, int32_t i) {
  if (IsAwaited(b)) return -1;
  const int32_t comma = OpeningOfDoing(b, i - 2);
  if (comma < 2 || !b.Is(comma - 1, GroupKind::kNoun)) return -1;
  const int32_t subject = OverPhrases(b, comma - 1);
  if (subject < 0) return -1;
  const int32_t coordinator = b.Before(b.FirstOfPossessors(subject));
  const int32_t verb = b.clauses[b.Root(b.current)].verb;
  if (!b.Is(coordinator, GroupKind::kCoordinator) || verb < 0 ||
      verb > coordinator || !b.Is(b.Before(coordinator), GroupKind::kComma)) {
    return -1;
  }
  const Unit& first = b.units[b.groups[i].begin];
  return first.tag == kVerbThird && b.groups[subject].plural ? -1 : subject;
}

// What the aside tells, of `subject`: it was taken for the doing of the clause
// before.
void TellAsideOf(ClauseBuilder& b, int32_t subject, int32_t i) {
  for (int32_t c = 0; c < b.opened; ++c) {
    Clause& clause = b.clauses[c];
    if ((clause.kind == ClauseKind::kGerund ||
         clause.kind == ClauseKind::kParticiple) &&
        clause.verb > subject && clause.verb < i && clause.subject < subject) {
      clause.subject = subject;
    }
  }
}

}  // namespace

bool TakeBehindAside(ClauseBuilder& b, int32_t i) {
  if (!b.Is(i - 1, GroupKind::kComma)) return false;
  int32_t subject = SubjectBeforeAside(b, i);
  if (subject < 0) {
    subject = SubjectBeforeDoing(b, i);
    if (subject < 0) return false;
    LeaveList(b, subject);
    TellAsideOf(b, subject, i);
  }
  b.current = b.Root(b.current);
  b.Open(ClauseKind::kMain, -1);
  b.Current().subject = subject;
  b.Current().verb = i;
  b.MarkGroups(subject, i);
  return true;
}

}  // namespace stance
