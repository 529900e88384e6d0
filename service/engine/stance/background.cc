#include "service/engine/stance/background.h"

#include <string_view>

namespace stance {
namespace {

namespace pb = lexicon::v1;

// The year that a token writes in four digits; 0 for none.
int32_t YearOf(const SentenceView& view, uint32_t token) {
  const Token& written = view.text.tokens[token];
  const std::string_view digits = view.text.Of(written);
  if (written.kind != TokenKind::kNumber || digits.size() != 4) return 0;
  int32_t year = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return 0;
    year = 10 * year + (c - '0');
  }
  return year >= 1800 && year < 2100 ? year : 0;
}

// "in 2014".
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

// "signed", "had fought", not "has refused".
bool IsPast(const SentenceView& view, int32_t verb) {
  const Group& g = view.At(verb);
  // "having signed it in 2019".
  if (g.form == VerbForm::kGerund) return view.units[g.begin].Is(kHave);
  if (g.form != VerbForm::kFinite || g.modal) return false;
  return view.units[g.begin].Is(kVerbPast) ||
         view.units[g.head].tag == kVerbPast;
}

// "an earlier draft".
bool IsEarlier(const SentenceView& view, const TargetRef& target) {
  if (target.kind != TargetRef::Kind::kNoun) return false;
  const Unit& head = view.Head(target.group);
  if (!head.Has(pb::FUNCTION_ROLE_PROPOSAL) &&
      !head.Has(pb::FUNCTION_ROLE_ANAPHOR)) {
    return false;
  }
  const Group& g = view.At(target.group);
  // "held to its earlier ruling": its own still counts.
  if (view.units[g.begin].Is(kPossessivePronoun)) return false;
  for (uint32_t u = g.begin; u < g.head; ++u) {
    if (view.units[u].Has(pb::FUNCTION_ROLE_EARLIER)) return true;
  }
  return false;
}

// "accepted at the time".
bool IsOfThatTime(const SentenceView& view, int32_t group) {
  bool superseded = false;
  if (!view.Is(group, GroupKind::kAdverb)) return false;
  view.ForEach(EntryKind::kModifier, view.Head(group), [&](const EntryRef& of) {
    superseded |= view.lexicon.modifiers[of.index].effect ==
                  pb::MODIFIER_EFFECT_SUPERSEDED;
  });
  return superseded;
}

// A time some while ago: "in March", "last year", not "on Monday".
bool IsLongAgo(const SentenceView& view, int32_t group) {
  if (!view.Is(group, GroupKind::kNoun) || !view.Head(group).Is(kTime)) {
    return false;
  }
  const int32_t preposition = view.At(group).preposition;
  if (preposition >= 0) {
    return view.Head(preposition).Has(pb::FUNCTION_ROLE_IN) ||
           view.units[view.At(group).begin].Is(kAdjective);
  }
  return view.units[view.At(group).begin].Is(kAdjective);
}

// "had" of "once had been".
const Unit& FirstVerb(const SentenceView& view, int32_t group) {
  const Group& g = view.At(group);
  uint32_t u = g.begin;
  while (u < g.head && !view.units[u].Is(kAnyVerb | kModal)) ++u;
  return view.units[u];
}

// "Peru, which had opposed it, now backs it", "which in March opposed it, has
// come round": what is set off by commas is told for the contrast.
bool IsFormer(const SentenceView& view, const FilledFrame& frame) {
  const int32_t verb = frame.carrier;
  const Clause& clause = view.ClauseOf(verb);
  if (clause.kind != ClauseKind::kRelative || clause.parent < 0 ||
      clause.antecedent < 0 || clause.opener < 1 ||
      !view.Is(clause.opener - 1, GroupKind::kComma)) {
    return false;
  }
  const Clause& main = view.syntax.clauses[clause.parent];
  if (main.verb < verb || main.subject < 0 ||
      (main.subject != clause.antecedent && main.subject != clause.subject)) {
    return false;
  }
  const Unit& first = FirstVerb(view, verb);
  const bool pluperfect = first.Is(kHave) && first.Is(kVerbPast) &&
                          view.At(verb).begin < view.At(verb).head;
  const Unit& now = FirstVerb(view, main.verb);
  const bool present = now.Is(kVerbThird | kVerbBase) && !now.Is(kVerbPast);
  // "which had stayed out of it, voted for it".
  const bool changed = pluperfect && frame.polarity == pb::POLARITY_NEUTRAL &&
                       view.Head(main.verb).Reads(EntryKind::kCue);
  if (!present && !changed) return false;
  if (pluperfect) return true;
  for (int32_t g = clause.opener + 1; g < main.verb; ++g) {
    if (IsLongAgo(view, g)) return true;
  }
  return false;
}

bool HasPastYear(const SentenceView& view, int32_t clause,
                 int32_t publish_date) {
  const int32_t size = static_cast<int32_t>(view.group_count);
  for (int32_t g = 0; g < size; ++g) {
    if (view.groups[g].clause == clause && IsPastYear(view, g, publish_date)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool IsBackground(const SentenceView& view, const FilledFrame& frame,
                  int32_t publish_date) {
  if (view.syntax.any.Has(pb::FUNCTION_ROLE_EARLIER)) {
    for (const TargetRef& target : frame.targets) {
      if (IsEarlier(view, target)) return true;
    }
  }
  // "In 2013 a ban on herring | lasted a year".
  if (frame.carrier < 0) {
    const Clause& around = view.ClauseOf(frame.group);
    const bool told = around.verb >= 0 && around.subject == frame.group &&
                      IsPast(view, around.verb);
    return told && HasPastYear(view, view.At(frame.group).clause, publish_date);
  }
  // "helped sink it", "tried to block it": as past as what governs it.
  int32_t verb = frame.carrier;
  const Clause& of = view.ClauseOf(verb);
  if (of.kind == ClauseKind::kInfinitive && of.governor >= 0 &&
      of.governor < verb && view.Is(of.governor, GroupKind::kVerb)) {
    verb = of.governor;
  }
  if (!IsPast(view, verb)) return false;
  if (IsFormer(view, frame)) return true;
  if (!view.syntax.any.Has(pb::FUNCTION_ROLE_IN) &&
      !view.syntax.any.Reads(EntryKind::kModifier)) {
    return false;
  }
  const int32_t clause = view.At(frame.carrier).clause;
  const Group* const groups = view.groups;
  const int32_t size = static_cast<int32_t>(view.group_count);
  for (int32_t g = 0; g < size; ++g) {
    if (groups[g].clause != clause) continue;
    if (IsPastYear(view, g, publish_date)) return true;
    if (g > frame.group && IsOfThatTime(view, g)) return true;
  }
  return false;
}

}  // namespace stance
