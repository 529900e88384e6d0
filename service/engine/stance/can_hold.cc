// Which noun groups can hold a stance. What few of them need is kept out of
// line: the question is asked of every noun group.

#include "service/engine/stance/mention_parts.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "those opposed to the mine", "those living near it"; where a clause begins
// with them, "those from the north", "those in favour".
bool AreThosePeople(const SentenceView& view, int32_t group) {
  const Unit& head = view.Head(group);
  if (!head.Is(kPronoun) || head.Is(kDeterminer)) return false;
  if (view.Is(group + 1, GroupKind::kVerb)) {
    const VerbForm form = view.At(group + 1).form;
    return view.At(group).plural &&
           (form == VerbForm::kGerund || form == VerbForm::kParticiple);
  }
  // "this" and "that" are nobody.
  if (!head.Has(pb::FUNCTION_ROLE_PERSON_SUFFIX)) return false;
  return view.Is(group + 1, GroupKind::kPreposition) &&
         view.Is(group + 2, GroupKind::kNoun) &&
         !view.Head(group + 2).Is(kTime) &&
         view.ClauseOf(group).subject == group &&
         !view.Is(group - 1, GroupKind::kCoordinator);
}

[[gnu::noinline]] bool CanPronounHold(const SentenceView& view, int32_t group) {
  const Unit& head = view.Head(group);
  // "all of it".
  const int32_t whole = GenitiveOf(view, group);
  if (whole >= 0 && view.Head(whole).Is(kPronoun) &&
      view.Head(whole).Has(pb::FUNCTION_ROLE_NEUTER)) {
    return false;
  }
  return !head.Has(pb::FUNCTION_ROLE_EXPLETIVE) &&
         (!head.Has(pb::FUNCTION_ROLE_DEMONSTRATIVE) ||
          AreThosePeople(view, group));
}

// "the shop steward, Harlan Pruitt": of a group with an apposition.
[[gnu::noinline]] bool IsRenamed(const SentenceView& view, int32_t group) {
  return IsNamed(view, view.At(group).apposition);
}

// Whatever else it may be, it holds nothing.
bool CannotHold(const SentenceView& view, int32_t group) {
  const Unit& head = view.Head(group);
  const bool agent = head.Reads(EntryKind::kAgent);
  // "the Frivolous Lawsuits Bill": nobody; but "ACT", a party.
  const bool letters = (view.text.tokens[head.begin].shape & kAllCaps) != 0;
  if (head.Has(pb::FUNCTION_ROLE_PROPOSAL) && !agent && !letters &&
      !head.Reads(EntryKind::kActor)) {
    return true;
  }
  if (head.name && head.end - head.begin > 1 &&
      view.lexicon.Word(view.text.tokens[head.end - 1].word)
          .Has(pb::FUNCTION_ROLE_PROPOSAL)) {
    return true;
  }
  // "Sweden's opposition to the ban" is an attitude, "the opposition" a body.
  return head.Reads(EntryKind::kCue) && agent &&
         view.Is(group + 1, GroupKind::kPreposition) &&
         view.Head(group + 1).MayBe(kTo);
}

// "shares", "the money".
bool IsThing(const Unit& head) {
  return !head.Reads(EntryKind::kAgent) && !head.Reads(EntryKind::kActor) &&
         !head.person &&
         (head.Reads(EntryKind::kCue) || head.Reads(EntryKind::kIssue) ||
          head.Has(pb::FUNCTION_ROLE_THING));
}

// What parts are of: "some of the money", "all of it".
bool IsWholeThing(const Unit& head) {
  if (head.Is(kPronoun)) return head.Has(pb::FUNCTION_ROLE_NEUTER);
  return head.Is(kNoun | kNounPlural) && IsThing(head);
}

