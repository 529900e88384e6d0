// Infinitives: who controls them.

#include "service/engine/syntax/clause_builder.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "Farmers whose land was taken | oppose the dam": the verb of a clause around
// this one, whose subject is a plural.
bool TakeWaiting(ClauseBuilder& b, int32_t i) {
  for (int32_t c = b.Current().parent; c >= 0; c = b.clauses[c].parent) {
    const int32_t subject = b.clauses[c].subject;
    if (b.clauses[c].verb >= 0 || subject < 0) continue;
    if (!b.groups[subject].plural && b.groups[subject].next_conjunct < 0 &&
        !b.Head(subject).Is(kPronoun)) {
      return false;
    }
    // "Farmers who helped build the dam oppose it".
    if (b.Is(i - 1, GroupKind::kVerb) && !b.groups[i - 1].passive) {
      for (int32_t j = i + 1; j < b.size && j < i + 12; ++j) {
        if (b.Is(j, GroupKind::kBreak)) break;
        if (b.Is(j, GroupKind::kVerb) &&
            (b.groups[j].form == VerbForm::kFinite ||
             b.groups[j].form == VerbForm::kBase)) {
          return false;
        }
      }
    }
    b.current = c;
    b.clauses[c].verb = i;
    b.groups[i].form = VerbForm::kFinite;
    return true;
  }
  return false;
}

// "let wrestlers compete", "help rebuild": a bare infinitive under `governor`.
void OpenBareInfinitive(ClauseBuilder& b, int32_t i, int32_t governor,
                        int32_t subject) {
  b.Open(ClauseKind::kInfinitive, governor);
  b.Current().subject = subject;
  b.Current().verb = i;
  b.groups[i].form = VerbForm::kToInfinitive;
}

// "called on Peru to", "for it to": not in a phrase that only says where,
// "marched through Warsaw to protest", "wrote to the mayor to object".
bool IsAddressed(const ClauseBuilder& b, int32_t verb, int32_t noun) {
  const int32_t preposition = b.groups[noun].preposition;
  if (preposition < verb) {
    // "defied their leaders | to back it": to do so themselves.
    return !b.units[b.groups[noun].begin].Is(kPossessivePronoun) ||
           !b.Head(verb).Takes(pb::SLOT_OBJECT) ||
           b.Head(verb).Takes(pb::SLOT_OBJECT_INFINITIVE) ||
           !b.Head(verb).Reads(EntryKind::kCue) ||
           b.Head(verb).Has(pb::FUNCTION_ROLE_CAUSATIVE);
  }
  return b.Head(preposition).Has(pb::FUNCTION_ROLE_SPOKEN_FOR) ||
         b.Head(verb).Takes(pb::SLOT_PREPOSITION_INFINITIVE);
}

// "called for those behind the attack | to be punished": the noun right behind
// the preposition that the verb takes, out over the phrases that follow it.
int32_t Addressee(const ClauseBuilder& b, int32_t verb, int32_t noun) {
  if (!b.Head(verb).Takes(pb::SLOT_PREPOSITION_INFINITIVE) ||
      b.Head(noun).Takes(pb::SLOT_INFINITIVE)) {
    return noun;
  }
  int32_t outer = noun;
  for (int steps = 0; steps < 4; ++steps) {
    const int32_t preposition = b.groups[outer].preposition;
    if (preposition <= verb) return noun;
    const int32_t before = b.Before(preposition);
    if (before == verb) return outer;
    if (!b.Is(before, GroupKind::kNoun)) return noun;
    outer = before;
  }
  return noun;
}

// "The union opposes the levy but employers | support it": a plural noun group
// behind a coordinator.
bool JoinsClause(const ClauseBuilder& b, int32_t noun) {
  const int32_t start = b.FirstOfPossessors(noun);
  return b.Is(b.Before(start), GroupKind::kCoordinator) &&
         (b.groups[noun].plural ||
          b.units[b.groups[noun].begin].Is(kNumberWord));
}

// "…, but their partners, the Greens, | back it".
bool ClosesRenaming(const ClauseBuilder& b, int32_t verb) {
  const int32_t subject = b.SubjectLeft(verb);
  return subject >= 0 && b.groups[subject].apposition >= 0 &&
         JoinsClause(b, subject);
}

}  // namespace

