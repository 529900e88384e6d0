// "A, B and C": which noun groups are conjuncts of one list.

#include "service/engine/syntax/clause_builder.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "said the interests and concerns of all | should be respected", "hopes talks
// among Peru and Fiji | will succeed": behind a verb of saying two nouns of one
// kind, things or people, are in one subject.
bool ShareVerbBehind(const ClauseBuilder& b, int32_t one, int32_t other) {
  const int32_t verb = b.clauses[b.current].verb;
  if (verb < 0 || !b.TakesComplement(verb) ||
      b.Head(verb).Takes(pb::SLOT_OBJECT)) {
    return false;
  }
  int32_t before = one;
  while (true) {
    const int32_t start = b.FirstOfPossessors(before);
    if (b.Before(start) == verb) break;
    const int32_t preposition = b.groups[before].preposition;
    if (preposition < 0 || !b.Is(b.Before(preposition), GroupKind::kNoun)) {
      return false;
    }
    before = b.Before(preposition);
  }
  const auto person = [&](int32_t group) {
    const Unit& head = b.Head(group);
    return head.Is(kProper | kPronoun) || head.Reads(EntryKind::kAgent) ||
           head.Reads(EntryKind::kActor);
  };
  return person(one) == person(other);
}

// "not only Iran (but also Russia)": an addition, no contrast.
bool OpensAddition(const ClauseBuilder& b, int32_t i) {
  i = b.FirstOfPossessors(i);
  if (i == 0 || !b.Is(i - 1, GroupKind::kAdverb)) return false;
  const Unit& unit = b.Head(i - 1);
  return unit.Reads(EntryKind::kModifier) && unit.end - unit.begin > 1 &&
         (b.lexicon.Word(unit.word).classes & kNegation) != 0;
}

// "Paris, Berlin back plan": names in a row before a plural verb.
bool IsHeadlineList(const ClauseBuilder& b, int32_t previous, int32_t i) {
  if (previous < 0 || !b.Is(previous, GroupKind::kNoun) ||
      !b.Head(previous).Is(kProper) || b.groups[previous].preposition >= 0 ||
      b.clauses[b.current].verb >= 0) {
    return false;
  }
  int32_t last = i;
  for (int steps = 0; steps < 4; ++steps) {
    if (!b.Head(last).Is(kProper)) return false;
    const int32_t next = last + 1;
    if (b.Is(next, GroupKind::kComma) && b.Is(next + 1, GroupKind::kNoun)) {
      last = next + 1;
      continue;
    }
    return b.Is(next, GroupKind::kVerb) &&
           b.units[b.groups[next].begin].Is(kVerbBase);
  }
  return false;
}

// "voted for it and 41 | against": a count, and how it voted.
bool StandsAgainst(const ClauseBuilder& b, int32_t i) {
  const int32_t preposition = i + 1;
  const bool share = b.Head(i).Has(pb::FUNCTION_ROLE_QUANTITY) &&
                     b.units[b.groups[i].begin].Is(kNumberWord);
  if ((!b.Head(i).Is(kNumberWord) && !share) ||
      !b.Is(preposition, GroupKind::kPreposition) ||
      (!b.Head(preposition).Reads(EntryKind::kCue) &&
       !(share && b.Head(preposition).Has(pb::FUNCTION_ROLE_SPOKEN_FOR)))) {
    return false;
  }
  const int32_t after = b.After(preposition);
  return after < 0 || b.Is(after, GroupKind::kBreak) ||
         b.Is(after, GroupKind::kComma) ||
         b.Is(after, GroupKind::kCoordinator) ||
         (b.Is(after, GroupKind::kNoun) && b.Head(after).Is(kPronoun));
}

// "gave its blessing to", "are in favour of": a phrase with that word at its
// end.
bool EndsIn(const ClauseBuilder& b, int32_t group, WordId word) {
  if (group < 0) return false;
  const Unit& last = b.units[b.groups[group].end - 1];
  return last.end - last.begin > 1 && b.text.tokens[last.end - 1].word == word;
}

// "the Liberals, who said so, | and the Greens": whom the relative clause is of
// that the comma closes; -1 where it closes none.
int32_t BeforeRelative(const ClauseBuilder& b, int32_t comma) {
  const int32_t last = b.Before(comma);
  if (last < 0) return -1;
  for (int32_t c = b.groups[last].clause; c >= 0; c = b.clauses[c].parent) {
    const Clause& clause = b.clauses[c];
    if (clause.kind != ClauseKind::kRelative) continue;
    return clause.opener > 0 && clause.verb >= 0 &&
                   b.Is(clause.opener - 1, GroupKind::kComma) &&
                   b.Is(clause.antecedent, GroupKind::kNoun)
               ? clause.antecedent
               : -1;
  }
  return -1;
}

// The phrase that ends with group i is the last of its sentence or clause.
bool EndsThere(const ClauseBuilder& b, int32_t i) {
  const int32_t next = b.After(i);
  return next < 0 || b.Is(next, GroupKind::kBreak) || b.Head(next).mark == '.';
}

