// Answers on standard output in the form that was asked for.

#ifndef STANCE_CLIENT_OUTPUT_ANSWER_PRINTER_H_
#define STANCE_CLIENT_OUTPUT_ANSWER_PRINTER_H_

#include <cstddef>
#include <ostream>
#include <string>

#include "client/output/summary.h"
#include "client/table/terminal.h"
#include "stance/v1/stance_service.pb.h"

namespace stance::client {

enum class Format {
  kTable,
  kJson,       // one indented object after another
  kJsonLines,  // one object a line
  kCsv,        // one line a stance (csv.h)
  kMarkdown,
};

// "table", "json", "jsonl", "csv" or "markdown".
// REQUIRES: one of them.
Format ParseFormat(const std::string& name);

// Of one article a table is all there is. Of several, each that has stances
// gets a heading and its table, and a summary follows; JSON and CSV are the
// same for one and for many.
class AnswerPrinter {
 public:
  struct Options {
    Format format = Format::kTable;
    bool several = false;
    bool summary_only = false;  // with several: no tables
    size_t top = 0;             // rows of the summary's tables; 0: all
    Terminal terminal;
  };

  // `out` must outlive the printer.
  AnswerPrinter(std::ostream* out, const Options& options);

  void Print(const std::string& name,
             const v1::ClassifyArticleResponse& answer);
  void NoteFailure() { summary_.AddFailed(); }

  // What comes behind the last answer.
  void Finish();

 private:
  void PrintHeading(const std::string& name);

  std::ostream& out_;
  const Options options_;
  size_t printed_ = 0;
  Summary summary_;
};

}  // namespace stance::client

#endif  // STANCE_CLIENT_OUTPUT_ANSWER_PRINTER_H_