// "Section 4", "Article 12": a number that belongs to the noun before it.
bool IsOrdinal(const SentenceView& view, int32_t group) {
  const Group& g = view.At(group);
  const int32_t noun = group - 1;
  return view.units[g.head].Is(kNumberWord) && g.end - g.begin == 1 &&
         view.Is(noun, GroupKind::kNoun) && !view.At(noun).plural &&
         (view.lexicon.Word(view.Head(noun).word).classes & kNoun) != 0 &&
         !view.Head(noun).Is(kTime);
}

// It is somebody, as the lexicon, its spelling or a number tells.
bool MustHold(const SentenceView& view, int32_t group) {
  const Unit& head = view.Head(group);
  if (head.Reads(EntryKind::kAgent) || head.Reads(EntryKind::kActor) ||
      IsNamed(view, group)) {
    return true;
  }
  // "0.41 of its own shares": part of a thing. "Section 4": one of its kind.
  if (head.Is(kNumberWord | kQuantifier) && !head.person) {
    if (IsOrdinal(view, group)) return false;
    const int32_t whole = GenitiveOf(view, group);
    return whole < 0 || !IsWholeThing(view.Head(whole));
  }
  if (head.Has(pb::FUNCTION_ROLE_QUANTITY)) {
    // "the rest of the bill": part of a thing.
    const int32_t whole = GenitiveOf(view, group);
    return whole < 0 || view.At(whole).plural ||
           view.Head(whole).Is(kPronoun) || CanHold(view, whole);
  }
  if (head.person) return true;
  const Group& g = view.At(group);
  if (IsPair(view, group)) return true;
  // "his country", "our government", "no nation"; "the country".
  return (head.Has(pb::FUNCTION_ROLE_COUNTRY_NOUN) &&
          (g.negative || view.units[g.begin].Is(kPossessivePronoun))) ||
         IsTheCountry(view, group);
}

// Neither CannotHold() nor MustHold() can be true: a common noun, as most heads
// are.
bool IsPlain(const SentenceView& view, const Unit& head) {
  constexpr uint64_t kTelling =
      uint64_t{1} << (pb::FUNCTION_ROLE_PROPOSAL - 1) |
      uint64_t{1} << (pb::FUNCTION_ROLE_QUANTITY - 1) |
      uint64_t{1} << (pb::FUNCTION_ROLE_PAIR - 1) |
      uint64_t{1} << (pb::FUNCTION_ROLE_COUNTRY_NOUN - 1);
  return (head.functions & kTelling) == 0 && !head.Reads(EntryKind::kAgent) &&
         !head.Reads(EntryKind::kActor) &&
         !head.Is(kProper | kNumberWord | kQuantifier) && !head.name &&
         !head.person &&
         (view.text.tokens[head.begin].shape & kCapitalised) == 0;
}

// A noun that nothing else tells about: whether it is a person's word.
inline bool IsWordOfPeople(const SentenceView& view, int32_t group,
                           const Unit& head) {
  if (head.Reads(EntryKind::kCue) || head.Reads(EntryKind::kIssue) ||
      head.Has(pb::FUNCTION_ROLE_THING)) {
    return false;
  }
  // In no lexicon.
  if (head.Is(kNoun | kNounPlural) && head.end - head.begin == 1 &&
      view.lexicon.Word(head.word).classes == 0) {
    return true;
  }
  return HasPersonSuffix(view, group) ||
         (view.At(group).apposition >= 0 && IsRenamed(view, group));
}

[[gnu::noinline]] bool CanHoldWhatIsTold(const SentenceView& view,
                                         int32_t group) {
  return !CannotHold(view, group) &&
         (MustHold(view, group) ||
          IsWordOfPeople(view, group, view.Head(group)));
}

}  // namespace

bool CanHoldAfterAll(const SentenceView& view, int32_t group,
                     const Unit& head) {
  if (head.Is(kTime)) return false;
  if (head.Is(kPronoun)) return CanPronounHold(view, group);
  return IsPlain(view, head) ? IsWordOfPeople(view, group, head)
                             : CanHoldWhatIsTold(view, group);
}

}  // namespace stance
