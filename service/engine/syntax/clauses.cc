// Groups -> clauses, in one pass from left to right with a stack of open
// clauses: each verb group finds its subject, its governor, and the clause that
// it shares a subject with.

#include <algorithm>
#include <cstddef>

#include "service/engine/syntax/clause_builder.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "China" "'s" "12 proposals": links the groups around a possessive clitic.
void LinkPossessors(ClauseBuilder& b) {
  for (int32_t i = 1; i + 1 < b.size; ++i) {
    if (b.groups[i].kind == GroupKind::kOther &&
        b.Head(i).Is(kPossessiveClitic) && b.Is(i - 1, GroupKind::kNoun)) {
      int32_t possessed = i + 1;
      // "the bill's definition", "India's “balanced” intervention".
      if (b.Is(possessed, GroupKind::kQuote)) ++possessed;
      if (b.Is(possessed, GroupKind::kNoun)) {
        b.groups[possessed].possessor = i - 1;
      }
    }
  }
}

// "said the plan | , if adopted, would …": the noun group behind `left`, a verb
// of saying, is the subject of what is said where something is set in commas
// behind it, and then comes a verb.
bool OpensComplement(const ClauseBuilder& b, int32_t i, int32_t left) {
  // ", said the mayor, Ann Roe, would": who says it.
  if (b.clauses[b.current].verb != left ||
      b.clauses[b.current].subject > left ||
      !b.Head(left).Reads(EntryKind::kReporting)) {
    return false;
  }
  int32_t comma = i + 1;
  while (b.Is(comma, GroupKind::kPreposition) &&
         b.Is(comma + 1, GroupKind::kNoun)) {
    comma += 2;
  }
  if (!b.Is(comma, GroupKind::kComma)) return false;
  for (int32_t j = comma + 1; j < b.size && j < comma + 12; ++j) {
    if (b.Is(j, GroupKind::kBreak)) return false;
    if (!b.Is(j, GroupKind::kComma)) continue;
    const int32_t next = b.After(j);
    if (b.Is(next, GroupKind::kNoun) && b.IsTime(next)) continue;
    return b.Is(next, GroupKind::kVerb) &&
           b.groups[next].form == VerbForm::kFinite;
  }
  return false;
}

void TakeNoun(ClauseBuilder& b, int32_t i) {
  int32_t p = i;
  if (b.possessives) {
    if (b.Possesses(i)) return;
    // A possessor stands between its noun and the preposition.
    p = b.FirstOfPossessors(p);
  }
  const int32_t left = p == i ? b.left : b.Before(p);
  switch (left < 0 ? GroupKind::kBreak : b.groups[left].kind) {
    case GroupKind::kPreposition:
      b.groups[i].preposition = left;
      // "by A, | by B and by C".
      if (CoordinatorBefore(b, left) >= 0 ||
          (b.Head(left).Has(pb::FUNCTION_ROLE_PASSIVE_AGENT) &&
           b.Is(b.Before(left), GroupKind::kComma))) {
        JoinPhrase(b, i, left);
      }
      return;
    case GroupKind::kCoordinator:
      if (Coordinate(b, i, left)) return;
      break;
    case GroupKind::kComma:
      if (AnswerOpening(b, i, left) || FollowAddress(b, i, left)) return;
      if (const int32_t coordinator = CoordinatorBefore(b, p);
          coordinator >= 0 && Coordinate(b, i, coordinator)) {
        return;
      }
      if (Coordinate(b, i, left) || Appose(b, i, left)) return;
      break;
    case GroupKind::kParenthesis:
      if (Appose(b, i, left)) return;
      break;
    case GroupKind::kNoun:
      // "Ole Hansen, | for years | an advocate of it".
      if (b.IsTime(left) && b.groups[left].preposition > 0 &&
          b.Is(b.groups[left].preposition - 1, GroupKind::kComma) &&
          Appose(b, i, b.groups[left].preposition - 1)) {
        return;
      }
      break;
    case GroupKind::kVerb:
      // "The levy, | said | its author, | is unfair".
      if (b.IsTime(i) || b.Current().subject == i ||
          !OpensComplement(b, i, left)) {
        break;
      }
      b.Open(ClauseKind::kComplement, left);
      b.Current().subject = i;
      b.MarkGroups(p, i);
      return;
    default:
      break;
  }
  if (b.IsTime(i)) return;
  Clause& clause = b.Current();
  if (clause.verb < 0 && clause.subject < 0) clause.subject = i;
}

