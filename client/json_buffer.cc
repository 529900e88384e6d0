#include "client/json_buffer.h"

#include <google/protobuf/util/json_util.h>
#include <google/protobuf/wrappers.pb.h>

#include <algorithm>
#include <cfloat>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace stance::client {
namespace {

constexpr size_t kLongestNumber = 32;

constexpr bool IsPlainAscii(unsigned char c) {
  return c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '<' && c != '>';
}

// What stands behind the "\\" of an escaped ASCII character; 0: more than that.
char ShortEscape(char c) {
  switch (c) {
    case '"':
    case '\\':
      return c;
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    default:
      return 0;
  }
}

// Bytes of the character at `i` that is not plain ASCII, if it may stand in
// JSON as it is; 0: not. Protobuf also escapes < and >, the control characters
// behind ASCII, and what has no looks (joiners, marks of direction); a
// character that might be one of these is "no", whatever it is.
size_t PlainCharacter(std::string_view text, size_t i) {
  const auto byte = [&](size_t at) {
    return static_cast<unsigned char>(at < text.size() ? text[at] : 0);
  };
  switch (const unsigned char c = byte(i); c) {
    case 0xC2:  // U+0080 to U+00BF: £, °, no-break space
      return byte(i + 1) < 0xA0 || byte(i + 1) == 0xAD ? 0 : 2;
    case 0xE2:  // U+2000 to U+2FFF: quotation marks, dashes, the euro
      if (byte(i + 1) == 0x81) return 0;
      if (byte(i + 1) == 0x80 &&
          ((byte(i + 2) >= 0x8B && byte(i + 2) <= 0x8F) ||
           byte(i + 2) >= 0xA8)) {
        return 0;
      }
      return 3;
    case 0xD8:
    case 0xDB:
    case 0xDC:
    case 0xE1:
    case 0xED:
    case 0xEF:
    case 0xF0:
    case 0xF3:
      return 0;
    default:
      if (c < 0xC0) return 0;
      return c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
  }
}

// A string with what only protobuf knows how to escape.
std::string Escaped(std::string_view text) {
  google::protobuf::StringValue value;
  value.set_value(std::string(text));
  std::string out;
  (void)google::protobuf::util::MessageToJsonString(value, &out);
  return out;
}

// Has room for kLongestNumber; returns the number's length.
size_t WriteFloat(float value, char* out) {
  // The shortest text that tells it, where that is the same and found sooner.
  if (value >= 0.001F && value < 1000) {
    const std::to_chars_result end = std::to_chars(
        out, out + kLongestNumber, value, std::chars_format::fixed);
    constexpr ptrdiff_t kSixDigits = 7;  // and a point
    if (value < 1 ? end.ptr - out <= kSixDigits + 1
                  : end.ptr - out <= kSixDigits) {
      return static_cast<size_t>(end.ptr - out);
    }
  }
  int size = std::snprintf(out, kLongestNumber, "%.*g", FLT_DIG, value);
  if (std::strtof(out, nullptr) != value) {
    size = std::snprintf(out, kLongestNumber, "%.*g", FLT_DIG + 3, value);
  }
  return static_cast<size_t>(size);
}

}  // namespace

void JsonBuffer::Grow(size_t more) {
  room_ = std::max(2 * room_, size_ + more + kBlock);
  auto larger = std::make_unique_for_overwrite<char[]>(room_);
  if (size_ > 0) std::memcpy(larger.get(), bytes_.get(), size_);
  bytes_ = std::move(larger);
}

// What begins at `i`; returns where it ends. A block at a time, so that the
// compiler can look at its bytes at once.
size_t JsonBuffer::CopyPlainAscii(std::string_view text, size_t i) {
  const size_t begin = i;
  char* to = end();
  for (; i + kBlock <= text.size(); i += kBlock, to += kBlock) {
    unsigned char all = 1;
    for (size_t j = 0; j < kBlock; ++j) {
      all &= IsPlainAscii(static_cast<unsigned char>(text[i + j])) ? 1 : 0;
    }
    std::memcpy(to, text.data() + i, kBlock);
    if (all == 0) break;
  }
  while (i < text.size() && IsPlainAscii(static_cast<unsigned char>(text[i]))) {
    *to++ = text[i++];
  }
  Advance(i - begin);
  return i;
}

void JsonBuffer::AddString(std::string_view text) {
  Ensure(6 * text.size() + 2);  // an escape takes six bytes for one
  const size_t before = size();
  Put('"');
  for (size_t i = 0; (i = CopyPlainAscii(text, i)) < text.size();) {
    if (const char letter = ShortEscape(text[i]); letter != 0) {
      Put('\\');
      Put(letter);
      ++i;
    } else if (size_t length = PlainCharacter(text, i); length > 0) {
      for (; length > 0 && i < text.size(); --length) Put(text[i++]);
    } else {
      ShrinkTo(before);
      Add(Escaped(text));
      return;
    }
  }
  Put('"');
}

void JsonBuffer::AddNumber(uint32_t value) {
  Ensure(kLongestNumber);
  Advance(static_cast<size_t>(
      std::to_chars(end(), end() + kLongestNumber, value).ptr - end()));
}

void JsonBuffer::AddNumber(int32_t value) {
  Ensure(kLongestNumber);
  Advance(static_cast<size_t>(
      std::to_chars(end(), end() + kLongestNumber, value).ptr - end()));
}

void JsonBuffer::AddNumber(float value) {
  Ensure(kLongestNumber);
  Advance(WriteFloat(value, end()));
}

}  // namespace stance::client
