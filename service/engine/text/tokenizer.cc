// Tokenize(): one pass over the bytes, driven by a table of character classes.
//
// White space sets the shape bits of the token after it; letters and digits run
// in a tight loop; whatever stops that loop is looked at once, here or in
// word_endings.h.

#include <cstdint>
#include <string_view>

#include "service/engine/text/characters.h"
#include "service/engine/text/quote_marks.h"
#include "service/engine/text/text.h"
#include "service/engine/text/word_endings.h"
#include "service/engine/text/wrapping.h"

namespace stance {
namespace {

using namespace text_internal;  // NOLINT: this file is that namespace's user

bool IsAsciiDigit(Byte c) { return c >= '0' && c <= '9'; }

class Tokenizer {
 public:
  Tokenizer(std::string_view source, const TextRules& rules, Text* text)
      : begin_(reinterpret_cast<const Byte*>(source.data())),
        end_(begin_ + source.size()),
        p_(begin_),
        line_(begin_),
        wrap_width_(WrapWidth(source)),
        rules_(rules),
        tokens_(text->tokens) {}

  void Run() {
    while (p_ < end_) {
      const CharClass type = kByteClass[*p_];
      if (type == kSpace) {
        pending_ |= kSpaceBefore;
        ++p_;
      } else if (IsWordClass(type)) {
        ScanWord(p_);
      } else {
        Other(CharAt(p_, end_));
      }
    }
  }

 private:
  void Emit(const Byte* begin, const Byte* end, TokenKind kind,
            uint8_t shape = 0) {
    Token& token = tokens_.emplace_back();
    token.begin = static_cast<uint32_t>(begin - begin_);
    token.end = static_cast<uint32_t>(end - begin_);
    token.kind = kind;
    token.shape = shape | pending_;
    pending_ = 0;
  }

  // --- White space ---

  void Newline() {
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
      quotes_.Clear();
    }
    line_ = p_;
  }

  // Whether the line at p_ begins a paragraph, though no blank line stands
  // before it. `line_end` ends the line before.
  bool BeginsParagraph(const Byte* line_end) const {
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

  // --- Words and numbers ---

  // Letters and digits from p_ on; what kinds of them go to *bits.
  void ScanRun(uint8_t* bits) {
    uint8_t all = *bits;
    const Byte* p = p_;
    while (p < end_) {
      CharClass type = kByteClass[*p];
      if (IsWordClass(type)) {
        all |= type;
        ++p;
        continue;
      }
      if (type != kLead) break;
      const Char c = DecodeChar(p);
      if (IsWordClass(c.type)) {
        all |= c.type;
      } else if (RoleOf(c.type) != kMark &&
                 !(RoleOf(c.type) == kIgnorable &&
                   IsWordClass(CharAt(p + c.length, end_).type) &&
                   p + c.length < end_)) {
        break;
      }
      p += c.length;
    }
    *bits = all;
    p_ = p;
  }

  bool IsWordAt(const Byte* p) const {
    return p < end_ && IsWordClass(CharAt(p, end_).type);
  }
  bool IsDigitAt(const Byte* p) const { return p < end_ && IsAsciiDigit(*p); }

  // A word or number whose first letter or digit is at `first`; the token may
  // begin earlier, at p_, with a sign or an apostrophe.
  void ScanWord(const Byte* first) {
    const Byte* const word = p_;
    const Byte* segment = first;  // the letters since the last stop or hyphen
    const uint8_t capital =
        CharAt(first, end_).type == kUpper ? kCapitalised : 0;
    uint8_t bits = 0;
    p_ = first;
    while (true) {
      ScanRun(&bits);
      // Most words end at a space.
      if (p_ == end_ || *p_ == ' ') break;
      const Char c = CharAt(p_, end_);
      const Byte* const after = p_ + c.length;
      const Role role = RoleOf(c.type);
      if (role == kHyphen) {
        if (!IsWordAt(after)) break;
        segment = after;
      } else if (role == kApostrophe) {
        if (IsWordAt(after)) {
          const Clitic clitic = FindClitic(word, p_, after, end_, rules_);
          if (clitic.begin != nullptr) {
            if (clitic.begin > word) {
              EmitWord(word, clitic.begin, bits, capital);
            }
            Emit(clitic.begin, clitic.end, TokenKind::kClitic);
            p_ = clitic.end;
            return;
          }
          if (!IsLetterClass(CharAt(after, end_).type)) break;
        } else {
          if (!IsBarePossessive(after)) break;
          const Byte* const mark = p_;
          EmitWord(word, mark, bits, capital);
          Emit(mark, after, TokenKind::kClitic);
          p_ = after;
          return;
        }
        segment = after;
      } else if (role == kStop) {
        if (IsAsciiDigit(p_[-1])) {
          if (!IsDigitAt(after)) break;
        } else {
          if (segment == p_) break;
          const StopKind kind =
              ClassifyStop(word, segment, p_, end_, rules_);
          if (kind == StopKind::kApart) break;
          if (kind == StopKind::kLast) {
            p_ = after;
            break;
          }
        }
        segment = after;
        // The hyphen of "U.S.-led", which no letter stands before.
        if (p_ + 1 < end_ && p_[1] == '-') {
          p_ += 2;
          segment = p_;
          continue;
        }
      } else if (!JoinsDigits(after) && !JoinsLetters(after)) {
        break;
      }
      p_ = after;
    }
    EmitWord(word, p_, bits, capital);
  }

  // "1,000", "10:30", "2019–23": at p_, before `after`.
  bool JoinsDigits(const Byte* after) const {
    if (!IsAsciiDigit(p_[-1]) || !IsDigitAt(after)) return false;
    return *p_ == ',' || *p_ == ':' ||
           (p_[0] == 0xE2 && p_[1] == 0x80 && p_[2] == 0x93);
  }

  // "AT&T": at p_, before `after`.
  bool JoinsLetters(const Byte* after) const {
    return *p_ == '&' && kByteClass[p_[-1]] == kUpper &&
           CharAt(after, end_).type == kUpper;
  }

  // The apostrophe at p_, which ends before `after`.
  bool IsBarePossessive(const Byte* after) const {
    if (rules_.bare_possessive_after.find(static_cast<char>(p_[-1])) ==
        std::string::npos) {
      return false;
    }
    return !quotes_.IsOpen(kSingle) || IsPossessiveInQuotation(after, end_);
  }

  void EmitWord(const Byte* begin, const Byte* end, uint8_t bits,
                uint8_t capital) {
    uint8_t shape = capital;
    TokenKind kind = TokenKind::kWord;
    if (bits & kDigit) {
      shape |= kHasDigit;
      if (IsNumber(begin, end, bits)) {
        kind = TokenKind::kNumber;
        if (end == p_ && p_ < end_ && *p_ == '%') end = ++p_;
      }
    }
    if ((bits & kLetterBits) == kUpper && HoldsTwoCapitals(begin, end)) {
      shape |= kAllCaps;
    }
    Emit(begin, end, kind, shape);
  }

  // Digits, perhaps with a unit or an ordinal's ending of two letters at most
  // ("3.4bn", "31st").
  bool IsNumber(const Byte* begin, const Byte* end, uint8_t bits) const {
    if ((bits & kLetterBits) == 0) return true;
    if ((bits & kLetterBits) != kLower) return false;
    int letters = 0;
    while (kByteClass[end[-1]] == kLower) {
      if (++letters > 2) return false;
      --end;
    }
    if (!IsAsciiDigit(end[-1])) return false;
    for (const Byte* p = begin; p < end; ++p) {
      if (kByteClass[*p] == kLower) return false;
    }
    return true;
  }

  bool HoldsTwoCapitals(const Byte* p, const Byte* end) const {
    int letters = 0;
    while (p < end && letters < 2) {
      const Char c = CharAt(p, end);
      letters += c.type == kUpper;
      p += c.length;
    }
    return letters == 2;
  }

  // --- Everything else ---

  void Other(Char c) {
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
        return Run(c.type & 0xF0, TokenKind::kPunctuation);
      case kStop:
        if (IsDigitAt(after) && OpensHere()) return ScanWord(after);
        return Run(kStop, TokenKind::kPunctuation);
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
      case kPunctuationRole: {
        Emit(p_, after, TokenKind::kPunctuation);
        p_ = after;
        return;
      }
      default:
        return Symbol(after);
    }
  }

