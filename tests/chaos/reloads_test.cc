// The lexicon is swapped again and again while calls and streams go on.

#include <grpcpp/grpcpp.h>
#include <signal.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "stance/v1/lexicon_service.grpc.pb.h"
#include "stance/v1/stance_service.grpc.pb.h"
#include "tests/chaos/crowd.h"
#include "tests/chaos/poll.h"
#include "tests/chaos/scale.h"
#include "tests/chaos/server_process.h"
#include "tests/server/test_lexicon.h"

namespace stance {
namespace {

namespace fs = std::filesystem;

using testing::IsEmpty;

constexpr char kText[] = "China opposes sanctions. France supports China.";
constexpr char kTaken[] = "stance_lexicon_reloads_total{result=\"taken\"}";
constexpr char kKept[] = "stance_lexicon_reloads_total{result=\"kept\"}";
constexpr char kUnchanged[] =
    "stance_lexicon_reloads_total{result=\"unchanged\"}";

// A reload under full load has what the calls leave it.
template <typename Predicate>
bool PollReload(const Predicate& done) {
  return Poll(done, std::chrono::seconds(Scale(30, 300)));
}

class ReloadsTest : public testing::TestWithParam<int> {
 protected:
  ReloadsTest() : root_(MakeTempDirectory()) {
    // The shipped one is what memory is measured with; it takes its time.
    if (IsLong() && GetParam() > 0) {
      fs::copy(STANCE_SOURCE_DIR "/service/lexicon/en", root_ / "0",
               fs::copy_options::recursive);
    } else {
      fs::rename(MakeTestLexicon(), root_ / "0");
    }
    Write(0);
    fs::create_directory_symlink("0", root_ / "lexicon");
  }
  ~ReloadsTest() override { fs::remove_all(root_); }

  void Start() {
    server_ = std::make_unique<ServerProcess>(std::vector<std::string>{
        "--lexicon", root_ / "lexicon", "--workers", std::to_string(GetParam()),
        "--drain-delay", "0"});
  }

  void Write(int version) {
    WriteFile(root_ / std::to_string(version) / "VERSION",
              std::to_string(version) + "\n");
  }

  // Makes the next version out of the last, and puts it in its place at once.
  void Swap(int version) {
    const fs::path last = root_ / std::to_string(version - 1);
    fs::copy(last, root_ / std::to_string(version),
             fs::copy_options::recursive);
    Write(version);
    fs::create_directory_symlink(std::to_string(version), root_ / "new");
    fs::rename(root_ / "new", root_ / "lexicon");
    if (version > 1) fs::remove_all(root_ / std::to_string(version - 2));
  }

  const fs::path root_;
  std::unique_ptr<ServerProcess> server_;
};

// Asks over a stream and checks that each answer is of a version that can be.
class VersionWatcher {
 public:
  explicit VersionWatcher(const std::shared_ptr<grpc::Channel>& channel)
      : stub_(v1::StanceService::NewStub(channel)),
        thread_([this] { Run(); }) {}
  ~VersionWatcher() { Stop(); }

  void Stop() {
    stop_ = true;
    if (thread_.joinable()) thread_.join();
  }

  std::atomic<int> taken = 0;    // is served for sure
  std::atomic<int> offered = 0;  // may be served
  std::atomic<uint64_t> answers = 0;

 private:
  void Run() {
    grpc::ClientContext context;
    const auto stream = stub_->ClassifyArticles(&context);
    v1::ClassifyArticlesRequest request;
    request.mutable_article()->set_text(kText);
    v1::ClassifyArticlesResponse response;
    while (!stop_) {
      const int least = taken;
      ASSERT_TRUE(stream->Write(request) && stream->Read(&response));
      ASSERT_TRUE(response.has_response()) << response.error().message();
      const int version = std::stoi(response.response().lexicon().version());
      ASSERT_GE(version, least);
      ASSERT_LE(version, offered);
      ++answers;
    }
    stream->WritesDone();
    EXPECT_TRUE(stream->Finish().ok());
  }

