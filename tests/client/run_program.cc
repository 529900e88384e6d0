#include "tests/client/run_program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <regex>

namespace stance::client {
namespace {

// A file without a name, for one of the three streams.
class StreamFile {
 public:
  StreamFile() : file_(std::tmpfile()) {}
  ~StreamFile() { std::fclose(file_); }
  StreamFile(const StreamFile&) = delete;
  StreamFile& operator=(const StreamFile&) = delete;

  int descriptor() const { return fileno(file_); }

  void Write(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), file_);
    std::fflush(file_);
    std::rewind(file_);
  }

  std::string Read() {
    std::rewind(file_);
    std::string out;
    char buffer[4096];
    for (size_t n; (n = std::fread(buffer, 1, sizeof buffer, file_)) > 0;) {
      out.append(buffer, n);
    }
    return out;
  }

 private:
  std::FILE* file_;
};

}  // namespace

ProgramRun RunProgram(
    const std::vector<std::string>& arguments, const std::string& input,
    const std::vector<std::pair<std::string, std::string>>& environment) {
  std::vector<char*> argv;
  for (const std::string& argument : arguments) {
    argv.push_back(const_cast<char*>(argument.c_str()));
  }
  argv.push_back(nullptr);
  StreamFile in;
  StreamFile out;
  StreamFile err;
  in.Write(input);

  const pid_t child = fork();
  if (child == 0) {
    for (const auto& [name, value] : environment) {
      setenv(name.c_str(), value.c_str(), 1);
    }
    dup2(in.descriptor(), STDIN_FILENO);
    dup2(out.descriptor(), STDOUT_FILENO);
    dup2(err.descriptor(), STDERR_FILENO);
    execv(argv[0], argv.data());
    _exit(127);
  }
  ProgramRun run;
  int status = 0;
  if (child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status)) {
    run.exit_code = WEXITSTATUS(status);
  }
  run.out = out.Read();
  run.err = err.Read();
  return run;
}

std::string WithoutRequestIds(const std::string& text) {
  return std::regex_replace(text, std::regex("request [0-9a-f]{16}"),
                            "request ID");
}

std::string WithoutTimes(const std::string& text) {
  const std::regex rate(", [0-9.,]+/s(?=[^\n]* in [0-9:]+\n)");
  return std::regex_replace(std::regex_replace(text, rate, ""),
                            std::regex(" in [0-9:]+\n"), " in TIME\n");
}

}  // namespace stance::client
