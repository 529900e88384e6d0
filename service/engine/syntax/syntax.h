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
#include <vector>

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

enum class VerbForm : uint8_t {
  kFinite,
  kBase,  // bare infinitive or imperative
  kToInfinitive,
  kGerund,
  kParticiple,  // without an auxiliary: "backed by …"
};

struct alignas(64) Group {
  GroupKind kind = GroupKind::kOther;
  uint32_t begin = 0;  // units, half-open
  uint32_t end = 0;
  uint32_t head = 0;  // unit: the noun, main verb, preposition
  int32_t clause = -1;

  // Noun groups.
  int32_t possessor = -1;       // noun group before a possessive clitic
  int32_t next_conjunct = -1;   // "A, B and C": A -> B -> C
  int32_t first_conjunct = -1;  // of B and C: A
  int32_t apposition = -1;      // the group that renames this one
  int32_t preposition = -1;     // the group of the preposition governing it
  bool negative = false;        // "no", "neither"; of a coordinator: "nor"
  bool plural = false;

  // Verb groups.
  VerbForm form = VerbForm::kFinite;
  bool passive = false;
  bool copula = false;  // be, remain, seem … with nothing verbal after it
  bool perfect = false;
  bool modal = false;
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
  ClauseKind kind = ClauseKind::kMain;
  int32_t verb = -1;        // group
  int32_t subject = -1;     // noun group, first conjunct
  int32_t governor = -1;    // group: verb, noun, adjective, preposition
  int32_t opener = -1;      // group: subordinator or relative
  int32_t parent = -1;      // clause around it
  int32_t antecedent = -1;  // of a relative clause: noun group
  // Group of the auxiliary before the subject: "nor does Peru support it".
  int32_t auxiliary = -1;
  bool object_gap = false;  // relative clause whose object is the antecedent
};

struct Syntax {
  std::vector<Unit> units;
  std::vector<Group> groups;
  std::vector<Clause> clauses;
  // What the units may be, all together: a rule that needs a word is passed
  // over in sentences that have none.
  Unit any;
  // "Farmers' union: against the levy": the colon that closes a label at the
  // start of the sentence, and the noun group that heads the label; -1 for
  // none.
  int32_t label_end = -1;
  int32_t label = -1;

  const Unit& Head(int32_t group) const { return units[groups[group].head]; }
  bool Is(int32_t group, GroupKind kind) const {
    return group >= 0 && groups.begin() + group < groups.end() &&
           groups[group].kind == kind;
  }
  int32_t size() const { return static_cast<int32_t>(groups.size()); }
  void Clear() {
    units.clear();
    groups.clear();
    clauses.clear();
  }
};

// units -> groups.
void FindGroups(const Lexicon& lexicon, const Text& text, Syntax* syntax);
// groups -> clauses, and the links between groups.
void FindClauses(const Lexicon& lexicon, const Text& text, Syntax* syntax);

}  // namespace stance

#endif  // STANCE_ENGINE_SYNTAX_SYNTAX_H_
