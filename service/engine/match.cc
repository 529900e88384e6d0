#include "service/engine/match.h"

#include <string_view>

#include "service/engine/interrupted_phrases.h"

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

// "took | " | a dim view" of it: where a phrase goes on that has words of
// somebody's inside it. Worth asking of tokens without a word.
uint32_t BehindQuoteMark(const Text& text, uint32_t i) {
  return i + 1 < text.tokens.size() && text.tokens[i].kind == TokenKind::kQuote
             ? i + 1
             : i;
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
    if (++i < size && tokens[i].word == 0) i = BehindQuoteMark(text, i);
    if (i == size || tokens[i].word == 0) {
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
          (lexicon.Word(tokens[behind].word).classes & kPreposition) != 0) {
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
  auto clitic = text.clitics.begin();
  for (uint32_t begin = 0; begin < size;) {
    const WordInfo& info = lexicon.Word(tokens[begin].word);
    if ((info.classes & kRelative) != 0) relative = begin;
    uint32_t second = begin + 1;
    PhraseTrie::Node next = 0;
    if (info.goes_on && second < size) {
      if ((info.classes & kModal) != 0) {
        second = BehindAdverbs(lexicon, text, info, begin);
      } else if (tokens[second].word == 0) {
        second = BehindQuoteMark(text, second);
      }
      next = lexicon.trie.StepBelow(info.node, tokens[second].word);
    }
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
    if (info.takes_object && longest.end <= begin + 1) {
      const Match split = SplitPhrase(lexicon, text, info.node, begin);
      if (split.mask != 0) longest = split;
    }
    if (info.owns) {
      while (clitic != text.clitics.end() && *clitic <= begin) ++clitic;
      const Match inside =
          GenitivePhrase(lexicon, text, info.node, longest, begin,
                         clitic == text.clitics.end() ? size : *clitic);
      if (inside.mask != 0) longest = inside;
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
