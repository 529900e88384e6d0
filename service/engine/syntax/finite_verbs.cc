// Finite verbs: their subjects, and the clauses that share one.

#include "service/engine/syntax/clause_builder.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// A finite verb stands between i and the end of the clause.
bool VerbFollows(const ClauseBuilder& b, int32_t i) {
  for (int32_t j = i + 1; j < b.size && j < i + 12; ++j) {
    switch (b.groups[j].kind) {
      case GroupKind::kVerb:
        if (b.groups[j].form == VerbForm::kFinite ||
            b.groups[j].form == VerbForm::kBase) {
          return true;
        }
        continue;
      case GroupKind::kBreak:
      case GroupKind::kComma:
      case GroupKind::kSubordinator:
      case GroupKind::kRelative:
      case GroupKind::kCoordinator:
        return false;
      default:
        continue;
    }
  }
  return false;
}

// "reporters Budapest would", "a statement it would": somebody is told, or
// the phrase says where.
bool IsTold(const ClauseBuilder& b, int32_t noun) {
  const Unit& head = b.Head(noun);
  return b.groups[noun].preposition >= 0 || head.Reads(EntryKind::kAgent) ||
         head.Reads(EntryKind::kActor) || head.Is(kProper | kPronoun | kTime);
}

// "It is a shame | the park was sold": the clause is what "it" stands for.
bool SaidOfIt(const ClauseBuilder& b, int32_t noun) {
  const Clause& clause = b.clauses[b.current];
  return clause.verb >= 0 && b.groups[clause.verb].copula &&
         clause.verb < noun && clause.subject >= 0 &&
         b.Head(clause.subject).Has(pb::FUNCTION_ROLE_NEUTER) &&
         b.Head(noun).Reads(EntryKind::kCue);
}

}  // namespace

bool TakeContact(ClauseBuilder& b, int32_t i) {
  const int32_t last = b.left;
  if (!b.Is(last, GroupKind::kNoun)) return false;
  const int32_t subject = b.SubjectLeft(i);
  if (subject <= b.Current().subject) return false;
  if (last != subject && b.groups[last].first_conjunct != subject) return false;
  const int32_t start = b.FirstOfPossessors(subject);
  const int32_t antecedent = start - 1;
  if (antecedent < b.Current().subject || !b.Is(antecedent, GroupKind::kNoun) ||
      b.IsTime(antecedent) || !VerbFollows(b, i)) {
    return false;
  }
  b.Open(ClauseKind::kRelative, antecedent);
  b.Current().antecedent = antecedent;
  b.Current().object_gap = true;
  b.Current().subject = subject;
  b.Current().verb = i;
  b.MarkGroups(start, i);
  return true;
}

namespace {

// "That idea | the union rejects", "Quotas, though, | she will not hear of":
// what the clause begins with is not its subject, which stands right before
// the verb and begins as only a noun group of its own can.
int32_t SubjectBehindFronted(const ClauseBuilder& b, bool says) {
  const int32_t subject = b.left;
  const int32_t fronted = b.clauses[b.current].subject;
  // "“A disgrace,” | Ana Reyes said".
  if (says && b.Is(subject, GroupKind::kNoun) && subject != fronted) {
    const int32_t quote = b.FirstOfPossessors(subject) - 1;
    if (b.Is(quote, GroupKind::kQuote) && !b.OpensQuote(quote) &&
        quote > fronted) {
      return subject;
    }
  }
  if (!b.Is(subject, GroupKind::kNoun) || subject == fronted ||
      b.groups[subject].preposition >= 0 ||
      b.groups[subject].first_conjunct >= 0 || b.Head(subject).Is(kTime) ||
      !b.Is(fronted, GroupKind::kNoun) ||
      b.Head(fronted).Is(kTime | kPronoun) ||
      b.groups[fronted].preposition >= 0 || b.groups[fronted].apposition >= 0) {
    return -1;
  }
  const int32_t start = b.FirstOfPossessors(subject);
  const Unit& first = b.units[b.groups[start].begin];
  if (!first.Is(kPronoun | kPossessivePronoun) &&
      !first.Has(pb::FUNCTION_ROLE_DEFINITE)) {
    return -1;
  }
  // "Nuclear power | the Greens", not "Supporters' group | The Terrace".
  if (b.Head(subject).Is(kProper) &&
      (b.text.tokens[first.begin].shape & kCapitalised) != 0) {
    return -1;
  }
  int32_t end = start - 1;
  if (b.Is(end, GroupKind::kComma) && b.Is(end - 1, GroupKind::kAdverb) &&
      b.Is(end - 2, GroupKind::kComma)) {
    end -= 3;
  }
  return end == fronted ? subject : -1;
}

}  // namespace

