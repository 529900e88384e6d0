// `stancectl eval` and the script that came with the annotated articles give
// the same figures for the same answers.

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/client/run_program.h"

namespace stance::client {
namespace {

namespace fs = std::filesystem;

using Fields = google::protobuf::Map<std::string, google::protobuf::Value>;

constexpr const char* kPython = "/usr/bin/python3";

Fields ParseFigures(const std::string& json) {
  google::protobuf::Struct out;
  EXPECT_TRUE(google::protobuf::util::JsonStringToMessage(json, &out).ok())
      << json;
  return out.fields();
}

double Get(const Fields& fields, const std::string& name) {
  const auto at = fields.find(name);
  return at == fields.end() ? 0 : at->second.number_value();
}

TEST(EvalAgreement, WithTheScript) {
  const char* directory = std::getenv("STANCE_EVAL_DIR");
  if (directory == nullptr) {
    GTEST_SKIP() << "STANCE_EVAL_DIR is not set: no script to agree with";
  }
  const fs::path script = fs::path(directory) / "score.py";
  if (!fs::exists(script) || !fs::exists(kPython)) {
    GTEST_SKIP() << script << " or " << kPython << " is not there";
  }
  std::string pattern = fs::temp_directory_path() / "stance-XXXXXX";
  ASSERT_NE(mkdtemp(pattern.data()), nullptr);
  const std::string answers = fs::path(pattern) / "answers.jsonl";

  int files = 0;
  for (const auto& entry : fs::directory_iterator(directory)) {
    if (entry.path().extension() != ".jsonl") continue;
    SCOPED_TRACE(entry.path());
    ++files;
    const std::string gold = entry.path();
    const ProgramRun batch = RunProgram({STANCECTL, "batch", "--embedded",
                                         "--input", gold, "--output", answers});
    ASSERT_EQ(batch.exit_code, 0) << batch.err;
    for (const std::string confidence : {"0", "0.6"}) {
      SCOPED_TRACE(confidence);
      const Fields theirs =
          ParseFigures(RunProgram({kPython, "-B", script, gold, answers,
                                   "--json", "--min-confidence", confidence})
                           .out);
      const Fields ours = ParseFigures(
          RunProgram({STANCECTL, "eval", "--gold", gold, "--answers", answers,
                      "--json", "--min-confidence", confidence})
              .out);
      for (const char* name : {"precision", "recall", "f1"}) {
        EXPECT_NEAR(Get(ours, name), Get(theirs, name), 0.0005) << name;
      }
      // The script writes counts over the shares of these two.
      EXPECT_NEAR(Get(ours, "evidence") * Get(ours, "correct"),
                  Get(theirs, "evidence"), 0.01);
      EXPECT_NEAR(Get(ours, "speaker") * Get(ours, "speakers"),
                  Get(theirs, "speaker"), 0.01);
      const std::pair<const char*, const char*> kCounts[] = {
          {"correct", "tp"},        {"wrong", "fp"},
          {"missed", "fn"},         {"distractors", "distractors"},
          {"fooled", "fooled"},     {"badSpans", "bad_spans"},
          {"speakers", "speakers"}, {"unanswered", "unanswered"}};
      for (const auto& [name, script_name] : kCounts) {
        EXPECT_EQ(Get(ours, name), Get(theirs, script_name)) << name;
      }
    }
  }
  EXPECT_GT(files, 0);
  fs::remove_all(pattern);
}

}  // namespace
}  // namespace stance::client
