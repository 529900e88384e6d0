#include "service/engine/syntax/clause_builder.h"

#include <cassert>

namespace stance {

namespace pb = lexicon::v1;

namespace {

// Clauses inside one another: no writer goes as far. Rules walk outwards from
// the innermost, and a text without full stops may open them without end.
constexpr uint8_t kDeepest = 32;

}  // namespace

int32_t ClauseBuilder::Open(ClauseKind kind, int32_t governor) {
  assert(opened <= size);
  if (current >= 0 && clauses[current].depth == kDeepest) current = 0;
  clauses[opened] = {.kind = kind,
                     .depth = static_cast<uint8_t>(
                         current >= 0 ? clauses[current].depth + 1 : 0),
                     .verb = -1,
                     .subject = -1,
                     .governor = governor,
                     .opener = -1,
                     .parent = current,
                     .antecedent = -1,
                     .auxiliary = -1};
  current = opened++;
  return current;
}

bool ClauseBuilder::OpensQuote(int32_t group) const {
  return Is(group, GroupKind::kQuote) &&
         units[groups[group].begin].mark == kOpeningMark;
}

bool ClauseBuilder::TakesComplement(int32_t verb) const {
  return verb >= 0 && (Head(verb).Reads(EntryKind::kReporting) ||
                       Head(verb).Takes(pb::SLOT_THAT_CLAUSE));
}

bool ClauseBuilder::IsAddressee(int32_t noun) const {
  if (!Is(noun, GroupKind::kNoun)) return false;
  const int32_t verb = Before(FirstOfPossessors(noun));
  return Is(verb, GroupKind::kVerb) && Head(verb).addressee &&
         !groups[verb].passive;
}

int32_t ClauseBuilder::Root(int32_t clause) const {
  while (clauses[clause].parent >= 0 &&
         clauses[clause].kind != ClauseKind::kMain) {
    clause = clauses[clause].parent;
  }
  return clause;
}

int32_t ClauseBuilder::GerundAround(int32_t noun) const {
  int32_t i = noun - 1;
  while (i >= 0 && i >= noun - 6 && StandsInPhrase(groups[i].kind)) --i;
  if (i < noun - 6 || !Is(i, GroupKind::kVerb) ||
      groups[i].form != VerbForm::kGerund) {
    return -1;
  }
  const int32_t before = Before(i);
  const bool opens = before < 0 || Is(before, GroupKind::kSubordinator) ||
                     Is(before, GroupKind::kBreak) ||
                     (Is(before, GroupKind::kVerb) && TakesComplement(before));
  return opens ? i : -1;
}

int32_t ClauseBuilder::SubjectLeft(int32_t i) const {
  int32_t j = i;
  while (--j >= 0) {
    const Group& group = groups[j];
    switch (group.kind) {
      case GroupKind::kNoun: {
        if (Possesses(j)) continue;
        if (group.preposition >= 0) {
          j = group.preposition;
          continue;
        }
        // "hopes the talks with Peru and Fiji will succeed": out of the phrase,
        // to the noun behind the verb that takes a clause.
        if (const int32_t first = group.first_conjunct;
            first >= 0 && groups[first].preposition >= 0) {
          const int32_t outer = SubjectLeft(groups[first].preposition);
          int32_t start = outer;
          while (start >= 0 && groups[start].possessor >= 0) {
            start = groups[start].possessor;
          }
          if (start >= 0 && Is(Before(start), GroupKind::kVerb) &&
              TakesComplement(Before(start))) {
            return outer;
          }
        }
        if (Head(j).Is(kTime) && j > 0 && Is(j - 1, GroupKind::kNoun)) {
          continue;
        }
        if (const int32_t gerund = GerundAround(j); gerund >= 0) return gerund;
        // Apposition: the renamed group is the subject.
        for (int32_t k = j - 1; k >= 0 && k >= j - 4; --k) {
          if (groups[k].apposition == j) return k;
        }
        return group.first_conjunct >= 0 ? group.first_conjunct : j;
      }
      case GroupKind::kAdverb:
      case GroupKind::kQuote:
      case GroupKind::kOther:
      case GroupKind::kParenthesis:
      case GroupKind::kPreposition:
      case GroupKind::kAdjective:
        continue;
      case GroupKind::kComma:
        continue;
      case GroupKind::kBreak:
        return j == syntax.label_end ? syntax.label : -1;
      default:
        return -1;
    }
  }
  return -1;
}

bool ClauseBuilder::SpeechEndsBetween(int32_t verb, int32_t i) const {
  // "the mayor “understands the anger” but | opposes it": words of the verb
  // only.
  for (int32_t j = verb - 1; j >= 0 && j > verb - 3; --j) {
    if (OpensQuote(j)) return false;
  }
  int open = 0;
  for (int32_t j = verb + 1; j < i; ++j) {
    if (groups[j].kind != GroupKind::kQuote) continue;
    open += OpensQuote(j) ? 1 : -1;
    if (open < 0) return true;
  }
  return false;
}

void ClauseBuilder::ShareSubject(int32_t i) {
  int32_t host = current;
  while (host >= 0) {
    const Clause& clause = clauses[host];
    if (clause.verb >= 0) {
      const VerbForm form = groups[clause.verb].form;
      if ((form == groups[i].form ||
           (form == VerbForm::kBase && groups[i].form == VerbForm::kFinite)) &&
          !BelongsFurtherOut(host, i) &&
          !(clause.parent >= 0 && SpeechEndsBetween(clause.verb, i))) {
        break;
      }
    }
    host = clause.parent;
  }
  if (host < 0) host = current;
  const Clause shared = clauses[host];
  current = shared.parent >= 0 ? shared.parent : host;
  Open(ClauseKind::kCoordinate, shared.governor);
  Clause& clause = Current();
  clause.subject = shared.subject;
  clause.opener = shared.opener;
  clause.antecedent = shared.antecedent;
  clause.object_gap = shared.object_gap;
  // A coordinate of a complement clause is one too.
  if (shared.kind != ClauseKind::kMain) clause.kind = shared.kind;
  clause.parent = shared.parent >= 0 ? shared.parent : host;
  clause.verb = i;
}

void ClauseBuilder::Sibling(int32_t c, int32_t i) {
  const Clause sibling = clauses[c];
  current = sibling.parent;
  Open(sibling.kind, sibling.governor);
  Current().subject = sibling.subject;
  Current().verb = i;
}
}  // namespace stance
