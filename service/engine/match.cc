#include "service/engine/match.h"

#include <algorithm>
#include <string_view>

namespace stance {
namespace {

bool IsSpace(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

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
    if (!ref.case_sensitive || SpelledAs(text.Slice(begin, end),
                                         lexicon.spellings[ref.spelling])) {
      mask |= uint64_t{1} << i;
    }
  }
  return mask;
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
    for (uint32_t i = begin; i < size; ++i) {
      const WordId word = text.tokens[i].word;
      if (word == 0) break;
      node = lexicon.phrases.Step(node, word);
      if (node == 0) break;
      const PhraseTrie::Value value = lexicon.phrases.At(node);
      if (value.count == 0) continue;
      const uint64_t mask =
          HoldingReadings(lexicon, text, begin, i + 1, value);
      if (mask != 0) longest = {begin, i + 1, value.first, mask};
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
