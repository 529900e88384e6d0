#include "service/operations/log.h"

#include <spdlog/logger.h>

#include <chrono>
#include <cstdio>
#include <string>

#include "service/operations/batching_sink.h"

namespace stance {
namespace {

constexpr int kInFullASecond = 10;

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
      logger_(std::make_shared<spdlog::logger>(
          "stanced", std::make_shared<BatchingSink>(stdout))) {
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

bool Log::MayWriteInFull() {
  const int64_t second =
      std::chrono::duration_cast<std::chrono::seconds>(
          std::chrono::steady_clock::now().time_since_epoch())
          .count();
  if (this_second_.exchange(second) != second) in_full_this_second_ = 0;
  return in_full_this_second_.fetch_add(1) < kInFullASecond;
}

void Log::OnCall(const CallRecord& record) {
  const bool in_full = record.identity.debug && MayWriteInFull();
  if (level_ > spdlog::level::info && !in_full) return;
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
  if (in_full) {
    fields.Add("article_bytes", uint64_t{record.article_bytes});
    fields.Add("actors", uint64_t{record.actors});
    fields.Add("stances", uint64_t{record.stances});
    fields.Add("notices", uint64_t{record.notices});
    fields.Add("lexicon", record.lexicon);
  }
  logger_->info(fields.text());
}

}  // namespace stance
