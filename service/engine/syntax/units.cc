#include "service/engine/syntax/units.h"

#include "service/engine/lexicon/reading_classes.h"
#include "service/engine/syntax/unknown_names.h"

namespace stance {
namespace {

// A capital inside a sentence is no sign of a name on these.
constexpr uint32_t kNeverNames = kPronoun | kTime | kTitle | kDeterminer |
                                 kPossessivePronoun | kModal | kNegation;

bool HoldsNoWord(TokenKind kind) {
  return kind == TokenKind::kPunctuation || kind == TokenKind::kQuote ||
         kind == TokenKind::kOther;
}

// What the token alone tells.
void ReadToken(const Lexicon& lexicon, const Text& text, const Token& token,
               Unit* unit) {
  unit->word = token.word;
  if (HoldsNoWord(token.kind)) return;
  const WordInfo& info = lexicon.Word(token.word);
  unit->classes = info.classes;
  unit->lemma = info.lemma;
  unit->functions = info.functions;
  if (token.kind == TokenKind::kNumber) {
    unit->classes |= kNumberWord;
  } else if (unit->classes == 0) {
    unit->classes = lexicon.suffixes.Classes(text.Of(token));
    if (unit->classes == 0) {
      unit->classes = (token.shape & kHasDigit) ? kAdjective | kNoun : kNoun;
    }
  }
}

// What the lexicon's phrase tells that begins at the unit's token.
void ReadMatch(const Lexicon& lexicon, const Token& token, const Match& match,
               Unit* unit) {
  unit->end = match.end;
  Phrase some;
  const Phrase* phrase = &lexicon.phrases[match.phrase];
  if (match.mask != phrase->All()) {
    some = *phrase;
    Summarise(lexicon, match.mask, &some);
    phrase = &some;
  }
  unit->kinds = phrase->kinds;
  unit->slots = phrase->slots;
  unit->person = phrase->person;
  if (match.end - match.begin > 1) {
    unit->classes = phrase->classes;
    unit->functions = 0;
    unit->lemma = lexicon.Word(unit->word).lemma;
    return;
  }
  // A name in capitals is a name, whatever else the word may be.
  const bool name = unit->Reads(EntryKind::kActor) &&
                    (phrase->classes & kProper) != 0 &&
                    (token.shape & kCapitalised) != 0;
  unit->classes = phrase->classes | (name ? 0 : unit->classes);
}

}  // namespace

void MakeUnits(const Lexicon& lexicon, const Text& text,
               const std::vector<Match>& matches, size_t next_match,
               uint32_t begin, uint32_t end, bool headline,
               std::vector<Unit>* units) {
  units->clear();
  const UnknownNames names(lexicon, text, matches, end);
  const Match* match = matches.data() + next_match;
  const Match* const last_match = matches.data() + matches.size();
  for (uint32_t i = begin; i < end;) {
    const Token& token = text.tokens[i];
    Unit& unit = units->emplace_back();
    unit.begin = i;
    unit.end = i + 1;
    ReadToken(lexicon, text, token, &unit);
    while (match != last_match && match->begin < i) ++match;
    const bool matched =
        match != last_match && match->begin == i && match->end <= end;
    const auto index = static_cast<size_t>(match - matches.data());
    if (matched) {
      unit.match = static_cast<int32_t>(index);
      ReadMatch(lexicon, token, *match, &unit);
    } else if (!headline && IsName(token)) {
      // The first word of the sentence or of a quotation is written with a
      // capital whatever it is.
      const bool first =
          i == begin || text.tokens[i - 1].kind == TokenKind::kQuote;
      const bool common =
          first && ((lexicon.Word(token.word).classes & ~kProper) != 0 ||
                    names.IsAdverb(i));
      if (!common && (unit.classes & kNeverNames) == 0) {
        unit.classes = kProper;
        unit.name = true;
        unit.end = names.End(i, index);
      }
      const uint32_t body_end = first ? i : names.BodyEnd(i, index);
      if (body_end > unit.end) {
        unit = Unit{};
        unit.begin = i;
        unit.end = body_end;
        unit.classes = kProper;
        unit.name = true;
      }
    }
    i = unit.end;
  }
}

}  // namespace stance
