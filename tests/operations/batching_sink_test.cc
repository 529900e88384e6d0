#include "service/operations/batching_sink.h"

#include <gtest/gtest.h>
#include <spdlog/logger.h>
#include <unistd.h>

#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace stance {
namespace {

// A pipe, and a logger whose sink writes into it.
class BatchingSinkTest : public testing::Test {
 protected:
  void SetUp() override {
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    read_end_ = fdopen(ends[0], "r");
    write_end_ = fdopen(ends[1], "w");
    logger_ = std::make_unique<spdlog::logger>(
        "test", std::make_shared<BatchingSink>(write_end_));
    logger_->set_pattern("%l %v");
  }
  void TearDown() override { fclose(read_end_); }

  // Lets the sink write what waits, and closes its end.
  void Finish() {
    logger_.reset();
    fclose(write_end_);
  }

  std::vector<std::string> ReadLines() {
    std::vector<std::string> lines(1);
    for (int c; (c = getc(read_end_)) != EOF;) {
      if (c == '\n') {
        lines.emplace_back();
      } else {
        lines.back() += static_cast<char>(c);
      }
    }
    EXPECT_EQ(lines.back(), "");
    lines.pop_back();
    return lines;
  }

  std::FILE* read_end_ = nullptr;
  std::FILE* write_end_ = nullptr;
  std::unique_ptr<spdlog::logger> logger_;
};

TEST_F(BatchingSinkTest, WritesEveryLineOfEveryThreadInItsOrder) {
  constexpr int kThreads = 4;
  constexpr int kLines = 5000;
  std::vector<std::string> lines;
  std::thread reader([&] { lines = ReadLines(); });
  std::vector<std::thread> writers;
  for (int t = 0; t < kThreads; ++t) {
    writers.emplace_back([&, t] {
      for (int i = 0; i < kLines; ++i) {
        logger_->info(std::to_string(t) + " " + std::to_string(i));
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  Finish();
  reader.join();
  ASSERT_EQ(lines.size(), size_t{kThreads * kLines});
  std::vector<int> next(kThreads);
  for (const std::string& line : lines) {
    const int thread = line[5] - '0';
    EXPECT_EQ(line, "info " + std::to_string(thread) + " " +
                        std::to_string(next[thread]++));
  }
}

TEST_F(BatchingSinkTest, AReaderThatStopsHoldsNobodyBackAndIsToldWhatItMissed) {
  constexpr int kLines = 20'000;
  const std::string line(1000, 'x');
  for (int i = 0; i < kLines; ++i) logger_->info(line);
  std::vector<std::string> lines;
  std::thread reader([&] { lines = ReadLines(); });
  Finish();
  reader.join();
  ASSERT_FALSE(lines.empty());
  const size_t written = lines.size() - 1;
  EXPECT_LT(written, size_t{kLines});
  EXPECT_EQ(lines.back(), "warning \"event\":\"log lines lost\",\"lines\":" +
                              std::to_string(kLines - written));
}

}  // namespace
}  // namespace stance
