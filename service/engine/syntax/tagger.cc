// Decides the class of each unit from what it may be, what stands before it
// (already decided) and what may come after it. Rules, not weights: each can be
// read, and the same words give the same classes every time.

#include <cstddef>
#include <vector>

#include "service/engine/syntax/units.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

constexpr uint32_t kAuxiliary = kBe | kHave | kDo | kModal;
constexpr uint32_t kNominal = kAnyNoun | kPronoun | kNumberWord;
// What stands before a noun and tells that a noun comes.
constexpr uint32_t kNounOpener = kDeterminer | kPossessivePronoun |
                                 kPossessiveClitic | kNumberWord | kQuantifier;

class Tagger {
 public:
  Tagger(const Lexicon& lexicon, const Text& text, std::vector<Unit>& units)
      : lexicon_(lexicon), text_(text), units_(units) {}

  void Run() {
    for (size_t i = 0; i < units_.size(); ++i) {
      units_[i].tag = Decide(i);
      Track(i);
    }
  }

 private:
  uint32_t Classes(size_t i) const {
    return i < units_.size() ? units_[i].classes : 0;
  }
  uint32_t Tag(size_t i) const { return units_[i].tag; }

  bool IsPunctuation(size_t i) const {
    return i >= units_.size() || units_[i].classes == 0;
  }

  // The next unit that is no adverb.
  size_t SkipAdverbs(size_t i) const {
    while (i < units_.size() && (Classes(i) & (kAdverb | kNegation)) &&
           !(Classes(i) & (kAnyVerb | kAnyNoun | kAdjective))) {
      ++i;
    }
    return i;
  }

  // Index of the last unit before i that is no adverb, or npos.
  size_t Before(size_t i) const {
    while (i > 0) {
      --i;
      if (units_[i].tag & (kAdverb | kNegation)) continue;
      return i;
    }
    return static_cast<size_t>(-1);
  }

  // i, or the opening quotation mark before it where that stands behind a word
  // that opens a noun group.
  size_t BeforeQuoteInGroup(size_t i) const {
    if (i < 2 || units_[i - 1].tag != 0) return i;
    const Token& mark = text_.tokens[units_[i - 1].begin];
    return mark.kind == TokenKind::kQuote && (Tag(i - 2) & kNounOpener) ? i - 1
                                                                        : i;
  }

  bool IsCapitalised(size_t i) const {
    return i > 0 && (text_.tokens[units_[i].begin].shape & kCapitalised) != 0;
  }

  // True for a form that can only be a finite verb.
  bool SurelyFinite(size_t i) const {
    const uint32_t c = Classes(i);
    if (c & kModal) return !((c & kTime) && IsCapitalised(i));
    // "China's" is hardly ever "China is".
    if (c & kPossessiveClitic) return false;
    if (c & (kBe | kHave | kDo)) return (c & (kVerbThird | kVerbPast)) != 0;
    if ((c & kAnyVerb) == 0) return false;
    if (c & (kAnyNoun | kAdjective | kPreposition)) return false;
    if ((c & kVerbThird) != 0) return true;
    return (c & kVerbPast) != 0 && (c & kVerbParticiple) == 0;
  }

  // Whether a verb that can only be finite stands between i and the next
  // boundary.
  bool FiniteAhead(size_t i) const {
    for (size_t j = i; j < units_.size() && j < i + 14; ++j) {
      if (IsPunctuation(j)) return false;
      const uint32_t c = Classes(j);
      if (c & (kCoordinator | kRelative)) return false;
      if ((c & kSubordinator) && !(c & kPreposition)) return false;
      if (SurelyFinite(j) && !AfterOpener(j)) return true;
    }
    return false;
  }

  // Right after a determiner stands no finite verb.
  bool AfterOpener(size_t i) const {
    if (i == 0) return false;
    const uint32_t c = Classes(i - 1);
    return (c & (kDeterminer | kPossessivePronoun | kPossessiveClitic)) != 0 &&
           (c & (kPronoun | kBe | kRelative)) == 0;
  }

  // The same, and also past forms that are followed by an object or the like.
  bool VerbAhead(size_t i) const {
    for (size_t j = i; j < units_.size() && j < i + 14; ++j) {
      if (IsPunctuation(j)) return false;
      const uint32_t c = Classes(j);
      if (c & (kCoordinator | kRelative)) return false;
      if (AfterOpener(j)) continue;
      if (SurelyFinite(j)) return true;
      if (LikelyPast(j)) return true;
    }
    return false;
  }

  // A past form that takes an object: "condemned the", not "condemned man".
  bool LikelyPast(size_t j) const {
    const uint32_t c = Classes(j);
    if (!(c & kVerbPast) || (c & kAnyNoun)) return false;
    return !(c & kAdjective) ||
           (Classes(j + 1) & (kDeterminer | kPossessivePronoun | kProper |
                              kPronoun | kPreposition | kTo | kQuantifier));
  }

