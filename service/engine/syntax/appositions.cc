// "Qin Gang, the foreign minister,": noun groups that rename one another.

#include "service/engine/syntax/clause_builder.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// A proper name, or a common noun written as one: "the Maritime Council".
bool IsName(const ClauseBuilder& b, int32_t group) {
  const Unit& head = b.Head(group);
  if (head.Is(kProper)) return true;
  const Token& token = b.text.tokens[head.begin];
  return (token.shape & kCapitalised) != 0 && b.groups[group].head > 0;
}

// "Ana Roe, | the MP for Leeds,", "the Governor of Lagos".
bool IsOffice(const ClauseBuilder& b, int32_t group) {
  const Unit& head = b.Head(group);
  // "the Civic Alliance" has a name of its own.
  const Group& g = b.groups[group];
  return head.Reads(EntryKind::kAgent) && !head.Is(kProper) &&
         b.units[g.begin].IsArticle() && g.head == g.begin + 1;
}

// "In a letter, | Ana Roe, who lives nearby, wrote", "Speaking after the
// vote,": nobody stands in the phrase.
bool IsInOpeningPhrase(const ClauseBuilder& b, int32_t noun) {
  const Clause& clause = b.clauses[b.current];
  // "While Fiji backs the levy, | Oxfam, which is small, opposes it".
  const int32_t own = b.groups[noun].clause;
  const bool subordinate =
      own >= 0 && b.clauses[own].kind == ClauseKind::kSubordinate &&
      b.clauses[own].opener == 0 && b.clauses[own].verb >= 0 &&
      b.clauses[own].verb < noun;
  return ((b.groups[noun].preposition >= 0 && clause.subject < 0 &&
           clause.verb <= 0) ||
          subordinate) &&
         !b.Head(noun).Reads(EntryKind::kAgent) && !b.Head(noun).Is(kProper);
}

// "Tom Cotton, R-Ark., who …": one name between commas that is no list.
bool Aside(const ClauseBuilder& b, int32_t i) {
  return b.Is(i + 1, GroupKind::kComma) && i + 2 < b.size &&
         !b.Is(i + 2, GroupKind::kNoun) &&
         !b.Is(i + 2, GroupKind::kCoordinator) && b.Head(i).Is(kProper);
}

// The phrase that begins at i ends in a comma, a bracket or the sentence's
// end, before any verb but of what it does: "a farmer | running for mayor,".
bool ClosesWithComma(const ClauseBuilder& b, int32_t i) {
  const bool indefinite =
      b.units[b.groups[i].begin].Has(pb::FUNCTION_ROLE_INDEFINITE);
  for (int32_t j = i + 1; j < b.size && j < i + 10; ++j) {
    switch (b.groups[j].kind) {
      case GroupKind::kComma:
      case GroupKind::kParenthesis:
      case GroupKind::kBreak:
        return true;
      case GroupKind::kNoun:
      case GroupKind::kPreposition:
      case GroupKind::kAdjective:
      case GroupKind::kOther:
      case GroupKind::kCoordinator:
        continue;
      case GroupKind::kRelative:
        return true;
      case GroupKind::kVerb:
        if (indefinite && j == i + 1 && b.groups[j].form == VerbForm::kGerund) {
          continue;
        }
        return false;
      default:
        return false;
    }
  }
  return true;
}

// "The senator, a critic of the tax,": one person, told by another word.
// "Farmers, the fiercest critics of it,": likewise, as many.
bool Describes(const ClauseBuilder& b, int32_t renamed, int32_t group) {
  // "Its leader, a former miner,", "the union's leader, a miner,".
  const Unit& first = b.units[b.groups[renamed].begin];
  const bool definite = first.Has(pb::FUNCTION_ROLE_DEFINITE) ||
                        first.Is(kPossessivePronoun) ||
                        b.groups[renamed].possessor >= 0;
  const Unit& head = b.Head(group);
  const Unit& article = b.units[b.groups[group].begin];
  if (article.Has(pb::FUNCTION_ROLE_DEFINITE)) {
    return head.person && b.groups[group].plural == b.groups[renamed].plural &&
           (definite || b.groups[renamed].plural) &&
           b.Is(group + 1, GroupKind::kPreposition);
  }
  return definite && article.Has(pb::FUNCTION_ROLE_INDEFINITE) &&
         (head.Reads(EntryKind::kAgent) || head.person);
}

// "The patrons of the theatre, | the fiercest critics of it": those who are as
// many, over the "of" phrase.
int32_t AsManyBefore(const ClauseBuilder& b, int32_t noun, int32_t group) {
  const int32_t preposition = b.groups[noun].preposition;
  if (!b.Head(group).person || preposition < 0 ||
      b.groups[noun].plural == b.groups[group].plural ||
      !b.Head(preposition).Has(pb::FUNCTION_ROLE_GENITIVE)) {
    return noun;
  }
  const int32_t outer = b.Before(preposition);
  return b.Is(outer, GroupKind::kNoun) ? outer : noun;
}

