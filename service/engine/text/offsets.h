// Byte offsets -> offsets in the unit that a caller counts in.
//
//   OffsetMap map("Łódź 🙂 x", OffsetEncoding::kUtf16);
//   map.Map(7)   // 4: the space is three code units and a letter away
//
// Built in one pass over the text; a lookup in any order costs a table entry
// and at most 63 bytes. Borrows the text. Const after construction, so that
// threads may share it.

#ifndef STANCE_ENGINE_TEXT_OFFSETS_H_
#define STANCE_ENGINE_TEXT_OFFSETS_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace stance {

enum class OffsetEncoding : uint8_t {
  kUtf8,   // bytes: the identity
  kUtf16,  // UTF-16 code units (JavaScript, Java, C#)
  kUtf32,  // code points (Python)
};

class OffsetMap {
 public:
  // REQUIRES: `text` is valid UTF-8, under 4 GiB, and outlives the map.
  OffsetMap(std::string_view text, OffsetEncoding encoding);

  // How many units stand before `byte`. Past the end: the length of the text.
  // Inside a code point: as if that code point were passed.
  uint32_t Map(uint32_t byte) const;

 private:
  std::string_view text_;
  OffsetEncoding encoding_;
  // Units before byte 64 * i. Empty where every unit is a byte.
  std::vector<uint32_t> checkpoints_;
};

}  // namespace stance

#endif  // STANCE_ENGINE_TEXT_OFFSETS_H_
