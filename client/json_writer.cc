#include "client/json_writer.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/wrappers.pb.h>

#include <algorithm>
#include <bit>
#include <cfloat>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace stance::client {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

std::string ByProtobuf(const Message& message) {
  std::string out;
  // Fails only for an Any whose type is not linked in.
  (void)google::protobuf::util::MessageToJsonString(message, &out);
  return out;
}

constexpr bool IsPlainAscii(unsigned char c) {
  return c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '<' && c != '>';
}

// Bytes that are looked at, and copied, at once.
constexpr size_t kBlock = 16;

// Room to write in, kept from one answer to the next. Who writes a thing has
// asked for its room, and for a block more.
class Buffer {
 public:
  void Clear() { size_ = 0; }
  void Ensure(size_t more) {
    const size_t needed = size_ + more + kBlock;
    if (needed <= room_) return;
    room_ = std::max(2 * room_, needed);
    auto larger = std::make_unique_for_overwrite<char[]>(room_);
    if (size_ > 0) std::memcpy(larger.get(), bytes_.get(), size_);
    bytes_ = std::move(larger);
  }

  char* end() { return bytes_.get() + size_; }
  void Advance(size_t size) { size_ += size; }
  void Put(char c) { bytes_[size_++] = c; }

  size_t size() const { return size_; }
  void ShrinkTo(size_t size) { size_ = size; }
  std::string_view text() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  size_t size_ = 0;
  size_t room_ = 0;
};

// Copies the plain ASCII that begins at `i`; returns where it ends. A block at
// a time, so that the compiler can look at its bytes at once.
size_t CopyPlainAscii(std::string_view text, size_t i, Buffer* out) {
  const size_t begin = i;
  char* to = out->end();
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
  out->Advance(i - begin);
  return i;
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
  return ByProtobuf(value);
}

// `text` as a JSON string. An escape takes six bytes for one.
void WriteString(std::string_view text, Buffer* out) {
  out->Ensure(6 * text.size() + 2);
  const size_t before = out->size();
  out->Put('"');
  for (size_t i = 0; (i = CopyPlainAscii(text, i, out)) < text.size();) {
    if (const char letter = ShortEscape(text[i]); letter != 0) {
      out->Put('\\');
      out->Put(letter);
      ++i;
    } else if (size_t length = PlainCharacter(text, i); length > 0) {
      for (; length > 0 && i < text.size(); --length) out->Put(text[i++]);
    } else {
      const std::string escaped = Escaped(text);
      out->ShrinkTo(before);
      out->Ensure(escaped.size());
      std::memcpy(out->end(), escaped.data(), escaped.size());
      out->Advance(escaped.size());
      return;
    }
  }
  out->Put('"');
}

// With six digits, or nine where six are not enough to tell the number.
constexpr size_t kLongestNumber = 32;

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

// A short text that is copied whole: to copy a length that the compiler knows
// takes no call.
struct Piece {
  static constexpr size_t kRoom = 48;
  char text[kRoom] = {};
  size_t size = 0;

  // False: it does not fit.
  bool Set(std::string_view from) {
    if (from.size() > kRoom) return false;
    size = from.copy(text, kRoom);
    return true;
  }
};

// What is known of a message type before any message: how its fields are
// written, by their numbers.
struct Form;

struct FieldForm {
  Piece key;  // ",\"articleId\":"; with "[" where repeated; else empty: none
  FieldDescriptor::Type type = FieldDescriptor::TYPE_BOOL;
  bool repeated = false;
  const Form* message = nullptr;   // of a message
  std::vector<Piece> value_names;  // of an enum, quoted, by their numbers
};

struct Form {
  std::vector<FieldForm> fields;  // at their numbers; the gaps have no field
  bool known = true;              // false: protobuf has to print it
};

// Forms are made once and stay.
class Forms {
 public:
  const Form& Of(const Descriptor& type) {
    const std::lock_guard lock(mutex_);
    return Make(type);
  }

 private:
  // The highest number that a table is made for.
  static constexpr int kHighest = 100;

  static bool SetValueNames(const google::protobuf::EnumDescriptor& type,
                            FieldForm* form) {
    for (int i = 0; i < type.value_count(); ++i) {
      const int number = type.value(i)->number();
      if (number < 0 || number > kHighest) return false;
      const auto at = static_cast<size_t>(number);
      if (form->value_names.size() <= at) form->value_names.resize(at + 1);
      Piece& name = form->value_names[at];
      if (name.size == 0 &&
          !name.Set(absl::StrCat("\"", type.value(i)->name(), "\""))) {
        return false;
      }
    }
    return true;
  }

  static bool IsKnown(const FieldDescriptor& field) {
    if (field.is_map() || field.number() > kHighest) return false;
    switch (field.type()) {
      case FieldDescriptor::TYPE_STRING:
      case FieldDescriptor::TYPE_MESSAGE:
        return true;
      case FieldDescriptor::TYPE_ENUM:
      case FieldDescriptor::TYPE_UINT32:
      case FieldDescriptor::TYPE_BOOL:
      case FieldDescriptor::TYPE_FLOAT:
        return !field.is_repeated();
      default:
        return false;
    }
  }

