#include "client/lexicon/check_report.h"

#include "absl/strings/str_cat.h"
#include "client/lexicon/counts.h"
#include "client/table/display.h"

namespace stance::client {
FindingCounts CountFindings(const std::vector<stance::Finding>& findings) {
  FindingCounts counts;
  for (const stance::Finding& finding : findings) {
    ++(finding.severity == Severity::kError ? counts.errors : counts.warnings);
  }
  return counts;
}

std::string CheckAsText(const LexiconCheck& check) {
  std::string text;
  for (const stance::Finding& finding : check.findings) {
    absl::StrAppend(&text, MakePrintable(FormatFinding(finding)), "\n");
  }
  const FindingCounts counts = CountFindings(check.findings);
  absl::StrAppend(&text, Counted(counts.errors, "error"), ", ",
                  Counted(counts.warnings, "warning"));
  if (check.files > 0) {
    absl::StrAppend(&text, " in ", Counted(check.files, "file"));
  }
  if (check.complete) {
    absl::StrAppend(&text, "; ", Counted(check.examples, "example"), " run\n");
  } else {
    absl::StrAppend(&text,
                    "; examples, entries that nothing reaches and ambiguous "
                    "forms are looked at when the errors are corrected\n");
  }
  return text;
}

v1::CheckLexiconResponse CheckAsMessage(const LexiconCheck& check) {
  v1::CheckLexiconResponse message;
  for (const stance::Finding& finding : check.findings) {
    v1::Finding* out = message.add_findings();
    out->set_severity(finding.severity == Severity::kError
                          ? v1::SEVERITY_ERROR
                          : v1::SEVERITY_WARNING);
    out->set_code(finding.code);
    out->set_file(finding.file);
    out->set_line(finding.line);
    out->set_column(finding.column);
    out->set_entry_id(finding.entry_id);
    out->set_message(finding.message);
  }
  return message;
}

}  // namespace stance::client
