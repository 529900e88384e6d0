// Answers as Markdown tables (GitHub's), for reports and issues.

#ifndef STANCE_CLIENT_OUTPUT_MARKDOWN_H_
#define STANCE_CLIENT_OUTPUT_MARKDOWN_H_

#include <string>
#include <string_view>

#include "stance/v1/stance_service.pb.h"

namespace stance::client {

// Text that Markdown shows as it is: white space becomes spaces, what would be
// mark-up (HTML too) is escaped.
std::string EscapeMarkdown(std::string_view text);

// One row a stance: actor, stance, target, confidence, speaker, and the
// sentence that shows it clearest with its cue in bold; then the notices.
std::string FormatMarkdown(const v1::ClassifyArticleResponse& answer);

}  // namespace stance::client

#endif  // STANCE_CLIENT_OUTPUT_MARKDOWN_H_
