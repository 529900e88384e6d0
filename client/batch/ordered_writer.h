// Results in whatever order they are ready -> a sink, one at a time; in order
// where that is wanted.

#ifndef STANCE_CLIENT_BATCH_ORDERED_WRITER_H_
#define STANCE_CLIENT_BATCH_ORDERED_WRITER_H_

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>

#include "google/rpc/status.pb.h"

namespace stance::client {

// What became of one article of a batch.
struct BatchResult {
  uint64_t record = 0;           // of this batch, from 0
  uint64_t record_of_input = 0;  // of all shards, from 0
  uint64_t line = 0;             // of the input, from 1
  std::string where;             // "articles.jsonl:17"; only where it failed
  std::string article_id;
  google::rpc::Status error;  // OK: `answer` holds
  std::string answer;         // as it is written, with its line ends
};

// May be used by any number of threads at once.
class OrderedWriter {
 public:
  // False: the output is broken, nothing more is to come.
  using Sink = std::function<bool(const BatchResult&)>;

  // At most `window` results wait for one before them. 0: none waits, the sink
  // gets them in any order.
  OrderedWriter(size_t window, Sink sink);

  // Hands `result` on once all with lower sequences (from 0, without gaps) have
  // been. Waits while it is too far ahead of the others. False: stop.
  bool Put(uint64_t sequence, BatchResult result);

  // Nothing more is to come: whoever waits in Put goes on, and is told to stop.
  void Stop();

 private:
  const size_t window_;
  const Sink sink_;
  std::mutex mutex_;
  std::condition_variable moved_;
  uint64_t next_ = 0;
  bool broken_ = false;
  std::map<uint64_t, BatchResult> waiting_;
};

}  // namespace stance::client

#endif  // STANCE_CLIENT_BATCH_ORDERED_WRITER_H_
