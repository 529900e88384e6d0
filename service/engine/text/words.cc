// Tokenizer: words and numbers that hold more than plain letters.

#include <algorithm>
#include <string>

#include "service/engine/text/characters.h"
#include "service/engine/text/tokenizer.h"
#include "service/engine/text/word_endings.h"

namespace stance::text_internal {

// Letters and digits from p_ on; what kinds of them go to *bits.
void Tokenizer::ScanRun(uint8_t* bits) {
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

bool Tokenizer::IsWordAt(const Byte* p) const {
  return p < end_ && IsWordClass(CharAt(p, end_).type);
}
bool Tokenizer::IsDigitAt(const Byte* p) const {
  return p < end_ && IsAsciiDigit(*p);
}

// "region. ": at p_ the letters of a word that ends its sentence, as most words
// with a full stop do. False where it may be another.
bool Tokenizer::EmitLastWord(LetterRun letters) {
  if (letters.length < 2) return false;
  // Letters are known only where as much text stands behind them.
  const Byte* const stop = p_ + letters.length;
  if (*stop != '.' || (stop[1] != ' ' && stop[1] != '\n') ||
      ClassifyStop(p_, p_, stop, end_, rules_) != StopKind::kApart) {
    return false;
  }
  Emit(p_, stop, TokenKind::kWord, letters.Shape());
  p_ = stop + 1;
  Emit(stop, p_, TokenKind::kPunctuation, kMayEndSentence);
  return true;
}

// A word or number whose first letter or digit is at `first`; the token may
// begin earlier, at p_, with a sign or an apostrophe.
void Tokenizer::ScanWord(const Byte* first, LetterRun letters) {
  if (EmitLastWord(letters)) return;
  const Byte* const word = p_;
  const Byte* segment = first;  // the letters since the last stop or hyphen
  const uint8_t capital = CharAt(first, end_).type == kUpper ? kCapitalised : 0;
  const uint32_t all = (1u << letters.length) - 1;
  uint8_t bits = 0;
  if ((letters.lower & all) != 0) bits |= kLower;
  if ((~letters.lower & all) != 0) bits |= kUpper;
  p_ = first + letters.length;
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
          clitics_.push_back(NextToken());
          Emit(clitic.begin, clitic.end, TokenKind::kClitic);
          p_ = clitic.end;
          return;
        }
        if (!IsLetterClass(CharAt(after, end_).type)) break;
      } else {
        if (!IsBarePossessive(after)) break;
        const Byte* const mark = p_;
        EmitWord(word, mark, bits, capital);
        clitics_.push_back(NextToken());
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
        const StopKind kind = ClassifyStop(word, segment, p_, end_, rules_);
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
bool Tokenizer::JoinsDigits(const Byte* after) const {
  if (!IsAsciiDigit(p_[-1]) || !IsDigitAt(after)) return false;
  return *p_ == ',' || *p_ == ':' ||
         (p_[0] == 0xE2 && p_[1] == 0x80 && p_[2] == 0x93);
}

// "AT&T", "A$2.6": at p_, before `after`.
bool Tokenizer::JoinsLetters(const Byte* after) const {
  if (kByteClass[p_[-1]] != kUpper) return false;
  return (*p_ == '&' && CharAt(after, end_).type == kUpper) ||
         (*p_ == '$' && IsDigitAt(after));
}

// The apostrophe at p_, which ends before `after`.
bool Tokenizer::IsBarePossessive(const Byte* after) const {
  if (rules_.bare_possessive_after.find(static_cast<char>(p_[-1])) ==
      std::string::npos) {
    return false;
  }
  return !quotes_.IsOpen(kSingle) || IsPossessiveInQuotation(after, end_);
}

void Tokenizer::EmitWord(const Byte* begin, const Byte* end, uint8_t bits,
                         uint8_t capital) {
  uint8_t shape = capital;
  TokenKind kind = TokenKind::kWord;
  if (bits & kDigit) {
    shape |= kHasDigit;
    if (IsNumber(begin, end, bits)) {
      kind = TokenKind::kNumber;
      bits = kDigit;
      shape = kHasDigit;
      if (end == p_ && p_ < end_ && *p_ == '%') end = ++p_;
    }
  }
  if ((bits & kLetterBits) == kUpper && HoldsTwoCapitals(begin, end)) {
    shape |= kAllCaps;
  }
  // "eBay", "techUK", as LetterRun::Shape() has it; but "pro-EU".
  if (capital == 0 && (bits & kUpper) != 0 && end - begin >= kShortestMixed &&
      std::find(begin, end, '-') == end) {
    shape |= kCapitalised;
  }
  if (end[-1] == '.') shape |= kMayEndSentence;
  Emit(begin, end, kind, shape);
}

// Digits, perhaps with a unit or an ordinal's ending of two letters at most
// ("3.4bn", "31st").
bool Tokenizer::IsNumber(const Byte* begin, const Byte* end,
                         uint8_t bits) const {
  if ((bits & kLetterBits) == 0) return true;
  // "NZ$40", "A$2.6bn": whose dollars.
  const Byte* mark = begin;
  while (mark < end && kByteClass[*mark] == kUpper) ++mark;
  if (mark > begin && mark < end && *mark == '$') {
    begin = mark;
    if (kByteClass[end[-1]] != kLower) return true;
    bits = kLower;
  }
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

bool Tokenizer::HoldsTwoCapitals(const Byte* p, const Byte* end) const {
  int letters = 0;
  while (p < end && letters < 2) {
    const Char c = CharAt(p, end);
    letters += c.type == kUpper;
    p += c.length;
  }
  return letters == 2;
}

}  // namespace stance::text_internal
