// The log: one JSON object a line, on the standard output.
//
//   Log log("info");
//   log.Info("listening", [](JsonFields& f) { f.Add("address", "[::]:1"); });
//   // {"time":"2026-01-31T09:00:00.125Z","level":"info","event":"listening",
//   //  "address":"[::]:1"}
//
// Lines are written by a thread of the log's own (batching_sink.h): a call
// never waits for a reader that is slow. Safe to use from any number of
// threads.

#ifndef STANCE_OPERATIONS_LOG_H_
#define STANCE_OPERATIONS_LOG_H_

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

#include "service/operations/json_fields.h"
#include "service/server/call_record.h"

namespace spdlog {
class logger;
}  // namespace spdlog

namespace stance {

class Log final : public CallObserver {
 public:
  // `level`: the least that is written; "debug", "info", "warning", "error".
  explicit Log(std::string_view level);
  // Writes what waits.
  ~Log() override;
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  using AddFields = std::function<void(JsonFields&)>;
  // At level info, but written whatever the least level: what whoever started
  // the program needs to know.
  void Announce(std::string_view event, const AddFields& add = {});
  void Info(std::string_view event, const AddFields& add = {});
  void Warning(std::string_view event, const AddFields& add = {});
  void Error(std::string_view event, const AddFields& add = {});

  // A finished call, at level info: "event":"call". One whose caller asked for
  // it (CallIdentity::debug) is written in full and whatever the least level,
  // ten a second at most: strangers may ask, too.
  void OnCall(const CallRecord& record) override;

 private:
  // Whether one more line may be written that somebody asked for.
  bool MayWriteInFull();

  const int level_;  // spdlog's
  std::atomic<int64_t> this_second_ = 0;
  std::atomic<int> in_full_this_second_ = 0;
  const std::shared_ptr<spdlog::logger> logger_;
};

}  // namespace stance

#endif  // STANCE_OPERATIONS_LOG_H_
