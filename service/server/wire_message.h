// gRPC's raw buffers <-> protobuf messages.

#ifndef STANCE_SERVER_WIRE_MESSAGE_H_
#define STANCE_SERVER_WIRE_MESSAGE_H_

#include <google/protobuf/message_lite.h>
#include <grpcpp/support/byte_buffer.h>

namespace stance {

// False where the buffer does not hold such a message; `message` then holds
// what came before the fault.
bool ParseMessage(const grpc::ByteBuffer& buffer,
                  google::protobuf::MessageLite* message);

grpc::ByteBuffer SerializeMessage(const google::protobuf::MessageLite& message);

}  // namespace stance

#endif  // STANCE_SERVER_WIRE_MESSAGE_H_
