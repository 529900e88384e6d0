// Stage 3a: units and their word classes.
//
// A unit is what the grammar handles as one word: a token, a phrase of the
// lexicon ("foreign minister", "come out against"), or an unknown name of
// several words ("Friends of Hollow Creek").

#ifndef STANCE_ENGINE_SYNTAX_UNITS_H_
#define STANCE_ENGINE_SYNTAX_UNITS_H_

#include <cstdint>
#include <vector>

#include "service/engine/lexicon/lexicon.h"
#include "service/engine/match.h"
#include "service/engine/syntax/reused_vector.h"
#include "service/engine/text/text.h"

namespace stance {

class SeenSurnames;

// Unit::mark of quotation marks, which are written in many ways.
inline constexpr char kNoMark = 0;
inline constexpr char kOpeningMark = 1;
inline constexpr char kClosingMark = 2;

// Without initialisers: see UnitVector.
struct alignas(64) Unit {
  uint32_t begin;  // tokens, half-open
  uint32_t end;
  uint32_t classes;  // WordClassBit: what it may be
  WordId lemma;
  WordId word;     // of its first token
  int32_t match;   // index of its Match, -1 for none
  uint32_t tag;    // WordClassBit: what it is; auxiliaries keep kBe etc.
  uint32_t slots;  // 1 << Slot of each target slot of its cue readings
  uint64_t functions;
  uint8_t kinds;   // 1 << EntryKind of each reading of its match
  bool person;     // a cue that names its holder by itself ("critics")
  bool addressee;  // a verb of saying whose object is told: "tell"
  bool name;       // an unknown capitalised name
  bool resumes;    // a phrase goes on here: "took the bank | to task"
  // Of what is no word: its first byte, or one of the constants above.
  char mark;

  bool Is(uint32_t bits) const { return (tag & bits) != 0; }
  bool IsQuote() const { return mark == kOpeningMark || mark == kClosingMark; }
  bool MayBe(uint32_t bits) const { return (classes & bits) != 0; }
  bool Has(lexicon::v1::FunctionRole role) const {
    return (functions >> (role - 1) & 1) != 0;
  }
  // "never", "at no time"; not every modifier does.
  bool MayDeny() const {
    return Is(kNegation) || (Is(kAdverb) && Reads(EntryKind::kModifier));
  }
  // A cue without an object, as "vote" is: it has no passive.
  bool TakesNoObject() const {
    constexpr uint32_t kObjects = 1u << lexicon::v1::SLOT_OBJECT |
                                  1u << lexicon::v1::SLOT_OBJECT_INFINITIVE |
                                  1u << lexicon::v1::SLOT_EVALUATED_OBJECT;
    return Reads(EntryKind::kCue) && (slots & kObjects) == 0;
  }
  // "the" and "a" follow no other determiner, "such" does.
  bool IsArticle() const {
    return Has(lexicon::v1::FUNCTION_ROLE_DEFINITE) ||
           Has(lexicon::v1::FUNCTION_ROLE_INDEFINITE);
  }
  bool Takes(lexicon::v1::Slot slot) const { return (slots >> slot & 1) != 0; }
  bool Reads(EntryKind kind) const {
    return (kinds >> static_cast<int>(kind) & 1) != 0;
  }
};

// Rules look up to two words around without asking where the sentence ends: a
// unit of no class and no function stands there.
using UnitVector = ReusedVector<Unit, 2>;

// Makes the units of tokens [begin, end). The matches from `next_match` on are
// those that may begin there; the answer is the first that begins behind them.
// `any` gets the classes, functions and kinds of all, and whether a phrase goes
// on somewhere. `seen` holds the surnames of the text before, and takes those
// of the sentence.
size_t MakeUnits(const Lexicon& lexicon, const Text& text,
                 const std::vector<Match>& matches, size_t next_match,
                 uint32_t begin, uint32_t end, UnitVector* units, Unit* any,
                 SeenSurnames* seen);

// Decides Unit::tag by class, shape and neighbours.
void TagUnits(const Lexicon& lexicon, const Text& text, UnitVector* units);

}  // namespace stance

#endif  // STANCE_ENGINE_SYNTAX_UNITS_H_
