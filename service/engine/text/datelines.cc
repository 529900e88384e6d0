#include "service/engine/text/datelines.h"

#include <algorithm>
#include <string_view>

#include "service/engine/text/token_tests.h"

namespace stance::text_internal {
namespace {

constexpr uint32_t kLongest = 16;         // tokens of a dateline, its dash too
constexpr uint32_t kLongestByline = 14;   // tokens
constexpr uint32_t kFirstParagraphs = 4;  // where a text says who wrote it
constexpr uint32_t kShortestCity = 4;     // bytes, before a colon

bool IsCapitalisedWord(const Token& token) {
  return token.kind == TokenKind::kWord && (token.shape & kCapitalised) != 0;
}

bool IsLowerCaseWord(const Token& token) {
  return token.kind == TokenKind::kWord && (token.shape & kCapitalised) == 0;
}

// What may follow a dateline: a sentence's beginning.
bool BeginsSentence(const Text& text, uint32_t i, uint32_t end) {
  return i < end && !IsLowerCaseWord(text.tokens[i]) &&
         text.tokens[i].kind != TokenKind::kClitic;
}

// The token after the one that closes what `i` opens; `i` where none does.
uint32_t SkipTo(const Text& text, uint32_t i, uint32_t limit, char close) {
  for (uint32_t j = i + 1; j < limit; ++j) {
    if (IsMark(text, j, close)) return j + 1;
  }
  return i;
}

// "CITY:", one to three words in capitals, in one paragraph only: a text with
// several is a transcript. A headline ("NATO: Talks resume") has no full stop.
uint32_t FindCityColon(const Text& text, uint32_t begin, uint32_t end) {
  const auto colon_after = [&](uint32_t from, uint32_t limit,
                               bool in_brackets = false) {
    uint32_t i = from;
    while (i < limit && i < from + 3 &&
           text.tokens[i].kind == TokenKind::kWord &&
           (text.tokens[i].shape & kAllCaps) != 0) {
      ++i;
    }
    // "QUESTION (Reuters):".
    if (in_brackets && i > from && i < limit && IsMark(text, i, '(')) {
      i = SkipTo(text, i, std::min(limit, i + kLongest), ')');
    }
    return i > from && i < limit && IsMark(text, i, ':') ? i + 1 : from;
  };
  const uint32_t after = colon_after(begin, end);
  if (after == begin || !BeginsSentence(text, after, end)) return begin;
  const Token& city = text.tokens[begin];
  if (city.end - city.begin < kShortestCity || text.Of(city).back() == '.') {
    return begin;
  }
  const auto ends_sentence = [](const Token& token) {
    return (token.shape & kMayEndSentence) != 0;
  };
  if (std::none_of(text.tokens.begin() + after, text.tokens.begin() + end,
                   ends_sentence)) {
    return begin;
  }
  const uint32_t size = static_cast<uint32_t>(text.tokens.size());
  for (uint32_t i = 0; i < size; ++i) {
    if (i != begin && (text.tokens[i].shape & kParagraphStart) != 0 &&
        colon_after(i, size, true) != i) {
      return begin;
    }
  }
  return after;
}

}  // namespace

uint32_t FindDateline(const Text& text, uint32_t begin, uint32_t end,
                      uint32_t paragraph) {
  const Token& first = text.tokens[begin];
  const bool bracket = IsMark(text, begin, '(');
  if (!bracket && !IsCapitalisedWord(first)) return begin;
  const bool capitals = (first.shape & kAllCaps) != 0;
  if (!capitals && paragraph >= kFirstParagraphs) return begin;

  const uint32_t limit = std::min(end, begin + kLongest);
  uint32_t i = begin;
  while (i < limit) {
    const Token& token = text.tokens[i];
    if (IsDash(text, i)) {
      // A range of days has no space; a dash between clauses is followed by a
      // word in lower case.
      const bool spaced =
          (token.shape & kSpaceBefore) != 0 ||
          (i + 1 < end && (text.tokens[i + 1].shape & kSpaceBefore) != 0);
      return spaced && i > begin && BeginsSentence(text, i + 1, end) ? i + 1
                                                                     : begin;
    }
    if (IsMark(text, i, '(')) {
      const uint32_t after = SkipTo(text, i, limit, ')');
      if (after == i) return begin;
      i = after;
      continue;
    }
    // "/State News Service/." ends a dateline; "BRUSSELS/FRANKFURT" does not.
    if (IsMark(text, i, '/') && (token.shape & kSpaceBefore) != 0) {
      uint32_t after = SkipTo(text, i, limit, '/');
      if (after == i) return begin;
      if (after < end && IsMark(text, after, '.')) ++after;
      if (after < end && IsDash(text, after)) ++after;
      return BeginsSentence(text, after, end) ? after : begin;
    }
    const bool fits = IsCapitalisedWord(token) ||
                      token.kind == TokenKind::kNumber ||
                      IsMark(text, i, ',') || IsMark(text, i, '/') ||
                      // "Oct. 3" where the month's short form is not known.
                      (IsMark(text, i, '.') && i + 1 < limit &&
                       (text.tokens[i + 1].kind == TokenKind::kNumber ||
                        text.tokens[i - 1].kind == TokenKind::kNumber));
    if (!fits) break;
    ++i;
  }
  if (capitals && paragraph < kFirstParagraphs) {
    return FindCityColon(text, begin, end);
  }
  return begin;
}

bool IsByline(const TextRules& rules, const Text& text, uint32_t begin,
              uint32_t end) {
  if (rules.byline.empty() || end - begin < 2 || end - begin > kLongestByline ||
      !EqualsFolded(text.Of(text.tokens[begin]), rules.byline) ||
      !IsCapitalisedWord(text.tokens[begin])) {
    return false;
  }
  if (!IsCapitalisedWord(text.tokens[begin + 1])) return false;
  for (uint32_t i = begin + 2; i < end; ++i) {
    const Token& token = text.tokens[i];
    // Particles and conjunctions are short; a sentence has longer words.
    if (IsLowerCaseWord(token) && token.end - token.begin > 3) return false;
    if (token.kind == TokenKind::kQuote || IsTerminator(text, i)) return false;
  }
  return true;
}

}  // namespace stance::text_internal
