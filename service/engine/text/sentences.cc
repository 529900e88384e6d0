// SplitSentences(): paragraphs from the tokens' shapes, then sentences in each.

#include <cstdint>
#include <string_view>

#include "service/engine/text/datelines.h"
#include "service/engine/text/lookup.h"
#include "service/engine/text/text.h"
#include "service/engine/text/token_tests.h"

namespace stance {
namespace {

using namespace text_internal;  // NOLINT: this file is that namespace's user

constexpr uint32_t kLongestStarter = 3;  // bytes, where no list says more

class Splitter {
 public:
  Splitter(const TextRules& rules, Text* text)
      : rules_(rules),
        text_(*text),
        size_(static_cast<uint32_t>(text->tokens.size())) {}

  void Run() {
    for (size_t i = 0; i < text_.paragraphs.size(); ++i) {
      const bool last = i + 1 == text_.paragraphs.size();
      Paragraph(text_.paragraphs[i], last ? size_ : text_.paragraphs[i + 1]);
    }
  }

 private:
  void Paragraph(uint32_t begin, uint32_t end) {
    bullet_ = false;
    if (IsByline(rules_, text_, begin, end)) {
      Emit(begin, end, /*dateline=*/true);
    } else {
      uint32_t first = FindDateline(text_, begin, end, paragraph_);
      if (first > begin) {
        Emit(begin, first, /*dateline=*/true);
      } else {
        first = SkipBullet(begin, end);
        bullet_ = first > begin;
      }
      Sentences(first, end);
    }
    ++paragraph_;
  }

  void Sentences(uint32_t begin, uint32_t end) {
    const std::vector<uint32_t>& stops = text_.stops;
    for (; stop_ < stops.size() && stops[stop_] < end; ++stop_) {
      // In a dateline or a list item's mark, or behind the stop before.
      if (stops[stop_] < begin) continue;
      const uint32_t after = EndAt(stops[stop_], begin, end);
      if (after == 0) continue;
      Emit(begin, after, /*dateline=*/false);
      begin = after;
    }
    if (begin < end) Emit(begin, end, /*dateline=*/false);
  }

  void Emit(uint32_t begin, uint32_t end, bool dateline) {
    Sentence& sentence = text_.sentences.emplace_back();
    sentence.begin = begin;
    sentence.end = end;
    sentence.paragraph = paragraph_;
    sentence.bullet = bullet_;
    sentence.dateline = dateline;
    sentence.question = !dateline && IsQuestion(begin, end);
  }

  // The mark that is last but for closing quotes and brackets.
  bool IsQuestion(uint32_t begin, uint32_t end) const {
    while (end > begin && IsCloser(end - 1)) --end;
    // "?!" asks too.
    while (end > begin && IsTerminator(text_, end - 1)) {
      if (IsMark(text_, end - 1, '?')) return true;
      --end;
    }
    return false;
  }

  // The first token after a list item's mark: "•", "-", "*", "1.", "2)",
  // "(a)", "b)".
  uint32_t SkipBullet(uint32_t begin, uint32_t end) const {
    uint32_t i = begin;
    const Token& first = text_.tokens[i];
    const std::string_view written = text_.Of(first);
    if (first.kind == TokenKind::kPunctuation && !IsTerminator(text_, i)) {
      if (written == "(") {
        if (i + 2 >= end || !IsEnumerator(i + 1) ||
            !IsMark(text_, i + 2, ')')) {
          return begin;
        }
        i += 3;
      } else if (written == "*" || written == "•" || written == "‣" ||
                 written == "·" || written == "⁃" || IsDash(text_, i)) {
        ++i;
      }
    } else if (first.kind == TokenKind::kOther) {
      if (!IsGeometric(written)) return begin;
      ++i;
    } else if (i + 1 < end && IsEnumerator(i) &&
               (text_.tokens[i + 1].shape & kSpaceBefore) == 0 &&
               (IsMark(text_, i + 1, ')') ||
                (first.kind == TokenKind::kNumber &&
                 IsMark(text_, i + 1, '.')))) {
      i += 2;
    }
    const bool spaced =
        i > begin && i < end && (text_.tokens[i].shape & kSpaceBefore) != 0;
    return spaced ? i : begin;
  }

  // U+25A0..U+25FF (squares, circles, triangles) and U+2700..U+27BF (ticks,
  // arrows), which lists are marked with.
  static bool IsGeometric(std::string_view written) {
    if (written.size() < 3 || written[0] != '\xE2') return false;
    const uint8_t second = static_cast<uint8_t>(written[1]);
    return (second == 0x96 && static_cast<uint8_t>(written[2]) >= 0xA0) ||
           second == 0x97 || second == 0x9C || second == 0x9D || second == 0x9E;
  }

  // A number below 1000, a letter, or a Roman numeral's worth of letters.
  bool IsEnumerator(uint32_t i) const {
    const Token& token = text_.tokens[i];
    const uint32_t length = token.end - token.begin;
    if (token.kind == TokenKind::kNumber) {
      return length <= 3 && text_.source[token.begin] >= '0' &&
             text_.source[token.begin] <= '9';
    }
    if (token.kind != TokenKind::kWord) return false;
    if (length == 1) return true;
    return length <= 4 &&
           text_.Of(token).find_first_not_of("ivx") == std::string_view::npos;
  }

