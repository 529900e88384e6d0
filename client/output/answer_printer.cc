#include "client/output/answer_printer.h"

#include "absl/strings/str_cat.h"
#include "client/json.h"
#include "client/output/csv.h"
#include "client/output/markdown.h"
#include "client/table/columns.h"
#include "client/table/stance_table.h"

namespace stance::client {

Format ParseFormat(const std::string& name) {
  if (name == "json") return Format::kJson;
  if (name == "jsonl") return Format::kJsonLines;
  if (name == "csv") return Format::kCsv;
  if (name == "markdown") return Format::kMarkdown;
  return Format::kTable;
}

AnswerPrinter::AnswerPrinter(std::ostream* out, const Options& options)
    : out_(*out), options_(options) {
  if (options_.format == Format::kCsv) out_ << StanceCsvHeader();
}

void AnswerPrinter::PrintHeading(const std::string& name) {
  if (printed_++ > 0) out_ << "\n";
  if (options_.format == Format::kMarkdown) {
    out_ << "## " << EscapeMarkdown(name) << "\n\n";
    return;
  }
  const Line heading = {
      {absl::StrCat("== ", MakePrintable(name), " =="), Look::kActor}};
  out_ << Draw(heading, {options_.terminal.colour}) << "\n\n";
}

void AnswerPrinter::Print(const std::string& name,
                          const v1::ClassifyArticleResponse& answer) {
  switch (options_.format) {
    case Format::kJson:
      out_ << ToJson(answer, /*indented=*/true);
      return;
    case Format::kJsonLines:
      out_ << ToJson(answer, /*indented=*/false) << "\n";
      return;
    case Format::kCsv:
      out_ << StancesAsCsv(answer);
      return;
    case Format::kTable:
    case Format::kMarkdown:
      break;
  }
  const bool markdown = options_.format == Format::kMarkdown;
  v1::ClassifyArticleResponse shown = answer;
  for (v1::Notice& notice : *shown.mutable_notices()) {
    if (notice.code() != "NO_PUBLISH_TIME") continue;
    // In the words of the command, not of the API.
    notice.set_message("no --date: names match any office that they ever held");
  }
  if (options_.several) {
    summary_.Add(shown);
    const bool nothing = shown.actors().empty() && shown.unknown().empty();
    if (nothing || options_.summary_only) return;
    PrintHeading(name);
    // What many articles give notice of is said once, in the summary.
    shown.clear_notices();
  }
  out_ << (markdown ? FormatMarkdown(shown)
                    : FormatStanceTable(shown, options_.terminal));
}

void AnswerPrinter::Finish() {
  if (!options_.several) return;
  if (options_.format == Format::kTable) {
    out_ << (printed_ > 0 ? "\n" : "")
         << summary_.Format(options_.terminal, options_.top);
  } else if (options_.format == Format::kMarkdown) {
    if (printed_ > 0) out_ << "\n## Summary\n\n";
    out_ << summary_.FormatAsMarkdown(options_.top);
  }
}

}  // namespace stance::client
