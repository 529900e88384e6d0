// Which way a quotation mark points. Internal to engine/text.

#ifndef STANCE_ENGINE_TEXT_QUOTE_MARKS_H_
#define STANCE_ENGINE_TEXT_QUOTE_MARKS_H_

#include "service/engine/text/characters.h"

namespace stance::text_internal {

// What stands beside a mark.
struct Neighbours {
  bool open_before = false;  // a space, an opening bracket or mark, a dash
  bool open_after = false;   // a space, the end, a stop, a closing bracket
};

// The marks that are open in a paragraph, as far as straight ones need it.
// Plain data; one for a paragraph.
class OpenQuotes {
 public:
  void Clear() { open_[kDouble] = open_[kSingle] = open_[kGuillemet] = false; }
  bool IsOpen(QuoteFamily family) const { return open_[family]; }
  void Set(QuoteFamily family, bool open) { open_[family] = open; }

  // True where a mark without direction opens: one that leans on what follows,
  // or, where its neighbours say nothing, one that finds none open.
  bool Opens(QuoteFamily family, Neighbours at) const;

 private:
  bool open_[3] = {};
};

}  // namespace stance::text_internal

#endif  // STANCE_ENGINE_TEXT_QUOTE_MARKS_H_