  // A closing quote or bracket.
  bool IsCloser(uint32_t i) const {
    const Token& token = text_.tokens[i];
    if (token.kind == TokenKind::kQuote) {
      return (token.shape & kOpensQuote) == 0;
    }
    return IsMark(text_, i, ')') || IsMark(text_, i, ']');
  }

  bool IsSpaced(uint32_t i) const {
    return (text_.tokens[i].shape & kSpaceBefore) != 0;
  }

  // The end of the sentence that token `i` ends, or 0 where it ends none.
  // REQUIRES: the token may end one.
  uint32_t EndAt(uint32_t i, uint32_t begin, uint32_t end) const {
    const Token& token = text_.tokens[i];
    const bool word_stop = token.kind == TokenKind::kWord;
    if (IsTurnLabel(i, begin)) return 0;
    bool ellipsis = !word_stop && IsEllipsis(text_, i);
    bool terminated = !word_stop;
    uint32_t after = i + 1;
    while (after < end && !IsSpaced(after)) {
      if (IsTerminator(text_, after)) {
        terminated = true;
        ellipsis = false;
      } else if (!IsCloser(after)) {
        break;
      }
      ++after;
    }
    if (after == end) return end;
    // Nothing but an ellipsis so far: it leads in, and ends nothing.
    if (ellipsis && i == begin) return 0;
    if (!terminated) return AbbreviationEnds(i, after, end) ? after : 0;
    if (!IsSpaced(after)) return LacksSpace(i, after) ? after : 0;
    return CanBegin(after, end) ? after : 0;
  }

  // "Q. Do you back it?": the stop at `i` closes a label.
  bool IsTurnLabel(uint32_t i, uint32_t begin) const {
    const Token& label = text_.tokens[begin];
    return i == begin + 1 && label.kind == TokenKind::kWord &&
           (label.shape & kLineStart) != 0 && IsMark(text_, i, '.') &&
           rules_.turn_labels.contains(Key(text_.Of(label)));
  }

  // "He left.The envoy stayed": a lower-case word, a full stop, a capital.
  bool LacksSpace(uint32_t i, uint32_t after) const {
    if (after != i + 1 || i == 0) return false;
    const Token& before = text_.tokens[i - 1];
    const Token& next = text_.tokens[after];
    return before.kind == TokenKind::kWord &&
           (before.shape & kCapitalised) == 0 &&
           next.kind == TokenKind::kWord && (next.shape & kCapitalised) != 0;
  }

  // Whether a sentence can begin at `i`: not in lower case, quoted or not, nor
  // with punctuation that goes on.
  bool CanBegin(uint32_t i, uint32_t end) const {
    while (i < end && IsOpener(i)) ++i;
    if (i == end) return true;
    const Token& token = text_.tokens[i];
    switch (token.kind) {
      case TokenKind::kWord:
        return (token.shape & kCapitalised) != 0 || !IsLowerCase(token);
      case TokenKind::kClitic:
        return false;
      case TokenKind::kPunctuation:
        return IsEllipsis(text_, i);
      default:
        return true;
    }
  }

  bool IsOpener(uint32_t i) const {
    const Token& token = text_.tokens[i];
    return (token.kind == TokenKind::kQuote &&
            (token.shape & kOpensQuote) != 0) ||
           IsMark(text_, i, '(') || IsMark(text_, i, '[');
  }

  // Words of scripts without case begin sentences too, and "18-year-olds".
  bool IsLowerCase(const Token& token) const {
    const uint8_t c = static_cast<uint8_t>(text_.source[token.begin]);
    if (c < 0x80) return c >= 'a' && c <= 'z';
    return c < 0xD6;  // Latin, Greek and Cyrillic: two bytes, up to U+057F
  }

  // Whether the full stop inside token `i` ends its sentence too; `after` is
  // the next token.
  bool AbbreviationEnds(uint32_t i, uint32_t after, uint32_t end) const {
    if (!IsSpaced(after)) return false;
    const auto known =
        rules_.abbreviations.find(Key(text_.Of(text_.tokens[i])));
    if (known != rules_.abbreviations.end() && !known->second) return false;
    while (after < end && IsOpener(after)) ++after;
    if (after == end) return false;
    const Token& next = text_.tokens[after];
    if (next.kind != TokenKind::kWord || (next.shape & kCapitalised) == 0 ||
        (next.shape & kAllCaps) != 0) {
      return false;
    }
    return IsStarter(after, end);
  }

  bool IsStarter(uint32_t i, uint32_t end) const {
    const std::string_view written = text_.Of(text_.tokens[i]);
    if (rules_.sentence_starters.empty()) {
      return written.size() <= kLongestStarter && written.back() != '.' &&
             i + 1 < end && text_.tokens[i + 1].kind == TokenKind::kWord &&
             (text_.tokens[i + 1].shape & kCapitalised) == 0;
    }
    char lower[24];
    if (written.size() > sizeof(lower)) return false;
    for (size_t k = 0; k < written.size(); ++k) {
      const char c = written[k];
      lower[k] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return rules_.sentence_starters.contains(
        Key(std::string_view(lower, written.size())));
  }

  const TextRules& rules_;
  Text& text_;
  const uint32_t size_;
  size_t stop_ = 0;  // of Text::stops, the next
  uint32_t paragraph_ = 0;
  bool bullet_ = false;
};

}  // namespace

void SplitSentences(const TextRules& rules, Text* text) {
  text->sentences.clear();
  Splitter(rules, text).Run();
}

}  // namespace stance
