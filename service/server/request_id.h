// The name of a call in the logs.

#ifndef STANCE_SERVER_REQUEST_ID_H_
#define STANCE_SERVER_REQUEST_ID_H_

#include <grpcpp/server_context.h>

#include <string>

namespace stance {

// The caller's `x-request-id` where it is 1 to 128 visible ASCII characters;
// otherwise a new random one of 16 hexadecimal digits.
std::string RequestId(const grpc::ServerContextBase& context);

}  // namespace stance

#endif  // STANCE_SERVER_REQUEST_ID_H_
