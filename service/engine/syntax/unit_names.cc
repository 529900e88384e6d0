#include "service/engine/syntax/unit_names.h"

namespace stance {
namespace {

// A capital inside a sentence is no sign of a name on these.
constexpr uint32_t kNeverNames = kPronoun | kTime | kTitle | kDeterminer |
                                 kPossessivePronoun | kModal | kNegation;

// “We …”, "AFP: Does …", "Q. Do …".
bool BeginsBehindMark(const Text& text, uint32_t i) {
  const Token& before = text.tokens[i - 1];
  const char mark = text.source[before.begin];
  return before.kind == TokenKind::kQuote ||
         (before.kind == TokenKind::kPunctuation &&
          (mark == ':' || mark == '.'));
}

}  // namespace

void MakeName(uint32_t begin, uint32_t end, Unit* unit) {
  *unit = {.begin = begin,
           .end = end,
           .classes = kProper,
           .match = -1,
           .name = true};
}

void ReadBody(const UnknownNames& names, size_t next_match, Unit* unit) {
  const uint32_t begin = unit->begin;
  const uint32_t end = names.BodyEnd(begin, next_match);
  if (end <= unit->end) return;
  MakeName(begin, end, unit);
}

void ReadName(const Lexicon& lexicon, const Text& text,
              const UnknownNames& names, size_t next_match, bool opens,
              Unit* unit) {
  const uint32_t i = unit->begin;
  if (names.IsCompound(i)) {
    unit->classes = kAdjective;
    return;
  }
  // The first word of the sentence, of a quotation or behind a label is written
  // with a capital whatever it is.
  const bool first = opens || BeginsBehindMark(text, i);
  const bool common =
      first &&
      ((lexicon.Word(text.tokens[i].word).classes & ~kProper) != 0 ||
       names.HasPlainEnding(i)) &&
      !names.IsAcronym(i);
  const bool given = common && names.IsGivenName(i, next_match);
  if (!first && names.IsTitleCased(i)) return;
  const bool modal = !first && unit->classes == kModal && names.IsGivenModal(i);
  if (((!common || given) && (unit->classes & kNeverNames) == 0) || modal ||
      names.IsGivenMonth(i, opens)) {
    unit->classes = kProper;
    unit->name = true;
    unit->end = names.End(i, next_match);
  }
  if (!first) ReadBody(names, next_match, unit);
}

void ReadJoinedName(const UnknownNames& names, size_t next_match, bool opens,
                    Unit* unit) {
  const uint32_t begin = unit->begin;
  if (names.IsJoined(unit->end, next_match)) {
    MakeName(begin, names.End(unit->end - 1, next_match), unit);
    return;
  }
  const bool somebody =
      unit->Reads(EntryKind::kActor) || unit->Reads(EntryKind::kAgent);
  const uint32_t end =
      somebody ? names.CauseOf(begin, unit->end, next_match)
               : names.CauseEnd(begin, unit->end, opens, next_match);
  if (end > unit->end) MakeName(begin, end, unit);
}

}  // namespace stance
