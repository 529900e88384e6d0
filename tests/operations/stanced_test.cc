// The program itself, started, called over a port, and stopped.

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <future>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "grpc/health/v1/health.pb.h"
#include "gtest/gtest.h"
#include "service/server/wire_message.h"
#include "stance/v1/stance_service.grpc.pb.h"
#include "tests/operations/child_process.h"
#include "tests/operations/sockets.h"
#include "tests/server/test_lexicon.h"

namespace stance {
namespace {

using testing::HasSubstr;
using testing::Not;

class StancedTest : public testing::Test {
 protected:
  StancedTest() : lexicon_(MakeTestLexicon()) {}
  ~StancedTest() override { std::filesystem::remove_all(lexicon_); }

  std::unique_ptr<ChildProcess> Start(std::vector<std::string> flags = {},
                                      const std::string& port = "0") {
    std::vector<std::string> arguments = {STANCED, "--lexicon", lexicon_,
                                          "--listen", "127.0.0.1:" + port};
    arguments.insert(arguments.end(), flags.begin(), flags.end());
    return std::make_unique<ChildProcess>(arguments);
  }

  // The address in the log line "listening".
  static std::string Address(ChildProcess* stanced) {
    return stanced->WaitForOutput(R"("event":"listening","address":")", "\"");
  }

  // Once it serves.
  static std::shared_ptr<grpc::Channel> Connect(ChildProcess* stanced) {
    EXPECT_NE(stanced->WaitForOutput(R"("event":"serving",)", "}"), "");
    return grpc::CreateChannel(Address(stanced),
                               grpc::InsecureChannelCredentials());
  }

  static grpc::Status CheckHealth(const std::shared_ptr<grpc::Channel>& channel,
                                  const std::string& service,
                                  grpc::health::v1::HealthCheckResponse* out) {
    grpc::health::v1::HealthCheckRequest message;
    message.set_service(service);
    const grpc::ByteBuffer request = SerializeMessage(message);
    grpc::GenericStub generic(channel);
    grpc::ClientContext context;
    grpc::ByteBuffer reply;
    std::promise<grpc::Status> done;
    generic.UnaryCall(&context, "/grpc.health.v1.Health/Check", {}, &request,
                      &reply,
                      [&](grpc::Status status) { done.set_value(status); });
    const grpc::Status status = done.get_future().get();
    EXPECT_EQ(status.ok(), ParseMessage(reply, out));
    return status;
  }

