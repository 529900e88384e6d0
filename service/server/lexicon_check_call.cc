#include "service/server/lexicon_check_call.h"

#include <sys/resource.h>

#include <chrono>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "service/lexicon_files/check.h"
#include "service/server/errors.h"

namespace stance {
namespace {

// Whoever has more than this mends some and asks again; an answer has to be
// shorter than what its client takes.
constexpr size_t kMostFindings = 1000;
constexpr int kNiceness = 10;
// About what a check takes.
constexpr std::chrono::milliseconds kUntilChecked{2000};

absl::Status CheckNames(const v1::CheckLexiconRequest& request) {
  std::set<std::string_view> names;
  for (int i = 0; i < request.files_size(); ++i) {
    const std::string& name = request.files(i).name();
    const bool is_new = names.insert(name).second;
    if (!name.empty() && is_new) continue;
    return InvalidField(
        "INVALID_FILE_NAME", absl::StrCat("files[", i, "].name"),
        name.empty() ? "it is empty; findings name files by it"
                     : absl::StrCat(Quote(name), " is there twice"));
  }
  return absl::OkStatus();
}

absl::Status CallOver(const grpc::CallbackServerContext& context) {
  if (std::chrono::system_clock::now() >= context.deadline()) {
    return MakeError(absl::StatusCode::kDeadlineExceeded, "DEADLINE_EXCEEDED",
                     "the deadline passed before the lexicon was checked");
  }
  if (context.IsCancelled()) {
    return absl::CancelledError("the call was cancelled");
  }
  return absl::OkStatus();
}

void Write(const Finding& finding, v1::Finding* out) {
  out->set_severity(static_cast<v1::Severity>(finding.severity));
  out->set_code(finding.code);
  out->set_file(finding.file);
  out->set_line(finding.line);
  out->set_column(finding.column);
  out->set_entry_id(finding.entry_id);
  out->set_message(finding.message);
}

std::vector<Finding> FindProblems(const v1::CheckLexiconRequest& request) {
  if (request.files().empty()) {
    return {{.code = "NO_FILES", .message = "there is no file to check"}};
  }
  std::vector<LexiconText> files;
  for (const v1::LexiconFile& file : request.files()) {
    files.push_back({file.name(), file.text()});
  }
  return CheckLexicon(files, {}).findings;
}

void WriteFindings(const std::vector<Finding>& findings,
                   v1::CheckLexiconResponse* reply) {
  for (const Finding& finding : findings) {
    if (reply->findings_size() == static_cast<int>(kMostFindings)) {
      const size_t more = findings.size() - kMostFindings;
      Write({.code = "MORE_FINDINGS",
             .message = absl::StrCat("there are ", more,
                                     " more findings; mend these first")},
            reply->add_findings());
      return;
    }
    Write(finding, reply->add_findings());
  }
}

}  // namespace

// Deletes itself when it has been run.
class CheckQueue::Check final : public WorkerPool::Task {
 public:
  Check(const grpc::CallbackServerContext& context,
        const v1::CheckLexiconRequest& request, v1::CheckLexiconResponse* reply,
        std::function<void(const absl::Status&)> done, std::atomic<int>* there)
      : context_(context),
        request_(request),
        reply_(*reply),
        done_(std::move(done)),
        there_(*there) {}

  void Run() override {
    setpriority(PRIO_PROCESS, 0, kNiceness);  // on Linux: of this thread
    absl::Status status = CallOver(context_);
    if (status.ok()) WriteFindings(FindProblems(request_), &reply_);
    --there_;
    done_(status);
    delete this;
  }

 private:
  const grpc::CallbackServerContext& context_;
  const v1::CheckLexiconRequest& request_;
  v1::CheckLexiconResponse& reply_;
  const std::function<void(const absl::Status&)> done_;
  std::atomic<int>& there_;
};

void CheckQueue::Post(const grpc::CallbackServerContext& context,
                      const v1::CheckLexiconRequest& request,
                      v1::CheckLexiconResponse* reply,
                      std::function<void(const absl::Status&)> done) {
  if (const absl::Status status = CheckNames(request); !status.ok()) {
    done(status);
    return;
  }
  if (++there_ > kMost) {
    --there_;
    done(Overloaded("it checks other lexicons", "checks", kUntilChecked));
    return;
  }
  thread_.Post(new Check(context, request, reply, std::move(done), &there_));
}

}  // namespace stance
