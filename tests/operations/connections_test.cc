// Connections, as strangers and operators make them.

#include <grpcpp/grpcpp.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "stance/v1/stance_service.grpc.pb.h"
#include "tests/operations/child_process.h"
#include "tests/operations/sockets.h"
#include "tests/server/test_lexicon.h"

namespace stance {
namespace {

using testing::HasSubstr;

// HTTP/2 by hand.
const std::string kHello = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
constexpr char kData = 0;
constexpr char kHeaders = 1;
constexpr char kReset = 3;
constexpr char kSettings = 4;
constexpr char kEndHeaders = 4;

std::string Frame(char type, char flags, uint32_t stream,
                  const std::string& payload) {
  std::string out = {0, 0, static_cast<char>(payload.size()), type, flags};
  for (const int shift : {24, 16, 8, 0}) {
    out += static_cast<char>(stream >> shift);
  }
  return out + payload;
}

std::string Settings() { return Frame(kSettings, 0, 0, ""); }

// Of a call of ClassifyArticles; `more` as in HPACK.
std::string StreamHeaders(const std::string& more = {}) {
  const auto literal = [](const std::string& text) {
    return std::string(1, static_cast<char>(text.size())) + text;
  };
  return "\x83\x86\x04" + literal("/stance.v1.StanceService/ClassifyArticles") +
         "\x01" + literal("h") + "\x0f\x10" + literal("application/grpc") +
         std::string(1, '\0') + literal("te") + literal("trailers") + more;
}

class ConnectionsTest : public testing::Test {
 protected:
  ~ConnectionsTest() override {
    for (const int fd : open_) close(fd);
    std::filesystem::remove_all(lexicon_);
  }

  // `before`: what the command line begins with.
  void Start(std::vector<std::string> before,
             const std::vector<std::string>& flags) {
    const std::vector<std::string> common = {
        STANCED, "--lexicon",         lexicon_, "--drain-delay",
        "0",     "--metrics-address", ":0"};
    before.insert(before.end(), common.begin(), common.end());
    before.insert(before.end(), flags.begin(), flags.end());
    stanced_ = std::make_unique<ChildProcess>(before);
    address_ =
        stanced_->WaitForOutput(R"("event":"listening","address":")", "\"");
    metrics_ = stanced_->WaitForOutput(
        R"("event":"metrics listening","address":")", "\"");
    ASSERT_NE(stanced_->WaitForOutput(R"("event":"serving",)", "}"), "");
  }

  // Over a connection of its own, which is tried for again and again.
  static bool IsServed(const std::string& address) {
    grpc::ChannelArguments apart;
    apart.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    apart.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
    apart.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 100);
    const auto channel = grpc::CreateCustomChannel(
        address, grpc::InsecureChannelCredentials(), apart);
    v1::ClassifyArticleRequest request;
    request.mutable_article()->set_text("China opposes sanctions.");
    v1::ClassifyArticleResponse reply;
    grpc::ClientContext context;
    context.set_wait_for_ready(true);
    context.set_deadline(std::chrono::system_clock::now() +
                         std::chrono::seconds(30));
    return v1::StanceService::NewStub(channel)
        ->ClassifyArticle(&context, request, &reply)
        .ok();
  }

  // Reads until there is such a line; false after 30 s.
  bool WaitForMetric(const std::string& expression) const {
    const auto end =
        std::chrono::steady_clock::now() + std::chrono::seconds(30);
    const testing::Matcher<std::string> matcher =
        testing::ContainsRegex("\n" + expression + "\n");
    while (!matcher.Matches(HttpGet(metrics_, "/metrics"))) {
      if (std::chrono::steady_clock::now() > end) return false;
      usleep(20'000);
    }
    return true;
  }

  void OpenConnections(int count) {
    for (int i = 0; i < count; ++i) {
      open_.push_back(ConnectTo(address_));
      EXPECT_GE(open_.back(), 0);
    }
  }

  void CloseConnections() {
    for (const int fd : open_) close(fd);
    open_.clear();
  }

  const std::filesystem::path lexicon_ = MakeTestLexicon();
  std::unique_ptr<ChildProcess> stanced_;
  std::string address_;
  std::string metrics_;
  std::vector<int> open_;
};

