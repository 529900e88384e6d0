#include "service/engine/text/characters.h"

#include <utf8proc.h>

#include <array>

namespace stance::text_internal {
namespace {

// Characters whose category says too little; kLead where it says enough.
CharClass SpecialClass(uint32_t c) {
  switch (c) {
    case 0x85:
    case 0x2028:
      return kNewline;
    case 0x2029:
      return kNewline | 1;
    case 0xB2:  // superscripts are notes, not part of the number or word
    case 0xB3:
    case 0xB9:
      return kOtherRole;
    case 0x2010:
    case 0x2011:
      return kHyphen;
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return kDash;
    case 0x2BC:
    case 0x2019:
      return kApostrophe | 1;
    case 0x2018:
    case 0x201A:
    case 0x201B:
      return Opening(kSingle);
    case 0x201C:
    case 0x201E:
    case 0x201F:
      return Opening(kDouble);
    case 0x201D:
      return Closing(kDouble);
    case 0xAB:
    case 0x2039:
      return Opening(kGuillemet);
    case 0xBB:
    case 0x203A:
      return Closing(kGuillemet);
    default:
      return c >= 0x2070 && c <= 0x209F ? kOtherRole : kLead;
  }
}

CharClass CategoryClass(uint32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return kUpper;
    case UTF8PROC_CATEGORY_LL:
      return kLower;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return kCaseless;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return kDigit;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return kMark;
    case UTF8PROC_CATEGORY_CF:
      return kIgnorable;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
      return kSpace;
    case UTF8PROC_CATEGORY_SC:
      return kCurrency;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
      return kPunctuationRole;
    default:
      return kOtherRole;
  }
}

CharClass ComputeClass(uint32_t c) {
  const CharClass special = SpecialClass(c);
  return special == kLead ? CategoryClass(c) : special;
}

// Latin, Greek, Cyrillic, Arabic, Hebrew, Indic scripts, and all punctuation
// and symbols of the general blocks: what an English text can hold but emoji
// and CJK, which are looked up one by one.
constexpr uint32_t kCached = 0x3000;

std::array<CharClass, kCached> MakeCache() {
  std::array<CharClass, kCached> cache{};
  for (uint32_t c = 0; c < kCached; ++c) cache[c] = ComputeClass(c);
  return cache;
}

}  // namespace

CharClass ClassOfCodePoint(uint32_t code_point) {
  static const std::array<CharClass, kCached> cache = MakeCache();
  return code_point < kCached ? cache[code_point] : ComputeClass(code_point);
}

Char DecodeChar(const unsigned char* p) {
  uint32_t code_point;
  uint8_t length;
  if (p[0] < 0xE0) {
    code_point = (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
    length = 2;
  } else if (p[0] < 0xF0) {
    code_point = (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    length = 3;
  } else {
    code_point = (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 |
                 (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
    length = 4;
  }
  return {ClassOfCodePoint(code_point), length};
}

}  // namespace stance::text_internal
