// Runs stancectl with the engine in its process and a small lexicon, so that
// tests do not hang on what the shipped one holds.

#ifndef STANCE_TESTS_CLIENT_STANCECTL_FIXTURE_H_
#define STANCE_TESTS_CLIENT_STANCECTL_FIXTURE_H_

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/client/run_program.h"

namespace stance::client {

class StancectlTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern =
        std::filesystem::temp_directory_path() / "stance-XXXXXX";
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    directory_ = pattern;
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }

  // Runs stancectl. In arguments and in what it writes, DATA stands for the
  // folder of test data, DIR for one of this test's own.
  ProgramRun Run(std::vector<std::string> arguments,
                 const std::string& input = {}) const {
    for (std::string& argument : arguments) {
      argument = Replace(Replace(argument, "DATA", data_), "DIR", directory_);
    }
    arguments.insert(arguments.begin(), STANCECTL);
    ProgramRun run =
        RunProgram(arguments, input,
                   {{"STANCE_LEXICON", data_ + "/lexicon"},
                    {"STANCE_SERVER", "localhost:1"}});  // nobody is there
    for (std::string* text : {&run.out, &run.err}) {
      *text = Replace(Replace(*text, data_, "DATA"), directory_, "DIR");
    }
    run.err = WithoutTimes(WithoutRequestIds(run.err));
    return run;
  }

  void Write(const std::string& name, const std::string& text) const {
    std::ofstream(std::filesystem::path(directory_) / name, std::ios::binary)
        << text;
  }
  std::string Read(const std::string& name) const {
    std::ifstream file(std::filesystem::path(directory_) / name);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  static std::string Replace(std::string text, const std::string& what,
                             const std::string& by) {
    for (size_t at = 0; (at = text.find(what, at)) != std::string::npos;
         at += by.size()) {
      text.replace(at, what.size(), by);
    }
    return text;
  }

  const std::string data_ = STANCE_SOURCE_DIR "/tests/client/testdata";
  std::string directory_;
};

}  // namespace stance::client

#endif  // STANCE_TESTS_CLIENT_STANCECTL_FIXTURE_H_
