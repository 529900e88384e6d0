#include "service/engine/syntax/units.h"

#include "service/engine/lexicon/reading_classes.h"
#include "service/engine/syntax/seen_surnames.h"
#include "service/engine/syntax/unit_names.h"
#include "service/engine/syntax/unknown_names.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

bool HoldsWord(TokenKind kind) {
  return kind == TokenKind::kWord || kind == TokenKind::kClitic ||
         kind == TokenKind::kNumber;
}

// A sentence begins with the word, which has its capital from that alone: words
// of these classes are no given names, and only acronyms are all in capitals.
bool OpensPlainly(const Token& token, const WordInfo& info) {
  uint32_t given = kNoun | kVerbBase | kProper | kAdjective;
  // "June Abbott".
  if (info.Has(pb::FUNCTION_ROLE_FEMININE) ||
      info.Has(pb::FUNCTION_ROLE_MASCULINE)) {
    given |= kTime;
  }
  return (info.classes & ~given) != 0 && (token.shape & kAllCaps) == 0;
}

char MarkOf(const Text& text, const Token& token) {
  if (token.kind != TokenKind::kQuote) return text.source[token.begin];
  return (token.shape & kOpensQuote) != 0 ? kOpeningMark : kClosingMark;
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

// What the readings tell of the lexicon's phrase that begins at the unit's
// token.
void ReadMatch(const Lexicon& lexicon, const Text& text, const Match& match,
               const Phrase& phrase, Unit* unit) {
  constexpr uint64_t kOfEnding = uint64_t{1}
                                 << (pb::FUNCTION_ROLE_PERSON_SUFFIX - 1);
  constexpr uint64_t kQuantity = uint64_t{1}
                                 << (pb::FUNCTION_ROLE_QUANTITY - 1);
  unit->end = match.end;
  unit->kinds = phrase.kinds;
  unit->slots = phrase.slots;
  unit->person = phrase.person;
  unit->addressee = phrase.addressee;
  if (match.end - match.begin > 1) {
    unit->classes = phrase.classes;
    // "can live with", "will not hear of": finite, whoever the subject is; of
    // "would rather go" the verb comes behind.
    if ((phrase.classes & kVerbBase) && !unit->Takes(pb::SLOT_INFINITIVE) &&
        (lexicon.Word(text.tokens[match.begin].word).classes & kModal)) {
      unit->classes = (unit->classes & ~kAnyVerb) | kVerbPast;
    }
    // "per cent", "all but two": a phrase that is nothing else is a quantity.
    const bool plain =
        !unit->Reads(EntryKind::kAgent) && !unit->Reads(EntryKind::kActor) &&
        !unit->Reads(EntryKind::kCue) && !unit->Reads(EntryKind::kIssue);
    const WordInfo& last = lexicon.Word(text.tokens[match.end - 1].word);
    unit->functions =
        last.functions & (plain ? kOfEnding | kQuantity : kOfEnding);
    // "at least | a token rise": said of the noun group, no part of it; "has at
    // least | agreed".
    if (plain &&
        ((unit->functions & kQuantity) != 0 ||
         (unit->classes == kNoun && (last.classes & kNoun) == 0)) &&
        match.end < text.tokens.size()) {
      const WordInfo& next = lexicon.Word(text.tokens[match.end].word);
      const bool verb = (next.classes & (kFiniteVerb | kVerbParticiple)) != 0 &&
                        (next.classes & (kAnyNoun | kNumberWord)) == 0 &&
                        (unit->functions & kQuantity) == 0 &&
                        (last.classes & (kNumberWord | kAnyVerb)) == 0;
      if (next.Has(pb::FUNCTION_ROLE_INDEFINITE) || verb) {
        unit->classes = kAdverb;
        unit->functions = 0;
      }
    }
    unit->lemma = lexicon.Word(unit->word).lemma;
    return;
  }
  // A name in capitals is a name, whatever else the word may be.
  const bool name = unit->Reads(EntryKind::kActor) &&
                    (phrase.classes & kProper) != 0 &&
                    (text.tokens[match.begin].shape & kCapitalised) != 0;
  unit->classes = phrase.classes | (name ? 0 : unit->classes);
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

// A unit of one token, and nothing told of it yet. Member by member: an
// initialiser would clear the rest of the cache line, too.
void MakeToken(uint32_t i, WordId word, Unit* unit) {
  unit->begin = i;
  unit->end = i + 1;
  unit->classes = 0;
  unit->lemma = 0;
  unit->word = word;
  unit->match = -1;
  unit->tag = 0;
  unit->slots = 0;
  unit->functions = 0;
  unit->kinds = 0;
  unit->person = false;
  unit->addressee = false;
  unit->name = false;
  unit->resumes = false;
  unit->mark = kNoMark;
}

void MakeWord(uint32_t i, WordId word, const WordInfo& info, Unit* unit) {
  MakeToken(i, word, unit);
  unit->classes = info.classes;
  unit->lemma = info.lemma;
  unit->functions = info.functions;
}

// Where a unit begins.
struct TokenPlace {
  uint32_t token;
  size_t next_match;  // the first match that does not begin before it
  bool matched;       // the match begins at it
  bool resumes;       // a phrase goes on at it
};

// Any unit at all; `before` stands before it, null for none. Out of line, for
// most units need none of it.
[[gnu::noinline]] void ReadUnit(const Lexicon& lexicon, const Text& text,
                                const std::vector<Match>& matches,
                                const UnknownNames& names,
                                const TokenPlace& place, const Unit* before,
                                const SeenSurnames& seen, Unit* unit) {
  const auto [i, next_match, matched, resumes] = place;
  const Token& token = text.tokens[i];
  const bool word = HoldsWord(token.kind);
  const bool name = IsName(token);
  if (word) {
    MakeWord(i, token.word, lexicon.Word(token.word), unit);
    if (token.kind == TokenKind::kNumber) {
      // "12:20 The council condemned it": when it did.
      const bool clock = before == nullptr &&
                         text.Of(token).find(':') != std::string_view::npos;
      unit->classes |= clock ? kTime : kNumberWord;
      // "49%" is as much as "49 percent".
      if (text.Of(token).ends_with('%')) {
        unit->functions |= uint64_t{1} << (pb::FUNCTION_ROLE_QUANTITY - 1);
      }
    }
  } else {
    MakeToken(i, token.word, unit);
    unit->mark = MarkOf(text, token);
  }
  unit->resumes = resumes;
  if (matched) {
    const Match& match = matches[next_match];
    unit->match = static_cast<int32_t>(next_match);
    if (word && unit->classes == 0) ReadEnding(lexicon, text, token, unit);
    const Phrase& phrase = lexicon.phrases[match.phrase];
    if (match.mask == phrase.All()) {
      ReadMatch(lexicon, text, match, phrase, unit);
    } else {
      Phrase some = phrase;
      Summarise(lexicon, match.mask, &some);
      ReadMatch(lexicon, text, match, some, unit);
    }
    if (name) {
      if (before != nullptr) {
        ReadBody(names, next_match, unit);
        // "…, and Sue Maddox, a nurse": not "Peers Reject Maddox".
        if (unit->end == i + 1 && unit->classes == kVerbBase &&
            IsOnlyCue(*unit) && (before->classes & kTo) == 0 &&
            HoldsWord(text.tokens[i - 1].kind) && !IsName(text.tokens[i - 1]) &&
            names.IsGivenName(i, next_match)) {
          MakeName(i, names.End(i, next_match), unit);
        }
      } else if (unit->end == i + 1 && IsOnlyCue(*unit) &&
                 (names.IsGivenName(i, next_match) || names.IsAcronym(i))) {
        // "Grant Drinkwater opposed it".
        MakeName(i, names.End(i, next_match), unit);
      }
    }
  } else if (word) {
    if (name) {
      ReadName(lexicon, text, names, next_match, before == nullptr, unit);
    }
    if (unit->classes == 0) ReadEnding(lexicon, text, token, unit);
  }
  // "watering the order | down": no verb.
  if (resumes && unit->Has(pb::FUNCTION_ROLE_PARTICLE)) {
    unit->classes = kAdverb;
  }
  // "Street criticised it", after Linda Street was named.
  if (name && before == nullptr && !seen.empty() && unit->end == i + 1 &&
      !unit->name && seen.Has(token.word) && names.ActsAt(i + 1)) {
    MakeName(i, i + 1, unit);
  }
  if (name && names.IsSlogan(i))
    MakeName(i, names.End(i + 2, next_match), unit);
  if (name) ReadJoinedName(names, next_match, before == nullptr, unit);
  // "Mrs May", "Mr Baker"; but "Mr Speaker".
  if (name && before != nullptr && before->classes == kTitle &&
      unit->end == i + 1 && (unit->classes & kProper) == 0 &&
      !(unit->match >= 0 && IsOffice(lexicon, matches[unit->match]))) {
    MakeName(i, names.End(i, next_match), unit);
  }
}

}  // namespace

size_t MakeUnits(const Lexicon& lexicon, const Text& text,
                 const std::vector<Match>& matches, size_t next_match,
                 uint32_t begin, uint32_t end, UnitVector* units, Unit* any,
                 SeenSurnames* seen) {
  // Room for as many as there can be; what is not used of it is cut at the end.
  units->MakeRoom(end - begin);
  Unit* free = units->data();
  uint32_t classes = 0;
  uint64_t functions = 0;
  uint8_t kinds = 0;
  const UnknownNames names(lexicon, text, matches, end);
  const Token* const tokens = text.tokens.data();
  const WordInfo* const words = lexicon.words.data();
  constexpr uint32_t kNoToken = static_cast<uint32_t>(-1);
  const Match* match = matches.data() + next_match;
  const Match* const last_match = matches.data() + matches.size();
  const auto begin_of = [last_match](const Match* m) {
    return m != last_match ? m->begin : kNoToken;
  };
  uint32_t match_begin = begin_of(match);
  while (match_begin < begin) match_begin = begin_of(++match);
  uint32_t rest = kNoToken;  // where the last phrase of a match goes on
  bool resumed = false;
  for (uint32_t i = begin; i < end;) {
    const Token& token = tokens[i];
    Unit& unit = *free++;
    // Most words are known, no names, and in no match or the whole of one: of
    // them the lexicon tells all.
    if (token.kind == TokenKind::kWord && i != rest) {
      const WordInfo& info = words[token.word];
      const bool name =
          (token.shape & kCapitalised) != 0 &&
          !(i == begin && OpensPlainly(token, info) && !seen->Has(token.word));
      if (info.classes != 0 && !name) {
        if (i < match_begin) {
          MakeWord(i++, token.word, info, &unit);
          classes |= unit.classes;
          functions |= unit.functions;
          continue;
        }
        const Phrase& phrase = lexicon.phrases[match->phrase];
        if ((token.shape & kCapitalised) == 0 && match->end == i + 1 &&
            match->rest == 0 && match->mask == phrase.All()) {
          MakeWord(i++, token.word, info, &unit);
          unit.match = static_cast<int32_t>(match - matches.data());
          unit.classes |= phrase.classes;
          unit.kinds = phrase.kinds;
          unit.slots = phrase.slots;
          unit.person = phrase.person;
          unit.addressee = phrase.addressee;
          classes |= unit.classes;
          functions |= unit.functions;
          kinds |= unit.kinds;
          match_begin = begin_of(++match);
          continue;
        }
      }
    } else if (!HoldsWord(token.kind) && i != rest && i < match_begin) {
      MakeToken(i++, token.word, &unit);
      unit.mark = MarkOf(text, token);
      continue;
    }
    const bool matched = i == match_begin && match->end <= end;
    const TokenPlace place = {i, static_cast<size_t>(match - matches.data()),
                              matched, i == rest};
    ReadUnit(lexicon, text, matches, names, place,
             i == begin ? nullptr : &free[-2], *seen, &unit);
    if (unit.name && (unit.end > i + 1 || i > begin)) {
      const WordId last = tokens[unit.end - 1].word;
      if (words[last].classes & (kAnyNoun | kAnyVerb)) seen->Note(last);
    }
    if (matched && match->rest > i) {
      rest = match->rest;
      resumed = true;
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
  any->resumes = resumed;
  return static_cast<size_t>(match - matches.data());
}

}  // namespace stance
