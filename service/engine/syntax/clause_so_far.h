// What the tagger knows of the clause that it is in: has it a finite verb, and
// do clauses around it still wait for theirs?
//
// "The minister who backed the plan resigned": at "who" the minister is owed a
// verb; "backed" is the relative clause's own, "resigned" pays the debt.

#ifndef STANCE_ENGINE_SYNTAX_CLAUSE_SO_FAR_H_
#define STANCE_ENGINE_SYNTAX_CLAUSE_SO_FAR_H_

#include <cstddef>
#include <cstdint>

#include "service/engine/syntax/neighbours.h"

namespace stance {

struct ClauseSoFar {
  bool has_finite = false;
  // The same of the part before the last "and", "who" or "if".
  bool clause_had_finite = false;
  // In a clause opened by "that", where a bare form can be a finite verb.
  bool subjunctive = false;
  // The rule that answers with a base form says that it is a finite verb.
  bool finite_base = false;
  // In a relative clause that lacks its object: "(the bill) that the mayor …".
  bool gap = false;
  // The part began at "and".
  bool coordinated = false;
  // The sentence opens with this clause; behind its comma the main one begins:
  // "When talks resumed, Peru …".
  bool opening = false;
  // Clauses around this one whose verb is still to come, at most 8.
  uint8_t owed = 0;
  // One bit a clause owed, the innermost lowest: what its subject may be; both
  // in "a group of farmers who".
  uint8_t owed_singular = 0;
  uint8_t owed_plural = 0;

  // The clause has its verb and one around it waits for its own.
  bool Owes() const { return owed > 0 && has_finite; }
  bool OwedToSingular() const { return (owed_singular & 1) != 0; }
  bool OwedToPlural() const { return (owed_plural & 1) != 0; }
  // A verb found here would be the first of its clause.
  bool Open() const { return !has_finite || owed > 0; }

  // Takes note of the tag that unit i was given.
  void Note(const Neighbours& at, size_t i) {
    constexpr uint32_t kOpens =
        kSubordinator | kRelative | kCoordinator | kInterrogative;
    constexpr uint32_t kVerbs = kModal | kFiniteVerb | kVerbBase;
    const Unit& unit = at.units[i];
    if (unit.tag == 0) {
      NoteMark(unit.mark);
    } else if ((unit.tag & (kOpens | kVerbs)) == 0) {
      return;
    } else if ((unit.tag & kOpens) != 0) {
      NoteOpener(at, i);
    } else if (IsFinite(unit.tag)) {
      NoteFinite(at, i);
    }
  }

 private:
  void NoteMark(char mark) {
    if (mark == ';' || mark == ':') {
      has_finite = false;
      owed = 0;
    } else if (mark == ',' && opening && has_finite) {
      has_finite = false;
      clause_had_finite = false;
      opening = false;
    }
  }
  bool IsFinite(uint32_t tag) const {
    const bool verb = (tag & kFiniteVerb) != 0;
    return (tag & kModal) != 0 || (verb && (tag & kVerbParticiple) == 0) ||
           (verb && (tag & (kBe | kHave | kDo)) != 0) ||
           (finite_base && (tag & kVerbBase) != 0);
  }
  // "(the bill that) the mayor says she | will veto": the noun group or verb
  // that ends at `before` stands behind a verb that takes a clause.
  static bool IsInsideGap(const Neighbours& at, size_t before);
  void NoteOpener(const Neighbours& at, size_t i);
  void Owe(const Neighbours& at, size_t subject);
  void NoteFinite(const Neighbours& at, size_t i);
};

}  // namespace stance

#endif  // STANCE_ENGINE_SYNTAX_CLAUSE_SO_FAR_H_
