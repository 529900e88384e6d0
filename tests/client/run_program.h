// Runs a program as a user would and keeps what it wrote.

#ifndef STANCE_TESTS_CLIENT_RUN_PROGRAM_H_
#define STANCE_TESTS_CLIENT_RUN_PROGRAM_H_

#include <string>
#include <utility>
#include <vector>

namespace stance::client {

struct ProgramRun {
  int exit_code = -1;  // -1: it did not start, or a signal ended it
  std::string out;
  std::string err;
};

// `arguments` begins with the program's path. `environment` is set on top of
// this process's.
ProgramRun RunProgram(
    const std::vector<std::string>& arguments, const std::string& input = {},
    const std::vector<std::pair<std::string, std::string>>& environment = {});

// Request ids are random: in `text` each becomes "ID".
std::string WithoutRequestIds(const std::string& text);

// How long something took differs: ", 812/s in 0:03" of a batch becomes
// " in TIME".
std::string WithoutTimes(const std::string& text);

}  // namespace stance::client

#endif  // STANCE_TESTS_CLIENT_RUN_PROGRAM_H_