  static QuoteFamily FamilyOf(Char c) {
    return static_cast<QuoteFamily>(c.type & 0x0F);
  }

  // A run of characters of one role.
  void Run(uint8_t role, TokenKind kind) {
    const Byte* const first = p_;
    Char c = CharAt(p_, end_);
    do {
      p_ += c.length;
      c = CharAt(p_, end_);
    } while (c.length > 0 && RoleOf(c.type) == role);
    Emit(first, p_, kind);
  }

  // A symbol with the marks and joiners after it, so that a composed emoji is
  // one token.
  void Symbol(const Byte* after) {
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

  void Quote(const Byte* after, QuoteFamily family, bool opens) {
    Emit(p_, after, TokenKind::kQuote, opens ? kOpensQuote : 0);
    quotes_.Set(family, opens);
    p_ = after;
  }

  bool Opens(const Byte* after, QuoteFamily family) const {
    return quotes_.Opens(family, {OpensHere(), ClosesAt(after)});
  }

  // Whether what stands before p_ lets a mark open: a space, the beginning, an
  // opening bracket or mark, a dash, a slash.
  bool OpensHere() const {
    if (tokens_.empty() || (pending_ & kSpaceBefore) != 0) return true;
    const Token& last = tokens_.back();
    if (last.kind == TokenKind::kQuote) return (last.shape & kOpensQuote) != 0;
    if (last.kind != TokenKind::kPunctuation) return false;
    const Byte* const p = begin_ + last.begin;
    const CharClass type = CharAt(p, end_).type;
    return *p == '(' || *p == '[' || *p == '{' || *p == '/' ||
           RoleOf(type) == kDash || RoleOf(type) == kHyphen;
  }

  // Whether what stands at `p` lets a mark before it close.
  bool ClosesAt(const Byte* p) const {
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

  const Byte* const begin_;
  const Byte* const end_;
  const Byte* p_;
  const Byte* line_;  // begins the line that p_ is in
  const size_t wrap_width_;
  const TextRules& rules_;
  std::vector<Token>& tokens_;
  OpenQuotes quotes_;
  uint8_t pending_ = kParagraphStart | kLineStart;  // shape of the next token
};

}  // namespace

void Tokenize(std::string_view source, const TextRules& rules, Text* text) {
  text->source = source;
  text->tokens.clear();
  text->sentences.clear();
  text->quotations.clear();
  Tokenizer(source, rules, text).Run();
}

}  // namespace stance