  const Form& Make(const Descriptor& type) {
    std::unique_ptr<Form>& form = forms_[&type];
    if (form != nullptr) return *form;
    form = std::make_unique<Form>();
    Form& made = *form;  // the map may move
    // Known types have forms of their own.
    made.known = !absl::StartsWith(type.full_name(), "google.protobuf.");
    for (int i = 0; i < type.field_count(); ++i) {
      const FieldDescriptor& field = *type.field(i);
      if (!IsKnown(field)) made.known = false;
      if (!made.known) return made;
      const auto number = static_cast<size_t>(field.number());
      if (made.fields.size() <= number) made.fields.resize(number + 1);
      FieldForm& out = made.fields[number];
      out.type = field.type();
      out.repeated = field.is_repeated();
      made.known = out.key.Set(absl::StrCat(",\"", field.json_name(),
                                            "\":", out.repeated ? "[" : "")) &&
                   (field.enum_type() == nullptr ||
                    SetValueNames(*field.enum_type(), &out));
      if (!made.known) return made;
      if (field.message_type() != nullptr) {
        const Form& inner = Make(*field.message_type());
        made.fields[number].message = &inner;
      }
    }
    return made;
  }

  std::mutex mutex_;
  absl::flat_hash_map<const Descriptor*, std::unique_ptr<Form>> forms_;
};

// Writes a message from its serialised form, which is read several times as
// fast as reflection tells its fields. Fields stand there by their numbers, as
// protobuf's own printer has them. What is read protobuf has just written: it
// is well formed.
class Writer {
 public:
  Writer(std::string_view bytes, Buffer* out)
      : at_(reinterpret_cast<const uint8_t*>(bytes.data())), out_(*out) {}

  // The next `size` bytes. False: the message holds what protobuf has to print
  // itself.
  bool WriteMessage(const Form& form, size_t size) {
    if (!form.known) return false;
    const uint8_t* const end = at_ + size;
    out_.Ensure(1);
    out_.Put('{');
    bool first = true;
    const FieldForm* list = nullptr;  // whose values are being written
    while (at_ < end) {
      const uint32_t number = ReadNumber() >> 3;
      if (number >= form.fields.size()) return false;
      const FieldForm& field = form.fields[number];
      if (field.key.size == 0) return false;
      out_.Ensure(2 + Piece::kRoom);
      if (&field == list) {
        out_.Put(',');
      } else {
        if (list != nullptr) out_.Put(']');
        Put(field.key);
        if (first) DropComma(field.key.size);
        first = false;
        list = field.repeated ? &field : nullptr;
      }
      if (!WriteValue(field)) return false;
    }
    out_.Ensure(2);
    if (list != nullptr) out_.Put(']');
    out_.Put('}');
    return true;
  }

 private:
  uint32_t ReadNumber() {
    uint32_t value = *at_ & 0x7F;
    for (int shift = 7; (*at_++ & 0x80) != 0; shift += 7) {
      // Ten bytes are a negative number; only its low half counts.
      if (shift < 32) value |= static_cast<uint32_t>(*at_ & 0x7F) << shift;
    }
    return value;
  }

  void Put(const Piece& piece) {
    std::memcpy(out_.end(), piece.text, Piece::kRoom);
    out_.Advance(piece.size);
  }

  // That of the key that was just written.
  void DropComma(size_t size) {
    char* const key = out_.end() - size;
    std::memmove(key, key + 1, size - 1);
    out_.ShrinkTo(out_.size() - 1);
  }

  bool WriteValue(const FieldForm& form) {
    switch (form.type) {
      case FieldDescriptor::TYPE_MESSAGE:
        return WriteMessage(*form.message, ReadNumber());
      case FieldDescriptor::TYPE_STRING: {
        const size_t size = ReadNumber();
        WriteString({reinterpret_cast<const char*>(at_), size}, &out_);
        at_ += size;
        return true;
      }
      case FieldDescriptor::TYPE_ENUM: {
        const uint32_t number = ReadNumber();
        out_.Ensure(std::max(Piece::kRoom, kLongestNumber));
        if (number < form.value_names.size() &&
            form.value_names[number].size > 0) {
          Put(form.value_names[number]);
        } else {
          WriteInteger(static_cast<int32_t>(number));
        }
        return true;
      }
      case FieldDescriptor::TYPE_UINT32:
        WriteInteger(ReadNumber());
        return true;
      case FieldDescriptor::TYPE_BOOL:
        WriteWord(ReadNumber() != 0 ? "true" : "false");
        return true;
      case FieldDescriptor::TYPE_FLOAT: {
        float value = 0;
        static_assert(std::endian::native == std::endian::little);
        std::memcpy(&value, at_, sizeof value);
        at_ += sizeof value;
        if (!std::isfinite(value)) return false;
        out_.Ensure(kLongestNumber);
        out_.Advance(WriteFloat(value, out_.end()));
        return true;
      }
      default:
        return false;
    }
  }

  template <typename Integer>
  void WriteInteger(Integer value) {
    out_.Ensure(kLongestNumber);
    char* const begin = out_.end();
    out_.Advance(static_cast<size_t>(
        std::to_chars(begin, begin + kLongestNumber, value).ptr - begin));
  }

  void WriteWord(std::string_view word) {
    out_.Ensure(word.size());
    out_.Advance(word.copy(out_.end(), word.size()));
  }

  const uint8_t* at_;
  Buffer& out_;
};

}  // namespace

void AppendJson(const Message& message, std::string* out) {
  static Forms& forms = *new Forms;
  thread_local std::string bytes;
  thread_local Buffer json;
  json.Clear();
  if (message.SerializeToString(&bytes) &&
      Writer(bytes, &json)
          .WriteMessage(forms.Of(*message.GetDescriptor()), bytes.size())) {
    out->append(json.text());
  } else {
    *out += ByProtobuf(message);
  }
}

void AppendJsonString(std::string_view text, std::string* out) {
  Buffer json;
  WriteString(text, &json);
  out->append(json.text());
}

}  // namespace stance::client
