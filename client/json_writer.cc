#include "client/json_writer.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/wire_format_lite.h>
#include <google/protobuf/wrappers.pb.h>

#include <algorithm>
#include <cfloat>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace stance::client {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::internal::WireFormatLite;

std::string ByProtobuf(const Message& message) {
  std::string out;
  // Fails only for an Any whose type is not linked in.
  (void)google::protobuf::util::MessageToJsonString(message, &out);
  return out;
}

constexpr bool IsPlainAscii(unsigned char c) {
  return c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '<' && c != '>';
}

// Where the plain ASCII that begins at `i` ends. A block at a time, so that the
// compiler can look at its bytes at once.
size_t EndOfPlainAscii(std::string_view text, size_t i) {
  constexpr size_t kBlock = 16;
  for (; i + kBlock <= text.size(); i += kBlock) {
    unsigned char all = 1;
    for (size_t j = 0; j < kBlock; ++j) {
      all &= IsPlainAscii(static_cast<unsigned char>(text[i + j])) ? 1 : 0;
    }
    if (all == 0) break;
  }
  while (i < text.size() && IsPlainAscii(static_cast<unsigned char>(text[i]))) {
    ++i;
  }
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

// With six digits, or nine where six are not enough to tell the number.
void AppendFloat(float value, std::string* out) {
  char buffer[32];
  // The shortest text that tells it, where that is the same and found sooner.
  if (value >= 0.001F && value < 1000) {
    const std::to_chars_result end = std::to_chars(
        buffer, buffer + sizeof buffer, value, std::chars_format::fixed);
    constexpr ptrdiff_t kSixDigits = 7;  // and a point
    if (value < 1 ? end.ptr - buffer <= kSixDigits + 1
                  : end.ptr - buffer <= kSixDigits) {
      out->append(buffer, end.ptr);
      return;
    }
  }
  std::snprintf(buffer, sizeof buffer, "%.*g", FLT_DIG, value);
  if (std::strtof(buffer, nullptr) != value) {
    std::snprintf(buffer, sizeof buffer, "%.*g", FLT_DIG + 3, value);
  }
  *out += buffer;
}

// What is known of a message type before any message: how its fields are
// written, by their numbers.
struct Form;

struct FieldForm {
  const FieldDescriptor* field = nullptr;
  std::string key;  // ",\"articleId\":"; with "[" where repeated
  bool repeated = false;
  const Form* message = nullptr;                      // of a message
  absl::flat_hash_map<int, std::string> value_names;  // of an enum, quoted
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
      out.field = &field;
      out.repeated = field.is_repeated();
      out.key = absl::StrCat(",\"", field.json_name(),
                             "\":", out.repeated ? "[" : "");
      if (const auto* values = field.enum_type(); values != nullptr) {
        for (int v = 0; v < values->value_count(); ++v) {
          out.value_names.try_emplace(
              values->value(v)->number(),
              absl::StrCat("\"", values->value(v)->name(), "\""));
        }
      }
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
// protobuf's own printer has them.
class Writer {
 public:
  Writer(std::string_view bytes, std::string* out)
      : input_(reinterpret_cast<const uint8_t*>(bytes.data()),
               static_cast<int>(bytes.size())),
        out_(*out) {}

  // False: the message holds what protobuf has to print itself.
  bool WriteMessage(const Form& form) {
    if (!form.known) return false;
    out_ += '{';
    bool first = true;
    const FieldForm* list = nullptr;  // whose values are being written
    while (const uint32_t tag = input_.ReadTag()) {
      const auto number =
          static_cast<size_t>(WireFormatLite::GetTagFieldNumber(tag));
      const FieldForm* field =
          number < form.fields.size() ? &form.fields[number] : nullptr;
      if (field == nullptr || field->field == nullptr) return false;
      if (field == list) {
        out_ += ',';
      } else {
        if (list != nullptr) out_ += ']';
        out_.append(field->key, first ? 1 : 0);
        first = false;
        list = field->repeated ? field : nullptr;
      }
      if (!WriteValue(*field)) return false;
    }
    if (list != nullptr) out_ += ']';
    out_ += '}';
    return true;
  }

 private:
  bool WriteValue(const FieldForm& form) {
    uint32_t number = 0;
    switch (form.field->type()) {
      case FieldDescriptor::TYPE_MESSAGE: {
        if (!input_.ReadVarint32(&number)) return false;
        const auto limit = input_.PushLimit(static_cast<int>(number));
        if (!WriteMessage(*form.message)) return false;
        input_.PopLimit(limit);
        return true;
      }
      case FieldDescriptor::TYPE_STRING: {
        const void* data = nullptr;
        int there = 0;
        if (!input_.ReadVarint32(&number)) return false;
        input_.GetDirectBufferPointerInline(&data, &there);
        AppendJsonString({static_cast<const char*>(data), number}, &out_);
        return input_.Skip(static_cast<int>(number));
      }
      case FieldDescriptor::TYPE_ENUM: {
        if (!input_.ReadVarint32(&number)) return false;
        const auto name = form.value_names.find(static_cast<int>(number));
        if (name == form.value_names.end()) {
          absl::StrAppend(&out_, static_cast<int>(number));
        } else {
          out_ += name->second;
        }
        return true;
      }
      case FieldDescriptor::TYPE_UINT32:
        if (!input_.ReadVarint32(&number)) return false;
        absl::StrAppend(&out_, number);
        return true;
      case FieldDescriptor::TYPE_BOOL:
        if (!input_.ReadVarint32(&number)) return false;
        out_ += number != 0 ? "true" : "false";
        return true;
      case FieldDescriptor::TYPE_FLOAT: {
        if (!input_.ReadLittleEndian32(&number)) return false;
        const float value = WireFormatLite::DecodeFloat(number);
        if (!std::isfinite(value)) return false;
        AppendFloat(value, &out_);
        return true;
      }
      default:
        return false;
    }
  }

  google::protobuf::io::CodedInputStream input_;
  std::string& out_;
};

}  // namespace

void AppendJson(const Message& message, std::string* out) {
  static Forms& forms = *new Forms;
  thread_local std::string bytes;
  const size_t before = out->size();
  if (message.SerializeToString(&bytes) &&
      Writer(bytes, out).WriteMessage(forms.Of(*message.GetDescriptor()))) {
    return;
  }
  out->resize(before);
  *out += ByProtobuf(message);
}

void AppendJsonString(std::string_view text, std::string* out) {
  const size_t before = out->size();
  *out += '"';
  size_t written = 0;
  for (size_t i = 0; (i = EndOfPlainAscii(text, i)) < text.size();) {
    if (const char letter = ShortEscape(text[i]); letter != 0) {
      out->append(text, written, i - written);
      *out += '\\';
      *out += letter;
      written = ++i;
    } else if (const size_t length = PlainCharacter(text, i); length > 0) {
      i = std::min(i + length, text.size());
    } else {
      out->resize(before);
      *out += Escaped(text);
      return;
    }
  }
  out->append(text, written);
  *out += '"';
}

}  // namespace stance::client
