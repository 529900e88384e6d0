#include "client/load/runner.h"

#include <grpcpp/client_context.h>
#include <sys/resource.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include "client/errors.h"
#include "client/load/latencies.h"
#include "google/rpc/error_details.pb.h"
#include "service/server/errors.h"
#include "stance/v1/lexicon_service.grpc.pb.h"
#include "stance/v1/stance_service.grpc.pb.h"

namespace stance::client {
namespace {

using Clock = std::chrono::steady_clock;
using ArticleStream = grpc::ClientReaderWriter<v1::ClassifyArticlesRequest,
                                               v1::ClassifyArticlesResponse>;

// What one thread has seen in the measured time.
struct Seen {
  Latencies latencies;
  uint64_t articles = 0;
  uint64_t article_bytes = 0;
  uint64_t answer_bytes = 0;
  struct Kind {
    uint64_t count = 0;
    std::string message;
  };
  // By code and reason.
  std::map<std::pair<int, std::string>, Kind> statuses;
  Clock::time_point last;

  void Merge(const Seen& other) {
    latencies.Merge(other.latencies);
    articles += other.articles;
    article_bytes += other.article_bytes;
    answer_bytes += other.answer_bytes;
    last = std::max(last, other.last);
    for (const auto& [key, kind] : other.statuses) {
      Kind& mine = statuses[key];
      if (mine.count == 0) mine.message = kind.message;
      mine.count += kind.count;
    }
  }
};

std::string ReasonOf(const google::rpc::Status& status) {
  google::rpc::ErrorInfo info;
  for (const google::protobuf::Any& detail : status.details()) {
    if (detail.UnpackTo(&info)) return info.reason();
  }
  return {};
}

// Sends one article after another, in one thread.
class Caller {
 public:
  Caller(const LoadPlan& plan, v1::StanceService::Stub* stub, Pacer* pacer)
      : plan_(plan), stub_(*stub), pacer_(*pacer) {
    *request_.mutable_options() = plan.options;
  }

  void Run() {
    while (const auto turn = pacer_.Next(Clock::now())) {
      std::this_thread::sleep_until(turn->due);
      const v1::Article& article =
          plan_.articles[turn->number % plan_.articles.size()];
      response_.Clear();
      const google::rpc::Status status =
          plan_.streaming ? Stream(article) : Call(article);
      if (turn->measured) Record(*turn, article, status);
    }
    EndStream();
  }

  const Seen& seen() const { return seen_; }

 private:
  google::rpc::Status Call(const v1::Article& article) {
    *request_.mutable_article() = article;
    grpc::ClientContext context;
    plan_.connection.Prepare(&context);
    return NameServer(plan_.connection, FromGrpc(stub_.ClassifyArticle(
                                            &context, request_, &response_)));
  }

  // Over a stream that is opened where there is none, and again after half of
  // the timeout: every call has a deadline.
  google::rpc::Status Stream(const v1::Article& article) {
    if (stream_ != nullptr && absl::Now() >= renew_) EndStream();
    if (stream_ == nullptr) {
      context_ = std::make_unique<grpc::ClientContext>();
      plan_.connection.Prepare(context_.get());
      renew_ = absl::Now() + plan_.connection.timeout / 2;
      stream_ = stub_.ClassifyArticles(context_.get());
    }
    v1::ClassifyArticlesRequest request;
    *request.mutable_article() = article;
    *request.mutable_options() = plan_.options;
    v1::ClassifyArticlesResponse response;
    if (!stream_->Write(request) || !stream_->Read(&response)) {
      const grpc::Status status = EndStream();
      return status.ok() ? CallError(grpc::StatusCode::UNAVAILABLE,
                                     "the server ended the stream")
                         : NameServer(plan_.connection, FromGrpc(status));
    }
    response_.Swap(response.mutable_response());
    return response.has_error() ? response.error() : OkStatus();
  }

  grpc::Status EndStream() {
    if (stream_ == nullptr) return grpc::Status::OK;
    stream_->WritesDone();
    v1::ClassifyArticlesResponse ignored;
    while (stream_->Read(&ignored)) {
    }
    const grpc::Status status = stream_->Finish();
    stream_.reset();
    return status;
  }

  void Record(const Pacer::Turn& turn, const v1::Article& article,
              const google::rpc::Status& status) {
    seen_.last = Clock::now();
    ++seen_.articles;
    Seen::Kind& kind = seen_.statuses[{status.code(), ReasonOf(status)}];
    if (kind.count++ == 0) kind.message = status.message();
    if (status.code() != 0) return;
    seen_.latencies.Add(seen_.last - turn.due);
    seen_.article_bytes += article.title().size() + article.text().size();
    seen_.answer_bytes += response_.ByteSizeLong();
  }

