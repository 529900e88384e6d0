// Does an answer say what an annotation says?

#ifndef STANCE_CLIENT_EVAL_AGREEMENT_H_
#define STANCE_CLIENT_EVAL_AGREEMENT_H_

#include <string_view>

#include "client/eval/found_stance.h"
#include "stance/eval/v1/gold.pb.h"

namespace stance::client {

// Holder, polarity and target agree in one reading of the gold stance.
bool Agrees(const FoundStance& found, const eval::v1::GoldStance& gold);

// `found` is what the distractor lures into: its target, and its actor and
// polarity where it names them.
bool IsLuredBy(const eval::v1::Distractor& distractor,
               const FoundStance& found);

// One of the sentences shown overlaps one of the gold stance's in `text`
// (each taken where it first occurs).
bool ShowsTheEvidence(const FoundStance& found,
                      const eval::v1::GoldStance& gold, std::string_view text);

// The gold stance's speaker is among the answer's speakers, or is its holder.
bool NamesTheSpeaker(const FoundStance& found,
                     const eval::v1::GoldStance& gold);

}  // namespace stance::client

#endif  // STANCE_CLIENT_EVAL_AGREEMENT_H_
