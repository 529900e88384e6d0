#include "client/output/markdown.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/polarity.h"
#include "client/table/evidence.h"
#include "client/table/stance_table.h"

namespace stance::client {
namespace {

std::string Sentence(const v1::Evidence& evidence) {
  std::string out;
  for (const TextRun& run : SentenceRuns(evidence, /*marks=*/false)) {
    const std::string text = EscapeMarkdown(run.text);
    absl::StrAppend(&out, run.look == Look::kCue && !text.empty()
                              ? absl::StrCat("**", text, "**")
                              : text);
  }
  return out;
}

}  // namespace

std::string EscapeMarkdown(std::string_view text) {
  std::string out;
  for (const char c : MakePrintable(text)) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      if (std::string_view("\\`*_[]|~#>$").find(c) != std::string_view::npos) {
        out += '\\';
      }
      out += c;
    }
  }
  return out;
}

std::string FormatMarkdown(const v1::ClassifyArticleResponse& answer) {
  std::string out;
  for (const v1::ActorStances& group : answer.actors()) {
    for (const v1::Stance& stance : group.stances()) {
      const v1::Evidence& evidence = stance.evidence_size() > 0
                                         ? stance.evidence(0)
                                         : v1::Evidence::default_instance();
      absl::StrAppend(&out, "| ", EscapeMarkdown(group.actor().display_name()),
                      " | ", std::string(PolarityWord(stance.polarity())),
                      " | ", EscapeMarkdown(TargetText(stance)), " | ",
                      absl::StrFormat("%.2f", stance.confidence()), " | ",
                      EscapeMarkdown(SpeakerNames(evidence)), " | ",
                      Sentence(evidence), " |\n");
    }
  }
  if (out.empty()) {
    out = "No stances found.\n";
  } else {
    out = absl::StrCat(
        "| Actor | Stance | Target | Confidence | Speaker | Sentence |\n"
        "|---|---|---|---|---|---|\n",
        out);
  }
  for (const v1::Notice& notice : answer.notices()) {
    absl::StrAppend(&out, "\n*note: ", EscapeMarkdown(notice.message()), "*\n");
  }
  return out;
}

}  // namespace stance::client
