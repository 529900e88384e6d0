#include "service/engine/stance/renamed_things.h"

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/named_members.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "an idea | that Peru rejects", "an idea | backed by Peru".
bool HasOwnClause(const SentenceView& view, int32_t group) {
  for (const Clause& clause : view.ClausesAround(group)) {
    if (clause.antecedent == group ||
        (clause.kind == ClauseKind::kParticiple && clause.governor == group)) {
      return true;
    }
  }
  return false;
}

// "legal ways | for workers": the noun group that the phrases up to this one
// belong to.
int32_t OuterNoun(const SentenceView& view, int32_t noun) {
  while (view.At(noun).preposition > 0 &&
         view.Is(view.At(noun).preposition - 1, GroupKind::kNoun)) {
    noun = view.At(noun).preposition - 1;
  }
  return noun;
}

bool IsThing(const SentenceView& view, int32_t noun) {
  return !view.Head(noun).Is(kPronoun | kTime) && !CanHold(view, noun);
}

// It opens with "a" behind a comma or a dash, or is "something" there.
bool OpensRenaming(const SentenceView& view, int32_t group) {
  if (!view.Is(group, GroupKind::kNoun) ||
      (!view.Is(group - 1, GroupKind::kComma) &&
       !view.Is(group - 1, GroupKind::kBreak))) {
    return false;
  }
  const Unit& head = view.Head(group);
  return ((head.Is(kPronoun) && !head.Has(pb::FUNCTION_ROLE_DEMONSTRATIVE)) ||
          head.Is(kNumberWord)) ||
         view.units[view.At(group).begin].Has(pb::FUNCTION_ROLE_INDEFINITE);
}

}  // namespace

TargetRef RenamedThing(const SentenceView& view, int32_t group) {
  const Unit& head = view.Head(group);
  const bool names = head.Has(pb::FUNCTION_ROLE_ANAPHOR) ||
                     head.Has(pb::FUNCTION_ROLE_PROPOSAL) ||
                     head.Is(kPronoun | kNumberWord);
  if (!names) return {};
  // "The toll is an idea that …".
  if (const int32_t subject = SubjectOfPredicate(view, group);
      subject >= 0 && IsThing(view, subject)) {
    return HasOwnClause(view, group)
               ? TargetRef{TargetRef::Kind::kNoun, subject}
               : TargetRef{};
  }
  if (!OpensRenaming(view, group) || !HasOwnClause(view, group)) return {};
  const int32_t before = group - 2;
  if (view.Is(before, GroupKind::kNoun) && !view.Head(before).Is(kTime)) {
    const int32_t noun = OuterNoun(view, before);
    if (IsThing(view, noun)) return {TargetRef::Kind::kNoun, noun};
  }
  const int32_t clause = before < 0 ? -1 : view.At(before).clause;
  if (clause < 0) return {};
  const int32_t verb = view.syntax.clauses[clause].verb;
  if (verb < 0 || verb > group || view.At(verb).form != VerbForm::kFinite) {
    return {};
  }
  return {TargetRef::Kind::kClause, verb};
}

}  // namespace stance