void TakeVerb(ClauseBuilder& b, int32_t i) {
  // Only an auxiliary stands before its subject.
  if (b.Head(i).Is(kDo | kHave | kModal | kBe) &&
      b.Is(i + 1, GroupKind::kNoun) &&
      (TakeAuxiliary(b, i) || TakeInvertedCondition(b, i))) {
    return;
  }
  switch (b.groups[i].form) {
    case VerbForm::kFinite:
      TakeFinite(b, i);
      return;
    case VerbForm::kBase:
      TakeBase(b, i);
      return;
    case VerbForm::kToInfinitive:
      TakeInfinitive(b, i);
      return;
    case VerbForm::kGerund:
    case VerbForm::kParticiple:
      TakeParticipial(b, i);
      return;
  }
}

void TakeComma(ClauseBuilder& b) {
  // A comma closes relative and participial clauses that have their verb, a
  // subordinate clause that opened the sentence, and "the minister said" inside
  // another clause; with those inside them: "Citing the plan to raise it, |".
  for (int32_t c = b.current; c > 0; c = b.clauses[c].parent) {
    const Clause& clause = b.clauses[c];
    const bool closes = (clause.kind == ClauseKind::kRelative ||
                         clause.kind == ClauseKind::kParticiple ||
                         clause.kind == ClauseKind::kGerund ||
                         clause.kind == ClauseKind::kInfinitive ||
                         clause.kind == ClauseKind::kSubordinate ||
                         clause.kind == ClauseKind::kMain) &&
                        clause.verb >= 0 && clause.parent >= 0;
    if (!closes) break;
    if (b.clauses[clause.parent].verb < 0) b.current = clause.parent;
  }
}

void Take(ClauseBuilder& b, int32_t i) {
  Group& group = b.groups[i];
  switch (group.kind) {
    case GroupKind::kNoun:
      TakeNoun(b, i);
      break;
    case GroupKind::kVerb:
      TakeVerb(b, i);
      break;
    case GroupKind::kRelative:
      TakeRelative(b, i);
      break;
    case GroupKind::kSubordinator:
      TakeSubordinator(b, i);
      break;
    case GroupKind::kComma:
    case GroupKind::kParenthesis:
      TakeComma(b);
      break;
    case GroupKind::kBreak:
      b.current = 0;
      b.Open(ClauseKind::kMain, -1);
      b.clauses[b.current].parent = -1;
      break;
    case GroupKind::kCoordinator:
      break;
    case GroupKind::kAdverb:
    case GroupKind::kQuote:
      group.clause = b.current;
      return;
    default:
      break;
  }
  b.left = i;
  group.clause = b.current;
}

// "Citing costs, the minister opposed …": a participial clause before its main
// clause takes that clause's subject.
void FillLeadingSubjects(Syntax* s) {
  for (Clause& clause : s->clauses) {
    if (clause.subject >= 0 || clause.parent < 0) continue;
    if (clause.kind != ClauseKind::kGerund &&
        clause.kind != ClauseKind::kParticiple &&
        clause.kind != ClauseKind::kSubordinate &&
        clause.kind != ClauseKind::kInfinitive) {
      continue;
    }
    clause.subject = s->clauses[clause.parent].subject;
  }
}

