// LexiconService over gRPC, in process.

#include "service/server/lexicon_service.h"

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "tests/server/service_fixture.h"

namespace stance {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class LexiconServiceTest : public ServiceFixture {
 protected:
  // Patient: the machine may be busy with other tests.
  LexiconServiceTest()
      : ServiceFixture(0, {.max_wait = kCeiling}),
        lexicon_(v1::LexiconService::NewStub(channel_)) {}

  v1::ListActorsResponse ListActors(const v1::ListActorsRequest& request) {
    grpc::ClientContext context;
    v1::ListActorsResponse reply;
    const grpc::Status status = lexicon_->ListActors(&context, request, &reply);
    EXPECT_TRUE(status.ok()) << status.error_message();
    return reply;
  }

  grpc::Status Check(const v1::CheckLexiconRequest& request,
                     v1::CheckLexiconResponse* reply) {
    grpc::ClientContext context;
    return lexicon_->CheckLexicon(&context, request, reply);
  }

  // The shipped grammar and `entries`.
  static v1::CheckLexiconRequest Files(const std::string& entries) {
    v1::CheckLexiconRequest request;
    for (const auto& file : std::filesystem::directory_iterator(
             STANCE_SOURCE_DIR "/service/lexicon/en/grammar")) {
      std::ostringstream text;
      text << std::ifstream(file.path()).rdbuf();
      v1::LexiconFile* out = request.add_files();
      out->set_name("grammar/" + file.path().filename().string());
      out->set_text(std::move(text).str());
    }
    v1::LexiconFile* out = request.add_files();
    out->set_name("entries.txtpb");
    out->set_text(entries);
    return request;
  }

  // "file:line CODE entry", of the errors.
  static std::vector<std::string> Errors(
      const v1::CheckLexiconResponse& reply) {
    std::vector<std::string> out;
    for (const v1::Finding& finding : reply.findings()) {
      if (finding.severity() != v1::SEVERITY_ERROR) continue;
      out.push_back(finding.file() + ":" + std::to_string(finding.line()) +
                    " " + finding.code() + " " + finding.entry_id());
    }
    return out;
  }

