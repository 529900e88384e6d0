// What a title says of whose text it is: "Editorial: Keep the tram", "Hale
// Council: minutes of 3 May".

#ifndef STANCE_ENGINE_STANCE_TITLE_LABEL_H_
#define STANCE_ENGINE_STANCE_TITLE_LABEL_H_

#include <string_view>

#include "service/engine/analysis.h"
#include "service/engine/text/text.h"

namespace stance {

struct TitleLabel {
  enum class Kind : uint8_t {
    kNone,
    kOpinion,  // `text` is "Editorial"
    kMinutes,  // `text` is "Hale Council"
  };
  Kind kind = Kind::kNone;
  Mention mention;
  std::string_view text;
};

// What stands before the first colon or bar, or behind the last bar. `mention`
// is empty and `text` too where the title says nothing of the kind; `text`
// borrows from the title.
TitleLabel ReadTitleLabel(const TextRules& rules, std::string_view title);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_TITLE_LABEL_H_
