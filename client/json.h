// The canonical protobuf JSON form, on one line, and what is around it.

#ifndef STANCE_CLIENT_JSON_H_
#define STANCE_CLIENT_JSON_H_

#include <google/protobuf/message.h>

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"

namespace stance::client {

// `text` as a JSON string, with its quotation marks.
std::string JsonString(std::string_view text);

// `message` in canonical JSON: on one line, or indented for people. Fields that
// hold nothing are left out.
std::string ToJson(const google::protobuf::Message& message, bool indented);

// Parses canonical JSON; unknown fields are passed over. INVALID_ARGUMENT says,
// on one line, what is wrong and near which words.
absl::Status FromJson(std::string_view json,
                      google::protobuf::Message* message);

// The names of the members of `json`, an object that FromJson accepts, which
// are no field of `type`; nested objects are not looked into.
std::vector<std::string> UnknownMembers(
    std::string_view json, const google::protobuf::Descriptor& type);

}  // namespace stance::client

#endif  // STANCE_CLIENT_JSON_H_
