// What the lexicon knows of a word form: the classes it may have, its lemma.

#ifndef STANCE_ENGINE_LEXICON_WORD_H_
#define STANCE_ENGINE_LEXICON_WORD_H_

#include <cstdint>

#include "stance/lexicon/v1/lexicon.pb.h"

namespace stance {

// A word form in the vocabulary, folded to lower case. 0: in no lexicon.
using WordId = uint32_t;

// Bits of WordInfo::classes: every class that the form may have.
enum WordClassBit : uint32_t {
  kNoun = 1u << 0,  // singular
  kNounPlural = 1u << 1,
  kProper = 1u << 2,
  kAdjective = 1u << 3,
  kAdverb = 1u << 4,
  kVerbBase = 1u << 5,        // support
  kVerbThird = 1u << 6,       // supports
  kVerbPast = 1u << 7,        // supported, chose
  kVerbParticiple = 1u << 8,  // supported, chosen
  kVerbGerund = 1u << 9,      // supporting
  kBe = 1u << 10,             // with the verb bits: forms of be
  kHave = 1u << 11,
  kDo = 1u << 12,
  kModal = 1u << 13,
  kTo = 1u << 14,
  kDeterminer = 1u << 15,
  kPronoun = 1u << 16,
  kPossessivePronoun = 1u << 17,
  kPreposition = 1u << 18,
  kCoordinator = 1u << 19,
  kSubordinator = 1u << 20,
  kRelative = 1u << 21,  // who, which, that, whose
  kInterrogative = 1u << 22,
  kNumberWord = 1u << 23,
  kQuantifier = 1u << 24,
  kTime = 1u << 25,              // Monday, March, yesterday, year
  kTitle = 1u << 26,             // Mr, Dr, Sir
  kNegation = 1u << 27,          // not, n't, never, no
  kConnective = 1u << 28,        // however, meanwhile
  kPossessiveClitic = 1u << 29,  // 's, '
};

inline constexpr uint32_t kAuxiliary = kBe | kHave | kDo | kModal;
inline constexpr uint32_t kFiniteVerb = kVerbThird | kVerbPast;
inline constexpr uint32_t kAnyVerb =
    kVerbBase | kVerbThird | kVerbPast | kVerbParticiple | kVerbGerund;
inline constexpr uint32_t kAnyNoun = kNoun | kNounPlural | kProper;

// Those that WordInfo::functions tells; the roles above are the text stage's,
// see TextRules.
inline constexpr int kRolesOfAWord = 64;

struct WordInfo {
  uint32_t classes = 0;  // WordClassBit; 0: known only as part of a phrase
  uint32_t usual = 0;    // the subset that it has most often; may be 0
  WordId lemma = 0;      // itself where it is one
  uint32_t node = 0;     // of the trie, where phrases begin with it; 0: none do
  uint32_t phrase = 0;   // that it is all of, in Lexicon::phrases; 0: none
  // Begins phrases of more words than itself.
  bool goes_on = false;
  // A verb that begins a phrase whose object may stand inside it, or a
  // possessor: "turn the offer down", "was the council's idea".
  bool splits = false;
  // The same, and it is an object. With the next one in a byte: else there are
  // more bytes.
  bool takes_object : 1 = false;
  // Begins a phrase with a possessor inside: "is in the council's interest".
  bool owns : 1 = false;
  // A particle, or stands behind an object inside a phrase: "down", "to".
  bool closes = false;
  // Bit 1 << (role - 1) for each lexicon.v1.FunctionRole that the form has.
  uint64_t functions = 0;

  bool Has(lexicon::v1::FunctionRole role) const {
    return (functions >> (role - 1) & 1) != 0;
  }
};

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_WORD_H_
