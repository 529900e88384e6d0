// Stage 6: who says it. Reports ("X said that …", "…, X said", "according to
// X"), quotations with their speakers, turns of a transcript.

#ifndef STANCE_ENGINE_STANCE_ATTRIBUTION_H_
#define STANCE_ENGINE_STANCE_ATTRIBUTION_H_

#include <vector>

#include "absl/container/inlined_vector.h"
#include "service/engine/sentence.h"
#include "service/engine/stance/discourse.h"
#include "service/engine/stance/sentence_mentions.h"

namespace stance {

// A verb or phrase of saying in the sentence, and who says.
struct Report {
  int32_t verb = -1;     // verb group, or the preposition of "according to"
  int32_t subject = -1;  // noun group
  int32_t entity = -1;   // once resolved
  Mention mention;       // of the subject
  // It stands after or inside what is said, and takes in all of the sentence.
  bool postposed = false;
};

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

// Indices into Attribution::reports.
using ReportList = absl::InlinedVector<int32_t, 4>;

// For ReportsAround(), in a sentence that has some; `reports` comes empty.
void FindReportsAround(const SentenceView& view, const Attribution& attribution,
                       int32_t group, ReportList* reports);

// The reports that a clause stands under, outermost first. `group` is where the
// stance was found.
inline void ReportsAround(const SentenceView& view,
                          const Attribution& attribution, int32_t group,
                          ReportList* reports) {
  reports->clear();
  if (!attribution.reports.empty()) {
    FindReportsAround(view, attribution, group, reports);
  }
}

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_ATTRIBUTION_H_
