// How libFuzzer changes requests: mostly inside a string of theirs, so that the
// lengths before it stay right. Bytes changed anywhere hardly ever are a
// message.

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "stance/wire/v1/stance_service.pb.h"

// libFuzzer's own mutations; the new size.
extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t max_size);

namespace stance {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

// Where a string stands; `index` is -1 where the field is not repeated.
struct StringPlace {
  Message* message;
  const FieldDescriptor* field;
  int index;
};

// The strings that are there, of the message and of the messages in it.
void FindStrings(Message* message, std::vector<StringPlace>* places) {
  const Reflection* reflection = message->GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection->ListFields(*message, &fields);
  for (const FieldDescriptor* field : fields) {
    if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      FindStrings(reflection->MutableMessage(message, field), places);
    } else if (field->cpp_type() != FieldDescriptor::CPPTYPE_STRING) {
      continue;
    } else if (!field->is_repeated()) {
      places->push_back({message, field, -1});
    } else {
      for (int i = 0; i < reflection->FieldSize(*message, field); ++i) {
        places->push_back({message, field, i});
      }
    }
  }
}

void MutateString(const StringPlace& place, size_t room) {
  const auto& [message, field, index] = place;
  const Reflection* reflection = message->GetReflection();
  std::string value =
      index < 0 ? reflection->GetString(*message, field)
                : reflection->GetRepeatedString(*message, field, index);
  const size_t size = value.size();
  value.resize(size + room);
  value.resize(LLVMFuzzerMutate(reinterpret_cast<uint8_t*>(value.data()), size,
                                value.size()));
  if (index < 0) {
    reflection->SetString(message, field, value);
  } else {
    reflection->SetRepeatedString(message, field, index, value);
  }
}

}  // namespace
}  // namespace stance

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size,
                                          size_t max_size, unsigned seed) {
  constexpr unsigned kBytesOnceIn = 4;
  constexpr size_t kLengths = 16;  // of what a longer string adds besides
  stance::wire::v1::ClassifyArticleRequest request;
  std::vector<stance::StringPlace> places;
  if (seed % kBytesOnceIn != 0 && size + kLengths < max_size &&
      request.ParseFromArray(data, static_cast<int>(size))) {
    stance::FindStrings(&request, &places);
  }
  if (places.empty()) return LLVMFuzzerMutate(data, size, max_size);
  stance::MutateString(places[seed / kBytesOnceIn % places.size()],
                       max_size - size - kLengths);
  const std::string changed = request.SerializeAsString();
  if (changed.size() > max_size) return size;
  std::copy(changed.begin(), changed.end(), data);
  return changed.size();
}
