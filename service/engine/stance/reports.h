// Reports: "X said that …", "…, X said", "according to X". How they stand to
// what is said, and what of the sentence stands under each.

#ifndef STANCE_ENGINE_STANCE_REPORTS_H_
#define STANCE_ENGINE_STANCE_REPORTS_H_

#include <cstdint>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "service/engine/sentence.h"

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

// "“A disgrace,” | Ms Roe | said": who stands between the quotation and the
// verb, whatever the quotation begins with; -1 for none.
int32_t SubjectBehindQuotation(const SentenceView& view, int32_t verb);

// ", Novak said." and ", said Novak,": nothing that could be its content
// follows, and something stands before.
bool IsPostposed(const SentenceView& view, int32_t verb, int32_t subject);

// Indices into the reports of the sentence.
using ReportList = absl::InlinedVector<int32_t, 4>;

// For ReportsAround(), in a sentence that has some; `reports` comes empty.
void FindReportsAround(const SentenceView& view, const std::vector<Report>& all,
                       int32_t group, ReportList* reports);

// Which of the reports a clause stands under, outermost first. `group` is where
// the stance was found.
inline void ReportsAround(const SentenceView& view,
                          const std::vector<Report>& all, int32_t group,
                          ReportList* reports) {
  reports->clear();
  if (!all.empty()) FindReportsAround(view, all, group, reports);
}

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_REPORTS_H_
