// Gerunds and participles: who controls them.

#include "service/engine/syntax/clause_builder.h"

namespace stance {

namespace pb = lexicon::v1;

namespace {

// "In a letter the mayor, Tom Hill, | urged it": a form that may be a past,
// behind somebody who is named after the phrase that opens the clause, where no
// other verb comes.
bool ActsBehindPhrase(const ClauseBuilder& b, int32_t i) {
  const int32_t subject = b.left;
  if (!b.Waits() || b.clauses[b.current].subject != subject || subject < 2 ||
      !b.groups[i].passive || b.groups[i].begin != b.groups[i].head ||
      !b.Head(i).MayBe(kVerbPast) || !b.Head(subject).Is(kProper) ||
      !b.Is(subject - 1, GroupKind::kNoun) ||
      b.groups[subject - 1].preposition < 0) {
    return false;
  }
  for (int32_t j = i + 1; j < b.size && !b.Is(j, GroupKind::kBreak); ++j) {
    if (b.Is(j, GroupKind::kVerb) && b.groups[j].form == VerbForm::kFinite) {
      return b.Is(i + 1, GroupKind::kNoun);
    }
    if (b.Is(j, GroupKind::kPreposition) &&
        b.Head(j).Has(pb::FUNCTION_ROLE_PASSIVE_AGENT)) {
      return false;
    }
  }
  return true;
}

// "wrote a letter to the minister | denouncing it": the letter, not whom it
// went to; -1 for none.
int32_t StatementTo(const ClauseBuilder& b, int32_t noun) {
  if (!b.Is(noun, GroupKind::kNoun) || b.groups[noun].preposition < 0 ||
      !b.Head(b.groups[noun].preposition).MayBe(kTo)) {
    return -1;
  }
  const int32_t outer = b.Before(b.groups[noun].preposition);
  return b.Is(outer, GroupKind::kNoun) &&
                 b.Head(outer).Has(pb::FUNCTION_ROLE_STATEMENT)
             ? outer
             : -1;
}

// "wants the ban on flights | lifted": over its phrases, the object of the verb
// that says what is wanted; -1 where the participle does not end the clause.
int32_t WantedDone(const ClauseBuilder& b, int32_t noun, int32_t participle) {
  const int32_t verb = b.clauses[b.current].verb;
  if (b.groups[participle].form != VerbForm::kParticiple || verb < 0 ||
      !b.Is(noun, GroupKind::kNoun) || b.groups[noun].preposition <= verb ||
      !b.Head(verb).Takes(pb::SLOT_OBJECT_INFINITIVE) ||
      b.groups[verb].passive) {
    return -1;
  }
  const int32_t after = b.After(participle);
  if (after >= 0 && !b.Is(after, GroupKind::kBreak) &&
      !b.Is(after, GroupKind::kComma) &&
      !b.Is(after, GroupKind::kCoordinator) &&
      !b.Is(after, GroupKind::kSubordinator) &&
      !(b.Is(after, GroupKind::kNoun) && b.IsTime(after))) {
    return -1;
  }
  int32_t outer = noun;
  for (int steps = 0; steps < 4; ++steps) {
    const int32_t preposition = b.groups[outer].preposition;
    if (preposition <= verb) break;
    outer = b.Before(preposition);
    if (!b.Is(outer, GroupKind::kNoun)) return -1;
  }
  const int32_t start = b.FirstOfPossessors(outer);
  return b.Before(start) == verb ? outer : -1;
}

// "wrote to the minister | demanding it, saying so": whoever wrote.
bool IsWrittenTo(const ClauseBuilder& b, int32_t noun, int32_t gerund) {
  const int32_t verb = b.clauses[b.current].verb;
  if (!b.Is(noun, GroupKind::kNoun) || verb < 0 ||
      b.groups[gerund].form != VerbForm::kGerund ||
      (!b.Head(gerund).Reads(EntryKind::kCue) &&
       !b.Head(gerund).Reads(EntryKind::kReporting))) {
    return false;
  }
  const int32_t preposition = b.groups[noun].preposition;
  return preposition >= 0 && b.Head(preposition).MayBe(kTo) &&
         b.Before(preposition) == verb &&
         b.Head(verb).Reads(EntryKind::kReporting);
}

// "came to Brussels | asking for it", "farmers in Lyon | demanding it": what
// stands before a phrase of place, its noun or its verb; -1 where the noun
// group stands in no such phrase.
int32_t BeforePlace(const ClauseBuilder& b, int32_t noun, int32_t gerund) {
  if (!b.Is(noun, GroupKind::kNoun) || b.groups[noun].preposition < 0 ||
      b.groups[gerund].form != VerbForm::kGerund ||
      !b.Head(gerund).Reads(EntryKind::kCue)) {
    return -1;
  }
  const Unit& preposition = b.Head(b.groups[noun].preposition);
  if (preposition.Reads(EntryKind::kCue) ||
      preposition.Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION) ||
      preposition.Has(pb::FUNCTION_ROLE_SPOKEN_FOR) ||
      preposition.Has(pb::FUNCTION_ROLE_INSTRUMENT)) {
    return -1;
  }
  const Unit& head = b.Head(noun);
  const bool place = head.Is(kProper) && head.Reads(EntryKind::kActor);
  if (!place && !preposition.Has(pb::FUNCTION_ROLE_ADJUNCT_PREPOSITION)) {
    return -1;
  }
  return b.Before(b.groups[noun].preposition);
}

// "with the carrier, GaganAir, | calling it a tax": the noun group behind
// "with", where the comma closes what renames it; -1 for none.
int32_t RenamedWith(const ClauseBuilder& b, int32_t comma) {
  const int32_t renaming = b.Before(comma);
  if (!b.Is(renaming, GroupKind::kNoun)) return -1;
  constexpr int32_t kFarthest = 6;
  for (int32_t k = renaming - 1; k > 0 && k > renaming - kFarthest; --k) {
    if (b.groups[k].apposition != renaming) continue;
    const int32_t with = b.groups[k].preposition;
    return with >= 0 && b.Head(with).Has(pb::FUNCTION_ROLE_INSTRUMENT) ? k : -1;
  }
  return -1;
}

// "Peru backed it, Chile | opposed it and Fiji abstained": what has an object
// of its own is no participle.
bool ActsOnObject(const ClauseBuilder& b, int32_t i) {
  const int32_t subject = b.left;
  const int32_t object = i + 1;
  if (b.groups[i].form != VerbForm::kParticiple ||
      b.groups[i].end - b.groups[i].begin != 1 ||
      !b.Is(object, GroupKind::kNoun) || b.IsTime(object) ||
      !b.Is(subject, GroupKind::kNoun) || b.groups[subject].preposition >= 0 ||
      b.clauses[b.current].verb < 0 || !b.Head(i).MayBe(kVerbPast) ||
      !b.Head(i).Takes(pb::SLOT_OBJECT)) {
    return false;
  }
  const int32_t start = b.FirstOfPossessors(subject);
  const Unit& first = b.units[b.groups[object].begin];
  return b.Is(b.Before(start), GroupKind::kComma) &&
         first.Is(kPronoun | kDeterminer | kPossessivePronoun);
}

// "wants the levy scrapped and | praised the firm": with an object of its own
// it is no participle beside one that has none.
bool ActsBesideDone(const ClauseBuilder& b, int32_t done, int32_t i) {
  return b.groups[i].form == VerbForm::kParticiple &&
         b.Head(i).MayBe(kVerbPast) && b.Head(i).Takes(pb::SLOT_OBJECT) &&
         b.Is(done + 1, GroupKind::kCoordinator) &&
         b.Is(i + 1, GroupKind::kNoun) && !b.IsTime(i + 1);
}

// "noted that prices had fallen and | praised farmers", "… and | appealed to
// them": a form that may be a past, of whoever speaks.
bool ActsBesideThing(const ClauseBuilder& b, int32_t i) {
  const Clause& clause = b.clauses[b.current];
  const int32_t object = b.After(i);
  if (b.groups[i].form != VerbForm::kParticiple || clause.verb < 0 ||
      !b.groups[clause.verb].perfect || object < 0 ||
      !b.Head(i).MayBe(kVerbPast)) {
    return false;
  }
  const bool acts =
      b.Is(object, GroupKind::kNoun)
          ? !b.IsTime(object)
          : b.Is(object, GroupKind::kPreposition) &&
                !b.groups[clause.verb].passive &&
                !b.Head(object).Has(pb::FUNCTION_ROLE_PASSIVE_AGENT);
  return acts && b.BelongsFurtherOut(b.current, i);
}

}  // namespace

