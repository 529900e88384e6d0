#include "service/engine/stance/targets.h"

#include <algorithm>

#include "service/engine/stance/negation.h"
#include "service/engine/stance/phrase_ends.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// A target of more words than this is cut at a phrase boundary: nobody writes
// down more.
constexpr uint32_t kMaxTokens = 16;

// Tokens of groups [first, last], the leading article cut off and quotation
// marks balanced.
TokenSpan Tokens(const SentenceView& view, uint32_t begin_unit, int32_t last,
                 bool clause = false) {
  const Syntax& s = view.syntax;
  uint32_t unit = begin_unit;
  const uint32_t end_unit = s.groups[last].end;
  while (
      unit + 1 < end_unit &&
      (s.units[unit].Has(pb::FUNCTION_ROLE_DEFINITE) ||
       s.units[unit].Has(pb::FUNCTION_ROLE_INDEFINITE) ||
       // "(there must be) no caps"; but "(regrets that) no funds were found".
       (!clause && s.units[unit].Is(kDeterminer) &&
        s.units[unit].Is(kNegation)) ||
       s.units[unit].tag == 0)) {
    ++unit;
  }
  TokenSpan span{s.units[unit].begin, s.units[end_unit - 1].end};
  span.end = std::min(span.end, span.begin + kMaxTokens);
  // An opening mark inside takes its closing mark along, and the other way
  // round.
  int open = 0;
  for (uint32_t t = span.begin; t < span.end; ++t) {
    if (view.text.tokens[t].kind != TokenKind::kQuote) continue;
    open += (view.text.tokens[t].shape & kOpensQuote) ? 1 : -1;
  }
  const auto is_quote = [&](uint32_t t, bool opens) {
    return t < view.text.tokens.size() &&
           view.text.tokens[t].kind == TokenKind::kQuote &&
           ((view.text.tokens[t].shape & kOpensQuote) != 0) == opens;
  };
  if (open > 0 && is_quote(span.end, false)) ++span.end;
  if (open < 0 && span.begin > 0 && is_quote(span.begin - 1, true))
    --span.begin;
  return span;
}

// "declined to say | which side it was on", not "cheered when it left".
bool AsksIndirectly(const SentenceView& view, const Clause& clause) {
  if (clause.opener < 1 ||
      (!view.Is(clause.opener - 1, GroupKind::kVerb) &&
       !view.Is(clause.opener - 1, GroupKind::kPreposition))) {
    return false;
  }
  const Unit& opener = view.Head(clause.opener);
  return opener.MayBe(kInterrogative) && !opener.MayBe(kAdverb | kPreposition);
}

}  // namespace

TokenSpan TargetSpan(const SentenceView& view, const TargetRef& target) {
  switch (target.kind) {
    case TargetRef::Kind::kNone:
      return {};
    case TargetRef::Kind::kNoun: {
      const int32_t first = view.FirstOfPossessors(target.group);
      const int32_t clause = ClauseThatDescribes(view, target.group);
      return Tokens(view, view.At(first).begin,
                    clause >= 0
                        ? VerbPhraseEnd(view, clause)
                        : NounPhraseEnd(view, target.group, target.limit));
    }
    case TargetRef::Kind::kVerb: {
      // Without "to" and auxiliaries.
      const Group& verb = view.At(target.group);
      uint32_t begin = verb.head;
      // "not acting", "hardly consulting Peru".
      if (verb.form == VerbForm::kGerund && IsNegated(view, target.group)) {
        begin = verb.begin;
      }
      return Tokens(view, begin, VerbPhraseEnd(view, target.group));
    }
    case TargetRef::Kind::kClause: {
      const Clause& clause = view.ClauseOf(target.group);
      uint32_t begin = view.At(target.group).head;
      if (AsksIndirectly(view, clause)) {
        begin = view.At(clause.opener).begin;
      } else if (clause.subject >= 0 && clause.subject < target.group) {
        begin = view.At(view.FirstOfPossessors(clause.subject)).begin;
      }
      return Tokens(view, begin, VerbPhraseEnd(view, target.group), true);
    }
  }
  return {};
}

}  // namespace stance