  bool StartsNounGroup(size_t i) const {
    const uint32_t c = Classes(i);
    if (units_.size() <= i) return false;
    if (c & (kDeterminer | kPossessivePronoun | kProper | kNumberWord |
             kQuantifier | kPronoun)) {
      return true;
    }
    return (c & (kAdjective | kAnyNoun)) != 0 && !(c & kPreposition);
  }

  // Keeps what the rules ask of the clause so far.
  void Track(size_t i) {
    const uint32_t tag = Tag(i);
    if (tag == 0) {
      const char c = text_.source[text_.tokens[units_[i].begin].begin];
      if (c == ';' || c == ':') has_finite_ = false;
      return;
    }
    if (tag & (kSubordinator | kRelative | kCoordinator)) {
      if (tag & kSubordinator) {
        subjunctive_ = units_[i].Has(pb::FUNCTION_ROLE_COMPLEMENTIZER);
      }
      clause_had_finite_ = has_finite_;
      has_finite_ = false;
      return;
    }
    if ((tag & kModal) || ((tag & kFiniteVerb) && !(tag & kVerbParticiple)) ||
        ((tag & (kBe | kHave | kDo)) && (tag & kFiniteVerb))) {
      has_finite_ = true;
    }
    if ((tag & kVerbBase) && finite_base_) has_finite_ = true;
  }

  uint32_t Decide(size_t i) {
    finite_base_ = false;
    const Unit& unit = units_[i];
    const uint32_t c = unit.classes;
    if (c == 0) return 0;
    // its "balanced" position: the mark changes nothing inside a noun group.
    const size_t before = BeforeQuoteInGroup(i);
    const size_t b = Before(before);
    const bool at_start =
        b == static_cast<size_t>(-1) || (units_[b].tag == 0 && IsBoundary(b));
    const uint32_t p = at_start ? 0 : Tag(b);
    const uint32_t direct = before == 0 ? 0 : Tag(before - 1);

    if (c & kPossessiveClitic) return DecideClitic(i, c, direct);
    if (c & kTo) return DecideTo(i);
    if (unit.Has(pb::FUNCTION_ROLE_COMPLEMENTIZER)) return DecideThat(i, p);
    if (c & kModal) {
      if ((c & kTime) && i > 0 &&
          (text_.tokens[unit.begin].shape & kCapitalised)) {
        return kTime;
      }
      return kModal;
    }
    if (c & (kBe | kHave | kDo)) return c & (kAuxiliary | kAnyVerb);
    if (c & kTime) return kTime;
    if (c & kProper) {
      // An adjective of a country before a noun stays one.
      if ((c & kAdjective) && !StandsAlone(i)) return kAdjective;
      return kProper;
    }
    if (c & kRelative) {
      if ((p & kNominal) || (direct == 0 && i > 0)) {
        if (!(c & kSubordinator) || (p & kNominal)) return kRelative;
      }
      if (c & kSubordinator) return kSubordinator;
      return (p & kPreposition)
                 ? kRelative
                 : (c & kInterrogative ? kInterrogative : kRelative);
    }
    // "including", "following": verbs only behind an auxiliary or the like.
    if ((c & kPreposition) && (c & kVerbGerund) &&
        !(p & (kBe | kPreposition | kSubordinator))) {
      return kPreposition;
    }
    if ((c & kSubordinator) && (c & (kPreposition | kAdverb))) {
      // "Kenya and Uganda once shared a coach": the subject waits for its verb.
      if ((c & kAdverb) && !(c & kPreposition) && (direct & kNominal) &&
          !has_finite_) {
        return kAdverb;
      }
      const size_t n = SkipAdverbs(i + 1);
      if (Classes(n) & kVerbGerund) {
        if (!(Classes(n) & kAnyNoun) && (c & kPreposition)) return kPreposition;
      }
      if (ClauseFollows(i + 1)) return kSubordinator;
      return c & kPreposition ? kPreposition : kAdverb;
    }
    // "Kosovo and Serbia each accused": a quantity that floats to its verb.
    if (unit.Has(pb::FUNCTION_ROLE_BOTH) && (direct & kAnyNoun) &&
        (Classes(i + 1) & kAnyVerb) && !(Classes(i + 1) & kAnyNoun)) {
      return kAdverb;
    }
    if (c & kPossessivePronoun) {
      if ((c & kPronoun) && !NounFollows(i + 1)) return kPronoun;
      return kPossessivePronoun;
    }
    if (c & kNegation) {
      if ((c & kDeterminer) && NounFollows(i + 1))
        return kDeterminer | kNegation;
      return kNegation | (c & kPronoun);
    }
    if ((c & kDeterminer) && (c & kPronoun)) {
      return NounFollows(i + 1) ? kDeterminer : kPronoun;
    }
    if (c & kDeterminer) return kDeterminer;
    if (c & kPronoun) return kPronoun;
    if (c & kCoordinator) return kCoordinator;
    if (c & kQuantifier) {
      // "have both called for", "are all against".
      const bool floats =
          (p & (kBe | kHave | kModal)) != 0 && (Classes(i + 1) & kAnyVerb) != 0;
      return floats ? kAdverb : kQuantifier;
    }
    if (c & kNumberWord) return kNumberWord;
    if (c & kTitle) return kTitle;

    const uint32_t verbs = c & kAnyVerb;
    if (verbs == 0) return DecideNominal(i, c, p);
    return DecideVerb(i, c, p, direct, at_start, b);
  }

