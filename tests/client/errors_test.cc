#include "client/errors.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "client/connection.h"
#include "google/rpc/error_details.pb.h"

namespace stance::client {
namespace {

google::rpc::Status WithDetails(
    google::rpc::Status status,
    const std::vector<const google::protobuf::Message*>& details) {
  for (const google::protobuf::Message* detail : details) {
    status.add_details()->PackFrom(*detail);
  }
  return status;
}

TEST(OneLine, Rows) {
  google::rpc::ErrorInfo info;
  info.set_reason("ARTICLE_TOO_LARGE");
  google::rpc::ErrorInfo plain;
  plain.set_reason("INTERNAL");
  google::rpc::BadRequest one;
  one.add_field_violations()->set_field("article.text");
  one.mutable_field_violations(0)->set_description("too long");
  google::rpc::BadRequest two = one;
  two.add_field_violations()->set_field("options.min_confidence");
  two.mutable_field_violations(1)->set_description("2 is over 1");
  google::rpc::RequestInfo request;
  request.set_request_id("4f1c");
  google::rpc::RetryInfo unknown;

  const auto invalid = CallError(grpc::StatusCode::INVALID_ARGUMENT, "message");
  const auto internal = CallError(grpc::StatusCode::INTERNAL, "");
  google::rpc::Status strange;
  strange.set_code(99);
  strange.set_message("a\nb\x1b");
  const struct {
    const char* name;
    google::rpc::Status error;
    const char* line;
    int exit_code;
  } kRows[] = {
      {"message", invalid, "message (INVALID_ARGUMENT)", 67},
      {"no message", internal, "the call failed (INTERNAL)", 77},
      {"reason", WithDetails(invalid, {&info}),
       "message (INVALID_ARGUMENT, ARTICLE_TOO_LARGE)", 67},
      {"reason that is the code", WithDetails(internal, {&plain}),
       "the call failed (INTERNAL)", 77},
      {"field", WithDetails(invalid, {&info, &one}),
       "article.text: too long (INVALID_ARGUMENT, ARTICLE_TOO_LARGE)", 67},
      {"fields", WithDetails(invalid, {&two}),
       "article.text: too long; options.min_confidence: 2 is over 1 "
       "(INVALID_ARGUMENT)",
       67},
      {"request", WithDetails(invalid, {&unknown, &request}),
       "message (INVALID_ARGUMENT, request 4f1c)", 67},
      {"no code, control characters", strange, "a b\uFFFD (CODE_99)", 163},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(OneLine(row.error), row.line);
    EXPECT_EQ(ExitCode(row.error), row.exit_code);
  }
  EXPECT_EQ(ExitCode(OkStatus()), 0);
}

TEST(FromGrpc, TakesTheDetailsWhereTheyAreOfThisError) {
  const auto error = CallError(grpc::StatusCode::NOT_FOUND, "long");
  const struct {
    const char* name;
    grpc::Status status;
    const char* message;
  } kRows[] = {
      {"none", {grpc::StatusCode::NOT_FOUND, "short"}, "short"},
      {"of this error",
       {grpc::StatusCode::NOT_FOUND, "short", error.SerializeAsString()},
       "long"},
      {"of another",
       {grpc::StatusCode::INTERNAL, "short", error.SerializeAsString()},
       "short"},
      {"no message at all",
       {grpc::StatusCode::INTERNAL, "short", "\xff"},
       "short"},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    const google::rpc::Status status = FromGrpc(row.status);
    EXPECT_EQ(status.message(), row.message);
    EXPECT_EQ(status.code(), row.status.error_code());
  }
  EXPECT_EQ(FromGrpc(grpc::Status::OK).code(), 0);
}

TEST(NameServer, SaysWhereNobodyIs) {
  const struct {
    const char* name;
    const char* message;
    const char* named;
  } kRows[] = {
      {"nobody listens",
       "failed to connect to all addresses; last error: UNKNOWN: "
       "ipv4:127.0.0.1:1: Failed to connect to remote host: Connection refused",
       "cannot reach a server at host:1: Connection refused; is one running "
       "there?"},
      {"no such name", "DNS resolution failed for x: Domain name not found",
       "cannot reach a server at host:1: Domain name not found; is one running "
       "there?"},
      {"another error", "draining: come again", "draining: come again"},
  };
  constexpr const char* kRefused =
      "failed to connect to all addresses; last error: Connection refused";
  const struct {
    const char* server;
    bool has_port;
  } kServers[] = {{"localhost", false},     {"dns:///stance", false},
                  {"[::1]", false},         {"localhost:50051", true},
                  {"dns:stance:1", true},   {"[::1]:1", true},
                  {"ipv4:127.0.0.1", true}, {"unix:/run/s", true}};
  for (const auto& row : kServers) {
    SCOPED_TRACE(row.server);
    const google::rpc::Status error =
        NameServer({.server = row.server},
                   CallError(grpc::StatusCode::UNAVAILABLE, kRefused));
    EXPECT_EQ(error.message(),
              std::string("cannot reach a server at ") + row.server +
                  (row.has_port ? "" : ", port 443 as it names none") +
                  ": Connection refused; is one running there?");
  }
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(NameServer({.server = "host:1"},
                         CallError(grpc::StatusCode::UNAVAILABLE, row.message))
                  .message(),
              row.named);
  }
}

}  // namespace
}  // namespace stance::client
