// Tokenizer: quotation marks, punctuation, symbols, white space.

#include <string_view>

#include "service/engine/text/characters.h"
#include "service/engine/text/quote_marks.h"
#include "service/engine/text/tokenizer.h"
#include "service/engine/text/wrapping.h"

namespace stance::text_internal {
namespace {

QuoteFamily FamilyOf(Char c) { return static_cast<QuoteFamily>(c.type & 0x0F); }

// ! ? and … (U+2026), at `p`.
bool EndsSentences(const Byte* p, uint8_t length) {
  return *p == '!' || *p == '?' ||
         (length == 3 && p[0] == 0xE2 && p[1] == 0x80 && p[2] == 0xA6);
}

}  // namespace

void Tokenizer::Newline() {
  const Byte* const line_end = p_;
  int breaks = 0;
  bool paragraph = false;
  while (p_ < end_) {
    const Char c = CharAt(p_, end_);
    if (RoleOf(c.type) == kNewline) {
      if (*p_ == '\r' && p_ + 1 < end_ && p_[1] == '\n') ++p_;
      paragraph |= (c.type & 1) != 0;
      ++breaks;
    } else if (RoleOf(c.type) != kSpace && RoleOf(c.type) != kIgnorable) {
      break;
    }
    p_ += c.length;
  }
  pending_ |= kSpaceBefore | kLineStart;
  if (paragraph || breaks > 1 || BeginsParagraph(line_end)) {
    pending_ |= kParagraphStart;
    if (paragraphs_.back() != NextToken()) paragraphs_.push_back(NextToken());
    quotes_.Clear();
  }
  line_ = p_;
}

// Whether the line at p_ begins a paragraph, though no blank line stands
// before it. `line_end` ends the line before.
bool Tokenizer::BeginsParagraph(const Byte* line_end) const {
  const Char first = CharAt(p_, end_);
  const bool list_mark = p_ + 1 < end_ && p_[1] == ')';
  if (first.type == kLower && !list_mark) return false;
  if (wrap_width_ == 0) return true;
  const auto view = [](const Byte* b, const Byte* e) {
    return std::string_view(reinterpret_cast<const char*>(b),
                            static_cast<size_t>(e - b));
  };
  return !FillsLine(view(line_, line_end), view(p_, end_), wrap_width_);
}

void Tokenizer::Other(Char c) {
  const Byte* const after = p_ + c.length;
  switch (RoleOf(c.type)) {
    case kLetterOrDigit:
      return ScanWord(p_);
    case kNewline:
      return Newline();
    case kSpace:
      pending_ |= kSpaceBefore;
      [[fallthrough]];
    case kMark:
    case kIgnorable:
      p_ = after;
      return;
    case kHyphen:
      // "-5", but not the second of two.
      if (IsDigitAt(after) && OpensHere()) return ScanWord(after);
      [[fallthrough]];
    case kDash:
      return Run(RoleOf(c.type), 0);
    case kStop:
      if (IsDigitAt(after) && OpensHere()) return ScanWord(after);
      return Run(kStop, kMayEndSentence);
    case kCurrency:
      if (IsDigitAt(after)) return ScanWord(after);
      return Symbol(after);
    case kApostrophe:
      // "’90s", "rock ’n’ roll": a mark that closes has no space before it.
      if ((c.type & 1) != 0 && OpensHere() && IsWordAt(after) &&
          !quotes_.IsOpen(kSingle)) {
        return ScanWord(after);
      }
      if (after < end_ && *p_ == '\'' && *after == '\'') {
        return Quote(after + 1, kDouble, Opens(after + 1, kDouble));
      }
      return Quote(after, kSingle,
                   (c.type & 1) != 0 ? false : Opens(after, kSingle));
    case kOpening:
      if (*p_ == '`' && after < end_ && *after == '`') {
        return Quote(after + 1, kDouble, true);
      }
      return Quote(after, FamilyOf(c), true);
    case kClosing:
      return Quote(after, FamilyOf(c), false);
    case kStraight:
      // Inches and seconds.
      if (p_ > begin_ && IsAsciiDigit(p_[-1]) && !quotes_.IsOpen(kDouble)) {
        return Symbol(after);
      }
      return Quote(after, kDouble, Opens(after, kDouble));
    case kPunctuationRole:
      Emit(p_, after, TokenKind::kPunctuation,
           EndsSentences(p_, c.length) ? kMayEndSentence : 0);
      p_ = after;
      return;
    default:
      return Symbol(after);
  }
}

// A run of characters of one role.
void Tokenizer::Run(uint8_t role, uint8_t shape) {
  const Byte* const first = p_;
  Char c = CharAt(p_, end_);
  do {
    p_ += c.length;
    c = CharAt(p_, end_);
  } while (c.length > 0 && RoleOf(c.type) == role);
  Emit(first, p_, TokenKind::kPunctuation, shape);
}

// A symbol with the marks and joiners after it, so that a composed emoji is
// one token.
void Tokenizer::Symbol(const Byte* after) {
  const Byte* const first = p_;
  bool joined = false;
  while (after < end_ && *after >= 0x80) {
    const Char c = DecodeChar(after);
    const bool joiner = RoleOf(c.type) == kIgnorable;
    const bool skin_tone = c.length == 4 && after[0] == 0xF0 &&
                           after[1] == 0x9F && after[2] == 0x8F &&
                           after[3] >= 0xBB && after[3] <= 0xBF;
    if (!joiner && RoleOf(c.type) != kMark && !skin_tone &&
        !(joined && RoleOf(c.type) == kOtherRole)) {
      break;
    }
    joined = joiner;
    after += c.length;
  }
  p_ = after;
  Emit(first, p_, TokenKind::kOther);
}

void Tokenizer::Quote(const Byte* after, QuoteFamily family, bool opens) {
  quote_marks_.push_back(NextToken());
  Emit(p_, after, TokenKind::kQuote, opens ? kOpensQuote : 0);
  quotes_.Set(family, opens);
  p_ = after;
}

bool Tokenizer::Opens(const Byte* after, QuoteFamily family) const {
  return quotes_.Opens(family, {OpensHere(), ClosesAt(after)});
}

// Whether what stands before p_ lets a mark open: a space, the beginning, an
// opening bracket or mark, a dash, a slash.
bool Tokenizer::OpensHere() const {
  if (next_ == first_ || (pending_ & kSpaceBefore) != 0) return true;
  const Token& last = next_[-1];
  if (last.kind == TokenKind::kQuote) return (last.shape & kOpensQuote) != 0;
  if (last.kind != TokenKind::kPunctuation) return false;
  const Byte* const p = begin_ + last.begin;
  const CharClass type = CharAt(p, end_).type;
  return *p == '(' || *p == '[' || *p == '{' || *p == '/' ||
         RoleOf(type) == kDash || RoleOf(type) == kHyphen;
}

// Whether what stands at `p` lets a mark before it close.
bool Tokenizer::ClosesAt(const Byte* p) const {
  const Char c = CharAt(p, end_);
  if (c.length == 0) return true;
  switch (RoleOf(c.type)) {
    case kSpace:
    case kNewline:
    case kDash:
    case kHyphen:
    case kStop:
    case kClosing:
      return true;
    case kPunctuationRole:
      return *p != '(' && *p != '[' && *p != '{' && *p != '#' && *p != '@';
    default:
      return false;
  }
}

}  // namespace stance::text_internal
