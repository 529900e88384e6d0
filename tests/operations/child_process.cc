#include "tests/operations/child_process.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>

#include "gtest/gtest.h"
#include "tests/server/test_lexicon.h"

namespace stance {
namespace {

std::string ReadAll(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// True as soon as `done` is; false after 30 s.
template <class Done>
bool Poll(Done done) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (!done()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return true;
}

}  // namespace

ChildProcess::ChildProcess(std::vector<std::string> arguments)
    : directory_(MakeTempDirectory()) {
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  const int flags = O_WRONLY | O_CREAT | O_APPEND;
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO,
                                   (directory_ / "out").c_str(), flags, 0600);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO,
                                   (directory_ / "err").c_str(), flags, 0600);
  const int error =
      posix_spawn(&pid_, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) {
    ADD_FAILURE() << "cannot start " << arguments[0];
    ended_ = true;
  }
}

ChildProcess::~ChildProcess() {
  if (!Ended()) {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  std::filesystem::remove_all(directory_);
}

void ChildProcess::Signal(int signal_number) const {
  if (!ended_) kill(pid_, signal_number);
}

std::string ChildProcess::WaitForOutput(const std::string& before,
                                        const std::string& after) {
  std::string found;
  const bool in_time = Poll([&] {
    const bool ended = Ended();  // before the output is read: all is there
    const std::string output = Output();
    const size_t begin = output.find(before);
    if (begin == std::string::npos) return ended;
    const size_t end = output.find(after, begin + before.size());
    if (end == std::string::npos) return ended;
    found = output.substr(begin + before.size(), end - begin - before.size());
    return true;
  });
  EXPECT_TRUE(in_time) << "no " << before << " in:\n" << Output() << Errors();
  return found;
}

int ChildProcess::Wait() {
  EXPECT_TRUE(Poll([&] { return Ended(); })) << Output() << Errors();
  return code_;
}

std::string ChildProcess::Output() const { return ReadAll(directory_ / "out"); }
std::string ChildProcess::Errors() const { return ReadAll(directory_ / "err"); }

bool ChildProcess::Ended() {
  int status = 0;
  if (ended_ || waitpid(pid_, &status, WNOHANG) != pid_) return ended_;
  ended_ = true;
  code_ = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  return true;
}

}  // namespace stance
