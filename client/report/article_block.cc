#include "client/report/article_block.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/json_writer.h"
#include "client/polarity.h"
#include "client/table/evidence.h"
#include "client/table/stance_table.h"

namespace stance::client {
namespace {

constexpr size_t kDayLength = 10;  // of "2024-05-31T00:00:00Z"

void AppendMember(const char* name, std::string_view text, std::string* out) {
  absl::StrAppend(out, "\"", name, "\":");
  AppendJsonString(text, out);
}

void AppendPlace(const char* name, const v1::Mention& mention,
                 std::string* out) {
  absl::StrAppend(out, "\"", name, "\":");
  if (mention.end() == 0) {
    *out += "null";
    return;
  }
  absl::StrAppend(out, "[", mention.part() == v1::PART_TITLE ? 1 : 0, ",",
                  mention.begin(), ",", mention.end(), "]");
}

void AppendEvidence(const v1::Evidence& evidence, std::string* out) {
  *out += '{';
  AppendPlace("sentence", evidence.sentence(), out);
  *out += ',';
  AppendPlace("holder", evidence.actor_mention(), out);
  *out += ',';
  AppendPlace("cue", evidence.cue(), out);
  *out += ',';
  AppendPlace("target", evidence.target_mention(), out);
  *out += ",\"steps\":[";
  bool first = true;
  for (const Line& step : DerivationRuns(evidence)) {
    if (!first) *out += ',';
    first = false;
    AppendJsonString(step.front().text, out);
  }
  *out += "]}";
}

void AppendStance(const v1::Actor& actor, const v1::Stance& stance,
                  std::string* out) {
  *out += '{';
  AppendMember("actor", actor.display_name(), out);
  *out += ',';
  AppendMember("polarity", PolarityWord(stance.polarity()), out);
  *out += ',';
  AppendMember("target", TargetText(stance), out);
  *out += ',';
  AppendMember("speakers",
               stance.evidence_size() > 0 ? SpeakerNames(stance.evidence(0))
                                          : std::string(),
               out);
  absl::StrAppend(
      out, ",\"confidence\":", absl::StrFormat("%.3f", stance.confidence()),
      ",\"derived\":", stance.derived() ? "true" : "false", ",\"evidence\":[");
  for (int i = 0; i < stance.evidence_size(); ++i) {
    if (i > 0) *out += ',';
    AppendEvidence(stance.evidence(i), out);
  }
  *out += "]}";
}

}  // namespace

std::string PublishDate(const v1::Article& article) {
  if (!article.has_publish_time()) return {};
  return google::protobuf::util::TimeUtil::ToString(article.publish_time())
      .substr(0, kDayLength);
}

std::string ArticleBlock(const v1::Article& article,
                         const v1::ClassifyArticleResponse& answer) {
  std::string out = "{";
  AppendMember("id", article.id(), &out);
  out += ',';
  AppendMember("title", article.title(), &out);
  out += ',';
  AppendMember("date", PublishDate(article), &out);
  out += ',';
  AppendMember("text", article.text(), &out);
  out += ",\"stances\":[";
  bool first = true;
  for (const v1::ActorStances& group : answer.actors()) {
    for (const v1::Stance& stance : group.stances()) {
      if (!first) out += ',';
      first = false;
      AppendStance(group.actor(), stance, &out);
    }
  }
  return out + "]}";
}

}  // namespace stance::client
