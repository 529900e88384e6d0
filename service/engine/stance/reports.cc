#include "service/engine/stance/reports.h"

#include <algorithm>

namespace stance {

int32_t SubjectBehindQuotation(const SentenceView& view, int32_t verb) {
  const int32_t noun = verb - 1;
  if (!view.Is(noun, GroupKind::kNoun) || view.At(noun).preposition >= 0) {
    return -1;
  }
  // The comma stands on either side of the mark.
  const int32_t mark = view.FirstOfPossessors(noun) - 1;
  const bool closes = (view.Is(mark, GroupKind::kQuote) &&
                       view.Is(mark - 1, GroupKind::kComma)) ||
                      (view.Is(mark, GroupKind::kComma) &&
                       view.Is(mark - 1, GroupKind::kQuote));
  return closes && mark > view.ClauseOf(verb).subject ? noun : -1;
}

bool IsPostposed(const SentenceView& view, int32_t verb, int32_t subject) {
  const int32_t start = std::min(verb, subject);
  if (start == 0) return false;
  int32_t before = start - 1;
  while (before > 0 && view.Is(before, GroupKind::kAdverb)) --before;
  if (!view.Is(before, GroupKind::kComma) &&
      !view.Is(before, GroupKind::kQuote) &&
      !view.Is(before, GroupKind::kBreak)) {
    // "… regime, the deputy premier Novak said": over the possessor.
    bool comma = false;
    for (int32_t i = start - 1; i >= 0 && i >= start - 4; --i) {
      if (view.Is(i, GroupKind::kComma) || view.Is(i, GroupKind::kQuote)) {
        comma = true;
        break;
      }
      if (!view.Is(i, GroupKind::kNoun) && !view.Is(i, GroupKind::kOther))
        break;
    }
    if (!comma) return false;
  }
  // Content after it means that it stands before its content.
  for (const Clause& clause : view.syntax.clauses) {
    if (clause.kind == ClauseKind::kComplement && clause.governor == verb) {
      return false;
    }
  }
  return true;
}

void FindReportsAround(const SentenceView& view, const std::vector<Report>& all,
                       int32_t group, ReportList* reports) {
  const auto find = [&](int32_t verb) {
    for (size_t i = 0; i < all.size(); ++i) {
      if (all[i].verb == verb) return static_cast<int32_t>(i);
    }
    return -1;
  };
  // Complement clauses up to the verb of saying that governs them.
  int32_t clause = view.At(group).clause;
  int steps = 0;
  int32_t root_verb = -1;
  while (clause >= 0 && steps++ < 12) {
    const Clause& c = view.syntax.clauses[clause];
    if (c.governor >= 0 && c.kind == ClauseKind::kComplement) {
      const int32_t report = find(c.governor);
      if (report >= 0) reports->insert(reports->begin(), report);
      const int32_t up = view.At(c.governor).clause;
      if (up == clause) break;
      clause = up;
      continue;
    }
    root_verb = c.verb;
    clause = c.parent;
  }
  // A postposed report takes in all that is not under it.
  for (size_t i = 0; i < all.size(); ++i) {
    const Report& report = all[i];
    if (!report.postposed || report.verb == group) continue;
    if (root_verb == report.verb) continue;
    if (std::find(reports->begin(), reports->end(), static_cast<int32_t>(i)) !=
        reports->end()) {
      continue;
    }
    reports->insert(reports->begin(), static_cast<int32_t>(i));
    break;
  }
}

}  // namespace stance
