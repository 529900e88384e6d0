#include "service/engine/stance/shares.h"

#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/targets.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// A word of number or quantity in lower case.
bool Counts(const Lexicon& lexicon, std::string word) {
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const WordInfo& info = lexicon.Word(lexicon.Find(word));
  return (info.classes & kNumberWord) != 0 ||
         info.Has(pb::FUNCTION_ROLE_QUANTITY);
}

}  // namespace

bool IsShare(const Lexicon& lexicon, std::string_view name) {
  constexpr int kWords = 4;  // "well over two-thirds of"
  for (int i = 0; i < kWords && !name.empty(); ++i) {
    const size_t end = std::min(name.find(' '), name.size());
    const std::string_view word = name.substr(0, end);
    if (std::any_of(word.begin(), word.end(), absl::ascii_isdigit)) return true;
    // "Fifty-five" is as many as "fifty".
    const std::string first(word.substr(0, word.find('-')));
    if (!first.empty() && Counts(lexicon, first)) return true;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return false;
}

bool IsPercentage(const SentenceView& view, int32_t group) {
  const Unit& head = view.Head(group);
  const std::string_view written = view.text.Slice(head.begin, head.end);
  if (written.ends_with('%')) return true;
  return head.Has(pb::FUNCTION_ROLE_QUANTITY) &&
         view.units[view.At(group).begin].Is(kNumberWord);
}

int32_t NamesShare(const SentenceView& view, int32_t group) {
  const Unit& head = view.Head(group);
  if (head.Is(kPronoun)) {
    return head.Has(pb::FUNCTION_ROLE_NEUTER) ? -1 : kNoShare;
  }
  int32_t share = kNoShare;
  view.ForEach(EntryKind::kCue, head, [&](const EntryRef& ref) {
    const CueEntry& cue = view.lexicon.cues[ref.index];
    if (cue.word_class == pb::WORD_CLASS_NOUN && cue.frames.size() == 1 &&
        cue.frames[0].targets[0].slot == pb::SLOT_ECHO) {
      share = static_cast<int32_t>(ref.index);
    }
  });
  return share;
}

int32_t WhereShareIs(const SentenceView& view, int32_t subject, int32_t share) {
  if (IsSomewhere(view, share + 1)) return ObjectOf(view, share + 1);
  if (IsSomewhere(view, subject + 1)) return ObjectOf(view, subject + 1);
  // Back to where the clause begins.
  constexpr int32_t kFarthest = 12;
  for (int32_t i = subject - 1; i >= 0 && i > subject - kFarthest; --i) {
    if (view.Is(i, GroupKind::kBreak)) return -1;
    const bool opens = i == 0 || view.Is(i - 1, GroupKind::kBreak) ||
                       view.Is(i - 1, GroupKind::kCoordinator);
    if (opens) return IsSomewhere(view, i) ? ObjectOf(view, i) : -1;
  }
  return -1;
}

}  // namespace stance