  std::filesystem::path lexicon_;
};

// Calls a method with an empty message.
grpc::StatusCode CallEmpty(const std::shared_ptr<grpc::Channel>& channel,
                           const std::string& method) {
  grpc::GenericStub generic(channel);
  grpc::ClientContext context;
  const grpc::Slice empty;
  const grpc::ByteBuffer request(&empty, 1);
  grpc::ByteBuffer reply;
  std::promise<grpc::Status> done;
  generic.UnaryCall(&context, method, {}, &request, &reply,
                    [&](grpc::Status status) { done.set_value(status); });
  return done.get_future().get().error_code();
}

TEST_F(StancedTest, ServesUntilSigterm) {
  const auto stanced = Start();
  const auto channel = Connect(stanced.get());
  for (const char* service :
       {"", "stance.v1.StanceService", "stance.v1.LexiconService"}) {
    SCOPED_TRACE(service);
    grpc::health::v1::HealthCheckResponse health;
    const grpc::Status status = CheckHealth(channel, service, &health);
    EXPECT_TRUE(status.ok()) << status.error_message();
    EXPECT_EQ(health.status(), grpc::health::v1::HealthCheckResponse::SERVING);
  }

  v1::ClassifyArticleRequest request;
  request.mutable_article()->set_text("China opposes sanctions.");
  v1::ClassifyArticleResponse reply;
  grpc::ClientContext context;
  context.AddMetadata("x-request-id", "id-\"1\"");
  const grpc::Status status =
      v1::StanceService::NewStub(channel)->ClassifyArticle(&context, request,
                                                           &reply);
  ASSERT_TRUE(status.ok()) << status.error_message();
  EXPECT_EQ(reply.actors_size(), 1);

  stanced->Signal(SIGTERM);
  EXPECT_EQ(stanced->Wait(), 0);
  const std::string log = stanced->Output();
  EXPECT_THAT(log, HasSubstr(R"("event":"settings","version":)"));
  EXPECT_THAT(log, HasSubstr(R"("event":"lexicon loaded","name":)"));
  EXPECT_THAT(
      log, HasSubstr(R"("level":"info","event":"call","id":"id-\"1\"","peer":)"
                     R"("ipv4:127.0.0.1:)"));
  EXPECT_THAT(
      log, HasSubstr(R"("method":"/stance.v1.StanceService/ClassifyArticle",)"
                     R"("status":"OK","bytes_in":28,"bytes_out":)"));
  EXPECT_THAT(log, HasSubstr(R"("event":"stopping","signal":"SIGTERM")"));
  EXPECT_THAT(log, HasSubstr(R"("event":"stopped")"));
  EXPECT_THAT(log, Not(HasSubstr("sanctions")));
}

TEST_F(StancedTest, ListensBeforeTheLexiconIsLoaded) {
  // Whoever reads it waits until somebody writes it.
  const std::filesystem::path slow = lexicon_ / "slow.txtpb";
  ASSERT_EQ(mkfifo(slow.c_str(), 0600), 0);
  const auto stanced = Start();
  const auto channel = grpc::CreateChannel(Address(stanced.get()),
                                           grpc::InsecureChannelCredentials());
  const auto expect_health = [&](int status) {
    for (const char* service :
         {"", "stance.v1.StanceService", "stance.v1.LexiconService"}) {
      SCOPED_TRACE(service);
      grpc::health::v1::HealthCheckResponse health;
      EXPECT_TRUE(CheckHealth(channel, service, &health).ok());
      EXPECT_EQ(health.status(), status);
    }
  };
  expect_health(grpc::health::v1::HealthCheckResponse::NOT_SERVING);
  v1::ClassifyArticleRequest request;
  request.mutable_article()->set_text("China opposes sanctions.");
  v1::ClassifyArticleResponse reply;
  grpc::ClientContext context;
  EXPECT_EQ(v1::StanceService::NewStub(channel)
                ->ClassifyArticle(&context, request, &reply)
                .error_code(),
            grpc::StatusCode::UNAVAILABLE);
  EXPECT_THAT(stanced->Output(), Not(HasSubstr("serving")));

  WriteFile(slow, "# nothing\n");
  EXPECT_NE(stanced->WaitForOutput(R"("event":"serving",)", "}"), "");
  expect_health(grpc::health::v1::HealthCheckResponse::SERVING);
}

TEST_F(StancedTest, ServesTheShippedLexiconByDefault) {
  ChildProcess stanced({STANCED, "--listen", "127.0.0.1:0"});
  v1::ClassifyArticleRequest request;
  request.mutable_article()->set_text(
      "China supports a political solution and opposes sanctions.");
  v1::ClassifyArticleResponse reply;
  grpc::ClientContext context;
  const grpc::Status status = v1::StanceService::NewStub(Connect(&stanced))
                                  ->ClassifyArticle(&context, request, &reply);
  ASSERT_TRUE(status.ok()) << status.error_message();
  ASSERT_EQ(reply.actors_size(), 1);
  EXPECT_EQ(reply.actors(0).actor().id(), "country/CHN");
  std::vector<std::string> stances;
  for (const v1::Stance& stance : reply.actors(0).stances()) {
    stances.push_back(v1::Polarity_Name(stance.polarity()) + " " +
                      stance.target().text());
  }
  EXPECT_THAT(stances,
              testing::ElementsAre("POLARITY_SUPPORTS political solution",
                                   "POLARITY_OPPOSES sanctions"));
}

TEST_F(StancedTest, QuietButForSettingsAndAddress) {
  const auto stanced = Start({"--log-level=error"});
  ASSERT_NE(Address(stanced.get()), "");
  stanced->Signal(SIGINT);
  EXPECT_EQ(stanced->Wait(), 0);
  const std::string log = stanced->Output();
  EXPECT_EQ(std::count(log.begin(), log.end(), '\n'), 3) << log;
}

TEST_F(StancedTest, SigintStopsToo) {
  const auto stanced = Start();
  ASSERT_NE(Address(stanced.get()), "");
  stanced->Signal(SIGINT);
  EXPECT_EQ(stanced->Wait(), 0);
}

// A stream that is held open, with one article answered.
struct OpenStream {
  explicit OpenStream(const std::shared_ptr<grpc::Channel>& channel)
      : stub(v1::StanceService::NewStub(channel)),
        stream(stub->ClassifyArticles(&context)) {
    Ask();
  }

