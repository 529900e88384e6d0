#include "service/operations/log.h"

#include <spdlog/async.h>
#include <spdlog/async_logger.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <string>

namespace stance {
namespace {

void Write(spdlog::logger& logger, spdlog::level::level_enum level,
           std::string_view event, const Log::AddFields& add) {
  if (!logger.should_log(level)) return;
  JsonFields fields;
  fields.Add("event", event);
  if (add) add(fields);
  logger.log(level, fields.text());
}

}  // namespace

Log::Log(std::string_view level)
    : writer_(std::make_shared<spdlog::details::thread_pool>(8192, 1)),
      logger_(std::make_shared<spdlog::async_logger>(
          "stanced", std::make_shared<spdlog::sinks::stdout_sink_mt>(), writer_,
          spdlog::async_overflow_policy::overrun_oldest)) {
  logger_->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})",
                       spdlog::pattern_time_type::utc);
  logger_->set_level(spdlog::level::from_str(std::string(level)));
}

Log::~Log() = default;

void Log::Info(std::string_view event, const AddFields& add) {
  Write(*logger_, spdlog::level::info, event, add);
}

void Log::Warning(std::string_view event, const AddFields& add) {
  Write(*logger_, spdlog::level::warn, event, add);
}

void Log::Error(std::string_view event, const AddFields& add) {
  Write(*logger_, spdlog::level::err, event, add);
}

void Log::Call(const CallRecord& record) {
  if (!logger_->should_log(spdlog::level::info)) return;
  JsonFields fields;
  fields.Add("event", "call");
  fields.Add("id", record.request_id);
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
  fields.Add("microseconds", static_cast<uint64_t>(record.duration.count()));
  logger_->info(fields.text());
}

}  // namespace stance
