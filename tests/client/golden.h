// Golden files: what a program prints, kept in testdata/goldens/NAME.txt. With
// STANCE_UPDATE_GOLDENS set they are written anew: read the difference.

#ifndef STANCE_TESTS_CLIENT_GOLDEN_H_
#define STANCE_TESTS_CLIENT_GOLDEN_H_

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/client/run_program.h"

namespace stance::client {

inline void ExpectGolden(const std::string& name, const std::string& actual) {
  const std::string path = std::string(STANCE_SOURCE_DIR) +
                           "/tests/client/testdata/goldens/" + name + ".txt";
  if (std::getenv("STANCE_UPDATE_GOLDENS") != nullptr) {
    std::ofstream(path, std::ios::binary) << actual;
  }
  std::ifstream file(path, std::ios::binary);
  const std::string golden((std::istreambuf_iterator<char>(file)), {});
  EXPECT_EQ(actual, golden) << path << " should hold:\n" << actual;
}

// All that a user sees: output, then errors and exit code where there are any.
inline std::string Show(const ProgramRun& run) {
  std::string out = run.out;
  if (!run.err.empty()) out += "--- standard error\n" + run.err;
  if (run.exit_code != 0) {
    out += "--- exit code " + std::to_string(run.exit_code) + "\n";
  }
  return out;
}

}  // namespace stance::client

#endif  // STANCE_TESTS_CLIENT_GOLDEN_H_
