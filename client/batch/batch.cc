#include "client/batch/batch.h"

#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/errors.h"
#include "client/input.h"
#include "client/json.h"

namespace stance::client {
namespace {

// An article of the default limit, every byte of it escaped (\u00XX), and room
// for the rest.
constexpr size_t kLongestLine = 32 << 20;
// Results that may wait for a slow one before them, for each thread.
constexpr size_t kWindowPerThread = 8;
constexpr size_t kMostUnknownFields = 100;

// One line of the input, on its way.
struct Job {
  uint64_t sequence = 0;
  uint64_t line_number = 0;
  bool too_long = false;
  std::string line;
};

class Batch {
 public:
  Batch(std::istream* input, const BatchOptions& options, Answerer* answerer,
        const OrderedWriter::Sink& sink)
      : options_(options),
        answerer_(answerer),
        reader_(input, kLongestLine),
        writer_(options.parallel * kWindowPerThread, sink) {}

  BatchSummary Run() {
    std::vector<std::thread> threads;
    for (size_t i = 1; i < options_.parallel; ++i) {
      threads.emplace_back([this] { Work(); });
    }
    Work();
    for (std::thread& thread : threads) thread.join();
    return std::move(summary_);
  }

 private:
  void Work() {
    Job job;
    while (TakeJob(&job)) {
      if (!writer_.Put(job.sequence, Answer(job))) {
        const std::lock_guard lock(mutex_);
        summary_.output_broken = true;
        return;
      }
    }
  }

  // The next line that holds something.
  bool TakeJob(Job* job) {
    const std::lock_guard lock(mutex_);
    if (summary_.output_broken) return false;
    LineReader::Result result;
    do {
      result = reader_.Next(&job->line);
      if (result == LineReader::Result::kEnd) return false;
    } while (result == LineReader::Result::kLine &&
             job->line.find_first_not_of(" \t\r") == std::string::npos);
    job->too_long = result == LineReader::Result::kTooLong;
    job->line_number = reader_.line_number();
    job->sequence = summary_.articles++;
    return true;
  }

  BatchResult Answer(const Job& job) {
    BatchResult out;
    out.line = job.line_number;
    if (job.too_long) {
      out.error = CallError(
          grpc::StatusCode::INVALID_ARGUMENT,
          absl::StrCat("the line is longer than ", kLongestLine, " bytes"));
      return out;
    }
    v1::ClassifyArticleRequest request;
    const absl::Status parsed = FromJson(job.line, request.mutable_article());
    if (!parsed.ok()) {
      out.error =
          CallError(grpc::StatusCode::INVALID_ARGUMENT,
                    absl::StrCat("not an article in JSON: ", parsed.message()));
      return out;
    }
    NoteUnknownFields(job.line);
    out.article_id = request.article().id();
    *request.mutable_options() = options_.classify;
    v1::ClassifyArticleResponse response;
    out.error = answerer_->Answer(request, &response);
    if (out.error.code() == 0) out.answer = ToJson(response, false);
    return out;
  }

  void NoteUnknownFields(const std::string& line) {
    std::vector<std::string> names =
        UnknownMembers(line, *v1::Article::descriptor());
    if (names.empty()) return;
    const std::lock_guard lock(mutex_);
    for (std::string& name : names) {
      if (summary_.unknown_fields.size() == kMostUnknownFields) return;
      summary_.unknown_fields.insert(std::move(name));
    }
  }

  const BatchOptions& options_;
  Answerer* const answerer_;
  std::mutex mutex_;  // guards reader_, summary_
  LineReader reader_;
  BatchSummary summary_;
  OrderedWriter writer_;
};

}  // namespace

BatchSummary RunBatch(std::istream* input, const BatchOptions& options,
                      Answerer* answerer, const OrderedWriter::Sink& sink) {
  return Batch(input, options, answerer, sink).Run();
}

}  // namespace stance::client
