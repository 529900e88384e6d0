// Tokenize(): one pass over the bytes, driven by a table of character classes.

#include "service/engine/text/tokenizer.h"

#include <algorithm>
#include <cstddef>

#include "service/engine/text/wrapping.h"

namespace stance {
namespace text_internal {
namespace {

constexpr size_t kBytesPerToken = 4;  // fewer than news has: one growth at most

// The last byte that is neither a letter nor a digit of ASCII, or `begin`.
const Byte* FindSentinel(const Byte* begin, const Byte* end) {
  while (end > begin) {
    if (!IsWordClass(kByteClass[*--end])) return end;
  }
  return begin;
}

// True for what ends a word of plain letters without a second look: not
// hyphens, full stops, apostrophes and '&', which may go on.
constexpr bool EndsPlainWord(Byte c, CharClass type) {
  switch (RoleOf(type)) {
    case kSpace:
    case kNewline:
    case kClosing:
    case kStraight:
      return true;
    case kPunctuationRole:
      return c != '&';
    default:
      return false;
  }
}

constexpr std::array<bool, 256> MakeEndsPlainWord() {
  std::array<bool, 256> ends{};
  for (int c = 0; c < 256; ++c) {
    ends[c] = EndsPlainWord(static_cast<Byte>(c), kByteClass[c]);
  }
  return ends;
}

constexpr std::array<bool, 256> kEndsPlainWord = MakeEndsPlainWord();

}  // namespace

Tokenizer::Tokenizer(std::string_view source, const TextRules& rules,
                     Text* text)
    : begin_(reinterpret_cast<const Byte*>(source.data())),
      end_(begin_ + source.size()),
      sentinel_(FindSentinel(begin_, end_)),
      p_(begin_),
      line_(begin_),
      wrap_width_(WrapWidth(source)),
      rules_(rules),
      tokens_(text->tokens) {}

void Tokenizer::Grow() {
  const size_t used = static_cast<size_t>(next_ - first_);
  const size_t expected = static_cast<size_t>(end_ - p_) / kBytesPerToken + 16;
  tokens_.resize(used + expected);
  first_ = tokens_.data();
  next_ = first_ + used;
  limit_ = first_ + tokens_.size();
}

void Tokenizer::Run() {
  tokens_.clear();
  while (p_ < end_) {
    const CharClass first = kByteClass[*p_];
    if (first == kSpace) {
      pending_ |= kSpaceBefore;
      ++p_;
      continue;
    }
    if (IsLetterClass(first) && p_ < sentinel_) {
      // A word of plain letters, as most are.
      const Byte* p = p_;
      uint8_t bits = 0;
      CharClass type = first;
      do {
        bits |= type;
        type = kByteClass[*++p];
      } while (IsWordClass(type));
      if ((bits & kDigit) == 0 && kEndsPlainWord[*p]) {
        static_assert(kUpper >> 1 == kCapitalised);
        uint8_t shape = (first & kUpper) >> 1;
        if (bits == kUpper && p - p_ > 1) shape |= kAllCaps;
        Emit(p_, p, TokenKind::kWord, shape);
        p_ = p;
        if (*p == ' ') {
          pending_ = kSpaceBefore;
          ++p_;
        }
        continue;
      }
      ScanWord(p_);
    } else if (IsWordClass(first)) {
      ScanWord(p_);
    } else {
      Other(CharAt(p_, end_));
    }
  }
  tokens_.resize(static_cast<size_t>(next_ - first_));
}

}  // namespace text_internal

void Tokenize(std::string_view source, const TextRules& rules, Text* text) {
  text->source = source;
  text->sentences.clear();
  text->quotations.clear();
  text_internal::Tokenizer(source, rules, text).Run();
}

}  // namespace stance