  // Has an article answered.
  void Ask() const {
    v1::ClassifyArticlesRequest request;
    request.mutable_article()->set_text("China opposes sanctions.");
    v1::ClassifyArticlesResponse response;
    EXPECT_TRUE(stream->Write(request));
    EXPECT_TRUE(stream->Read(&response));
  }

  grpc::ClientContext context;
  std::unique_ptr<v1::StanceService::Stub> stub;
  std::unique_ptr<grpc::ClientReaderWriter<v1::ClassifyArticlesRequest,
                                           v1::ClassifyArticlesResponse>>
      stream;
};

TEST_F(StancedTest, DrainTimeoutEndsOpenStreams) {
  const auto stanced = Start({"--drain-timeout", "0"});
  OpenStream open(Connect(stanced.get()));
  stanced->Signal(SIGTERM);
  v1::ClassifyArticlesResponse response;
  EXPECT_FALSE(open.stream->Read(&response));
  const grpc::Status status = open.stream->Finish();
  EXPECT_EQ(status.error_code(), grpc::StatusCode::UNAVAILABLE);
  EXPECT_THAT(status.error_message(), HasSubstr("shutting down"));
  EXPECT_EQ(stanced->Wait(), 0);
  EXPECT_THAT(stanced->Output(), HasSubstr(R"("reason":"SHUTTING_DOWN")"));
}

TEST_F(StancedTest, OpenStreamsMayFinishWhileDraining) {
  const auto stanced = Start({"--drain-delay", "0", "--drain-timeout", "3600"});
  OpenStream open(Connect(stanced.get()));
  stanced->Signal(SIGTERM);
  ASSERT_NE(stanced->WaitForOutput(R"("event":"stopping",)", "}"), "");
  open.Ask();
  open.stream->WritesDone();
  v1::ClassifyArticlesResponse response;
  EXPECT_FALSE(open.stream->Read(&response));
  EXPECT_TRUE(open.stream->Finish().ok());
  EXPECT_EQ(stanced->Wait(), 0);
}

// Told to stop, it says NOT_SERVING at once, and serves on.
TEST_F(StancedTest, DrainDelayGoesOnServing) {
  const auto stanced = Start({"--drain-delay", "3600"});
  const auto channel = Connect(stanced.get());
  stanced->Signal(SIGTERM);
  ASSERT_NE(stanced->WaitForOutput(R"("event":"stopping",)", "}"), "");
  grpc::health::v1::HealthCheckResponse health;
  do {
    ASSERT_TRUE(CheckHealth(channel, "stance.v1.StanceService", &health).ok());
  } while (health.status() !=
           grpc::health::v1::HealthCheckResponse::NOT_SERVING);
  // On the old connection and on a new one.
  OpenStream(channel).Ask();
  grpc::ChannelArguments apart;
  apart.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  OpenStream(grpc::CreateCustomChannel(Address(stanced.get()),
                                       grpc::InsecureChannelCredentials(),
                                       apart))
      .Ask();
  stanced->Signal(SIGTERM);
  EXPECT_EQ(stanced->Wait(), -SIGTERM);
}

TEST_F(StancedTest, SecondSignalEndsAtOnce) {
  const auto stanced = Start({"--drain-timeout", "3600"});
  OpenStream open(Connect(stanced.get()));
  stanced->Signal(SIGTERM);
  EXPECT_EQ(stanced->WaitForOutput(R"("event":"stopping","signal":)", "}"),
            "\"SIGTERM\"");
  stanced->Signal(SIGTERM);
  EXPECT_EQ(stanced->Wait(), -SIGTERM);
  EXPECT_FALSE(open.stream->Finish().ok());
}

TEST_F(StancedTest, OperatorsHaveAddressesOfTheirOwn) {
  const auto stanced =
      Start({"--no-reflection", "--admin-address", ":0", "--metrics-address",
             ":0", "--drain-delay", "3600"});
  const auto channel = Connect(stanced.get());
  OpenStream(channel).Ask();
  const auto admin = grpc::CreateChannel(
      stanced->WaitForOutput(R"("event":"admin listening","address":")", "\""),
      grpc::InsecureChannelCredentials());
  grpc::health::v1::HealthCheckResponse health;
  EXPECT_TRUE(CheckHealth(admin, "stance.v1.StanceService", &health).ok());
  EXPECT_EQ(health.status(), grpc::health::v1::HealthCheckResponse::SERVING);

