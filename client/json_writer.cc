#include "client/json_writer.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/wrappers.pb.h>

#include <cfloat>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <string_view>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace stance::client {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

std::string ByProtobuf(const Message& message) {
  std::string out;
  // Fails only for an Any whose type is not linked in.
  (void)google::protobuf::util::MessageToJsonString(message, &out);
  return out;
}

// What may stand in JSON as it is. Protobuf also escapes < and >, the control
// characters behind ASCII, and what has no looks (joiners, marks of direction);
// a character that might be one of these is "no", whatever it is.
bool IsPlain(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x20 || c == '"' || c == '\\' || c == '<' || c == '>' ||
        c == 0x7f) {
      return false;
    }
    if (c < 0x80) continue;
    const auto next =
        static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
    const auto third =
        static_cast<unsigned char>(i + 2 < text.size() ? text[i + 2] : 0);
    switch (c) {
      case 0xC2:  // U+0080 to U+00BF: £, °, no-break space
        if (next < 0xA0 || next == 0xAD) return false;
        break;
      case 0xE2:  // U+2000 to U+2FFF: quotation marks, dashes, the euro
        if (next == 0x81) return false;
        if (next == 0x80 &&
            ((third >= 0x8B && third <= 0x8F) || third >= 0xA8)) {
          return false;
        }
        break;
      case 0xD8:
      case 0xDB:
      case 0xDC:
      case 0xE1:
      case 0xED:
      case 0xEF:
      case 0xF0:
      case 0xF3:
        return false;
      default:
        break;
    }
  }
  return true;
}

// A string that is not plain.
std::string Escaped(std::string_view text) {
  google::protobuf::StringValue value;
  value.set_value(std::string(text));
  return ByProtobuf(value);
}

// With six digits, or nine where six are not enough to tell the number.
std::string FloatText(float value) {
  char buffer[32];
  // The shortest text that tells it, where that is the same and found sooner.
  if (value >= 0.001F && value < 1000) {
    const std::to_chars_result end = std::to_chars(
        buffer, buffer + sizeof buffer, value, std::chars_format::fixed);
    constexpr ptrdiff_t kSixDigits = 7;  // and a point
    if (value < 1 ? end.ptr - buffer <= kSixDigits + 1
                  : end.ptr - buffer <= kSixDigits) {
      return std::string(buffer, end.ptr);
    }
  }
  std::snprintf(buffer, sizeof buffer, "%.*g", FLT_DIG, value);
  if (std::strtof(buffer, nullptr) != value) {
    std::snprintf(buffer, sizeof buffer, "%.*g", FLT_DIG + 3, value);
  }
  return buffer;
}

// Most answers fit: growing moves what is there.
constexpr size_t kUsualLength = 24 << 10;

class Writer {
 public:
  Writer() { out_.reserve(kUsualLength); }

  // False: the message holds what protobuf has to print itself.
  bool WriteMessage(const Message& message) {
    // Known types have forms of their own.
    if (absl::StartsWith(message.GetDescriptor()->full_name(),
                         "google.protobuf.")) {
      return false;
    }
    const Reflection& reflection = *message.GetReflection();
    // One list for each depth, so that none is made anew for each message.
    if (depth_ == fields_.size()) fields_.emplace_back();
    std::vector<const FieldDescriptor*>& fields = fields_[depth_];
    reflection.ListFields(message, &fields);
    ++depth_;
    out_ += '{';
    bool first = true;
    for (const FieldDescriptor* field : fields) {
      if (field->is_map()) return false;
      if (!first) out_ += ',';
      first = false;
      out_ += '"';
      out_ += field->json_name();
      out_ += "\":";
      if (!WriteField(message, reflection, *field)) return false;
    }
    out_ += '}';
    --depth_;
    return true;
  }

  std::string Take() { return std::move(out_); }

 private:
  bool WriteField(const Message& message, const Reflection& reflection,
                  const FieldDescriptor& field) {
    if (!field.is_repeated()) {
      return WriteValue(message, reflection, field, -1);
    }
    out_ += '[';
    const int size = reflection.FieldSize(message, &field);
    for (int i = 0; i < size; ++i) {
      if (i > 0) out_ += ',';
      if (!WriteValue(message, reflection, field, i)) return false;
    }
    out_ += ']';
    return true;
  }

  // Of a repeated field the value at `index`; -1: of another.
  bool WriteValue(const Message& message, const Reflection& reflection,
                  const FieldDescriptor& field, int index) {
    const bool one = index < 0;
    switch (field.cpp_type()) {
      case FieldDescriptor::CPPTYPE_MESSAGE:
        return WriteMessage(
            one ? reflection.GetMessage(message, &field)
                : reflection.GetRepeatedMessage(message, &field, index));
      case FieldDescriptor::CPPTYPE_STRING: {
        if (field.type() == FieldDescriptor::TYPE_BYTES) return false;
        std::string scratch;
        const std::string& text =
            one ? reflection.GetStringReference(message, &field, &scratch)
                : reflection.GetRepeatedStringReference(message, &field, index,
                                                        &scratch);
        AppendJsonString(text, &out_);
        return true;
      }
      case FieldDescriptor::CPPTYPE_ENUM: {
        const int number =
            one ? reflection.GetEnumValue(message, &field)
                : reflection.GetRepeatedEnumValue(message, &field, index);
        const auto* value = field.enum_type()->FindValueByNumber(number);
        if (value == nullptr) {
          absl::StrAppend(&out_, number);
        } else {
          out_ += '"';
          out_ += value->name();
          out_ += '"';
        }
        return true;
      }
      case FieldDescriptor::CPPTYPE_UINT32:
        absl::StrAppend(
            &out_, one ? reflection.GetUInt32(message, &field)
                       : reflection.GetRepeatedUInt32(message, &field, index));
        return true;
      case FieldDescriptor::CPPTYPE_BOOL:
        out_ += (one ? reflection.GetBool(message, &field)
                     : reflection.GetRepeatedBool(message, &field, index))
                    ? "true"
                    : "false";
        return true;
      case FieldDescriptor::CPPTYPE_FLOAT: {
        const float value =
            one ? reflection.GetFloat(message, &field)
                : reflection.GetRepeatedFloat(message, &field, index);
        if (!std::isfinite(value)) return false;
        out_ += FloatText(value);
        return true;
      }
      default:
        return false;
    }
  }

  std::string out_;
  size_t depth_ = 0;
  std::deque<std::vector<const FieldDescriptor*>> fields_;
};

}  // namespace

std::string WriteJson(const Message& message) {
  Writer writer;
  return writer.WriteMessage(message) ? writer.Take() : ByProtobuf(message);
}

void AppendJsonString(std::string_view text, std::string* out) {
  if (!IsPlain(text)) {
    *out += Escaped(text);
    return;
  }
  *out += '"';
  *out += text;
  *out += '"';
}

}  // namespace stance::client
