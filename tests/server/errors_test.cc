#include "service/server/errors.h"

#include <string>

#include "google/rpc/error_details.pb.h"
#include "gtest/gtest.h"
#include "service/server/grpc_status.h"

namespace stance {
namespace {

google::rpc::ErrorInfo ErrorInfoOf(const google::rpc::Status& status) {
  google::rpc::ErrorInfo info;
  EXPECT_GT(status.details_size(), 0);
  EXPECT_TRUE(status.details(0).UnpackTo(&info));
  return info;
}

struct ErrorRow {
  const char* name;
  absl::Status status;
  int code;
  const char* message;
  const char* reason;
  int details;
};

const ErrorRow kRows[] = {
    {"a field", InvalidField("OUT_OF_RANGE", "options.x", "no"), 3,
     "options.x: no", "OUT_OF_RANGE", 2},
    {"malformed", MalformedRequest("a.B"), 3,
     "the bytes sent are not a a.B message", "MALFORMED_REQUEST", 1},
    {"before the lexicon", LexiconLoading(), 14,
     "the server has just started and is loading its lexicon; try again",
     "LEXICON_LOADING", 2},
    {"with a reason",
     MakeError(absl::StatusCode::kPermissionDenied, "CLIENT_NOT_ALLOWED", "no"),
     7, "no", "CLIENT_NOT_ALLOWED", 1},
    {"of the engine, without details", absl::CancelledError("gone"), 1, "gone",
     "CANCELLED", 1},
};

TEST(ErrorsTest, EveryErrorHasAReason) {
  for (const ErrorRow& row : kRows) {
    SCOPED_TRACE(row.name);
    const google::rpc::Status status = ToRpcStatus(row.status);
    EXPECT_EQ(status.code(), row.code);
    EXPECT_EQ(status.message(), row.message);
    EXPECT_EQ(status.details_size(), row.details);
    EXPECT_EQ(ErrorInfoOf(status).reason(), row.reason);
    EXPECT_EQ(ErrorInfoOf(status).domain(), "stance");
    EXPECT_EQ(ErrorReason(row.status), row.reason);
  }
}

TEST(ErrorsTest, GrpcStatusCarriesTheDetails) {
  for (const ErrorRow& row : kRows) {
    SCOPED_TRACE(row.name);
    const grpc::Status status = ToGrpcStatus(row.status);
    EXPECT_EQ(status.error_code(), row.code);
    EXPECT_EQ(status.error_message(), row.message);
    google::rpc::Status details;
    ASSERT_TRUE(details.ParseFromString(status.error_details()));
    EXPECT_EQ(ErrorInfoOf(details).reason(), row.reason);
  }
}

TEST(ErrorsTest, OkStaysOk) {
  EXPECT_EQ(ToRpcStatus(absl::OkStatus()).ByteSizeLong(), 0u);
  EXPECT_TRUE(ToGrpcStatus(absl::OkStatus()).ok());
}

TEST(ErrorsTest, QuoteIsShortAndPrintable) {
  EXPECT_EQ(Quote("fr"), "\"fr\"");
  EXPECT_EQ(Quote("a\"b\\\x01\xff"), R"("a\"b\\\x01\xff")");
  EXPECT_EQ(Quote(std::string(65, 'x')), "\"" + std::string(64, 'x') + "…\"");
}

}  // namespace
}  // namespace stance
