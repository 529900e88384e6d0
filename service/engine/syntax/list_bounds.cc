// Where a list of noun groups goes on, and where the next clause begins
// instead.

#include "service/engine/syntax/clause_builder.h"

namespace stance {
namespace {

// The group after an apposition or relative clause that begins at a comma and
// ends at the next one; -1 where there is none.
int32_t AfterAside(const ClauseBuilder& b, int32_t comma) {
  bool relative = b.Is(comma + 1, GroupKind::kRelative);
  if (!relative && !b.Is(comma + 1, GroupKind::kNoun)) return -1;
  for (int32_t j = comma + 1; j < b.size && j < comma + 12; ++j) {
    if (b.Is(j, GroupKind::kComma)) return j + 1;
    // "and Bolt, a firm that makes cars, said".
    relative |= b.Is(j, GroupKind::kRelative);
    if (b.Is(j, GroupKind::kBreak) ||
        (!relative &&
         (b.Is(j, GroupKind::kVerb) || b.Is(j, GroupKind::kCoordinator)))) {
      return -1;
    }
  }
  return -1;
}

// "A, B and, | to our surprise, | C": the comma that closes what is set in
// commas behind a coordinator; -1 where the comma opens nothing such.
int32_t AsideEnd(const ClauseBuilder& b, int32_t comma) {
  constexpr int32_t kLongest = 8;
  for (int32_t j = comma + 1; j < b.size && j < comma + kLongest; ++j) {
    switch (b.groups[j].kind) {
      case GroupKind::kComma:
        return j > comma + 1 && b.Is(j + 1, GroupKind::kNoun) ? j : -1;
      case GroupKind::kAdverb:
      case GroupKind::kAdjective:
      case GroupKind::kPreposition:
      case GroupKind::kNoun:
      case GroupKind::kOther:
        continue;
      default:
        return -1;
    }
  }
  return -1;
}

}  // namespace

bool ListContinues(const ClauseBuilder& b, int32_t i) {
  int32_t j = i + 1;
  int steps = 0;
  while (j < b.size && steps++ < 14) {
    const GroupKind kind = b.groups[j].kind;
    if (kind == GroupKind::kCoordinator) {
      const int32_t next = b.After(j);
      return b.Is(next, GroupKind::kNoun) ||
             (b.Is(next, GroupKind::kComma) && AsideEnd(b, next) >= 0);
    }
    if (kind != GroupKind::kNoun && kind != GroupKind::kComma &&
        kind != GroupKind::kPreposition && kind != GroupKind::kAdjective &&
        kind != GroupKind::kQuote && kind != GroupKind::kOther &&
        kind != GroupKind::kParenthesis) {
      // Headlines: "Paris, Berlin back plan".
      return false;
    }
    ++j;
  }
  return false;
}

bool NewSubject(const ClauseBuilder& b, int32_t i) {
  bool has_verb = false;
  for (int32_t c = b.current; c >= 0; c = b.clauses[c].parent) {
    if (b.clauses[c].verb >= 0) {
      has_verb = true;
      break;
    }
    // "while Oslo and Bern want it": the clause still waits for its verb.
    if (b.clauses[c].opener >= 0) break;
  }
  if (!has_verb) return false;
  // "an outline drawn up by Peru and | Chile was published": the verb is of the
  // clause around the participle.
  const Clause& inner = b.clauses[b.current];
  if (inner.kind == ClauseKind::kParticiple && inner.parent >= 0 &&
      b.clauses[inner.parent].verb < 0 &&
      b.clauses[inner.parent].subject >= 0) {
    return false;
  }
  int32_t j = i + 1;
  int steps = 0;
  while (j < b.size && steps++ < 10) {
    const Group& group = b.groups[j];
    if (group.kind == GroupKind::kVerb) {
      return group.form == VerbForm::kFinite || (group.form == VerbForm::kBase);
    }
    if (group.kind == GroupKind::kPreposition ||
        group.kind == GroupKind::kNoun || group.kind == GroupKind::kAdverb ||
        group.kind == GroupKind::kQuote || group.kind == GroupKind::kOther) {
      ++j;
      continue;
    }
    // "…, and Mike Roe, who owns a shop, said": over what is set in commas.
    if (group.kind == GroupKind::kComma) {
      const int32_t after = AfterAside(b, j);
      // "…, and Chile, Fiji and Peru opposed it".
      const bool list =
          after < 0 && b.Is(j + 1, GroupKind::kNoun) && ListContinues(b, j + 1);
      if (after < 0 && !list) return false;
      j = list ? j + 1 : after;
      continue;
    }
    // "…, and Paris and Abuja have called": a list of subjects.
    if (group.kind == GroupKind::kCoordinator &&
        b.Is(j + 1, GroupKind::kNoun)) {
      ++j;
      continue;
    }
    return false;
  }
  return false;
}

bool IsNewSubject(const ClauseBuilder& b, int32_t group) {
  if (b.groups[group].first_conjunct >= 0) {
    group = b.groups[group].first_conjunct;
  }
  if (b.groups[group].preposition >= 0 || !NewSubject(b, group)) return false;
  group = b.FirstOfPossessors(group);
  return b.Is(b.Before(group), GroupKind::kCoordinator);
}

}  // namespace stance
