#include "service/engine/lexicon/finding_sink.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "service/engine/lexicon/concat.h"

namespace stance {

std::string FormatFinding(const Finding& finding) {
  std::string text = finding.file;
  if (finding.line != 0) text += Concat(":", finding.line);
  if (finding.column != 0) text += Concat(":", finding.column);
  if (!text.empty()) text += ": ";
  text += finding.severity == Severity::kError ? "error: " : "warning: ";
  if (!finding.entry_id.empty()) text += Concat(finding.entry_id, ": ");
  return Concat(text, finding.message, " [", finding.code, "]");
}

uint32_t FindingSink::Line(const Origin& origin, std::string_view part,
                           int part_index) const {
  const SourceLines* lines = sources_[origin.source].lines.get();
  if (lines == nullptr) return 0;
  return part.empty()
             ? lines->Of(origin.field, origin.index)
             : lines->Within(origin.field, origin.index, part, part_index);
}

std::string FindingSink::Place(const Origin& origin) const {
  const uint32_t line = Line(origin);
  return line == 0 ? File(origin) : Concat(File(origin), ":", line);
}

void FindingSink::Add(Severity severity, const Origin& origin,
                      std::string_view code, std::string_view entry_id,
                      std::string message, std::string_view part,
                      int part_index) {
  Finding finding;
  finding.severity = severity;
  finding.code = code;
  finding.file = File(origin);
  finding.line = Line(origin, part, part_index);
  finding.entry_id = entry_id;
  finding.message = std::move(message);
  findings_.emplace_back(origin.source, std::move(finding));
}

void FindingSink::Take(FindingSink* other) {
  std::move(other->findings_.begin(), other->findings_.end(),
            std::back_inserter(findings_));
  other->findings_.clear();
}

bool FindingSink::MoveTo(std::vector<Finding>* findings) {
  std::stable_sort(findings_.begin(), findings_.end(),
                   [](const auto& a, const auto& b) {
                     return std::tie(a.first, a.second.line) <
                            std::tie(b.first, b.second.line);
                   });
  bool good = true;
  for (auto& [source, finding] : findings_) {
    good &= finding.severity != Severity::kError;
    findings->push_back(std::move(finding));
  }
  findings_.clear();
  return good;
}

}  // namespace stance