  const std::unique_ptr<v1::LexiconService::Stub> lexicon_;
};

TEST_F(LexiconServiceTest, ListsActorsAndIssues) {
  v1::ListActorsRequest request;
  request.set_page_size(1);
  v1::ListActorsResponse actors = ListActors(request);
  ASSERT_EQ(actors.actors_size(), 1);
  EXPECT_EQ(actors.actors(0).id(), "country/CHN");
  EXPECT_EQ(actors.actors(0).display_name(), "China");
  EXPECT_EQ(actors.actors(0).kind(), v1::ACTOR_KIND_COUNTRY);
  request.set_page_token(actors.next_page_token());
  actors = ListActors(request);
  ASSERT_EQ(actors.actors_size(), 1);
  EXPECT_EQ(actors.actors(0).id(), "country/FRA");
  EXPECT_EQ(actors.next_page_token(), "");

  v1::ListIssuesRequest about;
  about.set_filter("SANCT");
  v1::ListIssuesResponse issues;
  grpc::ClientContext context;
  ASSERT_TRUE(lexicon_->ListIssues(&context, about, &issues).ok());
  ASSERT_EQ(issues.issues_size(), 1);
  EXPECT_EQ(issues.issues(0).id(), "issue/sanctions");
  EXPECT_EQ(issues.issues(0).display_name(), "sanctions");
  EXPECT_EQ(issues.issues(0).text(), "");
  EXPECT_EQ(issues.issues(0).kind(), v1::TARGET_KIND_ISSUE);
}

TEST_F(LexiconServiceTest, BadPagesAreRefused) {
  v1::ListIssuesRequest request;
  request.set_page_token("x");
  v1::ListIssuesResponse reply;
  grpc::ClientContext context;
  const grpc::Status status = lexicon_->ListIssues(&context, request, &reply);
  EXPECT_EQ(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(ReasonOf(status.error_details()), "INVALID_PAGE_TOKEN");
  EXPECT_EQ(FieldOf(status.error_details()), "page_token");
}

TEST_F(LexiconServiceTest, ChecksWhatItIsSent) {
  const std::string entries(kTestEntries);
  const struct {
    const char* name;
    std::string entries;
    const char* error;  // empty: none
  } rows[] = {
      {"sound", entries, ""},
      {"syntax", entries + "actor {", "entries.txtpb:19 SYNTAX "},
      {"reference",
       entries + "issue { id: 'issue/a' name: 'aye' parent: 'issue/b' }",
       "entries.txtpb:19 UNKNOWN_REFERENCE issue/a"},
      {"example",
       entries + "issue { id: 'issue/a' name: 'aye' example: '{China} met "
                 "[the aye].' }",
       "entries.txtpb:19 EXAMPLE issue/a"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    v1::CheckLexiconResponse reply;
    const grpc::Status status = Check(Files(row.entries), &reply);
    ASSERT_TRUE(status.ok()) << status.error_message();
    if (*row.error == '\0') {
      EXPECT_THAT(Errors(reply), testing::IsEmpty());
    } else {
      EXPECT_THAT(Errors(reply), testing::Contains(row.error));
    }
    const auto record = WaitForRecord(
        [](const CallRecord& r) { return r.method.ends_with("CheckLexicon"); },
        kCeiling);
    EXPECT_TRUE(record.has_value());
  }
}

TEST_F(LexiconServiceTest, AnEmptyLexiconIsAFinding) {
  v1::CheckLexiconResponse reply;
  EXPECT_TRUE(Check({}, &reply).ok());
  EXPECT_THAT(Errors(reply), ElementsAre(":0 NO_FILES "));
}

TEST_F(LexiconServiceTest, ManyFindingsAreCutAndCounted) {
  std::string entries;
  for (int i = 0; i < 1500; ++i) {
    entries += "actor { id: 'org/a" + std::to_string(i) + "' name: 'A" +
               std::to_string(i) + "' }\n";
  }
  v1::CheckLexiconRequest request;
  v1::LexiconFile* file = request.add_files();
  file->set_name("a.txtpb");
  file->set_text(entries);
  v1::CheckLexiconResponse reply;
  ASSERT_TRUE(Check(request, &reply).ok());
  ASSERT_EQ(reply.findings_size(), 1001);
  EXPECT_EQ(reply.findings(1000).code(), "MORE_FINDINGS");
  EXPECT_THAT(reply.findings(1000).message(), HasSubstr("500 more"));
}

TEST_F(LexiconServiceTest, FilesNeedNamesOfTheirOwn) {
  for (const char* name : {"", "a.txtpb"}) {
    SCOPED_TRACE(name);
    v1::CheckLexiconRequest request;
    request.add_files()->set_name("a.txtpb");
    request.add_files()->set_name(name);
    v1::CheckLexiconResponse reply;
    const grpc::Status status = Check(request, &reply);
    EXPECT_EQ(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
    EXPECT_EQ(ReasonOf(status.error_details()), "INVALID_FILE_NAME");
    EXPECT_EQ(FieldOf(status.error_details()), "files[1].name");
  }
}

// Many at once: those that are over the limit are told so, the rest is checked,
// and articles are answered meanwhile.
TEST_F(LexiconServiceTest, ChecksWaitForEachOtherAndForNobodyElse) {
  constexpr int kAtOnce = 12;
  std::vector<std::thread> threads;
  std::atomic<int> checked = 0;
  std::atomic<int> refused = 0;
  for (int i = 0; i < kAtOnce; ++i) {
    threads.emplace_back([&] {
      v1::CheckLexiconResponse reply;
      const grpc::Status status =
          Check(Files(std::string(kTestEntries)), &reply);
      if (status.ok()) {
        ++checked;
      } else if (ReasonOf(status.error_details()) == "OVERLOADED") {
        ++refused;
      }
      v1::ClassifyArticleResponse answer;
      EXPECT_TRUE(Classify("China opposes sanctions.", &answer).ok());
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(checked + refused, kAtOnce);
  EXPECT_GE(checked, 1);
}

TEST_F(LexiconServiceTest, ACheckWhoseCallIsOverIsNotBegun) {
  v1::CheckLexiconResponse reply;
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() -
                       std::chrono::seconds(1));
  EXPECT_EQ(lexicon_->CheckLexicon(&context, Files(""), &reply).error_code(),
            grpc::StatusCode::DEADLINE_EXCEEDED);
}

}  // namespace
}  // namespace stance
