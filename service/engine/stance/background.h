// What an article tells of earlier times: "signed a treaty in 1976", "fought an
// earlier draft". Nobody's stance today.

#ifndef STANCE_ENGINE_STANCE_BACKGROUND_H_
#define STANCE_ENGINE_STANCE_BACKGROUND_H_

#include <cstdint>

#include "service/engine/sentence.h"
#include "service/engine/stance/frames.h"

namespace stance {

// `publish_date` is YYYYMMDD, 0 for unknown: a year that is written out counts
// as past then.
bool IsBackground(const SentenceView& view, const FilledFrame& frame,
                  int32_t publish_date);

// "Portugal, which fought the treaty, backs it", "having fought it, it backs
// it": told beside another clause, of what was before it.
bool IsToldBefore(const SentenceView& view, const FilledFrame& frame);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_BACKGROUND_H_
