// Stage 6: who says it. Reports ("X said that …", "…, X said", "according to
// X"), quotations with their speakers, turns of a transcript.

#ifndef STANCE_ENGINE_STANCE_ATTRIBUTION_H_
#define STANCE_ENGINE_STANCE_ATTRIBUTION_H_

#include <vector>

#include "service/engine/sentence.h"
#include "service/engine/stance/discourse.h"
#include "service/engine/stance/reports.h"
#include "service/engine/stance/sentence_mentions.h"

namespace stance {

struct Attribution {
  std::vector<Report> reports;
  // Of the quotation that the sentence is in or holds; -1 for none.
  int32_t quote_speaker = -1;
  Mention quote_mention;
  // Of the transcript's turn.
  int32_t turn_speaker = -1;
  // The sentence is a question, or a journalist's turn.
  bool question = false;
};

// Finds the reports of a sentence and resolves who says, in the order of the
// text; updates the discourse's speakers. `closing`: the report beside the end
// of the speech that opens in the sentence and goes on after it; null for none.
void Attribute(const SentenceView& view, int32_t publish_date,
               const Report* closing, SentenceMentions* mentions,
               Discourse* discourse, Attribution* attribution);

// The report behind the speech that ends in the sentence ("… is wrong," the
// mayor said): whose the sentences before it are. Null for none. Fills the
// reports of `attribution`, which the answer points into.
const Report* ReportAfterSpeech(const SentenceView& view, int32_t publish_date,
                                SentenceMentions* mentions,
                                Discourse* discourse, Attribution* attribution);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_ATTRIBUTION_H_