// "Are you in favour of it?", "Does Peru back it?": the subject stands behind
// the auxiliary that opens the sentence, and its verb behind that.
void InvertSubjects(Syntax* s) {
  // How many clauses on the one of the verb may be.
  constexpr size_t kReach = 4;
  for (size_t i = 0; i < s->clauses.size(); ++i) {
    const Clause& asking = s->clauses[i];
    const int32_t verb = asking.verb;
    if (asking.subject >= 0 || asking.kind != ClauseKind::kMain || verb < 0 ||
        !s->Is(verb + 1, GroupKind::kNoun) ||
        (verb > 0 && !s->Is(verb - 1, GroupKind::kBreak))) {
      continue;
    }
    const Unit& auxiliary = s->units[s->groups[verb].head];
    if (auxiliary.Is(kBe)) {
      s->clauses[i].subject = verb + 1;
      continue;
    }
    if (!auxiliary.Is(kDo | kHave | kModal)) continue;
    const size_t end = std::min(s->clauses.size(), i + 1 + kReach);
    for (size_t j = i + 1; j < end; ++j) {
      Clause& asked = s->clauses[j];
      if (asked.subject != verb + 1 || asked.verb < 0 ||
          s->groups[asked.verb].form == VerbForm::kToInfinitive) {
        continue;
      }
      asked.kind = ClauseKind::kMain;
      asked.governor = -1;
      s->groups[asked.verb].form = VerbForm::kFinite;
      break;
    }
  }
}

// Labels are short.
constexpr int32_t kLongestLabel = 6;

void FindLabel(const Text& text, Syntax* s) {
  s->label_end = s->label = -1;
  int32_t colon = 0;
  while (s->Is(colon, GroupKind::kNoun) || s->Is(colon, GroupKind::kOther) ||
         s->Is(colon, GroupKind::kPreposition)) {
    if (++colon > kLongestLabel) return;
  }
  // "Mr Rau (Bayswater):".
  int32_t bracket = -1;
  if (colon > 0 && s->Is(colon, GroupKind::kParenthesis)) {
    bracket = colon;
    do {
      if (++colon > kLongestLabel + 2) return;
      // "(Ohio, ranking member)" but not "(she said)".
      if (s->Is(colon, GroupKind::kVerb) &&
          s->groups[colon].form == VerbForm::kFinite) {
        return;
      }
    } while (!s->Is(colon, GroupKind::kParenthesis));
    ++colon;
  }
  if (colon == 0 || !s->Is(colon, GroupKind::kBreak)) return;
  const char mark = s->Head(colon).mark;
  // "Q. Do you back it?".
  const Unit& first = s->Head(0);
  const bool turn = first.Has(pb::FUNCTION_ROLE_QUESTION_LABEL) ||
                    first.Has(pb::FUNCTION_ROLE_ANSWER_LABEL);
  if (mark != ':' &&
      !(mark == '.' && turn && colon == 1 && colon + 1 < s->size())) {
    return;
  }
  s->label_end = colon;
  int32_t head = (bracket > 0 ? bracket : colon) - 1;
  // "Chamber of Commerce", "spokesman for the ministry".
  while (head > 1 && s->Is(head, GroupKind::kNoun) &&
         s->Is(head - 1, GroupKind::kPreposition)) {
    head -= 2;
  }
  if (s->Is(head, GroupKind::kNoun)) s->label = head;
}

}  // namespace

void FindClauses(const Lexicon& lexicon, const Text& text, Syntax* syntax) {
  syntax->clauses.MakeRoom(syntax->groups.size() + 1);
  FindLabel(text, syntax);
  ClauseBuilder b(lexicon, text, syntax);
  b.Open(ClauseKind::kMain, -1);
  if (b.possessives) LinkPossessors(b);
  for (int32_t i = 0; i < b.size; ++i) Take(b, i);
  syntax->clauses.resize(static_cast<size_t>(b.opened));
  InvertSubjects(syntax);
  FillLeadingSubjects(syntax);
}

}  // namespace stance
