#include <algorithm>
#include <initializer_list>

#include "service/server/reply.h"
#include "tests/fuzz/shipped_classifier.h"
#include "tests/fuzz/targets.h"
#include "tests/fuzz/valid_utf8.h"

namespace stance {
namespace {

// All that the engine can be asked for.
ArticleRequest RequestOf(std::string_view input) {
  ArticleRequest request;
  const size_t line = input.find('\n');
  request.article.title = input.substr(0, line);
  request.article.text =
      line == std::string_view::npos ? "" : input.substr(line + 1);
  request.options.explain = true;
  request.options.include_derived = true;
  request.options.include_unknown = true;
  for (int value = lexicon::v1::Factuality_MIN + 1;
       value <= lexicon::v1::Factuality_MAX; ++value) {
    request.options.factualities.push_back(static_cast<Factuality>(value));
  }
  return request;
}

std::string MentionComplaint(const ArticleView& article,
                             const Mention& mention) {
  const std::string_view part =
      mention.part == Part::kTitle ? article.title : article.text;
  if (mention.begin > mention.end) return "a span ends before it begins";
  if (mention.end > part.size()) return "a span past the end";
  for (const uint32_t at : {mention.begin, mention.end}) {
    if (at < part.size() && (static_cast<uint8_t>(part[at]) & 0xC0) == 0x80) {
      return "a span cuts a character";
    }
  }
  return "";
}

std::string EvidenceComplaint(const ArticleView& article,
                              const Evidence& evidence) {
  std::vector<Mention> mentions = {evidence.sentence, evidence.actor,
                                   evidence.cue, evidence.target};
  for (const Speaker& speaker : evidence.speakers) {
    mentions.push_back(speaker.mention);
  }
  for (const DerivationStep& step : evidence.derivation) {
    mentions.push_back(step.mention);
  }
  for (const Mention& mention : mentions) {
    if (std::string found = MentionComplaint(article, mention);
        !found.empty()) {
      return found;
    }
  }
  const Mention& sentence = evidence.sentence;
  const Mention& cue = evidence.cue;
  if (cue.part != sentence.part || cue.begin < sentence.begin ||
      cue.end > sentence.end) {
    return "a cue outside its sentence";
  }
  return "";
}

std::string StanceComplaint(const ArticleView& article, const Stance& stance) {
  if (stance.evidence.empty()) return "a stance without evidence";
  if (!(stance.confidence >= 0 && stance.confidence <= 1)) {
    return "a confidence outside 0..1";
  }
  for (const Evidence& evidence : stance.evidence) {
    if (std::string found = EvidenceComplaint(article, evidence);
        !found.empty()) {
      return found;
    }
  }
  return "";
}

std::string AnalysisComplaint(const ArticleView& article,
                              const Analysis& analysis) {
  std::string found;
  for (const ActorStances& actor : analysis.actors) {
    if (actor.stances.empty()) return "an actor without stances";
    for (const Stance& stance : actor.stances) {
      found = StanceComplaint(article, stance);
      if (!found.empty()) return found;
    }
  }
  for (const UnknownPhrase& unknown : analysis.unknown) {
    found = MentionComplaint(article, unknown.mention);
    if (!found.empty()) return found;
  }
  for (const Notice& notice : analysis.notices) {
    found = MentionComplaint(article, notice.mention);
    if (!found.empty()) return found;
  }
  return "";
}

std::string Reply(const ArticleRequest& request, const Analysis& analysis) {
  v1::ClassifyArticleResponse reply;
  WriteReply(analysis, request, "", ShippedClassifier().lexicon(), &reply);
  return reply.SerializeAsString();
}

}  // namespace

std::string FuzzClassifier(std::string_view input) {
  static Classifier::Scratch used;
  const std::string article = ValidUtf8(input);
  ArticleRequest request = RequestOf(article);
  const auto first =
      ShippedClassifier().Classify(request.article, request.options, &used);
  if (!first.ok()) {
    return absl::IsInvalidArgument(first.status()) ? "" : "a strange error";
  }
  std::string found = AnalysisComplaint(request.article, *first);
  if (!found.empty()) return found;

  Classifier::Scratch fresh;
  const auto second =
      ShippedClassifier().Classify(request.article, request.options, &fresh);
  if (!second.ok()) return "an error the second time";
  // One unit of offsets an article; the text target knows them all.
  request.offset_encoding = static_cast<OffsetEncoding>(input.size() % 3);
  return Reply(request, *first) == Reply(request, *second)
             ? ""
             : "another answer the second time";
}

}  // namespace stance
