#include "client/embedded_answerer.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "client/answer_json.h"
#include "client/errors.h"
#include "service/engine/classifier.h"
#include "service/engine/lexicon/vocabulary.h"
#include "service/lexicon_files/catalogue.h"
#include "service/lexicon_files/layers.h"
#include "service/lexicon_files/load.h"
#include "service/machine/heap_for_loading.h"
#include "service/machine/processors.h"
#include "service/server/errors.h"
#include "service/server/reply.h"
#include "service/server/request.h"

namespace stance::client {
namespace {

// Scratches that no call uses now: as many as there were calls at once.
class ScratchPool {
 public:
  Classifier::Scratch Take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return Classifier::Scratch();
    Classifier::Scratch out = std::move(free_.back());
    free_.pop_back();
    return out;
  }

  void Return(Classifier::Scratch scratch) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(scratch));
  }

 private:
  std::mutex mutex_;
  std::vector<Classifier::Scratch> free_;
};

bool IsPast(void* deadline) {
  return absl::Now() > *static_cast<const absl::Time*>(deadline);
}

class EmbeddedAnswerer : public Answerer {
 public:
  EmbeddedAnswerer(std::shared_ptr<const stance::Lexicon> lexicon,
                   Catalogue catalogue, absl::Duration timeout)
      : classifier_(std::move(lexicon)),
        catalogue_(std::move(catalogue)),
        timeout_(timeout) {}

  google::rpc::Status Answer(const v1::ClassifyArticleRequest& message,
                             v1::ClassifyArticleResponse* response) override {
    return Classify(
        message, [&](const Analysis& analysis, const ArticleRequest& request) {
          WriteReply(analysis, request, message.article().id(),
                     classifier_.lexicon(), response);
        });
  }

  google::rpc::Status AnswerAsJson(const v1::ClassifyArticleRequest& message,
                                   std::string* json) override {
    return Classify(
        message, [&](const Analysis& analysis, const ArticleRequest& request) {
          AppendAnswerJson(analysis, request, message.article().id(),
                           classifier_.lexicon(), json);
        });
  }

  google::rpc::Status Lexicon(v1::GetLexiconResponse* lexicon) override {
    v1::LexiconVersion* version = lexicon->mutable_lexicon();
    version->set_name(classifier_.lexicon().name);
    version->set_version(classifier_.lexicon().version);
    version->set_checksum(classifier_.lexicon().checksum);
    return OkStatus();
  }

  google::rpc::Status ListActors(const std::string& filter, size_t limit,
                                 v1::ListActorsResponse* actors) override {
    for (const uint32_t index : Find(catalogue_.actors, filter, limit)) {
      const ActorEntry& entry = classifier_.lexicon().actors[index];
      v1::Actor* actor = actors->add_actors();
      actor->set_id(entry.id);
      actor->set_display_name(entry.name);
      actor->set_kind(static_cast<v1::ActorKind>(entry.kind));
    }
    return OkStatus();
  }

  google::rpc::Status ListIssues(const std::string& filter, size_t limit,
                                 v1::ListIssuesResponse* issues) override {
    for (const uint32_t index : Find(catalogue_.issues, filter, limit)) {
      const IssueEntry& entry = classifier_.lexicon().issues[index];
      v1::Target* issue = issues->add_issues();
      issue->set_id(entry.id);
      issue->set_display_name(entry.name);
      issue->set_kind(v1::TARGET_KIND_ISSUE);
    }
    return OkStatus();
  }

 private:
  template <typename Write>
  google::rpc::Status Classify(const v1::ClassifyArticleRequest& message,
                               const Write& write) {
    auto request = ReadRequest(message.article(), message.options(), {});
    if (!request.ok()) return ToRpcStatus(request.status());
    absl::Time deadline = absl::Now() + timeout_;
    request->options.cancelled = &IsPast;
    request->options.cancelled_context = &deadline;

    Classifier::Scratch scratch = scratches_.Take();
    const auto analysis =
        classifier_.Classify(request->article, request->options, &scratch);
    scratches_.Return(std::move(scratch));
    if (absl::IsCancelled(analysis.status())) {
      return CallError(grpc::StatusCode::DEADLINE_EXCEEDED,
                       absl::StrCat("the article took longer than ",
                                    absl::FormatDuration(timeout_)));
    }
    if (!analysis.ok()) return ToRpcStatus(analysis.status());
    write(*analysis, *request);
    return OkStatus();
  }

  static std::vector<uint32_t> Find(const std::vector<Catalogue::Item>& items,
                                    const std::string& filter, size_t limit) {
    const std::string folded = FoldForm(filter);
    std::vector<uint32_t> out;
    for (const Catalogue::Item& item : items) {
      if (limit > 0 && out.size() == limit) break;
      if (item.Contains(folded)) out.push_back(item.index);
    }
    return out;
  }

  const Classifier classifier_;
  const Catalogue catalogue_;
  const absl::Duration timeout_;
  ScratchPool scratches_;
};

}  // namespace

google::rpc::Status MakeEmbeddedAnswerer(
    const std::vector<std::string>& directories, absl::Duration timeout,
    std::unique_ptr<Answerer>* answerer) {
  HeapForLoading heap;
  std::vector<Finding> findings;
  std::shared_ptr<const stance::Lexicon> lexicon;
  const auto read = ReadLexiconLayers(directories, &findings);
  if (read) {
    lexicon = CompileLexicon(read->lexicon.sources, read->lexicon.name,
                             read->lexicon.version, read->lexicon.checksum,
                             &findings, /*examples=*/nullptr,
                             static_cast<unsigned>(AvailableProcessors()));
  }
  heap.StopGrowing();
  if (!HasError(findings)) {
    *answerer = std::make_unique<EmbeddedAnswerer>(
        std::move(lexicon), MakeCatalogue(read->lexicon.sources), timeout);
    return OkStatus();
  }
  std::string message = absl::StrCat("the lexicon does not load: ");
  size_t errors = 0;
  for (const Finding& finding : findings) {
    if (finding.severity != Severity::kError) continue;
    if (errors++ == 0) absl::StrAppend(&message, FormatFinding(finding));
  }
  if (errors > 1) absl::StrAppend(&message, " (and ", errors - 1, " more)");
  return CallError(grpc::StatusCode::FAILED_PRECONDITION, std::move(message));
}

std::unique_ptr<Answerer> MakeEmbeddedAnswerer(
    std::shared_ptr<const stance::Lexicon> lexicon, absl::Duration timeout) {
  return std::make_unique<EmbeddedAnswerer>(std::move(lexicon), Catalogue(),
                                            timeout);
}

}  // namespace stance::client
