#include "service/server/lexicon_service.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "service/server/arrival.h"
#include "service/server/errors.h"
#include "service/server/grpc_status.h"
#include "service/server/listing.h"

namespace stance {
namespace {

constexpr std::string_view kGetLexicon = "/stance.v1.LexiconService/GetLexicon";
constexpr std::string_view kListActors = "/stance.v1.LexiconService/ListActors";
constexpr std::string_view kListIssues = "/stance.v1.LexiconService/ListIssues";
constexpr std::string_view kCheckLexicon =
    "/stance.v1.LexiconService/CheckLexicon";

void SetTime(std::chrono::system_clock::time_point time,
             google::protobuf::Timestamp* out) {
  const auto since_epoch = time.time_since_epoch();
  const auto seconds = std::chrono::floor<std::chrono::seconds>(since_epoch);
  out->set_seconds(seconds.count());
  const std::chrono::nanoseconds rest = since_epoch - seconds;
  out->set_nanos(static_cast<int32_t>(rest.count()));
}

void SetCounts(const Lexicon& lexicon,
               google::protobuf::Map<std::string, uint32_t>* counts) {
  const std::pair<const char*, size_t> sizes[] = {
      {"actors", lexicon.actors.size()},
      {"agents", lexicon.agents.size()},
      {"cues", lexicon.cues.size()},
      {"issues", lexicon.issues.size()},
      {"light_verbs", lexicon.light_verbs.size()},
      {"modifiers", lexicon.modifiers.size()},
      {"nulls", lexicon.nulls.size()},
      {"reporting_verbs", lexicon.reporting_verbs.size()}};
  for (const auto& [kind, size] : sizes) {
    (*counts)[kind] = static_cast<uint32_t>(size);
  }
}

}  // namespace

LexiconService::LexiconService(const CurrentSnapshot* current, Access access,
                               CallObserver* observer)
    : current_(*current), access_(std::move(access)), observer_(observer) {}

grpc::ServerUnaryReactor* LexiconService::GetLexicon(
    grpc::CallbackServerContext* context, const v1::GetLexiconRequest* request,
    v1::GetLexiconResponse* reply) {
  return Answer(context, kGetLexicon, *request, reply,
                [&](const Snapshot& snapshot) {
                  Describe(snapshot, reply);
                  return absl::OkStatus();
                });
}

grpc::ServerUnaryReactor* LexiconService::ListActors(
    grpc::CallbackServerContext* context, const v1::ListActorsRequest* request,
    v1::ListActorsResponse* reply) {
  return Answer(
      context, kListActors, *request, reply, [&](const Snapshot& snapshot) {
        const Lexicon& lexicon = snapshot.classifier.lexicon();
        const absl::StatusOr<Page> page = FindPage(
            snapshot.catalogue.actors, "actors", lexicon.checksum,
            {request->page_size(), request->page_token(), request->filter()});
        if (!page.ok()) return page.status();
        for (const Catalogue::Item* item : page->items) {
          const ActorEntry& entry = lexicon.actors[item->index];
          v1::Actor* actor = reply->add_actors();
          actor->set_id(entry.id);
          actor->set_display_name(entry.name);
          actor->set_kind(static_cast<v1::ActorKind>(entry.kind));
        }
        reply->set_next_page_token(page->next_page_token);
        return absl::OkStatus();
      });
}

grpc::ServerUnaryReactor* LexiconService::ListIssues(
    grpc::CallbackServerContext* context, const v1::ListIssuesRequest* request,
    v1::ListIssuesResponse* reply) {
  return Answer(
      context, kListIssues, *request, reply, [&](const Snapshot& snapshot) {
        const Lexicon& lexicon = snapshot.classifier.lexicon();
        const absl::StatusOr<Page> page = FindPage(
            snapshot.catalogue.issues, "issues", lexicon.checksum,
            {request->page_size(), request->page_token(), request->filter()});
        if (!page.ok()) return page.status();
        for (const Catalogue::Item* item : page->items) {
          const IssueEntry& entry = lexicon.issues[item->index];
          v1::Target* issue = reply->add_issues();
          issue->set_id(entry.id);
          issue->set_display_name(entry.name);
          issue->set_kind(v1::TARGET_KIND_ISSUE);
        }
        reply->set_next_page_token(page->next_page_token);
        return absl::OkStatus();
      });
}

grpc::ServerUnaryReactor* LexiconService::CheckLexicon(
    grpc::CallbackServerContext* context,
    const v1::CheckLexiconRequest* request, v1::CheckLexiconResponse* reply) {
  // There is one a call: asked for again, gRPC makes it anew and forgets this.
  grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
  const auto finish = [this, context, reactor, request,
                       reply](const absl::Status& status) {
    Finish(context, reactor, kCheckLexicon, status, *request, *reply);
  };
  const absl::Status status = access_.Check(*context, "LexiconService");
  if (status.ok()) {
    checks_.Post(*context, *request, reply, finish);
  } else {
    finish(status);
  }
  return reactor;
}

template <typename Reply, typename Fill>
grpc::ServerUnaryReactor* LexiconService::Answer(
    grpc::CallbackServerContext* context, std::string_view method,
    const google::protobuf::Message& request, Reply* reply, Fill fill) const {
  absl::Status status = access_.Check(*context, "LexiconService");
  const std::shared_ptr<const Snapshot> snapshot = current_.Get();
  if (status.ok() && snapshot == nullptr) status = LexiconLoading();
  if (status.ok()) status = fill(*snapshot);
  grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
  Finish(context, reactor, method, status, request, *reply);
  return reactor;
}

void LexiconService::Describe(const Snapshot& snapshot,
                              v1::GetLexiconResponse* reply) const {
  const Lexicon& lexicon = snapshot.classifier.lexicon();
  reply->mutable_lexicon()->set_name(lexicon.name);
  reply->mutable_lexicon()->set_version(lexicon.version);
  reply->mutable_lexicon()->set_checksum(lexicon.checksum);
  SetTime(snapshot.load_time, reply->mutable_load_time());
  SetCounts(lexicon, reply->mutable_entry_counts());
  reply->set_server_version(STANCE_VERSION);
  if (const auto error = current_.reload_error()) {
    reply->set_last_reload_error(error->message);
    SetTime(error->time, reply->mutable_last_reload_error_time());
  }
}

void LexiconService::Finish(grpc::CallbackServerContext* context,
                            grpc::ServerUnaryReactor* reactor,
                            std::string_view method, const absl::Status& status,
                            const google::protobuf::Message& request,
                            const google::protobuf::Message& reply) const {
  CallIdentity identity = IdentifyCall(context);
  if (observer_ != nullptr) {
    CallRecord record{.method = method,
                      .identity = std::move(identity),
                      .peer = context->peer(),
                      .code = status.code(),
                      .bytes_in = request.ByteSizeLong(),
                      .bytes_out = reply.ByteSizeLong()};
    if (!status.ok()) record.reason = ErrorReason(status);
    record.duration = std::chrono::steady_clock::now() - ArrivalOf(*context);
    observer_->OnCall(record);
  }
  reactor->Finish(ToGrpcStatus(status, context));
}

}  // namespace stance
