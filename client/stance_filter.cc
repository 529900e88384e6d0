#include "client/stance_filter.h"

#include <fnmatch.h>

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/fold_case.h"

namespace stance::client {
namespace {

bool Matches(const std::string& folded_pattern, const std::string& name) {
  return fnmatch(folded_pattern.c_str(), FoldCase(name).c_str(), 0) == 0;
}

bool IsWordCharacter(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool HasWords(const std::string& text, const std::string& folded_words) {
  const std::string folded = FoldCase(text);
  for (size_t at = folded.find(folded_words); at != std::string::npos;
       at = folded.find(folded_words, at + 1)) {
    if (at == 0 || !IsWordCharacter(folded[at - 1])) return true;
  }
  return false;
}

// Keeps the elements that `keep` accepts, in order.
template <typename Field, typename Keep>
void KeepIf(Field* field, const Keep& keep) {
  int kept = 0;
  for (int i = 0; i < field->size(); ++i) {
    if (!keep((*field)[i])) continue;
    if (kept != i) field->SwapElements(kept, i);
    ++kept;
  }
  field->DeleteSubrange(kept, field->size() - kept);
}

}  // namespace

void StanceFilter::AddActor(const std::string& pattern) {
  actors_.push_back(FoldCase(pattern));
}

void StanceFilter::AddTarget(const std::string& words) {
  targets_.push_back(FoldCase(words));
}

bool StanceFilter::FitsActor(const v1::Actor& actor) const {
  return actors_.empty() ||
         std::any_of(actors_.begin(), actors_.end(),
                     [&](const std::string& pattern) {
                       return Matches(pattern, actor.display_name()) ||
                              Matches(pattern, actor.id());
                     });
}

bool StanceFilter::FitsStance(const v1::Stance& stance) const {
  if (!polarities_.empty() && polarities_.count(stance.polarity()) == 0) {
    return false;
  }
  return targets_.empty() ||
         std::any_of(targets_.begin(), targets_.end(),
                     [&](const std::string& words) {
                       return HasWords(stance.target().display_name(), words) ||
                              HasWords(stance.target().text(), words);
                     });
}

std::string StanceFilter::Describe() const {
  return absl::StrCat("actor=", absl::StrJoin(actors_, "|"),
                      " target=", absl::StrJoin(targets_, "|"),
                      " polarity=", absl::StrJoin(polarities_, "|"));
}

void StanceFilter::Apply(v1::ClassifyArticleResponse* answer) const {
  if (IsEmpty()) return;
  KeepIf(answer->mutable_actors(), [&](v1::ActorStances& group) {
    if (!FitsActor(group.actor())) return false;
    KeepIf(group.mutable_stances(),
           [&](const v1::Stance& stance) { return FitsStance(stance); });
    return group.stances_size() > 0;
  });
}

}  // namespace stance::client
