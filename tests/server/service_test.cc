// What the services answer, with and without workers.

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "google/rpc/error_details.pb.h"
#include "grpc/health/v1/health.pb.h"
#include "gtest/gtest.h"
#include "service/server/wire_message.h"
#include "stance/v1/lexicon_service.grpc.pb.h"
#include "stance/wire/v1/stance_service.pb.h"
#include "tests/server/service_fixture.h"

namespace stance {
namespace {

using std::chrono::milliseconds;
using std::chrono::system_clock;

class ServiceTest : public ServiceFixture,
                    public testing::WithParamInterface<int> {
 protected:
  ServiceTest() : ServiceFixture(GetParam()) {}
};

// Words enough to be at it for a while.
std::string LongText(size_t bytes) {
  std::string text;
  while (text.size() < bytes)
    text += "China opposes sanctions on many people. ";
  return text;
}

TEST_P(ServiceTest, ClassifiesAnArticle) {
  v1::ClassifyArticleResponse reply;
  const grpc::Status status = Classify("China opposes sanctions.", &reply);
  ASSERT_TRUE(status.ok()) << status.error_message();
  EXPECT_EQ(reply.article_id(), "a1");
  EXPECT_EQ(reply.lexicon().version(), "7");
  ASSERT_EQ(reply.actors_size(), 1);
  EXPECT_EQ(reply.actors(0).actor().id(), "country/CHN");
  ASSERT_EQ(reply.actors(0).stances_size(), 1);
  EXPECT_EQ(reply.actors(0).stances(0).polarity(), v1::POLARITY_OPPOSES);
  EXPECT_EQ(reply.actors(0).stances(0).target().id(), "issue/sanctions");
}

TEST_P(ServiceTest, SameRequestSameBytes) {
  v1::ClassifyArticleResponse first;
  v1::ClassifyArticleResponse second;
  ASSERT_TRUE(Classify("China opposes sanctions.", &first).ok());
  ASSERT_TRUE(Classify("France supports China.", &second).ok());
  ASSERT_TRUE(Classify("China opposes sanctions.", &second).ok());
  EXPECT_EQ(first.SerializeAsString(), second.SerializeAsString());
}

TEST_P(ServiceTest, TellsTheObserverAboutEachCall) {
  v1::ClassifyArticleRequest request;
  request.mutable_article()->set_text("China opposes sanctions.");
  v1::ClassifyArticleResponse reply;
  grpc::ClientContext context;
  context.AddMetadata("x-request-id", "mine-1");
  ASSERT_TRUE(stub_->ClassifyArticle(&context, request, &reply).ok());
  const auto record = WaitForRecord(
      [](const CallRecord& r) { return r.identity.request_id == "mine-1"; },
      kCeiling);
  ASSERT_TRUE(record.has_value());
  EXPECT_EQ(record->method, "/stance.v1.StanceService/ClassifyArticle");
  EXPECT_EQ(record->code, absl::StatusCode::kOk);
  EXPECT_EQ(record->reason, "");
  EXPECT_EQ(record->bytes_in, request.ByteSizeLong());
  EXPECT_EQ(record->bytes_out, reply.ByteSizeLong());
}

TEST_P(ServiceTest, PassesTheNamesOfACallBack) {
  constexpr char kTraceparent[] =
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  const auto sent_back = [](const grpc::ClientContext& context,
                            const char* name) {
    const auto& metadata = context.GetServerInitialMetadata();
    const auto found = metadata.find(name);
    return found == metadata.end()
               ? ""
               : std::string(found->second.begin(), found->second.end());
  };
  const struct {
    const char* name;
    const char* text;
    const char* traceparent;
    const char* back;
  } rows[] = {
      {"answered", "China opposes sanctions.", kTraceparent, kTraceparent},
      {"refused", "", kTraceparent, kTraceparent},
      {"not a traceparent", "China opposes sanctions.", "x", ""}};
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    v1::ClassifyArticleRequest request;
    request.mutable_article()->set_text(row.text);
    v1::ClassifyArticleResponse reply;
    grpc::ClientContext unary;
    unary.AddMetadata("x-request-id", "mine");
    unary.AddMetadata("traceparent", row.traceparent);
    stub_->ClassifyArticle(&unary, request, &reply);
    EXPECT_EQ(sent_back(unary, "x-request-id"), "mine");
    EXPECT_EQ(sent_back(unary, "traceparent"), row.back);

    grpc::ClientContext streaming;
    streaming.AddMetadata("x-request-id", "mine");
    streaming.AddMetadata("traceparent", row.traceparent);
    const auto stream = stub_->ClassifyArticles(&streaming);
    stream->WritesDone();
    stream->Finish();
    EXPECT_EQ(sent_back(streaming, "x-request-id"), "mine");
    EXPECT_EQ(sent_back(streaming, "traceparent"), row.back);
  }
}

TEST_P(ServiceTest, MakesAnIdWhereTheCallersIsOfNoUse) {
  v1::ClassifyArticleRequest request;
  v1::ClassifyArticleResponse reply;
  grpc::ClientContext context;
  context.AddMetadata("x-request-id", "two words");
  EXPECT_FALSE(stub_->ClassifyArticle(&context, request, &reply).ok());
  const auto record =
      WaitForRecord([](const CallRecord&) { return true; }, kCeiling);
  ASSERT_TRUE(record.has_value());
  EXPECT_EQ(record->identity.request_id.size(), 16u);
  EXPECT_EQ(record->identity.request_id.find_first_not_of("0123456789abcdef"),
            std::string::npos);
  EXPECT_EQ(record->reason, "EMPTY_ARTICLE");
}

TEST_P(ServiceTest, ErrorsCarryDetails) {
  const struct {
    const char* name;
    std::string text;
    const char* reason;
    const char* message;
  } rows[] = {
      {"empty", "", "EMPTY_ARTICLE",
       "article.text: title and text are empty; one must hold something"},
      {"too large", std::string((1 << 20) + 1, 'x'), "ARTICLE_TOO_LARGE",
       "article.text: title and text are 1048577 bytes; at most 1048576 are "
       "allowed"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    v1::ClassifyArticleResponse reply;
    const grpc::Status status = Classify(row.text, &reply);
    EXPECT_EQ(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
    EXPECT_EQ(status.error_message(), row.message);
    EXPECT_EQ(ReasonOf(status.error_details()), row.reason);
  }
}

TEST_P(ServiceTest, BadBytesAreNamedNotUnimplemented) {
  const auto with_article = [](auto set) {
    wire::v1::ClassifyArticleRequest request;
    set(request.mutable_article());
    return SerializeMessage(request);
  };
  const auto bytes = [](std::string text) {
    const grpc::Slice slice(text);
    return grpc::ByteBuffer(&slice, 1);
  };
  const struct {
    const char* name;
    grpc::ByteBuffer request;
    const char* reason;
    const char* message;
  } rows[] = {
      {"text", with_article([](auto* a) { a->set_text("China \xff talks"); }),
       "INVALID_UTF8", "article.text: invalid UTF-8 at byte 6; send UTF-8"},
      {"title", with_article([](auto* a) { a->set_title("\xc3"); }),
       "INVALID_UTF8", "article.title: invalid UTF-8 at byte 0; send UTF-8"},
      {"no message", bytes("\xff\xff\xff"), "MALFORMED_REQUEST",
       "the bytes sent are not a stance.v1.ClassifyArticleRequest message"},
      {"cut off", bytes("\x0a\x7f"), "MALFORMED_REQUEST",
       "the bytes sent are not a stance.v1.ClassifyArticleRequest message"},
      {"nothing", bytes(""), "EMPTY_ARTICLE",
       "article.text: title and text are empty; one must hold something"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    const grpc::Status status =
        CallRaw("/stance.v1.StanceService/ClassifyArticle", row.request);
    EXPECT_EQ(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
    EXPECT_EQ(status.error_message(), row.message);
    EXPECT_EQ(ReasonOf(status.error_details()), row.reason);
  }
}

TEST_P(ServiceTest, WhatIsTooLargeIsToldWithBothSizes) {
  constexpr size_t kMiB = 1 << 20;
  const struct {
    const char* name;
    size_t text_bytes;
    size_t uri_bytes;
    int actor_ids;
    grpc::StatusCode code;
    const char* reason;
    const char* field;
    const char* message;
  } rows[] = {
      {"at the article's limit", kMiB, 0, 0, grpc::StatusCode::OK, "", "", ""},
      {"article over its limit, message within", kMiB + 1, 0, 0,
       grpc::StatusCode::INVALID_ARGUMENT, "ARTICLE_TOO_LARGE", "article.text",
       "article.text: title and text are 1048577 bytes; at most 1048576 are "
       "allowed"},
      {"article over the message's limit", 3 * kMiB, 0, 0,
       grpc::StatusCode::INVALID_ARGUMENT, "ARTICLE_TOO_LARGE", "article.text",
       "article.text: title and text are 3145728 bytes; at most 1048576 are "
       "allowed"},
      {"another field over the message's limit", 1, 3 * kMiB, 0,
       grpc::StatusCode::INVALID_ARGUMENT, "MESSAGE_TOO_LARGE", "article",
       "article: the message is 3145741 bytes; at most 2097152 are allowed"},
      {"options over the message's limit", 1, 0, 300'000,
       grpc::StatusCode::INVALID_ARGUMENT, "MESSAGE_TOO_LARGE", "options",
       "options: the message is 3900010 bytes; at most 2097152 are allowed"},
      // gRPC's own, before any handler.
      {"over twice the message's limit", 4 * kMiB, 0, 0,
       grpc::StatusCode::RESOURCE_EXHAUSTED, "", "",
       "Received message larger than max (4194314 vs. 4194304)"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    v1::ClassifyArticleRequest request;
    request.mutable_article()->set_text(std::string(row.text_bytes, 'x'));
    request.mutable_article()->set_uri(std::string(row.uri_bytes, 'x'));
    for (int i = 0; i < row.actor_ids; ++i) {
      request.mutable_options()->add_actor_ids("country/CHN");
    }
    grpc::ClientContext context;
    v1::ClassifyArticleResponse reply;
    const grpc::Status status =
        stub_->ClassifyArticle(&context, request, &reply);
    EXPECT_EQ(status.error_code(), row.code);
    EXPECT_EQ(status.error_message(), row.message);
    EXPECT_EQ(ReasonOf(status.error_details()), row.reason);
    EXPECT_EQ(FieldOf(status.error_details()), row.field);
  }
}

// "SERVING" or "NOT_SERVING", or the error's message.
std::string HealthOf(const grpc::Status& status,
                     const grpc::ByteBuffer& reply) {
  grpc::health::v1::HealthCheckResponse health;
  if (!status.ok()) return status.error_message();
  if (!ParseMessage(reply, &health)) return "not a health message";
  return grpc::health::v1::HealthCheckResponse::ServingStatus_Name(
      health.status());
}

TEST_P(ServiceTest, HealthFollowsServing) {
  const struct {
    const char* name;
    std::optional<bool> serving;
    const char* health;
  } rows[] = {{"started", std::nullopt, "NOT_SERVING"},
              {"serving", true, "SERVING"},
              {"stopping", false, "NOT_SERVING"}};
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    if (row.serving) SetServing(running_, *row.serving);
    for (const char* service :
         {"", "stance.v1.StanceService", "stance.v1.LexiconService"}) {
      SCOPED_TRACE(service);
      grpc::health::v1::HealthCheckRequest request;
      request.set_service(service);
      grpc::ByteBuffer reply;
      const grpc::Status status = CallRaw("/grpc.health.v1.Health/Check",
                                          SerializeMessage(request), &reply);
      EXPECT_EQ(HealthOf(status, reply), row.health);
    }
  }
}

TEST_P(ServiceTest, CallsBeforeTheLexiconAreUnavailable) {
  current_.Set(nullptr);
  const struct {
    const char* name;
    std::function<grpc::Status()> call;
  } rows[] = {
      {"ClassifyArticle",
       [this] {
         v1::ClassifyArticleResponse reply;
         return Classify("China opposes sanctions.", &reply);
       }},
      {"ClassifyArticles",
       [this] {
         grpc::ClientContext context;
         const auto stream = stub_->ClassifyArticles(&context);
         v1::ClassifyArticlesResponse response;
         EXPECT_FALSE(stream->Read(&response));
         return stream->Finish();
       }},
      {"GetLexicon",
       [this] {
         grpc::ClientContext context;
         v1::GetLexiconResponse reply;
         return v1::LexiconService::NewStub(channel_)->GetLexicon(&context, {},
                                                                  &reply);
       }},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    const grpc::Status status = row.call();
    EXPECT_EQ(status.error_code(), grpc::StatusCode::UNAVAILABLE);
    EXPECT_EQ(
        status.error_message(),
        "the server has just started and is loading its lexicon; try again");
    EXPECT_EQ(ReasonOf(status.error_details()), "LEXICON_LOADING");
    google::rpc::RetryInfo retry;
    ASSERT_TRUE(UnpackDetail(status.error_details(), &retry));
    EXPECT_EQ(retry.retry_delay().nanos(), 500'000'000);
    const auto record = WaitForRecord(
        [&](const CallRecord& r) {
          return r.method.ends_with(std::string("/") + row.name);
        },
        kCeiling);
    ASSERT_TRUE(record.has_value());
    EXPECT_EQ(record->reason, "LEXICON_LOADING");
  }
  current_.Set(TestSnapshot());
  v1::ClassifyArticleResponse reply;
  EXPECT_TRUE(Classify("China opposes sanctions.", &reply).ok());
}

TEST_P(ServiceTest, StreamGoesOnAfterABadArticle) {
  grpc::ClientContext context;
  const auto stream = stub_->ClassifyArticles(&context);
  const struct {
    const char* name;
    uint64_t sequence;
    std::string text;
    const char* reason;  // empty: an answer
  } rows[] = {
      {"good", 3, "China opposes sanctions.", ""},
      {"empty", 1, " ", "EMPTY_ARTICLE"},
      {"too large", 9, std::string((1 << 20) + 1, 'x'), "ARTICLE_TOO_LARGE"},
      {"larger than a message", 4, std::string(3 << 20, 'x'),
       "ARTICLE_TOO_LARGE"},
      {"good again", 3, "France supports China.", ""}};
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    v1::ClassifyArticlesRequest request;
    request.set_sequence(row.sequence);
    request.mutable_article()->set_text(row.text);
    ASSERT_TRUE(stream->Write(request));
    v1::ClassifyArticlesResponse response;
    ASSERT_TRUE(stream->Read(&response));
    EXPECT_EQ(response.sequence(), row.sequence);
    if (*row.reason == '\0') {
      ASSERT_TRUE(response.has_response());
      EXPECT_EQ(response.response().actors_size(), 1);
    } else {
      ASSERT_TRUE(response.has_error());
      EXPECT_EQ(response.error().code(), grpc::StatusCode::INVALID_ARGUMENT);
      EXPECT_EQ(ReasonOf(response.error().SerializeAsString()), row.reason);
    }
  }
  stream->WritesDone();
  v1::ClassifyArticlesResponse response;
  EXPECT_FALSE(stream->Read(&response));
  EXPECT_TRUE(stream->Finish().ok());
  const auto record = WaitForRecord(
      [](const CallRecord& r) { return r.articles > 0; }, kCeiling);
  ASSERT_TRUE(record.has_value());
  EXPECT_EQ(record->code, absl::StatusCode::kOk);
  EXPECT_EQ(record->articles, 5u);
  EXPECT_EQ(record->failed, 3u);
}

TEST_P(ServiceTest, StreamWithoutArticlesEndsWell) {
  grpc::ClientContext context;
  const auto stream = stub_->ClassifyArticles(&context);
  stream->WritesDone();
  v1::ClassifyArticlesResponse response;
  EXPECT_FALSE(stream->Read(&response));
  EXPECT_TRUE(stream->Finish().ok());
}

TEST_P(ServiceTest, CancelledStreamEnds) {
  grpc::ClientContext context;
  const auto stream = stub_->ClassifyArticles(&context);
  v1::ClassifyArticlesRequest request;
  request.mutable_article()->set_text("China opposes sanctions.");
  v1::ClassifyArticlesResponse response;
  ASSERT_TRUE(stream->Write(request));
  ASSERT_TRUE(stream->Read(&response));
  context.TryCancel();
  EXPECT_EQ(stream->Finish().error_code(), grpc::StatusCode::CANCELLED);
  const auto record = WaitForRecord(
      [](const CallRecord& r) { return r.articles == 1; }, kCeiling);
  ASSERT_TRUE(record.has_value());
  EXPECT_EQ(record->code, absl::StatusCode::kCancelled);
}

TEST_P(ServiceTest, StreamsEndedForShutdownSayUnavailable) {
  struct Row {
    const char* name;
    bool before;  // opened before the end
    uint64_t articles;
    grpc::ClientContext context;
    std::unique_ptr<grpc::ClientReaderWriter<v1::ClassifyArticlesRequest,
                                             v1::ClassifyArticlesResponse>>
        stream;
  } rows[] = {{"waits for its first article", true, 0},
              {"waits for another article", true, 2},
              {"opened too late", false, 0}};
  v1::ClassifyArticlesResponse response;
  const auto open = [&](Row& row) {
    row.stream = stub_->ClassifyArticles(&row.context);
    v1::ClassifyArticlesRequest request;
    request.mutable_article()->set_text("China opposes sanctions.");
    for (uint64_t i = 0; i < row.articles; ++i) {
      ASSERT_TRUE(row.stream->Write(request));
      ASSERT_TRUE(row.stream->Read(&response));
    }
  };
  for (Row& row : rows) {
    if (row.before) open(row);
  }
  streams_.EndAll();
  for (Row& row : rows) {
    SCOPED_TRACE(row.name);
    if (!row.before) open(row);
    EXPECT_FALSE(row.stream->Read(&response));
    const grpc::Status status = row.stream->Finish();
    EXPECT_EQ(status.error_code(), grpc::StatusCode::UNAVAILABLE);
    EXPECT_EQ(status.error_message(),
              "the server is shutting down; open the stream again for the "
              "articles that it has not answered");
    EXPECT_EQ(ReasonOf(status.error_details()), "SHUTTING_DOWN");
    google::rpc::RetryInfo retry;
    EXPECT_TRUE(UnpackDetail(status.error_details(), &retry));
    const auto record = WaitForRecord(
        [&](const CallRecord& r) {
          return r.reason == "SHUTTING_DOWN" && r.articles == row.articles;
        },
        kCeiling);
    ASSERT_TRUE(record.has_value());
    EXPECT_EQ(record->code, absl::StatusCode::kUnavailable);
  }
}

// A call may end before the server has begun, or after it has answered: tried
// again until one ends in between.
TEST_P(ServiceTest, DeadlineIsNoticedBetweenSentences) {
  v1::ClassifyArticleRequest request;
  request.mutable_article()->set_text(LongText(1 << 19));
  const auto end = system_clock::now() + kCeiling;
  std::optional<CallRecord> record;
  for (int wait = 1; !record && system_clock::now() < end;
       wait = wait % 16 + 1) {
    grpc::ClientContext context;
    context.set_deadline(system_clock::now() + milliseconds(wait));
    v1::ClassifyArticleResponse reply;
    const grpc::Status status =
        stub_->ClassifyArticle(&context, request, &reply);
    if (status.ok()) continue;
    EXPECT_EQ(status.error_code(), grpc::StatusCode::DEADLINE_EXCEEDED);
    record = WaitForRecord(
        [](const CallRecord& r) {
          return r.code == absl::StatusCode::kDeadlineExceeded;
        },
        milliseconds(200));
  }
  ASSERT_TRUE(record.has_value());
  EXPECT_EQ(record->reason, "DEADLINE_EXCEEDED");
}

TEST_P(ServiceTest, CancellationIsNoticedBetweenSentences) {
  v1::ClassifyArticleRequest request;
  request.mutable_article()->set_text(LongText(1 << 19));
  const auto end = system_clock::now() + kCeiling;
  std::optional<CallRecord> record;
  for (int wait = 1; !record && system_clock::now() < end;
       wait = wait % 16 + 1) {
    grpc::ClientContext context;
    std::thread canceller([&] {
      std::this_thread::sleep_for(milliseconds(wait));
      context.TryCancel();
    });
    v1::ClassifyArticleResponse reply;
    const grpc::Status status =
        stub_->ClassifyArticle(&context, request, &reply);
    canceller.join();
    if (status.ok()) continue;
    EXPECT_EQ(status.error_code(), grpc::StatusCode::CANCELLED);
    record = WaitForRecord(
        [](const CallRecord& r) {
          return r.code == absl::StatusCode::kCancelled;
        },
        milliseconds(200));
  }
  ASSERT_TRUE(record.has_value());
  EXPECT_EQ(record->reason, "CANCELLED");
}

TEST_P(ServiceTest, GetLexiconSaysWhatIsLoaded) {
  const auto stub = v1::LexiconService::NewStub(channel_);
  grpc::ClientContext context;
  v1::GetLexiconResponse reply;
  ASSERT_TRUE(stub->GetLexicon(&context, {}, &reply).ok());
  EXPECT_EQ(reply.lexicon().version(), "7");
  EXPECT_EQ(reply.lexicon().checksum(),
            TestSnapshot()->classifier.lexicon().checksum);
  EXPECT_EQ(reply.entry_counts().at("actors"), 2u);
  EXPECT_EQ(reply.entry_counts().at("cues"), 2u);
  EXPECT_EQ(reply.entry_counts().at("issues"), 1u);
  EXPECT_GT(reply.load_time().seconds(), 1700000000);
  EXPECT_NE(reply.server_version(), "");
  EXPECT_EQ(reply.last_reload_error(), "");
  EXPECT_FALSE(reply.has_last_reload_error_time());

  current_.SetReloadError(std::make_shared<const ReloadError>(
      ReloadError{"a.txtpb:1: error: it is broken [SYNTAX]",
                  std::chrono::system_clock::time_point(
                      std::chrono::milliseconds(1'800'000'000'250))}));
  grpc::ClientContext second;
  ASSERT_TRUE(stub->GetLexicon(&second, {}, &reply).ok());
  EXPECT_EQ(reply.last_reload_error(),
            "a.txtpb:1: error: it is broken [SYNTAX]");
  EXPECT_EQ(reply.last_reload_error_time().seconds(), 1'800'000'000);
  EXPECT_EQ(reply.last_reload_error_time().nanos(), 250'000'000);
}

// A stream may be open for days: it does not hold on to the lexicon that was
// there when it began.
TEST_P(ServiceTest, AStreamAnswersFromTheLexiconOfTheMoment) {
  grpc::ClientContext context;
  const auto stream = stub_->ClassifyArticles(&context);
  v1::ClassifyArticlesRequest request;
  request.mutable_article()->set_text("China opposes sanctions.");
  v1::ClassifyArticlesResponse response;
  ASSERT_TRUE(stream->Write(request) && stream->Read(&response));
  EXPECT_EQ(response.response().lexicon().version(), "7");
  EXPECT_EQ(response.response().actors_size(), 1);
  auto empty = std::make_shared<Lexicon>();
  empty->version = "8";
  empty->words.resize(1);
  empty->phrases.resize(1);
  current_.Set(std::make_shared<const Snapshot>(
      Snapshot{Classifier(empty), std::chrono::system_clock::now()}));
  ASSERT_TRUE(stream->Write(request) && stream->Read(&response));
  EXPECT_EQ(response.response().lexicon().version(), "8");
  EXPECT_EQ(response.response().actors_size(), 0);
  stream->WritesDone();
  EXPECT_TRUE(stream->Finish().ok());
}

// gRPC's own answer, after which the server goes on.
TEST_P(ServiceTest, MethodsThatDoNotExistAreUnimplemented) {
  for (const std::string method :
       {"/stance.v1.StanceService/Nothing", "/no.Such/Service", "/", ""}) {
    SCOPED_TRACE(method);
    for (int i = 0; i < 10; ++i) {
      const grpc::Slice empty("");
      EXPECT_EQ(CallRaw(method, grpc::ByteBuffer(&empty, 1)).error_code(),
                grpc::StatusCode::UNIMPLEMENTED);
    }
  }
  v1::ClassifyArticleResponse reply;
  EXPECT_TRUE(Classify("China opposes sanctions.", &reply).ok());
}

INSTANTIATE_TEST_SUITE_P(Workers, ServiceTest, testing::Values(0, 2));

}  // namespace
}  // namespace stance
