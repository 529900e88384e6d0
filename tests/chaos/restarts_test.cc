// Servers that are restarted and killed under load.

#include <grpcpp/grpcpp.h>

#include <memory>
#include <string>
#include <vector>

#include "client/connection.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/chaos/crowd.h"
#include "tests/chaos/poll.h"
#include "tests/chaos/scale.h"
#include "tests/chaos/server_process.h"
#include "tests/server/test_lexicon.h"

namespace stance {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Key;
using testing::Not;
using testing::StartsWith;

constexpr char kText[] = "China opposes sanctions. France supports China.";

class RestartsTest : public testing::Test {
 protected:
  ~RestartsTest() override { std::filesystem::remove_all(lexicon_); }

  void StartServers(int count) {
    for (int i = 0; i < count; ++i) {
      servers_.push_back(std::make_unique<ServerProcess>(
          std::vector<std::string>{"--lexicon", lexicon_}));
    }
  }

  // To all of them, as stancectl connects: round robin, health checks, retries.
  std::shared_ptr<grpc::Channel> ConnectToAll() const {
    std::string target = "ipv4:";
    for (const auto& server : servers_) {
      if (target.back() != ':') target += ',';
      target += server->address();
    }
    return client::OpenChannel({.server = target});
  }

  const std::filesystem::path lexicon_ = MakeTestLexicon();
  std::vector<std::unique_ptr<ServerProcess>> servers_;
};

TEST_F(RestartsTest, RollingRestartsLoseNoCall) {
  StartServers(2);
  Crowd crowd(ConnectToAll(), 8, kText);
  ASSERT_TRUE(crowd.WaitForAnswers(500));
  for (int i = 0; i < Scale(2, 6); ++i) {
    ServerProcess& server = *servers_[size_t(i) % servers_.size()];
    EXPECT_EQ(server.Stop(), 0);
    server.StartAgain();
    // A rollout waits, too, for the new one to be found (minReadySeconds).
    ASSERT_TRUE(
        Poll([&] { return server.Metric("stance_article_bytes_count") > 0; }));
    ASSERT_TRUE(crowd.WaitForAnswers(uint64_t(Scale(500, 20'000))));
  }
  crowd.Stop();
  EXPECT_THAT(crowd.Failures(), IsEmpty());
  std::printf("%lu calls answered\n",
              static_cast<unsigned long>(crowd.answered()));
}

// As a proxy asks that does not look who is serving, and as clients without
// health checks do: one connection, to whichever listens.
TEST_F(RestartsTest, WithoutHealthChecksNoCallIsCancelledWhereConnectionsAge) {
  for (int i = 0; i < 2; ++i) {
    servers_.push_back(std::make_unique<ServerProcess>(std::vector<std::string>{
        "--lexicon", lexicon_, "--max-connection-age", "1"}));
  }
  const std::string target =
      "ipv4:" + servers_[0]->address() + "," + servers_[1]->address();
  Crowd crowd(grpc::CreateChannel(target, grpc::InsecureChannelCredentials()),
              8, kText);
  for (int i = 0; i < Scale(4, 20); ++i) {
    ASSERT_TRUE(crowd.WaitForAnswers(500));
    ServerProcess& server = *servers_[size_t(i) % servers_.size()];
    EXPECT_EQ(server.Stop(), 0);
    server.StartAgain();
  }
  crowd.Stop();
  // UNAVAILABLE may be said by one that has just begun, and is repeated.
  EXPECT_THAT(crowd.Failures(), Not(Contains(Key(StartsWith("1 ")))));
}

TEST_F(RestartsTest, AKilledServerCostsNoCallWhereThereAreRetries) {
  StartServers(3);
  Crowd crowd(ConnectToAll(), 8, kText);
  for (int i = 0; i < Scale(2, 12); ++i) {
    ASSERT_TRUE(crowd.WaitForAnswers(uint64_t(Scale(500, 5'000))));
    ServerProcess& server = *servers_[size_t(i) % servers_.size()];
    server.Kill();
    ASSERT_TRUE(crowd.WaitForAnswers(500));
    server.StartAgain();
  }
  crowd.Stop();
  EXPECT_THAT(crowd.Failures(), IsEmpty());
  std::printf("%lu calls answered\n",
              static_cast<unsigned long>(crowd.answered()));
}

// Without retries, too, no others than those that were in flight there.
TEST_F(RestartsTest, AKilledServerCostsOnlyItsCallsInFlight) {
  constexpr int kCallers = 8;
  StartServers(1);
  servers_.push_back(std::make_unique<ServerProcess>(
      std::vector<std::string>{"--lexicon", lexicon_}));
  Crowd there(servers_[0]->Connect(), kCallers, kText);
  Crowd elsewhere(servers_[1]->Connect(), kCallers, kText);
  ASSERT_TRUE(there.WaitForAnswers(100));
  ASSERT_TRUE(elsewhere.WaitForAnswers(100));
  servers_[0]->Kill();
  ASSERT_TRUE(elsewhere.WaitForAnswers(1000));
  there.Stop();
  elsewhere.Stop();
  EXPECT_THAT(elsewhere.Failures(), IsEmpty());
}

}  // namespace
}  // namespace stance
