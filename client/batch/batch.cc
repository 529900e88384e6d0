#include "client/batch/batch.h"

#include <google/protobuf/arena.h>

#include <thread>
#include <utility>
#include <vector>

#include "client/errors.h"
#include "client/json_writer.h"
#include "client/output/csv.h"

namespace stance::client {
namespace {

// Results that may wait for a slow one before them, for each thread: more than
// a stream has under way.
constexpr size_t kWindowPerThread = 64;

// Of the JSON of an answer. Most fit: growing moves what is there.
constexpr size_t kUsualLength = 24 << 10;

constexpr size_t kArenaBlock = 256 << 10;

template <typename Message>
Message* Make(google::protobuf::Arena* arena) {
  return google::protobuf::Arena::CreateMessage<Message>(arena);
}

// False: stop.
bool AnswerOne(const BatchJob& job, BatchQueue* queue, Answerer* answerer,
               google::protobuf::Arena* arena) {
  auto* request = Make<v1::ClassifyArticleRequest>(arena);
  google::rpc::Status status = queue->MakeRequest(
      job, request->mutable_article(), request->mutable_options());
  const std::string& id = request->article().id();
  if (status.code() == 0 && queue->TakesJson()) {
    std::string json;
    json.reserve(kUsualLength);
    status = answerer->AnswerAsJson(*request, &json);
    if (status.code() == 0) return queue->PutJson(job, id, std::move(json));
  } else if (status.code() == 0) {
    auto* answer = Make<v1::ClassifyArticleResponse>(arena);
    status = answerer->Answer(*request, answer);
    if (status.code() == 0) return queue->PutAnswer(job, answer);
  }
  return queue->PutError(job, id, status);
}

void AnswerAll(BatchQueue* queue, Answerer* answerer) {
  BatchJob job;
  google::protobuf::ArenaOptions blocks;
  blocks.start_block_size = kArenaBlock;
  google::protobuf::Arena arena(blocks);
  for (bool go_on = true; go_on && queue->Take(&job); arena.Reset()) {
    go_on = AnswerOne(job, queue, answerer, &arena);
  }
}

}  // namespace

BatchQueue::BatchQueue(ArticleReader* reader, const BatchOptions& options,
                       OrderedWriter::Sink sink)
    : reader_(*reader),
      options_(options),
      writer_(options.ordered ? options.parallel * kWindowPerThread : 0,
              std::move(sink)) {}

bool BatchQueue::Take(BatchJob* job) {
  const std::lock_guard lock(mutex_);
  if (output_is_broken_ || stopped_.code() != 0) return false;
  for (;;) {
    if (options_.is_interrupted != nullptr && options_.is_interrupted()) {
      return false;
    }
    if (!reader_.Next(&job->record)) return false;
    if (records_++ % options_.shards != options_.shard) continue;
    job->number = numbers_++;
    if (options_.done.Contains(job->number)) continue;
    job->sequence = taken_++;
    return true;
  }
}

google::rpc::Status BatchQueue::MakeRequest(
    const BatchJob& job, v1::Article* article,
    v1::ClassifyOptions* options) const {
  *options = options_.classify;
  return reader_.Parse(job.record, article);
}

bool BatchQueue::PutAnswer(const BatchJob& job,
                           v1::ClassifyArticleResponse* answer) {
  options_.filter.Apply(answer);
  BatchResult result;
  result.article_id = answer->article_id();
  if (options_.csv) {
    result.answer = StancesAsCsv(*answer);
  } else {
    result.answer.reserve(kUsualLength);
    AppendJson(*answer, &result.answer);
    result.answer += '\n';
  }
  return Put(job, std::move(result));
}

bool BatchQueue::PutJson(const BatchJob& job, const std::string& article_id,
                         std::string json) {
  BatchResult result;
  result.article_id = article_id;
  result.answer = std::move(json);
  result.answer += '\n';
  return Put(job, std::move(result));
}

bool BatchQueue::PutError(const BatchJob& job, const std::string& article_id,
                          const google::rpc::Status& error) {
  BatchResult result;
  result.where = reader_.Where(job.record);
  result.article_id = article_id;
  result.error = error;
  return Put(job, std::move(result));
}

bool BatchQueue::Put(const BatchJob& job, BatchResult result) {
  result.record = job.number;
  result.record_of_input = job.number * options_.shards + options_.shard;
  result.line = job.record.line;
  if (writer_.Put(job.sequence, std::move(result))) return true;
  const std::lock_guard lock(mutex_);
  // A writer that was stopped takes nothing either.
  if (stopped_.code() == 0) output_is_broken_ = true;
  return false;
}

void BatchQueue::Stop(const google::rpc::Status& why) {
  {
    const std::lock_guard lock(mutex_);
    if (stopped_.code() == 0) stopped_ = why;
  }
  writer_.Stop();
}

google::rpc::Status BatchQueue::stopped() const {
  const std::lock_guard lock(mutex_);
  return stopped_;
}

bool BatchQueue::output_is_broken() const {
  const std::lock_guard lock(mutex_);
  return output_is_broken_;
}

void RunBatch(BatchQueue* queue, size_t parallel, Answerer* answerer) {
  std::vector<std::thread> threads;
  for (size_t i = 1; i < parallel; ++i) {
    threads.emplace_back([&] { AnswerAll(queue, answerer); });
  }
  AnswerAll(queue, answerer);
  for (std::thread& thread : threads) thread.join();
}

}  // namespace stance::client