  bool IsBoundary(size_t i) const {
    const Token& token = text_.tokens[units_[i].begin];
    if (token.kind == TokenKind::kQuote)
      return (token.shape & kOpensQuote) != 0;
    const char c = text_.source[token.begin];
    return c == ';' || c == ':' || c == '(' || c == ')';
  }

  // An adjective-or-name with nothing after it that it could modify.
  bool StandsAlone(size_t i) const {
    const size_t n = i + 1;
    if (IsPunctuation(n)) return true;
    const uint32_t c = Classes(n);
    if (c & (kAnyNoun | kAdjective)) {
      return (c & kAnyVerb) && !(c & kAdjective) && !NounGroupContinues(n);
    }
    if ((c & kCoordinator) && n + 1 < units_.size() &&
        (Classes(n + 1) & kAdjective) && (Classes(n + 1) & kProper)) {
      return StandsAlone(n + 1);
    }
    return true;
  }

  // For noun-or-verb words after a name: a noun where a verb still follows.
  bool NounGroupContinues(size_t n) const { return VerbAhead(n + 1); }

  bool NounFollows(size_t i) const {
    if (IsPunctuation(i)) {
      return i < units_.size() &&
             text_.tokens[units_[i].begin].kind == TokenKind::kQuote &&
             i + 1 < units_.size() && NounFollows(i + 1);
    }
    const uint32_t c = Classes(i);
    if (c & kAuxiliary) return false;
    if (c & (kPreposition | kSubordinator | kTo) & ~kAdjective) {
      if (!(c & (kAnyNoun | kAdjective))) return false;
    }
    if (c &
        (kAnyNoun | kAdjective | kNumberWord | kQuantifier | kTime | kTitle)) {
      return true;
    }
    if (c & (kVerbParticiple | kVerbGerund)) return NounFollows(i + 1);
    if (c & kAdverb) return NounFollows(i + 1);
    return false;
  }

  // True where the words from i on hold a clause with a verb of its own.
  bool ClauseFollows(size_t i) const {
    if (i < units_.size() && (Classes(i) & kPronoun) &&
        !(Classes(i) & kDeterminer)) {
      return true;
    }
    return VerbAhead(i);
  }

  uint32_t DecideClitic(size_t i, uint32_t c, uint32_t direct) const {
    if ((c & kBe) == 0) return kPossessiveClitic;
    const size_t n = SkipAdverbs(i + 1);
    if (direct & (kPronoun | kInterrogative)) return kBe | kVerbThird;
    if ((Classes(n) & (kDeterminer | kPronoun | kPreposition)) ||
        IsPunctuation(i + 1)) {
      return IsPunctuation(i + 1) ? kPossessiveClitic : (kBe | kVerbThird);
    }
    return kPossessiveClitic;
  }

  uint32_t DecideTo(size_t i) const {
    size_t n = i + 1;
    while (n < units_.size() && (Classes(n) & (kAdverb | kNegation)) &&
           !(Classes(n) & kVerbBase)) {
      ++n;
    }
    const uint32_t c = Classes(n);
    if ((c & kVerbBase) == 0) return kPreposition;
    if (c & (kBe | kHave | kDo)) return kTo;
    if ((c & kAnyNoun) && !InfinitiveExpected(i)) {
      const uint32_t usual = Usual(n);
      if ((usual & kAnyNoun) && !(usual & kAnyVerb)) {
        // "to work on", "to talks with": a noun unless an object follows.
        return StartsNounGroup(n + 1) && !(Classes(n + 1) & kAnyNoun)
                   ? kTo
                   : kPreposition;
      }
    }
    return kTo;
  }