int32_t NounBefore(const ClauseBuilder& b, int32_t comma) {
  int32_t j = b.Before(comma);
  return b.Is(j, GroupKind::kNoun) && !b.Possesses(j) ? j : -1;
}

// "The senator | representing | Kogi East,": what the role does, between it and
// the name that renames it.
bool IsDoing(const ClauseBuilder& b, int32_t verb) {
  return b.Is(verb, GroupKind::kVerb) &&
         (b.groups[verb].form == VerbForm::kGerund ||
          b.groups[verb].form == VerbForm::kParticiple) &&
         b.Is(verb - 1, GroupKind::kNoun) &&
         b.units[b.groups[verb - 1].begin].Has(pb::FUNCTION_ROLE_DEFINITE);
}

// "The mayor of London, Sadiq Khan,": over its "of" and "at" phrases, and over
// what it does, the role that the name renames; `noun` itself where there is
// none.
int32_t RoleBefore(const ClauseBuilder& b, int32_t noun) {
  for (int32_t i = noun; i >= 2; i -= 2) {
    i = b.FirstOfPossessors(i);
    if (!(b.Is(i - 1, GroupKind::kPreposition) || IsDoing(b, i - 1)) ||
        !b.Is(i - 2, GroupKind::kNoun)) {
      break;
    }
    const Unit& head = b.Head(i - 2);
    if (head.Reads(EntryKind::kAgent) && !head.Is(kProper | kNounPlural)) {
      return i - 2;
    }
    // "One | of them, Jane Holt,".
    if (head.Is(kNumberWord) && b.Head(i - 1).Has(pb::FUNCTION_ROLE_GENITIVE) &&
        i == noun) {
      return i - 2;
    }
  }
  return noun;
}

// "Two members who had voted for it, | Ann Roe and Tom Ash,": over the relative
// clause, the role that the name renames; `noun` itself where there is none.
int32_t AntecedentBefore(const ClauseBuilder& b, int32_t noun) {
  const int32_t role = b.clauses[b.current].subject;
  if (role < 0 || b.clauses[b.current].verb >= 0 || b.groups[noun].clause < 0) {
    return noun;
  }
  const Clause& relative = b.clauses[b.groups[noun].clause];
  return relative.kind == ClauseKind::kRelative &&
                 relative.antecedent == role &&
                 (!b.Head(role).Is(kProper) ||
                  b.units[b.groups[role].begin].Is(kNumberWord)) &&
                 (b.Head(role).Reads(EntryKind::kAgent) ||
                  b.groups[role].plural) &&
                 !b.Head(noun).Reads(EntryKind::kAgent)
             ? role
             : noun;
}

// "Ana Reyes, 62, | a nurse,": whose age stands at `number`; -1 for nobody's.
int32_t BeforeAge(const ClauseBuilder& b, int32_t number) {
  if (!b.Head(number).Is(kNumberWord) ||
      b.groups[number].end - b.groups[number].begin != 1 || number < 2 ||
      !b.Is(number - 1, GroupKind::kComma)) {
    return -1;
  }
  const int32_t name = b.Before(number - 1);
  return b.Is(name, GroupKind::kNoun) && b.groups[name].apposition == number
             ? name
             : -1;
}

// "On Mali, | the ministers:": whose the items are that follow, behind the
// phrase that opens the line.
bool OpensList(const ClauseBuilder& b, int32_t phrase, int32_t i) {
  if (b.groups[phrase].preposition != 0) return false;
  while (b.Is(i, GroupKind::kNoun) || b.Is(i, GroupKind::kPreposition)) ++i;
  return i + 1 == b.size && b.Head(i).mark == ':';
}

}  // namespace

