// Stage 3: groups and clauses of a sentence.
//
// A group is a run of units that belong together: a noun group without what
// follows it ("China's | 12 proposals" are two, the first possessing the
// second), a verb group with its auxiliaries, a preposition. A clause is a verb
// group with its subject; it knows the clause or group that governs it. All
// indices are into the vectors of the same Syntax; -1 stands for none.

#ifndef STANCE_ENGINE_SYNTAX_SYNTAX_H_
#define STANCE_ENGINE_SYNTAX_SYNTAX_H_

#include <cstdint>

#include "service/engine/syntax/units.h"

namespace stance {

enum class GroupKind : uint8_t {
  kNoun,
  kVerb,
  kPreposition,
  kAdjective,
  kAdverb,
  kCoordinator,
  kSubordinator,  // also "that" of a complement clause
  kRelative,
  kInterrogative,
  kComma,
  kQuote,
  kParenthesis,
  kBreak,  // ; : and dashes
  kOther,
};

// What a phrase without a verb is made of.
inline bool StandsInPhrase(GroupKind kind) {
  constexpr uint32_t kKinds = 1u << static_cast<int>(GroupKind::kNoun) |
                              1u << static_cast<int>(GroupKind::kPreposition) |
                              1u << static_cast<int>(GroupKind::kAdjective) |
                              1u << static_cast<int>(GroupKind::kAdverb) |
                              1u << static_cast<int>(GroupKind::kOther);
  return (kKinds >> static_cast<int>(kind) & 1) != 0;
}

enum class VerbForm : uint8_t {
  kFinite,
  kBase,  // bare infinitive or imperative
  kToInfinitive,
  kGerund,
  kParticiple,  // without an auxiliary: "backed by …"
};

// Without initialisers, as Clause is: see Grouper::Add.
struct alignas(64) Group {
  GroupKind kind;
  bool negative;  // "no", "neither"; of a coordinator: "nor"
  bool plural;    // of noun groups

  // Verb groups.
  VerbForm form;
  bool passive;
  bool copula;  // be, remain, seem … with nothing verbal after it
  bool perfect;
  bool modal;

  uint32_t begin;  // units, half-open
  uint32_t end;
  uint32_t head;  // unit: the noun, main verb, preposition
  int32_t clause;

  // Noun groups.
  int32_t possessor;       // noun group before a possessive clitic
  int32_t next_conjunct;   // "A, B and C": A -> B -> C
  int32_t first_conjunct;  // of B and C: A
  int32_t apposition;      // the group that renames this one
  int32_t preposition;     // the group of the preposition governing it
};

enum class ClauseKind : uint8_t {
  kMain,
  kCoordinate,
  kComplement,  // of a verb, noun or adjective: "said [that] …"
  kRelative,
  kSubordinate,  // if, while, because …
  kInfinitive,
  kGerund,
  kParticiple,
};

struct Clause {
  ClauseKind kind;
  bool object_gap;     // relative clause whose object is the antecedent
  uint8_t depth;       // how many clauses are around it
  int32_t verb;        // group
  int32_t subject;     // noun group, first conjunct
  int32_t governor;    // group: verb, noun, adjective, preposition
  int32_t opener;      // group: subordinator or relative
  int32_t parent;      // clause around it
  int32_t antecedent;  // of a relative clause: noun group
  // Group of the auxiliary before the subject: "nor does Peru support it".
  int32_t auxiliary;
};

struct Syntax {
  UnitVector units;
  ReusedVector<Group> groups;
  ReusedVector<Clause> clauses;
  // What the units may be, all together: a rule that needs a word is passed
  // over in sentences that have none.
  Unit any = {};
  // "Farmers' union: against the levy": the colon that closes a label at the
  // start of the sentence, and the noun group that heads the label; -1 for
  // none.
  int32_t label_end = -1;
  int32_t label = -1;

  const Unit& Head(int32_t group) const { return units[groups[group].head]; }
  bool Is(int32_t group, GroupKind kind) const {
    // No group is -1, which as a large number is none of the sentence's.
    return static_cast<size_t>(group) < groups.size() &&
           groups[group].kind == kind;
  }
  int32_t size() const { return static_cast<int32_t>(groups.size()); }
};

// units -> groups.
void FindGroups(const Lexicon& lexicon, const Text& text, Syntax* syntax);
// groups -> clauses, and the links between groups.
void FindClauses(const Lexicon& lexicon, const Text& text, Syntax* syntax);

}  // namespace stance

#endif  // STANCE_ENGINE_SYNTAX_SYNTAX_H_
