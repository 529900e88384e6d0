#include "service/engine/stance/person_names.h"

#include "service/engine/syntax/unknown_names.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

bool ApposedToPersonRole(const SentenceView& view, int32_t group) {
  const int32_t apposition = view.At(group).apposition;
  if (apposition < 0) return false;
  const int32_t agent =
      view.FirstReading(EntryKind::kAgent, view.Head(apposition));
  return agent >= 0 && IsPersonRole(view.lexicon.agents[agent].role);
}

// "Marva Lund | of Ocho Rios", not "Sunset Bank of Ohio": the end of a name of
// two words that are no common ones, and then where somebody is from.
uint32_t NameEnd(const SentenceView& view, const Unit& unit) {
  constexpr uint32_t kName = 2;
  if (!unit.name || unit.end - unit.begin < kName + 2) return unit.end;
  const auto word = [&](uint32_t token) -> const WordInfo& {
    return view.lexicon.Word(view.text.tokens[unit.begin + token].word);
  };
  const bool given = word(0).classes == 0 ||
                     word(0).Has(pb::FUNCTION_ROLE_MASCULINE) ||
                     word(0).Has(pb::FUNCTION_ROLE_FEMININE);
  return given && word(1).classes == 0 &&
                 word(kName).Has(pb::FUNCTION_ROLE_GENITIVE)
             ? unit.begin + kName
             : unit.end;
}

}  // namespace

Mention NameOf(const SentenceView& view, int32_t group,
               const MentionParts& parts) {
  uint32_t first = static_cast<uint32_t>(parts.name_unit);
  const Group& g = view.At(group);
  while (first > g.begin) {
    const Unit& before = view.units[first - 1];
    if (!before.Is(kProper) || before.Is(kTitle) ||
        before.Reads(EntryKind::kAgent) ||
        (before.Reads(EntryKind::kActor) && !before.name)) {
      break;
    }
    --first;
  }
  return view.Span(view.units[first].begin,
                   NameEnd(view, view.units[parts.name_unit]));
}

bool LooksLikePerson(const SentenceView& view, int32_t group,
                     const MentionParts& parts) {
  const Group& g = view.At(group);
  if (parts.agent >= 0 && IsPersonRole(view.lexicon.agents[parts.agent].role)) {
    return true;
  }
  for (uint32_t u = g.begin; u < g.end; ++u) {
    if (view.units[u].Is(kTitle)) return true;
  }
  // "the critic Ann Roe".
  for (uint32_t u = g.begin; u < g.head; ++u) {
    if (view.units[u].person && view.units[u].Is(kAnyNoun)) return true;
  }
  // Two or three capitalised words without "of", and no article before.
  const Unit& unit = view.units[parts.name_unit];
  if (view.units[g.begin].Is(kDeterminer)) return false;
  // "Save Our Shores".
  if (unit.end - unit.begin > 2 &&
      view.lexicon.Word(view.text.tokens[unit.begin + 1].word)
          .Has(pb::FUNCTION_ROLE_FIRST_PLURAL)) {
    return false;
  }
  const Mention span = NameOf(view, group, parts);
  const uint32_t last = NameEnd(view, unit) - 1;
  uint32_t words = 0;
  for (uint32_t t = 0; t < 8; ++t) {
    const uint32_t token = last - t;
    if (token + 1 == 0 || view.text.tokens[token].begin < span.begin) break;
    if ((view.text.tokens[token].shape & kCapitalised) == 0) {
      // "Khalid bin Talal", but "Bank of Lund".
      if (!MayBeParticle(view.text.tokens[token],
                         view.lexicon.Word(view.text.tokens[token].word),
                         /*given=*/true)) {
        return false;
      }
      continue;
    }
    // "Save Our Rivers".
    if (view.lexicon.Word(view.text.tokens[token].word).classes &
        kPossessivePronoun) {
      return false;
    }
    if (view.text.tokens[token].shape & kAllCaps) return false;
    ++words;
    if (token == 0) break;
  }
  if (words >= 2 && words <= 4) return true;
  return words == 1 && ApposedToPersonRole(view, group);
}

bool EndsInCommonNoun(const SentenceView& view, const Mention& name,
                      int32_t group) {
  for (uint32_t t = view.EndToken(group); t-- > view.FirstToken(group);) {
    const Token& token = view.text.tokens[t];
    if (token.end != name.end) continue;
    return token.word != 0 &&
           (view.lexicon.Word(token.word).classes & kAnyNoun) != 0;
  }
  return false;
}

}  // namespace stance
