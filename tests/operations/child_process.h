// A program run by a test, its output in files.

#ifndef STANCE_TESTS_OPERATIONS_CHILD_PROCESS_H_
#define STANCE_TESTS_OPERATIONS_CHILD_PROCESS_H_

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace stance {

// Waits of all kinds end after 30 s, with a test failure. Not thread-safe.
class ChildProcess {
 public:
  // Starts arguments[0].
  explicit ChildProcess(std::vector<std::string> arguments);
  // Kills it where it still runs.
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  pid_t pid() const { return pid_; }
  void Signal(int signal_number) const;

  // What follows `before` in the output up to `after`, once it is there; empty
  // where the program ends without having written it.
  std::string WaitForOutput(const std::string& before,
                            const std::string& after);

  // The exit code, or minus the number of the signal that ended it.
  int Wait();

  // What it has written so far.
  std::string Output() const;
  std::string Errors() const;

 private:
  // Whether it has ended; sets code_.
  bool Ended();

  std::filesystem::path directory_;
  pid_t pid_ = 0;
  bool ended_ = false;
  int code_ = 0;
};

}  // namespace stance

#endif  // STANCE_TESTS_OPERATIONS_CHILD_PROCESS_H_