TEST_F(ConnectionsTest, ServesAgainAfterItHadNoDescriptorsLeft) {
  Start({"/bin/bash", "-c", "ulimit -n 60; exec \"$@\"", "bash"},
        {"--listen", "127.0.0.1:0"});
  for (int round = 0; round < 3; ++round) {
    SCOPED_TRACE(round);
    OpenConnections(200);
    // There is none for the last, which is closed.
    char byte;
    EXPECT_LE(read(open_.back(), &byte, 1), 0);
    CloseConnections();
    EXPECT_TRUE(IsServed(address_));
  }
  EXPECT_TRUE(WaitForMetric(
      R"(stance_connections_refused_total\{reason="descriptors"\} [1-9][0-9]*)"));
  EXPECT_TRUE(WaitForMetric("stance_connections_open [0-9]"));
}

TEST_F(ConnectionsTest, ConnectionsOverTheCapsAreClosedAtOnce) {
  const struct {
    const char* name;
    std::vector<std::string> flags;
    const char* reason;
  } rows[] = {
      {"in all", {"--max-connections", "5"}, "max-connections"},
      {"by peer",
       {"--max-connections-per-peer", "5"},
       "max-connections-per-peer"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    std::vector<std::string> flags = {"--listen", "127.0.0.1:0"};
    flags.insert(flags.end(), row.flags.begin(), row.flags.end());
    Start({}, flags);
    OpenConnections(8);
    EXPECT_TRUE(WaitForMetric("stance_connections_refused_total\\{reason=\"" +
                              std::string(row.reason) + "\"\\} 3"));
    // Those that were let in hear from the server; the others end.
    int ended = 0;
    for (const int fd : open_) {
      char byte;
      if (read(fd, &byte, 1) <= 0) ++ended;
    }
    EXPECT_EQ(ended, 3);
    CloseConnections();
    EXPECT_TRUE(IsServed(address_));
  }
}

TEST_F(ConnectionsTest, UnixSocketsAreServed) {
  const std::filesystem::path directory = MakeTempDirectory();
  const std::string address = "unix:" + (directory / "s").string();
  Start({}, {"--listen", address});
  EXPECT_EQ(address_, address);
  EXPECT_TRUE(IsServed(address));
  stanced_->Signal(SIGTERM);
  EXPECT_EQ(stanced_->Wait(), 0);
  EXPECT_TRUE(std::filesystem::is_empty(directory));
  std::filesystem::remove_all(directory);
}

TEST_F(ConnectionsTest, Ipv6IsServed) {
  const int fd = socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in6 loopback{.sin6_family = AF_INET6, .sin6_addr = in6addr_loopback};
  const bool there = fd >= 0 && bind(fd, reinterpret_cast<sockaddr*>(&loopback),
                                     sizeof loopback) == 0;
  if (fd >= 0) close(fd);
  if (!there) GTEST_SKIP() << "this machine has no IPv6";
  Start({}, {"--listen", "[::1]:0"});
  EXPECT_THAT(address_, testing::MatchesRegex("\\[::1\\]:[0-9]+"));
  EXPECT_TRUE(IsServed("ipv6:" + address_));
  EXPECT_TRUE(IsServed(address_));
}

TEST_F(ConnectionsTest, SeveralAddressesAtOnce) {
  Start({}, {"--listen", "localhost:0,127.0.0.1:0"});
  EXPECT_TRUE(IsServed(address_));
}

// As a service manager does it: the socket is there before the process.
TEST_F(ConnectionsTest, SocketsThatAreHandedOverAreServed) {
  constexpr char kHandOver[] = R"(
import os, socket, sys
listening = socket.create_server(("127.0.0.1", 0))
print("port=%d." % listening.getsockname()[1], flush=True)
os.dup2(listening.fileno(), 3)
os.set_inheritable(3, True)  # also where it was 3 before
os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS="1")
os.execv(sys.argv[1], sys.argv[1:])
)";
  Start({"/usr/bin/python3", "-c", kHandOver}, {"--listen", "systemd"});
  EXPECT_EQ(address_, "systemd:3");
  EXPECT_TRUE(IsServed("127.0.0.1:" + stanced_->WaitForOutput("port=", ".")));
}

