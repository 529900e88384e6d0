#include "service/server/access.h"

#include <grpcpp/security/auth_context.h>

#include <memory>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "service/server/errors.h"

namespace stance {
namespace {

constexpr char kSubjectAlternativeName[] = "x509_subject_alternative_name";
constexpr absl::string_view kServices[] = {"StanceService", "LexiconService"};

std::string Pair(absl::string_view service, absl::string_view name) {
  return absl::StrCat(service, "=", name);
}

std::vector<std::string> NamesOf(const grpc::CallbackServerContext& context) {
  std::vector<std::string> names;
  const std::shared_ptr<const grpc::AuthContext> peer = context.auth_context();
  if (peer == nullptr || !peer->IsPeerAuthenticated()) return names;
  for (const grpc::string_ref& name :
       peer->FindPropertyValues(kSubjectAlternativeName)) {
    names.emplace_back(name.begin(), name.end());
  }
  return names;
}

}  // namespace

absl::StatusOr<Access> Access::Only(const std::vector<std::string>& entries) {
  Access access;
  access.everyone_ = false;
  for (const std::string& entry : entries) {
    bool of_one_service = false;
    for (const absl::string_view service : kServices) {
      if (!absl::StartsWith(entry, absl::StrCat(service, "="))) continue;
      of_one_service = true;
      access.allowed_.insert(entry);
    }
    const size_t name = of_one_service ? entry.find('=') + 1 : 0;
    if (name == entry.size() ||
        entry.find_first_of(" \t*") != std::string::npos) {
      return absl::InvalidArgumentError(
          absl::StrCat(Quote(entry),
                       " is not a name or SERVICE=NAME, as in news.example or "
                       "LexiconService=spiffe://prod/editor; SERVICE is "
                       "StanceService or LexiconService"));
    }
    if (of_one_service) continue;
    for (const absl::string_view service : kServices) {
      access.allowed_.insert(Pair(service, entry));
    }
  }
  return access;
}

absl::Status Access::Check(const grpc::CallbackServerContext& context,
                           std::string_view service) const {
  if (everyone_) return absl::OkStatus();
  const std::vector<std::string> names = NamesOf(context);
  const absl::string_view to(service.data(), service.size());
  for (const std::string& name : names) {
    if (allowed_.contains(Pair(to, name))) return absl::OkStatus();
  }
  std::vector<std::string> quoted;
  for (const std::string& name : names) quoted.push_back(Quote(name));
  return MakeError(
      absl::StatusCode::kPermissionDenied, "CLIENT_NOT_ALLOWED",
      names.empty()
          ? absl::StrCat("the client's certificate has no subject alternative "
                         "name; callers of ",
                         to, " are known by theirs")
          : absl::StrCat("a client of the name ", absl::StrJoin(quoted, ", "),
                         " may not call ", to));
}

}  // namespace stance