bool IsDoneToObject(const ClauseBuilder& b, int32_t i) {
  const int32_t object = b.left;
  const int32_t verb = b.clauses[b.current].verb;
  if (verb < 0 || !b.Is(object, GroupKind::kNoun) || object < verb ||
      b.groups[i].end - b.groups[i].begin != 1 || !b.Head(i).MayBe(kVerbPast)) {
    return false;
  }
  const int32_t start = b.FirstOfPossessors(object);
  if (b.Before(start) != verb) return false;
  const Unit& head = b.Head(verb);
  const int32_t after = b.After(i);
  if (head.Is(kHave) && (b.groups[verb].form == VerbForm::kToInfinitive ||
                         b.groups[verb].form == VerbForm::kGerund)) {
    return !b.Is(after, GroupKind::kNoun);
  }
  const Unit& who = b.Head(object);
  return head.Takes(pb::SLOT_OBJECT_INFINITIVE) &&
         b.Is(after, GroupKind::kVerb) &&
         b.groups[after].form == VerbForm::kToInfinitive &&
         who.Is(kPronoun | kQuantifier) && !who.Has(pb::FUNCTION_ROLE_NEUTER);
}

namespace {

// "48% | of farmers | opposed to it": those who are; not "48% of the cuts
// opposed by farmers". `noun` itself where it is nobody's share.
int32_t ShareOf(const ClauseBuilder& b, int32_t noun, int32_t participle) {
  const int32_t of = b.groups[noun].preposition;
  if (of < 1 || !b.Head(of).Has(pb::FUNCTION_ROLE_GENITIVE) ||
      !b.Is(of - 1, GroupKind::kNoun) || b.IsThing(noun) ||
      !b.Head(of - 1).Has(pb::FUNCTION_ROLE_QUANTITY)) {
    return noun;
  }
  const int32_t next = participle + 1;
  return b.Is(next, GroupKind::kPreposition) &&
                 !b.Head(next).Has(pb::FUNCTION_ROLE_PASSIVE_AGENT)
             ? of - 1
             : noun;
}

}  // namespace

