#include "service/engine/syntax/clause_so_far.h"

namespace stance {

namespace pb = lexicon::v1;

void ClauseSoFar::NoteOpener(const Neighbours& at, size_t i) {
  const uint32_t tag = at.Tag(i);
  if (tag & kSubordinator) {
    subjunctive = at.units[i].Has(pb::FUNCTION_ROLE_COMPLEMENTIZER);
  }
  if (!(tag & (kCoordinator | kInterrogative))) {
    size_t subject = at.Before(i);
    if (subject != kNoUnit && (tag & kRelative) && subject > 0 &&
        at.IsComma(subject)) {
      subject = at.Before(subject);
    }
    if (subject != kNoUnit && (at.Tag(subject) & kNominal) &&
        (!has_finite || ((tag & kRelative) && at.IsSaid(subject)))) {
      Owe(at, subject);
    }
  }
  if ((tag & kSubordinator) && !subjunctive && !has_finite && owed == 0) {
    const size_t before = at.Before(i);
    opening = before == kNoUnit || at.IsPunctuation(before) ||
              (at.Tag(before) & kCoordinator) != 0;
  }
  gap = (tag & kRelative) != 0 && (at.Classes(i + 1) & kAnyVerb) == 0;
  clause_had_finite = has_finite;
  has_finite = false;
  coordinated = (tag & kCoordinator) != 0;
}

bool ClauseSoFar::IsInsideGap(const Neighbours& at, size_t before) {
  size_t verb = before;
  if (verb != kNoUnit && (at.Tag(verb) & kNominal)) {
    verb = at.BeforeNounGroup(verb);
  }
  return verb != kNoUnit && (at.Tag(verb) & kAnyVerb) &&
         (at.units[verb].Reads(EntryKind::kReporting) ||
          at.units[verb].Takes(pb::SLOT_THAT_CLAUSE));
}

void ClauseSoFar::NoteFinite(const Neighbours& at, size_t i) {
  const size_t before = at.Before(i);
  const uint32_t tag_before = before == kNoUnit ? 0 : at.Tag(before);
  // "has been", "did not back": one verb.
  const bool continues = (tag_before & kAuxiliary) != 0;
  if (!continues) {
    if (!has_finite && !(coordinated && clause_had_finite)) {
      // "The plan Russia backs failed": backs is not of the plan.
      const size_t antecedent = at.ContactAntecedent(before);
      if (antecedent != kNoUnit && at.VerbAhead(i + 1)) {
        Owe(at, antecedent);
        gap = true;
      }
    } else if (gap && IsInsideGap(at, before)) {
      gap = false;
    } else if (owed > 0 && !(tag_before & kCoordinator)) {
      --owed;
      owed_singular >>= 1;
      owed_plural >>= 1;
    }
  }
  has_finite = true;
}

void ClauseSoFar::Owe(const Neighbours& at, size_t subject) {
  if (owed == 8) return;
  ++owed;
  const auto [singular, plural] = at.NumberOfSubject(subject);
  owed_singular = static_cast<uint8_t>(owed_singular << 1 | (singular ? 1 : 0));
  owed_plural = static_cast<uint8_t>(owed_plural << 1 | (plural ? 1 : 0));
}

}  // namespace stance