namespace {

// "nurses back it, | doctors | do not", "nurses back it, | doctors | oppose
// it": the verb of a clause behind a comma, an auxiliary that stands for one or
// one with its object.
bool OpensBehindComma(const ClauseBuilder& b, int32_t subject, int32_t i) {
  int32_t first = subject;
  if (b.groups[first].first_conjunct >= 0) {
    first = b.groups[first].first_conjunct;
  }
  first = b.FirstOfPossessors(first);
  if (!b.Is(b.Before(first), GroupKind::kComma)) return false;
  const int32_t next = b.After(i);
  if (b.Head(i).Is(kDo)) {
    return next < 0 || b.Is(next, GroupKind::kBreak) ||
           b.Is(next, GroupKind::kComma);
  }
  return b.Is(next, GroupKind::kNoun) && !b.IsTime(next) &&
         b.Head(i).Takes(pb::SLOT_OBJECT);
}

}  // namespace

namespace {

// "can live with", "would rather": phrases of a modal verb.
bool BeginsWithModal(const ClauseBuilder& b, int32_t i) {
  const Unit& phrase = b.Head(i);
  return phrase.end - phrase.begin > 1 &&
         (b.lexicon.Word(phrase.word).classes & kModal) != 0;
}

}  // namespace

void TakeBase(ClauseBuilder& b, int32_t i) {
  if (BeginsWithModal(b, i)) {
    b.groups[i].form = VerbForm::kFinite;
    TakeFinite(b, i);
    return;
  }
  const int32_t before = b.left;
  // "as do Chile and Spain": an auxiliary before its subject.
  if (b.Head(i).Is(kDo | kHave | kBe) &&
      b.groups[i].end - b.groups[i].begin == 1 && i > 0 &&
      b.Head(i - 1).Has(pb::FUNCTION_ROLE_ECHO) &&
      b.Is(i + 1, GroupKind::kNoun)) {
    b.current = b.Root(b.current);
    b.Open(ClauseKind::kMain, -1);
    b.Current().subject = i + 1;
    b.Current().verb = i;
    b.groups[i].form = VerbForm::kFinite;
    return;
  }
  if (TakeBehindPhrase(b, i) || TakeBehindInsertion(b, i)) return;
  // "shouted “Save our school”".
  if (b.Is(i - 1, GroupKind::kQuote) && b.Is(before, GroupKind::kVerb) &&
      b.Head(before).Reads(EntryKind::kReporting)) {
    b.Open(ClauseKind::kComplement, before);
    b.Current().verb = i;
    return;
  }
  if (b.Waits()) {
    b.groups[i].form = VerbForm::kFinite;
    if (b.Head(i).Reads(EntryKind::kReporting) && TakeInserted(b, i)) return;
    if (before > b.Current().subject && TakeContact(b, i)) return;
    // A plural subject: "farmers oppose".
    b.Current().verb = i;
    return;
  }
  if (b.Is(before, GroupKind::kCoordinator) && GoesOnBehindSpeech(b, i)) {
    b.groups[i].form = VerbForm::kFinite;
    b.current = b.Current().parent;
    b.ShareSubject(i);
    return;
  }
  if (b.Is(before, GroupKind::kCoordinator) ||
      (b.Is(before, GroupKind::kComma) && !ClosesRenaming(b, i))) {
    for (int32_t c = b.current; c >= 0; c = b.clauses[c].parent) {
      if (b.clauses[c].verb < 0) continue;
      const VerbForm form = b.groups[b.clauses[c].verb].form;
      if (form == VerbForm::kToInfinitive || form == VerbForm::kBase) {
        b.groups[i].form = form;
        b.Sibling(c, i);
        return;
      }
      if (form == VerbForm::kFinite &&
          (b.groups[b.clauses[c].verb].modal ||
           b.Head(b.clauses[c].verb).Is(kVerbBase))) {
        b.groups[i].form = VerbForm::kFinite;
        b.current = c;
        b.ShareSubject(i);
        return;
      }
    }
  }
  if (TakeInsideRelative(b, i)) {
    b.groups[i].form = VerbForm::kFinite;
    return;
  }
  if (TakeWaiting(b, i)) return;
  const int32_t subject = b.SubjectLeft(i);
  if (subject >= 0 && b.Current().verb >= 0 && subject > b.Current().verb) {
    const Unit& governor = b.Head(b.Current().verb);
    if (JoinsClause(b, subject) || OpensBehindComma(b, subject, i)) {
      b.groups[i].form = VerbForm::kFinite;
      NewClauseWithSubject(b, i, subject);
      return;
    }
    if (b.groups[subject].plural || b.groups[subject].next_conjunct >= 0 ||
        b.Head(subject).Is(kPronoun)) {
      if (b.TakesComplement(b.Current().verb) || governor.tag == 0) {
        b.groups[i].form = VerbForm::kFinite;
        NewClauseWithSubject(b, i, subject);
        return;
      }
    }
    // "let Belarusian wrestlers compete", "help Ukraine rebuild".
    OpenBareInfinitive(b, i, b.Current().verb, subject);
    return;
  }
  if (b.Is(before, GroupKind::kVerb)) {
    OpenBareInfinitive(b, i, before, b.Current().subject);
    return;
  }
  if (b.Current().verb < 0) {
    b.Current().verb = i;  // imperative
    return;
  }
  b.ShareSubject(i);
}

