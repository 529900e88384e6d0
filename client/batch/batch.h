// Many articles: read, answered by several threads, handed on as they are to be
// written. Memory does not grow with their number.

#ifndef STANCE_CLIENT_BATCH_BATCH_H_
#define STANCE_CLIENT_BATCH_BATCH_H_

#include <cstdint>
#include <mutex>

#include "client/answerer.h"
#include "client/batch/article_reader.h"
#include "client/batch/checkpoint.h"
#include "client/batch/ordered_writer.h"
#include "client/stance_filter.h"
#include "stance/v1/options.pb.h"

namespace stance::client {

struct BatchOptions {
  v1::ClassifyOptions classify;
  StanceFilter filter;
  bool csv = false;     // answers as CSV lines (csv.h), else as JSON Lines
  bool ordered = true;  // results in the order of the input
  size_t parallel = 1;  // articles, or streams, at once
  uint64_t shard = 0;   // of `shards`, from 0: the records whose number,
  uint64_t shards = 1;  // from 0, leaves this rest
  DoneRecords done;     // by an interrupted run: passed over
  // Once it says so, no further article is taken; null: never.
  bool (*is_interrupted)() = nullptr;
};

// One article on its way.
struct BatchJob {
  uint64_t sequence = 0;  // of those taken, from 0 without gaps
  uint64_t number = 0;    // of this shard's records, from 0
  Record record;
};

// What the threads of a batch share. Any number of threads at once.
class BatchQueue {
 public:
  // All must outlive the queue.
  BatchQueue(ArticleReader* reader, const BatchOptions& options,
             OrderedWriter::Sink sink);

  // The next article; false where there is none, the batch is interrupted, or
  // the output is broken.
  bool Take(BatchJob* job);

  // What to ask about `job`; what is wrong with it.
  google::rpc::Status MakeRequest(const BatchJob& job, v1::Article* article,
                                  v1::ClassifyOptions* options) const;

  // Whether answers are written as they come, so that their JSON will do.
  bool TakesJson() const { return !options_.csv && options_.filter.IsEmpty(); }

  // Hands on what became of `job`: its answer, or why there is none. False:
  // stop.
  bool PutAnswer(const BatchJob& job, v1::ClassifyArticleResponse* answer);
  bool PutJson(const BatchJob& job, const std::string& article_id,
               std::string json);
  bool PutError(const BatchJob& job, const std::string& article_id,
                const google::rpc::Status& error);

  // Ends the batch: nobody answers any more. What is not done stays so.
  void Stop(const google::rpc::Status& why);

  bool output_is_broken() const;
  // Why the batch was ended; OK where it was not.
  google::rpc::Status stopped() const;

 private:
  bool Put(const BatchJob& job, BatchResult result);

  ArticleReader& reader_;
  const BatchOptions& options_;
  OrderedWriter writer_;
  mutable std::mutex mutex_;  // guards what follows, and reader_.Next
  uint64_t records_ = 0;      // of the whole input
  uint64_t numbers_ = 0;      // of this shard
  uint64_t taken_ = 0;
  bool output_is_broken_ = false;
  google::rpc::Status stopped_;
};

// Answers all that `queue` holds with options.parallel threads, each asking
// `answerer` for one article after another.
void RunBatch(BatchQueue* queue, size_t parallel, Answerer* answerer);

}  // namespace stance::client

#endif  // STANCE_CLIENT_BATCH_BATCH_H_
