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

uint64_t HoldingReadings(const Lexicon& lexicon, const Text& text,
                         uint32_t begin, uint32_t end,
                         PhraseTrie::Value value) {
  uint64_t mask = 0;
  const uint32_t count = std::min<uint32_t>(value.count, 64);
  for (uint32_t i = 0; i < count; ++i) {
    const EntryRef& ref = lexicon.readings[value.first + i];
    if (!ref.case_sensitive ||
        SpelledAs(text.Slice(begin, end), lexicon.spellings[ref.spelling])) {
      mask |= uint64_t{1} << i;
    }
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

bool AllVerbs(const Lexicon& lexicon, PhraseTrie::Value value) {
  for (uint32_t i = 0; i < value.count; ++i) {
    const EntryRef& ref = lexicon.readings[value.first + i];
    const bool verb =
        ref.kind == EntryKind::kLightVerb ||
        ref.kind == EntryKind::kReporting ||
        (ref.kind == EntryKind::kCue &&
         lexicon.cues[ref.index].word_class == lexicon::v1::WORD_CLASS_VERB);
    if (!verb) return false;
  }
  return true;
}

// How many tokens may stand between a verb and its particle.
constexpr uint32_t kParticleReach = 6;

// "turned the offer down": the phrase "turned down", whose particle stands
// behind the object. The match covers the verb alone.
Match SplitPhrase(const Lexicon& lexicon, const Text& text, uint32_t begin) {
  const auto info = [&](uint32_t t) -> const WordInfo& {
    return lexicon.Word(text.tokens[t].word);
  };
  Match match;
  if (!info(begin).takes_particle) return match;
  const PhraseTrie::Node verb =
      lexicon.phrases.Step(PhraseTrie::kRoot, text.tokens[begin].word);
  if (verb == 0) return match;
  const uint32_t size = static_cast<uint32_t>(text.tokens.size());
  for (uint32_t i = begin + 1; i < size && i <= begin + kParticleReach; ++i) {
    const Token& token = text.tokens[i];
    if (token.kind == TokenKind::kPunctuation) break;
    if (i == begin + 1 ||
        (info(i).functions >> (lexicon::v1::FUNCTION_ROLE_PARTICLE - 1) & 1) ==
            0) {
      continue;
    }
    // Nothing follows that the word could govern as a preposition.
    constexpr uint32_t kGoesOn =
        kPreposition | kCoordinator | kSubordinator | kTime | kAdverb;
    if (i + 1 < size && text.tokens[i + 1].kind != TokenKind::kPunctuation &&
        text.tokens[i + 1].kind != TokenKind::kQuote &&
        (info(i + 1).classes & kGoesOn) == 0) {
      break;
    }
    const PhraseTrie::Node node = lexicon.phrases.Step(verb, token.word);
    if (node == 0) break;
    const PhraseTrie::Value value = lexicon.phrases.At(node);
    const uint32_t count = std::min<uint32_t>(value.count, 64);
    for (uint32_t r = 0; r < count; ++r) {
      if (lexicon.readings[value.first + r].kind == EntryKind::kCue) {
        match.mask |= uint64_t{1} << r;
      }
    }
    match.begin = begin;
    match.end = begin + 1;
    match.first = value.first;
    break;
  }
  return match;
}

}  // namespace

void LookUpWords(const Lexicon& lexicon, Text* text) {
  for (Token& token : text->tokens) {
    if (token.kind == TokenKind::kQuote) continue;
    token.word = lexicon.vocabulary.Find(text->Of(token));
  }
}

void MatchPhrases(const Lexicon& lexicon, const Text& text,
                  std::vector<Match>* matches) {
  matches->clear();
  const uint32_t size = static_cast<uint32_t>(text.tokens.size());
  for (uint32_t begin = 0; begin < size;) {
    PhraseTrie::Node node = PhraseTrie::kRoot;
    Match longest;
    const bool nominal =
        begin > 0 && OpensNoun(lexicon, text.tokens[begin - 1]);
    for (uint32_t i = begin; i < size; ++i) {
      const WordId word = text.tokens[i].word;
      if (word == 0) break;
      node = lexicon.phrases.Step(node, word);
      if (node == 0) break;
      const PhraseTrie::Value value = lexicon.phrases.At(node);
      if (value.count == 0) continue;
      if (nominal && i > begin && AllVerbs(lexicon, value)) continue;
      const uint64_t mask = HoldingReadings(lexicon, text, begin, i + 1, value);
      if (mask != 0) longest = {begin, i + 1, value.first, mask};
    }
    if (longest.end - longest.begin <= 1) {
      const Match split = SplitPhrase(lexicon, text, begin);
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