// "…, said Qin": the reporting verb before its subject is left to the
// attribution stage.
void NewClauseWithSubject(ClauseBuilder& b, int32_t i, int32_t subject) {
  int32_t first = subject;
  while (b.groups[first].first_conjunct >= 0) {
    first = b.groups[first].first_conjunct;
  }
  if (first < b.Current().verb) first = subject;
  const int32_t start = b.FirstOfPossessors(first);
  const int32_t before = b.Before(start);
  const bool complement =
      b.Is(before, GroupKind::kVerb) ||
      (b.Is(before, GroupKind::kNoun) && !b.Is(before, GroupKind::kComma));
  const int32_t verb = b.Current().verb;
  if (complement) {
    // "hoped China could …", "told reporters Budapest would …"; after a noun
    // group with no verb of saying, a relative clause without its pronoun:
    // "the plan Russia backs".
    // "asked for a delay, something Chile | rejects".
    const bool something = b.Is(before, GroupKind::kNoun) &&
                           b.Head(before).Is(kPronoun) &&
                           b.Is(before - 1, GroupKind::kComma);
    if (something || (b.Is(before, GroupKind::kNoun) && !SaidOfIt(b, before) &&
                      !b.IsAddressee(before) &&
                      (!b.TakesComplement(verb) || !IsTold(b, before)))) {
      b.Open(ClauseKind::kRelative, before);
      b.Current().antecedent = before;
      b.Current().object_gap = true;
    } else {
      b.Open(ClauseKind::kComplement, verb);
    }
  } else if (b.Is(before, GroupKind::kAdjective) &&
             b.Head(before).Takes(pb::SLOT_THAT_CLAUSE)) {
    b.Open(ClauseKind::kComplement, before);  // "optimistic talks will resume"
  } else {
    b.current = b.Root(b.current);
    b.Open(ClauseKind::kMain, -1);
  }
  b.Current().subject = first;
  b.Current().verb = i;
  b.MarkGroups(start, i);
}

namespace {

// "… and on Friday | called": the phrase behind "and" only says when.
bool IsTimeAfterAnd(const ClauseBuilder& b, int32_t noun) {
  if (!b.Is(noun, GroupKind::kNoun) || !b.IsTime(noun)) return false;
  const int32_t preposition = b.groups[noun].preposition;
  return b.Is(b.Before(preposition >= 0 ? preposition : noun),
              GroupKind::kCoordinator);
}

}  // namespace

namespace {

// "Closing the mine, | said the mayor, | would be wrong": the gerund that opens
// the sentence waits for its verb.
bool TakeInsertedBehindGerund(ClauseBuilder& b, int32_t i) {
  Clause& clause = b.Current();
  const int32_t gerund = b.Is(0, GroupKind::kQuote) ? 1 : 0;
  if (clause.verb >= 0 || clause.subject >= 0 ||
      !b.Is(i - 1, GroupKind::kComma) || !b.Is(gerund, GroupKind::kVerb) ||
      b.groups[gerund].form != VerbForm::kGerund) {
    return false;
  }
  clause.subject = gerund;
  if (TakeInserted(b, i)) return true;
  clause.subject = -1;
  return false;
}

}  // namespace