  // What is offered where.
  const struct {
    const char* method;
    grpc::StatusCode to_callers;
    grpc::StatusCode to_operators;
  } rows[] = {
      {"/grpc.channelz.v1.Channelz/GetServers", grpc::StatusCode::UNIMPLEMENTED,
       grpc::StatusCode::OK},
      {"/stance.v1.LexiconService/GetLexicon", grpc::StatusCode::OK,
       grpc::StatusCode::UNIMPLEMENTED},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.method);
    EXPECT_EQ(CallEmpty(channel, row.method), row.to_callers);
    EXPECT_EQ(CallEmpty(admin, row.method), row.to_operators);
  }

  const std::string metrics =
      HttpGet(stanced->WaitForOutput(
                  R"("event":"metrics listening","address":")", "\""),
              "/metrics");
  EXPECT_THAT(metrics, HasSubstr("HTTP/1.1 200 OK"));
  EXPECT_THAT(metrics, HasSubstr("\nstance_serving 1\n"));
  EXPECT_THAT(metrics, HasSubstr("\nstance_articles_total{outcome="
                                 "\"answered\",reason=\"\"} 2\n"));

  stanced->Signal(SIGTERM);
  ASSERT_NE(stanced->WaitForOutput(R"("event":"stopping",)", "}"), "");
  EXPECT_TRUE(CheckHealth(admin, "stance.v1.StanceService", &health).ok());
  EXPECT_EQ(health.status(),
            grpc::health::v1::HealthCheckResponse::NOT_SERVING);
}