// What does not speak HTTP/2 is cut off, and harms nobody.
TEST_F(ConnectionsTest, GarbageIsCutOff) {
  Start({}, {"--listen", "127.0.0.1:0"});
  std::string preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  const std::string settings("\0\0\0\4\0\0\0\0\0", 9);
  const struct {
    const char* name;
    std::string bytes;
  } rows[] = {
      {"HTTP/1.1", "GET / HTTP/1.1\r\nHost: h\r\n\r\n"},
      {"a TLS hello",
       std::string("\x16\x03\x01\x02\x00\x01\x00", 7) + std::string(505, 'x')},
      {"zeros", std::string(64, '\0')},
      {"a frame that is too long",
       preface + settings + std::string("\xff\xff\xff\0\0\0\0\0\1", 9) +
           std::string(1000, 'x')},
      {"data on no stream",
       preface + settings + std::string("\0\0\1\0\0\0\0\0\0x", 10)},
      {"headers that are none",
       preface + settings +
           std::string("\0\0\4\1\5\0\0\0\1\xff\xff\xff\xff", 13)},
      {"a window update of zero on the connection",
       preface + settings + std::string("\0\0\4\10\0\0\0\0\0\0\0\0\0", 13)},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    const int fd = ConnectTo(address_);
    ASSERT_GE(fd, 0);
    EXPECT_GT(write(fd, row.bytes.data(), row.bytes.size()), 0);
    open_.push_back(fd);
    EXPECT_TRUE(IsServed(address_));
  }
  CloseConnections();
  EXPECT_TRUE(IsServed(address_));
  stanced_->Signal(SIGTERM);
  EXPECT_EQ(stanced_->Wait(), 0);
}

TEST_F(ConnectionsTest, WhoeverPingsTooOftenIsCutOff) {
  Start({}, {"--listen", "127.0.0.1:0"});
  std::string bytes = kHello + Settings();
  for (int i = 0; i < 1000; ++i) {
    bytes += std::string("\0\0\10\6\0\0\0\0\0pingping", 17);
  }
  EXPECT_THAT(Exchange(address_, bytes), HasSubstr("too_many_pings"));
  EXPECT_TRUE(IsServed(address_));
}

// Streams that are opened and reset at once, as in CVE-2023-44487.
TEST_F(ConnectionsTest, StreamsThatAreResetAtOnceLeaveNothingBehind) {
  Start({}, {"--listen", "127.0.0.1:0"});
  std::string bytes = kHello + Settings();
  for (uint32_t stream = 1; stream < 20'000; stream += 2) {
    bytes += Frame(kHeaders, kEndHeaders, stream, StreamHeaders());
    bytes += Frame(kReset, 0, stream, std::string("\0\0\0\10", 4));
  }
  OpenConnections(1);
  size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t n = write(open_[0], bytes.data() + sent, bytes.size() - sent);
    ASSERT_GT(n, 0);
    sent += static_cast<size_t>(n);
  }
  EXPECT_TRUE(IsServed(address_));
  EXPECT_TRUE(WaitForMetric("stance_streams_open 0"));
  EXPECT_TRUE(WaitForMetric("stance_articles_in_flight 0"));
  // They did arrive.
  EXPECT_TRUE(WaitForMetric(
      R"(grpc_server_call_duration_seconds_count\{grpc_method="stance.v1.)"
      R"(StanceService/ClassifyArticles",grpc_status="CANCELLED"\} [1-9][0-9]*)"));
}