// "by A and by B": the noun group whose preposition stands again before i's;
// -1 for none.
int32_t WithSamePreposition(const ClauseBuilder& b, int32_t preposition) {
  int32_t coordinator = CoordinatorBefore(b, preposition);
  // "by doctors, | by nurses and by teachers".
  if (coordinator < 0 &&
      b.Head(preposition).Has(pb::FUNCTION_ROLE_PASSIVE_AGENT) &&
      b.Is(b.Before(preposition), GroupKind::kComma)) {
    coordinator = b.Before(preposition);
  }
  if (coordinator < 0 ||
      b.Head(coordinator).Has(pb::FUNCTION_ROLE_ADVERSATIVE)) {
    return -1;
  }
  int32_t noun = b.Before(coordinator);
  if (b.Is(noun, GroupKind::kComma)) {
    const int32_t antecedent = BeforeRelative(b, noun);
    noun = antecedent >= 0 ? antecedent : b.Before(noun);
  }
  const WordId word = b.Head(preposition).word;
  for (int steps = 0; steps < 4 && b.Is(noun, GroupKind::kNoun); ++steps) {
    const int32_t before = b.groups[noun].preposition;
    if (before < 0) {
      // "by the union, | the largest in the port, and by the bishop".
      const int32_t start = b.FirstOfPossessors(noun);
      const int32_t comma = b.Before(start);
      if (EndsIn(b, comma, word)) {
        return b.groups[noun].next_conjunct < 0 ? noun : -1;
      }
      if (!b.Is(comma, GroupKind::kComma)) return -1;
      noun = b.Before(comma);
      continue;
    }
    if (b.Head(before).word == word || EndsIn(b, before, word)) {
      return b.groups[noun].next_conjunct < 0 && !b.IsTime(noun) ? noun : -1;
    }
    noun = b.Before(before);
  }
  return -1;
}

void Join(ClauseBuilder& b, int32_t candidate, int32_t i) {
  Group& group = b.groups[i];
  Group& before = b.groups[candidate];
  before.next_conjunct = i;
  group.first_conjunct =
      before.first_conjunct >= 0 ? before.first_conjunct : candidate;
  if (group.preposition < 0) {
    group.preposition = b.groups[group.first_conjunct].preposition;
  }
}

}  // namespace

int32_t CoordinatorBefore(const ClauseBuilder& b, int32_t i) {
  int32_t before = b.Before(i);
  if (b.Is(before, GroupKind::kCoordinator)) return before;
  if (!b.Is(before, GroupKind::kComma)) return -1;
  constexpr int32_t kLongest = 6;
  for (int32_t j = before - 1; j > 0 && j > before - kLongest; --j) {
    if (b.Is(j, GroupKind::kComma)) {
      return b.Is(j - 1, GroupKind::kCoordinator) ? j - 1 : -1;
    }
    if (!StandsInPhrase(b.groups[j].kind)) return -1;
  }
  return -1;
}

void JoinPhrase(ClauseBuilder& b, int32_t i, int32_t preposition) {
  const int32_t same = WithSamePreposition(b, preposition);
  if (same >= 0 && !b.IsTime(i)) Join(b, same, i);
}

// "A, B and C": B and C join A, unless C is the subject of what follows.
bool Coordinate(ClauseBuilder& b, int32_t i, int32_t left) {
  const bool coordinator = b.Is(left, GroupKind::kCoordinator);
  int32_t previous = b.Before(left);
  if (b.Is(previous, GroupKind::kParenthesis)) {
    previous = BeforeBracket(b, previous);
  }
  if (coordinator) {
    if (b.Is(previous, GroupKind::kComma)) {
      const int32_t antecedent =
          EndsThere(b, i) ? BeforeRelative(b, previous) : -1;
      if (antecedent >= 0 && SameKind(b, antecedent, i) &&
          b.groups[antecedent].next_conjunct < 0) {
        Join(b, antecedent, i);
        return true;
      }
      previous = b.Before(previous);
    }
  } else if (!ListContinues(b, i) && !IsHeadlineList(b, previous, i)) {
    return false;
  }
  // "talks with Iran and Russia": the nearer one, unless kinds differ; but "a
  // rise over six years and a ban on cranes".
  int32_t candidate = previous;
  if (coordinator && b.Is(candidate, GroupKind::kNoun) && b.IsTime(candidate) &&
      b.groups[candidate].preposition >= 0) {
    candidate = b.Before(b.groups[candidate].preposition);
  }
  if (!b.Is(candidate, GroupKind::kNoun)) return false;
  if (b.IsTime(candidate) || b.IsTime(i)) return false;
  if (coordinator && b.Head(left).Has(pb::FUNCTION_ROLE_ADVERSATIVE) &&
      !b.groups[candidate].negative && !OpensAddition(b, candidate)) {
    return false;
  }
  if (coordinator && StandsAgainst(b, i)) return false;
  if (!IsNewSubject(b, candidate) && NewSubject(b, i) &&
      (b.Is(left - 1, GroupKind::kComma) ||
       !ShareVerbBehind(b, candidate, i))) {
    return false;
  }
  if (!coordinator &&
      (!SameKind(b, candidate, i) || TellsOf(b, candidate, i))) {
    return false;
  }
  if (coordinator && b.Is(left - 1, GroupKind::kComma)) {
    candidate = BeforeAside(b, candidate, i);
  }
  candidate = BestConjunct(b, candidate, i);
  if (b.groups[candidate].next_conjunct >= 0) return false;
  Join(b, candidate, i);
  return true;
}

}  // namespace stance
