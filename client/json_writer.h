// Canonical protobuf JSON on one line, quickly: a batch writes several times as
// many bytes as it reads, and protobuf's own printer takes longer than the
// engine.

#ifndef STANCE_CLIENT_JSON_WRITER_H_
#define STANCE_CLIENT_JSON_WRITER_H_

#include <google/protobuf/message.h>

#include <string>

namespace stance::client {

// The same bytes as google::protobuf::util::MessageToJsonString with its
// defaults.
std::string WriteJson(const google::protobuf::Message& message);

}  // namespace stance::client

#endif  // STANCE_CLIENT_JSON_WRITER_H_