// A client that is gone without a word (its machine has no power, a firewall
// has forgotten it) is found out by a ping that nobody answers.
TEST_F(ConnectionsTest, WhoeverIsGoneWithoutAWordIsCutOff) {
  Start({}, {"--listen", "127.0.0.1:0", "--keepalive-time", "1",
             "--keepalive-timeout", "1"});
  OpenConnections(1);
  const std::string bytes =
      kHello + Settings() + Frame(kHeaders, kEndHeaders, 1, StreamHeaders());
  ASSERT_EQ(write(open_[0], bytes.data(), bytes.size()),
            static_cast<ssize_t>(bytes.size()));
  EXPECT_TRUE(WaitForMetric("stance_streams_open 1"));
  // Reads, and answers nothing.
  char buffer[4096];
  ssize_t n;
  while ((n = read(open_[0], buffer, sizeof buffer)) > 0) {
  }
  EXPECT_EQ(n, 0);  // not the end of our own patience
  EXPECT_TRUE(WaitForMetric("stance_streams_open 0"));
  EXPECT_TRUE(WaitForMetric("stance_articles_in_flight 0"));
  EXPECT_TRUE(IsServed(address_));
}

// A client that sends a message byte by byte holds up nobody, and its deadline
// ends it.
TEST_F(ConnectionsTest, ASlowWriterHoldsUpNobody) {
  Start({}, {"--listen", "127.0.0.1:0"});
  OpenConnections(1);
  const auto send = [&](const std::string& bytes) {
    return write(open_[0], bytes.data(), bytes.size()) ==
           static_cast<ssize_t>(bytes.size());
  };
  const std::string timeout =
      std::string(1, '\0') + "\x0c" + "grpc-timeout" + "\x02" + "3S";
  ASSERT_TRUE(send(kHello + Settings() +
                   Frame(kHeaders, kEndHeaders, 1, StreamHeaders(timeout))));
  EXPECT_TRUE(WaitForMetric("stance_streams_open 1"));
  // A message of 100,000 bytes is announced.
  ASSERT_TRUE(send(Frame(kData, 0, 1, std::string("\0\0\1\x86\xa0", 5))));
  for (int i = 0; i < 20; ++i) {
    ASSERT_TRUE(send(Frame(kData, 0, 1, "x")));
    EXPECT_TRUE(IsServed(address_));
  }
  EXPECT_TRUE(WaitForMetric("stance_articles_in_flight 0"));
  EXPECT_TRUE(WaitForMetric("stance_streams_open 0"));
  EXPECT_TRUE(IsServed(address_));
}

// A log that cannot be written is no reason not to serve.
TEST_F(ConnectionsTest, ServesWhereTheDiskOfItsLogIsFull) {
  const std::filesystem::path directory = MakeTempDirectory();
  const std::string address = "unix:" + (directory / "s").string();
  ChildProcess stanced({"/bin/bash", "-c", "exec \"$@\" >/dev/full", "bash",
                        STANCED, "--lexicon", lexicon_, "--listen", address,
                        "--drain-delay", "0"});
  for (int i = 0; i < 10; ++i) EXPECT_TRUE(IsServed(address));
  stanced.Signal(SIGTERM);
  EXPECT_EQ(stanced.Wait(), 0);
  std::filesystem::remove_all(directory);
}

TEST_F(ConnectionsTest, IdleConnectionsAreNoBurden) {
  Start({}, {"--listen", "127.0.0.1:0"});
  OpenConnections(1000);
  EXPECT_TRUE(WaitForMetric("stance_connections_open 1000"));
  EXPECT_TRUE(IsServed(address_));
  CloseConnections();
  EXPECT_TRUE(WaitForMetric("stance_connections_open [01]"));
}

}  // namespace
}  // namespace stance
