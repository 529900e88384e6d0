// A sentence with what was found in it drawn under it.
//
//   Brazil urged Japan to stop subsidising the whaling fleet.
//   ^^^^^^ holder
//          ^^^^^ cue

#ifndef STANCE_CLIENT_EXPLAIN_DRAWING_H_
#define STANCE_CLIENT_EXPLAIN_DRAWING_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "client/table/columns.h"

namespace stance::client {

// Bytes [begin, end) of a sentence and what they are.
struct DrawnSpan {
  size_t begin = 0;
  size_t end = 0;
  std::string label;
  Look look = Look::kPlain;
};

// The sentence, broken at spaces into lines of at most `width` columns behind
// `indent` spaces, and under each line one row for each span that reaches into
// it, in the order given; the label stands where a span ends. Spans that are
// not inside the sentence are left out.
std::string DrawSpans(std::string_view sentence,
                      const std::vector<DrawnSpan>& spans, size_t indent,
                      size_t width, Pen pen);

}  // namespace stance::client

#endif  // STANCE_CLIENT_EXPLAIN_DRAWING_H_
