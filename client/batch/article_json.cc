#include "client/batch/article_json.h"

#include <google/protobuf/util/time_util.h>
#include <simdjson.h>

#include <string_view>

#include "client/json.h"

namespace stance::client {
namespace {

// False: something is not as usual; protobuf's parser decides, and says what is
// wrong.
bool ReadQuickly(const std::string& line, v1::Article* article,
                 std::vector<std::string>* unknown) {
  thread_local simdjson::dom::parser parser;
  simdjson::dom::object object;
  if (parser.parse(line).get(object) != simdjson::SUCCESS) return false;
  for (const auto [name, value] : object) {
    std::string* field = nullptr;
    const bool is_time = name == "publishTime" || name == "publish_time";
    if (name == "id") {
      field = article->mutable_id();
    } else if (name == "title") {
      field = article->mutable_title();
    } else if (name == "text") {
      field = article->mutable_text();
    } else if (name == "languageCode" || name == "language_code") {
      field = article->mutable_language_code();
    } else if (name == "uri") {
      field = article->mutable_uri();
    } else if (!is_time) {
      unknown->emplace_back(name);
      continue;
    }
    std::string_view text;
    // A second value for a field, null and numbers are rare.
    if (value.get(text) != simdjson::SUCCESS) return false;
    if (is_time) {
      if (article->has_publish_time() ||
          !google::protobuf::util::TimeUtil::FromString(
              std::string(text), article->mutable_publish_time())) {
        return false;
      }
      continue;
    }
    if (!field->empty()) return false;
    field->assign(text);
  }
  return true;
}

}  // namespace

absl::Status ArticleFromJson(const std::string& line, v1::Article* article,
                             std::vector<std::string>* unknown) {
  if (ReadQuickly(line, article, unknown)) return absl::OkStatus();
  article->Clear();
  unknown->clear();
  absl::Status status = FromJson(line, article);
  if (status.ok()) *unknown = UnknownMembers(line, *v1::Article::descriptor());
  return status;
}

}  // namespace stance::client
