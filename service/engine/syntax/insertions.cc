// What is set into a clause: "the plan, the minister | said, is a mistake",
// "will not, however, | back it", "could not in good faith | back it".

#include <algorithm>

#include "service/engine/syntax/clause_builder.h"

namespace stance {

bool CommaBetween(const ClauseBuilder& b, int32_t from, int32_t to) {
  for (int32_t j = from + 1; j < to; ++j) {
    if (b.Is(j, GroupKind::kComma) || b.Is(j, GroupKind::kQuote)) return true;
  }
  return false;
}

namespace {

// The phrase of verb i ends in a comma, and a finite verb follows it: "said the
// minister, is …", "said the minister, Ann Roe, is …".
bool VerbAfterInsertion(const ClauseBuilder& b, int32_t i) {
  constexpr int32_t kLongest = 8;
  int32_t end = i + kLongest;
  bool renamed = false;
  for (int32_t j = i + 1; j < b.size && j < end; ++j) {
    if (b.Is(j, GroupKind::kComma)) {
      const int32_t next = b.After(j);
      if (b.Is(next, GroupKind::kVerb)) {
        return b.groups[next].form == VerbForm::kFinite ||
               b.groups[next].form == VerbForm::kBase;
      }
      // Once, and right behind the verb.
      if (renamed || !b.Is(next, GroupKind::kNoun) || j == i + 1) return false;
      renamed = true;
      end = j + kLongest;
      continue;
    }
    if (!StandsInPhrase(b.groups[j].kind)) return false;
  }
  return false;
}

// A word that denies stands in the verb group or right behind it.
bool Denied(const ClauseBuilder& b, int32_t verb) {
  const int32_t last = b.Is(verb + 1, GroupKind::kAdverb) ? verb + 1 : verb;
  for (uint32_t u = b.groups[verb].begin; u < b.groups[last].end; ++u) {
    if (b.units[u].MayDeny()) return true;
  }
  return false;
}

}  // namespace

bool TakeInserted(ClauseBuilder& b, int32_t i) {
  if (!VerbAfterInsertion(b, i)) return false;
  int32_t subject = b.SubjectLeft(i);
  int32_t start = subject;
  if (b.Is(i - 1, GroupKind::kComma) || b.Is(i - 1, GroupKind::kQuote)) {
    // "The plan, said the minister, …".
    start = i;
    subject = i + 1;
    while (b.Possesses(subject) && b.Is(subject + 2, GroupKind::kNoun)) {
      subject += 2;
    }
    if (!b.Is(subject, GroupKind::kNoun)) return false;
  } else {
    if (subject <= b.Current().subject) return false;
    start = b.FirstOfPossessors(start);
  }
  const int32_t comma = b.Before(start);
  if (!b.Is(comma, GroupKind::kComma)) return false;
  // "Cui, director of the institute, told …" is no insertion.
  if (CommaBetween(b, b.Current().subject, comma)) return false;
  b.Open(ClauseKind::kMain, -1);
  b.Current().subject = subject;
  b.Current().verb = i;
  b.MarkGroups(start, i);
  return true;
}

bool TakeSaidBehindAside(ClauseBuilder& b, int32_t i) {
  const Clause& aside = b.Current();
  const int32_t speaker = aside.antecedent;
  if (!b.Is(i - 1, GroupKind::kComma) || aside.kind != ClauseKind::kRelative ||
      aside.verb < 0 || aside.parent < 0 || speaker < 0 ||
      b.clauses[aside.parent].verb < 0 ||
      !b.Is(speaker + 1, GroupKind::kComma)) {
    return false;
  }
  const int32_t before = b.FirstOfPossessors(speaker) - 1;
  if (!b.Is(before, GroupKind::kQuote) && !b.Is(before, GroupKind::kComma)) {
    return false;
  }
  b.current = b.Root(b.current);
  b.Open(ClauseKind::kMain, -1);
  b.Current().subject = speaker;
  b.Current().verb = i;
  b.MarkGroups(speaker, speaker + 1);
  return true;
}

bool GoesOnBehindSpeech(const ClauseBuilder& b, int32_t i) {
  const Clause& says = b.clauses[b.current];
  if (says.kind != ClauseKind::kMain || says.parent < 0 || says.verb < 0 ||
      says.subject < 0 || !b.Head(says.verb).Reads(EntryKind::kReporting) ||
      b.Head(i).Reads(EntryKind::kReporting)) {
    return false;
  }
  const int32_t closing = b.Before(b.Before(i));
  if (!b.Is(closing, GroupKind::kComma) ||
      b.Before(closing) != std::max(says.verb, says.subject)) {
    return false;
  }
  const int32_t start = b.FirstOfPossessors(std::min(says.verb, says.subject));
  // Behind a quotation the speaker goes on.
  if (!b.Is(start - 1, GroupKind::kComma)) return false;
  const Clause& said = b.clauses[says.parent];
  if (said.subject < 0 || said.verb < 0 || said.verb > start) return false;
  // "The plan is wrong, the mayor said, and | demanded a vote".
  const Unit& subject = b.Head(said.subject);
  return subject.Is(kProper | kPronoun) || subject.Reads(EntryKind::kActor) ||
         subject.Reads(EntryKind::kAgent);
}

bool TakeBehindInsertion(ClauseBuilder& b, int32_t i) {
  const int32_t auxiliary = b.Current().verb;
  if (auxiliary < 0 || !b.Is(i - 1, GroupKind::kComma)) return false;
  const Unit& head = b.Head(auxiliary);
  Group& verb = b.groups[i];
  if (!head.Is(kModal | kHave | kDo) || verb.modal ||
      verb.form == VerbForm::kToInfinitive || verb.form == VerbForm::kGerund ||
      b.Head(i).Is(kHave | kBe | kDo)) {
    return false;
  }
  constexpr int32_t kLongest = 9;
  int32_t opening = auxiliary + 1;
  while (b.Is(opening, GroupKind::kAdverb)) ++opening;
  if (!b.Is(opening, GroupKind::kComma) || opening + 1 >= i - 1 ||
      i - opening > kLongest) {
    return false;
  }
  for (int32_t j = opening + 1; j < i - 1; ++j) {
    if (!b.Is(j, GroupKind::kAdverb) && !b.Is(j, GroupKind::kPreposition) &&
        !b.Is(j, GroupKind::kNoun)) {
      return false;
    }
  }
  verb.form = VerbForm::kFinite;
  verb.passive = false;
  verb.perfect = head.Is(kHave);
  verb.modal = head.Is(kModal);
  b.Current().auxiliary = auxiliary;
  b.Current().verb = i;
  return true;
}

bool TakeBehindPhrase(ClauseBuilder& b, int32_t i) {
  const int32_t auxiliary = b.Current().verb;
  constexpr int32_t kLongest = 7;
  if (auxiliary < 0 || i < auxiliary + 3 || i - auxiliary > kLongest ||
      !b.Head(auxiliary).Is(kDo | kHave | kModal) || b.groups[i].modal ||
      b.Head(i).Is(kHave | kBe | kDo)) {
    return false;
  }
  // Only phrases stand between them.
  bool time = true;
  int32_t phrase = auxiliary + 1;
  while (b.Is(phrase, GroupKind::kAdverb)) ++phrase;
  while (phrase < i) {
    if (!b.Is(phrase, GroupKind::kPreposition) ||
        !b.Is(phrase + 1, GroupKind::kNoun)) {
      return false;
    }
    time &= b.IsTime(phrase + 1) || b.Head(phrase + 1).Is(kNumberWord);
    phrase += 2;
  }
  if (phrase != i) return false;
  Group& verb = b.groups[i];
  if (b.Head(auxiliary).Is(kHave)) {
    // "has in its ranks trained nurses": without a denial or a time it is what
    // somebody has.
    if ((verb.form != VerbForm::kParticiple && b.Head(i).tag != kVerbPast) ||
        !(time || Denied(b, auxiliary))) {
      return false;
    }
    verb.perfect = true;
  } else if (verb.form != VerbForm::kBase) {
    return false;
  }
  verb.form = VerbForm::kFinite;
  verb.passive = false;
  verb.modal = b.Head(auxiliary).Is(kModal);
  b.Current().auxiliary = auxiliary;
  b.Current().verb = i;
  return true;
}

}  // namespace stance