  const LoadPlan& plan_;
  v1::StanceService::Stub& stub_;
  Pacer& pacer_;
  v1::ClassifyArticleRequest request_;
  v1::ClassifyArticleResponse response_;
  std::unique_ptr<grpc::ClientContext> context_;
  std::unique_ptr<ArticleStream> stream_;
  absl::Time renew_;
  Seen seen_;
};

double CpuSeconds() {
  rusage used = {};
  getrusage(RUSAGE_SELF, &used);
  return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
         static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) /
             1e6;
}

double Seconds(std::chrono::nanoseconds time) {
  return std::chrono::duration<double>(time).count();
}

void Describe(const LoadPlan& plan, load::v1::Plan* out) {
  out->set_server(plan.connection.server);
  out->set_streaming(plan.streaming);
  out->set_concurrency(static_cast<uint32_t>(plan.concurrency));
  out->set_connections(static_cast<uint32_t>(plan.connections));
  out->set_rate(plan.pace.rate);
  out->set_warm_up_seconds(Seconds(plan.pace.warm_up));
  out->set_duration_seconds(Seconds(plan.pace.duration));
  out->set_articles(plan.pace.count);
  out->set_corpus_articles(plan.articles.size());
}

void Describe(const Seen& seen, load::v1::LoadReport* report) {
  report->set_articles(seen.articles);
  report->set_answered(seen.latencies.count());
  report->set_answered_per_second(
      report->seconds() > 0
          ? static_cast<double>(seen.latencies.count()) / report->seconds()
          : 0);
  report->set_article_bytes(seen.article_bytes);
  report->set_answer_bytes(seen.answer_bytes);
  *report->mutable_latencies() = seen.latencies.Summarise();
  for (const auto& [key, kind] : seen.statuses) {
    load::v1::StatusCount* status = report->add_statuses();
    status->set_code(CodeName(key.first));
    status->set_reason(key.second);
    status->set_count(kind.count);
    status->set_message(kind.message);
  }
  std::stable_sort(report->mutable_statuses()->begin(),
                   report->mutable_statuses()->end(),
                   [](const auto& a, const auto& b) {
                     const bool a_ok = a.code() == "OK";
                     const bool b_ok = b.code() == "OK";
                     return a_ok != b_ok ? a_ok : a.count() > b.count();
                   });
}

// Who is there.
google::rpc::Status AskServer(const LoadPlan& plan,
                              const std::shared_ptr<grpc::Channel>& channel,
                              load::v1::LoadReport* report) {
  grpc::ClientContext context;
  const std::string id = plan.connection.Prepare(&context);
  v1::GetLexiconResponse lexicon;
  const grpc::Status status =
      v1::LexiconService::NewStub(channel)->GetLexicon(&context, {}, &lexicon);
  report->set_server_version(lexicon.server_version());
  *report->mutable_lexicon() = lexicon.lexicon();
  return AddRequestId(NameServer(plan.connection, FromGrpc(status)), id);
}

}  // namespace

google::rpc::Status RunLoad(const LoadPlan& plan,
                            load::v1::LoadReport* report) {
  Describe(plan, report->mutable_plan());
  std::vector<std::unique_ptr<v1::StanceService::Stub>> stubs;
  for (size_t i = 0; i < plan.connections; ++i) {
    const auto channel = OpenOwnChannel(plan.connection);
    const google::rpc::Status status = AskServer(plan, channel, report);
    if (status.code() != 0) return status;
    stubs.push_back(v1::StanceService::NewStub(channel));
  }
  const double cpu = CpuSeconds();
  Pacer pacer(plan.pace, Clock::now());
  std::vector<std::unique_ptr<Caller>> callers;
  for (size_t i = 0; i < plan.concurrency; ++i) {
    callers.push_back(
        std::make_unique<Caller>(plan, stubs[i % stubs.size()].get(), &pacer));
  }
  std::vector<std::thread> threads;
  for (const auto& caller : callers) {
    threads.emplace_back([&caller] { caller->Run(); });
  }
  for (std::thread& thread : threads) thread.join();
  Seen all;
  for (const auto& caller : callers) all.Merge(caller->seen());
  report->set_client_cpu_seconds(CpuSeconds() - cpu);
  report->set_seconds(std::max(0.0, Seconds(all.last - pacer.measured_from())));
  report->set_not_sent(pacer.NotTaken(Clock::now()));
  Describe(all, report);
  return OkStatus();
}

}  // namespace stance::client
