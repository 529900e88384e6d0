// Verb groups: a verb with its auxiliaries and the adverbs among them.

#include "service/engine/syntax/grouper.h"

namespace stance {

namespace pb = lexicon::v1;

// (to) (modal | auxiliary | has to | adverb)* verb
uint32_t Grouper::VerbGroup(uint32_t begin) {
  bool to = false;
  const uint32_t probe =
      Is(begin, kTo | kAdverb | kNegation) ? SkipToVerb(begin, &to) : begin;
  if (!Is(probe, kAuxiliary | kAnyVerb)) return 0;
  bool be = false, have = false, has_do = false, modal = false;
  uint32_t head = probe;
  uint32_t first_verb = probe;
  uint32_t end = probe;
  uint32_t i = probe;
  while (i < size_) {
    if (IsToModal(i)) {
      be = have = has_do = false;
      modal = true;
      head = i;
      end = i += 2;
      continue;
    }
    const uint32_t tag = units_[i].tag;
    if (tag & kAuxiliary) {
      if (tag & kBe) be = true;
      if (tag & kHave) have = true;
      if (tag & kDo) has_do = true;
      if (tag & kModal) modal = true;
      head = i;
      end = ++i;
      // Do and have stand as main verbs where no verb follows.
      continue;
    }
    // was "deeply concerned".
    if (tag == 0 ? IsOpeningQuote(i) : IsAdverbial(i)) {
      uint32_t after = i;
      while (IsAdverbial(after) || (after == i && IsOpeningQuote(after))) {
        ++after;
      }
      if (Is(after, kAuxiliary) ||
          (Is(after, kAnyVerb) &&
           Continues(after, be, have, has_do, modal, to, end == begin))) {
        i = after;
        continue;
      }
      break;
    }
    if (tag & kAnyVerb) {
      if (end > first_verb &&
          !Continues(i, be, have, has_do, modal, to, false)) {
        break;
      }
      head = i;
      end = i + 1;
    }
    break;
  }
  if (end <= probe) return 0;
  Group& group = Add(GroupKind::kVerb, begin, end, head);
  const uint32_t tag = units_[head].tag;
  const bool auxiliary_head = (tag & kAuxiliary) != 0;
  const uint32_t first = units_[first_verb].tag;
  group.modal = modal;
  group.perfect = have && !auxiliary_head;
  group.passive =
      !auxiliary_head && be && (tag & kVerbParticiple) && !(tag & kVerbGerund);
  // "has yet to call": the phrase that denies holds the finite verb.
  if (to && begin < first_verb &&
      (lexicon_.Word(units_[begin].word).classes & kHave) != 0) {
    group.form = VerbForm::kFinite;
    return end;
  }
  if (to) {
    group.form = VerbForm::kToInfinitive;
  } else if (modal || (first & (kFiniteVerb)) ||
             ((first & kAuxiliary) && (first & (kVerbThird | kVerbPast)))) {
    group.form = VerbForm::kFinite;
  } else if (first & kVerbGerund) {
    group.form = VerbForm::kGerund;
  } else if ((first & kVerbParticiple) && !(first & kAuxiliary)) {
    group.form = VerbForm::kParticiple;
    group.passive = true;
  } else if (first & kVerbBase) {
    group.form = (first & (kHave | kDo | kBe)) && end - probe > 1
                     ? VerbForm::kFinite
                     : VerbForm::kBase;
  }
  if ((units_[head].tag & kBe) != 0) group.copula = true;
  if (units_[head].Has(pb::FUNCTION_ROLE_COPULA)) group.copula = true;
  return end;
}

uint32_t Grouper::SkipToVerb(uint32_t begin, bool* to) const {
  uint32_t i = begin;
  if (Is(i, kTo)) {
    *to = true;
    ++i;
    if (IsOpeningQuote(i)) ++i;
  }
  // An adverb may stand first: "strongly condemned", "not to sign".
  uint32_t probe = i;
  while (IsAdverbial(probe)) ++probe;
  if (probe > i && i > begin + 1 && IsQuote(probe)) ++probe;
  if (Is(probe, kTo) && !*to) {
    *to = true;
    ++probe;
    while (IsAdverbial(probe)) ++probe;
  }
  return probe;
}

bool Grouper::IsQuote(uint32_t i) const {
  return i < size_ && units_[i].tag == 0 && units_[i].IsQuote();
}

bool Grouper::IsOpeningQuote(uint32_t i) const {
  return i < size_ && units_[i].tag == 0 && units_[i].mark == kOpeningMark;
}

bool Grouper::IsToModal(uint32_t i) const {
  return units_[i].Has(pb::FUNCTION_ROLE_TO_MODAL) &&
         Is(i, kAuxiliary | kAnyVerb) && Is(i + 1, kTo) && Is(i + 2, kVerbBase);
}

bool Grouper::Continues(uint32_t i, bool be, bool have, bool has_do, bool modal,
                        bool to, bool first) const {
  if (first) return true;
  const uint32_t tag = units_[i].tag;
  if (be) return (tag & (kVerbParticiple | kVerbGerund)) != 0;
  if (have) return (tag & kVerbParticiple) != 0;
  if (has_do || modal || to) return (tag & kVerbBase) != 0;
  return true;
}

}  // namespace stance