void TakeFinite(ClauseBuilder& b, int32_t i) {
  // What goes with the verb that the clause has, if it has one.
  if (b.Current().verb >= 0) {
    if (TakeWantedDone(b, i)) return;
    if (IsDoneToObject(b, i)) {
      b.groups[i].form = VerbForm::kParticiple;
      b.groups[i].passive = true;
      TakeParticipial(b, i);
      return;
    }
    if (TakeBehindPhrase(b, i) || TakeBehindInsertion(b, i)) return;
  }
  if (TakeBesideWanted(b, i)) return;
  const int32_t before = b.left;
  if (TakeAfterGerund(b, i)) return;
  const bool waits = b.Waits();
  if (TakeBehindAside(b, i)) return;
  const bool says = b.Head(i).Reads(EntryKind::kReporting);
  if (says && waits && TakeInserted(b, i)) return;
  if (says && TakeInsertedBehindGerund(b, i)) return;
  if (says && TakeSaidBehindAside(b, i)) return;
  if (says && IsBeforeSpeaker(b, i)) {
    int32_t subject = i + 1;
    while (b.Possesses(subject) && b.Is(subject + 2, GroupKind::kNoun)) {
      subject += 2;
    }
    b.current = b.Root(b.current);
    b.Open(ClauseKind::kMain, -1);
    b.Current().subject = subject;
    b.Current().verb = i;
    return;
  }
  if (waits && before > b.Current().subject && TakeContact(b, i)) return;
  if (waits && before > b.Current().subject) {
    if (const int32_t subject = SubjectBehindFronted(b, says); subject >= 0) {
      b.Current().subject = subject;
    }
  }
  if (waits ||
      (b.Current().verb < 0 && b.Current().kind == ClauseKind::kRelative)) {
    b.Current().verb = i;
    // A noun group nearer than the recorded subject, across a comma or a
    // coordinator, is the subject of this verb in a list of clauses.
    return;
  }
  // "A does X and does Y": a shared subject.
  int32_t left = before;
  if (b.Is(left, GroupKind::kComma)) left = b.Before(left);
  if (b.Is(before, GroupKind::kCoordinator) || IsTimeAfterAnd(b, before) ||
      (b.Is(before, GroupKind::kComma) && b.Current().verb >= 0 &&
       CoordinatorBefore(b, i) > b.Current().verb)) {
    if (GoesOnBehindSpeech(b, i)) b.current = b.Current().parent;
    b.ShareSubject(i);
    return;
  }
  if (TakeInsideRelative(b, i) || TakeBesideRelative(b, i)) return;
  // An outer clause whose verb is still to come: "The minister, who …, said".
  for (int32_t c = b.current; c >= 0; c = b.clauses[c].parent) {
    if (b.clauses[c].verb < 0 && b.clauses[c].subject >= 0) {
      b.current = c;
      b.clauses[c].verb = i;
      return;
    }
  }
  if (b.Current().verb < 0) {
    b.Current().verb = i;
    if (b.Current().subject < 0) b.Current().subject = b.SubjectLeft(i);
    return;
  }
  if (TakeAfterModifier(b, i)) return;
  // "condemned the raid, blamed Uganda and …".
  if (b.Is(before, GroupKind::kComma) &&
      !CommaBetween(b, b.Current().verb, before)) {
    b.ShareSubject(i);
    return;
  }
  // A noun group since the last verb is the subject of a new clause.
  const int32_t subject = b.SubjectLeft(i);
  if (b.Current().kind == ClauseKind::kRelative && subject >= 0 &&
      b.Before(subject) == b.Current().verb &&
      !b.TakesComplement(b.Current().verb) && TakeAfterRelative(b, i)) {
    return;
  }
  if (subject >= 0 && subject > b.Current().verb) {
    NewClauseWithSubject(b, i, subject);
    return;
  }
  if (TakeAfterRelative(b, i)) return;
  b.ShareSubject(i);
}

}  // namespace stance
