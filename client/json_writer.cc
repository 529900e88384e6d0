#include "client/json_writer.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/wire_format.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/json_buffer.h"

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
  uint32_t tag = 0;  // before its values on the wire
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
      out.tag = google::protobuf::internal::WireFormat::MakeTag(&field);
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
  Writer(std::string_view bytes, JsonBuffer* out)
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
      const uint32_t tag = ReadNumber();
      const uint32_t number = tag >> 3;
      if (number >= form.fields.size()) return false;
      const FieldForm& field = form.fields[number];
      // What a server has sent under a known number with another type is kept
      // among the unknown fields, and comes out again.
      if (field.key.size == 0 || field.tag != tag) return false;
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
        out_.AddString({reinterpret_cast<const char*>(at_), size});
        at_ += size;
        return true;
      }
      case FieldDescriptor::TYPE_ENUM: {
        const uint32_t number = ReadNumber();
        out_.Ensure(Piece::kRoom);
        if (number < form.value_names.size() &&
            form.value_names[number].size > 0) {
          Put(form.value_names[number]);
        } else {
          out_.AddNumber(static_cast<int32_t>(number));
        }
        return true;
      }
      case FieldDescriptor::TYPE_UINT32:
        out_.AddNumber(ReadNumber());
        return true;
      case FieldDescriptor::TYPE_BOOL:
        out_.Add(ReadNumber() != 0 ? "true" : "false");
        return true;
      case FieldDescriptor::TYPE_FLOAT: {
        float value = 0;
        static_assert(std::endian::native == std::endian::little);
        std::memcpy(&value, at_, sizeof value);
        at_ += sizeof value;
        if (!std::isfinite(value)) return false;
        out_.AddNumber(value);
        return true;
      }
      default:
        return false;
    }
  }

  const uint8_t* at_;
  JsonBuffer& out_;
};

}  // namespace

void AppendJson(const Message& message, std::string* out) {
  static Forms& forms = *new Forms;
  thread_local std::string bytes;
  thread_local JsonBuffer json;
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
  JsonBuffer json;
  json.AddString(text);
  out->append(json.text());
}

}  // namespace stance::client
