#include "service/server/listening_socket.h"

#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/server/test_lexicon.h"

namespace stance {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(ListeningSocketTest, Forms) {
  const struct {
    const char* address;
    bool valid;
  } rows[] = {{"127.0.0.1:50051", true},
              {"localhost:0", true},
              {"[::]:50051", true},
              {"unix:/run/stance", true},
              {"systemd", true},
              {"", false},
              {"localhost", false},
              {":50051", false},
              {"h:", false},
              {"h:http", false},
              {"h:65536", false},
              {"h:-1", false},
              {"unix:", false}};
  for (const auto& row : rows) {
    EXPECT_EQ(IsListeningAddress(row.address), row.valid) << row.address;
  }
}

TEST(ListeningSocketTest, TellsThePortThatItTook) {
  for (const char* host : {"127.0.0.1:", "localhost:"}) {
    const auto sockets = Listen(std::string(host) + "0");
    ASSERT_TRUE(sockets.ok()) << sockets.status();
    EXPECT_THAT(sockets->front().address(), StartsWith(host));
    EXPECT_NE(sockets->front().address(), std::string(host) + "0");
  }
}

TEST(ListeningSocketTest, AddressesThatCannotBeHadAreNamed) {
  const auto taken = Listen("127.0.0.1:0");
  ASSERT_TRUE(taken.ok());
  const struct {
    std::string address;
    const char* why;
  } rows[] = {
      {taken->front().address(), "Address already in use"},
      {"192.0.2.1:0", "Cannot assign requested address"},
      {"no.such.host.invalid:1", "cannot listen on no.such.host.invalid:1: "},
      {"unix:/no/such/directory/s", "No such file or directory"},
      {"unix:/" + std::string(200, 'x'), "the path is longer than 107 bytes"},
      {"systemd", "the service manager has passed no socket on"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.address);
    const auto sockets = Listen(row.address);
    ASSERT_FALSE(sockets.ok());
    EXPECT_EQ(sockets.status().code(), absl::StatusCode::kUnavailable);
    EXPECT_THAT(static_cast<std::string>(sockets.status().message()),
                HasSubstr(row.why));
  }
}

TEST(ListeningSocketTest, UnixSocketsReplaceOnlyWhatIsLeftBehind) {
  const std::filesystem::path directory = MakeTempDirectory();
  const std::filesystem::path path = directory / "s";
  const std::string address = "unix:" + path.string();
  {
    const auto first = Listen(address);
    ASSERT_TRUE(first.ok()) << first.status();
    EXPECT_THAT(static_cast<std::string>(Listen(address).status().message()),
                HasSubstr("another program listens on it"));
    EXPECT_TRUE(std::filesystem::exists(path));
    // As if the process had been killed.
    std::filesystem::rename(path, directory / "kept");
  }
  EXPECT_FALSE(std::filesystem::exists(path));
  std::filesystem::rename(directory / "kept", path);
  EXPECT_TRUE(Listen(address).ok());
  // A file that is no socket is not ours to remove.
  WriteFile(path, "text");
  EXPECT_THAT(static_cast<std::string>(Listen(address).status().message()),
              HasSubstr("Address already in use"));
  EXPECT_TRUE(std::filesystem::exists(path));
  std::filesystem::remove_all(directory);
}

}  // namespace
}  // namespace stance
