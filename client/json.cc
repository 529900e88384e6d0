#include "client/json.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/wrappers.pb.h>

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace stance::client {
namespace {

namespace json = google::protobuf::util;

// Protobuf's messages go over three lines: what, the words, a caret below.
std::string OnOneLine(const std::string& message) {
  const std::vector<std::string> lines = absl::StrSplit(message, '\n');
  std::string out(absl::StripAsciiWhitespace(lines[0]));
  if (lines.size() > 1 && !absl::StripAsciiWhitespace(lines[1]).empty()) {
    absl::StrAppend(&out, " Near: ", absl::StripAsciiWhitespace(lines[1]));
  }
  return out;
}

// The end of the JSON string that begins at `at`, behind its closing mark.
size_t EndOfString(std::string_view text, size_t at) {
  for (size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      return i + 1;
    }
  }
  return text.size();
}

bool IsFieldOf(const google::protobuf::Descriptor& type,
               const std::string& name) {
  for (int i = 0; i < type.field_count(); ++i) {
    if (type.field(i)->name() == name || type.field(i)->json_name() == name) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::string JsonString(std::string_view text) {
  google::protobuf::StringValue value;
  value.set_value(std::string(text));
  return ToJson(value, /*indented=*/false);
}

std::string ToJson(const google::protobuf::Message& message, bool indented) {
  json::JsonPrintOptions options;
  options.add_whitespace = indented;
  std::string out;
  // Fails only for an Any whose type is not linked in, and then prints what
  // it can.
  (void)json::MessageToJsonString(message, &out, options);
  return out;
}

absl::Status FromJson(std::string_view text,
                      google::protobuf::Message* message) {
  json::JsonParseOptions options;
  options.ignore_unknown_fields = true;
  const auto status = json::JsonStringToMessage(
      google::protobuf::StringPiece(text.data(), text.size()), message,
      options);
  if (status.ok()) return absl::OkStatus();
  return absl::InvalidArgumentError(OnOneLine(status.message().ToString()));
}

std::vector<std::string> UnknownMembers(
    std::string_view text, const google::protobuf::Descriptor& type) {
  std::vector<std::string> out;
  int depth = 0;
  for (size_t i = 0; i < text.size();) {
    if (text[i] == '"') {
      const size_t end = EndOfString(text, i);
      const size_t next = text.find_first_not_of(" \t\r\n", end);
      if (depth == 1 && next != text.npos && text[next] == ':') {
        std::string name(text.substr(i + 1, end - i - 2));
        if (!IsFieldOf(type, name)) out.push_back(std::move(name));
      }
      i = end;
      continue;
    }
    if (text[i] == '{' || text[i] == '[') ++depth;
    if (text[i] == '}' || text[i] == ']') --depth;
    ++i;
  }
  return out;
}

}  // namespace stance::client