  const std::unique_ptr<v1::StanceService::Stub> stub_;
  std::atomic<bool> stop_ = false;
  std::thread thread_;
};

TEST_P(ReloadsTest, UnderLoadNoCallFailsAndMemoryDoesNotGrow) {
  Start();
  const int reloads = Scale(8, 200);
  Crowd crowd(server_->Connect(), 8, kText);
  VersionWatcher watcher(server_->Connect());
  double settled = 0;
  double most = 0;
  int descriptors = 0;
  for (int version = 1; version <= reloads; ++version) {
    watcher.offered = version;
    Swap(version);
    ASSERT_TRUE(PollReload([&] { return server_->Metric(kTaken) == version; }));
    watcher.taken = version;
    ASSERT_TRUE(crowd.WaitForAnswers(20));
    const double now = server_->Megabytes();
    if (version <= reloads / 4) settled = std::max(settled, now);
    most = std::max(most, now);
    if (version == 1) descriptors = server_->OpenDescriptors();
  }
  watcher.Stop();
  crowd.Stop();
  EXPECT_THAT(crowd.Failures(), IsEmpty());
  EXPECT_EQ(server_->Metric(kKept), 0);
  EXPECT_LT(most, settled * 1.1 + 10);
  EXPECT_LE(server_->OpenDescriptors(), descriptors + 2);
  std::printf("%d reloads, %lu answers; %.0f MB at first, %.0f MB at most\n",
              reloads,
              static_cast<unsigned long>(crowd.answered() + watcher.answers),
              settled, most);
  EXPECT_EQ(server_->Stop(), 0);
}

// Calls, streams, calls that are given up, reloads, broken lexicons: half an
// hour in long form.
TEST_P(ReloadsTest, ASoakLeavesNothingBehind) {
  Start();
  const auto begin = std::chrono::steady_clock::now();
  const std::chrono::seconds time(Scale(1, 1800));
  Crowd crowd(server_->Connect(), 6, kText);
  VersionWatcher watcher(server_->Connect());
  std::jthread fickle([&, stub = std::shared_ptr(
                              v1::StanceService::NewStub(server_->Connect()))](
                          const std::stop_token& stop) {
    v1::ClassifyArticleRequest request;
    request.mutable_article()->set_text(kText);
    for (int i = 0; !stop.stop_requested(); ++i) {
      grpc::ClientContext context;
      context.set_deadline(std::chrono::system_clock::now() +
                           std::chrono::microseconds(i % 3000));
      v1::ClassifyArticleResponse reply;
      stub->ClassifyArticle(&context, request, &reply);
    }
  });
  double settled = 0;  // the most in the first fifth
  double last = 0;     // the most in the last
  int descriptors = 0;
  int version = 0;
  for (double part = 0; part < 1;
       part = std::chrono::duration<double>(std::chrono::steady_clock::now() -
                                            begin) /
              time) {
    watcher.offered = ++version;
    Swap(version);
    ASSERT_TRUE(PollReload([&] { return server_->Metric(kTaken) == version; }));
    watcher.taken = version;
    WriteFile(root_ / std::to_string(version) / "broken.txtpb", "actor {");
    ASSERT_TRUE(PollReload([&] { return server_->Metric(kKept) >= version; }));
    fs::remove(root_ / std::to_string(version) / "broken.txtpb");
    ASSERT_TRUE(PollReload(
        [&] { return server_->Metric("stance_lexicon_reload_failed") == 0; }));
    ASSERT_TRUE(crowd.WaitForAnswers(100));
    double* most = part < 0.2 ? &settled : &last;
    *most = part < 0.2 || part > 0.8 ? std::max(*most, server_->Megabytes())
                                     : *most;
    if (descriptors == 0) descriptors = server_->OpenDescriptors();
  }
  fickle.request_stop();
  fickle.join();
  watcher.Stop();
  crowd.Stop();
  EXPECT_THAT(crowd.Failures(), IsEmpty());
  EXPECT_LT(last, settled * 1.05 + 5);
  EXPECT_LE(server_->OpenDescriptors(), descriptors + 2);
  std::printf("%d reloads, %lu answers; %.0f MB, %.0f MB at the end\n", version,
              static_cast<unsigned long>(crowd.answered() + watcher.answers),
              settled, last);
  EXPECT_EQ(server_->Stop(), 0);
}

TEST_P(ReloadsTest, ASighupStormIsAHandfulOfReloads) {
  Start();
  Crowd crowd(server_->Connect(), 4, kText);
  const int signals = Scale(200, 5'000);
  for (int i = 0; i < signals; ++i) {
    server_->Signal(SIGHUP);
    if (i % 50 == 0) {
      ASSERT_TRUE(crowd.WaitForAnswers(1));
    }
  }
  ASSERT_TRUE(PollReload([&] { return server_->Metric(kUnchanged) >= 1; }));
  ASSERT_TRUE(crowd.WaitForAnswers(100));
  crowd.Stop();
  EXPECT_THAT(crowd.Failures(), IsEmpty());
  EXPECT_LT(server_->Metric(kUnchanged), signals / 2);
  EXPECT_EQ(server_->Stop(), 0);
}

// What an operator sees of a lexicon that is broken under load.
TEST_P(ReloadsTest, ABrokenLexiconIsToldAndNotTaken) {
  Start();
  Crowd crowd(server_->Connect(), 4, kText);
  const auto stub = v1::LexiconService::NewStub(server_->Connect());
  const auto get = [&] {
    grpc::ClientContext context;
    v1::GetLexiconResponse reply;
    EXPECT_TRUE(stub->GetLexicon(&context, {}, &reply).ok());
    return reply;
  };
  for (int i = 0; i < Scale(1, 10); ++i) {
    WriteFile(root_ / "0/broken.txtpb", "actor {\n");
    ASSERT_TRUE(PollReload([&] { return !get().last_reload_error().empty(); }));
    EXPECT_THAT(get().last_reload_error(),
                testing::StartsWith("broken.txtpb:2:1: error: "));
    EXPECT_GT(get().last_reload_error_time().seconds(), 1'700'000'000);
    EXPECT_EQ(server_->Metric("stance_lexicon_reload_failed"), 1);
    ASSERT_TRUE(crowd.WaitForAnswers(50));
    fs::remove(root_ / "0/broken.txtpb");
    ASSERT_TRUE(PollReload([&] { return get().last_reload_error().empty(); }));
    EXPECT_EQ(server_->Metric("stance_lexicon_reload_failed"), 0);
  }
  crowd.Stop();
  EXPECT_THAT(crowd.Failures(), IsEmpty());
  EXPECT_EQ(get().lexicon().version(), "0");
  EXPECT_GE(server_->Metric(kKept), 1);
  EXPECT_EQ(server_->Metric(kTaken), 0);
  EXPECT_EQ(server_->Stop(), 0);
}

INSTANTIATE_TEST_SUITE_P(Workers, ReloadsTest, testing::Values(0, 2));

}  // namespace
}  // namespace stance
