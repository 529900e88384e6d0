#include "service/engine/stance/tenses.h"

#include <string_view>

namespace stance {

namespace pb = lexicon::v1;

namespace {

// The year that a token writes in four digits; 0 for none.
int32_t YearOf(const SentenceView& view, uint32_t token) {
  const Token& written = view.text.tokens[token];
  std::string_view digits = view.text.Of(written);
  // "the 1990s".
  if (digits.size() == 5 && digits.back() == 's') digits.remove_suffix(1);
  if (written.kind != TokenKind::kNumber || digits.size() != 4) return 0;
  int32_t year = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return 0;
    year = 10 * year + (c - '0');
  }
  return year >= 1800 && year < 2100 ? year : 0;
}

}  // namespace

bool IsPastYear(const SentenceView& view, int32_t preposition,
                int32_t publish_date) {
  if (!view.Is(preposition, GroupKind::kPreposition) ||
      !view.Head(preposition).Has(pb::FUNCTION_ROLE_IN) ||
      !view.Is(preposition + 1, GroupKind::kNoun)) {
    return false;
  }
  const int32_t year = YearOf(view, view.EndToken(preposition + 1) - 1);
  return year != 0 && (publish_date == 0 || year < publish_date / 10000);
}

bool IsFarBack(const SentenceView& view, int32_t group) {
  if (!view.Is(group, GroupKind::kNoun)) return false;
  const Unit& head = view.Head(group);
  const Group& g = view.At(group);
  if (!head.Is(kTime) || !head.Has(pb::FUNCTION_ROLE_EARLIER) ||
      g.end - g.begin < 2 || view.Is(group + 1, GroupKind::kOther)) {
    return false;
  }
  // "as recently as the spring".
  return g.preposition < 0 ? view.units[g.begin].Is(kAdjective)
                           : view.Head(g.preposition).Has(pb::FUNCTION_ROLE_AS);
}

bool IsPastPerfect(const SentenceView& view, int32_t verb) {
  const Group& g = view.At(verb);
  const Unit& first = view.units[g.begin];
  if (g.begin < g.head) return first.Is(kHave) && first.Is(kVerbPast);
  // The participle has the form of the past.
  if (g.form != VerbForm::kFinite || !view.Head(verb).MayBe(kVerbParticiple)) {
    return false;
  }
  constexpr int32_t kReach = 12;
  for (int32_t i = verb - 1; i > 0 && i > verb - kReach; --i) {
    if (!view.Is(i, GroupKind::kVerb)) continue;
    const Group& before = view.At(i);
    return before.form == VerbForm::kFinite && before.begin < before.head &&
           view.units[before.begin].Is(kHave) &&
           view.units[before.begin].Is(kVerbPast) &&
           view.ClauseOf(i).kind == view.ClauseOf(verb).kind &&
           view.ClauseOf(i).subject == view.ClauseOf(verb).subject &&
           view.Is(verb - 1, GroupKind::kCoordinator);
  }
  return false;
}

bool IsPast(const SentenceView& view, int32_t verb) {
  const Group& g = view.At(verb);
  // "having signed it in 2019".
  if (g.form == VerbForm::kGerund) return view.units[g.begin].Is(kHave);
  if (g.form != VerbForm::kFinite || g.modal) return false;
  return view.units[g.begin].Is(kVerbPast) ||
         view.units[g.head].tag == kVerbPast || IsPastPerfect(view, verb);
}

bool TellsSince(const SentenceView& view, int32_t verb) {
  const Group& g = view.At(verb);
  if (!g.perfect) return false;
  for (uint32_t u = g.begin + 1; u < g.head; ++u) {
    if (view.units[u].MayBe(kSubordinator) &&
        view.units[u].MayBe(kPreposition)) {
      return true;
    }
  }
  return false;
}

bool TellsWhen(const SentenceView& view, int32_t verb) {
  const Group& g = view.At(verb);
  for (uint32_t u = g.begin; u < g.head; ++u) {
    if (view.units[u].Is(kTime)) return true;
  }
  constexpr int32_t kReach = 4;
  for (int32_t i = verb + 1; i < verb + kReach; ++i) {
    if (view.Is(i, GroupKind::kNoun) && view.Head(i).Is(kTime) &&
        view.At(i).clause == g.clause) {
      return true;
    }
  }
  return false;
}

namespace {

bool IsOver(const SentenceView& view, uint32_t u) {
  bool superseded = false;
  view.ForEach(EntryKind::kModifier, view.units[u], [&](const EntryRef& of) {
    superseded |= view.lexicon.modifiers[of.index].effect ==
                  pb::MODIFIER_EFFECT_SUPERSEDED;
  });
  return superseded;
}

}  // namespace

bool IsOfThatTime(const SentenceView& view, int32_t group) {
  return view.Is(group, GroupKind::kAdverb) &&
         IsOver(view, view.At(group).head);
}

bool IsOverWithin(const SentenceView& view, int32_t verb) {
  for (uint32_t u = view.At(verb).begin; u < view.At(verb).head; ++u) {
    if (IsOver(view, u)) return true;
  }
  return false;
}

bool IsLongAgo(const SentenceView& view, int32_t group) {
  if (!view.Is(group, GroupKind::kNoun) || !view.Head(group).Is(kTime)) {
    return false;
  }
  const int32_t preposition = view.At(group).preposition;
  const Unit& first = view.units[view.At(group).begin];
  // "in a year of lay-offs" is no date.
  if (first.Has(pb::FUNCTION_ROLE_INDEFINITE)) return false;
  return first.Is(kAdjective) ||
         (preposition >= 0 && view.Head(preposition).Has(pb::FUNCTION_ROLE_IN));
}

}  // namespace stance
