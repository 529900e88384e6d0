#include "service/engine/text/quote_marks.h"

namespace stance::text_internal {

bool OpenQuotes::Opens(QuoteFamily family, Neighbours at) const {
  if (at.open_before != at.open_after) return at.open_before;
  return !open_[family];
}

}  // namespace stance::text_internal