  // The verb, adjective or noun before is one that takes infinitives: a cue.
  bool InfinitiveExpected(size_t i) const {
    if (i == 0) return false;
    if ((Tag(i - 1) & kAnyNoun) && units_[i - 1].Reads(EntryKind::kCue)) {
      return false;
    }
    int steps = 0;
    for (size_t j = i; j-- > 0 && steps++ < 7;) {
      if (Tag(j) == 0 || (Tag(j) & kPreposition)) return false;
      if ((Tag(j) & kAnyVerb) && !(Tag(j) & (kBe | kHave | kDo))) {
        return units_[j].Reads(EntryKind::kCue);
      }
      if ((Tag(j) & kAdjective) && units_[j].Reads(EntryKind::kCue)) {
        return true;
      }
    }
    return false;
  }

  uint32_t DecideThat(size_t i, uint32_t p) const {
    const size_t n = SkipAdverbs(i + 1);
    const uint32_t next = Classes(n);
    const bool verb_next =
        (next & kAuxiliary) ||
        ((next & kAnyVerb) && !(next & (kAnyNoun | kAdjective)));
    if (IsPunctuation(n)) return kPronoun;
    if (verb_next) {
      return (p & (kAnyNoun | kPronoun)) ? kRelative : kPronoun;
    }
    if (next & (kPreposition | kCoordinator)) {
      if (!(next & (kAnyNoun | kAdjective | kProper))) return kPronoun;
    }
    if (p & (kAnyVerb | kAdjective | kAnyNoun)) {
      if (VerbAhead(n) || FiniteAhead(n) || ClauseAheadLong(n)) {
        if ((next & kAnyVerb) && (p & kAnyNoun)) return kRelative;
        return (p & kAnyNoun) && IsRelativeThat(i) ? kRelative : kSubordinator;
      }
    }
    if (p & kCoordinator) {
      if (next & (kDeterminer | kProper | kPronoun | kPossessivePronoun)) {
        return kSubordinator;
      }
    }
    if (next & (kDeterminer | kPronoun | kPossessivePronoun)) {
      return kSubordinator;
    }
    return NounFollows(i + 1) ? kDeterminer : kPronoun;
  }

  // "the embargo that its neighbours imposed": neither the noun before nor the
  // verb before that takes a clause.
  bool IsRelativeThat(size_t i) const {
    const size_t noun = Before(i);
    if (units_[noun].Takes(pb::SLOT_THAT_CLAUSE)) return false;
    for (size_t j = noun; j-- > 0;) {
      if (Tag(j) == 0 && IsBoundary(j)) break;
      if ((Tag(j) & kAnyVerb) == 0 || (Tag(j) & (kBe | kHave | kDo))) continue;
      return !units_[j].Reads(EntryKind::kReporting) &&
             !units_[j].Takes(pb::SLOT_THAT_CLAUSE);
    }
    return true;
  }

  // A verb somewhere ahead, over commas too (long subjects).
  bool ClauseAheadLong(size_t i) const {
    for (size_t j = i; j < units_.size() && j < i + 25; ++j) {
      if (SurelyFinite(j)) return true;
      if ((Classes(j) & kVerbPast) && !(Classes(j) & (kAnyNoun | kAdjective)))
        return true;
    }
    return false;
  }

  uint32_t Usual(size_t i) const {
    return i < units_.size() ? lexicon_.Word(units_[i].word).usual : 0;
  }

