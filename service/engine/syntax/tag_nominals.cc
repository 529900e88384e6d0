// Words that are nouns, adjectives, adverbs or prepositions, and no verbs.

#include "service/engine/syntax/tag_rules.h"

namespace stance {

namespace pb = lexicon::v1;

uint32_t TagNominal(const Neighbours& at, size_t i, uint32_t c, uint32_t p) {
  if ((c & kPreposition) && !(c & (kAdverb | kAdjective | kAnyNoun))) {
    return kPreposition;
  }
  // "on outside help".
  if ((c & kPreposition) && (c & kAdjective) && i > 0 &&
      (at.Tag(i - 1) & kPreposition) && (at.Classes(i + 1) & kAnyNoun)) {
    return kAdjective;
  }
  // "About 200 residents".
  if ((c & kPreposition) && (c & kAdverb) &&
      (at.Classes(i + 1) & kNumberWord) &&
      (p == 0 || (p & (kCoordinator | kSubordinator)))) {
    return kAdverb;
  }
  if ((c & kPreposition) && (c & kAdverb)) {
    // A particle or adverb where nothing follows that it could govern.
    const size_t n = i + 1;
    return at.IsPunctuation(n) ||
                   (at.Classes(n) & (kPreposition | kTo | kSubordinator)) ||
                   !(at.StartsNounGroup(n) || (at.Classes(n) & kVerbGerund) ||
                     (at.Classes(n) & (kTime | kInterrogative | kRelative)))
               ? kAdverb
               : kPreposition;
  }
  if (c & kPreposition) {
    return at.NounFollows(i + 1) ? kPreposition : (c & (kAdjective | kAdverb));
  }
  const uint32_t nouns = c & kAnyNoun;
  // "an earlier version": between an article and its noun.
  if ((c & kAdverb) && !(c & kNegation) && i > 0 &&
      (at.Tag(i - 1) & (kDeterminer | kPossessivePronoun)) &&
      (at.Classes(i + 1) & kAnyNoun)) {
    return kAdjective;
  }
  if ((c & kAdjective) && nouns) {
    const size_t b = at.Before(i);
    const bool copula = b != static_cast<size_t>(-1) &&
                        at.units[b].Has(pb::FUNCTION_ROLE_COPULA);
    if ((p & kBe) || copula) {
      return (at.Usual(i) & kAnyNoun) ? nouns : kAdjective;
    }
    // potential “spot zoning”: the mark changes nothing.
    const uint32_t next = at.Classes(
        at.IsQuote(i + 1) && !at.IsPunctuation(i + 2) ? i + 2 : i + 1);
    // "the military condemned the raid", not "the military court".
    if (at.LikelyPast(i + 1) && !(next & kAnyNoun)) return nouns;
    // "the firm pledges to stay".
    if ((next & kVerbThird) && (at.Classes(i + 2) & kTo) && i > 0 &&
        (at.Tag(i - 1) & kDeterminer) && at.units[i].Reads(EntryKind::kAgent) &&
        at.units[i + 1].Takes(pb::SLOT_INFINITIVE) && !at.FiniteAhead(i + 2)) {
      return nouns;
    }
    if ((next & kAnyNoun) &&
        !((next & kAnyVerb) && !(at.Usual(i + 1) & kAnyNoun)))
      return kAdjective;
    if ((next & kAdjective) &&
        (!(next & kVerbPast) || (at.Usual(i + 1) & kAdjective))) {
      return kAdjective;
    }
    // "a total ban": after an opener an adjective and its noun.
    const uint32_t direct = i == 0 ? 0 : at.Tag(i - 1);
    if ((direct & kNounOpener) && (next & kAnyNoun)) return kAdjective;
    // "objective and impartial position".
    if ((next & kCoordinator) && i + 2 < at.units.size() &&
        (at.Classes(i + 2) & kAdjective) && !(at.Classes(i + 2) & kAnyNoun)) {
      return kAdjective;
    }
    return nouns;
  }
  // "have long sought it", "would only back it", "the mayor even backs it".
  if ((c & kAdjective) && (c & kAdverb)) {
    const uint32_t next = at.Classes(i + 1);
    const uint32_t direct = i == 0 ? 0 : at.Tag(i - 1);
    if (((p & kHave) && (next & kVerbParticiple)) ||
        ((direct & kModal) && (next & kVerbBase)) ||
        ((direct & (kAnyNoun | kProper | kPronoun)) &&
         (next & (kVerbThird | kVerbPast)))) {
      return kAdverb;
    }
  }
  if (c & kAdjective) {
    const bool opened =
        (at.Classes(i + 1) & (kDeterminer | kPossessivePronoun)) != 0;
    if ((c & kAdverb) && (opened || !at.NounFollows(i + 1))) return kAdverb;
    return kAdjective;
  }
  if ((c & kAdverb) && nouns) {
    return (p & (kNounOpener | kAdjective | kPreposition)) ? nouns : kAdverb;
  }
  if (c & kAdverb) return kAdverb;
  if (nouns) return nouns;
  if (c & kConnective) return kConnective;
  if (c & kSubordinator) return kSubordinator;
  if (c & kInterrogative) return kInterrogative;
  return c;
}

}  // namespace stance
