// Canonical protobuf JSON on one line, quickly: a batch writes several times as
// many bytes as it reads, and protobuf's own printer takes longer than the
// engine.

#ifndef STANCE_CLIENT_JSON_WRITER_H_
#define STANCE_CLIENT_JSON_WRITER_H_

#include <google/protobuf/message.h>

#include <string>
#include <string_view>

namespace stance::client {

// Appends the same bytes as google::protobuf::util::MessageToJsonString makes
// with its defaults. Threads may call it at once.
void AppendJson(const google::protobuf::Message& message, std::string* out);

// Appends `text` as a JSON string, with its quotation marks, escaped as
// protobuf does it: "<" too, so that it is safe inside HTML's <script>.
void AppendJsonString(std::string_view text, std::string* out);

}  // namespace stance::client

#endif  // STANCE_CLIENT_JSON_WRITER_H_
