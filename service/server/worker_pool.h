// Threads that run tasks in the order in which they came.

#ifndef STANCE_SERVER_WORKER_POOL_H_
#define STANCE_SERVER_WORKER_POOL_H_

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace stance {

// Unbounded: who posts says how much may wait (see Admission). Safe to use from
// any number of threads. The lock is held for a few instructions a task, beside
// the hundred microseconds that a task takes.
class WorkerPool {
 public:
  // Something to run; the queue is made of the tasks themselves.
  class Task {
   public:
    // May delete the task.
    virtual void Run() = 0;

   protected:
    ~Task() = default;

   private:
    friend class WorkerPool;
    Task* next_ = nullptr;
  };

  // REQUIRES: threads > 0.
  explicit WorkerPool(int threads);
  // Runs what waits, then ends.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // `task` must live until it is run; it may be posted again from Run().
  void Post(Task* task);

 private:
  void Work();

  std::mutex mutex_;
  std::condition_variable posted_;
  Task* first_ = nullptr;
  Task** last_ = &first_;
  int idle_ = 0;  // threads that wait
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

// How many workers a machine with that many processors is best served by: none
// where it has fewer than 4, else one each.
//
// gRPC 1.51 runs its callbacks on clamp(processors / 2, 2, 16) threads. On a
// small machine those are all there is to be had, and an article classified on
// them saves the way to another thread and back; on a larger one they are half
// of it at most.
int DefaultWorkers(int processors);

}  // namespace stance

#endif  // STANCE_SERVER_WORKER_POOL_H_
