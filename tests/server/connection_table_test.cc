#include "service/server/connection_table.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "service/server/listening_socket.h"
#include "tests/operations/sockets.h"

namespace stance {
namespace {

// Connections to this process and from it, as accepted.
class ConnectionTableTest : public testing::Test {
 protected:
  ConnectionTableTest() {
    auto sockets = Listen("127.0.0.1:0");
    EXPECT_TRUE(sockets.ok()) << sockets.status();
    sockets_ = *std::move(sockets);
  }
  ~ConnectionTableTest() override {
    for (const int fd : clients_) close(fd);
  }

  int Accept() {
    clients_.push_back(ConnectTo(sockets_[0].address()));
    int accepted = -1;
    while (accepted < 0) {
      accepted = accept(sockets_[0].descriptor(), nullptr, nullptr);
    }
    return accepted;
  }

  std::vector<ListeningSocket> sockets_;
  std::vector<int> clients_;
};

TEST_F(ConnectionTableTest, CapsAreKeptUntilConnectionsClose) {
  const struct {
    const char* name;
    ConnectionCaps caps;
    int fit;
    ConnectionTable::Verdict verdict;
  } rows[] = {
      {"in all", {.max_connections = 3}, 3, ConnectionTable::kOverAll},
      {"by peer",
       {.max_connections = 9, .max_connections_per_peer = 2},
       2,
       ConnectionTable::kOverPeer},
      {"both, the lesser first",
       {.max_connections = 2, .max_connections_per_peer = 2},
       2,
       ConnectionTable::kOverAll},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    ConnectionTable table(row.caps);
    std::vector<int> open;
    for (int i = 0; i < row.fit; ++i) {
      open.push_back(Accept());
      EXPECT_EQ(table.Add(open.back()), ConnectionTable::kTaken);
    }
    EXPECT_EQ(table.size(), row.fit);
    const int more = Accept();
    EXPECT_EQ(table.Add(more), row.verdict);
    EXPECT_EQ(table.size(), row.fit);
    // One closes; its number may be taken by another file.
    close(open.back());
    table.Sweep();
    EXPECT_EQ(table.size(), row.fit - 1);
    EXPECT_EQ(table.Add(more), ConnectionTable::kTaken);
    open.back() = more;
    for (const int fd : open) close(fd);
    table.Sweep();
    EXPECT_EQ(table.size(), 0);
  }
}

TEST_F(ConnectionTableTest, ANumberThatIsTakenAgainIsAnotherConnection) {
  ConnectionTable table({.max_connections = 9, .max_connections_per_peer = 1});
  const int first = Accept();
  EXPECT_EQ(table.Add(first), ConnectionTable::kTaken);
  const int second = Accept();
  ASSERT_EQ(dup2(second, first), first);
  close(second);
  EXPECT_EQ(table.Add(first), ConnectionTable::kTaken);
  EXPECT_EQ(table.size(), 1);
  // Another file altogether.
  const int file = open("/dev/null", O_RDONLY);
  ASSERT_EQ(dup2(file, first), first);
  table.Sweep();
  EXPECT_EQ(table.size(), 0);
  close(first);
  close(file);
}

TEST_F(ConnectionTableTest, UnixSocketsAreNobodysPeers) {
  ConnectionTable table({.max_connections = 9, .max_connections_per_peer = 1});
  int ends[2];
  ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
  EXPECT_EQ(table.Add(ends[0]), ConnectionTable::kTaken);
  EXPECT_EQ(table.Add(ends[1]), ConnectionTable::kTaken);
  close(ends[0]);
  close(ends[1]);
}

}  // namespace
}  // namespace stance
