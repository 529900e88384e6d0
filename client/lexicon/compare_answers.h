// Two lexicons' answers to one article: which stances are not the same.

#ifndef STANCE_CLIENT_LEXICON_COMPARE_ANSWERS_H_
#define STANCE_CLIENT_LEXICON_COMPARE_ANSWERS_H_

#include <vector>

#include "stance/authoring/v1/authoring.pb.h"
#include "stance/v1/stance_service.pb.h"

namespace stance::client {

// Stances are the same where actor, target (their ids, else their names in any
// case) and polarity are; confidence and evidence may differ. What is left of
// the old answer has flipped where actor and target are found with another
// polarity, has moved where the new answer has the same cue in the same
// sentence with one of the two, and is lost otherwise; what is then left of the
// new answer is gained. In the order of the old answer, then of the new.
// `article` and `article_id` of the changes are left empty.
std::vector<authoring::v1::StanceChange> CompareAnswers(
    const v1::ClassifyArticleResponse& old_answer,
    const v1::ClassifyArticleResponse& new_answer);

}  // namespace stance::client

#endif  // STANCE_CLIENT_LEXICON_COMPARE_ANSWERS_H_