  uint32_t DecideNominal(size_t i, uint32_t c, uint32_t p) const {
    if ((c & kPreposition) && !(c & (kAdverb | kAdjective | kAnyNoun))) {
      return kPreposition;
    }
    // "on outside help".
    if ((c & kPreposition) && (c & kAdjective) && i > 0 &&
        (Tag(i - 1) & kPreposition) && (Classes(i + 1) & kAnyNoun)) {
      return kAdjective;
    }
    // "About 200 residents".
    if ((c & kPreposition) && (c & kAdverb) && (Classes(i + 1) & kNumberWord) &&
        (p == 0 || (p & (kCoordinator | kSubordinator)))) {
      return kAdverb;
    }
    if ((c & kPreposition) && (c & kAdverb)) {
      // A particle or adverb where nothing follows that it could govern.
      const size_t n = i + 1;
      return IsPunctuation(n) ||
                     (Classes(n) & (kPreposition | kTo | kSubordinator)) ||
                     !(StartsNounGroup(n) || (Classes(n) & kVerbGerund) ||
                       (Classes(n) & (kTime | kInterrogative | kRelative)))
                 ? kAdverb
                 : kPreposition;
    }
    if (c & kPreposition) {
      return NounFollows(i + 1) ? kPreposition : (c & (kAdjective | kAdverb));
    }
    const uint32_t nouns = c & kAnyNoun;
    // "an earlier version": between an article and its noun.
    if ((c & kAdverb) && !(c & kNegation) && i > 0 &&
        (Tag(i - 1) & (kDeterminer | kPossessivePronoun)) &&
        (Classes(i + 1) & kAnyNoun)) {
      return kAdjective;
    }
    if ((c & kAdjective) && nouns) {
      const size_t b = Before(i);
      const bool copula = b != static_cast<size_t>(-1) &&
                          units_[b].Has(pb::FUNCTION_ROLE_COPULA);
      if ((p & kBe) || copula) {
        return (Usual(i) & kAnyNoun) ? nouns : kAdjective;
      }
      const uint32_t next = Classes(i + 1);
      // "the military condemned the raid", not "the military court".
      if (LikelyPast(i + 1) && !(next & kAnyNoun)) return nouns;
      if ((next & kAnyNoun) &&
          !((next & kAnyVerb) && !(Usual(i + 1) & kAnyNoun)))
        return kAdjective;
      if ((next & kAdjective) &&
          (!(next & kVerbPast) || (Usual(i + 1) & kAdjective))) {
        return kAdjective;
      }
      // "a total ban": after an opener an adjective and its noun.
      const uint32_t direct = i == 0 ? 0 : Tag(i - 1);
      if ((direct & kNounOpener) && (next & kAnyNoun)) return kAdjective;
      // "objective and impartial position".
      if ((next & kCoordinator) && i + 2 < units_.size() &&
          (Classes(i + 2) & kAdjective) && !(Classes(i + 2) & kAnyNoun)) {
        return kAdjective;
      }
      return nouns;
    }
    if (c & kAdjective) {
      if ((c & kAdverb) && !NounFollows(i + 1)) return kAdverb;
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

  uint32_t DecideVerb(size_t i, uint32_t c, uint32_t p, uint32_t direct,
                      bool at_start, size_t b) {
    const uint32_t nouns = c & kAnyNoun;
    const uint32_t other = c & (kAnyNoun | kAdjective | kAdverb | kPreposition);
    const uint32_t next = Classes(i + 1);
    const auto nominal = [&]() -> uint32_t {
      if (nouns && !(c & kAdjective)) return nouns;
      if (other) return DecideNominal(i, c & ~kAnyVerb, p);
      if (c & (kVerbParticiple | kVerbGerund)) return kAdjective;
      return kNoun;
    };
    if ((p & kTo) && (c & kVerbBase)) return kVerbBase;
    if ((p & (kModal | kDo)) && (c & kVerbBase)) {
      finite_base_ = true;
      return kVerbBase;
    }
    if ((p & kHave) && (c & kVerbParticiple) && direct != kDeterminer) {
      if (!(direct & kNounOpener)) return kVerbParticiple;
    }
    if ((p & kBe) && !(direct & kNounOpener)) {
      // "the trend is worrying", "the delay is justified": nothing follows that
      // a verb would take.
      if ((c & (kVerbGerund | kVerbParticiple)) && (c & kAdjective) &&
          ((Usual(i) & kAdjective) || units_[i].Reads(EntryKind::kCue)) &&
          (IsPunctuation(i + 1) ||
           (next & (kCoordinator | kSubordinator | kTime)))) {
        return kAdjective;
      }
      if (c & kVerbParticiple) return kVerbParticiple;
      if (c & kVerbGerund) {
        return nouns && (Usual(i) & kAnyNoun) && !StartsNounGroup(i + 1)
                   ? nouns
                   : kVerbGerund;
      }
      return nominal();
    }
    // "The two met in Bonn": a number that is a noun group by itself.
    if ((direct & (kNumberWord | kQuantifier)) && !other &&
        (c & (kFiniteVerb | kVerbBase)) && !(c & kVerbGerund) &&
        !((c & kVerbParticiple) && NounFollows(i + 1))) {
      return AfterNominal(i, c, kNounPlural, b);
    }
    if (direct & (kNounOpener | kDeterminer)) {
      if ((c & (kVerbParticiple | kVerbGerund)) && !nouns && NounFollows(i + 1))
        return kAdjective;
      if (c & kVerbGerund && !nouns) {
        return (direct & kPossessiveClitic) && StartsNounGroup(i + 1)
                   ? kVerbGerund
                   : kNoun;
      }
      return nominal();
    }
    if (direct & kAdjective) {
      if (nouns) return nouns;
      if ((c & kVerbGerund) && !StartsNounGroup(i + 1)) return kNoun;
      if ((c & (kVerbParticiple | kVerbGerund)) && NounFollows(i + 1))
        return kAdjective;
    }
    if (direct & kPreposition) {
      if ((c & kVerbGerund)) {
        if (!nouns) return kVerbGerund;
        return StartsNounGroup(i + 1) && !(Usual(i) & kAnyNoun) ? kVerbGerund
                                                                : nouns;
      }
      if ((c & kVerbParticiple) && !nouns && NounFollows(i + 1))
        return kAdjective;
      return nominal();
    }
    if (p & (kRelative | kInterrogative)) {
      if (c & (kFiniteVerb | kVerbBase)) {
        if (!nouns || StartsNounGroup(i + 1) || !FiniteAhead(i + 1)) {
          finite_base_ = true;
          return c & (kVerbPast | kVerbThird | kVerbBase);
        }
      }
    }
    if ((p & kPronoun) && (c & (kFiniteVerb | kVerbBase)) &&
        (!has_finite_ || SubjectOfNewClause(i, b))) {
      finite_base_ = true;
      return c & (kVerbPast | kVerbThird | kVerbBase);
    }
    if (p & kNominal) {
      return AfterNominal(i, c, p, b);
    }
    if (p & kTime) return AfterNominal(i, c, kNoun, b);
    if (p & kCoordinator) return AfterCoordinator(i, c, b);
    if (p & (kAnyVerb | kAuxiliary)) {
      // "help rebuild", "helped build"; else what a verb takes.
      if ((c & kVerbGerund) && !nouns) return kVerbGerund;
      if ((c & kVerbGerund) && StartsNounGroup(i + 1) && !(next & kAnyNoun))
        return kVerbGerund;
      if (other) return nominal();
      if (c & kVerbBase) return kVerbBase;
      if (c & (kVerbParticiple)) {
        return NounFollows(i + 1) && !(next & kDeterminer) ? kAdjective
                                                           : kVerbParticiple;
      }
      return c & kAnyVerb;
    }
    if (at_start || p == 0) return AtStart(i, c, b);
    if (p & kSubordinator) {
      // "provided that existing licences were honoured".
      if ((c & (kVerbGerund | kVerbParticiple)) &&
          (Classes(i + 1) & (kNounPlural)) && VerbAhead(i + 2)) {
        return kAdjective;
      }
      if ((c & kVerbGerund) && (!nouns || StartsNounGroup(i + 1)))
        return kVerbGerund;
      if (c & kVerbParticiple && !nouns) return kVerbParticiple;
    }
    return other ? nominal() : Verbs(c);
  }

  uint32_t Verbs(uint32_t c) {
    finite_base_ = true;
    if (c & kVerbPast) return kVerbPast;
    if (c & kVerbThird) return kVerbThird;
    if (c & kVerbBase) return kVerbBase;
    return c & kAnyVerb;
  }

  uint32_t AfterNominal(size_t i, uint32_t c, uint32_t p, size_t b) {
    const uint32_t nouns = c & kAnyNoun;
    const uint32_t next = Classes(i + 1);
    const bool object_next =
        (next & (kDeterminer | kPossessivePronoun | kPronoun | kProper | kTo |
                 kNumberWord | kQuantifier | kSubordinator)) != 0 ||
        (next & kPreposition) != 0;
    const bool strong_object = (next & (kDeterminer | kPossessivePronoun |
                                        kPronoun | kProper | kTitle)) != 0;
    if (c & (kVerbPast | kVerbParticiple)) {
      const bool by = i + 1 < units_.size() &&
                      units_[i + 1].Has(pb::FUNCTION_ROLE_PASSIVE_AGENT);
      if (!(c & kVerbPast)) {
        if (c & kVerbParticiple && !nouns && !(c & kVerbBase)) {
          return kVerbParticiple;
        }
      } else if (!(c & kVerbParticiple)) {
        return kVerbPast;
      } else {
        // "Lavrov said Russia has …": of saying, not said of.
        if (units_[i].Reads(EntryKind::kReporting) && !by &&
            (strong_object || (next & kSubordinator) ||
             (StartsNounGroup(i + 1) && VerbAhead(i + 2))) &&
            !has_finite_) {
          return kVerbPast;
        }
        // "blocks bid to buy it", "for a rate cut".
        if (nouns && (!object_next || (has_finite_ && (next & kTo))) &&
            (has_finite_ || !IsPunctuation(i + 1))) {
          return nouns;
        }
        if (by || has_finite_ || VerbAheadAfterReduced(i + 1)) {
          // "said Russia vetoed the text": a new clause after a verb of
          // saying; its noun group is a subject.
          if (!by && has_finite_ && SubjectOfNewClause(i, b)) {
            return kVerbPast;
          }
          return kVerbParticiple;
        }
        return kVerbPast;
      }
    }
    if ((c & kVerbGerund) && !(c & kFiniteVerb)) {
      if (nouns && (Usual(i) & kAnyNoun) &&
          !(next & (kDeterminer | kProper | kPossessivePronoun))) {
        return nouns;
      }
      if (nouns && IsPunctuation(i + 1)) return nouns;
      return StartsNounGroup(i + 1) || (next & (kPreposition | kTo)) ||
                     IsPunctuation(i + 1)
                 ? kVerbGerund
                 : (nouns ? nouns : kAdjective);
    }
    const bool plural = (p & kNounPlural) != 0 || Coordinated(b);
    // "demanded that the council scrap the system": the subjunctive.
    if ((c & kVerbBase) && subjunctive_ && !has_finite_ && strong_object &&
        !FiniteAhead(i + 1)) {
      finite_base_ = true;
      return kVerbBase;
    }
    if ((c & kVerbThird) && !plural) {
      if (!nouns) return kVerbThird;
      // After "and" a noun is likelier, unless an object shows the verb.
      const bool fresh = !has_finite_ && !clause_had_finite_;
      const bool new_clause = SubjectOfNewClause(i, b);
      if (fresh || strong_object || new_clause) {
        if ((fresh || !has_finite_ || new_clause) &&
            (strong_object || VerbFollowsCoordinator(i) ||
             (!FiniteAhead(i + 1) && !(nouns && VerbAhead(i + 1)) &&
              ((fresh && (object_next || StartsNounGroup(i + 1))) ||
               (Usual(i) & kAnyVerb))))) {
          return kVerbThird;
        }
      }
      return nouns;
    }
    if ((c & kVerbBase) && (plural || (p & kProper))) {
      if (!nouns && !(c & kAdjective)) {
        finite_base_ = true;
        return kVerbBase;
      }
      if ((plural) && (!has_finite_ || SubjectOfNewClause(i, b)) &&
          !FiniteAhead(i + 1) && (object_next || !IsPunctuation(i + 1))) {
        finite_base_ = true;
        return kVerbBase;
      }
    }
    if (nouns) return nouns;
    if (c & kAdjective) return kAdjective;
    return Verbs(c);
  }

  // "supports and will take part": a verb beside another.
  bool VerbFollowsCoordinator(size_t i) const {
    return (Classes(i + 1) & kCoordinator) != 0 &&
           (Classes(i + 2) & (kModal | kAnyVerb)) != 0 &&
           (Classes(i + 2) & kAnyNoun) == 0;
  }

  // A past form that is the real verb follows the form at i - 1, which then is
  // a reduced relative clause ("talks brokered in May collapsed").
  bool VerbAheadAfterReduced(size_t i) const {
    for (size_t j = i; j < units_.size() && j < i + 12; ++j) {
      if (IsPunctuation(j)) return false;
      const uint32_t c = Classes(j);
      if (c & (kCoordinator | kRelative | kSubordinator | kTo)) {
        if (!(c & kPreposition)) return false;
      }
      if (c & (kPronoun)) return false;
      // "to be lifted", "to call": nothing finite.
      if (AfterOpener(j) || (j > 0 && (Classes(j - 1) & (kTo | kBe | kHave)))) {
        continue;
      }
      if (SurelyFinite(j)) return j > i;
      if ((c & kVerbPast) && !(c & (kAnyNoun | kAdjective)) && j > i) {
        return true;
      }
    }
    return false;
  }

  // The noun group that ends at b follows a verb of saying or a "that" and can
  // be the subject of a clause of its own.
  bool SubjectOfNewClause(size_t i, size_t b) const {
    size_t j = b;
    int steps = 0;
    while (j != static_cast<size_t>(-1) && steps++ < 6) {
      if (Tag(j) & (kAnyNoun | kAdjective | kDeterminer | kPossessiveClitic |
                    kPossessivePronoun | kNumberWord | kQuantifier | kTitle |
                    kPronoun)) {
        if (j == 0) return false;
        --j;
        continue;
      }
      break;
    }
    if (j == static_cast<size_t>(-1)) return false;
    if (Tag(j) == 0) {
      // "…, Kline said": a verb of saying after what is said.
      const Token& token = text_.tokens[units_[j].begin];
      return (units_[i].Reads(EntryKind::kReporting) ||
              (Tag(b) & kPronoun) != 0) &&
             (token.kind == TokenKind::kQuote ||
              text_.source[token.begin] == ',');
    }
    if (Tag(j) & kAnyVerb) {
      return units_[j].Reads(EntryKind::kReporting) ||
             (units_[j].Takes(pb::SLOT_THAT_CLAUSE) && !(Tag(j) & kVerbGerund));
    }
    return (Tag(j) & (kCoordinator | kSubordinator)) != 0;
  }

  bool Coordinated(size_t b) const {
    // "China and Russia", "Paris, Berlin": a coordinator or comma two back.
    size_t j = b;
    int steps = 0;
    while (j != static_cast<size_t>(-1) && j > 0 && steps++ < 6) {
      --j;
      if (Tag(j) & kCoordinator) return (Classes(j) & kSubordinator) == 0;
      if (Tag(j) == 0) {
        const char c = text_.source[text_.tokens[units_[j].begin].begin];
        return c == ',' && j > 0 && (Tag(j - 1) & kProper) &&
               (Tag(b) & kProper);
      }
      if ((Tag(j) & (kNominal | kAdjective | kDeterminer | kPossessiveClitic |
                     kTitle)) == 0) {
        return false;
      }
    }
    return false;
  }

  uint32_t AfterCoordinator(size_t i, uint32_t c, size_t b) {
    const uint32_t nouns = c & kAnyNoun;
    const uint32_t next = Classes(i + 1);
    const bool object_next =
        (next & (kDeterminer | kPossessivePronoun | kProper | kPronoun |
                 kNumberWord | kQuantifier)) != 0 ||
        ((next & kVerbGerund) != 0 && !(next & kAnyNoun));
    if (c & kVerbGerund && !(c & kFiniteVerb)) {
      if (nouns && !object_next) return nouns;
      return kVerbGerund;
    }
    if (nouns == 0 && !(c & kAdjective)) {
      if ((c & kVerbParticiple) && (c & kVerbPast)) {
        const uint32_t before = b > 0 ? LastVerbTag(b) : 0;
        if (before == kVerbParticiple) return kVerbParticiple;
        if (NounFollows(i + 1) && !object_next && !clause_had_finite_)
          return kAdjective;
        return kVerbPast;
      }
      return Verbs(c);
    }
    const uint32_t last = b > 0 ? LastVerbTag(b) : 0;
    if ((c & kVerbThird) && clause_had_finite_ &&
        (object_next || !(Usual(i) & kAnyNoun)) && last != kVerbBase) {
      return kVerbThird;
    }
    if ((c & kVerbBase) && object_next && (last & kVerbBase)) return kVerbBase;
    if ((c & kVerbPast) && clause_had_finite_ && object_next) return kVerbPast;
    if (c & (kAnyNoun | kAdjective)) {
      return DecideNominal(i, c & ~kAnyVerb, kCoordinator);
    }
    return Verbs(c);
  }

  uint32_t LastVerbTag(size_t i) const {
    for (size_t j = i; j-- > 0;) {
      if (Tag(j) & kAnyVerb) return Tag(j) & kAnyVerb;
    }
    return 0;
  }

  uint32_t AtStart(size_t i, uint32_t c, size_t b) {
    const uint32_t nouns = c & kAnyNoun;
    const uint32_t next = Classes(i + 1);
    const bool object_next = (next & (kDeterminer | kPossessivePronoun |
                                      kProper | kPronoun | kTitle)) != 0;
    const bool after_comma = b != static_cast<size_t>(-1);
    if (c & kVerbGerund) {
      // "urging certain countries": after a comma an object shows the verb.
      const bool taken = object_next || (after_comma && StartsNounGroup(i + 1));
      if (nouns && !taken) return nouns;
      return kVerbGerund;
    }
    if (c & (kVerbParticiple | kVerbPast)) {
      if (after_comma && !has_finite_ && (c & kVerbPast) &&
          !(next & kPreposition)) {
        return kVerbPast;
      }
      if (after_comma && !has_finite_ && (c & kVerbPast) &&
          !FiniteAhead(i + 1) && !NextIsBy(i)) {
        return kVerbPast;
      }
      if (after_comma && has_finite_ && (c & kVerbPast) && object_next) {
        return kVerbPast;
      }
      if (nouns == 0 && NounFollows(i + 1) && !object_next && !after_comma)
        return kAdjective;
      return c & kVerbParticiple ? kVerbParticiple : kVerbPast;
    }
    const bool had_finite = has_finite_ || clause_had_finite_;
    if ((c & kVerbThird) && after_comma && !FiniteAhead(i + 1) &&
        (!nouns || object_next || (!had_finite && !(Usual(i) & kAnyNoun)))) {
      return kVerbThird;
    }
    if ((c & kVerbBase) && object_next && !(nouns && (Usual(i) & kAnyNoun))) {
      finite_base_ = true;
      return kVerbBase;
    }
    if (nouns) return nouns;
    if (c & (kAdjective | kAdverb | kPreposition))
      return DecideNominal(i, c & ~kAnyVerb, 0);
    return Verbs(c);
  }

  bool NextIsBy(size_t i) const {
    return i + 1 < units_.size() &&
           units_[i + 1].Has(pb::FUNCTION_ROLE_PASSIVE_AGENT);
  }

  const Lexicon& lexicon_;
  const Text& text_;
  std::vector<Unit>& units_;
  bool has_finite_ = false;
  bool clause_had_finite_ = false;
  bool finite_base_ = false;
  // In a clause opened by "that", where a bare form can be a finite verb.
  bool subjunctive_ = false;
};

}  // namespace

void TagUnits(const Lexicon& lexicon, const Text& text,
              std::vector<Unit>* units) {
  Tagger(lexicon, text, *units).Run();
}

}  // namespace stance
