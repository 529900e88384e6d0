// An answer in words: why each stance was found, and what stood in the way of
// others.

#ifndef STANCE_CLIENT_EXPLAIN_EXPLANATION_H_
#define STANCE_CLIENT_EXPLAIN_EXPLANATION_H_

#include <string>

#include "client/table/terminal.h"
#include "stance/v1/article.pb.h"
#include "stance/v1/stance_service.pb.h"

namespace stance::client {

// What to ask for: derivations, unknown phrases, derived stances, and those
// that are not answered unless asked for because they are only possible,
// counterfactual or superseded.
v1::ClassifyOptions ExplanationOptions();

// For each stance: who, what, how sure; its sentences with holder, cue, target
// and operators drawn under them; the steps of its derivation in words. Then
// the cues to which something was missing, with what it was.
// REQUIRES: the answer is to ExplanationOptions().
std::string Explain(const v1::Article& article,
                    const v1::ClassifyArticleResponse& answer,
                    const Terminal& terminal);

}  // namespace stance::client

#endif  // STANCE_CLIENT_EXPLAIN_EXPLANATION_H_