namespace {

// "urged parties involved in the crisis | to stop": the noun that a reduced
// relative clause hangs on, where the verb before it takes an infinitive and
// the one inside does not; -1 for none.
int32_t ToldAroundReduced(ClauseBuilder& b) {
  const Clause& clause = b.Current();
  if (clause.kind != ClauseKind::kParticiple || clause.parent < 0 ||
      clause.verb < 0 || !b.Is(clause.governor, GroupKind::kNoun) ||
      b.Head(clause.verb).Takes(pb::SLOT_INFINITIVE)) {
    return -1;
  }
  const int32_t verb = b.clauses[clause.parent].verb;
  if (verb < 0 || verb > clause.governor) return -1;
  const Unit& governor = b.Head(verb);
  return governor.Takes(pb::SLOT_OBJECT_INFINITIVE) ||
                 governor.Takes(pb::SLOT_PREPOSITION_INFINITIVE)
             ? clause.governor
             : -1;
}

}  // namespace

void TakeInfinitive(ClauseBuilder& b, int32_t i) {
  if (TakeBesideWanted(b, i)) return;
  int32_t before = b.left;
  // "voted on Monday night to recommend it", "rallied for a third night to".
  if (b.Is(before, GroupKind::kNoun) && b.IsTime(before)) {
    int32_t outer = before;
    while (b.Is(outer, GroupKind::kNoun) &&
           (b.IsTime(outer) || b.groups[outer].preposition >= 0)) {
      const int32_t preposition = b.groups[outer].preposition;
      outer = b.Before(preposition >= 0 ? preposition : outer);
    }
    if (b.Is(outer, GroupKind::kVerb) &&
        b.Head(outer).Takes(pb::SLOT_INFINITIVE)) {
      before = outer;
    }
  }
  // "urged the parties concerned | to stop".
  if (b.Is(before, GroupKind::kAdjective) && before > 1 &&
      b.Is(before - 1, GroupKind::kNoun) && b.Current().verb == before - 2 &&
      b.Head(before - 2).Takes(pb::SLOT_OBJECT_INFINITIVE) &&
      !b.Head(before).Takes(pb::SLOT_INFINITIVE)) {
    --before;
  }
  // "could not bring herself | to support it".
  if (b.Is(before, GroupKind::kNoun) && b.Head(before).Is(kPronoun) &&
      b.Head(before).MayBe(kAdverb) && b.Is(before - 1, GroupKind::kVerb) &&
      b.Current().verb == before - 1) {
    --before;
  }
  if (const int32_t told = ToldAroundReduced(b); told >= 0) {
    before = told;
    b.current = b.Current().parent;
  }
  if (b.Is(before, GroupKind::kCoordinator) ||
      b.Is(before, GroupKind::kComma)) {
    for (int32_t c = b.current; c >= 0; c = b.clauses[c].parent) {
      if (b.clauses[c].verb >= 0 &&
          b.groups[b.clauses[c].verb].form == VerbForm::kToInfinitive) {
        b.Sibling(c, i);
        return;
      }
    }
  }
  int32_t verb = -1;
  int32_t host = b.current;
  for (int32_t c = b.current; c >= 0; c = b.clauses[c].parent) {
    if (b.clauses[c].verb >= 0) {
      verb = b.clauses[c].verb;
      host = c;
      break;
    }
  }
  const int32_t governor =
      before >= 0 && (b.Is(before, GroupKind::kNoun) ||
                      b.Is(before, GroupKind::kAdjective) ||
                      b.Is(before, GroupKind::kVerb))
          ? before
          : verb;
  const int32_t subject_of_host = b.clauses[host].subject;
  int32_t subject = subject_of_host;
  // Object control: "urged A to C".
  if (b.Is(before, GroupKind::kNoun) && verb >= 0 && before > verb &&
      IsAddressed(b, verb, before)) {
    subject = Addressee(b, verb, before);
    before = subject;
    if (b.groups[before].first_conjunct >= 0) {
      subject = b.groups[before].first_conjunct;
    }
  }
  b.Open(ClauseKind::kInfinitive, governor);
  b.Current().subject = subject;
  b.Current().verb = i;
  InheritGap(b, host);
}

}  // namespace stance
