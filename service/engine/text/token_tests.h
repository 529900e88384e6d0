// Questions about one token that several stages of the text ask. Internal to
// engine/text.

#ifndef STANCE_ENGINE_TEXT_TOKEN_TESTS_H_
#define STANCE_ENGINE_TEXT_TOKEN_TESTS_H_

#include <cstdint>
#include <string_view>

#include "service/engine/text/text.h"

namespace stance::text_internal {

// True for the punctuation mark `mark`, alone.
inline bool IsMark(const Text& text, uint32_t i, char mark) {
  const Token& token = text.tokens[i];
  return token.kind == TokenKind::kPunctuation &&
         token.end - token.begin == 1 && text.source[token.begin] == mark;
}

inline bool IsEllipsis(const Text& text, uint32_t i) {
  const std::string_view written = text.Of(text.tokens[i]);
  return written == "…" || (written.size() > 1 && written[0] == '.');
}

// . ! ? … and runs of full stops, as tokens of their own.
inline bool IsTerminator(const Text& text, uint32_t i) {
  const Token& token = text.tokens[i];
  return token.kind == TokenKind::kPunctuation &&
         (token.shape & kMayEndSentence) != 0;
}

// -, --, –, —: a hyphen that stands alone is a dash.
inline bool IsDash(const Text& text, uint32_t i) {
  const Token& token = text.tokens[i];
  if (token.kind != TokenKind::kPunctuation) return false;
  const std::string_view written = text.Of(token);
  return written[0] == '-' || written.starts_with("–") ||
         written.starts_with("—");
}

// Equal but for the case of ASCII letters; `lower` is in lower case.
inline bool EqualsFolded(std::string_view written, std::string_view lower) {
  if (written.size() != lower.size()) return false;
  for (size_t i = 0; i < lower.size(); ++i) {
    const char c = written[i];
    if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != lower[i]) return false;
  }
  return true;
}

}  // namespace stance::text_internal

#endif  // STANCE_ENGINE_TEXT_TOKEN_TESTS_H_
