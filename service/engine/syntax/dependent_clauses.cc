// Relative, complement and subordinate clauses: what opens them.

#include "service/engine/syntax/clause_builder.h"

namespace stance {

namespace pb = lexicon::v1;

namespace {

// "which in a statement | condemned", "who, like him, | opposes": the group
// behind phrases that only say when, where or how; `i` where there is none.
int32_t BehindPhrases(const ClauseBuilder& b, int32_t i) {
  const bool inserted = b.Is(i, GroupKind::kComma);
  int32_t j = inserted ? b.After(i) : i;
  while (j >= 0) {
    // "which | five | years ago fought it".
    const bool counted =
        b.Is(j, GroupKind::kNoun) && b.Head(j).Is(kNumberWord) &&
        b.Is(j + 1, GroupKind::kVerb) &&
        b.units[b.groups[j + 1].begin].Reads(EntryKind::kModifier);
    if (b.Is(j, GroupKind::kNoun) && (b.IsTime(j) || counted)) {
      j = b.After(j);
    } else if (b.Is(j, GroupKind::kPreposition) &&
               b.Is(j + 1, GroupKind::kAdverb) &&
               b.Is(j + 2, GroupKind::kPreposition)) {
      j += 2;  // "as recently | as last spring"
    } else if (b.Is(j, GroupKind::kPreposition) &&
               b.Is(j + 1, GroupKind::kNoun)) {
      ++j;
      while (b.Possesses(j) && b.Is(j + 2, GroupKind::kNoun)) j += 2;
      j = b.After(j);
    } else {
      break;
    }
  }
  if (inserted) j = b.Is(j, GroupKind::kComma) ? b.After(j) : i;
  return j < 0 ? i : j;
}

// "the senator from Ohio | who", "Ann Roe of Leeds, | who": somebody, not the
// place; `noun`, which stands before the pronoun, for others.
int32_t PersonFrom(const ClauseBuilder& b, int32_t pronoun, int32_t noun) {
  const Unit& who = b.Head(pronoun);
  if (who.Has(pb::FUNCTION_ROLE_NEUTER) || who.MayBe(kSubordinator) ||
      !b.Is(noun, GroupKind::kNoun) || !b.Head(noun).Is(kProper) ||
      b.groups[noun].preposition < 0) {
    return noun;
  }
  const int32_t preposition = b.groups[noun].preposition;
  const int32_t outer = b.Before(preposition);
  // "opposition from Ann Roe, | who": no one but she.
  if (!b.Is(outer, GroupKind::kNoun) || b.groups[outer].plural ||
      b.Head(outer).Reads(EntryKind::kCue)) {
    return noun;
  }
  // "Ann Roe, Republican of Ohio, | who": what the named one is.
  if (b.Is(b.Before(outer), GroupKind::kComma)) {
    const int32_t named = b.Before(b.Before(outer));
    if (b.Is(named, GroupKind::kNoun) && b.Head(named).Is(kProper) &&
        !b.Head(named).Reads(EntryKind::kActor)) {
      return named;
    }
  }
  const bool role = b.Head(outer).Reads(EntryKind::kAgent) &&
                    !b.Head(preposition).Has(pb::FUNCTION_ROLE_GENITIVE);
  return role || (b.Head(outer).Is(kProper) && b.Head(outer).name) ? outer
                                                                   : noun;
}

// "a law in Texas | that doctors oppose": without a comma a clause tells which
// law it is; nobody asks which Texas. `noun` stands before the pronoun.
int32_t ThingIn(const ClauseBuilder& b, int32_t pronoun, int32_t noun) {
  const Unit& which = b.Head(pronoun);
  if (noun != b.left || !b.Is(noun, GroupKind::kNoun) ||
      !b.Head(noun).Is(kProper) || b.groups[noun].preposition < 0 ||
      !(which.Has(pb::FUNCTION_ROLE_NEUTER) ||
        which.Has(pb::FUNCTION_ROLE_COMPLEMENTIZER))) {
    return noun;
  }
  const int32_t outer = b.Before(b.groups[noun].preposition);
  return b.Is(outer, GroupKind::kNoun) && !b.IsTime(outer) ? outer : noun;
}

// "It was the mayor, | not the council, | who opposed it": of the one who is
// set against the noun group before the relative pronoun.
int32_t BeforeDenied(const ClauseBuilder& b, int32_t noun) {
  if (!b.Is(noun, GroupKind::kNoun)) return noun;
  const int32_t start = b.FirstOfPossessors(noun);
  const int32_t other = start - 3;
  return b.Is(start - 1, GroupKind::kAdverb) &&
                 b.Head(start - 1).Is(kNegation) &&
                 b.Is(start - 2, GroupKind::kComma) &&
                 b.Is(other, GroupKind::kNoun)
             ? other
             : noun;
}

// "The guild of bakers, | which fought it, | backs it", "a forum in Kochi, |
// which": of the subject that waits for its verb, for bakers are no "which" and
// a place does nothing; `noun` for others.
int32_t WaitingSubject(const ClauseBuilder& b, int32_t pronoun, int32_t noun) {
  if (!b.Head(pronoun).Has(pb::FUNCTION_ROLE_NEUTER) ||
      b.Head(pronoun).Has(pb::FUNCTION_ROLE_RELATIVE_POSSESSIVE) ||
      !b.Is(b.left, GroupKind::kComma) || !b.Waits() ||
      !b.Is(noun, GroupKind::kNoun) || b.groups[noun].preposition < 0 ||
      b.groups[noun].first_conjunct >= 0) {
    return noun;
  }
  const int32_t subject = b.clauses[b.current].subject;
  const int32_t preposition = b.groups[noun].preposition;
  if (b.Before(preposition) != subject || !b.Is(subject, GroupKind::kNoun) ||
      b.groups[subject].plural || b.Head(subject).Is(kPronoun)) {
    return noun;
  }
  const bool people =
      b.groups[noun].plural && b.Head(noun).Reads(EntryKind::kAgent);
  const bool place = !b.Head(preposition).Has(pb::FUNCTION_ROLE_GENITIVE) &&
                     b.Head(noun).Is(kProper) &&
                     b.Head(subject).Reads(EntryKind::kAgent);
  return people || place ? subject : noun;
}

// "a levy that the mayor calls fair and | that bakers say will ruin them": the
// relative clause that goes on behind "and", opened by the same word; -1 for
// none.
int32_t RelativeBeside(const ClauseBuilder& b, int32_t i) {
  if (!b.Is(b.left, GroupKind::kCoordinator)) return -1;
  for (int32_t c = b.current; c >= 0; c = b.clauses[c].parent) {
    const Clause& clause = b.clauses[c];
    if (clause.opener < 0) continue;
    return clause.kind == ClauseKind::kRelative && clause.antecedent >= 0 &&
                   clause.verb >= 0 &&
                   b.Head(clause.opener).word == b.Head(i).word
               ? c
               : -1;
  }
  return -1;
}

}  // namespace

void TakeRelative(ClauseBuilder& b, int32_t i) {
  int32_t before = b.left;
  if (const int32_t beside = RelativeBeside(b, i); beside >= 0) {
    before = b.clauses[beside].antecedent;
    b.current = b.clauses[beside].parent;
  }
  if (b.Is(before, GroupKind::kPreposition)) {
    const bool genitive = b.Head(before).Has(pb::FUNCTION_ROLE_GENITIVE);
    before = b.Before(before);
    // "farmers, many of whom oppose it".
    if (genitive && b.Is(before, GroupKind::kNoun) &&
        b.Is(before - 1, GroupKind::kComma)) {
      --before;
    }
  }
  if (b.Is(before, GroupKind::kComma) ||
      b.Is(before, GroupKind::kParenthesis)) {
    before = b.Before(before);
  }
  before = BeforeDenied(b, ThingIn(b, i, PersonFrom(b, i, before)));
  before = WaitingSubject(b, i, before);
  int32_t next = b.After(i);
  const Unit& word = b.Head(i);
  if (!b.Is(next, GroupKind::kVerb) && !b.Is(b.left, GroupKind::kPreposition) &&
      !word.Has(pb::FUNCTION_ROLE_RELATIVE_POSSESSIVE) &&
      (!word.MayBe(kSubordinator) ||
       word.Has(pb::FUNCTION_ROLE_COMPLEMENTIZER))) {
    next = BehindPhrases(b, next);
  }
  b.Open(ClauseKind::kRelative, before);
  Clause& clause = b.Current();
  clause.opener = i;
  clause.antecedent = b.Is(before, GroupKind::kNoun) ? before : -1;
  if (b.Is(next, GroupKind::kVerb)) {
    int32_t antecedent = clause.antecedent;
    if (antecedent >= 0 && b.groups[antecedent].first_conjunct >= 0 &&
        b.groups[antecedent].preposition < 0) {
      antecedent = b.groups[antecedent].first_conjunct;
    }
    // "Tom Cotton, R-Ark., who …": of the group that is renamed.
    for (int32_t k = before - 1; k >= 0 && k >= before - 4; --k) {
      if (b.groups[k].apposition == before) antecedent = k;
    }
    clause.subject = antecedent;
  } else {
    // "whose members picketed it" and "where members opposed it" have an object
    // of their own.
    const Unit& opener = b.Head(i);
    clause.object_gap = !opener.Has(pb::FUNCTION_ROLE_RELATIVE_POSSESSIVE) &&
                        (!opener.MayBe(kSubordinator) ||
                         opener.Has(pb::FUNCTION_ROLE_COMPLEMENTIZER));
  }
}

void TakeSubordinator(ClauseBuilder& b, int32_t i) {
  // "so that talks can begin" is no complement.
  if (RelativeBeside(b, i) >= 0) {
    TakeRelative(b, i);
    return;
  }
  const bool complement = b.Head(i).Has(pb::FUNCTION_ROLE_COMPLEMENTIZER) &&
                          !(b.Is(i - 1, GroupKind::kAdverb) &&
                            b.Head(i - 1).Has(pb::FUNCTION_ROLE_ECHO));
  int32_t before = b.left;
  if (complement) {
    // "is adamant, however, that".
    if (b.Is(before, GroupKind::kComma) &&
        b.Is(before - 2, GroupKind::kComma) &&
        (b.Is(before - 1, GroupKind::kAdverb) ||
         b.Is(before - 1, GroupKind::kSubordinator)) &&
        b.Is(before - 3, GroupKind::kAdjective)) {
      before -= 3;
    }
    int32_t governor = before;
    // "said on Friday that", "told reporters that".
    int32_t verb = -1;
    for (int32_t c = b.current; c >= 0; c = b.clauses[c].parent) {
      if (b.clauses[c].verb >= 0) {
        verb = b.clauses[c].verb;
        break;
      }
    }
    if (b.Is(before, GroupKind::kCoordinator)) {
      // "said that A and that B".
      for (int32_t c = b.current; c >= 0; c = b.clauses[c].parent) {
        if (b.clauses[c].kind == ClauseKind::kComplement) {
          const int32_t shared = b.clauses[c].governor;
          b.current = b.clauses[c].parent;
          b.Open(ClauseKind::kComplement, shared);
          b.Current().opener = i;
          return;
        }
      }
    }
    // "shares the view that".
    const bool noun_governs =
        b.Is(before, GroupKind::kNoun) &&
        (b.Head(before).Reads(EntryKind::kCue) ||
         b.Head(before).Has(pb::FUNCTION_ROLE_SPEAKER_NOUN)) &&
        !b.IsAddressee(before);
    if (!noun_governs && verb >= 0 && !b.Is(before, GroupKind::kAdjective)) {
      governor = verb;
    }
    b.Open(ClauseKind::kComplement, governor);
    b.Current().opener = i;
    return;
  }
  // A subordinate clause hangs on the finite clause around it.
  while (b.current > 0 && b.clauses[b.current].kind != ClauseKind::kMain &&
         b.clauses[b.current].kind != ClauseKind::kCoordinate &&
         b.clauses[b.current].kind != ClauseKind::kComplement) {
    if (b.clauses[b.current].parent < 0) break;
    b.current = b.clauses[b.current].parent;
  }
  b.Open(ClauseKind::kSubordinate, -1);
  b.Current().opener = i;
}

}  // namespace stance
