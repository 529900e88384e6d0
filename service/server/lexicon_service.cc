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

namespace stance {
namespace {

constexpr std::string_view kGetLexicon = "/stance.v1.LexiconService/GetLexicon";
constexpr std::string_view kListActors = "/stance.v1.LexiconService/ListActors";
constexpr std::string_view kListIssues = "/stance.v1.LexiconService/ListIssues";
constexpr std::string_view kCheckLexicon =
    "/stance.v1.LexiconService/CheckLexicon";

absl::Status NotOffered(std::string_view method) {
  return MakeError(
      absl::StatusCode::kUnimplemented, "NOT_OFFERED",
      static_cast<std::string>(method) + " is not offered by this server yet");
}

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
  if (const absl::Status status = access_.Check(*context, "LexiconService");
      !status.ok()) {
    return Finish(context, kGetLexicon, status, *request, *reply);
  }
  const std::shared_ptr<const Snapshot> snapshot = current_.Get();
  if (snapshot == nullptr) {
    return Finish(context, kGetLexicon, LexiconLoading(), *request, *reply);
  }
  const Lexicon& lexicon = snapshot->classifier.lexicon();
  reply->mutable_lexicon()->set_name(lexicon.name);
  reply->mutable_lexicon()->set_version(lexicon.version);
  reply->mutable_lexicon()->set_checksum(lexicon.checksum);
  SetTime(snapshot->load_time, reply->mutable_load_time());
  SetCounts(lexicon, reply->mutable_entry_counts());
  return Finish(context, kGetLexicon, absl::OkStatus(), *request, *reply);
}

grpc::ServerUnaryReactor* LexiconService::ListActors(
    grpc::CallbackServerContext* context, const v1::ListActorsRequest* request,
    v1::ListActorsResponse* reply) {
  return Finish(context, kListActors, NotOffered("ListActors"), *request,
                *reply);
}

grpc::ServerUnaryReactor* LexiconService::ListIssues(
    grpc::CallbackServerContext* context, const v1::ListIssuesRequest* request,
    v1::ListIssuesResponse* reply) {
  return Finish(context, kListIssues, NotOffered("ListIssues"), *request,
                *reply);
}

grpc::ServerUnaryReactor* LexiconService::CheckLexicon(
    grpc::CallbackServerContext* context,
    const v1::CheckLexiconRequest* request, v1::CheckLexiconResponse* reply) {
  return Finish(context, kCheckLexicon, NotOffered("CheckLexicon"), *request,
                *reply);
}

grpc::ServerUnaryReactor* LexiconService::Finish(
    grpc::CallbackServerContext* context, std::string_view method,
    const absl::Status& status, const google::protobuf::Message& request,
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
  grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
  reactor->Finish(ToGrpcStatus(status, context));
  return reactor;
}

}  // namespace stance
