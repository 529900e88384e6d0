// Failed calls, in one line for people and one number for scripts.
//
// A failure is a google.rpc.Status, wherever it comes from: a server's answer
// with its details, or this process.

#ifndef STANCE_CLIENT_ERRORS_H_
#define STANCE_CLIENT_ERRORS_H_

#include <grpcpp/support/status.h>

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "google/rpc/status.pb.h"

namespace stance::client {

google::rpc::Status OkStatus();
google::rpc::Status CallError(grpc::StatusCode code, std::string message);

// The status with its details: what the server sent as details, or code and
// message where it sent none.
google::rpc::Status FromGrpc(const grpc::Status& status);

// `error` with a google.rpc.RequestInfo that names the call, where it is an
// error and has none.
google::rpc::Status AddRequestId(google::rpc::Status error,
                                 const std::string& id);

// "INVALID_ARGUMENT"; "CODE_99" for what is no code.
std::string CodeName(int code);

// One line: the fields and what is wrong with each where the details name them,
// else the message; then the code, the reason and the request's id.
//
//   article.text: it holds nothing but white space (INVALID_ARGUMENT)
//   text is 3,000,000 bytes; 2,097,152 are allowed
//       (INVALID_ARGUMENT, ARTICLE_TOO_LARGE, request 4f1c)   on one line
std::string OneLine(const google::rpc::Status& error);

// 64 + code; 0 for OK.
int ExitCode(const google::rpc::Status& error);

// Writes "stancectl: <about>: <message>" to standard error; `about` may be
// empty. Control characters are made harmless.
void PrintError(std::string_view about, std::string_view message);
void PrintError(std::string_view about, const absl::Status& status);

}  // namespace stance::client

#endif  // STANCE_CLIENT_ERRORS_H_
