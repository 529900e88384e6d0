#include "service/engine/syntax/units.h"

#include "service/engine/lexicon/reading_classes.h"
#include "service/engine/syntax/unknown_names.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// A capital inside a sentence is no sign of a name on these.
constexpr uint32_t kNeverNames = kPronoun | kTime | kTitle | kDeterminer |
                                 kPossessivePronoun | kModal | kNegation;

bool HoldsWord(TokenKind kind) {
  return kind == TokenKind::kWord || kind == TokenKind::kClitic ||
         kind == TokenKind::kNumber;
}

char MarkOf(const Text& text, const Token& token) {
  if (token.kind != TokenKind::kQuote) return text.source[token.begin];
  return (token.shape & kOpensQuote) != 0 ? kOpeningMark : kClosingMark;
}

void MakeName(uint32_t begin, uint32_t end, Unit* unit) {
  *unit = {.begin = begin,
           .end = end,
           .classes = kProper,
           .match = -1,
           .name = true};
}

// What the ending of an unknown word tells; without one it is a noun.
void ReadEnding(const Lexicon& lexicon, const Text& text, const Token& token,
                Unit* unit) {
  const SuffixTable::Reading ending = lexicon.suffixes.Read(text.Of(token));
  unit->functions |= ending.functions;
  unit->classes = ending.classes;
  if (unit->classes == 0) {
    unit->classes = (token.shape & kHasDigit) ? kAdjective | kNoun : kNoun;
  }
}

// What the lexicon's phrase tells that begins at the unit's token.
void ReadMatch(const Lexicon& lexicon, const Text& text, const Match& match,
               Unit* unit) {
  constexpr uint64_t kOfEnding = uint64_t{1}
                                 << (pb::FUNCTION_ROLE_PERSON_SUFFIX - 1);
  constexpr uint64_t kQuantity = uint64_t{1}
                                 << (pb::FUNCTION_ROLE_QUANTITY - 1);
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
    // "per cent", "all but two": a phrase that is nothing else is a quantity.
    const bool plain =
        !unit->Reads(EntryKind::kAgent) && !unit->Reads(EntryKind::kActor) &&
        !unit->Reads(EntryKind::kCue) && !unit->Reads(EntryKind::kIssue);
    unit->functions = lexicon.Word(text.tokens[match.end - 1].word).functions &
                      (plain ? kOfEnding | kQuantity : kOfEnding);
    // "at least | a token rise": said of the noun group, no part of it.
    if (plain && (unit->functions & kQuantity) != 0 &&
        match.end < text.tokens.size() &&
        lexicon.Word(text.tokens[match.end].word)
            .Has(pb::FUNCTION_ROLE_INDEFINITE)) {
      unit->classes = kAdverb;
      unit->functions = 0;
    }
    unit->lemma = lexicon.Word(unit->word).lemma;
    return;
  }
  // A name in capitals is a name, whatever else the word may be.
  const bool name = unit->Reads(EntryKind::kActor) &&
                    (phrase->classes & kProper) != 0 &&
                    (text.tokens[match.begin].shape & kCapitalised) != 0;
  unit->classes = phrase->classes | (name ? 0 : unit->classes);
}

bool IsOffice(const Lexicon& lexicon, const Match& match) {
  bool office = false;
  ForEachReading(lexicon, match, [&](const EntryRef& ref) {
    if (ref.kind != EntryKind::kAgent) return;
    const pb::AgentRole role = lexicon.agents[ref.index].role;
    office |= role == pb::AGENT_ROLE_OFFICIAL ||
              role == pb::AGENT_ROLE_EXECUTIVE || role == pb::AGENT_ROLE_BODY;
  });
  return office;
}

bool IsOnlyCue(const Unit& unit) {
  return unit.Reads(EntryKind::kCue) && !unit.Reads(EntryKind::kAgent) &&
         !unit.Reads(EntryKind::kActor) && !unit.Reads(EntryKind::kIssue);
}

// "the Planning and Zoning Commission" is one name.
void ReadBody(const UnknownNames& names, size_t next_match, Unit* unit) {
  const uint32_t begin = unit->begin;
  const uint32_t end = names.BodyEnd(begin, next_match);
  if (end <= unit->end) return;
  MakeName(begin, end, unit);
}

