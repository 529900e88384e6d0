// What a character is to the tokenizer: one byte of class, from a table.
// Internal to engine/text.

#ifndef STANCE_ENGINE_TEXT_CHARACTERS_H_
#define STANCE_ENGINE_TEXT_CHARACTERS_H_

#include <array>
#include <cstdint>

namespace stance::text_internal {

// High nibble: the role. Low nibble: detail, by role.
using CharClass = uint8_t;

enum Role : uint8_t {
  kLetterOrDigit = 0x00,  // detail: LetterBits
  kSpace = 0x10,          // control characters and NUL too
  kNewline = 0x20,        // detail: 1 for a paragraph separator
  kMark = 0x30,           // combining: belongs to what stands before it
  kIgnorable = 0x40,      // zero width: joiners, soft hyphens, BOM, direction
  kHyphen = 0x50,         // joins words
  kDash = 0x60,           // parts them
  kStop = 0x70,           // the full stop
  kApostrophe = 0x80,     // ' and ’, which quote too. Detail: 1 for ’
  kOpening = 0x90,        // detail: QuoteFamily
  kClosing = 0xA0,        // detail: QuoteFamily
  kStraight = 0xB0,       // the quotation mark without direction
  kCurrency = 0xC0,
  kPunctuationRole = 0xD0,
  kOtherRole = 0xE0,
  kLead = 0xF0,  // first byte of a code point outside ASCII
};

enum LetterBits : uint8_t { kLower = 1, kUpper = 2, kDigit = 4, kCaseless = 8 };
constexpr uint8_t kLetterBits = kLower | kUpper | kCaseless;

enum QuoteFamily : uint8_t { kDouble = 0, kSingle = 1, kGuillemet = 2 };

constexpr CharClass Opening(QuoteFamily family) {
  return static_cast<CharClass>(uint8_t{kOpening} | uint8_t{family});
}
constexpr CharClass Closing(QuoteFamily family) {
  return static_cast<CharClass>(uint8_t{kClosing} | uint8_t{family});
}

constexpr Role RoleOf(CharClass c) { return static_cast<Role>(c & 0xF0); }
constexpr bool IsWordClass(CharClass c) { return c < 0x10; }
constexpr bool IsLetterClass(CharClass c) {
  return c < 0x10 && (c & kLetterBits) != 0;
}

constexpr bool IsAsciiDigit(int c) { return c >= '0' && c <= '9'; }

constexpr CharClass AsciiClass(int c) {
  if (c >= 0x80) return kLead;
  if (c >= 'a' && c <= 'z') return kLower;
  if (c >= 'A' && c <= 'Z') return kUpper;
  if (IsAsciiDigit(c)) return kDigit;
  switch (c) {
    case '\n':
    case '\r':
      return kNewline;
    case '-':
      return kHyphen;
    case '.':
      return kStop;
    case '\'':
      return kApostrophe;
    case '"':
      return kStraight;
    case '`':
      return Opening(kSingle);
    case '$':
      return kCurrency;
    case '+':
    case '<':
    case '=':
    case '>':
    case '^':
    case '|':
    case '~':
      return kOtherRole;
    default:
      return c <= ' ' || c == 0x7F ? kSpace : kPunctuationRole;
  }
}

constexpr std::array<CharClass, 256> MakeByteClasses() {
  std::array<CharClass, 256> classes{};
  for (int c = 0; c < 256; ++c) classes[c] = AsciiClass(c);
  return classes;
}

// By byte; kLead from 0x80 on.
inline constexpr std::array<CharClass, 256> kByteClass = MakeByteClasses();

// Class of a code point outside ASCII, from Unicode's general categories.
CharClass ClassOfCodePoint(uint32_t code_point);

// One character of a text: its class, and how many bytes it takes.
struct Char {
  CharClass type = kSpace;
  uint8_t length = 0;  // 0 at the end of the text
};

// REQUIRES: valid UTF-8 between `p` and `end`.
Char DecodeChar(const unsigned char* p);
inline Char CharAt(const unsigned char* p, const unsigned char* end) {
  if (p >= end) return {};
  const CharClass type = kByteClass[*p];
  if (type != kLead) return {type, 1};
  return DecodeChar(p);
}

}  // namespace stance::text_internal

#endif  // STANCE_ENGINE_TEXT_CHARACTERS_H_
