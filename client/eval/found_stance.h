// An answer as evaluation sees it: one flat record a stance.

#ifndef STANCE_CLIENT_EVAL_FOUND_STANCE_H_
#define STANCE_CLIENT_EVAL_FOUND_STANCE_H_

#include <string>
#include <string_view>
#include <vector>

#include "stance/v1/stance_service.pb.h"

namespace stance::client {

struct FoundStance {
  std::vector<std::string> names;    // the holder's name, its first mention
  std::vector<std::string> targets;  // the target's text, its name
  std::string polarity;              // "supports", "opposes", "neutral"
  std::vector<std::string> sentences;
  std::vector<std::string> speakers;
  float confidence = 0;
  std::string cue;      // of the first evidence: the id of the entry
  std::string grounds;  // of the confidence; both where it is explained
  int bad_spans = 0;    // mentions whose text is not what their offsets name
};

// The explicit stances of `answer` whose confidence is at least
// `min_confidence`, in order. Offsets are taken as UTF-8 bytes of `title` and
// `text`.
std::vector<FoundStance> Flatten(const v1::ClassifyArticleResponse& answer,
                                 std::string_view title, std::string_view text,
                                 float min_confidence);

}  // namespace stance::client

#endif  // STANCE_CLIENT_EVAL_FOUND_STANCE_H_
