#include "client/eval/found_stance.h"

#include <algorithm>

#include "client/polarity.h"

namespace stance::client {
namespace {

bool SpanIsRight(const v1::Mention& mention, std::string_view title,
                 std::string_view text) {
  const std::string_view part = mention.part() == v1::PART_TITLE ? title : text;
  const size_t begin = std::min<size_t>(mention.begin(), part.size());
  const size_t end = std::min<size_t>(mention.end(), part.size());
  return part.substr(begin, end < begin ? 0 : end - begin) == mention.text();
}

int CountBadSpans(const v1::Evidence& evidence, std::string_view title,
                  std::string_view text) {
  int bad = 0;
  const auto check = [&](bool present, const v1::Mention& mention) {
    if (present && !SpanIsRight(mention, title, text)) ++bad;
  };
  check(evidence.has_sentence(), evidence.sentence());
  check(evidence.has_actor_mention(), evidence.actor_mention());
  check(evidence.has_cue(), evidence.cue());
  check(evidence.has_target_mention(), evidence.target_mention());
  return bad;
}

void AddNamed(const std::string& name, std::vector<std::string>* names) {
  if (!name.empty()) names->push_back(name);
}

}  // namespace

std::vector<FoundStance> Flatten(const v1::ClassifyArticleResponse& answer,
                                 std::string_view title, std::string_view text,
                                 float min_confidence) {
  std::vector<FoundStance> out;
  for (const v1::ActorStances& group : answer.actors()) {
    for (const v1::Stance& stance : group.stances()) {
      if (stance.derived() || stance.confidence() < min_confidence) continue;
      FoundStance& found = out.emplace_back();
      AddNamed(group.actor().display_name(), &found.names);
      if (stance.evidence_size() > 0) {
        AddNamed(stance.evidence(0).actor_mention().text(), &found.names);
      }
      AddNamed(stance.target().text(), &found.targets);
      AddNamed(stance.target().display_name(), &found.targets);
      found.polarity = PolarityWord(stance.polarity());
      found.confidence = stance.confidence();
      for (const v1::Evidence& evidence : stance.evidence()) {
        found.sentences.push_back(evidence.sentence().text());
        for (const v1::Speaker& speaker : evidence.speakers()) {
          found.speakers.push_back(speaker.display_name());
        }
        found.bad_spans += CountBadSpans(evidence, title, text);
      }
      if (stance.evidence_size() > 0) {
        for (const v1::DerivationStep& step : stance.evidence(0).derivation()) {
          // The first; a second tells that several sentences show it.
          if (step.stage() != "confidence") continue;
          found.cue = step.entry_id();
          found.grounds = step.effect();
          break;
        }
      }
    }
  }
  return out;
}

}  // namespace stance::client