// "Qin Gang, the foreign minister," and "Foreign Minister Qin Gang" (one
// group already).
bool Appose(ClauseBuilder& b, int32_t i, int32_t left) {
  int32_t renamed = NounBefore(b, left);
  if (renamed >= 0 && b.Head(i).Is(kProper) &&
      !b.Head(i).Reads(EntryKind::kActor)) {
    renamed = RoleBefore(b, renamed);
    renamed = AntecedentBefore(b, renamed);
  }
  if (renamed >= 0) renamed = AsManyBefore(b, renamed, i);
  const int32_t aged = renamed < 0 ? -1 : BeforeAge(b, renamed);
  if (aged >= 0) renamed = aged;
  if (renamed < 0 || (b.groups[renamed].apposition >= 0 && aged < 0)) {
    return false;
  }
  if (b.IsTime(i) || b.IsTime(renamed)) return false;
  if (IsInOpeningPhrase(b, renamed) && b.Head(i).Is(kProper)) return false;
  const int32_t first = b.FirstOfPossessors(i);
  int32_t before = b.Before(first);
  if (b.Is(before, GroupKind::kNoun) && b.IsTime(before)) {
    before = b.groups[before].preposition - 1;
  }
  if (before != left) return false;
  // A name and a description, in either order.
  const bool name_a = IsName(b, renamed);
  const bool name_b = IsName(b, i) && !IsOffice(b, i);
  if (name_a == name_b && !b.Is(left, GroupKind::kParenthesis) &&
      !Aside(b, i) && !TellsOf(b, renamed, i) &&
      (name_a || !Describes(b, renamed, i))) {
    return false;
  }
  if (b.Is(left - 1, GroupKind::kQuote) || b.Is(left + 1, GroupKind::kQuote)) {
    return false;
  }
  if (!ClosesWithComma(b, i) || OpensList(b, renamed, i)) return false;
  b.groups[renamed].apposition = i;
  return true;
}

bool AnswerOpening(ClauseBuilder& b, int32_t i, int32_t left) {
  const int32_t opening = b.Current().subject;
  if (opening < 0 || b.Current().verb >= 0 || b.groups[opening].plural ||
      b.groups[opening].apposition >= 0 || b.Before(opening) >= 0) {
    return false;
  }
  const Unit& article = b.units[b.groups[opening].begin];
  const Unit& role = b.Head(opening);
  if (!article.Has(pb::FUNCTION_ROLE_INDEFINITE) || role.Is(kProper) ||
      !(role.Reads(EntryKind::kAgent) || role.person)) {
    return false;
  }
  // Only its own phrases between, and a verb behind.
  for (int32_t j = opening + 1; j < left; ++j) {
    if (!b.Is(j, GroupKind::kPreposition) && !b.Is(j, GroupKind::kNoun) &&
        !b.Is(j, GroupKind::kOther)) {
      return false;
    }
  }
  const Unit& first = b.units[b.groups[i].begin];
  if (!b.Head(i).Is(kProper | kPronoun) &&
      !first.Has(pb::FUNCTION_ROLE_DEFINITE)) {
    return false;
  }
  const int32_t verb = b.After(i);
  if (!b.Is(verb, GroupKind::kVerb) ||
      b.groups[verb].form != VerbForm::kFinite) {
    return false;
  }
  b.groups[opening].apposition = i;
  b.Current().subject = i;
  return true;
}

namespace {

// Where a turn or a speech begins.
bool OpensTurn(const ClauseBuilder& b, int32_t i) {
  return b.OpensQuote(i - 1) || (i > 0 && i - 1 == b.syntax.label_end);
}

// "Minister,", "Madam Chair,", in a turn "Colleagues,": a role without an
// article.
bool IsAddress(const ClauseBuilder& b, int32_t i) {
  const Group& group = b.groups[i];
  const Unit& first = b.units[group.begin];
  const bool role = b.Head(i).Reads(EntryKind::kAgent) || first.Is(kTitle);
  if (!role ||
      first.Is(kDeterminer | kPossessivePronoun | kQuantifier | kNumberWord) ||
      group.possessor >= 0 || group.preposition >= 0) {
    return false;
  }
  return OpensTurn(b, i) ||
         (b.Before(i) < 0 && !group.plural && group.end - group.begin <= 2);
}

}  // namespace

bool FollowAddress(ClauseBuilder& b, int32_t i, int32_t left) {
  const int32_t opening = b.Current().subject;
  if (opening < 0 || left != opening + 1 || b.Current().verb >= 0 ||
      !IsAddress(b, opening)) {
    return false;
  }
  const Unit& first = b.units[b.groups[i].begin];
  if (!first.Has(pb::FUNCTION_ROLE_DEFINITE) && !first.Is(kPossessivePronoun) &&
      !b.Head(i).Is(kPronoun)) {
    return false;
  }
  int32_t verb = b.After(i);
  while (b.Is(verb, GroupKind::kPreposition) &&
         b.Is(verb + 1, GroupKind::kNoun)) {
    verb = b.After(verb + 1);
  }
  // "Farmers, the mayor said, oppose it".
  if (!b.Is(verb, GroupKind::kVerb) ||
      (b.groups[verb].form != VerbForm::kFinite &&
       b.groups[verb].form != VerbForm::kBase) ||
      b.Is(verb + 1, GroupKind::kComma)) {
    return false;
  }
  b.Current().subject = i;
  return true;
}

}  // namespace stance
