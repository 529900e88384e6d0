#include "service/engine/text/offsets.h"

#include <algorithm>
#include <cstddef>

namespace stance {
namespace {

constexpr uint32_t kBlock = 64;

// Code units of the sequences that begin in `text`. Every byte but those of the
// form 10xxxxxx begins a code point; a lead byte from F0 on, a surrogate pair.
// Two plain sums, which the compiler turns into vector code.
uint32_t CountUnits(std::string_view text, OffsetEncoding encoding) {
  uint32_t points = 0, pairs = 0;
  for (const char c : text) {
    points += static_cast<signed char>(c) >= -0x40;
    pairs += static_cast<unsigned char>(c) >= 0xF0;
  }
  return encoding == OffsetEncoding::kUtf16 ? points + pairs : points;
}

bool IsAscii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80;
}

}  // namespace

OffsetMap::OffsetMap(std::string_view text, OffsetEncoding encoding)
    : text_(text), encoding_(encoding) {
  if (encoding == OffsetEncoding::kUtf8 || IsAscii(text)) return;
  checkpoints_.reserve(text.size() / kBlock + 1);
  uint32_t units = 0;
  for (size_t i = 0; i <= text.size(); i += kBlock) {
    checkpoints_.push_back(units);
    units += CountUnits(text.substr(i, kBlock), encoding);
  }
}

uint32_t OffsetMap::Map(uint32_t byte) const {
  byte = std::min(byte, static_cast<uint32_t>(text_.size()));
  if (checkpoints_.empty()) return byte;
  const uint32_t begin = byte / kBlock * kBlock;
  return checkpoints_[byte / kBlock] +
         CountUnits(text_.substr(begin, byte - begin), encoding_);
}

}  // namespace stance
