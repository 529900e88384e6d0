#include "client/lexicon/petrarch/mapping.h"

#include <google/protobuf/text_format.h>

#include "client/lexicon/petrarch/mapping_text.h"

namespace stance::client::petrarch {
namespace {

template <typename Entry>
const Entry* FindCode(const google::protobuf::RepeatedPtrField<Entry>& entries,
                      std::string_view code) {
  for (const Entry& entry : entries) {
    if (entry.code() == code) return &entry;
  }
  return nullptr;
}

}  // namespace

const authoring::v1::PetrarchMapping& Mapping() {
  static const authoring::v1::PetrarchMapping mapping = [] {
    authoring::v1::PetrarchMapping parsed;
    google::protobuf::TextFormat::ParseFromString(kMappingText, &parsed);
    return parsed;
  }();
  return mapping;
}

const authoring::v1::PetrarchEvent* FindEvent(std::string_view code) {
  for (; !code.empty(); code.remove_suffix(1)) {
    const auto* event = FindCode(Mapping().event(), code);
    if (event != nullptr) return event;
  }
  return nullptr;
}

const authoring::v1::PetrarchRole* FindRole(std::string_view code) {
  return FindCode(Mapping().role(), code);
}

const authoring::v1::PetrarchAgentRole* FindAgentRole(std::string_view code) {
  return FindCode(Mapping().agent_role(), code);
}

std::vector<std::string_view> SplitCode(std::string_view code) {
  std::vector<std::string_view> parts;
  for (; code.size() > 3; code.remove_prefix(3)) {
    parts.push_back(code.substr(0, 3));
  }
  if (!code.empty()) parts.push_back(code);
  return parts;
}

}  // namespace stance::client::petrarch
