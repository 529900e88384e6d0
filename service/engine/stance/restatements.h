// "warned that the closure would cost jobs": the verb is about the clause, the
// words in the clause are about its subject, and both say the same.

#ifndef STANCE_ENGINE_STANCE_RESTATEMENTS_H_
#define STANCE_ENGINE_STANCE_RESTATEMENTS_H_

#include <cstddef>
#include <vector>

#include "service/engine/sentence.h"
#include "service/engine/stance/found_stance.h"

namespace stance {

// Of the stances of one sentence, those from `first` on, drops the one on a
// whole clause where a word in that clause shows the same holder's stance, of
// the same polarity, on the clause's subject: a reader would write that down.
void DropRestated(size_t first, std::vector<FoundStance>* stances);

// And drops what was told of before where the sentence goes on to the contrary:
// "Portugal, which fought the treaty, now backs it".
void DropTurned(const SentenceView& view, size_t first,
                std::vector<FoundStance>* stances);

// And drops what is only granted: "regrettable but | rational" is for it.
void DropConceded(const SentenceView& view, size_t first,
                  std::vector<FoundStance>* stances);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_RESTATEMENTS_H_