void TakeParticipial(ClauseBuilder& b, int32_t i) {
  if (TakeWantedDone(b, i)) return;
  if (ActsOnObject(b, i)) {
    b.groups[i].form = VerbForm::kFinite;
    b.groups[i].passive = false;
    NewClauseWithSubject(b, i, b.left);
    return;
  }
  if (TakeBehindPhrase(b, i) || TakeBehindInsertion(b, i) ||
      TakeBesideWanted(b, i)) {
    return;
  }
  if (ActsBehindPhrase(b, i)) {
    b.groups[i].form = VerbForm::kFinite;
    b.groups[i].passive = false;
    b.Current().verb = i;
    return;
  }
  const int32_t before = b.left;
  const VerbForm form = b.groups[i].form;
  const ClauseKind kind =
      form == VerbForm::kGerund ? ClauseKind::kGerund : ClauseKind::kParticiple;
  // "if adopted", "while welcoming it": the verb of the subordinate clause, of
  // the subject around it.
  if (b.Is(before, GroupKind::kSubordinator) && b.Current().verb < 0 &&
      b.Current().subject < 0 && b.Current().parent >= 0 &&
      b.Current().kind == ClauseKind::kSubordinate) {
    b.Current().subject = b.clauses[b.Current().parent].subject;
    b.Current().verb = i;
    return;
  }
  if (b.Is(before, GroupKind::kCoordinator)) {
    for (int32_t c = b.current; c >= 0; c = b.clauses[c].parent) {
      const int32_t verb = b.clauses[c].verb;
      if (verb >= 0 && b.groups[verb].form == form) {
        if (ActsBesideDone(b, verb, i)) {
          b.groups[i].form = VerbForm::kFinite;
          b.groups[i].passive = false;
          b.ShareSubject(i);
        } else {
          b.Sibling(c, i);
        }
        return;
      }
    }
    // "has rejected it and | condemned the raid", "had in May deplored it and |
    // called for talks".
    if (form == VerbForm::kParticiple && b.Current().verb >= 0 &&
        b.groups[b.Current().verb].perfect &&
        !b.groups[b.Current().verb].passive) {
      b.groups[i].form = VerbForm::kFinite;
      b.groups[i].passive = false;
      b.ShareSubject(i);
      return;
    }
    if (ActsBesideThing(b, i)) {
      b.groups[i].form = VerbForm::kFinite;
      b.groups[i].passive = false;
      b.ShareSubject(i);
      return;
    }
    if (form == VerbForm::kParticiple && b.Current().verb >= 0 &&
        (b.groups[b.Current().verb].passive ||
         b.groups[b.Current().verb].copula)) {
      b.groups[i].form = VerbForm::kFinite;
      b.ShareSubject(i);
      return;
    }
  }
  int32_t subject = b.Current().subject;
  int32_t governor = before;
  const int32_t statement = StatementTo(b, before);
  const int32_t outside = BeforePlace(b, before, i);
  const int32_t renamed =
      b.Is(before, GroupKind::kComma) ? RenamedWith(b, before) : -1;
  if (renamed >= 0) {
    subject = governor = renamed;
  } else if (b.Is(outside, GroupKind::kNoun)) {
    subject = governor = outside;
  } else if (outside >= 0 && outside == b.Current().verb) {
    governor = outside;
  } else if (statement >= 0) {
    subject = statement;
    governor = statement;
  } else if (IsWrittenTo(b, before, i)) {
    governor = b.Current().verb;
  } else if (const int32_t object = WantedDone(b, before, i); object >= 0) {
    subject = governor = object;
  } else if (b.Is(before, GroupKind::kNoun) && !b.Possesses(before)) {
    subject = b.groups[before].first_conjunct >= 0
                  ? b.groups[before].first_conjunct
                  : ShareOf(b, before, i);
  } else if (b.Is(before, GroupKind::kComma)) {
    // "…, urging X": the subject of the clause around it.
    for (int32_t c = b.current; c >= 0; c = b.clauses[c].parent) {
      if (b.clauses[c].subject >= 0 && b.clauses[c].verb >= 0 &&
          b.groups[b.clauses[c].verb].form == VerbForm::kFinite) {
        subject = b.clauses[c].subject;
        break;
      }
    }
    if (form == VerbForm::kParticiple && b.Current().verb < 0) {
      subject = b.Current().subject;
    }
    governor = -1;
  }
  // Before its main clause: the subject comes later (FillLeadingSubjects).
  b.Open(kind, governor);
  b.Current().subject = subject;
  b.Current().verb = i;
  if (b.clauses[b.Current().parent].verb < 0 && governor < 0) {
    // The clause around it goes on after the comma.
  }
}

}  // namespace stance
