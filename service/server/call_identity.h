// The names of a call: what links a line of our log to those of others.

#ifndef STANCE_SERVER_CALL_IDENTITY_H_
#define STANCE_SERVER_CALL_IDENTITY_H_

#include <grpcpp/server_context.h>

#include <string>
#include <string_view>

namespace stance {

struct CallIdentity {
  // The caller's `x-request-id` where it is 1 to 128 visible ASCII characters;
  // otherwise a new random one of 16 hexadecimal digits.
  std::string request_id;
  // The caller's `traceparent` where it is one as W3C Trace Context, version
  // 00, defines it; otherwise empty.
  std::string traceparent;
  // The caller sent `x-stance-debug: 1`: the log is to have this call in full.
  bool debug = false;
};

// Reads them from the call's metadata and passes them back in the answer's.
// REQUIRES: nothing has been sent yet.
CallIdentity IdentifyCall(grpc::CallbackServerContext* context);

// "00-" 32 hexadecimal digits "-" 16 "-" 2, in lower case, neither of the first
// two all zeros.
bool IsTraceparent(std::string_view text);

// The middle of one: its 32 digits. REQUIRES: IsTraceparent(traceparent).
std::string_view TraceId(std::string_view traceparent);

}  // namespace stance

#endif  // STANCE_SERVER_CALL_IDENTITY_H_
