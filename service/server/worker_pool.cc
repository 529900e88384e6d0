#include "service/server/worker_pool.h"

namespace stance {

WorkerPool::WorkerPool(int threads) {
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { Work(); });
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  posted_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void WorkerPool::Post(Task* task) {
  bool wake = false;
  {
    const std::lock_guard lock(mutex_);
    task->next_ = nullptr;
    *last_ = task;
    last_ = &task->next_;
    wake = idle_ > 0;
  }
  if (wake) posted_.notify_one();
}

void WorkerPool::Work() {
  std::unique_lock lock(mutex_);
  while (true) {
    ++idle_;
    posted_.wait(lock, [this] { return first_ != nullptr || ending_; });
    --idle_;
    if (first_ == nullptr) return;
    Task* task = first_;
    first_ = task->next_;
    if (first_ == nullptr) last_ = &first_;
    lock.unlock();
    task->Run();
    lock.lock();
  }
}

int DefaultWorkers(int processors) { return processors < 4 ? 0 : processors; }

}  // namespace stance
