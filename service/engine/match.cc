#include "service/engine/match.h"

#include <algorithm>
#include <string_view>

namespace stance {
namespace {

bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool IsUpperAscii(char c) { return c >= 'A' && c <= 'Z'; }
char ToUpperAscii(char c) { return c >= 'a' && c <= 'z' ? c - 32 : c; }

// True where `written` is the spelling, or the spelling in capitals; runs of
// white space count as one space.
bool SpelledAs(std::string_view written, std::string_view spelling) {
  if (written == spelling) return true;
  const auto equal = [&](auto transform) {
    size_t i = 0, j = 0;
    while (i < written.size() && j < spelling.size()) {
      if (IsSpace(written[i])) {
        while (i < written.size() && IsSpace(written[i])) ++i;
        if (spelling[j] == ' ') ++j;
        continue;
      }
      if (spelling[j] == ' ') {
        ++j;
        continue;
      }
      // A typographic apostrophe stands for a plain one.
      if (spelling[j] == '\'' && written.substr(i, 3) == "\xE2\x80\x99") {
        i += 3;
        ++j;
        continue;
      }
      if (written[i] != transform(spelling[j])) return false;
      ++i;
      ++j;
    }
    return i == written.size() && j == spelling.size();
  };
  if (equal([](char c) { return c; })) return true;
  // In capitals only phrases that would still be told from common words: a
  // headline in capitals writes everything so.
  return written.size() > 3 && IsUpperAscii(written[1]) && equal(ToUpperAscii);
}

// A bit for each reading that the case of the letters admits.
uint64_t HoldingReadings(const Lexicon& lexicon, const Text& text,
                         uint32_t begin, uint32_t end, const Phrase& phrase) {
  if (phrase.cased == 0) return phrase.All();
  if (phrase.capitalised) {
    const uint8_t shape = text.tokens[begin].shape;
    if ((shape & kCapitalised) == 0) return phrase.All() & ~phrase.cased;
    if ((shape & kAllCaps) == 0) return phrase.All();
  }
  const std::string_view written = text.Slice(begin, end);
  uint64_t mask = 0;
  const EntryRef* known = nullptr;  // the last spelling that was looked at
  bool spelled = false;
  for (uint32_t i = 0; i < phrase.count; ++i) {
    const EntryRef& ref = lexicon.readings[phrase.first + i];
    if (ref.case_sensitive &&
        (known == nullptr || known->spelling != ref.spelling)) {
      known = &ref;
      spelled = SpelledAs(written, lexicon.spellings[ref.spelling]);
    }
    mask |= uint64_t{!ref.case_sensitive || spelled} << i;
  }
  return mask;
}

// "its vote against the ban": behind a word that opens a noun group no verbal
// phrase begins.
bool OpensNoun(const Lexicon& lexicon, const Token& token) {
  constexpr uint32_t kOpens =
      kDeterminer | kPossessivePronoun | kPossessiveClitic;
  constexpr uint32_t kElse = kPronoun | kRelative | kSubordinator | kBe;
  const uint32_t classes = lexicon.Word(token.word).classes;
  return (classes & kOpens) != 0 && (classes & kElse) == 0;
}

// "the court ruling against it": a form that is a noun more often, behind a
// noun, makes one noun with it.
bool IsCompounded(const Lexicon& lexicon, const Token& before,
                  const Token& token) {
  const WordInfo& info = lexicon.Word(token.word);
  return (info.classes & kVerbGerund) != 0 && (info.usual & kNoun) != 0 &&
         lexicon.Word(before.word).classes == kNoun;
}

// "argued for | months that …": the preposition is not the verb's.
bool TellsHowLong(const Lexicon& lexicon, const Text& text, uint32_t last) {
  const uint32_t next = last + 1;
  return next < text.tokens.size() &&
         (text.tokens[next].shape & kCapitalised) == 0 &&
         lexicon.Word(text.tokens[last].word)
             .Has(lexicon::v1::FUNCTION_ROLE_SPOKEN_FOR) &&
         (lexicon.Word(text.tokens[next].word).classes & kTime) != 0;
}

// How many tokens may stand between a verb and its particle, or the rest of a
// phrase with a place for the object.
constexpr uint32_t kParticleReach = 6;
constexpr uint32_t kObjectReach = 8;

// "turned the offer down": a particle behind an object, and nothing behind it
// that it could govern as a preposition.
bool IsStrandedParticle(const Lexicon& lexicon, const Text& text, uint32_t i) {
  const auto info = [&](uint32_t t) -> const WordInfo& {
    return lexicon.Word(text.tokens[t].word);
  };
  if (!info(i).Has(lexicon::v1::FUNCTION_ROLE_PARTICLE)) {
    return false;
  }
  constexpr uint32_t kGoesOn =
      kPreposition | kCoordinator | kSubordinator | kTime | kAdverb;
  return i + 1 == text.tokens.size() ||
         text.tokens[i + 1].kind == TokenKind::kPunctuation ||
         text.tokens[i + 1].kind == TokenKind::kQuote ||
         (info(i + 1).classes & kGoesOn) != 0;
}

// The longest phrase that goes on from `node` with the token at i; 0 for none.
PhraseTrie::Value PhraseFrom(const Lexicon& lexicon, const Text& text,
                             PhraseTrie::Node node, uint32_t i) {
  PhraseTrie::Value longest = 0;
  for (; i < text.tokens.size(); ++i) {
    node = lexicon.trie.Step(node, text.tokens[i].word);
    if (node == 0) break;
    if (lexicon.trie.At(node) != 0) longest = lexicon.trie.At(node);
  }
  return longest;
}

// The phrase of a verb whose object stands inside it: "turned the offer down",
// "took the bank to task". The match covers the verb alone, whose node is
// `verb`.
Match SplitPhrase(const Lexicon& lexicon, const Text& text,
                  PhraseTrie::Node verb, uint32_t begin) {
  Match match;
  const PhraseTrie::Node around =
      lexicon.object_slot == 0 ? 0
                               : lexicon.trie.Step(verb, lexicon.object_slot);
  const uint32_t end =
      std::min(static_cast<uint32_t>(text.tokens.size()),
               begin + 1 + (around == 0 ? kParticleReach : kObjectReach));
  const Token* const tokens = text.tokens.data();
  if (begin + 1 >= end || tokens[begin + 1].kind == TokenKind::kPunctuation) {
    return match;
  }
  for (uint32_t i = begin + 2; i < end; ++i) {
    if (tokens[i].kind == TokenKind::kPunctuation) break;
    PhraseTrie::Value value =
        around == 0 ? 0 : PhraseFrom(lexicon, text, around, i);
    if (value == 0 && IsStrandedParticle(lexicon, text, i)) {
      const PhraseTrie::Node node = lexicon.trie.Step(verb, tokens[i].word);
      if (node == 0) break;
      value = lexicon.trie.At(node);
    }
    if (value == 0) continue;
    match.begin = begin;
    match.end = begin + 1;
    match.phrase = value;
    match.rest = i;
    const Phrase& phrase = lexicon.phrases[match.phrase];
    for (uint32_t r = 0; r < phrase.count; ++r) {
      const bool cue =
          lexicon.readings[phrase.first + r].kind == EntryKind::kCue;
      match.mask |= uint64_t{cue} << r;
    }
    break;
  }
  return match;
}

// The phrase that is the token at `begin` alone; its mask is 0 where there is
// none.
Match WordPhrase(const Lexicon& lexicon, const Text& text, const WordInfo& info,
                 uint32_t begin) {
  if (info.phrase == 0) return {};
  return {begin, begin + 1, info.phrase,
          HoldingReadings(lexicon, text, begin, begin + 1,
                          lexicon.phrases[info.phrase])};
}

// How many tokens may stand in a phrase before its preposition.
constexpr uint32_t kParentheticalReach = 6;

// "made light, | however, | of it", "made light | this week | of it": the token
// behind what is set into a phrase at i, in two commas or a time; i where
// nothing is.
uint32_t BehindParenthetical(const Lexicon& lexicon, const Text& text,
                             uint32_t i) {
  const uint32_t size = static_cast<uint32_t>(text.tokens.size());
  // Of a word '\0'.
  const auto mark = [&](uint32_t t) {
    const TokenKind kind = text.tokens[t].kind;
    return kind == TokenKind::kPunctuation || kind == TokenKind::kQuote
               ? text.source[text.tokens[t].begin]
               : '\0';
  };
  const auto classes = [&](uint32_t t) {
    return t < size ? lexicon.Word(text.tokens[t].word).classes : 0;
  };
  if (mark(i) == ',') {
    const uint32_t limit = std::min(size, i + kParentheticalReach);
    for (uint32_t j = i + 2; j < limit; ++j) {
      if (mark(j) == ',') return j + 1;
      if (mark(j) != '\0') break;
    }
    return i;
  }
  if (classes(i) & kTime) return i + 1;
  const bool opens = (classes(i) & (kDeterminer | kPreposition)) != 0;
  return opens && (classes(i + 1) & kTime) ? i + 2 : i;
}

// "would | very much | like": the token behind the adverbs that part a modal
// verb at `begin` from the rest of a phrase; the next one where none do.
uint32_t BehindAdverbs(const Lexicon& lexicon, const Text& text,
                       const WordInfo& modal, uint32_t begin) {
  constexpr uint32_t kMost = 2;
  const uint32_t size = static_cast<uint32_t>(text.tokens.size());
  uint32_t i = begin + 1;
  while (
      i < size && i <= begin + kMost &&
      (lexicon.Word(text.tokens[i].word).classes & (kAdverb | kQuantifier)) &&
      !(lexicon.Word(text.tokens[i].word).classes & (kNegation | kAnyVerb)) &&
      lexicon.trie.StepBelow(modal.node, text.tokens[i].word) == 0) {
    ++i;
  }
  return i < size ? i : begin + 1;
}

// "the petition, to which he | appended his name": a phrase whose last word
// stands in front of the relative pronoun at `relative` (0 for none); `node` is
// that of tokens [begin, end). Its mask is 0 where there is none.
Match EndedInFront(const Lexicon& lexicon, const Text& text,
                   PhraseTrie::Node node, uint32_t begin, uint32_t end,
                   uint32_t relative) {
  constexpr uint32_t kReach = 8;
  if (relative == 0 || relative + kReach <= begin) return {};
  const uint32_t fronted = relative - 1;
  if ((lexicon.Word(text.tokens[fronted].word).classes & kPreposition) == 0) {
    return {};
  }
  const PhraseTrie::Node last =
      lexicon.trie.StepBelow(node, text.tokens[fronted].word);
  const PhraseTrie::Value value = last == 0 ? 0 : lexicon.trie.At(last);
  if (value == 0 || !lexicon.phrases[value].verbal) return {};
  return {begin, end, value, lexicon.phrases[value].All(), fronted};
}

// The longest phrase that begins at the token at `begin` and goes on with the
// one at `second`, whose node is `node`; `longest` where there is none. The
// last relative pronoun before it is at `relative`.
Match LongestPhrase(const Lexicon& lexicon, const Text& text,
                    PhraseTrie::Node node, uint32_t begin, uint32_t second,
                    uint32_t relative, Match longest) {
  const Token* const tokens = text.tokens.data();
  const uint32_t size = static_cast<uint32_t>(text.tokens.size());
  bool skipped = false;
  for (uint32_t i = second; node != 0;) {
    if (const PhraseTrie::Value value = lexicon.trie.At(node)) {
      const Phrase& phrase = lexicon.phrases[value];
      const bool out_of_place =
          phrase.verbal && begin > 0 &&
          (OpensNoun(lexicon, tokens[begin - 1]) ||
           IsCompounded(lexicon, tokens[begin - 1], tokens[begin]) ||
           TellsHowLong(lexicon, text, i));
      if (!out_of_place) {
        const uint64_t mask =
            HoldingReadings(lexicon, text, begin, i + 1, phrase);
        if (mask != 0) longest = {begin, i + 1, value, mask};
      }
    }
    if (!lexicon.trie.HasChildren(node)) break;
    if (++i == size || tokens[i].word == 0) {
      if (longest.end > begin + 1) break;
      const Match match = EndedInFront(lexicon, text, node, begin, i, relative);
      return match.mask != 0 ? match : longest;
    }
    const PhraseTrie::Node next = lexicon.trie.StepBelow(node, tokens[i].word);
    // "put its weight | squarely | behind it": an adverb inside a phrase.
    if (next == 0 && !skipped && longest.mask == 0 &&
        lexicon.Word(tokens[i].word).classes == kAdverb) {
      skipped = true;
      continue;
    }
    if (next == 0 && longest.end <= begin + 1) {
      const Match match = EndedInFront(lexicon, text, node, begin, i, relative);
      if (match.mask != 0) return match;
    }
    // Before its preposition a phrase may be interrupted.
    if (next == 0 && !skipped) {
      const uint32_t behind = BehindParenthetical(lexicon, text, i);
      if (behind != i && behind < size &&
          lexicon.Word(tokens[behind].word).classes == kPreposition) {
        skipped = true;
        i = behind;
        node = lexicon.trie.StepBelow(node, tokens[behind].word);
        continue;
      }
    }
    node = next;
  }
  return longest;
}

}  // namespace

void LookUpWords(const Lexicon& lexicon, Text* text) {
  const Vocabulary& vocabulary = lexicon.vocabulary;
  const char* const source = text->source.data();
  Token* const tokens = text->tokens.data();
  const auto form = [source](const Token& token) {
    return std::string_view(source + token.begin, token.end - token.begin);
  };
  // All but the last few can be read with what follows them.
  Token* ahead = tokens + text->tokens.size();
  while (ahead != tokens &&
         ahead[-1].begin + Vocabulary::kShort > text->source.size()) {
    --ahead;
    ahead->word = vocabulary.Find(form(*ahead));
  }
  for (Token* token = tokens; token != ahead; ++token) {
    token->word = vocabulary.FindAhead(form(*token));
  }
  // An apostrophe is a word, a quotation mark that is written so is none.
  for (const uint32_t mark : text->quote_marks) tokens[mark].word = 0;
}

void MatchPhrases(const Lexicon& lexicon, const Text& text,
                  std::vector<Match>* matches) {
  matches->clear();
  const Token* const tokens = text.tokens.data();
  const uint32_t size = static_cast<uint32_t>(text.tokens.size());
  uint32_t relative = 0;
  for (uint32_t begin = 0; begin < size;) {
    const WordInfo& info = lexicon.Word(tokens[begin].word);
    if ((info.classes & kRelative) != 0) relative = begin;
    const uint32_t second = info.goes_on && (info.classes & kModal) != 0
                                ? BehindAdverbs(lexicon, text, info, begin)
                                : begin + 1;
    const PhraseTrie::Node next =
        info.goes_on && second < size
            ? lexicon.trie.StepBelow(info.node, tokens[second].word)
            : 0;
    // With most words no phrase begins here.
    if (next == 0 && info.phrase == 0 && !info.splits) {
      ++begin;
      continue;
    }
    // And nearly all others are the whole of it.
    if (next == 0 && !info.splits) {
      const uint64_t mask = HoldingReadings(lexicon, text, begin, begin + 1,
                                            lexicon.phrases[info.phrase]);
      if (mask != 0) matches->push_back({begin, begin + 1, info.phrase, mask});
      ++begin;
      continue;
    }
    Match longest = WordPhrase(lexicon, text, info, begin);
    if (next != 0) {
      longest =
          LongestPhrase(lexicon, text, next, begin, second, relative, longest);
    }
    if (info.splits && longest.end <= begin + 1) {
      const Match split = SplitPhrase(lexicon, text, info.node, begin);
      if (split.mask != 0) longest = split;
    }
    if (longest.mask == 0) {
      ++begin;
      continue;
    }
    matches->push_back(longest);
    begin = longest.end;
  }
}

}  // namespace stance