// A caller may ask for its own call in the log, however quiet that is.
TEST_F(StancedTest, ACallIsLoggedInFullWhereItAsksForIt) {
  const auto stanced = Start({"--log-level", "error", "--drain-delay", "0"});
  const auto channel = Connect(stanced.get());
  const auto stub = v1::StanceService::NewStub(channel);
  const auto call = [&](const char* id, const char* debug) {
    v1::ClassifyArticleRequest request;
    request.mutable_article()->set_text("China opposes sanctions.");
    v1::ClassifyArticleResponse reply;
    grpc::ClientContext context;
    context.AddMetadata("x-request-id", id);
    if (debug != nullptr) context.AddMetadata("x-stance-debug", debug);
    EXPECT_TRUE(stub->ClassifyArticle(&context, request, &reply).ok());
  };
  call("quiet", nullptr);
  call("zero", "0");
  call("asked", "1");
  for (int i = 0; i < 200; ++i) call("many", "1");
  stanced->Signal(SIGTERM);
  EXPECT_EQ(stanced->Wait(), 0);
  const std::string log = stanced->Output();
  EXPECT_THAT(log, HasSubstr(R"("id":"asked")"));
  EXPECT_THAT(log, HasSubstr(R"("article_bytes":24,"actors":1,"stances":1,)"
                             R"("notices":1,"lexicon":")"));
  EXPECT_THAT(log, Not(HasSubstr("quiet")));
  EXPECT_THAT(log, Not(HasSubstr("zero")));
  EXPECT_THAT(log, Not(HasSubstr("sanctions")));
  // As many as there may be in the seconds that it took.
  const auto lines = std::count(log.begin(), log.end(), '\n');
  EXPECT_LT(lines, 150);
}

// The lexicon changes, breaks, and is asked to be loaded again.
TEST_F(StancedTest, ALexiconThatChangesIsLoadedAgain) {
  const auto stanced = Start({"--drain-delay", "0"});
  const auto channel = Connect(stanced.get());
  WriteFile(lexicon_ / "VERSION", "8\n");
  EXPECT_NE(stanced->WaitForOutput(R"("event":"lexicon changed","name":)",
                                   R"("version":"8")"),
            "");
  WriteFile(lexicon_ / "broken.txtpb", "actor {");
  EXPECT_NE(stanced->WaitForOutput(
                R"("event":"lexicon kept","reason":"broken.txtpb:1:8: error: )",
                R"("findings":1)"),
            "");
  std::filesystem::remove(lexicon_ / "broken.txtpb");
  EXPECT_NE(stanced->WaitForOutput(R"("event":"lexicon unchanged")", "}"), "");
  stanced->Signal(SIGTERM);
  EXPECT_EQ(stanced->Wait(), 0);
  EXPECT_THAT(stanced->Output(),
              HasSubstr(R"("level":"warning","event":"lexicon finding",)"
                        R"("finding":"broken.txtpb:1:8: error: )"));
}

TEST_F(StancedTest, SighupLoadsTheLexiconAgain) {
  const auto stanced = Start({"--drain-delay", "0", "--no-watch-lexicon"});
  Connect(stanced.get());
  WriteFile(lexicon_ / "VERSION", "8\n");
  stanced->Signal(SIGHUP);
  EXPECT_NE(stanced->WaitForOutput(R"("event":"lexicon changed","name":)",
                                   R"("version":"8")"),
            "");
  stanced->Signal(SIGTERM);
  EXPECT_EQ(stanced->Wait(), 0);
}

// Sent compressed; limits hold for what it unfolds to.
TEST_F(StancedTest, CompressedRequestsAreTakenAndBounded) {
  const auto stanced = Start();
  const auto channel = Connect(stanced.get());
  const struct {
    const char* name;
    size_t bytes;
    grpc::StatusCode code;
  } rows[] = {
      {"an article", 1000, grpc::StatusCode::OK},
      {"a large article", 2 << 20, grpc::StatusCode::OK},
      {"too large an article", (2 << 20) + 1,
       grpc::StatusCode::INVALID_ARGUMENT},
      {"300 KB that are 300 MB", size_t{300} << 20,
       grpc::StatusCode::RESOURCE_EXHAUSTED},
      {"an article again", 1000, grpc::StatusCode::OK},
  };
  for (const auto& row : rows) {
    for (const auto algorithm : {GRPC_COMPRESS_GZIP, GRPC_COMPRESS_DEFLATE}) {
      SCOPED_TRACE(row.name);
      v1::ClassifyArticleRequest request;
      request.mutable_article()->set_text(std::string(row.bytes, 'x'));
      grpc::ClientContext context;
      context.set_compression_algorithm(algorithm);
      v1::ClassifyArticleResponse reply;
      EXPECT_EQ(v1::StanceService::NewStub(channel)
                    ->ClassifyArticle(&context, request, &reply)
                    .error_code(),
                row.code);
    }
  }
}

TEST_F(StancedTest, OneServerAPort) {
  const auto first = Start();
  const std::string address = Address(first.get());
  const auto second = Start({}, address.substr(address.rfind(':') + 1));
  EXPECT_EQ(second->Wait(), 1);
  EXPECT_THAT(second->Errors(),
              HasSubstr("stanced: cannot listen on " + address));
}

TEST_F(StancedTest, BrokenLexiconStopsTheStartAndFailsTheCheck) {
  const struct {
    const char* name;
    const char* text;
    const char* place;  // the beginning of the standard error
    const char* what;
  } rows[] = {
      {"example",
       "cue {\n  id: \"cue/back\" lemma: \"back\" word_class: WORD_CLASS_VERB\n"
       "  polarity: POLARITY_SUPPORTS sense: SENSE_EVALUATION\n"
       "  frame { target { slot: SLOT_OBJECT } }\n"
       "  example: \"{China} supports [a plan].\"\n"
       "  counter_example: \"China met France.\"\n}\n",
       "z_bad.txtpb:5: error: cue/back: \"China supports a plan.\": expected "
       "{China} SUPPORTS [a plan]; found: China SUPPORTS plan [EXAMPLE]\n",
       ""},
      {"syntax", "actor {\n  id: \"country/DEU\"\n  name \"Germany\"\n}\n",
       "z_bad.txtpb:3:", "[SYNTAX]"},
      {"unknown field", "actor {\n  id: \"country/DEU\"\n  colour: 1\n}\n",
       "z_bad.txtpb:3:", "colour"},
      {"duplicate",
       "\nactor {\n  id: \"country/CHN\" name: \"Cathay\"\n"
       "  kind: ACTOR_KIND_COUNTRY\n}\n",
       "z_bad.txtpb:2: error: country/CHN: ", "[DUPLICATE_ID]"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    WriteFile(lexicon_ / "z_bad.txtpb", row.text);
    for (const bool check : {false, true}) {
      SCOPED_TRACE(check);
      const auto stanced = Start(check ? std::vector<std::string>{"--check"}
                                       : std::vector<std::string>{});
      EXPECT_EQ(stanced->Wait(), 1);
      EXPECT_THAT(stanced->Errors(), testing::StartsWith(row.place));
      EXPECT_THAT(stanced->Errors(), HasSubstr(row.what));
      EXPECT_THAT(stanced->Errors(),
                  HasSubstr("stanced: the lexicon " + lexicon_.string() +
                            " does not load\n"));
      EXPECT_THAT(stanced->Output(), Not(HasSubstr("serving")));
      if (check) {
        EXPECT_EQ(stanced->Output(), "");
      }
    }
  }
}

TEST_F(StancedTest, CheckSaysWhatItFindsAndServesNothing) {
  const struct {
    const char* name;
    const char* entries;
    std::vector<std::string> flags;
    int code;
    const char* output;  // a pattern; LEXICON stands for the directory
    const char* errors;
  } rows[] = {
      {"sound",
       "",
       {"--check"},
       0,
       "the lexicon LEXICON loads: name NAME, version 7, [0-9]+ examples "
       "hold\n",
       ""},
      {"a known bug that is none",
       "cue {\n  id: \"cue/back\" lemma: \"back\" word_class: WORD_CLASS_VERB\n"
       "  polarity: POLARITY_SUPPORTS sense: SENSE_EVALUATION\n"
       "  frame { target { slot: SLOT_OBJECT } }\n"
       "  known_bug: \"{China} backs [a plan].\"\n"
       "  example: \"{China} backs [a plan].\"\n"
       "  counter_example: \"China met France.\"\n}\n",
       {"--check"},
       0,
       "the lexicon LEXICON loads: name NAME, version 7, [0-9]+ examples "
       "hold\n",
       "more.txtpb:5: warning: cue/back: \"China backs a plan.\": is right "
       "now: "
       "make it an example [KNOWN_BUG]\n"},
      {"a flag that is wrong",
       "",
       {"--check", "--max-article-bytes=0"},
       2,
       "",
       "--max-article-bytes: 0 is not in 1 to 2147483647 bytes (or with a "
       "unit: 2MiB)\nRun with --help for more information.\n"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    WriteFile(lexicon_ / "more.txtpb", row.entries);
    const auto stanced = Start(row.flags);
    EXPECT_EQ(stanced->Wait(), row.code);
    std::string output = row.output;
    for (const auto& [word, value] :
         {std::pair("LEXICON", lexicon_.string()),
          std::pair("NAME", lexicon_.filename().string())}) {
      const size_t at = output.find(word);
      if (at != std::string::npos) output.replace(at, strlen(word), value);
    }
    EXPECT_THAT(stanced->Output(), testing::MatchesRegex(output));
    EXPECT_EQ(stanced->Errors(), row.errors);
  }
}

TEST_F(StancedTest, MissingLexiconStopsTheStart) {
  ChildProcess stanced({STANCED, "--lexicon", lexicon_ / "nowhere"});
  EXPECT_EQ(stanced.Wait(), 1);
  EXPECT_THAT(stanced.Errors(), HasSubstr("nowhere"));
}

TEST_F(StancedTest, PrintsItsVersion) {
  ChildProcess stanced({STANCED, "--version"});
  EXPECT_EQ(stanced.Wait(), 0);
  EXPECT_EQ(stanced.Output(), "stanced " STANCE_VERSION "\n");
}

}  // namespace
}  // namespace stance
