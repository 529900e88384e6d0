// Numbers, as the tagger asks of them: times of day, years, counts that are not
// exact.

#include <string_view>

#include "service/engine/syntax/tag_rules.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "(About) 40 residents oppose": the counted noun group has its verb right
// behind it.
bool CountedSubjectAhead(const Neighbours& at, size_t i) {
  constexpr uint32_t kInside =
      kAnyNoun | kAdjective | kNumberWord | kQuantifier | kDeterminer;
  for (const size_t end = i + 7; i < at.units.size() && i < end; ++i) {
    const uint32_t c = at.Classes(i);
    const bool verb = (c & (kFiniteVerb | kVerbBase)) != 0;
    if (verb && (!(c & kInside) || (at.Classes(i - 1) & kNounPlural))) {
      return true;
    }
    if (!(c & kInside) && !at.units[i].Has(pb::FUNCTION_ROLE_GENITIVE)) {
      return false;
    }
  }
  return false;
}

}  // namespace

bool CountsPhraseOfTime(const Neighbours& at, size_t i) {
  if (i + 1 >= at.units.size()) return false;
  const Unit& phrase = at.units[i + 1];
  return phrase.Reads(EntryKind::kModifier) && phrase.end - phrase.begin > 1 &&
         (at.lexicon.Word(phrase.word).classes & kTime) != 0;
}

bool IsClock(const Neighbours& at, size_t i) {
  const Token& token = at.text.tokens[at.units[i].begin];
  const std::string_view written = at.text.Of(token);
  const size_t colon = written.find(':');
  return token.kind == TokenKind::kNumber && colon != std::string_view::npos &&
         colon > 0 && colon <= 2 && written.size() == colon + 3;
}

bool IsYear(const Neighbours& at, size_t i) {
  const Token& token = at.text.tokens[at.units[i].begin];
  return i >= 2 && token.end - token.begin == 4 && at.IsComma(i - 1) &&
         (at.Tag(i - 2) & (kNumberWord | kTime)) &&
         (at.text.source[token.begin] == '1' ||
          at.text.source[token.begin] == '2');
}

bool IsApproximate(const Neighbours& at, size_t i) {
  if (!(at.Classes(i + 1) & kNumberWord)) return false;
  const auto opens = [&](size_t j) {
    return j == 0 || at.Tag(j - 1) == 0 ||
           (at.Tag(j - 1) & (kPreposition | kCoordinator | kSubordinator)) != 0;
  };
  if (at.Classes(i) & kTo) {
    return i > 0 && (at.Tag(i - 1) & (kAdverb | kAdjective)) &&
           (at.units[i - 1].Has(pb::FUNCTION_ROLE_PARTICLE) ||
            (at.Tag(i - 1) & kAdjective)) &&
           opens(i - 1);
  }
  const Unit& unit = at.units[i];
  return unit.Has(pb::FUNCTION_ROLE_TARGET_PREPOSITION) && opens(i) &&
         !unit.Has(pb::FUNCTION_ROLE_INSTRUMENT) &&
         !unit.Has(pb::FUNCTION_ROLE_GENITIVE) &&
         !unit.Has(pb::FUNCTION_ROLE_SPOKEN_FOR) &&
         !unit.Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION) &&
         (i > 0 && (at.Tag(i - 1) & kPreposition)
              ? true
              : CountedSubjectAhead(at, i + 1));
}

}  // namespace stance