// “We …”, "AFP: Does …", "Q. Do …".
bool BeginsBehindMark(const Text& text, uint32_t i) {
  const Token& before = text.tokens[i - 1];
  const char mark = text.source[before.begin];
  return before.kind == TokenKind::kQuote ||
         (before.kind == TokenKind::kPunctuation &&
          (mark == ':' || mark == '.'));
}

// A capitalised word that no match begins at may be, or begin, a name.
void ReadName(const Lexicon& lexicon, const Text& text,
              const UnknownNames& names, size_t next_match, bool opens,
              Unit* unit) {
  const uint32_t i = unit->begin;
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
  if ((!common || given) && (unit->classes & kNeverNames) == 0) {
    unit->classes = kProper;
    unit->name = true;
    unit->end = names.End(i, next_match);
  }
  if (!first) ReadBody(names, next_match, unit);
}

}  // namespace

size_t MakeUnits(const Lexicon& lexicon, const Text& text,
                 const std::vector<Match>& matches, size_t next_match,
                 uint32_t begin, uint32_t end, UnitVector* units, Unit* any) {
  // Room for as many as there can be; what is not used of it is cut at the end.
  units->resize(end - begin);
  Unit* free = units->data();
  uint32_t classes = 0;
  uint64_t functions = 0;
  uint8_t kinds = 0;
  const UnknownNames names(lexicon, text, matches, end);
  const Token* const tokens = text.tokens.data();
  constexpr uint32_t kNoMatch = static_cast<uint32_t>(-1);
  const Match* match = matches.data() + next_match;
  const Match* const last_match = matches.data() + matches.size();
  const auto index = [&] {
    return static_cast<size_t>(match - matches.data());
  };
  const auto begin_of = [last_match](const Match* m) {
    return m != last_match ? m->begin : kNoMatch;
  };
  uint32_t match_begin = begin_of(match);
  while (match_begin < begin) match_begin = begin_of(++match);
  uint32_t rest = kNoMatch;
  for (uint32_t i = begin; i < end;) {
    const Token& token = tokens[i];
    Unit& unit = *free++;
    const bool word = HoldsWord(token.kind);
    const bool name = IsName(token);
    if (word) {
      const WordInfo& info = lexicon.Word(token.word);
      const uint32_t number =
          token.kind == TokenKind::kNumber ? uint32_t{kNumberWord} : 0;
      unit = {.begin = i,
              .end = i + 1,
              .classes = info.classes | number,
              .word = token.word,
              .lemma = info.lemma,
              .match = -1,
              .functions = info.functions,
              .resumes = i == rest};
      // Nothing else is to be told of most.
      if (!name && match_begin > i && unit.classes != 0) {
        classes |= unit.classes;
        functions |= unit.functions;
        ++i;
        continue;
      }
    } else {
      unit = {.begin = i,
              .end = i + 1,
              .word = token.word,
              .match = -1,
              .resumes = i == rest,
              .mark = MarkOf(text, token)};
      if (match_begin > i) {
        ++i;
        continue;
      }
    }
    if (match_begin == i && match->end <= end) {
      unit.match = static_cast<int32_t>(index());
      if (word && unit.classes == 0) ReadEnding(lexicon, text, token, &unit);
      ReadMatch(lexicon, text, *match, &unit);
      if (name) {
        if (i > begin) {
          ReadBody(names, index(), &unit);
        } else if (unit.end == i + 1 && IsOnlyCue(unit) &&
                   (names.IsGivenName(i, index()) || names.IsAcronym(i))) {
          // "Grant Drinkwater opposed it".
          MakeName(i, names.End(i, index()), &unit);
        }
      }
      if (match->rest != 0) rest = match->rest;
    } else if (word) {
      if (name) ReadName(lexicon, text, names, index(), i == begin, &unit);
      if (unit.classes == 0) ReadEnding(lexicon, text, token, &unit);
    }
    // "Mrs May", "Mr Baker"; but "Mr Speaker".
    if (name && i > begin && free[-2].classes == kTitle && unit.end == i + 1 &&
        (unit.classes & kProper) == 0 &&
        !(unit.match >= 0 && IsOffice(lexicon, matches[unit.match]))) {
      MakeName(i, names.End(i, index()), &unit);
    }
    classes |= unit.classes;
    functions |= unit.functions;
    kinds |= unit.kinds;
    i = unit.end;
    while (match_begin < i) match_begin = begin_of(++match);
  }
  units->resize(static_cast<size_t>(free - units->data()));
  any->classes = classes;
  any->functions = functions;
  any->kinds = kinds;
  return index();
}

}  // namespace stance
