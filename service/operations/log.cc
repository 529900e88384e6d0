#include "service/operations/log.h"

#include <spdlog/async.h>
#include <spdlog/async_logger.h>
#include <spdlog/details/null_mutex.h>
#include <spdlog/sinks/base_sink.h>

#include <cstdio>
#include <string>

namespace stance {
namespace {

// The standard output, flushed when no further line waits: at once where calls
// are few, once for many lines where they are many. For one thread.
class OutputSink final
    : public spdlog::sinks::base_sink<spdlog::details::null_mutex> {
 public:
  explicit OutputSink(spdlog::details::thread_pool* writer)
      : writer_(*writer) {}

 private:
  void sink_it_(const spdlog::details::log_msg& message) override {
    spdlog::memory_buf_t line;
    formatter_->format(message, line);
    std::fwrite(line.data(), 1, line.size(), stdout);
    if (writer_.queue_size() == 0) flush_();
  }

  void flush_() override { std::fflush(stdout); }

  spdlog::details::thread_pool& writer_;
};

void Write(spdlog::logger& logger, spdlog::level::level_enum level,
           std::string_view event, const Log::AddFields& add) {
  JsonFields fields;
  fields.Add("event", event);
  if (add) add(fields);
  logger.log(level, fields.text());
}

uint64_t Microseconds(std::chrono::nanoseconds time) {
  return static_cast<uint64_t>(
      std::chrono::duration_cast<std::chrono::microseconds>(time).count());
}

}  // namespace

Log::Log(std::string_view level)
    : level_(spdlog::level::from_str(std::string(level))),
      writer_(std::make_shared<spdlog::details::thread_pool>(8192, 1)),
      logger_(std::make_shared<spdlog::async_logger>(
          "stanced", std::make_shared<OutputSink>(writer_.get()), writer_,
          spdlog::async_overflow_policy::overrun_oldest)) {
  logger_->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})",
                       spdlog::pattern_time_type::utc);
  // What is written is decided here, not there: Announce passes every level.
  logger_->set_level(spdlog::level::trace);
}

Log::~Log() = default;

void Log::Announce(std::string_view event, const AddFields& add) {
  Write(*logger_, spdlog::level::info, event, add);
}

void Log::Info(std::string_view event, const AddFields& add) {
  if (level_ > spdlog::level::info) return;
  Write(*logger_, spdlog::level::info, event, add);
}

void Log::Warning(std::string_view event, const AddFields& add) {
  if (level_ > spdlog::level::warn) return;
  Write(*logger_, spdlog::level::warn, event, add);
}

void Log::Error(std::string_view event, const AddFields& add) {
  Write(*logger_, spdlog::level::err, event, add);
}

void Log::OnCall(const CallRecord& record) {
  if (level_ > spdlog::level::info) return;
  JsonFields fields;
  fields.Add("event", "call");
  fields.Add("id", record.identity.request_id);
  if (!record.identity.traceparent.empty()) {
    fields.Add("trace_id", TraceId(record.identity.traceparent));
    fields.Add("traceparent", record.identity.traceparent);
  }
  fields.Add("peer", record.peer);
  fields.Add("method", record.method);
  const std::string code = absl::StatusCodeToString(record.code);
  fields.Add("status", code);
  if (!record.reason.empty()) fields.Add("reason", record.reason);
  fields.Add("bytes_in", uint64_t{record.bytes_in});
  fields.Add("bytes_out", uint64_t{record.bytes_out});
  if (record.articles != 0) {
    fields.Add("articles", record.articles);
    fields.Add("failed", record.failed);
  }
  fields.Add("waited_us", Microseconds(record.waited));
  fields.Add("computed_us", Microseconds(record.computed));
  fields.Add("duration_us", Microseconds(record.duration));
  logger_->info(fields.text());
}

}  // namespace stance
