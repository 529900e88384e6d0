// Tokenize(): one pass over the bytes, driven by a table of character classes.

#include "service/engine/text/tokenizer.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <array>
#include <cstddef>

#include "service/engine/text/wrapping.h"

namespace stance {
namespace text_internal {
namespace {

constexpr size_t kBytesPerToken = 4;  // fewer than news has: one growth at most

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

LetterRun Tokenizer::FindLetterRun(const Byte* p) {
#ifdef __SSE2__
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
  // 'a'..'z' become the 26 smallest signed numbers.
  const __m128i letters =
      _mm_cmplt_epi8(_mm_add_epi8(_mm_or_si128(bytes, _mm_set1_epi8(0x20)),
                                  _mm_set1_epi8(static_cast<char>(0x80 - 'a'))),
                     _mm_set1_epi8(-128 + 26));
  const uint32_t others =
      ~static_cast<uint32_t>(_mm_movemask_epi8(letters)) | 1u << kBlock;
  // The bit that tells lower case, moved to each byte's sign.
  const int lower = _mm_movemask_epi8(_mm_slli_epi16(bytes, 2));
  return {static_cast<uint32_t>(__builtin_ctz(others)),
          static_cast<uint32_t>(lower)};
#else
  LetterRun run = {0, 0};
  while (run.length < kBlock && IsLetterClass(kByteClass[p[run.length]])) {
    run.lower |= uint32_t{kByteClass[p[run.length]] == kLower} << run.length;
    ++run.length;
  }
  return run;
#endif
}

Tokenizer::Tokenizer(std::string_view source, const TextRules& rules,
                     Text* text)
    : begin_(reinterpret_cast<const Byte*>(source.data())),
      end_(begin_ + source.size()),
      blocks_end_(source.size() > kBlock + 2 ? end_ - kBlock - 2 : begin_),
      p_(begin_),
      line_(begin_),
      wrap_width_(WrapWidth(source)),
      rules_(rules),
      tokens_(text->tokens),
      quote_marks_(text->quote_marks),
      clitics_(text->clitics),
      paragraphs_(text->paragraphs),
      stops_(text->stops) {}

void Tokenizer::Grow() {
  const size_t used = static_cast<size_t>(next_ - first_);
  const size_t expected = static_cast<size_t>(end_ - p_) / kBytesPerToken + 16;
  tokens_.resize(used + expected);
  first_ = tokens_.data();
  next_ = first_ + used;
  limit_ = first_ + tokens_.size();
}

// In local variables: a store through Token's byte members could change any
// member of this, as far as the compiler knows.
LetterRun Tokenizer::RunPlainWords() {
  const Byte* p = p_;
  const Byte* const last = blocks_end_;
  Token* next = next_;
  Token* const limit = limit_ - 1;  // a word may come with a comma
  uint8_t pending = pending_;
  const auto emit = [&](const Byte* from, const Byte* to, TokenKind kind,
                        uint8_t shape) {
    next->begin = static_cast<uint32_t>(from - begin_);
    next->end = static_cast<uint32_t>(to - begin_);
    next->word = 0;
    next->kind = kind;
    next->shape = shape | pending;
    ++next;
    pending = 0;
  };
  LetterRun letters;
  while (p < last && next < limit) {
    const LetterRun run = FindLetterRun(p);
    const Byte* const after = p + run.length;
    if (run.length == 0 || !kEndsPlainWord[*after]) {
      letters = run;
      break;
    }
    emit(p, after, TokenKind::kWord, run.Shape());
    p = after;
    if (*p == ',') {
      emit(p, p + 1, TokenKind::kPunctuation, 0);
      ++p;
    }
    if (*p != ' ') break;
    pending = kSpaceBefore;
    ++p;
  }
  p_ = p;
  next_ = next;
  pending_ = pending;
  return letters;
}

void Tokenizer::Run() {
  // What the vector holds is overwritten; only growth initialises tokens.
  first_ = next_ = tokens_.data();
  limit_ = first_ + tokens_.size();
  paragraphs_.push_back(0);
  while (p_ < end_) {
    if (*p_ == ' ') {
      pending_ |= kSpaceBefore;
      if (++p_ == end_) break;
    }
    if (limit_ - next_ < 2) Grow();
    const LetterRun letters = RunPlainWords();
    const CharClass first = kByteClass[*p_];  // a word never ends the text here
    if (first == kSpace) {
      pending_ |= kSpaceBefore;
      ++p_;
    } else if (IsWordClass(first)) {
      ScanWord(p_, letters);
    } else {
      Other(CharAt(p_, end_));
    }
  }
  // White space at the end begins no paragraph.
  if (paragraphs_.back() == NextToken()) paragraphs_.pop_back();
  tokens_.resize(NextToken());
}

}  // namespace text_internal

void Tokenize(std::string_view source, const TextRules& rules, Text* text) {
  text->source = source;
  text->quote_marks.clear();
  text->clitics.clear();
  text->paragraphs.clear();
  text->stops.clear();
  text->sentences.clear();
  text->quotations.clear();
  text_internal::Tokenizer(source, rules, text).Run();
}

}  // namespace stance
