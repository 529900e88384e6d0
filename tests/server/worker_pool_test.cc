#include "service/server/worker_pool.h"

#include <atomic>
#include <memory>
#include <set>
#include <thread>
#include <vector>

#include "absl/synchronization/barrier.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace stance {
namespace {

class Append final : public WorkerPool::Task {
 public:
  Append(int value, std::vector<int>* out) : value_(value), out_(*out) {}
  void Run() override { out_.push_back(value_); }

 private:
  const int value_;
  std::vector<int>& out_;
};

TEST(WorkerPoolTest, OneWorkerKeepsTheOrder) {
  std::vector<int> ran;
  std::vector<std::unique_ptr<Append>> tasks;
  {
    WorkerPool pool(1);
    for (int i = 0; i < 1000; ++i) {
      tasks.push_back(std::make_unique<Append>(i, &ran));
      pool.Post(tasks.back().get());
    }
  }  // runs what waits
  ASSERT_EQ(ran.size(), 1000u);
  EXPECT_TRUE(std::is_sorted(ran.begin(), ran.end()));
}

// Ends only where as many tasks run at once as there are workers.
TEST(WorkerPoolTest, WorkersRunAtTheSameTime) {
  class Meet final : public WorkerPool::Task {
   public:
    explicit Meet(absl::Barrier* barrier) : barrier_(barrier) {}
    void Run() override {
      if (barrier_->Block()) delete barrier_;
    }

   private:
    absl::Barrier* const barrier_;
  };
  constexpr int kWorkers = 5;
  auto* barrier = new absl::Barrier(kWorkers);
  std::vector<Meet> tasks(kWorkers, Meet(barrier));
  WorkerPool pool(kWorkers);
  for (Meet& task : tasks) pool.Post(&task);
}

TEST(WorkerPoolTest, EveryTaskOfEveryThreadRunsOnce) {
  class Count final : public WorkerPool::Task {
   public:
    void Run() override { ++runs; }
    std::atomic<int> runs = 0;
  };
  std::vector<Count> tasks(40'000);
  {
    WorkerPool pool(3);
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&, t] {
        for (int i = t * 10'000; i < (t + 1) * 10'000; ++i) {
          pool.Post(&tasks[i]);
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
  }
  for (const Count& task : tasks) ASSERT_EQ(task.runs, 1);
}

// As a stream does.
TEST(WorkerPoolTest, TasksMayPostThemselvesAgain) {
  class Again final : public WorkerPool::Task {
   public:
    explicit Again(WorkerPool* pool) : pool_(*pool) {}
    void Run() override {
      if (--left > 0) pool_.Post(this);
    }
    std::atomic<int> left = 1000;

   private:
    WorkerPool& pool_;
  };
  std::unique_ptr<Again> task;
  {
    WorkerPool pool(2);
    task = std::make_unique<Again>(&pool);
    pool.Post(task.get());
    while (task->left > 0) std::this_thread::yield();
  }
  EXPECT_EQ(task->left, 0);
}

TEST(WorkerPoolTest, SmallMachinesHaveNoWorkers) {
  const struct {
    int processors;
    int workers;
  } rows[] = {{0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 4}, {16, 16}, {64, 64}};
  for (const auto& row : rows) {
    EXPECT_EQ(DefaultWorkers(row.processors), row.workers) << row.processors;
  }
}

}  // namespace
}  // namespace stance
