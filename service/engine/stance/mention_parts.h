// What stands inside a noun group that may name somebody: names, roles, the
// body that they belong to. Looks at the sentence only, not at what came
// before.

#ifndef STANCE_ENGINE_STANCE_MENTION_PARTS_H_
#define STANCE_ENGINE_STANCE_MENTION_PARTS_H_

#include "service/engine/sentence.h"

namespace stance {

struct MentionParts {
  int32_t name_unit = -1;  // last unit that is a name of somebody
  int32_t actor = -1;      // lexicon actor of that name
  FormKind form{};
  int32_t agent_unit = -1;  // last agent unit
  int32_t agent = -1;
  // Lexicon actor named by an adjective or noun before; else, of an agent, the
  // one it belongs to.
  int32_t country = -1;
  bool definite = false;
};

MentionParts AnalyseMention(const SentenceView& view, int32_t group);

// The group's words with its possessor, without leading article.
Mention MentionPhrase(const SentenceView& view, int32_t group);

// For WithOfPhrase(), before a preposition.
Mention WithPhrase(const SentenceView& view, int32_t group, Mention mention);

// The mention with the "of" phrase behind its group: "health ministers of 41
// countries".
inline Mention WithOfPhrase(const SentenceView& view, int32_t group,
                            const Mention& mention) {
  return view.Is(group + 1, GroupKind::kPreposition)
             ? WithPhrase(view, group, mention)
             : mention;
}

// A name stands before the role noun: "Quinpool Road Business Association".
bool HasNameBeforeRole(const SentenceView& view, int32_t group,
                       const MentionParts& parts);

// The group is a name, or a role noun that ends one: "the Maritime Council".
bool IsNamed(const SentenceView& view, int32_t group);

// "The country | …", as a subject: the one spoken of last.
bool IsTheCountry(const SentenceView& view, int32_t group);

// A counted number of holders: "four of them", "200 residents".
bool IsCounted(const SentenceView& view, int32_t group);

// A plural noun whose ending is that of people: "-ers", "-ists".
bool HasPersonSuffix(const SentenceView& view, int32_t group);

// The lexicon actor that the group's head names, -1 for none.
int32_t ActorOf(const SentenceView& view, int32_t group);

// "in Rome", "among nurses": the preposition at `group` tells where somebody is
// found.
bool IsSomewhere(const SentenceView& view, int32_t group);

// "both governments", "the two sides".
inline bool IsPair(const SentenceView& view, int32_t group) {
  if (!view.Head(group).Has(lexicon::v1::FUNCTION_ROLE_PAIR)) return false;
  const Group& g = view.At(group);
  for (uint32_t u = g.begin; u < g.end; ++u) {
    if (view.units[u].Has(lexicon::v1::FUNCTION_ROLE_BOTH)) return true;
  }
  return false;
}

bool IsPersonRole(lexicon::v1::AgentRole role);

// "Peru's largest unions", given "Peru": the noun group at the end of its
// possessives; the group itself where it possesses nothing.
int32_t Possessed(const SentenceView& view, int32_t group);

// "Ana Reyes, | a nurse,": the group that `group` renames; -1 for none. Behind
// what an apposition cannot follow nothing is looked for.
inline int32_t RenamedBy(const SentenceView& view, int32_t group) {
  constexpr uint32_t kMayStandBefore =
      1u << static_cast<int>(GroupKind::kComma) |
      1u << static_cast<int>(GroupKind::kParenthesis) |
      1u << static_cast<int>(GroupKind::kAdverb) |
      1u << static_cast<int>(GroupKind::kQuote);
  int32_t first = view.FirstOfPossessors(group);
  if (first == 0 ||
      (kMayStandBefore >> static_cast<int>(view.At(first - 1).kind) & 1) == 0) {
    return -1;
  }
  for (int32_t g = group - 1; g >= 0 && g >= group - 5; --g) {
    if (view.At(g).apposition == group) return g;
  }
  return -1;
}

// The noun group behind a preposition of that role right after the group; -1
// for none.
inline int32_t NounBehind(const SentenceView& view, int32_t group,
                          lexicon::v1::FunctionRole role) {
  if (!view.Is(group + 1, GroupKind::kPreposition) ||
      !view.Head(group + 1).Has(role) ||
      !view.Is(group + 2, GroupKind::kNoun)) {
    return -1;
  }
  // "one of Peru's unions": over the possessors.
  return Possessed(view, group + 2);
}

// The noun group in the "of" phrase right behind the group; -1 for none.
inline int32_t GenitiveOf(const SentenceView& view, int32_t group) {
  return NounBehind(view, group, lexicon::v1::FUNCTION_ROLE_GENITIVE);
}

// A common noun that nothing tells to be somebody, as most are. Where it is
// true CanHold() is false.
inline bool IsPlainThing(const SentenceView& view, int32_t group,
                         const Unit& head) {
  constexpr uint32_t kSomebody = 1u << static_cast<int>(EntryKind::kAgent) |
                                 1u << static_cast<int>(EntryKind::kActor);
  constexpr uint32_t kSomething = 1u << static_cast<int>(EntryKind::kCue) |
                                  1u << static_cast<int>(EntryKind::kIssue);
  constexpr auto bit = [](lexicon::v1::FunctionRole role) {
    return uint64_t{1} << (role - 1);
  };
  constexpr uint64_t kTelling = bit(lexicon::v1::FUNCTION_ROLE_QUANTITY) |
                                bit(lexicon::v1::FUNCTION_ROLE_PAIR) |
                                bit(lexicon::v1::FUNCTION_ROLE_COUNTRY_NOUN);
  if (head.Is(kPronoun) || (head.kinds & kSomebody) != 0) return false;
  // "the Frivolous Lawsuits Bill".
  if (head.Has(lexicon::v1::FUNCTION_ROLE_PROPOSAL)) return true;
  if (head.Is(kProper | kNumberWord | kQuantifier) || head.name ||
      head.person || (head.functions & kTelling) != 0 ||
      (view.text.tokens[head.begin].shape & kCapitalised) != 0) {
    return false;
  }
  return (head.kinds & kSomething) != 0 ||
         head.Has(lexicon::v1::FUNCTION_ROLE_THING) ||
         (view.lexicon.Word(head.word).classes != 0 &&
          !head.Has(lexicon::v1::FUNCTION_ROLE_PERSON_SUFFIX) &&
          view.At(group).apposition < 0);
}

// For CanHold: what is not plainly somebody.
bool CanHoldAfterAll(const SentenceView& view, int32_t group, const Unit& head);

// True for a noun group that can hold a stance (a name, a person, a role, a
// pronoun, a number of people), as against a thing. Asked of every noun group;
// `head` is its head.
inline bool CanHold(const SentenceView& view, int32_t group, const Unit& head) {
  const bool somebody = head.Is(kProper) || head.Reads(EntryKind::kAgent) ||
                        head.Reads(EntryKind::kActor);
  if (somebody && !head.Is(kTime | kPronoun) &&
      !head.Has(lexicon::v1::FUNCTION_ROLE_PROPOSAL) &&
      !head.Reads(EntryKind::kCue) &&
      !(head.name && head.end - head.begin > 1)) {
    return true;
  }
  return CanHoldAfterAll(view, group, head);
}
inline bool CanHold(const SentenceView& view, int32_t group) {
  return CanHold(view, group, view.Head(group));
}

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_MENTION_PARTS_H_
