// The sentence that shows a stance, and how it came about, as runs of text.

#ifndef STANCE_CLIENT_TABLE_EVIDENCE_H_
#define STANCE_CLIENT_TABLE_EVIDENCE_H_

#include <string>
#include <vector>

#include "client/table/display.h"
#include "stance/v1/stance_service.pb.h"

namespace stance::client {

// The sentence with its cue marked: drawn as a cue, and put between « and »
// where `marks` is set. A stance that is conditional, possible, counterfactual
// or superseded says so behind the sentence.
Line SentenceRuns(const v1::Evidence& evidence, bool marks);

// The speakers, outermost first: "Reuters, Qin Gang".
std::string SpeakerNames(const v1::Evidence& evidence);

// One line a step:
// "operator · modifier/no-longer · “no longer” · reverse → opposes".
std::vector<Line> DerivationRuns(const v1::Evidence& evidence);

}  // namespace stance::client

#endif  // STANCE_CLIENT_TABLE_EVIDENCE_H_
